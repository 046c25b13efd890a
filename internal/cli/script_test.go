package cli_test

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"informed/internal/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"informed": informed})
}

var update = flag.Bool("update", false, "write what scripts compare with anew")

// informed is the program as its user starts it, on one fixed day: that of the variable TODAY.
func informed() {
	s := cli.OS()
	s.Now = func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }
	if day, err := time.Parse(time.DateOnly, os.Getenv("TODAY")); err == nil {
		s.Now = func() time.Time { return day }
	}
	s.User = func() string { return "example" }
	os.Exit(cli.Main(s))
}

// Each script finds the files of testdata/files in its folder.
func TestScripts(t *testing.T) {
	files, err := filepath.Abs(filepath.Join("testdata", "files"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, ".data"))
			return os.CopyFS(env.WorkDir, os.DirFS(files))
		},
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "name": name, "write": write, "mode": mode, "flip": flip, "sql": change, "claim": claim, "keygen": keygen,
		},
	})
}

// status runs a program, which must end with the exit status that is given first: status 2 informed --bad.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [args...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
	for _, secret := range []string{"Zyzzyva", "Through the nose", "Amina", "SECRET-KEY", "PRIVATE+KEY"} {
		if strings.Contains(ts.ReadFile("stderr"), secret) {
			ts.Fatalf("an answer or a key is told: %q", secret)
		}
	}
}
