package kl01

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"
)

// From the same files as in every other language.
const vectors = "../../../packages/rules/vectors/"

func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func files(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(vectors + pattern)
	if err != nil || len(found) == 0 {
		t.Fatalf("no %s in %s: %v", pattern, vectors, err)
	}
	return found
}

func judges(t *testing.T) Lines {
	t.Helper()
	lines := Lines{}
	for _, file := range files(t, "*.rulebook.json") {
		judge, err := New(read(t, file))
		if err != nil {
			t.Fatal(err)
		}
		lines[judge.Name()] = judge
	}
	return lines
}

type finding struct{ Rule, Severity, Path string }

type answered struct {
	Name     any
	Valid    *bool
	Findings []finding
	Error    string
}

// answer goes through the text, as other programs would read it.
func (lines Lines) read(t *testing.T, line []byte) (answer answered) {
	t.Helper()
	encoded, err := json.Marshal(lines.answer(line))
	if err != nil || json.Unmarshal(encoded, &answer) != nil {
		t.Fatal(err)
	}
	sort.Slice(answer.Findings, func(a, b int) bool { return fmt.Sprint(answer.Findings[a]) < fmt.Sprint(answer.Findings[b]) })
	return answer
}

func TestVectors(t *testing.T) {
	lines := judges(t)
	for _, file := range files(t, "*.ndjson") {
		for _, line := range bytes.Split(bytes.TrimSpace(read(t, file)), []byte("\n")) {
			var vector struct {
				Name, Rulebook string
				Expect         answered
			}
			if err := json.Unmarshal(line, &vector); err != nil {
				t.Fatal(err)
			}
			t.Run(vector.Rulebook+": "+vector.Name, func(t *testing.T) {
				got, expected := lines.read(t, line), vector.Expect.Findings
				sort.Slice(expected, func(a, b int) bool { return fmt.Sprint(expected[a]) < fmt.Sprint(expected[b]) })
				if got.Error != "" || !reflect.DeepEqual(got.Findings, expected) || *got.Valid != *vector.Expect.Valid {
					t.Errorf("got %s %v\nexpected %v", got.Error, got.Findings, expected)
				}
			})
		}
	}
}

type refusals struct {
	Rulebook string
	Texts    []struct {
		Name, Bytes string
		Text        any
		Refused     bool
		Same        json.RawMessage
	}
	Lines []struct {
		Name, Line string
		Error      bool
	}
}

func table(t *testing.T) (table refusals) {
	t.Helper()
	if err := json.Unmarshal(read(t, "../refused.json"), &table); err != nil {
		t.Fatal(err)
	}
	return table
}

// textOf: a text, or a list of texts and [text, times]; bytes are hexadecimal.
func textOf(t *testing.T, text any, hexadecimal string) []byte {
	t.Helper()
	if hexadecimal != "" {
		decoded, err := hex.DecodeString(hexadecimal)
		if err != nil {
			t.Fatal(err)
		}
		return decoded
	}
	if parts, isList := text.([]any); isList {
		var whole strings.Builder
		for _, part := range parts {
			if repeated, is := part.([]any); is {
				whole.WriteString(strings.Repeat(repeated[0].(string), int(repeated[1].(float64))))
			} else {
				whole.WriteString(part.(string))
			}
		}
		return []byte(whole.String())
	}
	return []byte(text.(string))
}

func TestRefusedTexts(t *testing.T) {
	lines, table := judges(t), table(t)
	around := func(text []byte) []byte {
		return fmt.Appendf(nil, `{"rulebook":%q,"now":"2023-03-24T02:00:00Z","submission":%s}`, table.Rulebook, text)
	}
	for _, entry := range table.Texts {
		t.Run(entry.Name, func(t *testing.T) {
			text := textOf(t, entry.Text, entry.Bytes)
			got, err := ReadJSON(text)
			answer := lines.read(t, around(text))
			if entry.Refused {
				if err == nil || answer.Error == "" {
					t.Errorf("read as %.100v, answered %v", got, answer)
				}
				return
			}
			same, _ := ReadJSON(entry.Same)
			if err != nil || !reflect.DeepEqual(got, same) || !reflect.DeepEqual(answer, lines.read(t, around(entry.Same))) {
				t.Errorf("read as %v, answered %v", got, answer)
			}
		})
	}
}

