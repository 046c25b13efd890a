package main

import "bytes"

// exchange is what a program asks of a terminal, and what a terminal says to it.
type exchange struct{ query, reply string }

// exchanges are those of a terminal that is dark, of the VT220 family, and has its cursor in the corner.
var exchanges = []exchange{
	{"\x1b[6n", "\x1b[1;1R"},
	{"\x1b]10;?\x07", "\x1b]10;rgb:ffff/ffff/ffff\x07"},
	{"\x1b]10;?\x1b\\", "\x1b]10;rgb:ffff/ffff/ffff\x1b\\"},
	{"\x1b]11;?\x07", "\x1b]11;rgb:0000/0000/0000\x07"},
	{"\x1b]11;?\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\"},
	{"\x1b[c", "\x1b[?62;22c"},
	{"\x1b[0c", "\x1b[?62;22c"},
}

// longest is the length of the longest query.
const longest = 8

// answer gives the replies to the queries in written, in their order, and the end of written in which a query may have
// begun.
func answer(written []byte) (reply, rest []byte) {
	for {
		at, asked := firstQuery(written)
		if at < 0 {
			return reply, written[max(0, len(written)-longest+1):]
		}
		reply = append(reply, asked.reply...)
		written = written[at+len(asked.query):]
	}
}

// firstQuery finds the first query in written, at -1 if there is none.
func firstQuery(written []byte) (at int, asked exchange) {
	at = -1
	for _, e := range exchanges {
		if i := bytes.Index(written, []byte(e.query)); i >= 0 && (at < 0 || i < at) {
			at, asked = i, e
		}
	}
	return at, asked
}
