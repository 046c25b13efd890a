package kiosk

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"strings"
)

// Colors tells how many colours the machine whose files are in root believes a terminal of this name to have, none for 0. known
// is false where the machine has no description of it. It reads what tic writes; see term(5).
func Colors(root fs.FS, term string) (colors int, known bool) {
	if term == "" || strings.ContainsAny(term, "/.") {
		return 0, false
	}
	for _, folder := range []string{"etc/terminfo", "lib/terminfo", "usr/share/terminfo", "usr/lib/terminfo"} {
		for _, letter := range []string{term[:1], fmt.Sprintf("%x", term[0])} {
			if content, err := fs.ReadFile(root, folder+"/"+letter+"/"+term); err == nil {
				return maxColors(content)
			}
		}
	}
	return 0, false
}

// The first words of a description: the older form has numbers of two bytes, the newer of four.
const (
	shortNumbers = 0o432
	longNumbers  = 0o1036
	colorsAt     = 13 // which of the numbers is that of the colours
	headed       = 12 // bytes before the names
)

func maxColors(content []byte) (colors int, known bool) {
	if len(content) < headed {
		return 0, false
	}
	word := func(i int) int { return int(binary.LittleEndian.Uint16(content[2*i:])) }
	size := map[int]int{shortNumbers: 2, longNumbers: 4}[word(0)]
	at := headed + word(1) + word(2) // behind the names and what is yes or no
	at += at%2 + colorsAt*size
	if size == 0 || word(3) <= colorsAt || len(content) < at+size {
		return 0, size != 0
	}
	if size == 2 {
		colors = int(int16(binary.LittleEndian.Uint16(content[at:])))
	} else {
		colors = int(int32(binary.LittleEndian.Uint32(content[at:])))
	}
	return max(0, colors), true
}
