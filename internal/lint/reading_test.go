package lint

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

// maxMedian is what the middle one of the texts of a questionnaire may reach; maxGrade is what each may.
const maxMedian = 6.0

// builtIns reads every questionnaire that comes with the program.
func builtIns(t testing.TB) []*questionnaire.Questionnaire {
	t.Helper()
	paths, err := filepath.Glob("../../questionnaires/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no questionnaires", err)
	}
	var all []*questionnaire.Questionnaire
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		q, found := yamlform.Load(filepath.Base(path), data)
		if q == nil {
			t.Fatal(found)
		}
		all = append(all, q)
	}
	return all
}

// TestReading measures each text of each questionnaire; with -v it prints all grades.
func TestReading(t *testing.T) {
	for _, q := range builtIns(t) {
		t.Run(q.ID, func(t *testing.T) {
			texts, items, lines := report(q)
			t.Log("\n" + strings.Join(lines, "\n"))
			for _, wrong := range append(tooHard(texts), tooHard(items)...) {
				t.Error(wrong)
			}
		})
	}
}

// graded is a text that is long enough to be measured.
type graded struct {
	at    string
	grade float64
}

// report gives the grades of the texts that can be measured, and those of the items with all their texts taken together, as
// most texts alone are too short. The lines tell them all.
func report(q *questionnaire.Questionnaire) (texts, items []graded, lines []string) {
	terms := (&linter{q: q}).terms()
	together := map[string]string{}
	all := ""
	lines = []string{"Kincaid  SMOG  as written  words  text (\"as written\": the higher one, with no word taken as known)"}
	for _, t := range textsOf(q) {
		where := t.at
		if t.entry != nil {
			where = t.entry.ID + ", " + string(t.kind)
			together[t.entry.ID] += t.words + "\n\n"
		}
		all += t.words + "\n\n"
		c := measure(t.words, terms)
		lines = append(lines, line(c, measure(t.words, nil), where))
		if grade, ok := c.grade(); ok {
			texts = append(texts, graded{where, grade})
		}
	}
	count := len(lines) - 1
	for _, e := range q.Entries() {
		c := measure(together[e.ID], terms)
		if grade, ok := c.grade(); ok {
			items = append(items, graded{e.ID, grade})
			lines = append(lines, line(c, measure(together[e.ID], nil), e.ID+", all of it"))
		}
	}
	lines = append(lines, line(measure(all, terms), measure(all, nil), q.ID+", all of it"),
		fmt.Sprintf("%d of %d texts are long enough, median %.1f; %d of %d items, median %.1f",
			len(texts), count, median(texts), len(items), len(q.Entries()), median(items)))
	return texts, items, lines
}

func line(c, plain counts, where string) string {
	kincaid, long := c.kincaid()
	smog, many := c.smog()
	raw, _ := plain.grade()
	return fmt.Sprintf("%7s %5s %11s  %5d  %s", number(kincaid, long), number(smog, many), number(raw, long || many), c.words, where)
}

func number(n float64, ok bool) string {
	if !ok {
		return "–"
	}
	return fmt.Sprintf("%.1f", n)
}

func median(all []graded) float64 {
	if len(all) == 0 {
		return 0
	}
	grades := make([]float64, len(all))
	for i, g := range all {
		grades[i] = g.grade
	}
	slices.Sort(grades)
	return grades[len(grades)/2]
}

// tooHard says which texts are above the ceiling, and whether the middle one is above the aim.
func tooHard(all []graded) []string {
	var wrong []string
	for _, g := range all {
		if g.grade > maxGrade {
			wrong = append(wrong, fmt.Sprintf("%s reads at grade %.2f, above %.0f", g.at, g.grade, maxGrade))
		}
	}
	if m := median(all); m > maxMedian {
		wrong = append(wrong, fmt.Sprintf("the median is %.2f, above %.0f", m, maxMedian))
	}
	return wrong
}

func TestTooHardIsFound(t *testing.T) {
	all := []graded{{"a", 5.9}, {"b", 6.1}, {"c", 8.1}}
	if got := tooHard(all); len(got) != 2 || !strings.HasPrefix(got[0], "c reads") || !strings.HasPrefix(got[1], "the median") {
		t.Error(got)
	}
	if got := tooHard(all[:1]); got != nil {
		t.Error(got)
	}
}

// The formulas are checked by hand: 4 sentences of 10 words, 60 syllables; 30 sentences with 30 long words.
func TestFormulas(t *testing.T) {
	near := func(got, want float64) bool { return math.Abs(got-want) < 0.001 }
	if got, ok := (counts{sentences: 4, words: 40, syllables: 60}).kincaid(); !ok || !near(got, 0.39*10+11.8*1.5-15.59) {
		t.Error(got, ok)
	}
	if got, ok := (counts{sentences: 30, words: 300, long: 30}).smog(); !ok || !near(got, 1.0430*math.Sqrt(30)+3.1291) {
		t.Error(got, ok)
	}
	if _, ok := (counts{sentences: 9, words: 29}).grade(); ok {
		t.Error("a text is measured that is too short")
	}
}

func TestMeasure(t *testing.T) {
	got := measure("Ask about the **stem cell therapies**. Is it an approved one?", known{"stem cell therapy": true})
	want := counts{sentences: 2, words: 11, syllables: 14, long: 0}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := measure("Ask about the stem cell therapies.", nil); got.long != 1 {
		t.Errorf("got %+v, want a long word", got)
	}
}
