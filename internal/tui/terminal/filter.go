package terminal

import "bytes"

// pasteLimit is how many bytes of one paste are kept: more than any answer may
// have, so that whoever checks the length still sees that it is too much. Bubble
// Tea's work on a paste grows with the square of its length.
const pasteLimit = 16 << 10

// filter moves what Bubble Tea shall see to the front of b and gives its length.
func (in *input) filter(b []byte) int {
	kept := b[:0]
	in.held = nil
	for len(b) > 0 {
		if in.pasting {
			n := in.paste(b)
			keep := min(n, in.room)
			in.room -= keep
			kept = append(kept, b[:keep]...)
			if b = b[n:]; !in.pasting {
				kept = append(kept, pasteEnd...)
				b = b[len(pasteEnd):]
			} else {
				in.held = bytes.Clone(b)
				b = nil
			}
			continue
		}
		n, _ := eventLength(b)
		if string(b[:n]) == pasteStart {
			in.pasting, in.room = true, pasteLimit
		}
		if !isReply(b[:n]) {
			kept = append(kept, b[:n]...)
		}
		b = b[n:]
	}
	return len(kept)
}

// paste is the length of the pasted text at the start of b. It ends where the
// end of the paste stands whole, which ends pasting, or in part.
func (in *input) paste(b []byte) int {
	if i := bytes.Index(b, []byte(pasteEnd)); i >= 0 {
		in.pasting = false
		return i
	}
	for n := min(len(b), len(pasteEnd)-1); n > 0; n-- {
		if bytes.HasSuffix(b, []byte(pasteEnd[:n])) {
			return len(b) - n
		}
	}
	return len(b)
}
