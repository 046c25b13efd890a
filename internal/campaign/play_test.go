package campaign

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
)

// player plays the calls of a run onto a disk.
type player struct {
	*disk
	began  map[*call]int // how much was done when a call began
	moment func()        // called at every moment at which the power can go
	r      *rand.Rand
	told   func(moment) // called when a call that writes to no file of the disk begins
}

// play plays one moment. The error is about what the model has no idea of, which is never passed over.
func (p *player) play(m moment) error {
	if m.begins {
		p.began[m.call] = p.writes
		if strings.Contains(m.name, "write") {
			if _, inside := p.inside(m.fd(0)); !inside {
				p.told(m)
			}
		}
	}
	if m.ends && m.result < 0 && (m.name == "fsync" || m.name == "fdatasync") {
		if path, inside := p.inside(m.fd(0)); inside {
			share := p.r.IntN(3) // nothing, some, or all of it came to the disk
			p.fail(path, p.began[m.call], func() bool { return p.r.IntN(2) < share })
			p.moment()
		}
	}
	if !m.ends || m.result < 0 || m.forced {
		return nil
	}
	if err := p.change(m.call); err != nil {
		return fmt.Errorf("%s(%.300s): %w", m.name, strings.Join(m.args, ", "), err)
	}
	return nil
}

// change does what a call did.
func (p *player) change(c *call) error {
	switch c.name {
	case "open", "openat", "creat":
		return p.open(c)
	case "write", "pwrite64":
		return p.bytes(c)
	case "ftruncate":
		return p.size(c)
	case "fsync", "fdatasync":
		if path, inside := p.inside(c.fd(0)); inside {
			p.sync(path, p.began[c])
			p.moment()
		}
		return nil
	case "mkdir", "mkdirat":
		return p.name(c.place(), func(string) *file { return p.newFile(true) })
	case "unlink", "unlinkat", "rmdir":
		return p.name(c.place(), func(string) *file { return nil })
	case "rename", "renameat", "renameat2", "link", "linkat":
		return p.move(c)
	case "mmap":
		if _, inside := p.inside(c.fd(4)); inside && strings.Contains(c.args[2], "PROT_WRITE") && strings.Contains(c.args[3], "MAP_SHARED") {
			return fmt.Errorf("a file is written to through memory")
		}
		return nil
	default:
		for i := range c.args {
			if _, inside := p.inside(c.fd(i)); inside {
				return fmt.Errorf("the model does not know this call")
			}
			if _, inside := p.inside(string(c.data(i))); inside {
				return fmt.Errorf("the model does not know this call")
			}
		}
		return nil
	}
}

// place gives the path that a call that makes or takes away one name is about.
func (c *call) place() string {
	if strings.HasSuffix(c.name, "at") {
		return c.named(0, 1)
	}
	return c.named(-1, 0)
}

func (p *player) open(c *call) error {
	path, inside := p.inside(c.path)
	flags := 1
	if c.name == "openat" {
		flags = 2
	}
	made := c.name == "creat" || slices.Contains(strings.Split(c.args[flags], "|"), "O_CREAT")
	if !inside || strings.HasSuffix(c.path, "(deleted)") {
		return nil
	}
	if p.now[path] == nil && made {
		p.rename(map[string]*file{path: p.newFile(false)})
		p.moment()
	}
	if c.name == "creat" || strings.Contains(c.args[flags], "O_TRUNC") {
		p.resize(p.now[path], 0)
		p.moment()
	}
	return nil
}

// file gives the file that a call writes to, nil where that is not on the disk.
func (p *player) file(c *call) (*file, error) {
	path, inside := p.inside(c.fd(0))
	if !inside || strings.Contains(c.args[0], "(deleted)") {
		return nil, nil
	}
	f := p.now[path]
	if f == nil {
		return nil, fmt.Errorf("the model has no file %s", path)
	}
	return f, nil
}

func (p *player) bytes(c *call) error {
	f, err := p.file(c)
	if f == nil || err != nil || c.result == 0 {
		return err
	}
	offset := f.size // the program writes to files from one end to the other, or says where
	if c.name == "pwrite64" {
		if offset, err = c.number(3); err != nil {
			return err
		}
	}
	data := c.data(1)
	if len(data) < int(c.result) {
		return fmt.Errorf("only %d bytes were recorded", len(data))
	}
	p.write(f, offset, data[:c.result], p.moment)
	return nil
}

func (p *player) size(c *call) error {
	f, err := p.file(c)
	if f == nil || err != nil {
		return err
	}
	size, err := c.number(1)
	if err == nil {
		p.resize(f, size)
		p.moment()
	}
	return err
}

func (p *player) name(name string, of func(path string) *file) error {
	path, inside := p.inside(name)
	if !inside {
		return p.outside(name)
	}
	p.rename(map[string]*file{path: of(path)})
	p.moment()
	return nil
}

// outside refuses a path that is not whole, as it may lie anywhere.
func (p *player) outside(name string) error {
	if !filepath.IsAbs(name) {
		return fmt.Errorf("the path %s is not whole", name)
	}
	return nil
}

func (p *player) move(c *call) error {
	from, to := c.named(-1, 0), c.named(-1, 1)
	if strings.Contains(c.name, "at") {
		from, to = c.named(0, 1), c.named(2, 3)
	}
	source, inside := p.inside(from)
	target, both := p.inside(to)
	switch {
	case !inside && !both:
		return nil
	case !inside || !both || p.now[source] == nil || p.now[source].folder || filepath.Dir(source) != filepath.Dir(target):
		return fmt.Errorf("the model does not know this move: %s to %s", from, to)
	}
	names := map[string]*file{target: p.now[source]}
	if strings.HasPrefix(c.name, "rename") && source != target {
		names[source] = nil
	}
	p.rename(names)
	p.moment()
	return nil
}
