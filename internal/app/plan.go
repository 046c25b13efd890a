package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"informed/internal/export"
	"informed/internal/i18n"
	"informed/internal/summary"
)

// defaultFormat is that of a copy when none was asked for.
const defaultFormat = "md"

// plan is what is to be written where.
type plan struct {
	dir     string   // "" for standard output
	create  bool     // dir may have to be made
	targets []Target // by names in dir
	formats []export.Format
}

func (c Copies) plan(sum summary.Summary) (plan, error) {
	formats, err := c.formats()
	if err != nil {
		return plan{}, err
	}
	p := plan{formats: formats}
	for _, f := range formats {
		p.targets = append(p.targets, Target{Format: f.Name, Whole: f.Whole, Path: c.sealed(fileName(sum, f.Extension))})
	}
	switch several := len(formats) > 1; {
	case c.Out == Stdout && several:
		return plan{}, &Fault{Err: errors.New("write several formats to standard output: they would run into each other"),
			Hint: "name one format, or a folder with --out"}
	case c.Out == Stdout:
		p.targets[0].Path = Stdout
	case c.Out == "":
		p.dir, err = here()
	case several || isFolder(c.Out):
		p.dir, p.create = c.Out, several
	default:
		out := c.sealed(c.Out)
		p.dir, p.targets[0].Path = filepath.Split(out)
		p.dir = filepath.Clean(p.dir)
		if err = writable(c.Out); err == nil {
			err = writable(out)
		}
	}
	return p, err
}

// here gives the current folder in full, so that a person who is told of it can find it again.
func here() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", &Fault{Err: fmt.Errorf("find the current folder: %w", err), Hint: writingHint}
	}
	return dir, nil
}

func (c Copies) formats() ([]export.Format, error) {
	names := c.Formats
	if len(names) == 0 {
		names = []string{defaultFormat}
	}
	var formats []export.Format
	for i, name := range names {
		at := slices.IndexFunc(export.Formats(), func(f export.Format) bool { return f.Name == name })
		switch {
		case at < 0:
			return nil, &Fault{Err: fmt.Errorf("there is no format %q", name), Hint: "use one of: " + strings.Join(FormatNames(), ", ")}
		case !slices.Contains(names[:i], name):
			formats = append(formats, export.Formats()[at])
		}
	}
	return formats, nil
}

// fileName makes the name of a copy from the questionnaire's id and the day of the record. What a name may not hold is
// left out, whatever the summary says.
func fileName(sum summary.Summary, extension string) string {
	day := string(sum.Record.Completed)
	if day == "" {
		day = string(sum.Record.Started)
	}
	day, _, _ = strings.Cut(day, "T")
	name := "informed"
	for _, part := range []string{sum.Questionnaire.ID, day} {
		if part = strings.Map(safe, part); part != "" {
			name += "-" + part[:min(len(part), 64)]
		}
	}
	return name + "." + extension
}

func safe(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
		return r
	}
	return -1
}

// ageExtension ends the names of files that age sealed.
const ageExtension = ".age"

// sealed gives a file name the extension of sealed copies, if this is one.
func (c Copies) sealed(name string) string {
	if c.Envelope == nil || strings.HasSuffix(name, ageExtension) {
		return name
	}
	return name + ageExtension
}

// render makes the copies as they are to be written, before the first one is.
func (c Copies) render(p plan, sum summary.Summary, words *i18n.Words, private bool) ([][]byte, error) {
	var contents [][]byte
	for _, f := range p.formats {
		content, err := f.Write(sum, words, export.Options{Private: private, Check: true})
		if err == nil {
			content, err = c.stamp(f, sum, content)
		}
		if err == nil && c.Envelope != nil && p.dir != "" {
			content, err = c.Envelope(content)
		}
		if err != nil {
			return nil, unmade(f, err)
		}
		contents = append(contents, content)
	}
	return contents, nil
}

// stamp puts a seal on the content of a copy.
func (c Copies) stamp(f export.Format, sum summary.Summary, content []byte) ([]byte, error) {
	note := Certificate(sum, content)
	if _, ok := readCertificate(note); !ok {
		return nil, errors.New("its seal cannot name the record and the questionnaire")
	}
	if c.Notary != nil {
		signed, err := c.Notary(note)
		if err != nil {
			return nil, err
		}
		note = signed
	}
	stamped := export.Stamp(f.Name, content, note)
	if stamped == nil {
		return nil, errors.New("it cannot take a seal")
	}
	return stamped, nil
}

// unmade makes a fault of what kept a copy from being made, with the hint that there may be.
func unmade(f export.Format, err error) *Fault {
	made := &Fault{Err: fmt.Errorf("make a copy as %s: %w", f.Name, err)}
	var fault *Fault
	if errors.As(err, &fault) {
		made.Hint = fault.Hint
	}
	return made
}

// open opens the folder. From then on a link in its place, or in place of one of its files, leads nowhere else.
func (p plan) open() (*os.Root, error) {
	if p.create {
		if err := os.Mkdir(p.dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, &Fault{Err: fmt.Errorf("make the folder %s: %w", p.dir, cause(err)), Hint: writingHint}
		}
	}
	folder, err := os.OpenRoot(p.dir)
	if err != nil {
		return nil, &Fault{Err: fmt.Errorf("open the folder %s: %w", p.dir, cause(err)), Hint: writingHint}
	}
	return folder, nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir() || strings.HasSuffix(name, string(filepath.Separator))
}

// writable refuses a device or a pipe as the place of a copy. A file that exists is no hindrance: another name is found.
func writable(name string) error {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return &Fault{Err: fmt.Errorf("write to %s: it is neither a file nor a folder", name), Hint: "use --out - and send the output there"}
	}
	return nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
