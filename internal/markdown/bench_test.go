package markdown

import (
	"strings"
	"testing"
)

// pages is about two pages of text, as a summary has them.
func pages() string {
	const section = `## Questions to ask

Stem cells can copy themselves and become some *other* kinds of cell. **Nobody** knows yet how often that goes wrong.

- [ ] Ask the clinic to say in writing which of these it is, and who has checked that.
- [ ] Ask what it costs, and what is not in the price. See [the guide](https://example.org/guide).

> What was said: we will find out what the treatment is, and what it is not.

`
	return strings.Repeat(section, 10)
}

func BenchmarkRender(b *testing.B) {
	document := pages()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			New(Style{}).Render(document, 72)
		}
	})
	b.Run("again", func(b *testing.B) {
		renderer := New(Style{})
		for b.Loop() {
			renderer.Render(document, 72)
		}
	})
	b.Run("short", func(b *testing.B) {
		renderer := New(Style{})
		for b.Loop() {
			renderer.Render("Would the cells go into your **eye**?", 72)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(Style{}).Render("a", 72)
	}
}
