package yamlform_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"informed/internal/questionnaire/yamlform"
)

// TestMutations breaks the files of the corpus as authors do: a line too many or too few, moved, indented, or with a
// character where it does not belong.
func TestMutations(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	cases := corpus(t)
	var lines []string
	for _, c := range cases {
		lines = append(lines, strings.Split(string(c.file), "\n")...)
	}
	refused := 0
	for range 4000 {
		data := []byte(spoil(random, string(cases[random.IntN(len(cases))].file), lines))
		q, found := yamlform.Load("file.yaml", data)
		checkDiagnostics(t, data, found)
		if (q == nil) != (len(found) > 0) {
			t.Errorf("a questionnaire: %v, with %v", q != nil, found)
		}
		if q == nil {
			refused++
		}
		if t.Failed() {
			t.Fatalf("in %q", data)
		}
	}
	if refused < 2000 {
		t.Errorf("only %d were refused", refused)
	}
}

func spoil(random *rand.Rand, file string, others []string) string {
	lines := strings.Split(file, "\n")
	for range 1 + random.IntN(3) {
		at := random.IntN(len(lines))
		switch random.IntN(6) {
		case 0:
			lines = slices.Insert(lines, at, others[random.IntN(len(others))])
		case 1:
			lines[at] = " " + lines[at]
		case 2:
			lines[at] = strings.TrimPrefix(lines[at], " ")
		case 3:
			lines[at], lines[0] = lines[0], lines[at]
		case 4:
			special := []string{":", "- ", "?", "\"", "'", "{", "]", "#", "&a ", "*a", "!", "|", "\t", "\r", "\x1b", "\u202e", "<<: ", "\n"}
			cut := random.IntN(len(lines[at]) + 1)
			lines[at] = lines[at][:cut] + special[random.IntN(len(special))] + lines[at][cut:]
		default:
			if len(lines) > 1 {
				lines = slices.Delete(lines, at, at+1)
			}
		}
	}
	return strings.Join(lines, "\n")
}
