package revision

import (
	"slices"
	"testing"
)

// matters lists what differs between two texts.
func matters(before, after, language string) []Matter {
	l := lexiconOf(language)
	c := comparer{old: side{l: l}, new: side{l: l}, d: Difference{Kind: Changed}}
	c.pair(Pair{Field: Text, Old: before, New: after}, prose())
	var found []Matter
	for _, f := range c.d.Findings {
		if !slices.Contains(found, f.Matter) {
			found = append(found, f.Matter)
		}
	}
	return found
}

func TestMatters(t *testing.T) {
	number, negation, degree := []Matter{MatterNumber}, []Matter{MatterNegation}, []Matter{MatterDegree}
	tests := []struct {
		before, after string
		want          []Matter
	}{
		{"It came to 10 of 100 people.", "It came to 1 of 100 people.", number},
		{"It came to 10 of 100 people.", "It came to 10 of 1000 people.", number},
		{"It came to 10 of 100 people.", "It came to ten of 100 people.", nil},
		{"It came to 10 of 100 people.", "It came to **10** of 100 patients!", nil},
		{"It came to 10 of 100 people.", "It came to people.", number},
		{"It came to one of us.", "It came to two of us.", number},
		{"1,000 people", "1000 people", nil},
		{"1,000 people", "1.000 people", number},
		{"1,0 mg", "10 mg", number},
		{"0.5 mg", "5 mg", number},
		{"5 mg", "5 g", number},
		{"5 mg a day", "5 mg a week", number},
		{"5 mg", "5mg", nil},
		{"5 %", "5 per cent", nil},
		{"5 percent", "5", number},
		{"5%", "5‰", number},
		{"from 10-20", "from 10 to 20", nil},
		{"from 10-20", "from 10–30", number},
		{"at -5 degrees", "at 5 degrees", number},
		{"at −5 degrees", "at -5 degrees", nil},
		{"on 2026-11-22", "on 2026-12-22", number},
		{"on 22/11/2026", "on 22/11/2025", number},
		{"at 9:30", "at 9:45", number},
		{"at least 10 people", "at most 10 people", number},
		{"more than 10 people", "less than 10 people", number},
		{"over 10 people", "more than 10 people", nil},
		{"10 or more", "10 or fewer", number},
		{"up to 10", "10", number},
		{"<5", ">5", number},
		{"Wait a day.", "Wait a week.", number},
		{"Wait 3 days.", "Wait 3 weeks.", number},
		{"Ask them once.", "Ask them twice.", number},
		{"half of them", "most of them", []Matter{MatterNumber, MatterDegree}},
		{"½ of them", "¼ of them", number},
		{"the first talk", "the 1st talk", nil},
		{"the first talk", "the second talk", number},
		{"10 got pain and 20 got fever", "20 got pain and 10 got fever", number},
		{"It is ١٠ of ١٠٠.", "It is 10 of 100.", nil},
		{"Take 5 pills", "Take 5 pill", nil},

		{"It is proven.", "It is not proven.", negation},
		{"It isn't proven.", "It is not proven.", nil},
		{"It isn’t proven.", "It is proven.", negation},
		{"You can't stop.", "You can stop.", negation},
		{"You cannot stop.", "You can not stop.", nil},
		{"You won't pay.", "You will pay.", negation},
		{"It never comes back.", "It comes back.", negation},
		{"with a doctor", "without a doctor", negation},
		{"No one knows.", "Nobody knows.", nil},
		{"Nobody knows.", "Somebody knows.", negation},
		{"no risk", "a risk", negation},
		{"It is proven.", "It is unproven.", negation},
		{"an approved drug", "an unapproved drug", negation},
		{"a harmful drug", "a harmless drug", negation},
		{"It is likely.", "It is unlikely.", negation},
		{"if you ask", "unless you ask", negation},
		{"The cells are not tested. They are safe.", "The cells are tested. They are not safe.", negation},
		{"Do not start it.", "Don't begin it.", nil},
		{"Go to the clinic.", "Go into the clinic.", nil},

		{"It may help.", "It will help.", degree},
		{"Some people gain.", "Most people gain.", degree},
		{"It may help.", "It might help.", nil},

		{"The colour of it.", "The color of it.", nil},
		{"Ask the doctor.", "Ask your surgeon.", nil},
		{"Ask , the doctor", "ask the Doctor...", nil},
		{"", "It is so.", nil},
		{"No.", "", negation},
	}
	for _, test := range tests {
		if got := matters(test.before, test.after, "en"); !slices.Equal(got, test.want) {
			t.Errorf("%q, %q: %v, want %v", test.before, test.after, got, test.want)
		}
		if got := matters(test.after, test.before, "en"); !slices.Equal(got, test.want) {
			t.Errorf("%q, %q: %v, want %v", test.after, test.before, got, test.want)
		}
	}
}

func TestMattersOfOtherLanguages(t *testing.T) {
	tests := []struct {
		language, before, after string
		want                    []Matter
	}{
		{"es", "No es seguro.", "Es seguro.", []Matter{MatterNegation}},
		{"es-MX", "Con riesgo.", "Sin riesgo.", []Matter{MatterNegation}},
		{"es", "Diez de 100.", "10 de 100.", nil},
		{"es", "Dos meses", "Tres meses", []Matter{MatterNumber}},
		{"es", "Es probable.", "Es improbable.", []Matter{MatterNegation}},
		{"es", "El doctor sabe.", "El médico sabe.", nil},
		{"ms", "10 daripada 100", "1 daripada 100", []Matter{MatterNumber}},
		{"ar", "١٠ من ١٠٠", "١ من ١٠٠", []Matter{MatterNumber}},
		{"ms", "Tidak selamat", "Selamat", nil},
	}
	for _, test := range tests {
		if got := matters(test.before, test.after, test.language); !slices.Equal(got, test.want) {
			t.Errorf("%s %q, %q: %v, want %v", test.language, test.before, test.after, got, test.want)
		}
	}
	for language, want := range map[string]bool{"en": true, "en-GB": true, "es": true, "ms": false, "ar": false} {
		if Speaks(language) != want {
			t.Errorf("Speaks(%q) is not %v", language, want)
		}
	}
}

// FuzzRead compares any two texts: it ends, and words stand where they are said to.
func FuzzRead(f *testing.F) {
	f.Add("It came to 10 of 100.", "It can't come to −1,5 %")
	f.Add("’n't don't 'll ½ 1st", "\u00a01\u00a0000 2x")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1<<10 {
			return
		}
		last := 0
		for _, w := range wordsOf(a, english()) {
			if w.at < last || w.to <= w.at || w.to > len(a) || w.form == "" {
				t.Errorf("%+v in %q", w, a)
			}
			last = w.at
		}
		if found := matters(a, a, "en"); found != nil {
			t.Errorf("%q differs from itself in %v", a, found)
		}
		before, after := wordsOf(a, english()), wordsOf(b, english())
		rest, at := []string{}, 0
		for _, h := range hunks(before, after) {
			rest, at = append(append(rest, forms(before[at:h.from])...), forms(after[h.newFrom:h.newTo])...), h.to
		}
		if rest = append(rest, forms(before[at:])...); !slices.Equal(rest, forms(after)) {
			t.Errorf("%q and the hunks make %q of %q", a, rest, b)
		}
	})
}

func forms(words []word) []string {
	all := []string{}
	for _, w := range words {
		all = append(all, w.form)
	}
	return all
}
