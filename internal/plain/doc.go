// Package plain walks a person through a questionnaire line by line: a question is printed, one line is read, and what was
// recorded is said back.
//
// It is for screen readers, braille, very small and very old terminals, and for pipes. It writes plain text from top to
// bottom and nothing else: no escape sequence, no colour, nothing that is drawn over. One reader owns the input, so no line
// is lost between two questions. The end of input is the end of the sitting, and never an answer; a last line without its
// line end is not taken either, for it may be cut off.
//
// What was said of a step is held back until the step is saved. Where that fails, the talk is about nothing else until the
// person has tried again or stopped.
//
// It drives the session as the full screen does, and decides nothing that the session decides.
package plain
