package campaign

import (
	"math/rand/v2"
	"slices"
)

// way is a way for the power to go: what comes to the disk of what was pending. chosen may be changed.
type way struct {
	name   string
	choose func(r *rand.Rand, pending []piece) (chosen []piece)
}

// ways are all ways that are tried at every moment.
func ways() []way {
	return []way{
		{"nothing", func(_ *rand.Rand, _ []piece) []piece { return nil }},
		{"all", func(_ *rand.Rand, pending []piece) []piece { return pending }},
		{"the first", func(r *rand.Rand, pending []piece) []piece { return pending[:r.IntN(len(pending)+1)] }},
		{"the last", func(r *rand.Rand, pending []piece) []piece { return pending[r.IntN(len(pending)+1):] }},
		{"some in disorder", some},
		{"all with one write torn", torn},
		{"sizes without bytes", empty},
		{"new sectors with old dirt", dirty},
	}
}

func some(r *rand.Rand, pending []piece) []piece {
	share := []float64{0.1, 0.5, 0.9}[r.IntN(3)]
	chosen := slices.DeleteFunc(pending, func(piece) bool { return r.Float64() >= share })
	r.Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
	return chosen
}

// torn takes away some of the sectors of one write.
func torn(r *rand.Rand, pending []piece) []piece {
	if len(pending) == 0 {
		return nil
	}
	write := pending[r.IntN(len(pending))].write
	return slices.DeleteFunc(pending, func(p piece) bool { return p.write == write && r.IntN(2) == 0 })
}

// empty gives files the size that they should have, and zeros where they grew.
func empty(_ *rand.Rand, pending []piece) []piece {
	for i, p := range pending {
		if p.data != nil {
			pending[i] = piece{file: p.file, size: p.offset + len(p.data), grow: true}
		}
	}
	return pending
}

// dirty gives what was on the disk before where files grew.
func dirty(_ *rand.Rand, pending []piece) []piece {
	for i, p := range pending {
		if p.data != nil && p.offset >= len(p.file.base) {
			dirt := make([]byte, len(p.data))
			for n := range dirt {
				dirt[n] = byte(p.offset/sector*31 + n*7 + 13)
			}
			pending[i].data = dirt
		}
	}
	return pending
}
