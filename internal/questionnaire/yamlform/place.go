package yamlform

import (
	"bytes"
	"unicode/utf8"
)

// place is where something stands in a file; both from 1, the column in characters.
type place struct{ line, column int }

// placeOf gives the place of a byte.
func placeOf(data []byte, offset int) place {
	offset = min(offset, len(data))
	bol := bytes.LastIndexByte(data[:offset], '\n') + 1
	return place{
		line:   1 + bytes.Count(data[:offset], []byte{'\n'}),
		column: 1 + utf8.RuneCount(data[bol:offset]),
	}
}

// lineStart gives the place of the first character of a line that is not a space. Past the end of the file it is the
// place of the file's last line.
func lineStart(data []byte, line int) place {
	offset := 0
	for n := 1; n < line; n++ {
		next := bytes.IndexByte(data[offset:], '\n')
		if next < 0 || offset+next+1 == len(data) {
			break
		}
		offset += next + 1
	}
	for offset < len(data) && data[offset] == ' ' {
		offset++
	}
	return placeOf(data, offset)
}
