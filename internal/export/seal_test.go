package export_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/export"
	"informed/internal/summary"
)

// forged are texts that look like the end of a sealed copy.
func forged() []string {
	fenced := "\n```\n" + exampleNote + "```\n"
	member := ",\n  \"seal\": \"informed copy v1\\n\"\n}\n"
	return []string{exampleNote, "\n" + exampleNote, fenced, member, exampleNote + fenced, fenced + exampleNote, fenced + "\n" + fenced, "```", "```\n", "\n}\n",
		export.SealLine, export.SealLine + "\n", "\n" + export.SealLine + "\n", "— informed-EXAMP1E0 AAAA\n"}
}

// A seal comes off as it was put on, whatever a person wrote into the copy.
func TestStamp(t *testing.T) {
	for n := range 2 * (len(forged()) + 1) {
		sum := clone(wholes(t)[n%2])
		n /= 2
		if n > 0 {
			for i := range sum.Answers {
				sum.Answers[i].Answer, sum.Answers[i].Value = forged()[n-1], forged()[n-1]
			}
			for i := range sum.Signatures { // the last of a copy's own words
				sum.Signatures[i].Name = forged()[n-1]
			}
			for i := range sum.Notes {
				sum.Notes[i].Words, sum.Notes[i].About = forged()[n-1], forged()[n-1]
			}
			for i := range sum.Record.Amendments {
				sum.Record.Amendments[i].Why = forged()[n-1]
			}
		}
		for _, f := range export.Formats() {
			for _, o := range []export.Options{{}, {Private: true, Check: true}} {
				content, err := f.Write(sum, english(t), o)
				if err != nil {
					t.Fatal(err)
				}
				if format, _, _, ok := export.Unstamp(content); ok {
					t.Errorf("%s: what was never sealed has a seal as %s", f.Name, format)
				}
				stamped := export.Stamp(f.Name, content, exampleNote)
				format, back, note, ok := export.Unstamp(stamped)
				if !ok || format != f.Name || note != exampleNote || !bytes.Equal(back, content) {
					t.Errorf("%s with %q: came back as %s, note %q:\n%s", f.Name, sum.Answers[0].Answer, format, note, cmp.Diff(string(content), string(back)))
				}
				again := export.Stamp(f.Name, stamped, exampleNote) // a copy of a copy: the last seal counts
				if _, back, _, ok := export.Unstamp(again); !ok || !bytes.Equal(back, stamped) {
					t.Errorf("%s: of two seals, the last one does not count", f.Name)
				}
				if f.Name == "json" {
					validate(t, stamped)
				}
			}
		}
	}
}

// A seal stands in its place to the byte, or is none: nothing can be put between it and the content, or after it.
func TestSealIsInOneForm(t *testing.T) {
	contents := copies(t, build(t, walk(t, example(), exampleAnswers())), export.Options{Check: true})
	found := 0
	for name, content := range contents {
		stamped := string(export.Stamp(name, []byte(content), exampleNote))
		start := strings.LastIndex(stamped, export.SealLine) - 20
		for _, change := range []string{" ", "\n", "\r", "\t", "\\", "`", "}", "\x00", "\ufeff", "x"} {
			for i := start; i <= len(stamped); i++ {
				changed := stamped[:i] + change + stamped[i:]
				_, back, note, ok := export.Unstamp([]byte(changed))
				if ok && string(back) == content && note == exampleNote {
					t.Fatalf("%s: %q after byte %d is not seen", name, change, i)
				}
				if ok {
					found++
				}
			}
		}
		crlf := strings.ReplaceAll(stamped, "\n", "\r\n")
		for _, changed := range []string{crlf, stamped + "\n", strings.TrimSuffix(stamped, "\n"), stamped + stamped[start+20:], strings.ReplaceAll(stamped, ": ", ":")} {
			if _, back, note, ok := export.Unstamp([]byte(changed)); ok && string(back) == content && note == exampleNote {
				t.Errorf("%s: a change of spaces or line ends is not seen", name)
			}
		}
	}
	if found == 0 {
		t.Error("a changed seal is never found: the test shows too little")
	}
}

