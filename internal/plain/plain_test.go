package plain_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/plain"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// example is a small questionnaire with an item of every type.
func example(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	told := &questionnaire.Condition{Op: questionnaire.OpIs, Item: "told", Values: []string{"yes"}}
	q, diagnostics := questionnaire.Compile(questionnaire.Definition{
		ID: "example", Version: "1.0.0", Status: questionnaire.Draft, Language: "en", Title: "A first example",
		Purpose: "This is an **example**.\n\n- It is not real.\n", Minutes: 2, Publisher: "Nobody", Hash: "sha256:example",
		Sources:  []questionnaire.Source{{Key: "S-1", Title: "An example source", Publisher: "Nobody", Year: 2026, Evidence: questionnaire.Secondary}},
		Glossary: []questionnaire.Term{{Term: "stem cell", Meaning: "A cell that can become other cells."}},
		Items: []questionnaire.Item{
			{ID: "told", Type: questionnaire.TypeYesNo, Text: "Were you told of the risks?", Help: "On paper or in a talk.", Required: true,
				Check: "The risks", Do: "Ask for the risks on paper.", Explain: "It can be **hard** to ask.", Sources: []string{"S-1"},
				Outcomes: []questionnaire.Outcome{{When: &questionnaire.Condition{Op: questionnaire.OpIs, Values: []string{"no", "unsure"}}, State: questionnaire.StateAsk}}},
			{ID: "part", Type: questionnaire.TypeGroup, Title: "About the cells", Text: "Please *read* this.", Items: []questionnaire.Item{
				{ID: "numbers", Type: questionnaire.TypeDisplay, Title: "How often", Text: "A number.", Picture: &questionnaire.Picture{
					Of: 100, Count: 27, Label: "Got well", Group: "An example", Months: 12, Certainty: questionnaire.Low, Source: "S-1"}},
				{ID: "nobody", Type: questionnaire.TypeDisplay, Title: "Not known", Text: "No number.", Picture: &questionnaire.Picture{
					Of: 100, Label: "Were harmed", Certainty: questionnaire.Unknown}},
				{ID: "how", Type: questionnaire.TypeChoice, Text: "How would a stem cell be given?", When: told, Options: []questionnaire.Option{
					{Value: "vein", Text: "Into a vein"}, {Value: "other", Text: "Some other way", Open: true}}},
				{ID: "risks", Type: questionnaire.TypeChoices, Text: "Which did you talk about?", Options: []questionnaire.Option{
					{Value: "infection", Text: "Infection"}, {Value: "tumour", Text: "Tumours, or other growths"}, {Value: "none", Text: "None", Exclusive: true}}},
			}},
			{ID: "trust", Type: questionnaire.TypeScale, Text: "How sure are you?", Min: "0", Max: "10", MinLabel: "Not sure at all", MaxLabel: "Fully sure"},
			{ID: "weight", Type: questionnaire.TypeDecimal, Text: "What is your weight?", Min: "2", Max: "400", Unit: "kg"},
			{ID: "day", Type: questionnaire.TypeDate, Text: "When is your next talk?", Min: "2026-01-01"},
			{ID: "hope", Type: questionnaire.TypeText, Text: "What do you hope for?", Private: true, Check: "Your hope"},
			{ID: "claim", Type: questionnaire.TypeQuiz, Text: "Can one kind of cell treat all?", Required: true, Check: "What cells can do", Options: []questionnaire.Option{
				{Value: "any", Text: "Yes, any illness", Feedback: "Many people hope so."}, {Value: "unlikely", Text: "Very unlikely", Correct: true, Feedback: "Yes."}},
				Again: &questionnaire.Probe{Text: "A clinic treats 30 illnesses with one kind. What of it?", Options: []questionnaire.Option{
					{Value: "few", Text: "It is a warning sign", Correct: true, Feedback: "Cells do few things well."}, {Value: "many", Text: "It is good", Feedback: "Not so."}}}},
			{ID: "decision", Type: questionnaire.TypeDecision, Text: "Where do you stand?", Required: true},
			{ID: "signed", Type: questionnaire.TypeAttestation, Statement: "These answers are mine."},
		}})
	if q == nil {
		t.Fatal(diagnostics)
	}
	return q
}

// unkept begins a sitting that is kept nowhere.
func unkept(s *session.Session) plain.Begin {
	return given(records.Unkept(s))
}

// typist is a person at the keyboard: each line is typed when it is asked for, and shown as a terminal would.
type typist struct {
	lines []string
	paper *bytes.Buffer
}

func (p *typist) Read(b []byte) (int, error) {
	if len(p.lines) == 0 {
		return 0, io.EOF
	}
	line := p.lines[0] + "\n"
	p.lines = p.lines[1:]
	fmt.Fprint(p.paper, "> ", line)
	return copy(b, line), nil
}

