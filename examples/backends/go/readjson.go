package kl01

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

const (
	// MaxBytes of UTF-8 that a submission may have.
	MaxBytes = 5_000_000
	// MaxDepth of lists and objects within one another.
	MaxDepth = 32
	// MaxValues: lists, objects, texts, numbers, true, false and null together.
	MaxValues = 100_000

	maxNumber = 1<<53 - 1
)

// Refused says why a text may not be judged at all: "not-json", "too-large", "too-deep", "number" or "surrogate".
type Refused string

func (reason Refused) Error() string { return "The text is refused before judging: " + string(reason) }

// ReadJSON reads JSON from outside into maps, slices, strings, float64, bool and nil. It refuses what "What is refused
// before judging" of docs/rulebook.md lists. Of properties that repeat the last counts; −0 is 0.
func ReadJSON(text []byte) (any, error) {
	value, err := readJSON(text, MaxBytes, MaxDepth)
	if err != nil {
		return nil, err
	}
	return value, bounded(value)
}

// bounded: a submission that came within something else, such as a line, is no deeper and has no more values than alone.
func bounded(submission any) error {
	count, deep := measure(submission, MaxDepth)
	if deep {
		return Refused("too-deep")
	}
	if count > MaxValues {
		return Refused("too-large")
	}
	return nil
}

func readJSON(text []byte, maxBytes, maxDepth int) (any, error) {
	if len(text) > maxBytes {
		return nil, Refused("too-large")
	}
	if !utf8.Valid(text) {
		return nil, Refused("not-json")
	}
	if err := scan(text, maxDepth); err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil {
		return nil, Refused("not-json")
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, Refused("not-json")
	}
	return withNumbers(value)
}

// scan finds what the decoder would stand or mend: deep nesting, and halves of surrogate pairs, which become U+FFFD.
func scan(text []byte, maxDepth int) error {
	depth, inString := 0, false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case c == '"':
			inString = !inString
		case inString && c == '\\':
			if unit := escape(text[at:]); unit < 0xd800 || unit > 0xdfff {
				at++
			} else if next := min(at+6, len(text)); unit < 0xdc00 && isLow(escape(text[next:])) {
				at = next + 5
			} else {
				return Refused("surrogate")
			}
		case !inString && (c == '{' || c == '['):
			if depth++; depth > maxDepth {
				return Refused("too-deep")
			}
		case !inString && (c == '}' || c == ']'):
			depth--
		}
	}
	return nil
}

func isLow(unit int64) bool { return unit >= 0xdc00 && unit <= 0xdfff }

// escape is the code unit of a \uXXXX at the beginning, or -1.
func escape(text []byte) int64 {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return -1
	}
	unit, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return int64(unit)
}

func withNumbers(value any) (any, error) {
	var err error
	switch part := value.(type) {
	case json.Number:
		number, err := part.Float64()
		if err != nil || math.Abs(number) > maxNumber {
			return nil, Refused("number")
		}
		return number + 0, nil // −0 + 0 is 0
	case []any:
		for at := range part {
			if part[at], err = withNumbers(part[at]); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		for name := range part {
			if part[name], err = withNumbers(part[name]); err != nil {
				return nil, err
			}
		}
	}
	return value, nil
}

func measure(value any, depth int) (count int, deep bool) {
	count = 1
	add := func(part any) {
		more, deeper := measure(part, depth-1)
		count += more
		deep = deep || deeper
	}
	switch part := value.(type) {
	case []any:
		deep = depth == 0
		for _, item := range part {
			add(item)
		}
	case map[string]any:
		deep = depth == 0
		for _, member := range part {
			add(member)
		}
	}
	return count, deep
}
