// Package kl01 judges submissions by a rulebook, in the order of docs/rulebook.md: envelope, schema, rules.
package kl01

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
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
	offset      int64 // minutes east of UTC
	forms       map[string]*form
}

type form struct {
	ID     string          `json:"id"`
	Schema json.RawMessage `json:"schema"`
	Derive []derived       `json:"derive"`
	Rules  []rule          `json:"rules"`
	View   struct {
		Labels map[string]label `json:"labels"`
	} `json:"view"`
	shape *jsonschema.Schema
}

type rule struct {
	places
	ID       string            `json:"id"`
	Severity string            `json:"severity"`
	Needs    map[string]string `json:"needs"`
	Assert   any               `json:"assert"`
	Repeats  *repeats          `json:"repeats"`
	Path     string            `json:"path"`
	Message  map[string]string `json:"message"`
	Params   map[string]any    `json:"params"`
	Cite     *Cite             `json:"cite"`
}

// repeats is broken for items whose values are those of as many earlier ones as are allowed.
type repeats struct {
	Of     []string        `json:"of"`
	AtMost int             `json:"atMost"`
	Where  json.RawMessage `json:"where"`
	where  any
}

// New reads what `kl01 compile` wrote.
func New(rulebook []byte) (*Judge, error) {
	var source struct {
		Rulebook, ID, Version, UTCOffset string
		Forms                            []*form
	}
	err := json.Unmarshal(rulebook, &source)
	if err != nil || source.Rulebook != "2" {
		return nil, errors.Join(errors.New("no rulebook of version 2: make one with kl01 compile PACK -o FILE"), err)
	}
	judge := &Judge{id: source.ID, version: source.Version, forms: map[string]*form{}}
	if judge.offset, err = offsetMinutes(source.UTCOffset); err != nil {
		return nil, err
	}
	for _, form := range source.Forms {
		if err := form.prepare(); err != nil {
			return nil, fmt.Errorf("form %s: %w", form.ID, err)
		}
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

func (form *form) prepare() error {
	for number := range form.Derive {
		if err := form.Derive[number].prepare(); err != nil {
			return err
		}
	}
	for number := range form.Rules {
		rule := &form.Rules[number]
		if (rule.Assert == nil) == (rule.Repeats == nil) {
			return fmt.Errorf("rule %s: not exactly one of assert and repeats", rule.ID)
		}
		if rule.Repeats == nil {
			continue
		}
		if rule.Each == nil || rule.Repeats.AtMost < 1 {
			return fmt.Errorf("rule %s: repeats without each, or not how often", rule.ID)
		}
		rule.Repeats.where = true
		if where := rule.Repeats.Where; where != nil {
			if err := json.Unmarshal(where, &rule.Repeats.where); err != nil {
				return err
			}
		}
	}
	return nil
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

// Receipt is what you know of a submission, and not what it says itself.
type Receipt struct {
	// Now is the instant of receipt by your clock (Minute).
	Now int64
	// Unit as you authenticated it; nil compares nothing.
	Unit *Unit
	// Given by their ids: the form's `view.given` that you know, days as 2024-03-01, float64 or bool.
	Given map[string]any
	// Receiver for whom you judge, where a form has several with deadlines of their own.
	Receiver *string
}

// Judge gives the verdict over a submission as ReadJSON gave it. An error is a fault of the rulebook, not of the submission.
func (judge *Judge) Judge(submission any, receipt Receipt) (Verdict, error) {
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
	data := receipt.data(sent)
	if err := form.derive(data, receipt.Now, judge.offset); err != nil {
		return Verdict{}, fmt.Errorf("%s: %w", judge.Name(), err)
	}
	for at := range form.Rules {
		broken, err := form.broken(&form.Rules[at], data)
		if err != nil {
			return Verdict{}, fmt.Errorf("rule %s of %s: %w", form.Rules[at].ID, judge.Name(), err)
		}
		findings = append(findings, broken...)
	}
	return verdict(findings...), nil
}

// data is what logic reads; each place puts its own into it.
func (receipt Receipt) data(submission map[string]any) map[string]any {
	data := map[string]any{
		"submission": submission, "now": float64(receipt.Now), "unit": nil, "given": nil, "receiver": nil,
		"derived": map[string]any{}, "marks": map[string]any{},
	}
	if receipt.Unit != nil {
		data["unit"] = map[string]any{"id": receipt.Unit.ID, "group": receipt.Unit.Group}
	}
	if receipt.Given != nil {
		data["given"] = receipt.Given
	}
	if receipt.Receiver != nil {
		data["receiver"] = *receipt.Receiver
	}
	return data
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

// broken is one finding for each place where a rule is broken.
func (form *form) broken(rule *rule, data map[string]any) (findings []Finding, err error) {
	seen := map[string]int{}
	for _, place := range rule.in(data) {
		if !needsHold(rule.Needs, place.put(data)) {
			continue
		}
		if broken, err := rule.isBroken(data, seen); err != nil {
			return nil, err
		} else if broken {
			finding, err := form.finding(rule, data, place.path)
			if err != nil {
				return nil, err
			}
			findings = append(findings, finding)
		}
	}
	return findings, nil
}

// isBroken is asked place by place. seen counts the values of those before, for a rule about what repeats.
func (rule *rule) isBroken(data map[string]any, seen map[string]int) (bool, error) {
	if rule.Repeats == nil {
		result, err := jsonlogic.ApplyInterface(rule.Assert, data)
		return result != true, err
	}
	if where, err := jsonlogic.ApplyInterface(rule.Repeats.where, data); err != nil || where != true {
		return false, err
	}
	values := make([]any, len(rule.Repeats.Of))
	for number, path := range rule.Repeats.Of {
		values[number] = at(data, strings.Split(path, "."))
	}
	key, err := json.Marshal(values)
	seen[string(key)]++
	return seen[string(key)] > rule.Repeats.AtMost, err
}

func (form *form) finding(rule *rule, data map[string]any, place string) (Finding, error) {
	params := map[string]any{}
	if rule.Keys != nil {
		params["item"] = form.labelAt(place)
	}
	for name, logic := range rule.Params {
		value, err := jsonlogic.ApplyInterface(logic, data)
		if err != nil {
			return Finding{}, err
		}
		params[name] = value
	}
	message := filled(rule.Message["vi"], params)
	return Finding{rule.ID, rule.Severity, place + rule.Path, message, rule.Cite}, nil
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

func needsHold(needs map[string]string, data map[string]any) bool {
	for path, wanted := range needs {
		if !isOfType(at(data, strings.Split(path, ".")), wanted) {
			return false
		}
	}
	return true
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
