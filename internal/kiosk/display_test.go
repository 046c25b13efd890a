package kiosk

import (
	"bytes"
	"encoding/binary"
	"testing"
	"testing/fstest"
)

// described is a description of a terminal with so many colours, in numbers of two bytes or four.
func described(magic, colors int) *fstest.MapFile {
	var b bytes.Buffer
	names := "example\x00" // of even length, so that a flag more makes a byte that fills up
	for _, word := range []int{magic, len(names), 1, colorsAt + 1, 0, 0} {
		binary.Write(&b, binary.LittleEndian, uint16(word))
	}
	b.WriteString(names + "\x01\x00")
	for n := range colorsAt + 1 {
		value := -1
		if n == colorsAt {
			value = colors
		}
		if magic == longNumbers {
			binary.Write(&b, binary.LittleEndian, int32(value))
		} else {
			binary.Write(&b, binary.LittleEndian, int16(value))
		}
	}
	return &fstest.MapFile{Data: b.Bytes()}
}

func TestColors(t *testing.T) {
	whole := described(shortNumbers, 8).Data
	machine := fstest.MapFS{
		"lib/terminfo/l/linux":                described(shortNumbers, 8),
		"usr/share/terminfo/66/foot":          described(longNumbers, 1<<24),
		"usr/share/terminfo/v/vt100":          described(shortNumbers, -1),
		"usr/share/terminfo/c/cut":            {Data: whole[:len(whole)-1]},
		"usr/share/terminfo/t/text":           {Data: []byte("this is a text and no description")},
		"usr/share/terminfo/e/empty":          {},
		"etc/terminfo/x/xterm-256color":       described(shortNumbers, 256),
		"usr/share/terminfo/x/xterm-256color": described(shortNumbers, 8),
	}
	tests := []struct {
		term   string
		colors int
		known  bool
	}{
		{"linux", 8, true}, {"foot", 1 << 24, true}, {"vt100", 0, true}, {"xterm-256color", 256, true},
		{"cut", 0, true}, {"text", 0, false}, {"empty", 0, false}, {"other", 0, false}, {"", 0, false}, {"../l/linux", 0, false},
	}
	for _, test := range tests {
		if colors, known := Colors(machine, test.term); colors != test.colors || known != test.known {
			t.Errorf("%q: %d, %v, want %d, %v", test.term, colors, known, test.colors, test.known)
		}
	}
}

func TestHeight(t *testing.T) {
	display := func(cm byte) *fstest.MapFile {
		edid := append([]byte("\x00\xff\xff\xff\xff\xff\xff\x00"), make([]byte, 120)...)
		edid[22] = cm
		return &fstest.MapFile{Data: edid}
	}
	machine := fstest.MapFS{"sys/class/drm/card0-DP-1/edid": {}, "sys/class/drm/card0-DP-2/edid": {Data: make([]byte, 128)}}
	if got := Height(machine); got != 0 {
		t.Errorf("a display that says nothing is %d mm high", got)
	}
	machine["sys/class/drm/card0-HDMI-A-1/edid"] = display(30)
	machine["sys/class/drm/card0-HDMI-A-2/edid"] = display(19)
	machine["sys/class/drm/card0-VGA-1/edid"] = display(0) // a projector
	if got := Height(machine); got != 190 {
		t.Errorf("the lowest is %d mm high", got)
	}
	if got := LargePrint(24); got != 152 {
		t.Errorf("24 lines need %d mm", got)
	}
}
