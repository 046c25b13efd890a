//go:build unix

package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"

	"informed/internal/cli"
)

// here runs the program in this process, with its data in a folder, and gives what it printed.
func here(t *testing.T, data, input string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	status := cli.Main(cli.System{
		Args: args, In: strings.NewReader(input), Out: &out, Err: &errs,
		Env: func(name string) string { return map[string]string{"XDG_DATA_HOME": data}[name] },
		Now: time.Now, User: func() string { return "example" },
	})
	if status != 0 {
		t.Fatalf("%v: exit status %d:\n%s", args, status, errs.String())
	}
	return out.String()
}

// agreeing is what a person types to agree and to sign, with the shortest name.
var agreeing = []string{"1", "A"}

// agreed makes a record in which a person agreed, and gives its id.
func agreed(t *testing.T, data string) string {
	t.Helper()
	typed := append([]string{"", "2", "9", "", "2", "", ""}, agreeing...)
	here(t, data, strings.Join(append(typed, "3", ""), "\n"), "testdata/files/example.yaml", "--plain", "--out", t.TempDir())
	return statuses(t, data)[0][0]
}

// statuses gives the id and the status of each record.
func statuses(t *testing.T, data string) [][2]string {
	t.Helper()
	var list []struct{ ID, Status string }
	if err := json.Unmarshal([]byte(here(t, data, "", "records", "list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	var found [][2]string
	for _, r := range list {
		found = append(found, [2]string{r.ID, r.Status})
	}
	return found
}

// asked runs the program on a terminal until it asks, types the keys, and gives all that was shown and the exit status.
func asked(t *testing.T, data, keys string, args ...string) (string, int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "informed", args...)
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+data)
	screen, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	var shown bytes.Buffer
	for one := make([]byte, 1); !strings.HasSuffix(shown.String(), "Type yes to do it: "); shown.Write(one) {
		if _, err := screen.Read(one); err != nil {
			t.Fatalf("it did not ask: %v\n%s", err, shown.String())
		}
	}
	if _, err := io.WriteString(screen, keys); err != nil {
		t.Fatal(err)
	}
	io.Copy(&shown, screen) // ends with an error where the program closes the terminal
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return shown.String(), cmd.ProcessState.ExitCode()
}

// Only a whole line that says yes takes a record back, or away. All else leaves it as it is, and says so.
func TestOnlyAYesConfirms(t *testing.T) {
	const enter, interrupt, end = "\n", "\x03", "\x04"
	for _, c := range []struct {
		keys   string
		status int
	}{
		{"yes" + enter, 0}, {" Yes " + enter, 0},
		{enter, 1}, {"no" + enter, 1}, {"y" + enter, 1}, {"yes please" + enter, 1}, {"ye" + enter, 1}, {"1" + enter, 1},
		{end, 1}, {"yes" + end + end, 1}, {interrupt, 130}, {"yes" + interrupt, 130},
	} {
		for command, done := range map[string][][2]string{"withdraw": {{"", "withdrawn"}}, "purge": nil} {
			data := t.TempDir()
			id := agreed(t, data)
			want := [][2]string{{id, "completed"}}
			if c.status == 0 {
				want = done
				for i := range want {
					want[i][0] = id
				}
			}
			shown, status := asked(t, data, c.keys, "records", command, id)
			if status != c.status {
				t.Errorf("%s, typed %q: exit status %d, want %d", command, c.keys, status, c.status)
			}
			if diff := cmp.Diff(want, statuses(t, data)); diff != "" {
				t.Errorf("%s, typed %q: %s", command, c.keys, diff)
			}
			if told := strings.Contains(shown, "informed: nothing was changed"); told != (c.status != 0) {
				t.Errorf("%s, typed %q: it is not told what came of it:\n%s", command, c.keys, shown)
			}
		}
	}
}

// Taking back takes no more keys than agreeing and signing did, and asks for nothing else.
func TestWithdrawingIsAsShortAsGiving(t *testing.T) {
	data := t.TempDir()
	id := agreed(t, data)
	const keys = "yes\n"
	if given := len(strings.Join(agreeing, "\n")) + 1; len(keys) > given {
		t.Errorf("taking back takes %d keys, and giving took %d", len(keys), given)
	}
	if journal := here(t, data, "", "records", "show", id, "--journal", "--json"); !strings.Contains(journal, `"kind":"decided","data":{"item":"decision","new":"agree"}`) ||
		!strings.Contains(journal, `"kind":"attested","data":{"item":"signed","name":"A"}`) {
		t.Fatalf("nobody agreed and signed:\n%s", journal)
	}
	if shown, status := asked(t, data, keys, "records", "withdraw", id); status != 0 || !strings.Contains(shown, "withdrawn: "+id) {
		t.Errorf("exit status %d:\n%s", status, shown)
	}
}

// Where the terminal goes away, nothing is changed.
func TestHangUpConfirmsNothing(t *testing.T) {
	data := t.TempDir()
	id := agreed(t, data)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "informed", "records", "purge", id)
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+data)
	screen, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := screen.Read(make([]byte, 1)); err != nil {
		t.Error(err)
	}
	screen.Close()
	cmd.Wait()
	if diff := cmp.Diff([][2]string{{id, "completed"}}, statuses(t, data)); diff != "" {
		t.Error(diff)
	}
}
