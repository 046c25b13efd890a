package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rooms is the import table: what each package may import of this module, tests left out.
var rooms = map[string][]string{
	"internal":                        {},
	"internal/text":                   {},
	"internal/i18n":                   {},
	"internal/visit":                  {},
	"internal/questionnaire":          {},
	"internal/questionnaire/yamlform": {"internal/questionnaire", "internal/region", "internal/text"},
	"internal/region":                 {"internal/questionnaire", "internal/i18n"},
	"internal/session":                {"internal/questionnaire", "internal/text"},
	"internal/session/sessiontest":    {"internal/questionnaire", "internal/session"},
	"internal/evaluation":             {"internal/questionnaire"},
	"internal/summary":                {"internal/questionnaire", "internal/session", "internal/evaluation", "internal/i18n", "internal/text"},
	"internal/export":                 {"internal/summary", "internal/i18n", "internal/text"},
	"internal/store":                  {"internal/session"},
	"internal/seal":                   {},
	"internal/store/memory":           {"internal/session", "internal/store"},
	"internal/store/storetest":        {"internal/session", "internal/store"},
	"internal/store/sqlstore":         {"internal/session", "internal/store"},
	"internal/campaign":               {},
	"internal/coverage":               {"internal/questionnaire"},
	"internal/revision":               {"internal/questionnaire"},
	"internal/lint":                   {"internal/questionnaire", "internal/revision"},
	"internal/document":               {"internal/questionnaire", "internal/i18n"},
	"internal/markdown":               {"internal/text"},
	"internal/app":                    {"internal/questionnaire", "internal/questionnaire/yamlform", "internal/region", "internal/session", "internal/summary", "internal/export", "internal/seal", "internal/i18n", "internal/text", "internal/visit", "questionnaires"},
	"internal/records":                {"internal/visit", "internal/questionnaire", "internal/questionnaire/yamlform", "internal/region", "internal/i18n", "internal/session", "internal/store", "internal/app"},
	"internal/tui/terminal":           {"internal/text"},
	"internal/tui/ui":                 {"internal/tui/terminal", "internal/i18n", "internal/markdown", "internal/text"},
	"internal/tui/widget":             {"internal/tui/ui", "internal/tui/terminal", "internal/questionnaire", "internal/text"},
	"internal/tui/screen":             {"internal/i18n", "internal/revision", "internal/visit", "internal/tui/ui", "internal/tui/widget", "internal/tui/terminal", "internal/questionnaire", "internal/session", "internal/summary", "internal/export", "internal/records", "internal/app", "internal/text"},
	"internal/tui":                    {"internal/tui/ui", "internal/tui/screen", "internal/tui/terminal", "internal/session", "internal/records", "internal/app", "internal/i18n", "internal/markdown"},
	"internal/kiosk":                  {},
	"internal/plain":                  {"internal/questionnaire", "internal/revision", "internal/session", "internal/summary", "internal/export", "internal/records", "internal/app", "internal/i18n", "internal/text", "internal/markdown"},
	"internal/cli":                    {"internal/questionnaire", "internal/revision", "internal/questionnaire/yamlform", "internal/region", "internal/session", "internal/store", "internal/store/sqlstore", "internal/seal", "internal/records", "internal/summary", "internal/export", "internal/app", "internal/document", "internal/i18n", "internal/lint", "internal/text", "internal/plain", "internal/tui", "internal/kiosk", "questionnaires"},
	"questionnaires":                  {},
	"cmd/informed":                    {"internal/cli"},
}

// outside tells which rooms may import packages that begin with a prefix. What is not named here is free.
var outside = map[string][]string{
	"github.com/charmbracelet/x/ansi":  {"internal/text", "internal/tui", "internal/markdown"},
	"github.com/charmbracelet/glamour": {"internal/markdown"},
	"github.com/charmbracelet/":        {"internal/tui"},
	"github.com/muesli/":               {"internal/tui", "internal/markdown"},
	"github.com/spf13/cobra":           {"internal/cli"},
	"gopkg.in/yaml.v3":                 {"internal/questionnaire/yamlform", "internal/coverage", "internal/app", "internal/cli"},
	"github.com/nicksnyder/go-i18n":    {"internal/i18n"},
	"github.com/yuin/goldmark":         {"internal/text", "internal/markdown"},
	"database/sql":                     {"internal/store/sqlstore"},
	"modernc.org/":                     {"internal/store/sqlstore"},
	"filippo.io/age":                   {"internal/seal"},
	"golang.org/x/mod":                 {"internal/seal"},
	"github.com/landlock-lsm/":         {"internal/kiosk"},
	"golang.org/x/crypto":              {"internal/kiosk"},
	"os/exec":                          {"internal/kiosk"},
	"net":                              {},
	"net/url":                          {"internal/store/sqlstore"},
	"unsafe":                           {"internal/kiosk"}, // the kernel gives the font of a console through a pointer
}

