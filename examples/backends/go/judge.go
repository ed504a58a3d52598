// Package kl01 judges submissions by a rulebook, in the order of docs/rulebook.md: envelope, schema, rules.
package kl01

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/diegoholiveira/jsonlogic/v3"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// Finding is one thing wrong with a submission. Path is a JSON Pointer into it.
type Finding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Message  string `json:"message"`
	Cite     *Cite  `json:"cite,omitempty"`
}

// Cite names the clause that a rule was made from.
type Cite struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

// Verdict is valid when no finding is an error.
type Verdict struct {
	Valid    bool      `json:"valid"`
	Findings []Finding `json:"findings"`
}

// Unit is who sent it, as the host authenticated them.
type Unit struct{ ID, Group string }

// Judge holds one rulebook. Make one and keep it: it may be asked by many goroutines at once.
type Judge struct {
	id, version string
	forms       map[string]*form
}

type form struct {
	ID     string          `json:"id"`
	Schema json.RawMessage `json:"schema"`
	Rules  []rule          `json:"rules"`
	View   struct {
		Labels map[string]label `json:"labels"`
	} `json:"view"`
	shape *jsonschema.Schema
}

type rule struct {
	ID       string            `json:"id"`
	Severity string            `json:"severity"`
	Each     *string           `json:"each"`
	Needs    map[string]string `json:"needs"`
	Assert   any               `json:"assert"`
	Unique   []string          `json:"unique"`
	Path     string            `json:"path"`
	Message  map[string]string `json:"message"`
	Params   map[string]any    `json:"params"`
	Cite     *Cite             `json:"cite"`
}

// New reads what `kl01 compile` wrote.
func New(rulebook []byte) (*Judge, error) {
	var source struct {
		Rulebook, ID, Version string
		Forms                 []*form
	}
	if err := json.Unmarshal(rulebook, &source); err != nil || source.Rulebook != "1" {
		return nil, errors.Join(errors.New("no rulebook of version 1: make one with kl01 compile PACK -o FILE"), err)
	}
	judge := &Judge{id: source.ID, version: source.Version, forms: map[string]*form{}}
	for _, form := range source.Forms {
		schema, err := jsonschema.UnmarshalJSON(strings.NewReader(string(form.Schema)))
		if err != nil {
			return nil, err
		}
		compiler := jsonschema.NewCompiler()
		compiler.DefaultDraft(jsonschema.Draft7)
		if err := compiler.AddResource(form.ID, schema); err != nil {
			return nil, err
		}
		if form.shape, err = compiler.Compile(form.ID); err != nil {
			return nil, err
		}
		judge.forms[form.ID] = form
	}
	return judge, nil
}

// NewPinned is New for the one file whose SHA-256 you know, in hexadecimal.
func NewPinned(rulebook []byte, digest string) (*Judge, error) {
	if found := fmt.Sprintf("%x", sha256.Sum256(rulebook)); found != digest {
		return nil, fmt.Errorf("another rulebook: its SHA-256 is %s", found)
	}
	return New(rulebook)
}

// Name is what a submission's `rulebook` says.
func (judge *Judge) Name() string { return judge.id + "@" + judge.version }

// Judge gives the verdict over a submission as ReadJSON gave it. now is the instant of receipt by your clock (Minute);
// unit as you authenticated it, nil compares nothing. An error is a fault of the rulebook, not of the submission.
func (judge *Judge) Judge(submission any, now int64, unit *Unit) (Verdict, error) {
	sent, isObject := submission.(map[string]any)
	if !isObject {
		return verdict(envelope("schema", "", "schema", judge, nil)), nil
	}
	named, _ := sent["rulebook"].(string)
	id, version, _ := strings.Cut(named, "@")
	if id != judge.id || version == "" || strings.Contains(version, "@") {
		return verdict(envelope("rulebook", "/rulebook", "rulebook", judge, sent["rulebook"])), nil
	}
	formID, _ := sent["form"].(string)
	form := judge.forms[formID]
	if form == nil {
		return verdict(envelope("form", "/form", "form", judge, sent["form"])), nil
	}
	var findings []Finding
	if version != judge.version {
		findings = append(findings, envelope("rulebook", "/rulebook", "version", judge, named))
	}
	shape, ends := form.shapeFindings(sent)
	if findings = append(findings, shape...); ends {
		return verdict(findings...), nil
	}
	for at := range form.Rules {
		broken, err := form.Rules[at].apply(sent, now, unit)
		if err != nil {
			return Verdict{}, fmt.Errorf("rule %s of %s: %w", form.Rules[at].ID, judge.Name(), err)
		}
		findings = append(findings, broken...)
	}
	return verdict(findings...), nil
}

