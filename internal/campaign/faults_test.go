package campaign

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// calls gives all calls of a walk on the first thread that are about the folder, as faults without an error.
func calls(t *testing.T, program string) []fault {
	t.Helper()
	w := newWorld(t, program)
	trace := filepath.Join(t.TempDir(), "trace")
	k := w.start(w.shortArgs(), "strace", "-f", "-y", "-xx", "-o", trace, "-e", "signal=none", "-e", "trace=%file,%desc", "--")
	for page := range k.pages {
		if here := at(shortRoute(), page); here >= 0 {
			k.types(shortRoute()[here].typed)
		}
	}
	if said, ended := k.rest(); !ended.Success() {
		t.Fatalf("the walk without faults ended with %v: %s", ended, said)
	}
	moments, err := readTrace(trace)
	if err != nil {
		t.Fatal(err)
	}
	var all []fault
	counts := map[string]int{}
	for _, m := range moments {
		if !m.begins || m.thread != moments[0].thread || m.name == "execve" {
			continue
		}
		counts[m.name]++
		if w.touches(m.call) {
			all = append(all, fault{call: m.name, number: counts[m.name]})
		}
	}
	return all
}

// TestFaults lets every call to the file system of a walk fail, one in each walk, or from one on; and lets files grow no longer
// than so much, which cuts one write short. Nobody may be told that an answer is kept which is not.
func TestFaults(t *testing.T) {
	needStrace(t)
	program := program(t, true)
	targets := calls(t, program)
	var faults []fault
	for i, target := range targets {
		for e, err := range []string{"ENOSPC", "EIO", "EROFS"} {
			f := target
			f.err, f.stop = err, (i+e)%2 == 0
			faults = append(faults, f)
		}
		f := target
		f.err, f.on = "ENOSPC", true
		if slices.Contains([]string{"open", "openat", "pwrite64", "fsync", "ftruncate", "mkdirat", "linkat"}, f.call) {
			faults = append(faults, f)
		}
	}
	for limit := range 280 {
		faults = append(faults, fault{number: limit + 1, stop: limit%2 == 0})
	}
	r := rand.New(rand.NewPCG(seed, 3))
	r.Shuffle(len(faults), func(i, j int) { faults[i], faults[j] = faults[j], faults[i] })
	switch {
	case !*full:
		faults = faults[:8]
	case *every > 1:
		faults = faults[:len(faults) / *every]
	}
	began := time.Now()
	tally := strikes(t, program, faults)
	t.Logf("%d calls about the folder, %d walks with faults in %v: %v", len(targets), len(faults), time.Since(began).Round(time.Second), tally)
}

// A program that speaks before it saves must be found out.
func TestFaultsFindWhatIsSaidTooEarly(t *testing.T) {
	needStrace(t)
	if !*full {
		t.Skip("only with -full, as the kills have the same")
	}
	program := build(t, append(pin(), early())...)
	lost := 0
	for _, f := range calls(t, program) {
		if f.call != "pwrite64" || f.number%7 != 0 {
			continue
		}
		f.err, f.on, f.stop = "EIO", true, true
		if _, wrong := struck(t, program, f); strings.Contains(wrong, "lost one: ") {
			lost++
		}
	}
	t.Logf("%d losses", lost)
	if lost == 0 {
		t.Error("nothing was lost")
	}
}

// strikes walks with each fault, several at a time, and tells how they ended.
func strikes(t *testing.T, program string, faults []fault) map[string]int {
	tally := map[string]int{}
	var lock sync.Mutex
	var working sync.WaitGroup
	next := make(chan fault)
	for range runtime.NumCPU() {
		working.Go(func() {
			for f := range next {
				b, wrong := struck(t, program, f)
				lock.Lock()
				switch {
				case !b.hit:
					tally["missed"]++
				case b.unsaved > 0:
					tally["told that a step is not saved"]++
				case b.status != 0:
					tally["did not begin or go on"]++
				default:
					tally["went on"]++
				}
				lock.Unlock()
				if wrong != "" {
					t.Errorf("%v: %s", f, wrong)
				}
			}
		})
	}
	for _, f := range faults {
		next <- f
	}
	close(next)
	working.Wait()
	return tally
}

// struck walks with one fault, in a world of its own. Where the fault missed, or came to something else as well, that says
// nothing, and it is tried again.
func struck(t *testing.T, program string, f fault) (b blow, wrong string) {
	for range 10 {
		w := newWorld(t, program)
		var err error
		if b, err = w.strike(f); err != nil {
			return b, err.Error()
		}
		wrong = w.wrong(f, b)
		os.RemoveAll(w.root)
		if b.hit {
			return b, wrong
		}
	}
	return b, ""
}
