package campaign

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// full asks for the campaigns, which take minutes; else each is a taste. Of the points of a campaign, each nth is taken.
var (
	full  = flag.Bool("full", false, "run the campaigns, and not a taste of each")
	every = flag.Int("every", 1, "of the points of a campaign, take each `n`th")
)

// seed is that of everything made at random.
const seed = 20261122

// change is a fault that is put into the program on purpose.
type change struct{ file, old, new string }

// programs are the builds of the program, by what was changed in them.
var programs struct {
	sync.Mutex
	folder string
	built  map[string]string
}

func TestMain(m *testing.M) {
	flag.Parse()
	folder, err := os.MkdirTemp("", "campaign")
	if err != nil {
		panic(err)
	}
	programs.folder, programs.built = folder, map[string]string{}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

// build builds the program with changes and gives its path. Nothing in the tree is touched.
func build(t *testing.T, changes ...change) string {
	t.Helper()
	name := ""
	for _, c := range changes {
		name += c.file + c.old + c.new
	}
	programs.Lock()
	defer programs.Unlock()
	if path, ok := programs.built[name]; ok {
		return path
	}
	path := filepath.Join(programs.folder, "informed-"+string(rune('a'+len(programs.built))))
	args := []string{"build", "-o", path}
	if len(changes) > 0 {
		args = append(args, "-overlay", overlay(t, path, changes))
	}
	command := exec.CommandContext(t.Context(), "go", append(args, "./cmd/informed")...)
	command.Dir = filepath.Join("..", "..")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	programs.built[name] = path
	return path
}

// overlay writes the changed files, and the file that tells go build of them. A change of what is not there, or of what is
// there twice, would be no change: it fails the test.
func overlay(t *testing.T, path string, changes []change) string {
	t.Helper()
	texts, replace := map[string]string{}, map[string]string{}
	for _, c := range changes {
		name, err := filepath.Abs(filepath.Join("..", "..", c.file))
		if err != nil {
			t.Fatal(err)
		}
		if texts[name] == "" {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = string(content)
		}
		if strings.Count(texts[name], c.old) != 1 {
			t.Fatalf("%s does not hold %q once, so that this control would control nothing", c.file, c.old)
		}
		texts[name] = strings.Replace(texts[name], c.old, c.new, 1)
	}
	for name, content := range texts {
		replace[name] = path + "-" + filepath.Base(name)
		if err := os.WriteFile(replace[name], []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".json", list, 0o600); err != nil {
		t.Fatal(err)
	}
	return path + ".json"
}

// needStrace skips a test where strace cannot be had, and where there is no time.
func needStrace(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("this takes seconds")
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("this test needs strace, which .ci/run installs")
	}
	if out, err := exec.CommandContext(t.Context(), "strace", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: %s", out)
	}
}

// pin makes the program keep to one thread, in which calls can be counted.
func pin() []change {
	const file = "cmd/informed/main.go"
	return []change{
		{file, "import (\n", "import (\n\t\"runtime\"\n"},
		{file, "func main() {", "func init() { runtime.LockOSThread() }\n\nfunc main() {"},
	}
}

// program builds the program as it is. To have a taste, one that is pinned will do, and one build less.
func program(t *testing.T, pinned bool) string {
	t.Helper()
	if pinned || !*full {
		return build(t, pin()...)
	}
	return build(t)
}
