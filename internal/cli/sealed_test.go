package cli_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"filippo.io/age"

	"informed/internal/cli"
)

// canaries is how many answers are looked for.
const canaries = 50

// canary is an answer that stands nowhere else.
func canary(n int) string { return fmt.Sprintf("canary-%02d-kwzxqj", n) }

// asking writes a questionnaire with an answer for each canary, and the answers. Some are private, some flagged.
func asking(t *testing.T, folder string) (questions, answers string) {
	t.Helper()
	var q, a strings.Builder
	q.WriteString("format: informed/v1\nid: canaries\nversion: 1.0.0\ntitle: An example\nitems:\n")
	a.WriteString("answers:\n")
	for n := range canaries {
		fmt.Fprintf(&q, "  - {id: q%d, type: %s, text: Say something., private: %t}\n", n, []string{"string", "text"}[n%2], n%3 == 0)
		fmt.Fprintf(&a, "  q%d: %s\n", n, canary(n))
	}
	questions, answers = filepath.Join(folder, "canaries.yaml"), filepath.Join(folder, "canary-answers.yaml")
	for name, text := range map[string]string{questions: q.String(), answers: a.String()} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return questions, answers
}

// left counts the canaries that can be found in the files below a folder, also by whoever knows common ways of writing.
func left(t *testing.T, folder string) int {
	t.Helper()
	var all bytes.Buffer
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(name)
		all.WriteString(name)
		all.Write(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	found, lower := 0, bytes.ToLower(all.Bytes())
	for n := range canaries {
		for _, form := range forms(canary(n)) {
			if bytes.Contains(all.Bytes(), form) || bytes.Contains(lower, form) {
				found++
				break
			}
		}
	}
	return found
}

func forms(s string) [][]byte {
	list := [][]byte{[]byte(s), []byte(hex.EncodeToString([]byte(s)))}
	for shift := range 3 { // base 64 is another text at each of three places
		encoded := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("-", shift) + s))
		list = append(list, []byte(encoded[4:len(encoded)-4]))
	}
	var wide []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	return append(list, wide)
}

// Where answers are sealed, none can be found in the store nor in a copy. The same search finds all of them where they are
// not sealed.
func TestSealedAnswersCannotBeFound(t *testing.T) {
	classic, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	hybrid, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, recipients string
		want             int
	}{
		{"nobody", "", canaries},
		{"a classic key", classic.Recipient().String(), 0},
		{"a post-quantum key", hybrid.Recipient().String(), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, answers := asking(t, t.TempDir())
			data, copies := t.TempDir(), t.TempDir()
			env := map[string]string{"XDG_DATA_HOME": data, "INFORMED_RECIPIENTS": c.recipients}
			for _, args := range [][]string{
				{questions, "--answers", answers, "--export", "md,json,text", "--out", copies},
				{"records", "list"}, {"doctor"},
			} {
				var out, errs bytes.Buffer
				status := cli.Main(cli.System{
					Args: args, In: strings.NewReader(""), Out: &out, Err: &errs,
					Env: func(name string) string { return env[name] }, Now: time.Now, User: func() string { return "example" },
				})
				if status != 0 {
					t.Fatalf("%v: exit status %d:\n%s", args, status, errs.String())
				}
				if strings.Contains(out.String()+errs.String(), "canary-0") {
					t.Errorf("%v: an answer is told", args)
				}
			}
			for what, folder := range map[string]string{"store": data, "copies": copies} {
				if got := left(t, folder); got != c.want {
					t.Errorf("%s: found %d of %d answers, want %d", what, got, canaries, c.want)
				}
			}
		})
	}
}
