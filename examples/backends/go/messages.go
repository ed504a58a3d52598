package kl01

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// Sentences for officers. Those of rules stand in the rulebook, the others in vi.json.
//
//go:embed vi.json
var vi []byte
var words = func() (words map[string]string) {
	if err := json.Unmarshal(vi, &words); err != nil {
		panic(err)
	}
	return words
}()

var (
	named    = regexp.MustCompile(`\{[A-Za-z]\w*\}`)
	position = regexp.MustCompile(`/\d+(/|$)`)
)

const longestQuote = 120

func envelope(rule, path, key string, judge *Judge, received any) Finding {
	severity := "error"
	if key == "version" {
		severity = "warning"
	}
	params := map[string]any{"expected": judge.Name(), "received": received}
	return Finding{rule, severity, path, filled(words["envelope."+key], params), nil}
}

// shapeFinding is told by the field's label, never in the validator's words.
func (form *form) shapeFinding(path string, breach jsonschema.ErrorKind) Finding {
	params := map[string]any{"label": form.labelAt(path)}
	if unknown, is := breach.(*kind.AdditionalProperties); is {
		params["property"] = unknown.Properties[0]
	}
	if limit := reflect.ValueOf(breach).Elem().FieldByName("Want"); limit.IsValid() {
		params["limit"] = limit.Interface()
	}
	keyword := breach.KeywordPath()
	return Finding{"schema", "error", path, filled(words["shape."+keyword[len(keyword)-1]], params), nil}
}

// label is one text, or one for each language.
type label string

func (text *label) UnmarshalJSON(source []byte) error {
	var languages map[string]string
	if json.Unmarshal(source, &languages) == nil {
		*text = label(languages["vi"])
		return nil
	}
	return json.Unmarshal(source, (*string)(text))
}

// labelAt: list positions read as "*".
func (form *form) labelAt(path string) string {
	if known, is := form.View.Labels[path]; is {
		return string(known)
	}
	if known, is := form.View.Labels[position.ReplaceAllString(path, "/*$1")]; is {
		return string(known)
	}
	return words["place"]
}

// filled fills the {name} places of a template.
func filled(template string, params map[string]any) string {
	return named.ReplaceAllStringFunc(template, func(name string) string {
		value, is := params[strings.Trim(name, "{}")]
		if !is {
			return name
		}
		if value == nil {
			return ""
		}
		text := []rune(fmt.Sprint(value))
		if len(text) > longestQuote {
			return string(text[:longestQuote]) + "…"
		}
		return string(text)
	})
}
