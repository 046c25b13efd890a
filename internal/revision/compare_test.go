package revision_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/revision"
)

// example is a version of a questionnaire with something of everything.
const example = `format: informed/v1
id: example
version: 1.0.0
title: An example
purpose: For 10 people.
glossary: {gene: A part of you.}
sources: {S: {title: A book, year: 2021}}
items:
  - {id: start, type: yes-no, text: Are you well, check: Well, do: Ask., required: true, outcomes: [{when: "no", state: ask}]}
  - id: facts
    type: group
    topic: facts
    title: Facts
    when: {start: "yes"}
    items:
      - {id: seen, type: display, text: It came to 10 of 100 people., picture: {of: 100, count: 10, label: Had pain, months: 12, certainty: high, source: S}}
      - {id: told, type: choice, text: Who told you, counsellor: Ask twice., options: [{value: doctor, text: A doctor}, {value: other, text: Somebody else, open: true}]}
  - id: claim
    type: quiz
    text: Can it be undone?
    options: [{value: can, text: It can, feedback: It cannot.}, {value: stay, text: It stays, correct: true, feedback: Yes.}]
    again: {text: Does it stay, options: [{value: go, text: It goes, feedback: It stays.}, {value: stay, text: It stays, correct: true, feedback: Yes.}]}
  - {id: sure, type: scale, text: How sure are you, min: 0, max: 10}
  - {id: decision, type: decision, options: [{value: agree, text: I want it}, {value: defer, text: Later}, {value: decline, text: I do not}]}
  - {id: name, type: attestation, statement: I read it.}
`

func load(t testing.TB, file string) *questionnaire.Questionnaire {
	t.Helper()
	q, found := yamlform.Load("example.yaml", []byte(file))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// edited is the example with replacements, as the version after, and with a word for the change.
func edited(word string, pairs ...string) string {
	file := strings.Replace(example, "version: 1.0.0", "version: 1.0.1\nchange: "+word, 1)
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(file, pairs[i]) {
			panic("the example does not hold " + pairs[i])
		}
		file = strings.Replace(file, pairs[i], pairs[i+1], 1)
	}
	return file
}

// tell writes a difference in one line: what differs, what is found, and whether it is asked again.
func tell(d revision.Difference) string {
	var parts []string
	for _, p := range d.Pairs {
		key := ""
		if p.Key != "" {
			key = "[" + p.Key + "]"
		}
		if p.Kind != d.Kind {
			key += " " + string(p.Kind)
		}
		parts = append(parts, fmt.Sprintf("%s%s %q %q", p.Field, key, p.Old, p.New))
	}
	for _, f := range d.Findings {
		parts = append(parts, fmt.Sprintf("!%s %s", f.Matter, f.Against(d.Said)))
	}
	if d.Asks() {
		parts = append(parts, "asks")
	}
	return fmt.Sprintf("%s %s: %s", d.ID, d.Kind, strings.Join(parts, ", "))
}

