package tui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"time"

	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
)

// lobby is a desk with records that need no store.
type lobby struct {
	list   []records.Consultation
	key    string // file with the key to what is sealed
	has    bool
	wrong  bool // the key is one, and not the one
	opened []records.Wish
	newer  *records.Newer
	begin  func() *session.Session
}

func (l *lobby) desk(counsellor session.Party, wish records.Wish) *records.Desk {
	return &records.Desk{
		Counsellor: counsellor, Wish: wish,
		Consultations: func(context.Context) ([]records.Consultation, error) { return l.list, nil },
		Records:       func(context.Context) ([]store.Record, error) { return nil, nil },
		Identify: func(file string) error {
			if file != l.key {
				return fmt.Errorf("read the key: %w", fs.ErrNotExist)
			}
			l.has = !l.wrong
			return nil
		},
		Open: func(_ context.Context, _ session.Party, wish records.Wish) (*records.Journal, error) {
			l.opened = append(l.opened, wish)
			switch {
			case l.key != "" && !l.has:
				return nil, fmt.Errorf("open it: %w", records.ErrSealed)
			case wish.Visit != "":
				return nil, errors.New("there is no such visit")
			}
			return records.Unkept(l.begin()), nil
		},
		Choices: func() []records.Choice {
			return []records.Choice{{ID: "a", Title: "About one thing"}, {ID: "b", Title: "About another"}}
		},
		Newer: func(*session.Session) (records.Newer, bool) {
			if l.newer == nil {
				return records.Newer{}, false
			}
			return *l.newer, true
		},
	}
}

// stand opens the first screen of a counsellor.
func (l *lobby) stand(t testing.TB, w, h int, counsellor session.Party, wish records.Wish) *desk {
	t.Helper()
	now := tick()
	if l.begin == nil {
		l.begin = func() *session.Session {
			s := session.Start(load(t, "testdata/every-type.yaml"), example(), session.Scribe{Now: now})
			s.Consult(nadia, nil)
			return s
		}
	}
	d := prepare(t, Options{Now: now, Desk: l.desk(counsellor, wish)})
	if err := ready(t.Context(), d.sitting, Options{}); err != nil {
		t.Fatal(err)
	}
	return d.open(w, h)
}

// waitingRecords are records of every kind.
func waitingRecords(t testing.TB) []records.Consultation {
	at := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	kept := func(id string, ago time.Duration) store.Record {
		return store.Record{ID: id, Questionnaire: "every-type", Version: "1.0.0", Updated: at.Add(-ago), Status: session.Complete}
	}
	open := counselled(t, 80, 24, "agree", func(*session.Session) {}).sitting.Session()
	visited := session.Start(open.Questionnaire(), session.Begin{Record: "9", Language: "en", Visit: "V-1234"}, session.Scribe{Now: tick()})
	visited.Consult(nadia, nil)
	signed, left := kept("6GQ7R11112222333", 30*time.Hour), kept("7HQ7R11112222333", 90*time.Minute)
	signed.Stage, left.Status = store.Signed, session.InProgress
	return []records.Consultation{
		{Record: kept("2BQ7R11112222333", 0), Session: open},
		{Record: kept("3CQ7R11112222333", time.Hour), Session: visited},
		{Record: kept("4DQ7R11112222333", 50*time.Hour), Fault: records.ErrSealed},
		{Record: kept("5FQ7R11112222333", 51*time.Hour), Fault: errors.New("broken")},
		{Record: signed}, {Record: left}, {Record: kept("8JQ7R11112222333", 24*time.Hour)},
	}
}

func TestOpening(t *testing.T) {
	open := func(w, h int) *desk {
		l := &lobby{list: waitingRecords(t), key: "my.key"}
		return l.stand(t, w, h, session.Party{}, records.Wish{})
	}
	walk(t, "opening", open, [][2]string{
		{"who counsels", ""},
		{"without a name", "enter"},
		{"what they are", "N a d i a enter"},
		{"their number", "enter"},
		{"the records", "enter"},
		{"nothing chosen", "enter"},
		{"a new consultation", "down"},
		{"what it is about", "enter"},
		{"the last record", "esc end down down down down down down down"},
		{"a search", "v - 1 2"},
		{"what was found", "enter"},
		{"nothing found", "x x enter"},
		{"a sealed record", "esc down down down down enter"},
		{"a file that is none", "o t h e r enter"},
	})
}

// With the key what is sealed opens. Which file it was in is written nowhere.
func TestTheKeyToWhatIsSealed(t *testing.T) {
	l := &lobby{list: waitingRecords(t), key: "my.key", wrong: true}
	d := l.stand(t, 80, 24, nadia, records.Wish{Record: "4DQ7R11112222333"})
	d.press("enter", "n", "o", "enter")
	if d.sitting.Journal != nil || !strings.Contains(d.shown(), "There is no such file.") {
		t.Fatalf("a wrong key:\n%s", d.shown())
	}
	d.press("backspace", "backspace")
	d.press(strings.Split(l.key, "")...)
	d.press("enter")
	if !strings.Contains(d.shown(), "This key does not open the record.") {
		t.Errorf("the key of something else:\n%s", d.shown())
	}
	l.wrong = false
	d.press(append(strings.Split(l.key, ""), "enter")...)
	if d.sitting.Journal == nil {
		t.Fatalf("not opened:\n%s", d.shown())
	}
	for _, e := range d.sitting.Session().Entries() {
		if strings.Contains(string(e.Body), l.key) {
			t.Errorf("the journal tells of the key: %s", e.Body)
		}
	}
}

