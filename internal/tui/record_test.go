package tui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

// toured is what the tour of golden_test.go answers, as a file.
const toured = `questionnaire: every-type
answers:
  promised: "yes"
  place: {other: "At home!"}
  talked: [risks, costs]
  trust: 7
  visits: 9
  dose: 1.5
  day: unsure
  product: Cells
  hope: To walk.
  listed: [approved, nothing]
  worry: "yes"
talk: [promised]
decision: decline
attest: Noor
`

// The full screen and a file of answers leave the same record: only its id, its times and its journal are its own.
func TestTheScreenLeavesTheRecordOfAFileOfAnswers(t *testing.T) {
	q := load(t, "testdata/every-type.yaml")
	d := sit(t, q, 80, 24)
	for _, stop := range tour() {
		for _, key := range strings.Fields(stop[1]) {
			if key == "on" {
				d.toEnd()
				key = "enter"
			}
			d.press(key)
		}
		if stop[0] == "the checklist" {
			break
		}
	}
	sheet, found := app.ReadAnswers("answers.yaml", []byte(toured))
	if found != nil {
		t.Fatal(found)
	}
	filled := session.Start(q, session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"}, session.Scribe{Now: sessiontest.Clock()})
	if found := app.Fill(filled, sheet); found != nil {
		t.Fatal(found)
	}
	words := d.sitting.Words
	screen, file := summary.Build(q, d.sitting.Session().Record(), words), summary.Build(q, filled.Record(), words)
	own := cmp.Options{
		cmpopts.IgnoreFields(summary.Record{}, "Fingerprint", "Started", "Completed"),
		cmpopts.IgnoreFields(summary.Answer{}, "At"), cmpopts.IgnoreFields(summary.Signature{}, "At", "Fingerprint"),
	}
	if diff := cmp.Diff(screen, file, own); diff != "" {
		t.Errorf("record (-screen +file):\n%s", diff)
	}
	if screen.Record.Status != summary.Completed || len(screen.Answers) != 11 {
		t.Errorf("the tour left a record that is %s with %d answers: the test shows less than it says", screen.Record.Status, len(screen.Answers))
	}
}
