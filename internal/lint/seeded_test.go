package lint

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

const subject = "../../questionnaires/stem-cell-therapy.yaml"

// bed is a questionnaire that edits are tried on, one at a time.
type bed struct {
	name   string
	data   []byte // as it is, but for the version and for being called cosmetic
	before *questionnaire.Questionnaire
	file   *yamlform.File // of data
	texts  []text
	r      *rand.Rand
}

func newBed(t *testing.T, seed uint64) *bed {
	t.Helper()
	data, err := os.ReadFile(subject)
	if err != nil {
		t.Fatal(err)
	}
	b := &bed{name: "subject.yaml", r: rand.New(rand.NewPCG(seed, 6))}
	var found []questionnaire.Diagnostic
	if b.before, found = yamlform.Load(b.name, data); b.before == nil {
		t.Fatal(found)
	}
	b.data = regexp.MustCompile(`(?m)^version: (\d+\.\d+)\.\d+$(\nchange:.*)?`).ReplaceAll(data, []byte("version: ${1}.99\nchange: cosmetic"))
	if b.file, found = yamlform.Decode(b.name, b.data); b.file == nil {
		t.Fatal(found)
	}
	b.texts = textsOf(b.before)
	return b
}

// spot is a word of a text, in the place where the file has it.
type spot struct {
	text   text
	word   string
	offset int // in bytes of the text
	line   int
	at     int // in bytes of the file
}

// spots gives so many of the words that an expression finds in texts that fit, chosen at random.
func (b *bed) spots(t *testing.T, kind seeded) []spot {
	t.Helper()
	pattern := regexp.MustCompile(kind.expression)
	var all []spot
	for _, text := range b.texts {
		if kind.fits(text) {
			for _, m := range pattern.FindAllStringIndex(text.words, -1) {
				all = append(all, spot{text: text, word: text.words[m[0]:m[1]], offset: m[0]})
			}
		}
	}
	b.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var chosen []spot
	for _, s := range all {
		if len(chosen) < kind.count && b.place(&s) {
			chosen = append(chosen, s)
		}
	}
	if len(chosen) < kind.count {
		t.Fatalf("%s: there are only %d places", kind.name, len(chosen))
	}
	return chosen
}

// place finds out where the file has a word, and is false where it is broken over two lines.
func (b *bed) place(s *spot) bool {
	d := []questionnaire.Diagnostic{{Pointer: s.text.at, Offset: s.offset + 1}}
	b.file.Locate(d)
	s.line = d[0].Line
	lines := strings.SplitAfterN(string(b.data), "\n", s.line+1)
	s.at = len(strings.Join(lines[:s.line-1], "")) + len(string([]rune(lines[s.line-1])[:d[0].Column-1]))
	return strings.HasPrefix(string(b.data[s.at:]), s.word)
}

// replaced gives the file with one word of it replaced.
func (b *bed) replaced(s spot, with string) []byte {
	return slices.Concat(b.data[:s.at], []byte(with), b.data[s.at+len(s.word):])
}

// found gives the errors about an edit of the file.
func (b *bed) found(t *testing.T, edited []byte) []questionnaire.Diagnostic {
	t.Helper()
	file, wrong := yamlform.Decode(b.name, edited)
	if file == nil {
		t.Fatal("an edit that cannot be read: ", wrong)
	}
	found := b.errors(t, file.Definition)
	file.Locate(found)
	return found
}

func (b *bed) errors(t *testing.T, d questionnaire.Definition) []questionnaire.Diagnostic {
	t.Helper()
	q, wrong := questionnaire.Compile(d)
	if q == nil {
		t.Fatal("an edit that leaves no questionnaire: ", wrong)
	}
	return slices.DeleteFunc(Since(b.before, q), func(d questionnaire.Diagnostic) bool { return d.Severity != questionnaire.Error })
}

func anywhere(text) bool { return true }

func inQuiz(t text) bool {
	return t.entry != nil && t.entry.Type == questionnaire.TypeQuiz && (t.kind == isQuestion || t.kind == isOption || t.kind == isFeedback)
}

// loose reports whether words may be changed that say the same: neither a quiz nor what people decide or sign.
func loose(t text) bool {
	return !inQuiz(t) && (t.entry == nil || t.entry.Type != questionnaire.TypeDecision && t.entry.Type != questionnaire.TypeAttestation)
}

// seeded is a way of putting one defect into a word.
type seeded struct {
	name       string
	count      int
	fits       func(text) bool
	expression string
	edit       func(r *rand.Rand, word string) string
	code       string
}

func always(with string) func(*rand.Rand, string) string {
	return func(*rand.Rand, string) string { return with }
}

