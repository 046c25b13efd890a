//go:build unix

package cli_test

import (
	"strings"
	"testing"

	"filippo.io/age"
)

// What was left is offered to whoever sits down on a terminal, unless offer is off, and to nobody where this machine cannot read it: looking
// through all that was ever left would take longer each day.
func TestOnlyWhatCanBeReadIsOffered(t *testing.T) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		recipients, offer string
		want              bool
	}{{"", "", true}, {key.Recipient().String(), "", false}, {"", "no", false}} {
		recipients, want := test.recipients, test.want
		t.Setenv("XDG_DATA_HOME", t.TempDir())
		t.Setenv("INFORMED_RECIPIENTS", recipients)
		t.Setenv("INFORMED_OFFER", test.offer)
		left := onTerminal(t, "TERM=dumb", []string{"", "yes", "q", "2"}, "testdata/files/example.yaml")
		if !strings.Contains(left, "Recorded: Yes") {
			t.Fatalf("nothing was left:\n%s", left)
		}
		next := onTerminal(t, "TERM=dumb", []string{"q", "2"}, "testdata/files/example.yaml")
		if got := strings.Contains(strings.Join(strings.Fields(next), " "), "stopped at question 2"); got != want {
			t.Errorf("recipients %q: offered %t, want %t:\n%s", recipients, got, want, next)
		}
	}
}