// module is the name of this module, before every import of ours.
const module = "informed/"

// violation says what is wrong with an import, or "".
func violation(room, imported string) string {
	if own, ok := strings.CutPrefix(imported, module); ok {
		allowed, known := rooms[room]
		switch {
		case !known:
			return room + " is not in the table of rooms"
		case !slices.Contains(allowed, own):
			return room + " may not import " + own
		}
		return ""
	}
	longest := ""
	for prefix := range outside {
		if strings.HasPrefix(imported, prefix) && len(prefix) > len(longest) {
			if strings.HasSuffix(prefix, "/") || imported == prefix || strings.HasPrefix(imported, prefix+"/") {
				longest = prefix
			}
		}
	}
	if longest == "" {
		return ""
	}
	within := func(allowed string) bool { return room == allowed || strings.HasPrefix(room, allowed+"/") }
	if !slices.ContainsFunc(outside[longest], within) {
		return room + " may not import " + imported
	}
	return ""
}

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	walk(t, "..", func(room, file string) {
		seen[room] = true
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", file), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if wrong := violation(room, imported); wrong != "" {
				t.Errorf("%s: %s", file, wrong)
			}
		}
	})
	for room := range rooms {
		if !seen[room] {
			t.Errorf("the table names %s, where there is no code", room)
		}
	}
	for room := range seen {
		if _, ok := rooms[room]; !ok {
			t.Errorf("%s is not in the table of rooms", room)
		}
	}
}

// walk visits every Go file of the module that is not a test, with its folder. A module inside the module is left out.
func walk(t *testing.T, root string, visit func(room, file string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != "."):
			return fs.SkipDir
		case d.IsDir() && name != "." && isModule(filepath.Join(root, name)):
			return fs.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			visit(path.Dir(name), name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func isModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}

// The table must be able to fail: each of these imports would break a promise.
func TestForbiddenImportsAreFound(t *testing.T) {
	tests := []struct{ room, imported, want string }{
		{"internal/evaluation", "informed/internal/session", "internal/evaluation may not import internal/session"},
		{"internal/questionnaire", "informed/internal/questionnaire/yamlform", "internal/questionnaire may not import internal/questionnaire/yamlform"},
		{"internal/export", "informed/internal/evaluation", "internal/export may not import internal/evaluation"},
		{"internal/session", "github.com/charmbracelet/bubbletea", "internal/session may not import github.com/charmbracelet/bubbletea"},
		{"internal/plain", "github.com/charmbracelet/lipgloss", "internal/plain may not import github.com/charmbracelet/lipgloss"},
		{"internal/tui/screen", "github.com/charmbracelet/glamour", "internal/tui/screen may not import github.com/charmbracelet/glamour"},
		{"internal/tui/screen", "os/exec", "internal/tui/screen may not import os/exec"},
		{"internal/cli", "os/exec", "internal/cli may not import os/exec"},
		{"internal/kiosk", "os/exec", ""},
		{"internal/app", "net/http", "internal/app may not import net/http"},
		{"internal/helper", "informed/internal/text", "internal/helper is not in the table of rooms"},
		{"internal/tui/screen", "informed/internal/tui/ui", ""},
		{"internal/markdown", "github.com/charmbracelet/glamour", ""},
		{"internal/text", "golang.org/x/text/unicode/norm", ""},
		{"internal/app", "network.example/x", ""},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, violation(test.room, test.imported)); diff != "" {
			t.Errorf("%s importing %s (-want +got):\n%s", test.room, test.imported, diff)
		}
	}
}
