package campaign

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tapeWith records a walk on the short way in which something fails. Where the person was told of it, they try again.
func (w *world) tapeWith(f fault, args []string) (tape, string) {
	w.t.Helper()
	trace := filepath.Join(w.t.TempDir(), "trace")
	before := []string{"strace", "-f", "-y", "-xx", "-s", "16777216", "-o", trace, "-e", "signal=none", "-e", "trace=" + traced}
	if f.call != "" {
		before = append(before, "-e", fmt.Sprintf("inject=%s:error=%s:when=%d", f.call, f.err, f.number))
	}
	k := w.start(args, append(before, "--")...)
	s := sitting{person: person{hope: "one"}, pipe: k.pipe}
	b := blow{}
	for page := range k.pages {
		told := len(b.told)
		if here := at(shortRoute(), page); here >= 0 {
			b.answer(k, f, shortRoute()[here], here, page)
		}
		l := line{}
		if len(b.told) > told {
			l.did = b.told[told]
		}
		if strings.Contains(page, "Your copy is here") {
			l.did = "copied md"
		}
		s.lines = append(s.lines, l)
		s.out += page
	}
	k.rest()
	moments, err := readTrace(trace)
	if err != nil {
		w.t.Fatal(err)
	}
	after, err := newDisk(w.root)
	if err != nil {
		w.t.Fatal(err)
	}
	return tape{sittings: []sitting{s}, moments: moments, after: after.seen()}, s.out
}

// A sync or a write that fails is told to the person, who tries again, or starts the program anew. The system forgets what it
// could not write: no later sync brings it to the disk. What the person is told is kept after that may not be lost either.
func TestPowerAfterAFailure(t *testing.T) {
	needStrace(t)
	program := program(t, true)
	began, points, failures := time.Now(), 0, 0
	for _, target := range calls(t, program) {
		switch {
		case target.call != "fsync" && (target.call != "pwrite64" || target.number%9 != 0), !*full && failures > 1:
			continue
		case !*full && target.number < 18:
			continue
		}
		f := target
		f.err = "EIO"
		failures++
		t.Run(fmt.Sprintf("%s %d", f.call, f.number), func(t *testing.T) {
			w := newWorld(t, program)
			d, err := newDisk(w.root)
			if err != nil {
				t.Fatal(err)
			}
			first, said := w.tapeWith(f, w.shortArgs())
			tapes := []tape{first}
			if !strings.Contains(said, "Your copy is here") {
				args := w.shortArgs()
				if found := w.look(); found.ids["one"] != "" {
					args = []string{"records", "resume", "--plain", "--out", filepath.Join(w.root, copiesPath), found.ids["one"]}
				}
				second, said := w.tapeWith(fault{}, args)
				if !strings.Contains(said, "Your copy is here") {
					t.Fatalf("the second walk did not come to its end: %s", said)
				}
				tapes = append(tapes, second)
			}
			every := 3 * *every
			if !*full {
				every = 401
			}
			c := cutAll(t, w, d, tapes, every)
			lost := c.lost()
			for _, what := range lost[:min(len(lost), 10)] {
				t.Error(what)
			}
			points += c.points
		})
	}
	t.Logf("%d failures, %d points in %v", failures, points, time.Since(began).Round(time.Second))
}