func TestLines(t *testing.T) {
	lines := judges(t)
	for _, entry := range table(t).Lines {
		t.Run(entry.Name, func(t *testing.T) {
			answer := lines.read(t, []byte(entry.Line))
			if entry.Error != (answer.Error != "") {
				t.Errorf("answered %v", answer)
			}
			if !entry.Error && !reflect.DeepEqual(answer.Findings, []finding{{"schema", "error", ""}}) {
				t.Errorf("found %v", answer.Findings)
			}
		})
	}
}

func TestBadLinesStopNothingAndOrderIsKept(t *testing.T) {
	good := `{"name":%q,"rulebook":"` + table(t).Rulebook + `","now":"2023-03-24T02:00:00Z"}`
	input := fmt.Sprintf(good, "a") + "\r\n\n" + strings.Repeat("[", 100_000) + "\n \t\n" + strings.Repeat("x", 6_000_000) + "\n" + fmt.Sprintf(good, "b")
	var output bytes.Buffer
	if err := judges(t).Answer(strings.NewReader(input), &output); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSpace(output.String()), "\n")
	expected := []string{`"name":"a"`, `"error"`, `"error"`, `"name":"b"`}
	if len(answers) != len(expected) {
		t.Fatalf("answered %s", output.String())
	}
	for at, part := range expected {
		if !strings.Contains(answers[at], part) {
			t.Errorf("line %d answered %s", at, answers[at])
		}
	}
}

// What vectors do not show: sentences, clauses, the pinned file.

const kienAn = vectors + "hai-phong.kien-an.2023.rulebook.json"

