package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"informed/internal/cli"
)

// Where the place of a copy goes away after it was looked at, the answers are kept, and it is told how to get a copy.
func TestAnswersAreKeptWithoutACopy(t *testing.T) {
	data, place := t.TempDir(), filepath.Join(t.TempDir(), "place")
	if err := os.Mkdir(place, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(now func() time.Time, args ...string) (status int, told string) {
		var out, errs bytes.Buffer
		status = cli.Main(cli.System{
			Args: args, In: strings.NewReader(""), Out: &out, Err: &errs, Now: now, User: func() string { return "example" },
			Env: func(name string) string { return map[string]string{"XDG_DATA_HOME": data}[name] },
		})
		return status, out.String() + errs.String()
	}
	asked := 0
	status, told := run(func() time.Time { // each entry asks for the time
		if asked++; asked == 10 {
			os.Remove(place)
		}
		return time.Now()
	}, "testdata/files/example.yaml", "--answers", "testdata/files/answers.yaml", "--out", filepath.Join(place, "copy.md"))
	_, command, found := strings.Cut(told, "hint: the answers are kept; once that is mended, this writes a copy: informed ")
	if status != 1 || !found || strings.Contains(told, "Amina") {
		t.Fatalf("exit status %d:\n%s", status, told)
	}
	if status, told = run(time.Now, append(strings.Fields(command), "--out", "-")...); status != 0 || !strings.Contains(told, "Through the nose") {
		t.Errorf("the command that was told: exit status %d:\n%s", status, told)
	}
}
