package export_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/export"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

// canary is what a person who sings answers to an item, wherever own words are taken.
func canary(id string) string { return "canary-of-" + id + "-" }

// sing goes on by a step, with words that tell where they came from, and now and then far back to change an answer.
func sing(r *rand.Rand, s *session.Session) {
	p := s.Prompt()
	switch n := r.IntN(12); {
	case n == 0:
		for range r.IntN(20) {
			s.Back()
		}
	case n < 4 || p.Entry == nil:
		sessiontest.Step(r, s)
	default:
		own := questionnaire.Value{Text: canary(p.Entry.ID)}
		if _, ok := p.Entry.Option("other"); ok {
			own = questionnaire.Value{Codes: []string{"other"}, Words: map[string]string{"other": canary(p.Entry.ID)}}
		}
		if s.Answer(p.Entry.ID, own) != nil {
			s.Answer(p.Entry.ID, sessiontest.Sound(r, p))
		}
		s.Next()
	}
}

// songs runs visit on random people who sing, in random questionnaires. sung tells which items ever held a canary.
func songs(t *testing.T, n int, visit func(t *testing.T, s *session.Session, sung map[string]bool)) {
	t.Helper()
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 29))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 30))
		for range 80 {
			sing(r, s)
		}
		sung := map[string]bool{}
		for _, entry := range s.Entries() {
			if answered, ok := entry.Event.(session.Answered); ok && (answered.New.Text != "" || answered.New.Words != nil) {
				sung[answered.Item] = true
			}
		}
		visit(t, s, sung)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// copies writes a summary in every format.
func copies(t *testing.T, s summary.Summary, o export.Options) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, format := range export.Formats() {
		content, err := format.Write(s, english(t), o)
		if err != nil {
			t.Fatal(err)
		}
		out[format.Name] = string(content)
	}
	return out
}

// The same events give the same bytes: those of a live session, of its replay, and of the same summary once more.
func TestSameEventsSameBytes(t *testing.T) {
	songs(t, 80, func(t *testing.T, s *session.Session, _ map[string]bool) {
		again, err := session.Replay(s.Questionnaire(), s.Entries(), session.Scribe{Now: sessiontest.Clock()})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range []export.Options{{}, {Private: true}} {
			live := copies(t, build(t, s), o)
			if diff := cmp.Diff(live, copies(t, build(t, again), o)); diff != "" {
				t.Errorf("copies (-live +replayed):\n%s", diff)
			}
			if diff := cmp.Diff(live, copies(t, build(t, s), o)); diff != "" {
				t.Errorf("copies (-first +second):\n%s", diff)
			}
		}
	})
}

func TestHiddenAnswersStayOut(t *testing.T) {
	hidden, shown := 0, 0
	songs(t, 200, func(t *testing.T, s *session.Session, sung map[string]bool) {
		copies := copies(t, build(t, s), export.Options{Private: true})
		enabled := s.Questionnaire().Enabled(s.Response().Answers)
		for _, e := range s.Questionnaire().Entries() {
			if !sung[e.ID] || e.Type == questionnaire.TypeAttestation {
				continue
			}
			v, answered := s.Response().Answers[e.ID]
			here := enabled[e.Index] && answered && (v.Text != "" || v.Words != nil)
			for name, content := range copies {
				if strings.Contains(content, canary(e.ID)) && !here {
					t.Errorf("%s: the answer to %s, which is hidden or taken back, is in the copy", name, e.ID)
				}
			}
			if !enabled[e.Index] {
				hidden++
			}
			if strings.Contains(copies["json"], canary(e.ID)) {
				shown++
			}
		}
	})
	if hidden == 0 || shown == 0 {
		t.Errorf("%d answers were hidden and %d shown: the test shows nothing", hidden, shown)
	}
}

func TestPrivateAnswersStayOut(t *testing.T) {
	private := 0
	songs(t, 200, func(t *testing.T, s *session.Session, _ map[string]bool) {
		sum := build(t, s)
		public, all := copies(t, sum, export.Options{}), copies(t, sum, export.Options{Private: true})
		for _, a := range sum.Answers {
			if !a.Private || !strings.HasPrefix(a.Answer, "canary") && !strings.HasPrefix(a.Answer, "Other: canary") {
				continue
			}
			private++
			for _, name := range []string{"md", "text"} {
				if strings.Contains(public[name], canary(a.ID)) {
					t.Errorf("%s: the private answer to %s is in the copy", name, a.ID)
				}
				if !strings.Contains(all[name], canary(a.ID)) {
					t.Errorf("%s: the private answer to %s is missing where it was asked for", name, a.ID)
				}
			}
			if !strings.Contains(public["json"], canary(a.ID)) {
				t.Errorf("json: the private answer to %s is missing", a.ID)
			}
		}
	})
	if private == 0 {
		t.Error("no answer was ever private: the test shows nothing")
	}
}

