package tui

import (
	"strings"
	"testing"

	"informed/internal/records"
	"informed/internal/session"
)

// By touch alone one gets as far as by keys: names are all that has to be typed.
func TestAConsultationByTouch(t *testing.T) {
	l := &lobby{list: waitingRecords(t)}
	d := l.stand(t, 80, 24, nadia, records.Wish{})
	for _, words := range []string{"6GQ-7R", "6GQ-7R"} {
		d.click(words)
	}
	if d.sitting.Journal == nil {
		t.Fatalf("touching a record twice does not open it:\n%s", d.shown())
	}
	d = counselled(t, 80, 24, "agree", func(s *session.Session) { s.ToPeople() })
	for _, words := range []string{"nobody else", "Next", "The patient reads it", "Next", "Next"} {
		d.click(words)
	}
	if got := d.sitting.Session().Parties(); len(got) != 1 || got[0].Name != "Noor" {
		t.Fatalf("here are %v:\n%s", got, d.shown())
	}
	d = counselled(t, 80, 24, "agree", come(noor))
	for _, words := range []string{"Say who is here", "Next", "Someone else", "Next", "A witness", "Next"} {
		d.click(words)
	}
	d.press("W", "i", "m")
	for _, words := range []string{"Next", "Next", "signs now", "Next", "has the keyboard", "Next"} {
		d.click(words)
	}
	d.press("N", "o", "o", "r")
	d.click("Enter Sign")
	if got := len(d.sitting.Session().Unsigned()); got != 2 {
		t.Errorf("%d must still sign:\n%s", got, d.shown())
	}
}

// The cursor of the terminal stands at what is focused, for whoever follows it by ear or by hand.
func TestTheCursorFollows(t *testing.T) {
	l := &lobby{list: waitingRecords(t)}
	d := l.stand(t, 80, 24, nadia, records.Wish{})
	for range 3 {
		d.press("down")
		if line := strings.Split(d.shown(), "\n")[d.program.Frame().Cursor.Y]; !strings.Contains(line, "> ") {
			t.Errorf("the cursor stands at %q", line)
		}
	}
	d = counselled(t, 80, 24, "agree", come(noor, wim))
	d.press("1", "enter", "1", "enter", "N", "o")
	at := *d.program.Frame().Cursor
	if line := strings.Split(d.shown(), "\n")[at.Y]; line[:min(at.X, len(line))] != "  > No" {
		t.Errorf("the cursor stands at %d of %q", at.X, line)
	}
}
