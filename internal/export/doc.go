// Package export turns a summary into the bytes of a copy: a function for each format, and one table of them.
//
// Markdown and plain text are made from one list of parts, so that they say the same. Every text in them, the program's
// own too, is made safe where it is written: an answer stays an answer and can be neither a heading, a link nor a line of
// the list, whatever it holds. The package decides nothing about the person: states, order and words are those of the
// summary. It is not for writing files.
//
// A copy can carry a seal: [Stamp] puts a note on it, [Unstamp] takes it off. The package knows where in a format a seal
// stands, and neither what it says nor whether it is true.
package export
