package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// dynamic are the prefixes of ids that the program puts together from a code, so that no literal names them.
var dynamic = []string{
	"certainty.", "fault.", "footer.", "format.", "option.", "problem.", "role.", "state.", "status.",
}

// idArgument is the place of the message's id among the arguments of each method of Words.
var idArgument = map[string]int{"Text": 0, "Count": 0, "Or": 1}

// usage is what the program's source says about messages.
type usage struct {
	asked    map[string]token.Position // ids given to a method of Words
	literals map[string]bool           // every string in the source
}

func TestUsage(t *testing.T) {
	ids, messages := read(t, fallback)
	used := scan(t, "../..")
	for id, at := range used.asked {
		if messages[id] == nil {
			t.Errorf("%s: no message %q in %s.json", at, id, fallback)
		}
	}
	for _, id := range ids {
		built := slices.ContainsFunc(dynamic, func(prefix string) bool { return strings.HasPrefix(id, prefix) })
		if !built && !used.literals[id] {
			t.Errorf("%s.json: nothing uses %s", fallback, id)
		}
	}
}

// The scan itself: a fault in it would let every id pass.
func TestScan(t *testing.T) {
	dir := t.TempDir()
	source := `package p
func f(w words) {
	w.Text("a.text")
	w.Count("a.count", 1)
	w.Or("words", "a.or")
	w.Text("a." + code)
	label.Text("Not an id.")
	_ = hint{id: "a.table"}
}`
	if err := os.MkdirAll(filepath.Join(dir, "internal", "p"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "internal", "p", "p.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	used := scan(t, dir)
	for _, id := range []string{"a.text", "a.count", "a.or"} {
		if _, ok := used.asked[id]; !ok {
			t.Errorf("the scan does not see that %s is asked for", id)
		}
	}
	if len(used.asked) != 3 {
		t.Errorf("the scan saw %v, want three ids", used.asked)
	}
	if !used.literals["a.table"] {
		t.Error("the scan does not see the id in a table")
	}
}

func scan(t *testing.T, root string) usage {
	t.Helper()
	used := usage{asked: map[string]token.Position{}, literals: map[string]bool{}}
	positions := token.NewFileSet()
	for _, dir := range []string{"internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, entry fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(positions, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			used.add(positions, file)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return used
}

func (u usage) add(positions *token.FileSet, file *ast.File) {
	ast.Inspect(file, func(node ast.Node) bool {
		if text, ok := literal(node); ok {
			u.literals[text] = true
		}
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		place, ok := idArgument[method.Sel.Name]
		if !ok || place >= len(call.Args) {
			return true
		}
		if id, ok := literal(call.Args[place]); ok && identifier.MatchString(id) {
			u.asked[id] = positions.Position(call.Pos())
		}
		return true
	})
}

func literal(node ast.Node) (string, bool) {
	basic, ok := node.(*ast.BasicLit)
	if !ok || basic.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(basic.Value)
	return text, err == nil
}
