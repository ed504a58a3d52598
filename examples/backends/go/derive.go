package kl01

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/diegoholiveira/jsonlogic/v3"
)

// derived is one entry of a form's `derive`: a value computed before the rules.
type derived struct {
	places
	As     string            `json:"as"`
	Needs  map[string]string `json:"needs"`
	Days   *string           `json:"days"`
	Months *string           `json:"months"`
	Share  *share            `json:"share"`
	Logic  json.RawMessage   `json:"logic"`
	logic  any
}

type share struct {
	Of    any     `json:"of"`
	Part  []int64 `json:"part"`
	Round string  `json:"round"`
}

// places says where a rule or derived value is judged: over the submission, or for each item of a list or member of an object.
type places struct {
	Each *string  `json:"each"`
	Keys []string `json:"keys"`
}

// place is one of them, or the submission. mark holds what is derived for it.
type place struct {
	item, owner, index any
	path               string
	mark               map[string]any
}

func (entry *derived) prepare() error {
	ways := 0
	for _, has := range []bool{entry.Days != nil, entry.Months != nil, entry.Share != nil, entry.Logic != nil} {
		if has {
			ways++
		}
	}
	if ways != 1 {
		return fmt.Errorf("derived value %s: not exactly one of days, months, share and logic", entry.As)
	}
	if share := entry.Share; share != nil {
		isPart := len(share.Part) == 2 && share.Part[0] >= 0 && share.Part[1] > 0
		if !isPart || share.Round != "down" && share.Round != "up" && share.Round != "nearest" {
			return fmt.Errorf("derived value %s: no part of whole numbers, or no rounding", entry.As)
		}
	}
	if entry.Logic != nil {
		return json.Unmarshal(entry.Logic, &entry.logic)
	}
	return nil
}

// derive computes all values in their order, into `derived` and `marks` of the data that rules read.
func (form *form) derive(data map[string]any, now, offset int64) error {
	values := data["derived"].(map[string]any)
	today := time.Unix((now+offset)*60, 0).UTC()
	values["today"], values["todayKey"] = daysOf(today), keyOf(today)
	for number := range form.Derive {
		entry := &form.Derive[number]
		for _, place := range entry.in(data) {
			value, err := entry.value(place.put(data))
			if err != nil {
				return fmt.Errorf("derived value %s: %w", entry.As, err)
			}
			if entry.Each == nil {
				values[entry.As] = value
			} else {
				place.mark[entry.As] = value
			}
		}
	}
	return nil
}

func (entry *derived) value(data map[string]any) (any, error) {
	switch {
	case !needsHold(entry.Needs, data):
		return nil, nil
	case entry.Days != nil:
		return ofDay(data, *entry.Days, daysOf), nil
	case entry.Months != nil:
		return ofDay(data, *entry.Months, keyOf), nil
	case entry.Share != nil:
		whole, err := jsonlogic.ApplyInterface(entry.Share.Of, data)
		if err != nil || !isOfType(whole, "integer") {
			return nil, err
		}
		return entry.Share.of(int64(whole.(float64))), nil
	}
	return jsonlogic.ApplyInterface(entry.logic, data)
}

// of is this part of a whole number, in whole numbers.
func (share *share) of(number int64) float64 {
	product, by := number*share.Part[0], share.Part[1]
	switch share.Round {
	case "up":
		product += by - 1
	case "nearest":
		product, by = 2*product+by, 2*by
	}
	down := product / by // towards zero
	if product%by < 0 {
		down--
	}
	return float64(down)
}

func ofDay(data map[string]any, path string, count func(time.Time) float64) any {
	text, _ := at(data, strings.Split(path, ".")).(string)
	// Of `2006-01-02`, time takes four digits, two and two, and no day that does not exist; but a year 0.
	day, err := time.Parse("2006-01-02", text)
	if err != nil || day.Year() == 0 {
		return nil
	}
	return count(day)
}

func daysOf(day time.Time) float64 { return math.Floor(float64(day.Unix()) / 86_400) }

func keyOf(day time.Time) float64 {
	return float64((12*day.Year()+int(day.Month())-1)*32 + day.Day())
}

// offsetMinutes: `+07:00` is 420.
func offsetMinutes(utcOffset string) (int64, error) {
	offset, err := time.Parse("-07:00", utcOffset)
	if err != nil {
		return 0, errors.New("no offset such as +07:00 in utcOffset")
	}
	_, seconds := offset.Zone()
	return int64(seconds / 60), nil
}

// put makes the place what `item`, `index`, `owner` and `mark` are read from.
func (place place) put(data map[string]any) map[string]any {
	data["item"], data["index"], data["owner"], data["mark"] = place.item, place.index, place.owner, place.mark
	return data
}

// in gives the places in a submission, in order; none where there is no such list.
func (over places) in(data map[string]any) []place {
	if over.Each == nil {
		return []place{{}}
	}
	submission, marks := data["submission"], data["marks"].(map[string]any)
	outer, inner, isInner := strings.Cut(*over.Each, "/*")
	if !isInner {
		return over.within(submission, marks, outer, place{})
	}
	var found []place
	for _, owner := range (places{}).within(submission, marks, outer, place{}) {
		found = append(found, over.within(owner.item, owner.mark, inner, owner)...)
	}
	return found
}

// within gives the places at the path in an item, or in the submission, whose marks are given.
func (over places) within(holder any, marks map[string]any, path string, owner place) (found []place) {
	steps := stepsOf(path)
	value, last := at(holder, steps), steps[len(steps)-1]
	for _, step := range steps[:len(steps)-1] {
		marks = member(marks, step)
	}
	add := func(item any, step string, mark map[string]any) {
		found = append(found, place{item, owner.item, float64(len(found)), owner.path + path + "/" + step, mark})
	}
	if over.Keys != nil {
		members, _ := value.(map[string]any)
		for _, key := range over.Keys {
			add(members[key], escaped.Replace(key), member(member(marks, last), key))
		}
		return found
	}
	items, isList := value.([]any)
	if !isList {
		return nil
	}
	own, isMade := marks[last].([]any)
	if !isMade {
		own = make([]any, len(items))
		for index := range own {
			own[index] = map[string]any{}
		}
		marks[last] = own
	}
	for index, item := range items {
		add(item, strconv.Itoa(index), own[index].(map[string]any))
	}
	return found
}

// member is the object under this name, made if there is none.
func member(marks map[string]any, name string) map[string]any {
	own, isMade := marks[name].(map[string]any)
	if !isMade {
		own = map[string]any{}
		marks[name] = own
	}
	return own
}

var (
	escaped   = strings.NewReplacer("~", "~0", "/", "~1")
	unescaped = strings.NewReplacer("~1", "/", "~0", "~")
)

func stepsOf(path string) []string {
	steps := strings.Split(path, "/")[1:]
	for number, step := range steps {
		steps[number] = unescaped.Replace(step)
	}
	return steps
}
