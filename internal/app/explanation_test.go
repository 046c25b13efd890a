package app

import "testing"

func TestMentions(t *testing.T) {
	tests := []struct {
		all, term string
		want      bool
	}{
		{"a stem cell is small", "stem cell", true},
		{"stem cells are small", "stem cell", true},
		{"stem cells", "stem cell", true},
		{"(stem cell)", "stem cell", true},
		{"stem cellular", "stem cell", false},
		{"system cell", "stem cell", false},
		{"stemcell, then a stem cell", "stem cell", true},
		{"trials", "trial", true},
		{"trialist", "trial", false},
		{"ethics", "ethics", true},
		{"anything", "", false},
		{"", "trial", false},
		{"aaa", "aa", false},
		{"éstem", "stem", false},
	}
	for _, test := range tests {
		if got := mentions(test.all, test.term); got != test.want {
			t.Errorf("%q in %q: got %v", test.term, test.all, got)
		}
	}
}
