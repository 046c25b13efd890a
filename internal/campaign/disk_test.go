package campaign

import (
	"fmt"
	"hash/maphash"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sector is what a disk writes whole or not at all.
const sector = 512

// disk is what a program did to a folder, and how much of it is on the disk for sure: bytes and sizes once their file was
// synced, names once their folder was.
type disk struct {
	root    string
	synced  map[string]*file // what is on the disk, by path below root
	now     map[string]*file // what the program sees
	pending []piece          // in the order in which it was done; anything of it may be on the disk
	writes  int
	failed  bool // a sync failed, so that the program may see what is not on the disk and never will be
}

// file is a file or folder, under whatever name.
type file struct {
	id     int
	folder bool
	base   []byte // what is on the disk
	marks  []mark // of the sectors of base
	size   int    // what the program sees
}

// piece is a change that is not synced: bytes within one sector, a size, or names.
type piece struct {
	file   *file
	write  int // all pieces of one call have this number
	offset int
	data   []byte // nil for another change
	size   int    // the new size, where cut or grow
	cut    bool
	grow   bool             // the size only grows
	folder string           // whose names change
	names  map[string]*file // nil takes a name away
}

// mark stands for the content of a sector at its place. That of zeros is zero, so that marks of a file can be summed.
type mark [2]uint64

var (
	seedA = maphash.MakeSeed()
	seedB = maphash.MakeSeed()
	zeros [sector]byte
)

func markOf(index int, content []byte) mark {
	if string(content) == string(zeros[:]) {
		return mark{}
	}
	return mark{maphash.Bytes(seedA, content), maphash.Bytes(seedB, content)}.times(uint64(index)*2 + 1)
}

func (m mark) times(n uint64) mark { return mark{m[0] * n, m[1] * (n*0x9e3779b97f4a7c15 | 1)} }
func (m mark) plus(n mark) mark    { return mark{m[0] + n[0], m[1] + n[1]} }

// newDisk gives the disk with all that is in a folder synced.
func newDisk(root string) (*disk, error) {
	d := &disk{root: root, synced: map[string]*file{}}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		path, inside := d.inside(name)
		if err != nil || !inside || path == "." {
			return err
		}
		f := d.newFile(e.IsDir())
		d.synced[path] = f
		if e.IsDir() {
			return nil
		}
		b, err := os.ReadFile(name)
		f.size = len(b)
		whole := image{of: f}
		whole.begin()
		whole.put(0, b)
		f.settle(&whole)
		return err
	})
	d.now = maps.Clone(d.synced)
	return d, err
}

func (d *disk) newFile(folder bool) *file {
	d.writes++
	return &file{id: d.writes, folder: folder}
}

// inside gives the path of a file below root. The memory that SQLite shares is not on the disk.
func (d *disk) inside(name string) (path string, ok bool) {
	path, err := filepath.Rel(d.root, name)
	return path, err == nil && filepath.IsAbs(name) && path != ".." && !strings.HasPrefix(path, "../") && !strings.HasSuffix(path, "-shm")
}

// write changes bytes. after is called as soon as each sector is changed.
func (d *disk) write(f *file, offset int, data []byte, after func()) {
	d.writes++
	for len(data) > 0 {
		n := min(len(data), sector-offset%sector)
		d.pending = append(d.pending, piece{file: f, write: d.writes, offset: offset, data: data[:n]})
		data, offset = data[n:], offset+n
		f.size = max(f.size, offset)
		after()
	}
}

// resize cuts a file, or makes it longer with zeros.
func (d *disk) resize(f *file, size int) {
	d.writes++
	d.pending = append(d.pending, piece{file: f, write: d.writes, size: size, cut: true})
	f.size = size
}

// rename gives names to files, in one step. nil takes a name away.
func (d *disk) rename(names map[string]*file) {
	d.writes++
	p := piece{write: d.writes, names: names}
	for path, f := range names {
		p.folder = filepath.Dir(path)
		if f == nil {
			delete(d.now, path)
		} else {
			d.now[path] = f
		}
	}
	d.pending = append(d.pending, p)
}

