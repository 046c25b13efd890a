package kiosk

import (
	"bytes"
	"io/fs"
)

// largePrint is the height of a line of large print in millimetres: 18 points.
const largePrint = 6.35

// Height gives the height in millimetres of the lowest display that is plugged into the machine whose files are in root, 0
// where none tells it.
func Height(root fs.FS) int {
	lowest := 0
	found, _ := fs.Glob(root, "sys/class/drm/*/edid")
	for _, name := range found {
		content, err := fs.ReadFile(root, name)
		if err != nil || len(content) < 128 || !bytes.HasPrefix(content, []byte("\x00\xff\xff\xff\xff\xff\xff\x00")) {
			continue
		}
		if high := 10 * int(content[22]); high > 0 && (lowest == 0 || high < lowest) {
			lowest = high
		}
	}
	return lowest
}

// LargePrint gives the least height in millimetres of a display on which so many lines are large print.
func LargePrint(lines int) int { return int(float64(lines)*largePrint + 0.5) }
