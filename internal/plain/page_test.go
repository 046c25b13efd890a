package plain

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	const hash = "sha256:0123456789abcdef"
	var out strings.Builder
	p := newPage(&out, 16)
	p.fold([]string{"Heading of many words", "    set in by four", "    " + hash, "", "short"})
	if err := p.flush(); err != nil {
		t.Fatal(err)
	}
	want := "Heading of many\nwords\n    set in by\n    four\n    " + hash + "\n\nshort\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