// sync brings to the disk what was done before a moment to the file or folder of a path.
func (d *disk) sync(path string, before int) {
	d.pending = slices.DeleteFunc(d.pending, func(p piece) bool {
		done := p.names != nil && p.folder == path && p.write <= before
		if done {
			named(d.synced, p.names)
		}
		return done
	})
	d.settle(d.now[path], before, func() bool { return true })
}

// fail is a sync of a file that fails: after it, the system takes for written what it could not write, and never tries
// again. kept tells what came to the disk all the same. Names are written in another way, and are tried again.
func (d *disk) fail(path string, before int, kept func() bool) {
	d.failed = true
	d.settle(d.now[path], before, kept)
}

// settle ends what is pending for a file: it comes to the disk, or not.
func (d *disk) settle(f *file, before int, kept func() bool) {
	synced := image{of: f}
	d.pending = slices.DeleteFunc(d.pending, func(p piece) bool {
		done := p.names == nil && p.file == f && p.write <= before
		if done && kept() {
			synced.begin()
			synced.apply(p)
		}
		return done
	})
	if synced.over != nil {
		f.settle(&synced)
	}
}

func named(names, changes map[string]*file) {
	for path, f := range changes {
		if f == nil {
			delete(names, path)
		} else {
			names[path] = f
		}
	}
}

// settle makes an image what is on the disk.
func (f *file) settle(i *image) {
	f.base = i.bytes()
	sectors := (len(f.base) + sector - 1) / sector
	f.marks = append(f.marks, make([]mark, max(0, sectors-len(f.marks)))...)[:sectors]
	for n := range i.over {
		if n < sectors {
			f.marks[n] = markOf(n, f.sector(n))
		}
	}
}

// sector gives one sector of what is on the disk, filled up with zeros.
func (f *file) sector(n int) []byte {
	from, to := n*sector, (n+1)*sector
	switch {
	case to <= len(f.base):
		return f.base[from:to]
	case from >= len(f.base):
		return zeros[:]
	default:
		return append(slices.Clone(f.base[from:]), zeros[:to-len(f.base)]...)
	}
}

// image is what a file is after a cut: what is on the disk, and some of what was pending.
type image struct {
	of   *file
	size int
	over map[int][]byte // sectors that differ
}

// begin makes an image as long as what is on the disk, once.
func (i *image) begin() {
	if i.over == nil {
		i.over, i.size = map[int][]byte{}, len(i.of.base)
	}
}

func (i *image) sector(n int) []byte {
	if over, ok := i.over[n]; ok {
		return over
	}
	return i.of.sector(n)
}

func (i *image) apply(p piece) {
	switch {
	case p.grow:
		i.size = max(i.size, p.size)
	case p.cut:
		i.cut(p.size)
	default:
		i.put(p.offset, p.data)
	}
}

func (i *image) put(offset int, data []byte) {
	for len(data) > 0 {
		n := min(len(data), sector-offset%sector)
		content := slices.Clone(i.sector(offset / sector))
		copy(content[offset%sector:], data[:n])
		i.over[offset/sector] = content
		data, offset = data[n:], offset+n
	}
	i.size = max(i.size, offset)
}

func (i *image) cut(size int) {
	for n := size / sector; n*sector < max(i.size, len(i.of.base)); n++ {
		if n*sector >= size {
			i.over[n] = zeros[:]
			continue
		}
		content := slices.Clone(i.sector(n))
		clear(content[size-n*sector:])
		i.over[n] = content
	}
	i.size = size
}

func (i *image) bytes() []byte {
	b := make([]byte, i.size)
	copy(b, i.of.base)
	for n, content := range i.over {
		if n*sector < i.size {
			copy(b[n*sector:], content)
		}
	}
	return b
}

// mark stands for the content.
func (i *image) mark() mark {
	var m mark
	for n, base := range i.of.marks {
		if _, over := i.over[n]; !over {
			m = m.plus(base)
		}
	}
	for n, content := range i.over {
		if n*sector < i.size {
			m = m.plus(markOf(n, content))
		}
	}
	return m.plus(mark{uint64(i.size), uint64(i.size)}.times(0xd1342543de82ef95))
}

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