// shapeFindings has one finding for each path. ends: what was found leaves nothing that rules could read.
func (form *form) shapeFindings(sent map[string]any) (findings []Finding, ends bool) {
	var failed *jsonschema.ValidationError
	if !errors.As(form.shape.Validate(sent), &failed) {
		return nil, false
	}
	seen := map[string]bool{}
	var visit func(*jsonschema.ValidationError)
	visit = func(breach *jsonschema.ValidationError) {
		for _, cause := range breach.Causes {
			visit(cause)
		}
		if len(breach.Causes) > 0 {
			return
		}
		path := ""
		for _, step := range breach.InstanceLocation {
			path += "/" + step
		}
		switch breach.ErrorKind.(type) {
		case *kind.Type, *kind.MultipleOf, *kind.Minimum, *kind.Maximum, *kind.MaxItems:
			ends = true
		}
		if !seen[path] {
			findings = append(findings, form.shapeFinding(path, breach.ErrorKind))
		}
		seen[path] = true
	}
	visit(failed)
	return findings, ends
}

func (rule *rule) apply(submission map[string]any, now int64, unit *Unit) ([]Finding, error) {
	data := map[string]any{"submission": submission, "now": float64(now), "unit": nil, "item": nil, "index": nil}
	if unit != nil {
		data["unit"] = map[string]any{"id": unit.ID, "group": unit.Group}
	}
	if rule.Each == nil {
		return rule.judged(data, "", nil)
	}
	items, _ := at(submission, strings.Split(*rule.Each, "/")[1:]).([]any)
	var findings []Finding
	seen := map[string]bool{}
	for index, item := range items {
		data["item"], data["index"] = item, float64(index)
		broken, err := rule.judged(data, *rule.Each+"/"+strconv.Itoa(index), seen)
		if err != nil {
			return nil, err
		}
		findings = append(findings, broken...)
	}
	return findings, nil
}

// judged is none or one finding. seen holds the values of the items before, for a rule that is `unique`.
func (rule *rule) judged(data map[string]any, place string, seen map[string]bool) ([]Finding, error) {
	for path, wanted := range rule.Needs {
		if !isOfType(at(data, strings.Split(path, ".")), wanted) {
			return nil, nil
		}
	}
	if rule.Unique != nil {
		values := make([]any, len(rule.Unique))
		for position, path := range rule.Unique {
			values[position] = at(data, strings.Split(path, "."))
		}
		key, err := json.Marshal(values)
		if repeats := seen[string(key)]; err != nil || !repeats {
			seen[string(key)] = true
			return nil, err
		}
	} else if result, err := jsonlogic.ApplyInterface(rule.Assert, data); err != nil || result == true {
		return nil, err
	}
	params := map[string]any{}
	for name, logic := range rule.Params {
		value, err := jsonlogic.ApplyInterface(logic, data)
		if err != nil {
			return nil, err
		}
		params[name] = value
	}
	message := filled(rule.Message["vi"], params)
	return []Finding{{rule.ID, rule.Severity, place + rule.Path, message, rule.Cite}}, nil
}

func verdict(findings ...Finding) Verdict {
	return Verdict{Findings: append([]Finding{}, findings...)}.counted()
}

func (verdict Verdict) counted() Verdict {
	verdict.Valid = true
	for _, finding := range verdict.Findings {
		verdict.Valid = verdict.Valid && finding.Severity != "error"
	}
	return verdict
}

func at(value any, steps []string) any {
	for _, step := range steps {
		object, _ := value.(map[string]any)
		value = object[step]
	}
	return value
}

func isOfType(value any, wanted string) bool {
	switch part := value.(type) {
	case string:
		return wanted == "string"
	case float64:
		return wanted == "integer" && part == float64(int64(part))
	case bool:
		return wanted == "boolean"
	case []any:
		return wanted == "list"
	case map[string]any:
		return wanted == "object"
	}
	return false
}
