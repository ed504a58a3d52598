package kl01

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

var instant = regexp.MustCompile(
	`^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$`)

// Minute turns an ISO 8601 instant with an offset, such as 2023-03-30T23:59:59+07:00, into what rulebooks count:
// whole minutes since 1970-01-01T00:00Z, rounded down. Anything else is an error, also a day that does not exist.
func Minute(text string) (int64, error) {
	match := instant.FindStringSubmatch(text)
	if match == nil {
		return 0, fmt.Errorf("not an ISO 8601 instant with an offset: %.100q", text)
	}
	local, err := time.Parse("2006-01-02T15:04", match[1])
	if err != nil {
		return 0, err
	}
	hours, _ := strconv.ParseInt("0"+match[3], 10, 64)
	minutes, _ := strconv.ParseInt("0"+match[4], 10, 64)
	offset := hours*60 + minutes
	if match[2] == "-" {
		offset = -offset
	}
	return local.Unix()/60 - offset, nil
}