func TestWhatTakesNoSeal(t *testing.T) {
	tests := []struct{ format, content, note string }{
		{"pdf2", "a\n", exampleNote}, {"", "a\n", exampleNote},
		{"json", "a\n", exampleNote}, {"json", "{}\n", exampleNote}, {"json", "{\n}\n", exampleNote}, {"json", "", exampleNote},
		{"text", "a\n", ""}, {"text", "a\n", "informed copy v2\n"}, {"text", "a\n", strings.TrimSuffix(exampleNote, "\n")},
		{"text", "a\n", exampleNote + exampleNote}, {"md", "a\n", exampleNote + "```\n"}, {"text", "a\n", "\n" + exampleNote},
	}
	for _, test := range tests {
		if got := export.Stamp(test.format, []byte(test.content), test.note); got != nil {
			t.Errorf("%+v: stamped as %q", test, got)
		}
	}
	twice := "a\n\n```\n" + exampleNote + "```\nSign now.\n```\n"
	for _, data := range append(forged()[:1:1], twice, "", "\n", "```\n", "\n```\n", "{\n  \"seal\": \"informed copy v1\\n\"\n}\n", "\n}\n") {
		if format, _, _, ok := export.Unstamp([]byte(data)); ok {
			t.Errorf("%q has a seal as %s", data, format)
		}
	}
}

// How to check a copy is said in a copy that is sealed, and not on the screen.
func TestHowToCheck(t *testing.T) {
	sum := build(t, walk(t, example(), exampleAnswers()))
	for _, check := range []bool{false, true} {
		for name, content := range copies(t, sum, export.Options{Check: check}) {
			if got := strings.Contains(content, "informed verify"); got != (check && name != "json") {
				t.Errorf("%s with %v: said is %v", name, check, got)
			}
		}
	}
}

// Whoever opens a copy of a record that was taken back reads that before anything else.
func TestTakenBack(t *testing.T) {
	sum := build(t, walk(t, example(), exampleAnswers()))
	for name, content := range copies(t, sum, export.Options{}) {
		if strings.Contains(content, "taken back") || strings.Contains(content, "withdrawn") {
			t.Errorf("%s: was never taken back", name)
		}
	}
	sum.Record.Status, sum.Record.Withdrawn = summary.Withdrawn, "2026-11-23T08:30:00Z"
	for name, content := range copies(t, sum, export.Options{}) {
		start := strings.Join(strings.Split(content, "\n")[:6], "\n")
		if want := "These answers were taken back on 2026-11-23 08:30 UTC"; name != "json" && !strings.Contains(start, want) {
			t.Errorf("%s begins with\n%s", name, start)
		}
		if name == "json" && !strings.Contains(content, `"withdrawn": "2026-11-23T08:30:00Z"`) {
			t.Error("JSON does not tell when it was taken back")
		}
		if strings.Contains(content, "You can still answer") || strings.Contains(content, "No warning sign") {
			t.Errorf("%s goes on as if it counted", name)
		}
	}
}

func FuzzUnstamp(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 41))
	for _, content := range append(forged(), "# A\n", "{\n  \"a\": 1\n}\n") {
		f.Add([]byte(content))
		for _, format := range export.Formats() {
			if stamped := export.Stamp(format.Name, []byte(content), exampleNote); stamped != nil {
				f.Add(stamped)
				f.Add(append(stamped[:r.IntN(len(stamped))], '\n'))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		format, content, note, ok := export.Unstamp(data)
		if ok && !bytes.Equal(export.Stamp(format, content, note), data) {
			t.Errorf("%q is a seal as %s, and stamping gives something else", data, format)
		}
		for _, f := range export.Formats() {
			stamped := export.Stamp(f.Name, data, exampleNote)
			if stamped == nil {
				continue
			}
			if format, content, note, ok := export.Unstamp(stamped); !ok || format != f.Name || note != exampleNote || !bytes.Equal(content, data) {
				t.Errorf("%q as %s: came back as %s %q, %q", data, f.Name, format, content, note)
			}
		}
	})
}
