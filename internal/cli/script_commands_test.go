package cli_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"filippo.io/age"
	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite" // to change a store behind the program's back

	"informed/internal/store/sqlstore"
)

// recordID is what the id of a record looks like.
var recordID = regexp.MustCompile(`[0-9A-Z]{4}(-[0-9A-Z]{4}){3}`)

// name gives the first id of a record that the last program printed to a variable, or the first text that fits a pattern:
// name VARIABLE [PATTERN].
func name(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || len(args) > 2 {
		ts.Fatalf("usage: name VARIABLE [PATTERN]")
	}
	pattern := recordID
	if len(args) == 2 {
		pattern = regexp.MustCompile(args[1])
	}
	found := pattern.FindString(ts.ReadFile("stdout"))
	if found == "" {
		ts.Fatalf("nothing printed fits %s", pattern)
	}
	ts.Setenv(args[0], found)
}

// write writes a line to a file, and makes its folder: write config.yaml recipients: $KEY.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: write FILE WORD...")
	}
	file := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(file), 0o700))
	ts.Check(os.WriteFile(file, []byte(strings.Join(args[1:], " ")+"\n"), 0o600))
}

// mode compares the permissions of files and folders: mode 0600 FILE...
func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: mode PERMISSIONS FILE...")
	}
	for _, file := range args[1:] {
		info, err := os.Stat(ts.MkAbs(file))
		ts.Check(err)
		if got := fmt.Sprintf("%04o", info.Mode().Perm()); got != args[0] {
			ts.Fatalf("%s: got permissions %s, want %s", file, got, args[0])
		}
	}
}

// flip changes one bit of a file, at an offset from its start, or from its end where that is negative.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: flip FILE OFFSET")
	}
	content := []byte(ts.ReadFile(args[0]))
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	if at < 0 {
		at += len(content)
	}
	content[at] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o600))
}

// change changes a store behind the program's back: sql FILE STATEMENT.
func change(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sql FILE STATEMENT")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

// claim opens a record, as another program would, until the script ends: claim FILE RECORD.
func claim(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: claim FILE RECORD")
	}
	s, err := sqlstore.Open(context.Background(), ts.MkAbs(args[0]))
	ts.Check(err)
	defer s.Close()
	release, err := s.Claim(context.Background(), args[1])
	ts.Check(err)
	ts.Defer(func() { release() })
}

// keygen makes a key: keygen classic NAME writes the secret one to NAME.key, and gives the public one to the variable NAME,
// or with secret the secret one.
func keygen(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: keygen classic|hybrid|secret NAME")
	}
	classic, err := age.GenerateX25519Identity()
	ts.Check(err)
	hybrid, err := age.GenerateHybridIdentity()
	ts.Check(err)
	keys := map[string][2]string{
		"classic": {classic.String(), classic.Recipient().String()},
		"hybrid":  {hybrid.String(), hybrid.Recipient().String()},
		"secret":  {classic.String(), classic.String()},
	}[args[0]]
	write(ts, false, []string{args[1] + ".key", keys[0]})
	ts.Setenv(args[1], keys[1])
}
