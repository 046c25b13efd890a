package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/questionnaires"
)

// ErrUnknown is wrapped by the error about a name that is neither a questionnaire of the program nor a file.
var ErrUnknown = errors.New("there is no such questionnaire")

const extension = ".yaml"

// BuiltIns lists the ids of the questionnaires that come with the program, in alphabetical order.
func BuiltIns() []string {
	entries, err := questionnaires.Files.ReadDir(".")
	if err != nil {
		return nil
	}
	var ids []string
	for _, entry := range entries {
		ids = append(ids, strings.TrimSuffix(entry.Name(), extension))
	}
	return ids
}

// Load reads the questionnaire of the program that has the id, or a file: a name with a dot or a slash in it is always a
// file. The diagnostics carry lines of the file; if one is an error, there is no Questionnaire. The error is a [*Fault]
// about a file that cannot be read.
func Load(name string) (*questionnaire.Questionnaire, []questionnaire.Diagnostic, error) {
	if data, err := questionnaires.Files.ReadFile(name + extension); err == nil {
		q, found := yamlform.Load(name+extension, data)
		return q, found, nil
	}
	data, err := ReadFile(name, questionnaire.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(name, `./\`) {
		return nil, nil, unknown(name)
	}
	if err != nil {
		return nil, nil, err
	}
	q, found := yamlform.Load(name, data)
	return q, found, nil
}

func unknown(name string) error {
	hint := "informed list shows the questionnaires; a file needs its whole name"
	if near := questionnaire.Suggest(name, BuiltIns()); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return &Fault{Err: fmt.Errorf("open %q: %w", name, ErrUnknown), Hint: hint}
}

// ReadFile reads a file of at most limit bytes. It takes regular files only, and looks at the size before it reads: a
// device or a pipe might never end. The error is a [*Fault].
func ReadFile(name string, limit int64) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, &Fault{Err: fmt.Errorf("read %s: %w", name, cause(err)), Hint: readingHint(err)}
	case info.IsDir():
		return nil, &Fault{Err: fmt.Errorf("read %s: it is a folder", name), Hint: "name a file in it"}
	case !info.Mode().IsRegular():
		return nil, &Fault{Err: fmt.Errorf("read %s: it is not a regular file", name), Hint: "copy what it holds to a file first"}
	case info.Size() > limit:
		return nil, tooLarge(name, limit)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, &Fault{Err: fmt.Errorf("read %s: %w", name, cause(err)), Hint: readingHint(err)}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, &Fault{Err: fmt.Errorf("read %s: %w", name, cause(err))}
	case int64(len(data)) > limit:
		return nil, tooLarge(name, limit)
	}
	return data, nil
}

func tooLarge(name string, limit int64) error {
	return &Fault{Err: fmt.Errorf("read %s: it has more than %d bytes", name, limit), Hint: "make it smaller"}
}

func readingHint(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the name and the folder"
	case errors.Is(err, fs.ErrPermission):
		return "ask whoever owns the file to let you read it"
	default:
		return ""
	}
}
