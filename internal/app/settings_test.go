package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
)

func TestSettings(t *testing.T) {
	got, found := app.ReadSettings("config.yaml", []byte("out: here\nrecipients: [one, two]\nplain: yes\n"), []string{"out", "plain", "recipients"})
	if len(found) > 0 {
		t.Fatal(found)
	}
	if diff := cmp.Diff(map[string]string{"out": "here", "recipients": "one,two", "plain": "yes"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A key that is there without a value was meant to have one: whoever writes it is told, and nothing goes on without.
func TestASettingWithoutAValueIsWrong(t *testing.T) {
	for _, value := range []string{"", "~", "[]", "''", "'  '", "','", "[one, '']", "[~]", "\n  # - one"} {
		_, found := app.ReadSettings("config.yaml", []byte("recipients: "+value+"\n"), []string{"recipients"})
		if len(found) != 1 || found[0].Code != "no-value" {
			t.Errorf("recipients: %s: got %v", value, found)
		}
	}
}
