package lint

import (
	"encoding/json"
	"os"
	"testing"

	"informed/internal/questionnaire"
)

// Each phrase must be found, and must leave alone what only looks like it.
func TestPhrases(t *testing.T) {
	tests := []struct{ code, forbidden, allowed string }{
		{"advice", "You should have this treatment.", "You should not have to choose today."},
		{"advice", "We recommend a trial.", "Ask what your own doctor says."},
		{"advice", "Your list is clear. Do not sign the form.", "Ask your own doctor before you stop any treatment."},
		{"advice", "A trial is the best choice.", "The choice is yours."},
		{"advice", "This treatment is right for you.", "A doctor chooses what is best for you."},
		{"advice", "Avoid this clinic.", "You do not need to know the answers today."},
		{"advice", "If you ask us, you should have this treatment.", "Ask if you should tell your family."},
		{"clearance", "You can now go ahead.", "You can stop at any time."},
		{"clearance", "You are eligible for this trial.", "You are free to say no."},
		{"clearance", "No problems were found in this offer.", "No warning sign was found in your answers."},
		{"clearance", "The clinic is trustworthy.", "It is fine if you do not know yet."},
		{"clearance", "This is your consent.", "This is not consent."},
		{"judging", "You failed this question.", "You can talk about it again."},
		{"judging", "Wrong. It is not so.", "It sounds right, but it is not so."},
		{"judging", "That is the right answer.", "There is no right answer here."},
		{"promise", "It is guaranteed.", "No clinic can guarantee this."},
		{"promise", "It will cure you.", "Did anyone promise you a cure?"},
		{"promise", "It is safe.", "That does not mean it is safe."},
		{"promise", "There are no risks.", `A clinic says "There are no risks. It is safe."`},
		{"promise", "It is proven.", "Ask if it is proven."},
		{"selling", "This is a breakthrough.", "Adverts call it a breakthrough."},
		{"selling", "Only 3 of 100 had pain.", "3 of 100 had pain."},
		{"blame", "The subjects gave blood.", "The people gave blood."},
		{"blame", "Patients who refuse get usual care.", "Patients who say no get usual care."},
		{"therapy", "This is an experimental therapy.", "Is it an experimental therapy?"},
		{"approval", "Cord blood is the only approved product.", "It is not the only approved product."},
		{"approval", "Registered means that it was approved.", "Registered does not mean approved."},
		{"approval", "Unproven is illegal.", "Not proven is not the same as against the law."},
		{"named-regulator", "The FDA has a list.", "The health regulator has a list."},
		{"ruling", "Islam forbids it.", "Scholars differ."},
		{"ruling", "iPS cells are halal.", "Is it halal? Ask a scholar whom you trust."},
		{"ruling", "It breaks the fast.", "Ask a scholar about the fast."},
		{"tool-claim", "This meets the IPDAS criteria.", "This has not been tested with patients."},
		{"cell-claim", "Mesenchymal stem cells rebuild tissue.", "Stromal cells send signals."},
		{"cell-claim", "Your genome is anonymous.", "Gene data can never be fully anonymous, nobody can say that."},
	}
	for _, test := range tests {
		if codes := codesOf(test.forbidden); len(codes) == 0 || codes[0] != test.code {
			t.Errorf("%q gives %v, want %s", test.forbidden, codes, test.code)
		}
		if codes := codesOf(test.allowed); len(codes) > 0 {
			t.Errorf("%q gives %v, want nothing", test.allowed, codes)
		}
	}
	for _, p := range phrases {
		found := false
		for _, test := range tests {
			found = found || test.code == p.code
		}
		if !found {
			t.Errorf("no test for %s", p.code)
		}
	}
}

// codesOf gives the codes of what a text may not say, for a text that is shown as it stands.
func codesOf(text string) []string {
	var codes []string
	for _, sentence := range sentences(unquote(text)) {
		for i := range phrases {
			if phrases[i].found(sentence, false) != "" {
				codes = append(codes, phrases[i].code)
			}
		}
	}
	return codes
}

// A wrong option may say what people are told, a right one may not.
func TestWrongOptionsMayPromise(t *testing.T) {
	for _, words := range []string{"It will cure me", "I am told that you should have this treatment"} {
		for _, correct := range []bool{false, true} {
			option := questionnaire.Option{Text: words, Correct: correct}
			entry := &questionnaire.Entry{Item: &questionnaire.Item{Type: questionnaire.TypeQuiz}}
			l := &linter{texts: []text{{kind: isOption, words: words, choice: &option, entry: entry}}}
			if l.wording(); (len(l.found) > 0) != correct {
				t.Errorf("%q, correct %v: %v", words, correct, l.found)
			}
		}
	}
}

// The program's own words stand beside those of the questionnaires and are held to the same list.
func TestProgramsOwnWords(t *testing.T) {
	data, err := os.ReadFile("../i18n/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var messages map[string]any
	if err := json.Unmarshal(data, &messages); err != nil {
		t.Fatal(err)
	}
	var check func(id string, message any)
	check = func(id string, message any) {
		switch m := message.(type) {
		case string:
			for _, code := range codesOf(m) {
				if id == "en.unsaved.safe" { // what is saved, and no treatment
					continue
				}
				t.Errorf("%s: %s in %q", id, code, m)
			}
		case map[string]any:
			for key, inner := range m {
				check(id+"."+key, inner)
			}
		}
	}
	check("en", messages)
}
