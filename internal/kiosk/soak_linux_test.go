package kiosk

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store/sqlstore"
	"informed/internal/tui"
)

var patients = flag.Int("patients", 40, "how many patients each soak has")

// held is what this process holds of the machine's.
type held struct {
	memory            int // bytes in use
	goroutines, files int
}

func holds() held {
	for range 2 { // what has a cleanup goes in the second
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	h := held{memory: int(m.HeapAlloc + m.StackInuse), goroutines: runtime.NumGoroutine()}
	for fd := range 1 << 10 {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil {
			h.files++
		}
	}
	return h
}

// spare is how much more memory may be in use after a soak than near its beginning: 10,000 patients must not leave 50 bytes
// each.
const spare = 512 << 10

// grown tells what a process holds more of, as last, than before; nothing for the zero value.
func grown(before, last held) string {
	if last.goroutines > before.goroutines || last.files > before.files || last.memory > before.memory+spare {
		return fmt.Sprintf("it holds %+v, and held %+v", last, before)
	}
	return ""
}

// soak serves patients and tells what has grown since a tenth of them had come. Timers that patients left have a while to run out.
func soak(t *testing.T, patients int, while time.Duration, serve func(i int)) string {
	t.Helper()
	var before held
	for i := range patients {
		if i == patients/10 {
			before = holds()
		}
		serve(i)
	}
	more := grown(before, holds())
	defer func() { t.Logf("%+v after %d patients, %+v after %d", before, patients/10, holds(), patients) }()
	for late := time.After(while); more != ""; more = grown(before, holds()) {
		select {
		case <-late:
			return more
		case <-time.After(50 * time.Millisecond):
		}
	}
	return ""
}

// However many patients come, and however their sessions end, the supervisor holds no more than after the first few.
func TestSoakOfTheSupervisor(t *testing.T) {
	r := terminal(t)
	r.mu.Lock()
	r.forgets = true
	r.mu.Unlock()
	ways := []string{"next", "signs", "broken", "next", "kill"}
	came, before, last := 0, held{}, held{}
	s := r.supervisor(os.Args[0], 10*time.Second)
	s.Env[0] = "KIOSK_TEST_PATIENT=soak"
	s.Args = func(string) []string { // what is held now is held while no patient is there
		came++
		switch came {
		case *patients / 10:
			before = holds()
		case *patients:
			last = holds()
			return []string{"-patient", "staff"}
		}
		return []string{"-patient", ways[came%len(ways)]}
	}
	s.Log = io.Discard
	if err := s.Run(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v after %d patients, %+v after %d", before, *patients/10, last, came)
	if more := grown(before, last); more != "" || came != *patients {
		t.Errorf("after %d of %d patients %s", came, *patients, more)
	}
}

// asked is a short questionnaire.
const asked = `format: informed/v1
id: asked
version: 1.0.0
title: A short one
purpose: To try the program. This is an example.
items:
  - {id: hope, type: text, text: "What do you hope for?"}
  - {id: sure, type: yes-no, text: "Are you sure?", check: That it is sure}
  - {id: name, type: attestation, text: "Your name", statement: "I have answered these questions."}
`

// wearOff is how long the longest timer of a session runs, which nobody waits for where the process ends.
const wearOff = 3 * time.Second

// scripts are ways through a session: words that the terminal shows, and what is then typed.
func scripts() [][][2]string {
	begun := [][2]string{{"An Example Clinic", "x"}, {"Your answers are kept for", "\r"}, {"Question 1 of 2", "h"}}
	script := func(more ...[2]string) [][2]string { return append(begun[:len(begun):len(begun)], more...) }
	return [][][2]string{
		script([][2]string{ // to the end
			{"", "\r"}, {"Question 2 of 2", "1\r"}, {"Your answers", "\r"}, {"Type your name", "A\r"},
			{"Your checklist", "\r"}, {"This screen is then cleared", "\r"},
		}...),
		script([2]string{"", "\x11"}, [2]string{"Do you want to stop here?", "2\r"}),
		script([2]string{"", "\x1b[21~"}, [2]string{"Type the PIN", "2718\r"}), // staff
		script(), // the terminal goes away, or nobody does anything
	}
}

// A patient's own process ends with the patient. Were it to go on for ten thousand, it would hold no more than after the first
// few: questions, answers, screens, the terminal and the store are let go of, whichever way a session ends.
func TestSoakOfSessions(t *testing.T) {
	q, found := yamlform.Load("asked.yaml", []byte(asked))
	if q == nil {
		t.Fatal(found)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "records", "records.db")
	if more := soak(t, *patients, wearOff, func(i int) { sit(t, q, words, file, i) }); more != "" {
		t.Errorf("after %d patients %s", *patients, more)
	}
}

// sit serves one patient in this process, with a clock that goes on by a second at each look.
func sit(t *testing.T, q *questionnaire.Questionnaire, words *i18n.Words, file string, i int) {
	t.Helper()
	var looks atomic.Int64
	now := func() time.Time { return time.Unix(1795338000+looks.Add(1), 0) }
	db, err := sqlstore.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	archive := records.Archive{Store: db, Now: now}
	begin := func(visit string) (*records.Journal, error) {
		return archive.Begin(context.Background(), q, session.Begin{Record: fmt.Sprint("EXAMPLE-", i), Language: "en", Mode: "patient", Visit: visit})
	}
	script := scripts()[i%len(scripts())]
	policy := tui.Policy{
		Place:  &tui.Place{Clinic: "An Example Clinic", Languages: []tui.Language{{Words: words, Name: "English", Begin: begin}}},
		Locked: true, Staff: func(pin string) (bool, time.Duration, error) { return pin == "2718", 0, nil },
	}
	leaves, idles := i%len(scripts()) == len(scripts())-1, i%400 == 19
	if idles {
		policy.Idle.Warn, policy.Idle.End = 20*time.Millisecond, time.Hour
	}
	r := opened(t)
	defer r.close()
	ended := make(chan error, 1)
	go func() {
		result, err := tui.Run(t.Context(), tui.Options{
			In: r.tty, Out: r.tty, Color: "auto", Env: func(string) string { return "" }, Now: now, Policy: policy,
		})
		result.Journal.Close()
		ended <- err
	}()
	for n, step := range script {
		if r.await(step[0]); idles && n == len(script)-1 {
			looks.Add(3600) // in which nobody does anything
			break
		}
		r.press(step[1])
	}
	if leaves && !idles {
		r.keys.Close()
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("session %d does not end", i)
	}
}

// A soak that lets through what leaks would let anything through.
func TestTheControlALeakIsFound(t *testing.T) {
	stop := make(chan struct{})
	defer close(stop)
	var files []*os.File
	var memory [][]byte
	leaks := map[string]func(int){
		"a goroutine": func(int) { go func() { <-stop }() },
		"a file": func(int) {
			f, err := os.Open(os.DevNull)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		},
		"memory": func(int) { memory = append(memory, make([]byte, 32<<10)) },
	}
	for name, leak := range leaks {
		if soak(t, 50, 0, leak) == "" {
			t.Errorf("%s that each patient leaves is not found", name)
		}
	}
	if more := soak(t, 50, 0, func(int) {}); more != "" {
		t.Error("nothing leaks: ", more)
	}
	for _, f := range files {
		f.Close()
	}
	runtime.KeepAlive(memory)
}
