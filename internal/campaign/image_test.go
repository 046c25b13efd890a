package campaign

import (
	"hash/maphash"
	"slices"
)

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
