package app

import (
	"regexp"
	"testing"
)

func TestNewRecordID(t *testing.T) {
	shape := regexp.MustCompile(`^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$`)
	seen := map[string]bool{}
	for range 1000 {
		id := NewRecordID()
		if !shape.MatchString(id) || seen[id] {
			t.Fatalf("id %q is twice or of the wrong shape", id)
		}
		seen[id] = true
	}
}