// A private line takes its sources and its quiz with it.
func TestPrivateTakesEverythingAlong(t *testing.T) {
	secret := quiz("secret", "Is the private claim so?", "The private claim")
	secret.Private, secret.Sources = true, []string{"EX-COST"}
	d := example()
	d.Items = []questionnaire.Item{secret, quiz("open", "Is the open claim so?", "The open claim")}
	answers := said{"secret": {questionnaire.Codes("no")}, "open": {questionnaire.Codes("no")}}
	sum := build(t, walk(t, d, answers))
	for _, test := range []struct {
		options export.Options
		want    bool
	}{{export.Options{}, false}, {export.Options{Private: true}, true}} {
		md := string(export.Markdown(sum, english(t), test.options))
		for _, s := range []string{"private claim", "EX-COST"} {
			if got := strings.Contains(md, s); got != test.want {
				t.Errorf("%+v: %q in the copy is %v, want %v", test.options, s, got, test.want)
			}
		}
		if claims := strings.Count(md, "Clear now:"); claims > 1 != test.want {
			t.Errorf("%+v: %d claims", test.options, claims)
		}
		if !strings.Contains(md, "**Clear now:** Is the open claim so?") || !strings.Contains(md, "EX-2021") {
			t.Errorf("%+v: what is not private is missing:\n%s", test.options, md)
		}
	}
}

// A copy that leaves a private warning out does not say that there was none.
func TestNoWarningIsSaidOnlyWhereThereIsNone(t *testing.T) {
	const sentence = "No warning sign was found in your answers."
	it := questionnaire.Item{ID: "a", Type: questionnaire.TypeYesNo, Text: "Is it so?",
		Outcomes: []questionnaire.Outcome{outcome(questionnaire.StateWarning, "", "yes")}}
	private := it
	private.Private = true
	for _, test := range []struct {
		item   questionnaire.Item
		answer string
		want   bool
	}{{it, "yes", false}, {private, "yes", false}, {it, "no", true}, {private, "no", true}} {
		d := example()
		d.Items = []questionnaire.Item{test.item}
		sum := build(t, walk(t, d, said{"a": {questionnaire.Codes(test.answer)}}))
		for _, o := range []export.Options{{}, {Private: true}} {
			if got := strings.Contains(string(export.Markdown(sum, english(t), o)), sentence); got != test.want {
				t.Errorf("answer %s, private item %v, %+v: said is %v, want %v", test.answer, test.item.Private, o, got, test.want)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	var names []string
	for _, format := range export.Formats() {
		names = append(names, format.Name+" ."+format.Extension)
	}
	if diff := cmp.Diff([]string{"md .md", "json .json", "text .txt"}, names); diff != "" {
		t.Errorf("formats (-want +got):\n%s", diff)
	}
	sum := build(t, walk(t, example(), exampleAnswers()))
	for name, content := range copies(t, sum, export.Options{}) {
		if !strings.HasSuffix(content, "\n") || strings.HasSuffix(content, "\n\n") {
			t.Errorf("%s does not end in one newline", name)
		}
		for _, must := range []string{sum.Record.ID, sum.Record.Fingerprint, sum.Questionnaire.ID, sum.Questionnaire.Version, sum.Questionnaire.Hash, "Amina Example"} {
			if !strings.Contains(content, must) {
				t.Errorf("%s does not carry %q", name, must)
			}
		}
	}
}

// A value that no Build makes is an error, not a copy with a hole in it.
func TestJSONFails(t *testing.T) {
	sum := build(t, walk(t, example(), exampleAnswers()))
	sum.Answers[0].Value = func() {}
	if content, err := export.JSON(sum, english(t), export.Options{}); err == nil {
		t.Errorf("wrote %d bytes", len(content))
	}
	if bytes.Contains(export.Markdown(sum, english(t), export.Options{}), []byte("func")) {
		t.Error("a copy shows the value for machines")
	}
}
