package campaign

import (
	"fmt"
	"path/filepath"
	"slices"
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

// failures are the faults of a walk after which the power is cut: syncs that fail, syncs that fail while the program is killed,
// and some of the writes.
func failures(calls []fault) []fault {
	var all []fault
	for _, f := range calls {
		switch {
		case f.call == "fsync":
			for _, err := range []string{"EIO", "EIO:signal=SIGKILL"} {
				f.err = err
				all = append(all, f)
			}
		case f.call == "pwrite64" && f.number%9 == 0:
			f.err = "EIO"
			all = append(all, f)
		}
	}
	if !*full {
		all = all[len(all)/2 : len(all)/2+3]
	}
	return all
}

// A sync or a write that fails is told to the person, who tries again, or starts the program anew. The system forgets what it
// could not write: no later sync brings it to the disk. What the person is told is kept after that may not be lost either.
func TestPowerAfterAFailure(t *testing.T) {
	needStrace(t)
	program := program(t, true)
	began, tried, points := time.Now(), 0, 0
	for _, f := range failures(calls(t, program)) {
		t.Run(f.String(), func(t *testing.T) {
			every := 3 * *every
			if !*full {
				every = 401
			}
			c := powerAfter(t, program, f, every)
			lost := c.lost()
			for _, what := range lost[:min(len(lost), 10)] {
				t.Error(what)
			}
			tried, points = tried+1, points+c.points
		})
	}
	t.Logf("%d failures, %d points in %v", tried, points, time.Since(began).Round(time.Second))
}

// A store that takes for kept what it finds in a log must be found out: that may be in the memory of the system alone.
func TestPowerAfterAFailureFindsLogsThatAreTrusted(t *testing.T) {
	needStrace(t)
	if !*full {
		t.Skip("only with -full")
	}
	trusts := change{"internal/store/sqlstore/open.go", "\treturn s.checkpoint(ctx)\n}\n\n// log has", "\treturn nil\n}\n\n// log has"}
	program := build(t, append(pin(), trusts)...)
	losses := 0
	for _, f := range failures(calls(t, program)) {
		if strings.Contains(f.err, "SIGKILL") {
			losses += len(powerAfter(t, program, f, 101).lost())
		}
	}
	t.Logf("%d losses", losses)
	if losses == 0 {
		t.Error("nothing was lost")
	}
}

// powerAfter records a walk with a failure, and another that goes on after it where it did not come to its end, and cuts the
// power.
func powerAfter(t *testing.T, program string, f fault, every int) *campaign {
	t.Helper()
	w := newWorld(t, program)
	d, err := newDisk(w.root)
	if err != nil {
		t.Fatal(err)
	}
	first, said := w.tapeWith(f, w.shortArgs())
	tapes := []tape{first}
	found := w.look()
	if !slices.Contains(found.journals["one"], "completed") && !strings.Contains(said, "Your copy is here") {
		args := w.shortArgs()
		if found.ids["one"] != "" {
			args = []string{"records", "resume", "--plain", "--out", filepath.Join(w.root, copiesPath), found.ids["one"]}
		}
		second, said := w.tapeWith(fault{}, args)
		if !strings.Contains(said, "Your copy is here") {
			t.Fatalf("the second walk did not come to its end: %s", said)
		}
		// A program that is killed in a sync that fails leaves a log in the memory of the system alone. While the next one
		// brings that to the disk, no power may go: no database can help it. What is told after that counts.
		killed := strings.Contains(f.err, "SIGKILL")
		first.never, second.late = killed, killed
		tapes = []tape{first, second}
	}
	return cutAll(t, w, d, tapes, every)
}