// talk holds a conversation in which the lines are typed. It gives what was on the paper in the end.
func talk(t *testing.T, s *session.Session, width int, lines ...string) (string, plain.Result) {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	var paper bytes.Buffer
	result, err := plain.Run(t.Context(), plain.Options{
		In: &typist{lines, &paper}, Out: &paper, Width: width, Begin: unkept(s), Words: words, Copies: app.Copies{Out: "list.md"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return paper.String(), result
}

// checklist finds the checklist on the paper. Its words are export's, and tested there.
var checklist = regexp.MustCompile(`(?s)\n\n(?:A first example|Two questions)\n\n  .*?\n\nA copy of your checklist`)

// The whole walk, as it stands on paper.
func TestTranscripts(t *testing.T) {
	walk := []string{"", "?", "perhaps", "2", "", "", "", "1, tumours, or other growths", "1,2,2", "u", "70.50", "2026-11-30", "To walk.",
		"1", "", "1", "", "", "defer", "Amina Example"}
	tests := []struct {
		name  string
		width int
		lines []string
		end   plain.End
	}{
		{"walk", 0, append(walk[:len(walk):len(walk)], "2"), plain.Finished},
		{"narrow", 34, append(walk[:len(walk):len(walk)], "3"), plain.Finished},
		{"ways", 0, []string{"b", "what", "", "t", "t", "", "yes", "b", "b", "r", "", "", "", "", "", "other", "b", "2", "", "other", `"b"`, "b", "", "3,1", "none",
			"11", "", "many", "300", "", "tomorrow", "", "", "", "2", "",
			"change", "change 99", "change 3", "x", "", "change 7", "?", "", "4", "b", "", "", "", "q", "1", "3", "", "2"}, plain.Finished},
		{"stop", 0, []string{"", "1", "q", "maybe", "2", "b", "3"}, plain.Stopped},
		{"closed", 0, []string{"", "1", ""}, plain.InputEnded},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden, err := filepath.Abs(filepath.Join("testdata", test.name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			paper, result := talk(t, sessiontest.Start(example(t)), test.width, test.lines...)
			if result.End != test.end {
				t.Errorf("ended with %v, want %v", result.End, test.end)
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

// At whatever line the input ends, nothing is recorded by it, and nothing is saved.
func TestAClosedLineIsNoAnswer(t *testing.T) {
	lines := []string{"", "2", "", "", "", "1", "9", "70", "2026-11-30", "To walk.", "2", "", "", "1", "Amina Example", "1"}
	for n := range lines {
		for _, cut := range []string{"", "1", "yes"} {
			t.Chdir(t.TempDir())
			words, err := i18n.New("en")
			if err != nil {
				t.Fatal(err)
			}
			s := sessiontest.Start(example(t))
			input := strings.Join(append(lines[:n:n], cut), "\n")
			result, err := plain.Run(t.Context(), plain.Options{
				In: strings.NewReader(input), Out: io.Discard, Begin: unkept(s), Words: words, Copies: app.Copies{Out: "list.md"}})
			if err != nil || result.End != plain.InputEnded {
				t.Fatalf("after %d lines and %q: %v, %v", n, cut, result.End, err)
			}
			again := sessiontest.Start(example(t))
			plain.Run(t.Context(), plain.Options{
				In: strings.NewReader(strings.Join(append(lines[:n:n], ""), "\n")), Out: io.Discard, Begin: unkept(again), Words: words})
			if diff := cmp.Diff(again.Response(), s.Response()); diff != "" {
				t.Errorf("%q without a line end was an answer:\n%s", cut, diff)
			}
			if entries, _ := os.ReadDir("."); len(entries) > 0 {
				t.Errorf("a copy was saved, unasked")
			}
		}
	}
}

func TestInterrupted(t *testing.T) {
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	keyboard, _ := io.Pipe() // nobody types
	var paper signalling
	paper.seen = cancel
	result, err := plain.Run(ctx, plain.Options{In: keyboard, Out: &paper, Begin: unkept(sessiontest.Start(example(t))), Words: words})
	if err != nil || result.End != plain.Interrupted {
		t.Errorf("got %v, %v", result.End, err)
	}
}

// signalling calls seen at the first thing that is written.
type signalling struct{ seen func() }

func (s *signalling) Write(b []byte) (int, error) {
	s.seen()
	return len(b), nil
}

func TestFullDisk(t *testing.T) {
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	if _, err := plain.Run(t.Context(), plain.Options{In: strings.NewReader("\n"), Out: full, Begin: unkept(sessiontest.Start(example(t))), Words: words}); err == nil {
		t.Error("nothing was said of a full disk")
	}
}

// Nothing that an author or a person wrote can act on the terminal, and no line is wider than told.
func TestNothingButText(t *testing.T) {
	const hostile = "\x1b]0;title\a\x1b[2Jx\u202ey\u009bz\x00"
	q, diagnostics := questionnaire.Compile(questionnaire.Definition{ID: "example", Version: "1.0.0", Title: hostile, Purpose: hostile, Publisher: hostile,
		Items: []questionnaire.Item{
			{ID: "part", Type: questionnaire.TypeGroup, Title: hostile, Text: hostile, Items: []questionnaire.Item{
				{ID: "a", Type: questionnaire.TypeChoice, Text: hostile, Help: hostile, Explain: hostile, Check: hostile, Options: []questionnaire.Option{
					{Value: "a", Text: hostile}, {Value: "b", Text: hostile, Open: true}}}}},
			{ID: "b", Type: questionnaire.TypeText, Text: hostile},
		}})
	if q == nil {
		t.Fatal(diagnostics)
	}
	t.Chdir(t.TempDir())
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{"", "", "?", "2", hostile, hostile + " " + strings.Repeat("long ", 100), "change 1", "", "", "1", ""}
	var paper bytes.Buffer
	result, err := plain.Run(t.Context(), plain.Options{
		In: strings.NewReader(strings.Join(lines, "\n")), Out: &paper, Width: 40, Begin: unkept(sessiontest.Start(q)), Words: words,
		Copies: app.Copies{Out: "copy\x1b[2J\u202e.md"},
	})
	if err != nil || len(result.Written) != 1 {
		t.Fatalf("%d copies were saved, and %v:\n%s", len(result.Written), err, paper.String())
	}
	for _, r := range paper.String() {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x202e {
			t.Fatalf("%U is on the paper:\n%q", r, paper.String())
		}
	}
}