// A record is found by its code as it is read out, by its number, its visit and its title.
func TestSearching(t *testing.T) {
	for _, test := range []struct {
		typed string
		found []string
	}{
		{"2bq-7r", []string{"2BQ7R11112222333"}},
		{"2bq7", []string{"2BQ7R11112222333"}},
		{records.Pickup("8JQ7R11112222333"), []string{"8JQ7R11112222333"}},
		{"3cq7rllll2222333", []string{"3CQ7R11112222333"}},
		{"v-1234", []string{"3CQ7R11112222333"}},
		{"EVERY kind", []string{"2BQ7R11112222333", "3CQ7R11112222333"}},
	} {
		l := &lobby{list: waitingRecords(t)}
		d := l.stand(t, 100, 60, nadia, records.Wish{})
		d.press(strings.Split(test.typed, "")...)
		for i, id := range test.found {
			if !strings.Contains(d.shown(), records.Pickup(id)) {
				t.Errorf("%q does not find %d, %s:\n%s", test.typed, i, id, d.shown())
			}
		}
		if got := len(regexp.MustCompile(`Q-7R.  `).FindAllString(d.shown(), -1)); got != len(test.found) {
			t.Errorf("%q finds %d records:\n%s", test.typed, got, d.shown())
		}
		if len(test.found) == 1 {
			d.press("enter", "enter")
			if want := (records.Wish{Record: test.found[0]}); len(l.opened) != 1 || l.opened[0] != want {
				t.Errorf("%q opened %v", test.typed, l.opened)
			}
		}
	}
}

// What was asked for already is one key away.
func TestAWishIsOneKeyAway(t *testing.T) {
	for _, test := range []struct{ wish, want records.Wish }{
		{records.Wish{Record: "3CQ7R11112222333"}, records.Wish{Record: "3CQ7R11112222333"}},
		{records.Wish{Pickup: records.Pickup("4DQ7R11112222333")}, records.Wish{Record: "4DQ7R11112222333"}},
	} {
		l := &lobby{list: waitingRecords(t)}
		l.stand(t, 80, 24, nadia, test.wish).press("enter")
		if len(l.opened) != 1 || l.opened[0] != test.want {
			t.Errorf("%v opened %v", test.wish, l.opened)
		}
	}
}

// Who said at the command line what to open is asked for their name, and not again for what to open.
func TestAWishOpensOnceTheNameIsKnown(t *testing.T) {
	named := strings.Fields("N a d i a enter enter enter")
	for _, test := range []struct {
		wish, want records.Wish
		keys       []string
	}{
		{records.Wish{Pickup: "4DQ7R1"}, records.Wish{Pickup: "4DQ7R1"}, nil},
		{records.Wish{Record: "3CQ7R11112222333"}, records.Wish{Record: "3CQ7R11112222333"}, nil},
		{records.Wish{New: true}, records.Wish{New: true, Questionnaire: "a"}, []string{"1", "enter"}},
	} {
		l := &lobby{list: waitingRecords(t)}
		l.stand(t, 80, 24, session.Party{}, test.wish).press(append(named, test.keys...)...)
		if len(l.opened) != 1 || l.opened[0] != test.want {
			t.Errorf("%v opened %v", test.wish, l.opened)
		}
	}
}

// What a new consultation is about is what was chosen.
func TestANewConsultationIsAboutWhatWasChosen(t *testing.T) {
	l := &lobby{}
	l.stand(t, 80, 24, nadia, records.Wish{}).press("down", "enter", "2", "enter")
	if want := (records.Wish{New: true, Questionnaire: "b"}); len(l.opened) != 1 || l.opened[0] != want {
		t.Errorf("opened %v", l.opened)
	}
}

// With ten thousand records the list is as quick as with few, and each of them is found.
func TestManyRecords(t *testing.T) {
	l := &lobby{}
	for i := range 10_000 {
		r := store.Record{ID: fmt.Sprintf("%05dXXXXXXXXXXX", i), Questionnaire: "every-type"}
		l.list = append(l.list, records.Consultation{Record: r})
	}
	d := l.stand(t, 80, 24, nadia, records.Wish{})
	d.press("end")
	if !strings.Contains(d.shown(), "9900 more records are not shown") {
		t.Errorf("it is not said that there are more:\n%s", d.shown())
	}
	d.press("0", "9", "9", "9", "8")
	if !strings.Contains(d.shown(), records.Pickup("09998XXXXXXXXXXX")) {
		t.Errorf("not found:\n%s", d.shown())
	}
	if lines := len(d.program.Frame().Lines); lines > 24 {
		t.Errorf("%d lines", lines)
	}
}

func BenchmarkSearching(b *testing.B) {
	l := &lobby{}
	for i := range 10_000 {
		l.list = append(l.list, records.Consultation{Record: store.Record{ID: fmt.Sprintf("%05dXXXXXXXXXXX", i), Questionnaire: "every-type"}})
	}
	d := l.stand(b, 80, 24, nadia, records.Wish{})
	for b.Loop() {
		d.press("9", "backspace")
	}
}
