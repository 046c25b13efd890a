package text

import (
	"strings"
	"testing"
)

// page is about two pages of text in one script.
func page(words string) string { return strings.Repeat(words+" ", 4000/len(words)+1) }

func BenchmarkWrap(b *testing.B) {
	for name, words := range map[string]string{
		"latin":   "Stem cells can copy themselves and become some other kinds of cell.",
		"arabic":  "الخلايا الجذعية تستطيع أن تنسخ نفسها",
		"chinese": "干细胞可以复制自己，也可以变成一些其他种类的细胞。",
	} {
		b.Run(name, func(b *testing.B) {
			text := page(words)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Wrap(text, 60)
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	for name, words := range map[string]string{
		"latin":  "Stem cells can copy themselves and become some other kinds of cell.",
		"arabic": "الخلايا الجذعية تستطيع أن تنسخ نفسها",
	} {
		b.Run(name, func(b *testing.B) {
			text := page(words)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if err := CheckMarkdown(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
