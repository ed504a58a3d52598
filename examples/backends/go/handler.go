package kl01

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

const (
	// MaxRequestBytes of a whole post; say the same number to the form, in max-request-bytes.
	MaxRequestBytes = 20_000_000
	// MaxFileBytes of each file: max-file-bytes.
	MaxFileBytes = 10_000_000
	// MaxFiles of a post: max-files.
	MaxFiles = 20
)

// File came with a post. Name is what the browser says: show it, never use it as a path.
type File struct {
	Name, SHA256 string
	Content      []byte
}

// Handler receives a form's post, `submission` and `submission_files[]`. It judges by its own clock and the unit that is
// signed in, matches the files by their SHA-256, and answers in JSON: 200 or 422 with a Verdict, else `{ "error" }`.
type Handler struct {
	Judge *Judge
	// Unit that is signed in; an error answers 401.
	Unit func(*http.Request) (*Unit, error)
	// Now is time.Now, but in tests.
	Now func() time.Time
	// Accept keeps what is valid, with its files.
	Accept func(submission map[string]any, files []File) error
}

func (handler *Handler) ServeHTTP(response http.ResponseWriter, request *http.Request) {
	if request.Method != http.MethodPost {
		refuse(response, http.StatusMethodNotAllowed, "method")
		return
	}
	// A page of another site may post here too, with the officer's cookies: only our own pages are heard.
	if _, from, _ := strings.Cut(request.Header.Get("Origin"), "://"); from != request.Host {
		refuse(response, http.StatusForbidden, "origin")
		return
	}
	unit, err := handler.Unit(request)
	if err != nil {
		refuse(response, http.StatusUnauthorized, "unit")
		return
	}
	request.Body = http.MaxBytesReader(response, request.Body, MaxRequestBytes)
	text, files, err := readPost(request)
	var submission any
	if err == nil {
		submission, err = ReadJSON(text)
	}
	var refused Refused
	switch tooLarge := (*http.MaxBytesError)(nil); {
	case errors.As(err, &tooLarge), errors.As(err, &refused) && refused == "too-large":
		refuse(response, http.StatusRequestEntityTooLarge, "too-large")
		return
	case refused != "":
		refuse(response, http.StatusBadRequest, string(refused))
		return
	case err != nil:
		refuse(response, http.StatusBadRequest, "not-a-form")
		return
	}

	verdict, err := handler.Judge.Judge(submission, Receipt{Now: handler.Now().Unix() / 60, Unit: unit})
	if err == nil {
		verdict = Verdict{Findings: append(verdict.Findings, matchFiles(submission, files)...)}.counted()
		if verdict.Valid {
			err = handler.Accept(submission.(map[string]any), files)
		}
	}
	if err != nil {
		log.Print(err)
		refuse(response, http.StatusInternalServerError, "fault")
		return
	}
	status := http.StatusOK
	if !verdict.Valid {
		status = http.StatusUnprocessableEntity
	}
	answer(response, status, verdict)
}

func readPost(request *http.Request) (submission []byte, files []File, err error) {
	parts, err := request.MultipartReader()
	if err != nil {
		return nil, nil, err
	}
	for {
		part, err := parts.NextPart()
		if err == io.EOF && submission == nil {
			// An old browser, or one that got no script, may send the form without what was to be filled in.
			return nil, nil, Refused("missing")
		}
		if err == io.EOF {
			return submission, files, nil
		}
		if err != nil {
			return nil, nil, err
		}
		switch {
		case part.FileName() != "":
			file, err := readFile(part)
			if files = append(files, file); err != nil || len(files) > MaxFiles {
				return nil, nil, errors.Join(err, Refused("too-large"))
			}
		case part.FormName() == "submission":
			if submission, err = io.ReadAll(io.LimitReader(part, MaxBytes+1)); err != nil {
				return nil, nil, err
			}
		}
	}
}

func readFile(part *multipart.Part) (File, error) {
	content, err := io.ReadAll(io.LimitReader(part, MaxFileBytes+1))
	if err == nil && len(content) > MaxFileBytes {
		err = Refused("too-large")
	}
	return File{part.FileName(), fmt.Sprintf("%x", sha256.Sum256(content)), content}, err
}

// matchFiles has a finding for each announced file that did not come, and for each file that nothing announced.
func matchFiles(submission any, files []File) (findings []Finding) {
	arrived, announced := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		arrived[file.SHA256] = true
	}
	collect := func(holder any, place string) {
		object, _ := holder.(map[string]any)
		documents, _ := object["documents"].(map[string]any)
		for item, entries := range documents {
			list, _ := entries.([]any)
			for _, each := range list {
				entry, _ := each.(map[string]any)
				digest, _ := entry["sha256"].(string)
				if announced[digest] = true; !arrived[digest] {
					path := place + "/documents/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(item)
					findings = append(findings, fileFinding("upload/missing", path, entry["name"]))
				}
			}
		}
	}
	collect(submission, "")
	object, _ := submission.(map[string]any)
	nominees, _ := object["nominees"].([]any)
	for index, nominee := range nominees {
		collect(nominee, fmt.Sprintf("/nominees/%d", index))
	}
	for _, file := range files {
		if !announced[file.SHA256] {
			findings = append(findings, fileFinding("upload/unannounced", "", file.Name))
		}
	}
	return findings
}

func fileFinding(rule, path string, name any) Finding {
	return Finding{rule, "error", path, filled(words[rule], map[string]any{"name": name}), nil}
}

func refuse(response http.ResponseWriter, status int, reason string) {
	answer(response, status, map[string]any{"error": map[string]string{"reason": reason, "message": words["error."+reason]}})
}

func answer(response http.ResponseWriter, status int, body any) {
	response.Header().Set("Content-Type", "application/json")
	response.Header().Set("X-Content-Type-Options", "nosniff")
	response.WriteHeader(status)
	if err := json.NewEncoder(response).Encode(body); err != nil {
		log.Print(err)
	}
}
