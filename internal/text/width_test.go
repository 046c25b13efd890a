package text

import "testing"

func TestTruncateAndPad(t *testing.T) {
	tests := []struct {
		in          string
		width       int
		cut, padded string
	}{
		{"Questions", 9, "Questions", "Questions"},
		{"Questions", 5, "Ques…", "Questions"},
		{"Risks", 8, "Risks", "Risks   "},
		{"干细胞", 5, "干细…", "干细胞"},
		{"干细胞", 4, "干…", "干细胞"},
		{"\x1b[1mQuestions\x1b[0m", 5, "\x1b[1mQues…\x1b[0m", "\x1b[1mQuestions\x1b[0m"},
		{"a", 0, "", "a"},
		{"a", -1, "", "a"},
	}
	for _, test := range tests {
		if got := Truncate(test.in, test.width); got != test.cut {
			t.Errorf("Truncate(%q, %d) = %q, want %q", test.in, test.width, got, test.cut)
		}
		if got := PadRight(test.in, test.width); got != test.padded {
			t.Errorf("PadRight(%q, %d) = %q, want %q", test.in, test.width, got, test.padded)
		}
	}
}
