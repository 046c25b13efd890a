package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/i18n"
	"informed/internal/summary"
)

// said is the summary of a finished sitting, and the program's words.
func said(t *testing.T) (summary.Summary, *i18n.Words) {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	s, _ := fill(t, whole)
	return summary.Build(s.Questionnaire(), s.Record(), words), words
}

// paths gives the paths of targets, with the folder left out.
func paths(dir string, targets []Target) []string {
	var names []string
	for _, target := range targets {
		names = append(names, strings.TrimPrefix(target.Path, dir+"/"))
	}
	return names
}

func TestWhereCopiesGo(t *testing.T) {
	sum, words := said(t)
	const name = "informed-example-2026-11-22"
	tests := []struct {
		name   string
		copies Copies
		before []string
		want   []string
	}{
		{"default", Copies{}, nil, []string{name + ".md"}},
		{"taken", Copies{}, []string{name + ".md", name + "-2.md"}, []string{name + "-3.md"}},
		{"formats", Copies{Formats: []string{"json", "text", "json"}}, []string{name + ".txt"}, []string{name + ".json", name + "-2.txt"}},
		{"file", Copies{Out: "list.md"}, nil, []string{"list.md"}},
		{"file of another ending", Copies{Out: "my list"}, []string{"my list"}, []string{"my list-2"}},
		{"folder", Copies{Out: "copies"}, []string{"copies/"}, []string{"copies/" + name + ".md"}},
		{"new folder", Copies{Formats: []string{"md", "json"}, Out: "copies"}, nil, []string{"copies/" + name + ".md", "copies/" + name + ".json"}},
		{"file in a folder", Copies{Out: "copies/../copies/x.md"}, []string{"copies/"}, []string{"copies/x.md"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir)
			for _, name := range test.before {
				if folder, ok := strings.CutSuffix(name, "/"); ok {
					os.Mkdir(folder, 0o755)
				} else {
					os.WriteFile(name, []byte("old"), 0o644)
				}
			}
			if err := test.copies.Check(); err != nil {
				t.Fatal(err)
			}
			told, err := test.copies.Targets(sum)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, paths(dir, told)); diff != "" {
				t.Errorf("told:\n%s", diff)
			}
			written, err := test.copies.Write(sum, words, false)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(told, written); diff != "" {
				t.Errorf("told and written differ:\n%s", diff)
			}
			for _, target := range written {
				if content, err := os.ReadFile(target.Path); err != nil || len(content) < 100 {
					t.Errorf("%s holds %d bytes: %v", target.Path, len(content), err)
				}
			}
		})
	}
}

func TestWhereCopiesCannotGo(t *testing.T) {
	sum, words := said(t)
	dir := t.TempDir()
	t.Chdir(dir)
	os.WriteFile("file", nil, 0o644)
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	before := files(t, ".")
	tests := []struct {
		copies Copies
		want   string
	}{
		{Copies{Formats: []string{"pdf2"}}, `there is no format "pdf2"`},
		{Copies{Formats: []string{"md", "json"}, Out: "-"}, "write several formats to standard output: they would run into each other"},
		{Copies{Out: "missing/list.md"}, "open the folder missing: no such file or directory"},
		{Copies{Out: "missing/"}, "open the folder missing/: no such file or directory"},
		{Copies{Out: "file/list.md"}, "open the folder file: not a directory"},
		{Copies{Formats: []string{"md", "json"}, Out: "file"}, "open the folder file: not a directory"},
		{Copies{Formats: []string{"md", "json"}, Out: "missing/copies"}, "make the folder missing/copies: no such file or directory"},
		{Copies{Out: "pipe"}, "write to pipe: it is neither a file nor a folder"},
		{Copies{Out: "/dev/full"}, "write to /dev/full: it is neither a file nor a folder"},
	}
	for _, test := range tests {
		if _, err := test.copies.Write(sum, words, false); err == nil || err.Error() != test.want {
			t.Errorf("%+v: wrote with %v, want %s", test.copies, err, test.want)
		}
		if err := test.copies.Check(); err == nil {
			t.Errorf("%+v: was found to be fine", test.copies)
		}
	}
	if diff := cmp.Diff(before, files(t, ".")); diff != "" {
		t.Error(diff)
	}
}

func TestStandardOutputIsLeftToTheCaller(t *testing.T) {
	sum, words := said(t)
	written, err := Copies{Formats: []string{"json"}, Out: Stdout}.Write(sum, words, false)
	if err != nil || len(written) != 1 || written[0].Path != Stdout || !bytes.HasPrefix(written[0].Content, []byte("{")) {
		t.Errorf("got %+v, %v", written, err)
	}
}

func TestFileNamesAreTame(t *testing.T) {
	long := strings.Repeat("a", 300)
	tests := []struct{ id, want string }{
		{"example", "informed-example-2026-11-22.md"},
		{"../../etc/passwd", "informed-etcpasswd-2026-11-22.md"},
		{"/etc/passwd", "informed-etcpasswd-2026-11-22.md"},
		{"a\x00b", "informed-ab-2026-11-22.md"},
		{".hidden", "informed-hidden-2026-11-22.md"},
		{"", "informed-2026-11-22.md"},
		{long, "informed-" + long[:64] + "-2026-11-22.md"},
	}
	for _, test := range tests {
		sum := summary.Summary{Record: summary.Record{Started: "2026-11-22T09:00:00Z"}, Questionnaire: summary.Questionnaire{ID: test.id}}
		if got := fileName(sum, "md"); got != test.want {
			t.Errorf("%q gives %q, want %q", test.id, got, test.want)
		}
	}
}

// Someone who can write into the folder swaps the folder for a link while copies are written. None may end up outside.
func TestSwappedFolder(t *testing.T) {
	sum, words := said(t)
	outside, dir := t.TempDir(), t.TempDir()
	victim := filepath.Join(outside, "copies")
	if err := os.Mkdir(victim, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	os.Mkdir("copies", 0o755)
	root := open(t, "copies")
	if err := os.Rename("copies", "moved"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(victim, "copies"); err != nil {
		t.Fatal(err)
	}
	content, _ := Copies{Out: Stdout}.Write(sum, words, false)
	if _, err := put(root, "list.md", content[0].Content); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{}, files(t, victim)); diff != "" {
		t.Error(diff)
	}
	if len(files(t, "moved")) != 1 {
		t.Error("the copy is not in the folder that was opened")
	}
}
