package plain_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/plain"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/store"
)

// What is different where answers are kept, as it stands on paper: one sitting that is left, and how it goes on.
func TestKeptTranscripts(t *testing.T) {
	tests := []struct {
		name     string
		from, to int // appends that fail, the first of the second sitting being 1
		refused  int // claims that fail in it
		lines    []string
		end      plain.End
		events   string // the last of the record
	}{
		{"kept-on", 0, 0, 0, []string{"", "1", "2", "", "2"}, plain.Finished, "completed shown"},
		{"kept-copy", 0, 0, 0, []string{"q", "1", "1", "q", "3", "1"}, plain.Stopped, "copied paused"},
		{"kept-anew", 0, 0, 1, []string{"2", "2", "", "q", "2"}, plain.Stopped, "shown paused"},
		{"kept-stop", 0, 0, 0, []string{"q", "2"}, plain.Stopped, "paused"},
		{"kept-closed", 0, 0, 0, []string{"1", "1"}, plain.InputEnded, "resumed answered shown paused"},
		{"kept-offered", 0, 0, 0, nil, plain.InputEnded, "paused"},
		{"unsaved-again", 2, 3, 0, []string{"1", "2", "b", "1", "1", "", "2"}, plain.Finished, "completed shown"},
		{"unsaved-stop", 2, 9, 0, []string{"1", "2", "2"}, plain.Unsaved, "resumed"},
		{"unsaved-closed", 2, 9, 0, []string{"1", "2"}, plain.InputEnded, "resumed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden, err := filepath.Abs(filepath.Join("testdata", test.name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			w, q := newWeak(), compiled(t, two)
			hold(t, plain.Options{Begin: w.begin(q, "EXAMPLE")}, "", "Walk")
			w.appends = 0
			w.failing(test.from, test.to, store.ErrFull)
			offer := w.offer(t, q)
			w.refuses = test.refused
			paper, result := hold(t, plain.Options{Begin: w.begin(q, "OTHER"), Offer: offer}, test.lines...)
			if lost := test.to == 9; result.End != test.end || (result.Fault != nil) != lost {
				t.Errorf("ended with %v, and %v", result.End, result.Fault)
			}
			if events := strings.Join(w.events(t, "EXAMPLE"), " "); !strings.HasSuffix(events, test.events) {
				t.Errorf("the record has %s", events)
			}
			paper = checklist.ReplaceAllString(paper, "\n\n[the checklist]\n\nA copy of your checklist")
			if *update {
				if err := os.WriteFile(golden, []byte(paper), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), paper); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Where nothing was kept yet, nothing is said to be kept, and no record is named that there is not.
func TestBeforeAnythingIsKept(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		end   plain.End
		want  string
	}{
		{"stopped", []string{"q", "2"}, plain.Stopped, "You have not answered anything yet."},
		{"closed", nil, plain.InputEnded, "Nothing was answered."},
		{"unsaved", []string{"", "2"}, plain.Unsaved, "so nothing is lost."},
		{"unsaved and closed", []string{""}, plain.InputEnded, "so nothing is lost."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWeak()
			w.failing(1, 9, store.ErrFull)
			paper, result := hold(t, plain.Options{Begin: w.begin(compiled(t, two), "EXAMPLE")}, test.lines...)
			if result.End != test.end || !strings.Contains(strings.ReplaceAll(paper, "\n", " "), test.want) {
				t.Errorf("ended with %v, and %q is not on the paper:\n%s", result.End, test.want, paper)
			}
			if strings.Contains(paper, "EXAMPLE") || strings.Contains(paper, "is kept.") {
				t.Errorf("a record is told of that there is not:\n%s", paper)
			}
		})
	}
}

// watched is a paper that looks into the store whenever something is written on it.
type watched struct {
	t      *testing.T
	w      *weak
	said   func() int // entries that there should be
	writes int
	wrong  error
}

func (p *watched) Write(b []byte) (int, error) {
	p.writes++
	kept, said := len(p.w.events(p.t, "EXAMPLE")), p.said()
	tells := bytes.Contains(b, []byte("not saved"))
	if kept < said && !tells && p.wrong == nil && !bytes.HasPrefix(bytes.TrimSpace(b), []byte("Choose one of these first.")) {
		p.wrong = fmt.Errorf("%d of %d entries are saved, and this is said:\n%s", kept, said, b)
	}
	return len(b), nil
}

// said counts the entries that should be kept of what the person did. The note that they left is not of it.
func said(s *session.Session) int {
	if !s.Begun() {
		return 0
	}
	entries := s.Entries()
	if _, left := entries[len(entries)-1].Event.(session.Paused); left {
		return len(entries) - 1
	}
	return len(entries)
}

// babble types anything in front of a failing store, and gives the first thing that was said too early.
func babble(t *testing.T, seed uint64, w *weak) (writes int, wrong error) {
	r := rand.New(rand.NewPCG(seed, 11))
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	j, err := w.begin(everyType(t), "EXAMPLE")(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.fails = func(int) error {
		if r.IntN(6) == 0 && !w.lies {
			return []error{store.ErrFull, store.ErrReadOnly, store.ErrDamaged}[r.IntN(3)]
		}
		return nil
	}
	var typed []string
	for range 300 {
		typed = append(typed, keys[r.IntN(len(keys))])
	}
	paper := &watched{t: t, w: w, said: func() int { return said(j.Session()) }}
	_, err = plain.Run(t.Context(), plain.Options{
		In: strings.NewReader(strings.Join(typed, "\n") + "\n"), Out: paper, Begin: given(j), Words: words,
		Copies: app.Copies{Out: app.Stdout}, Now: sessiontest.Clock(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return paper.writes, paper.wrong
}

// Whatever is typed, and however often a save fails: nothing is said before all it rests on is saved.
func TestNothingIsSaidBeforeItIsSaved(t *testing.T) {
	writes := 0
	for seed := range uint64(40) {
		n, wrong := babble(t, seed, newWeak())
		if wrong != nil {
			t.Fatalf("seed %d: %v", seed, wrong)
		}
		writes += n
	}
	if writes < 500 {
		t.Errorf("%d times something was said: the test shows less than it says", writes)
	}
}

// The check must be able to fail: a store that keeps nothing of what it says it keeps is found by most talks, those that do not stop at once.
func TestWhatIsSaidBeforeItIsSavedIsFound(t *testing.T) {
	found := 0
	for seed := range uint64(10) {
		w := newWeak()
		w.lies = true
		if _, wrong := babble(t, seed, w); wrong != nil {
			found++
		}
	}
	if found < 5 {
		t.Errorf("found by %d of 10 talks", found)
	}
}

// A signal loses nothing that was confirmed, nor what was being saved.
func TestInterruptedIsKept(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w, q := newWeak(), compiled(t, two)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w.fails = func(n int) error {
		if n == 2 { // the answer
			cancel()
			return ctx.Err()
		}
		return nil
	}
	result, err := plain.Run(ctx, plain.Options{
		In: strings.NewReader("\nWalk\n"), Out: &bytes.Buffer{}, Begin: w.begin(q, "EXAMPLE"), Words: words, Now: w.now})
	if err != nil || result.End != plain.Interrupted || result.Fault != nil {
		t.Errorf("%+v, %v", result, err)
	}
	if events := w.events(t, "EXAMPLE"); !slices.Contains(events, "answered") || events[len(events)-1] != "paused" {
		t.Errorf("the record has %v", events)
	}
}

// Who cannot begin is told before they have answered anything.
func TestARecordThatCannotBeBegun(t *testing.T) {
	w := newWeak()
	w.refuses = 1
	var paper bytes.Buffer
	_, err := plain.Run(t.Context(), plain.Options{In: strings.NewReader("\n"), Out: &paper, Begin: w.begin(compiled(t, two), "EXAMPLE")})
	if err == nil || paper.Len() > 0 {
		t.Errorf("%v, and on paper:\n%s", err, paper.String())
	}
}