func TestCompare(t *testing.T) {
	tests := []struct {
		name, word string
		edits      []string
		want       []string
	}{
		{"nothing", "material", nil, nil},
		{"a number", "cosmetic", []string{"10 of 100 people", "1 of 100 people"},
			[]string{`seen changed: text "It came to 10 of 100 people." "It came to 1 of 100 people.", !number error, asks`}},
		{"a clarified number", "clarifying", []string{"10 of 100 people", "1 of 100 people"},
			[]string{`seen changed: text "It came to 10 of 100 people." "It came to 1 of 100 people.", !number warning, asks`}},
		{"spelling", "cosmetic", []string{"It came to", "It happened to"},
			[]string{`seen changed: text "It came to 10 of 100 people." "It happened to 10 of 100 people."`}},
		{"the same, material", "material", []string{"It came to", "It happened to"},
			[]string{`seen changed: text "It came to 10 of 100 people." "It happened to 10 of 100 people.", asks`}},
		{"the same, material by the item's word", "cosmetic", []string{"text: It came to", "change: material, text: It happened to"},
			[]string{`seen changed: text "It came to 10 of 100 people." "It happened to 10 of 100 people.", asks`}},
		{"cosmetic by the item's word", "material", []string{"text: It came to", "change: cosmetic, text: It happened to"},
			[]string{`seen changed: text "It came to 10 of 100 people." "It happened to 10 of 100 people."`}},
		{"a picture", "cosmetic", []string{"count: 10", "count: 1", "months: 12", "months: 6", "high", "low"},
			[]string{`seen changed: picture "10/100" "1/100", picture-months "12" "6", picture-certainty "high" "low", !picture error, !picture error, !picture error, asks`}},
		{"a negation", "cosmetic", []string{"Are you well", "Are you not well"},
			[]string{`start changed: text "Are you well" "Are you not well", !negation error, asks`}},
		{"a quiz", "cosmetic", []string{"Can it be undone", "Can it be stopped"},
			[]string{`claim changed: text "Can it be undone?" "Can it be stopped?", !quiz error, asks`}},
		{"a quiz's commas", "cosmetic", []string{"Can it be undone", "Can it, be undone"},
			[]string{`claim changed: text "Can it be undone?" "Can it, be undone?"`}},
		{"a clarified quiz", "clarifying", []string{"Can it be undone", "Can it be stopped"},
			[]string{`claim changed: text "Can it be undone?" "Can it be stopped?", !quiz `}},
		{"a right answer", "clarifying", []string{"text: It can,", "text: It can, correct: true,", "It stays, correct: true", "It stays"},
			[]string{`claim changed: correct "It stays" "It can", !quiz error, asks`}},
		{"the words of a right answer", "clarifying", []string{"text: It stays", "text: It remains"},
			[]string{`claim changed: option[stay] "It stays" "It remains", !quiz warning, asks`}},
		{"a feedback of the second question", "cosmetic", []string{"feedback: It stays", "feedback: It remains"},
			[]string{`claim changed: again-feedback[go] "It stays." "It remains.", !quiz error, asks`}},
		{"an option more", "clarifying", []string{"{value: other", "{value: nurse, text: A nurse}, {value: other"},
			[]string{`told changed: option[nurse] added "" "A nurse", !option error, asks`}},
		{"another value", "clarifying", []string{"value: doctor", "value: physician"},
			[]string{`told changed: option[physician] added "" "A doctor", option[doctor] removed "A doctor" "", !option error, !option error, asks`}},
		{"an open option", "clarifying", []string{", open: true", ""}, []string{`told changed: open[other] "true" "", !answer error, asks`}},
		{"options that move", "material", []string{"{value: doctor, text: A doctor}, {value: other, text: Somebody else, open: true}",
			"{value: other, text: Somebody else, open: true}, {value: doctor, text: A doctor}"}, nil},
		{"a condition", "clarifying", []string{`{start: "yes"}`, `{start: ["yes", unsure]}`},
			[]string{`facts changed: when "{start: yes}" "{start: [unsure, yes]}", !condition error, asks`}},
		{"an outcome", "clarifying", []string{"state: ask", "state: warning"},
			[]string{`start changed: outcomes "{when: {start: no}, state: ask}" "{when: {start: no}, state: warning}", !outcome error, asks`}},
		{"an outcome, spelled out", "clarifying", []string{`when: "no"`, `when: {start: "no"}`}, nil},
		{"an outcome's action", "cosmetic", []string{"state: ask", "state: ask, do: Ask 2 doctors."},
			[]string{`start changed: outcome-do[1] "" "Ask 2 doctors.", !number error, asks`}},
		{"not required", "clarifying", []string{"required: true, ", ""}, []string{`start changed: required "true" "", !answer error, asks`}},
		{"a type", "clarifying", []string{"type: display, text: It came", "type: string, text: It came", ", picture: {of: 100, count: 10, label: Had pain, months: 12, certainty: high, source: S}", ""},
			[]string{`seen changed: picture "10/100" "", picture-months "12" "", picture-certainty "high" "", picture-label "Had pain" "", picture-source "S" "", type "display" "string", !picture error, !picture error, !picture error, !type error, asks`}},
		{"a bound", "clarifying", []string{"max: 10", "max: 5"}, []string{`sure changed: max "10" "5", !answer error, asks`}},
		{"a statement", "cosmetic", []string{"I read it", "I saw it"}, []string{`name changed: statement "I read it." "I saw it.", !statement error, asks`}},
		{"a clarified decision", "clarifying", []string{"I want it", "I choose it"},
			[]string{`decision changed: option[agree] "I want it" "I choose it", !decision warning, asks`}},
		{"guidance", "material", []string{"Ask twice", "Ask once"}, []string{`told changed: counsellor "Ask twice." "Ask once.", !number `}},
		{"guidance does not ask", "cosmetic", []string{"Ask twice", "Ask once", "Who told you", "Who said it"},
			[]string{`told changed: text "Who told you" "Who said it", counsellor "Ask twice." "Ask once.", !number error`}},
		{"terms that come and go", "cosmetic", []string{"gene: A part", "cell: A part"},
			[]string{` changed: meaning[cell] added "" "A part of you.", meaning[gene] removed "A part of you." ""`}},
		{"the head", "cosmetic", []string{"For 10", "For 20", "A part", "A bit", "A book", "The book"},
			[]string{` changed: purpose "For 10 people." "For 20 people.", meaning[gene] "A part of you." "A bit of you.", citation[S] "A book. 2021" "The book. 2021", !number error, asks`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, d := range revision.Compare(load(t, example), load(t, edited(test.word, test.edits...))).Differences {
				got = append(got, tell(d))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Items that come and go stand where they are read, or were.
func TestOrder(t *testing.T) {
	file := edited("cosmetic",
		"  - {id: start, type: yes-no, text: Are you well, check: Well, do: Ask., required: true, outcomes: [{when: \"no\", state: ask}]}\n", "  - {id: new, type: yes-no, text: Is it new}\n",
		"    when: {start: \"yes\"}\n", "",
		"  - {id: sure, type: scale, text: How sure are you, min: 0, max: 10}\n", "")
	r := revision.Compare(load(t, example), load(t, file))
	var got []string
	for _, d := range r.Differences {
		got = append(got, tell(d))
		if (d.Old == nil) != (d.Kind == revision.Added) || (d.New == nil) != (d.Kind == revision.Removed) {
			t.Errorf("%s is %s and has %v, %v", d.ID, d.Kind, d.Old, d.New)
		}
	}
	want := []string{
		`start removed: text "Are you well" "", check "Well" "", do "Ask." "", outcomes "{when: {start: no}, state: ask}" "", required "true" "", !item error, asks`,
		`new added: text "" "Is it new", !item error, asks`,
		`facts changed: when "{start: yes}" "", !condition error, asks`,
		`sure removed: text "How sure are you" "", min "0" "", max "10" "", !item error, asks`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if n := len(r.Material()); n != len(want) {
		t.Errorf("%d are material", n)
	}
}

// An item that moves under a condition is shown to others; one that only moves is not different.
func TestMoved(t *testing.T) {
	const sure = "  - {id: sure, type: scale, text: How sure are you, min: 0, max: 10}\n"
	const claim = "  - id: claim\n"
	well := strings.Replace(sure, "max: 10", "max: 10, when: {start: {answered: true}}", 1)
	for _, test := range []struct{ name, file, want string }{
		{"up", edited("cosmetic", sure, "", claim, sure+claim), ""},
		{"into a group", edited("cosmetic", sure, "", claim, "    "+sure+claim), `sure changed: when "" "{start: yes}", !condition error, asks`},
		{"into a group, with a condition", edited("cosmetic", sure, "", claim, "    "+well+claim),
			`sure changed: when "" "{start: yes}, {start: {answered: true}}", !condition error, asks`},
	} {
		var got []string
		for _, d := range revision.Compare(load(t, example), load(t, test.file)).Differences {
			got = append(got, tell(d))
		}
		if strings.Join(got, "\n") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// The author's word is about one step. Where there may have been others, it is not believed.
func TestDistant(t *testing.T) {
	tests := []struct {
		before, after string
		distant       bool
		growth        int
		fresh         bool
	}{
		{"1.0.0", "1.0.1", false, 1, false},
		{"1.0.0", "1.0.7", false, 1, false},
		{"1.0.9", "1.1.0", false, 1, true},
		{"1.4.9", "2.0.0", false, 1, true},
		{"1.0.0", "1.1.1", true, 1, true},
		{"1.0.0", "1.2.0", true, 1, true},
		{"1.0.0", "2.1.0", true, 1, true},
		{"1.0.0", "3.0.0", true, 1, true},
		{"1.0.0", "1.0.0", true, 0, false},
		{"1.0.1", "1.0.0", true, -1, false},
		{"1.9.0", "1.10.0", false, 1, true},
		{"2.0.0", "1.0.1", true, -1, false},
		{"", "x.y", true, 0, false},
	}
	for _, test := range tests {
		before, after := *load(t, example), *load(t, edited("cosmetic", "It came to", "It happened to"))
		before.Version, after.Version = test.before, test.after
		r := revision.Compare(&before, &after)
		if r.Distant != test.distant || (len(r.Material()) == 1) != test.distant || r.Old != test.before || r.New != test.after {
			t.Errorf("from %q to %q: %v, with %d to ask", test.before, test.after, r.Distant, len(r.Material()))
		}
		if g, f := revision.Growth(test.before, test.after), revision.Fresh(test.before, test.after); g != test.growth || f != test.fresh {
			t.Errorf("from %q to %q: %d, %v", test.before, test.after, g, f)
		}
	}
}

// Two options may have the same words: then their values tell which one is right.
func TestFlippedTwins(t *testing.T) {
	twins := func(file string) *questionnaire.Questionnaire {
		return load(t, strings.Replace(file, "text: It can", "text: It stays", 1))
	}
	after := edited("cosmetic", "text: It can,", "text: It can, correct: true,", "It stays, correct: true", "It stays")
	got := revision.Compare(twins(example), twins(after)).Differences
	if len(got) != 1 || tell(got[0]) != `claim changed: correct "stay" "can", !quiz error, asks` {
		t.Errorf("%v", got)
	}
}
