package campaign

import (
	"fmt"
	"hash/maphash"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// state is what is on a disk after a cut, by path.
type state map[string]*image

// cut gives the state in which chosen, in this order, is all that came to the disk of what was pending.
func (d *disk) cut(chosen []piece) state {
	names := maps.Clone(d.synced)
	images := map[*file]*image{}
	for _, p := range chosen {
		if p.names != nil {
			named(names, p.names)
			continue
		}
		i := images[p.file]
		if i == nil {
			i = &image{of: p.file}
			i.begin()
			images[p.file] = i
		}
		i.apply(p)
	}
	s := state{}
	for path, f := range names {
		if !reachable(names, path) {
			continue
		}
		s[path] = images[f]
		if s[path] == nil {
			s[path] = &image{of: f}
			s[path].begin()
		}
	}
	return s
}

// reachable reports whether all folders above a path are there.
func reachable(names map[string]*file, path string) bool {
	for above := filepath.Dir(path); above != "."; above = filepath.Dir(above) {
		if f := names[above]; f == nil || !f.folder {
			return false
		}
	}
	return true
}

// mark stands for the whole state.
func (s state) mark() mark {
	var m mark
	for path, i := range s {
		m = m.plus(i.mark().plus(mark{1, 1}).times(maphash.String(seedA, path) | 1))
	}
	return m
}

// frozen is a state that no longer changes with its disk.
type frozen map[string][]byte // nil for a folder

func (s state) freeze() frozen {
	out := frozen{}
	for path, i := range s {
		if i.of.folder {
			out[path] = nil
		} else {
			out[path] = i.bytes()
		}
	}
	return out
}

// write makes the state a folder, closed to others as the program leaves it.
func (s frozen) write(root string) error {
	for _, path := range slices.Sorted(maps.Keys(s)) {
		name := filepath.Join(root, path)
		var err error
		if s[path] == nil {
			err = os.Mkdir(name, 0o700)
		} else {
			err = os.WriteFile(name, s[path], 0o600)
		}
		if err != nil {
			return fmt.Errorf("make the state: %w", err)
		}
	}
	return nil
}

// seen gives the disk as the program saw it, to compare with the real folder.
func (d *disk) seen() frozen {
	all := d.cut(d.pending)
	return all.freeze()
}

// differ names a path at which two states are not the same, "" where they are.
func differ(a, b frozen) string {
	for _, pair := range [][2]frozen{{a, b}, {b, a}} {
		for path, content := range pair[0] {
			if other, ok := pair[1][path]; !ok || string(other) != string(content) {
				return path
			}
		}
	}
	return ""
}