func defects() []seeded {
	return []seeded{
		{"a digit more", 5, anywhere, `\b\d+\b`, func(_ *rand.Rand, w string) string { return w + "0" }, "cosmetic-number"},
		{"another number", 15, anywhere, `\b\d+\b`, func(r *rand.Rand, w string) string { return fmt.Sprint(r.IntN(9)+1, w) }, "cosmetic-number"},
		{"a number word", 5, anywhere, `\b(two|three|four|five|ten)\b`, always("six"), "cosmetic-number"},
		{"another unit", 5, anywhere, `\b(day|week|month|year|hour)\b`, always("minute"), "cosmetic-number"},
		{"a number put in", 5, anywhere, `\b(people|questions|cells|tests)\b`, func(_ *rand.Rand, w string) string { return "7 " + w }, "cosmetic-number"},
		{"a negation taken out", 15, anywhere, `\b(not|never|no|without|nobody|nothing) `, always(""), "cosmetic-negation"},
		{"a negation put in", 15, anywhere, `\b(be|help|work|know|tell|ask|safe|given)\b`, func(_ *rand.Rand, w string) string { return "not " + w }, "cosmetic-negation"},
		{"an opposite", 5, anywhere, `\b(proven|approved|likely|known|able)\b`, func(_ *rand.Rand, w string) string { return "un" + w }, "cosmetic-negation"},
		{"a word of a quiz", 15, inQuiz, `\b[a-z]{4,}\b`, always("example"), "cosmetic-quiz"},
	}
}

// Every defect that is called cosmetic is an error, of the right code, in the line where it was put in.
func TestSeededDefectsAreCaught(t *testing.T) {
	b := newBed(t, 1)
	tried := 0
	for _, kind := range defects() {
		for _, s := range b.spots(t, kind) {
			with := kind.edit(b.r, s.word)
			tried++
			if !slices.ContainsFunc(b.found(t, b.replaced(s, with)), func(d questionnaire.Diagnostic) bool {
				return d.Code == kind.code && (d.Line == s.line || with == "" && d.Line >= s.line && d.Line <= s.line+1)
			}) {
				t.Errorf("%s: %q for %q in %s, line %d, is not caught", kind.name, with, s.word, s.text.at, s.line)
			}
		}
	}
	t.Logf("%d defects in texts, all caught", tried)
}

// bend is a way of changing one item in what is not its texts. It is false where it does not fit.
type bend struct {
	name, code string
	edit       func(it *questionnaire.Item, r *rand.Rand) bool
}

func bends() []bend {
	return []bend{
		{"another right option", "cosmetic-quiz", func(it *questionnaire.Item, r *rand.Rand) bool {
			return flipped(it.Options, it.Type == questionnaire.TypeQuiz, r)
		}},
		{"another right option in the second question", "cosmetic-quiz", func(it *questionnaire.Item, r *rand.Rand) bool {
			return it.Again != nil && flipped(it.Again.Options, true, r)
		}},
		{"an option more", "cosmetic-option", func(it *questionnaire.Item, _ *rand.Rand) bool {
			it.Options = append(it.Options, questionnaire.Option{Value: "more", Text: "More"})
			return it.Type == questionnaire.TypeChoice || it.Type == questionnaire.TypeChoices
		}},
		{"another state", "cosmetic-outcome", func(it *questionnaire.Item, r *rand.Rand) bool {
			if len(it.Outcomes) == 0 {
				return false
			}
			o := &it.Outcomes[r.IntN(len(it.Outcomes))]
			o.State = map[bool]questionnaire.State{true: questionnaire.StateAsk, false: questionnaire.StateReview}[o.State != questionnaire.StateAsk]
			return true
		}},
		{"an outcome less", "cosmetic-outcome", func(it *questionnaire.Item, _ *rand.Rand) bool {
			it.Outcomes = it.Outcomes[min(1, len(it.Outcomes)):]
			return it.Outcomes != nil
		}},
		{"no condition", "cosmetic-condition", func(it *questionnaire.Item, _ *rand.Rand) bool {
			had := it.When != nil
			it.When = nil
			return had
		}},
		{"one more in the picture", "cosmetic-picture", func(it *questionnaire.Item, _ *rand.Rand) bool {
			if it.Picture == nil || it.Picture.Certainty == questionnaire.Unknown {
				return false
			}
			p := *it.Picture
			p.Count++
			it.Picture = &p
			return true
		}},
		{"a surer picture", "cosmetic-picture", func(it *questionnaire.Item, _ *rand.Rand) bool {
			if it.Picture == nil || it.Picture.Certainty == questionnaire.Unknown || it.Picture.Certainty == questionnaire.High {
				return false
			}
			p := *it.Picture
			p.Certainty = questionnaire.High
			it.Picture = &p
			return true
		}},
		{"required or not", "cosmetic-answer", func(it *questionnaire.Item, _ *rand.Rand) bool {
			it.Required = !it.Required
			return it.Type.Answerable()
		}},
		{"private or not", "cosmetic-answer", func(it *questionnaire.Item, _ *rand.Rand) bool {
			it.Private = !it.Private
			return it.Type.Question()
		}},
		{"another type", "cosmetic-type", func(it *questionnaire.Item, _ *rand.Rand) bool {
			fits := it.Type == questionnaire.TypeText
			it.Type = questionnaire.TypeString
			return fits
		}},
	}
}

