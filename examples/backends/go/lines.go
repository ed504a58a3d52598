package kl01

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// Lines judges vectors, one a line, by the rulebooks it holds under their names.
type Lines map[string]*Judge

// The line around a submission may be a little larger and one level deeper.
const maxLineBytes = MaxBytes + 10_000

// Answer writes one line for every line that is not blank, in order: `{ name, valid, findings }` or `{ name?, error }`.
func (lines Lines) Answer(input io.Reader, output io.Writer) error {
	in, out := bufio.NewReaderSize(input, 1<<16), bufio.NewWriterSize(output, 1<<16)
	for {
		line, err := nextLine(in)
		if len(bytes.Trim(line, " \t\r")) > 0 {
			encoded, err := json.Marshal(lines.answer(line))
			if err != nil {
				return err
			}
			if _, err := out.Write(append(encoded, '\n')); err != nil {
				return err
			}
		}
		if err != nil {
			return errors.Join(noEOF(err), out.Flush())
		}
		if in.Buffered() == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
}

func (lines Lines) answer(line []byte) map[string]any {
	answer := map[string]any{}
	verdict, err := lines.judge(line, answer)
	if err != nil {
		answer["error"] = err.Error()
		return answer
	}
	findings := make([]map[string]string, len(verdict.Findings))
	for at, finding := range verdict.Findings {
		findings[at] = map[string]string{"rule": finding.Rule, "severity": finding.Severity, "path": finding.Path}
	}
	answer["valid"], answer["findings"] = verdict.Valid, findings
	return answer
}

func (lines Lines) judge(line []byte, answer map[string]any) (Verdict, error) {
	read, err := readJSON(line, maxLineBytes, MaxDepth+1)
	if err != nil {
		return Verdict{}, err
	}
	vector, isObject := read.(map[string]any)
	if !isObject {
		return Verdict{}, errors.New("the line is not an object")
	}
	if name, is := vector["name"].(string); is {
		answer["name"] = name
	}
	wanted, _ := vector["rulebook"].(string)
	judge := lines[wanted]
	if judge == nil {
		return Verdict{}, errors.New("this rulebook was not given to this judge")
	}
	if err := bounded(vector["submission"]); err != nil {
		return Verdict{}, err
	}
	text, _ := vector["now"].(string)
	now, err := Minute(text)
	if err != nil {
		return Verdict{}, err
	}
	unit, err := unitOf(vector["unit"])
	if err != nil {
		return Verdict{}, err
	}
	given, isObject := vector["given"].(map[string]any)
	if vector["given"] != nil && !isObject {
		return Verdict{}, errors.New("what is given is not an object")
	}
	receipt := Receipt{Now: now, Unit: unit, Given: given}
	if receiver, isText := vector["receiver"].(string); isText {
		receipt.Receiver = &receiver
	} else if vector["receiver"] != nil {
		return Verdict{}, errors.New("the receiver is not an id")
	}
	return judge.Judge(vector["submission"], receipt)
}

func unitOf(value any) (*Unit, error) {
	if value == nil {
		return nil, nil
	}
	named, _ := value.(map[string]any)
	id, hasID := named["id"].(string)
	group, hasGroup := named["group"].(string)
	if !hasID || !hasGroup {
		return nil, errors.New("the unit has no id or group")
	}
	return &Unit{id, group}, nil
}

// nextLine is one line without its end, at most a little more than may be judged; the rest is read but not kept.
func nextLine(in *bufio.Reader) (line []byte, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(line) <= maxLineBytes {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return bytes.TrimSuffix(line, []byte("\n")), err
		}
	}
}

func noEOF(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