func judged(t *testing.T, text string) map[string]string {
	t.Helper()
	judge, err := New(read(t, kienAn))
	if err != nil {
		t.Fatal(err)
	}
	submission, err := ReadJSON([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	now, _ := Minute("2023-03-22T08:00:00+07:00")
	verdict, err := judge.Judge(submission, Receipt{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	messages := map[string]string{}
	for _, finding := range verdict.Findings {
		messages[finding.Rule+" "+finding.Path] = finding.Message
		if finding.Rule == "quota/chi-bo-doan-the" && *finding.Cite != (Cite{"1399-CV/QU", "II.2.1"}) {
			t.Errorf("cites %v", finding.Cite)
		}
	}
	return messages
}

func TestFindingsSpeakVietnamese(t *testing.T) {
	messages := judged(t, `{"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"de-nghi-cap-quan","unit":{"id":"a","group":"chi-bo"},
		"nominees":[],"contact":{"phone":"`+strings.Repeat("0", 300)+`"},"x":1}`)
	for place, expected := range map[string]string{
		"schema ":                         `^Có nội dung không thuộc biểu mẫu: “x”\.$`,
		"schema /contact/phone":           `^.+: dài quá \d+ ký tự\.$`,
		"quota/chi-bo-doan-the /nominees": `^Số lượng được đề nghị: 01 tập thể hoặc 01 cá nhân\. Danh sách hiện có 0 tập thể, 0 cá nhân\.$`,
	} {
		if !regexp.MustCompile(expected).MatchString(messages[place]) {
			t.Errorf("%s: %q", place, messages[place])
		}
	}
}

func TestWhatWasTypedIsQuotedAsItIs(t *testing.T) {
	messages := judged(t, `{"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"$1\\ {expected}"}`)
	if expected := "Không có biểu mẫu “$1\\ {expected}” hoặc biểu mẫu đã được thu hồi."; messages["form /form"] != expected {
		t.Errorf("%v", messages)
	}
}

func TestARulebookIsKnownByItsDigest(t *testing.T) {
	rulebook := read(t, kienAn)
	if _, err := NewPinned(rulebook, fmt.Sprintf("%x", sha256.Sum256(rulebook))); err != nil {
		t.Error(err)
	}
	if _, err := NewPinned(rulebook, strings.Repeat("0", 64)); err == nil {
		t.Error("took another file")
	}
}

func TestWhatIsNoRulebookIsNotTaken(t *testing.T) {
	for _, text := range []string{"", "{", "[]", "{}", `{"rulebook":"3"}`, string(read(t, "../refused.json"))} {
		if _, err := New([]byte(text)); err == nil {
			t.Errorf("took %.20s", text)
		}
	}
}

// judged.json is a table of small forms; every language reads it.
func TestSmallForms(t *testing.T) {
	var table struct {
		Forms []struct {
			Name       string
			Properties map[string]any
			Derive     []any
			Rules      []map[string]any
			Cases      []struct {
				Name, Now  string
				Given      map[string]any
				Receiver   *string
				Submission map[string]any
				Findings   []string
			}
		}
	}
	if err := json.Unmarshal(read(t, vectors+"judged.json"), &table); err != nil {
		t.Fatal(err)
	}
	for _, small := range table.Forms {
		for _, rule := range small.Rules {
			rule["message"] = map[string]string{"vi": "", "en": ""}
		}
		text := map[string]string{"type": "string"}
		small.Properties["rulebook"], small.Properties["form"] = text, text
		rulebook, _ := json.Marshal(map[string]any{"rulebook": "2", "id": "r", "version": "1", "utcOffset": "+07:00", "forms": []any{map[string]any{
			"id": "f", "derive": small.Derive, "rules": small.Rules, "view": map[string]any{"labels": map[string]any{}},
			"schema": map[string]any{"type": "object", "properties": small.Properties, "additionalProperties": false},
		}}})
		judge, err := New(rulebook)
		if err != nil {
			t.Fatal(small.Name, err)
		}
		for _, entry := range small.Cases {
			t.Run(small.Name+": "+entry.Name, func(t *testing.T) {
				if entry.Now == "" {
					entry.Now = "2024-03-01T08:00:00+07:00"
				}
				entry.Submission["rulebook"], entry.Submission["form"] = "r@1", "f"
				now, _ := Minute(entry.Now)
				verdict, err := judge.Judge(entry.Submission, Receipt{Now: now, Given: entry.Given, Receiver: entry.Receiver})
				if err != nil {
					t.Fatal(err)
				}
				found := []string{}
				for _, finding := range verdict.Findings {
					found = append(found, finding.Rule+" "+finding.Path)
				}
				sort.Strings(found)
				sort.Strings(entry.Findings)
				if !reflect.DeepEqual(found, entry.Findings) {
					t.Errorf("got %v\nexpected %v", found, entry.Findings)
				}
			})
		}
	}
}

func TestABrokenRulebookIsNamed(t *testing.T) {
	for part, expected := range map[string]string{
		`"derive":[{"as":"x"}],"rules":[]`:                                               "derived value x",
		`"derive":[{"as":"x","days":"submission.a","months":"submission.a"}],"rules":[]`: "derived value x",
		`"derive":[{"as":"x","share":{"of":1,"part":[1,0],"round":"up"}}],"rules":[]`:    "derived value x",
		`"derive":[{"as":"x","share":{"of":1,"part":[1,2],"round":"even"}}],"rules":[]`:  "derived value x",
		`"derive":{},"rules":[]`: "no rulebook",
		`"rules":[{"id":"y"}]`:   "rule y",
		`"rules":[{"id":"y","assert":true,"each":"/a","repeats":{"of":["item.b"],"atMost":1}}]`: "rule y",
		`"rules":[{"id":"y","repeats":{"of":["item.b"],"atMost":1}}]`:                           "rule y",
		`"rules":[{"id":"y","each":"/a","repeats":{"of":["item.b"]}}]`:                          "rule y",
	} {
		rulebook := `{"rulebook":"2","id":"r","version":"1","utcOffset":"+07:00","forms":[{"id":"f","schema":{},` + part + `}]}`
		if _, err := New([]byte(rulebook)); err == nil || !strings.Contains(err.Error(), expected) {
			t.Errorf("%s: %v", part, err)
		}
	}
}
