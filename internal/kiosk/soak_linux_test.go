package kiosk

import (
	"flag"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/creack/pty"
)

var patients = flag.Int("patients", 200, "how many sessions the soak has")

// held is what a supervisor holds.
type held struct {
	memory            uint64
	goroutines, files int
}

func holds(t *testing.T) held {
	t.Helper()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return held{m.HeapAlloc, runtime.NumGoroutine(), len(files)}
}

// However many patients come, the supervisor holds no more than after the first few.
func TestSoak(t *testing.T) {
	keys, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer keys.Close()
	defer tty.Close()
	go func() {
		for b := make([]byte, 1<<12); ; {
			if _, err := keys.Read(b); err != nil {
				return
			}
		}
	}()
	s := Supervisor{
		In: tty, Out: tty, Program: "/bin/true", Args: func(string) []string { return nil }, Log: t.Output(), Now: time.Now,
	}
	var first held
	for i := range *patients {
		if err := s.clean(); err != nil {
			t.Fatal(err)
		}
		if end, told := s.session("", nil); end.faulty() || told {
			t.Fatalf("session %d: %+v", i, end)
		}
		if i == 50 {
			first = holds(t)
		}
	}
	last := holds(t)
	if last.goroutines > first.goroutines || last.files > first.files || last.memory > first.memory+512<<10 {
		t.Errorf("after %d patients it holds %+v, after 50 %+v", *patients, last, first)
	}
}
