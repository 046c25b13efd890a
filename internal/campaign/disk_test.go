package campaign

import (
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
