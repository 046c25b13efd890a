package yamlform_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"informed/internal/questionnaire/yamlform"
)

// BenchmarkLoad shows that time grows in step with the number of items.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{36, 1000, 2000, 5000, 10_000, 20_000} {
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) { benchmarkLoad(b, []byte(many(n, false))) })
	}
	b.Run("items=10000-with-options", func(b *testing.B) { benchmarkLoad(b, []byte(many(10_000, true))) })
	b.Run("stem-cell-therapy", func(b *testing.B) {
		data, err := os.ReadFile("../../../questionnaires/stem-cell-therapy.yaml")
		if err != nil {
			b.Fatal(err)
		}
		benchmarkLoad(b, data)
	})
}

func benchmarkLoad(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if q, found := yamlform.Load("file.yaml", data); q == nil {
			b.Fatal(found[0])
		}
	}
}

// many writes a questionnaire of n questions, of which every fifth has a condition; with options, each has three.
func many(n int, options bool) string {
	var s strings.Builder
	s.WriteString(head + "sources:\n  A-1: {title: A}\nitems:\n")
	for i := range n {
		switch {
		case options:
			fmt.Fprintf(&s, "  - id: q-%d\n    type: choice\n    text: Which of these fits the care you are thinking about?\n    required: true\n"+
				"    options:\n      - {value: approved, text: Approved for my illness}\n      - {value: trial, text: A research trial}\n"+
				"      - {value: unproven, text: \"Offered to me, but neither\"}\n    check: It is clear\n"+
				"    outcomes:\n      - {when: unproven, state: warning, do: Ask the clinic}\n", i)
		default:
			fmt.Fprintf(&s, "  - id: q-%d\n    type: yes-no\n    text: Were you told how likely each risk is?\n    check: Numbers\n"+
				"    outcomes:\n      - {when: [\"no\", unsure], state: ask, do: Ask for numbers.}\n", i)
		}
		if i%5 == 4 {
			fmt.Fprintf(&s, "    when: {q-%d: unsure}\n", i-1)
		}
	}
	return s.String()
}

// BenchmarkHostile is what the slowest files to be refused cost.
func BenchmarkHostile(b *testing.B) {
	for _, bomb := range bombs() {
		data := []byte(bomb.make())
		b.Run(strings.ReplaceAll(bomb.name, " ", "-"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if q, _ := yamlform.Load("file.yaml", data); q != nil {
					b.Fatal("it was not refused")
				}
			}
		})
	}
}

func BenchmarkSchema(b *testing.B) {
	for b.Loop() {
		yamlform.Schema()
	}
}
