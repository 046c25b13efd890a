package i18n

import "testing"

// New is on the way to the first frame: it has to stay under 1 ms.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New("en"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	words, err := New("en")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		words.Text("footer.next")
	}
}
