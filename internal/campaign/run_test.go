package campaign

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// world is a folder of records and copies, and a program.
type world struct {
	t       *testing.T
	root    string
	program string
	env     []string
	keys    *keyring
}

// newWorld gives a world in which nothing has happened.
func newWorld(t *testing.T, program string) *world {
	t.Helper()
	top, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, root: filepath.Join(top, "disk"), program: program}
	for _, folder := range []string{w.root, filepath.Join(w.root, copiesPath), filepath.Join(top, "home")} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	w.env = []string{"HOME=" + filepath.Join(top, "home"), "PATH=" + os.Getenv("PATH"), "INFORMED_STORE=" + filepath.Join(w.root, storePath)}
	return w
}

// walkArgs is how the program is started to walk.
func (w *world) walkArgs() []string {
	return []string{"run", "--plain", "--out", filepath.Join(w.root, copiesPath, "list.md"), filepath.Join("testdata", "walk.yaml")}
}

// line is a line that a person types, and what comes of it.
type line struct {
	typed string
	said  string // what the program says then
	did   string // what it has told the person by that, as in told; "" for nothing
}

// person is somebody at the program: what they type, or what a command says.
type person struct {
	hope   string
	args   []string // nil walks
	lines  []line
	kill   string // the name of a call and its number, such as fsync:when=9: the program is killed there
	id     string // of the record
	purge  bool   // the command purges it
	status int    // what the program ends with
}

// command reports whether nothing is asked.
func (p person) command() bool {
	return p.args != nil && p.args[0] == "records" && p.args[1] != "resume"
}

// input is what is typed. The first line is what the program says of itself.
func (p person) input() string {
	var all strings.Builder
	if !p.command() {
		for _, l := range p.lines[1:] {
			all.WriteString(l.typed + "\n")
		}
	}
	return all.String()
}

// sitting is a person that was recorded.
type sitting struct {
	person
	pipe string // name of the pipe that the program talked to them through
	out  string
}

// act is what some people do at the same time.
type act []person

// record runs the program for each person of an act and tells what calls they made.
func (w *world) record(a act) ([]sitting, []moment) {
	w.t.Helper()
	trace := filepath.Join(w.t.TempDir(), "trace")
	args := []string{"strace", "-f", "-y", "-xx", "-s", "16777216", "-o", trace, "-e", "signal=none", "-e", "trace=" + traced}
	if a[0].kill != "" {
		call, when, _ := strings.Cut(a[0].kill, ":")
		args = append(args, "-e", "inject="+call+":signal=SIGKILL:"+when)
	} else {
		args = append(args, "--seccomp-bpf") // faster, and deaf to the above
	}
	sittings := w.sit(a, append(args, "--")...)
	moments, err := readTrace(trace)
	if err != nil {
		w.t.Fatalf("read the trace: %v", err)
	}
	return sittings, moments
}

// hear reads all that comes out of a pipe.
func hear(out *os.File) chan string {
	all := make(chan string, 1)
	go func() {
		b, _ := io.ReadAll(out)
		out.Close()
		all <- string(b)
	}()
	return all
}

// stage is where people sit: what a shell does to start the program for each, and the pipes that lead there.
type stage struct {
	script   string // in which $0 is the program
	pipes    []*os.File
	sittings []sitting
	heard    []chan string
}

// seat makes a place for a person, and lets them type all at once.
func (w *world) seat(s *stage, p person, alone bool) {
	w.t.Helper()
	in, typed := w.pipe()
	out, says := w.pipe()
	args, start, end := p.args, "exec ", ""
	if args == nil {
		args = w.walkArgs()
	}
	if !alone {
		start, end = "", " &"
	}
	first := 3 + len(s.pipes)
	s.script += fmt.Sprintf("%s\"$0\" %s <&%d >&%d 2>&%d%s\n", start, quoted(args), first, first+1, first+1, end)
	s.pipes = append(s.pipes, in, says)
	s.sittings = append(s.sittings, sitting{person: p, pipe: name(w.t, says)})
	s.heard = append(s.heard, hear(out))
	go func() {
		io.WriteString(typed, p.input())
		typed.Close()
	}()
}

// sit runs the program for each person of an act, through another program if one stands before.
func (w *world) sit(a act, before ...string) []sitting {
	w.t.Helper()
	var s stage
	for _, p := range a {
		w.seat(&s, p, len(a) == 1)
	}
	args := append(before, "sh", "-c", s.script+"wait", w.program)
	command := exec.CommandContext(w.t.Context(), args[0], args[1:]...)
	command.ExtraFiles, command.Env = s.pipes, w.env
	var errs bytes.Buffer
	command.Stderr = &errs
	err := command.Run()
	for _, f := range s.pipes {
		f.Close()
	}
	for i := range s.sittings {
		s.sittings[i].out = <-s.heard[i]
	}
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		w.t.Fatalf("run the program: %v", err)
	}
	got, want := command.ProcessState.ExitCode(), a[0].status
	if a[0].kill != "" {
		want = -1
	}
	if got != want {
		w.t.Fatalf("the program ended with %v, want %d: %s%s", command.ProcessState, want, errs.String(), s.sittings[0].out)
	}
	return s.sittings
}

func quoted(args []string) string {
	var all []string
	for _, arg := range args {
		all = append(all, "'"+strings.ReplaceAll(arg, "'", `'\''`)+"'")
	}
	return strings.Join(all, " ")
}

func (w *world) pipe() (r, wr *os.File) {
	w.t.Helper()
	r, wr, err := os.Pipe()
	if err != nil {
		w.t.Fatal(err)
	}
	return r, wr
}

// name gives a pipe the name that strace has for it.
func name(t *testing.T, pipe *os.File) string {
	t.Helper()
	info, err := pipe.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("pipe:[%d]", info.Sys().(*syscall.Stat_t).Ino)
}

// look looks at a copy of the world, so that the world itself stays as it is.
func (w *world) look() found {
	w.t.Helper()
	copied := w.t.TempDir()
	if err := os.CopyFS(copied, os.DirFS(w.root)); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(copied, filepath.Dir(storePath)), 0o700); err != nil {
		w.t.Fatal(err)
	}
	return look(w.t.Context(), copied, w.keys)
}
