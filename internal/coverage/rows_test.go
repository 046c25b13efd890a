package coverage

import (
	"strings"
	"testing"
)

func TestParseRefuses(t *testing.T) {
	tests := map[string]string{
		"families: [{title: A, rows: {R-1: {reason: none}}}]":                   "R-1",
		"families: [{rows: {R-1: {text: a}}}, {rows: {R-1: {text: b}}}]":        "R-1",
		"families: [{title: A, rows: {R-1: [text]}}]":                           "R-1",
		"families: {title: A}":                                                  "read the rows",
		"families: [{title: A, rows: {R-1: {text: fine}, R-1: {text: again}}}]": "R-1",
	}
	for data, want := range tests {
		if _, err := parse([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parse(%s) = %v, want an error with %q", data, err, want)
		}
	}
}