// flipped makes another option the right one.
func flipped(options []questionnaire.Option, quiz bool, r *rand.Rand) bool {
	right := slices.IndexFunc(options, func(o questionnaire.Option) bool { return o.Correct })
	if !quiz || right < 0 {
		return false
	}
	next := right
	for next == right || options[next].Value == questionnaire.Unsure {
		next = r.IntN(len(options))
	}
	options[right].Correct, options[next].Correct = false, true
	return true
}

// So is every defect in what stands beside the texts, on each item that it fits.
func TestBentItemsAreCaught(t *testing.T) {
	b := newBed(t, 2)
	tried := 0
	for _, bend := range bends() {
		before := tried
		for i, e := range b.before.Entries() {
			if tried == before+20 {
				break
			}
			d, place := b.file.Definition, i
			d.Items = copied(d.Items)
			if !bend.edit(nth(d.Items, &place), b.r) {
				continue
			}
			tried++
			if !slices.ContainsFunc(b.errors(t, d), func(d questionnaire.Diagnostic) bool { return d.Code == bend.code }) {
				t.Errorf("%s is not caught on %s", bend.name, e.ID)
			}
		}
		if tried == before {
			t.Errorf("%s fits nothing", bend.name)
		}
	}
	t.Logf("%d bent items, all caught", tried)
}

// nth gives an item by its place in reading order, which it counts down.
func nth(items []questionnaire.Item, n *int) *questionnaire.Item {
	for i := range items {
		if *n == 0 {
			return &items[i]
		}
		*n--
		if it := nth(items[i].Items, n); it != nil {
			return it
		}
	}
	return nil
}

func copied(items []questionnaire.Item) []questionnaire.Item {
	items = slices.Clone(items)
	for i := range items {
		it := &items[i]
		it.Options, it.Outcomes, it.Items = slices.Clone(it.Options), slices.Clone(it.Outcomes), copied(it.Items)
		if it.Again != nil {
			it.Again = &questionnaire.Probe{Text: it.Again.Text, Options: slices.Clone(it.Again.Options)}
		}
	}
	return items
}

// harmless are edits that may be called cosmetic: spelling, spaces, punctuation, emphasis, and words that say the same.
func harmless() []seeded {
	synonyms := map[string]string{
		"doctor": "physician", "clinic": "centre", "illness": "disease", "talk": "speak", "help": "assist", "begin": "start",
		"ask": "inquire", "write": "note", "kind": "sort", "big": "large", "study": "trial", "choose": "pick", "show": "tell",
	}
	return []seeded{
		{"a word that says the same", 20, loose, `\b(doctor|clinic|illness|talk|help|begin|ask|write|kind|big|study|choose|show)\b`,
			func(_ *rand.Rand, w string) string { return synonyms[w] }, ""},
		{"a letter twice", 7, loose, `\b(cells|clinic|treatment|question|doctor|body|answers|people)\b`,
			func(r *rand.Rand, w string) string { at := 1 + r.IntN(len(w)-1); return w[:at] + w[at-1:] }, ""},
		{"two letters swapped", 7, loose, `\b(cells|clinic|treatment|question|doctor|body|answers|people)\b`,
			func(_ *rand.Rand, w string) string { return w[:1] + w[2:3] + w[1:2] + w[3:] }, ""},
		{"a capital", 8, anywhere, `\b(cells|clinic|treatment|question|doctor|body|answers|people|not|ten)\b`,
			func(_ *rand.Rand, w string) string { return strings.ToUpper(w) }, ""},
		{"a space more", 8, anywhere, `[a-z] [a-z]`, func(_ *rand.Rand, w string) string { return w[:2] + " " + w[2:] }, ""},
		{"a comma less", 8, anywhere, `, (and|or|but|so) `, func(_ *rand.Rand, w string) string { return w[1:] }, ""},
		{"another stop", 8, anywhere, `[a-z]\. [A-Z]`, func(_ *rand.Rand, w string) string { return w[:1] + "!" + w[2:] }, ""},
		{"emphasis", 8, anywhere, `\b(cells|clinic|treatment|question|doctor|body|not|no)\b`,
			func(_ *rand.Rand, w string) string { return "_" + w + "_" }, ""},
		{"a number in words", 2, loose, `\b10\b`, always("ten"), ""},
		{"a short form", 5, loose, `\b(do|does|is|are) not\b`, func(_ *rand.Rand, w string) string { return strings.TrimSuffix(w, " not") + "n’t" }, ""},
	}
}

// What is harmless is no error.
func TestHarmlessEditsPass(t *testing.T) {
	b := newBed(t, 3)
	tried := 0
	for _, kind := range harmless() {
		for _, s := range b.spots(t, kind) {
			tried++
			if found := b.found(t, b.replaced(s, kind.edit(b.r, s.word))); len(found) > 0 {
				t.Errorf("%s: %q in %s, line %d: %s", kind.name, s.word, s.text.at, s.line, found[0])
			}
		}
	}
	t.Logf("%d edits, no error", tried)
}
