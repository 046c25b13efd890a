package campaign

import (
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// station is a screen of the walk: how it is known, what is typed there, and what that does.
type station struct{ shows, typed, did string }

// stations are the screens in their order, for who hopes for something.
func stations(hope string) []station {
	return []station{
		{"Your answers are kept on this computer as you give them", "", ""},
		{"What do you hope for?", hope, "hope=" + hope},
		{"Were you told of the risks?", "1", "told=yes"},
		{"Which ways did you talk about?", "1,3", ""},
		{"Type it in your own words", "Through the nose", "ways=vein+other+Through the nose"},
		{"How sure are you?", "7", "trust=7"},
		{"What worries you?", "many things", "worry=many things"},
		{"Please read this. It is an example.", "", ""},
		{"What is your weight?", "70.5", "weight=70.5"},
		{"Can one kind of cell treat all?", "1", "claim try 0=any"},
		{"Many hope so.", "", ""},
		{"A clinic treats 30 illnesses with one kind.", "2", "claim try 1=good"},
		{"Not so.", "", ""},
		{"or type change and a number", "", "reviewed"},
		{"Where do you stand?", "2", "decision=defer"},
		{"Type your name", "Amina Example", "signed=Amina Example"},
		{"A copy of your checklist would be saved here", "3", ""},
	}
}

// at gives the station that a page ends with, -1 for none.
func at(all []station, page string) int {
	found, last := -1, -1
	for i, s := range all {
		if n := strings.LastIndex(page, s.shows); n > last {
			found, last = i, n
		}
	}
	return found
}

// walker is somebody at a running program, who sees what it says and answers.
type walker struct {
	t       *testing.T
	command *exec.Cmd
	typed   *os.File
	pipe    string // that the program talks through, as strace calls it
	pages   chan string
}

// start starts the program, through another if one stands before. What it says comes page by page.
func (w *world) start(args []string, before ...string) *walker {
	w.t.Helper()
	in, typed := w.pipe()
	out, says := w.pipe()
	all := slices.Concat(before, []string{w.program}, args)
	k := &walker{t: w.t, command: exec.CommandContext(w.t.Context(), all[0], all[1:]...), typed: typed, pipe: name(w.t, says), pages: make(chan string, 1)}
	k.command.Env, k.command.Stdin, k.command.Stdout, k.command.Stderr = w.env, in, says, says
	if err := k.command.Start(); err != nil {
		w.t.Fatal(err)
	}
	in.Close()
	says.Close()
	go k.read(out)
	return k
}

// read hands on each page: the program writes a page in one go.
func (k *walker) read(out *os.File) {
	defer close(k.pages)
	defer out.Close()
	page := make([]byte, 1<<16)
	for {
		n, err := out.Read(page)
		if n > 0 {
			k.pages <- string(page[:n])
		}
		if err != nil {
			return
		}
	}
}

func (k *walker) types(line string) { io.WriteString(k.typed, line+"\n") }

// rest gives what is still to come, and how the program ended.
func (k *walker) rest() (said string, ended *os.ProcessState) {
	k.typed.Close()
	for page := range k.pages {
		said += page
	}
	k.command.Wait()
	return said, k.command.ProcessState
}
