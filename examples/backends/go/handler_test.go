package kl01

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const (
	inTime  = "2023-03-22T08:00:00+07:00"
	tooLate = "2023-04-01T00:00:00+07:00"
)

type posted struct {
	submission map[string]any
	text       string
	now        string
	origin     string
	unit       error
	files      map[string]string
	raw        string
	without    bool
}

// valid is a vector's submission of the unit that is signed in, and announces a file.
func valid(t *testing.T) map[string]any {
	t.Helper()
	for _, line := range bytes.Split(read(t, vectors+"hai-phong.kien-an.2023.ndjson"), []byte("\n")) {
		var vector struct {
			Submission map[string]any
			Expect     struct{ Findings []Finding }
		}
		if json.Unmarshal(line, &vector) != nil || len(vector.Expect.Findings) > 0 || vector.Submission["form"] != "de-nghi-cap-quan" {
			continue
		}
		unit := vector.Submission["unit"].(map[string]any)
		if unit["group"] != "dang-bo" {
			continue
		}
		unit["id"] = "dang-bo-phuong-so-1"
		vector.Submission["documents"] = map[string]any{"xac-nhan-nganh-doc": []any{map[string]any{
			"name": "Xác nhận.txt", "size": 3, "type": "text/plain", "sha256": fmt.Sprintf("%x", sha256.Sum256([]byte("abc"))),
		}}}
		for _, nominee := range vector.Submission["nominees"].([]any) {
			nominee.(map[string]any)["documents"] = map[string]any{}
			nominee.(map[string]any)["sections"] = map[string]any{"so-luoc": "Một.", "thanh-tich": "Hai."}
		}
		return vector.Submission
	}
	t.Fatal("no such vector")
	return nil
}

func post(t *testing.T, given posted) (status int, rules string, accepted int) {
	t.Helper()
	judge, err := New(read(t, kienAn))
	if err != nil {
		t.Fatal(err)
	}
	now, err := time.Parse(time.RFC3339, given.now)
	if err != nil {
		t.Fatal(err)
	}
	handler := &Handler{
		Judge: judge,
		Now:   func() time.Time { return now },
		Unit: func(*http.Request) (*Unit, error) {
			return &Unit{"dang-bo-phuong-so-1", "dang-bo"}, given.unit
		},
		Accept: func(_ map[string]any, files []File) error { accepted = 1 + len(files); return nil },
	}
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	text := []byte(given.text)
	if given.text == "" {
		text, _ = json.Marshal(given.submission)
	}
	field := "submission"
	if given.without {
		field = "_csrf"
	}
	_ = form.WriteField(field, string(text))
	for name, content := range given.files {
		file, _ := form.CreateFormFile("submission_files[]", name)
		_, _ = file.Write([]byte(content))
	}
	form.Close()
	if given.raw != "" {
		body.Reset()
		body.WriteString(given.raw)
	}
	request := httptest.NewRequest("POST", "http://vi-du.vn/submissions", &body)
	request.Header.Set("Content-Type", form.FormDataContentType())
	request.Header.Set("Origin", given.origin)
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, request)
	var answer struct {
		Findings []Finding
		Error    struct{ Reason, Message string }
	}
	if err := json.Unmarshal(response.Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	rules = answer.Error.Reason
	if rules != "" && answer.Error.Message == "" {
		t.Errorf("no sentence for %s", rules)
	}
	for _, finding := range answer.Findings {
		rules += finding.Rule + " " + finding.Path + ";"
	}
	return response.Code, rules, accepted
}

func TestHandler(t *testing.T) {
	came := map[string]string{"Xác nhận.txt": "abc"}
	many := map[string]string{}
	for index := 0; index <= MaxFiles; index++ {
		many[fmt.Sprint(index)] = "x"
	}
	ours := "https://vi-du.vn"
	unitOf := func(submission map[string]any) map[string]any { return submission["unit"].(map[string]any) }
	for name, test := range map[string]struct {
		posted
		forge    func(map[string]any)
		status   int
		rules    string
		accepted int
	}{
		"valid, with its file": {posted{files: came}, nil, 200, "", 2},
		"another group":        {posted{files: came}, func(its map[string]any) { unitOf(its)["group"] = "chi-bo" }, 422, "unit /unit/group;quota/chi-bo-doan-the /nominees;", 0},
		"another unit":         {posted{files: came}, func(its map[string]any) { unitOf(its)["id"] = "x" }, 422, "unit /unit/id;", 0},
		"another rulebook": {posted{files: came}, func(its map[string]any) { its["rulebook"] = "nam-dinh.tinh-uy.2023@1.0.0" }, 422,
			"rulebook /rulebook;", 0},
		"after the deadline":               {posted{files: came, now: tooLate}, nil, 422, "window ;", 0},
		"a file that did not come":         {posted{}, nil, 422, "upload/missing /documents/xac-nhan-nganh-doc;", 0},
		"a file that was not announced":    {posted{files: map[string]string{"Xác nhận.txt": "abc", "b": "x"}}, nil, 422, "upload/unannounced ;", 0},
		"other bytes under the name":       {posted{files: map[string]string{"Xác nhận.txt": "abd"}}, nil, 422, "upload/missing /documents/xac-nhan-nganh-doc;upload/unannounced ;", 0},
		"nobody signed in":                 {posted{unit: errors.New("no session")}, nil, 401, "unit", 0},
		"from another site":                {posted{origin: "https://khac.vn"}, nil, 403, "origin", 0},
		"without saying from where":        {posted{origin: "-"}, nil, 403, "origin", 0},
		"no form":                          {posted{raw: "x"}, nil, 400, "not-a-form", 0},
		"a form without its submission":    {posted{without: true}, nil, 400, "missing", 0},
		"no JSON":                          {posted{text: "{"}, nil, 400, "not-json", 0},
		"a number beyond all":              {posted{text: `{"a":1e400}`}, nil, 400, "number", 0},
		"half of a surrogate pair":         {posted{text: `"\ud800"`}, nil, 400, "surrogate", 0},
		"nested too deep":                  {posted{text: strings.Repeat("[", 100_000)}, nil, 400, "too-deep", 0},
		"6 MB of submission":               {posted{text: strings.Repeat(" ", 6_000_000)}, nil, 413, "too-large", 0},
		"50 MB":                            {posted{text: strings.Repeat(" ", 50_000_000)}, nil, 413, "too-large", 0},
		"a file too large":                 {posted{files: map[string]string{"a": strings.Repeat("a", MaxFileBytes+1)}}, nil, 413, "too-large", 0},
		"a file too many":                  {posted{files: many}, nil, 413, "too-large", 0},
		"a text in place of a submission":  {posted{text: `"x"`}, nil, 422, "schema ;", 0},
		"values of any type, nothing read": {posted{text: `{"documents":{"a":[1,{"sha256":2}],"b":3},"nominees":[4,{"documents":[]}]}`}, nil, 422, "rulebook /rulebook;upload/missing /documents/a;upload/missing /documents/a;", 0},
	} {
		t.Run(name, func(t *testing.T) {
			given := test.posted
			given.submission = valid(t)
			if test.forge != nil {
				test.forge(given.submission)
			}
			if given.now == "" {
				given.now = inTime
			}
			if given.origin == "" {
				given.origin = ours
			}
			status, rules, accepted := post(t, given)
			if status != test.status || rules != test.rules || accepted != test.accepted {
				t.Errorf("answered %d %q, accepted %d", status, rules, accepted)
			}
		})
	}
}
