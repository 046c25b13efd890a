package app

import (
	"fmt"
	"path/filepath"

	"informed/internal/export"
	"informed/internal/i18n"
	"informed/internal/summary"
)

// Stdout is the path of a copy that goes to standard output.
const Stdout = "-"

// Copies says which copies of a record are to be written, and where.
type Copies struct {
	Formats []string // names of formats; none means Markdown
	Out     string   // a file, or a folder for several formats; "" is the current folder, [Stdout] standard output

	// Notary signs the seal that every copy carries; nil leaves the seal unsigned.
	Notary func(text string) (note string, err error)
	// Envelope seals a copy to those who can open it, which gives its file one more extension, ".age"; nil leaves it
	// plain. What goes to standard output is never sealed: whoever asked for it there is to read it.
	Envelope func(content []byte) ([]byte, error)
}

// Target is one copy: its format, and where it is or will be.
type Target struct {
	Format  string
	Whole   bool   // holds what is private, whatever was asked for
	Path    string // Stdout for standard output
	Content []byte // of standard output alone, once written: to be printed by whoever owns it
}

// FormatNames lists the formats that copies can have.
func FormatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// Targets tells where the copies of a summary would be written now. The place of a file that exists is not among them: a
// free name is. The error is a [*Fault] about formats that there are not, or a place where nothing can be written.
func (c Copies) Targets(sum summary.Summary) ([]Target, error) {
	p, err := c.plan(sum)
	if err != nil || p.dir == "" {
		return p.targets, err
	}
	for i, t := range p.targets {
		name := t.Path
		for n := 2; n < maxNames && exists(filepath.Join(p.dir, name)); n++ {
			name = numbered(t.Path, n)
		}
		p.targets[i].Path = filepath.Join(p.dir, name)
	}
	return p.targets, nil
}

// Write writes the copies and tells where they are. private says whether what is private goes into those that can do
// without. Nothing that exists is written over, a copy is there whole or not at all, and only its owner may read it. A
// copy that cannot be signed or sealed as asked for is not written at all. On an error, a [*Fault], the copies that were
// written before are given.
func (c Copies) Write(sum summary.Summary, words *i18n.Words, private bool) ([]Target, error) {
	p, err := c.plan(sum)
	if err != nil {
		return nil, err
	}
	contents, err := c.render(p, sum, words, private)
	if err != nil {
		return nil, err
	}
	if p.dir == "" {
		p.targets[0].Content = contents[0]
		return p.targets, nil
	}
	folder, err := p.open()
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	for i, t := range p.targets {
		name, err := put(folder, t.Path, contents[i])
		if err != nil {
			return p.targets[:i], &Fault{Err: fmt.Errorf("write to %s: %w", p.dir, cause(err)), Hint: writingHint}
		}
		p.targets[i].Path = filepath.Join(p.dir, name)
	}
	return p.targets, nil
}

const writingHint = "name another place with --out"

// Check reports what would keep copies from being written, before anyone spends time on answers: a [*Fault] about a
// format, about a key, or about a place that is not there or not to be written to. It leaves no copy behind.
func (c Copies) Check() error {
	p, err := c.plan(summary.Summary{})
	if err != nil {
		return err
	}
	if err := c.try(p.formats[0]); err != nil || p.dir == "" {
		return err
	}
	if p.create && !exists(p.dir) {
		p.dir, p.create = filepath.Dir(filepath.Clean(p.dir)), false
	}
	folder, err := p.open()
	if err != nil {
		return err
	}
	defer folder.Close()
	name, err := stage(folder, nil)
	if err != nil {
		return &Fault{Err: fmt.Errorf("write to %s: %w", p.dir, cause(err)), Hint: writingHint}
	}
	folder.Remove(name)
	return nil
}

// try signs and seals nothing, to see whether the keys work.
func (c Copies) try(f export.Format) error {
	var err error
	if c.Notary != nil {
		_, err = c.Notary(Certificate(summary.Summary{}, nil))
	}
	if err == nil && c.Envelope != nil {
		_, err = c.Envelope(nil)
	}
	if err != nil {
		return unmade(f, err)
	}
	return nil
}
