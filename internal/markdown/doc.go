// Package markdown shows an author's Markdown, and a summary's, as lines for a terminal.
//
// The rendering is glamour's, whose faults this package cures from both sides. Before glamour sees a document, the parsed
// tree is rewritten: every text is decoded, cleaned and written out anew, soft breaks become spaces, links become a text
// and an address, and a table that is wider than the screen becomes a list. Glamour is told not to wrap. After it, only
// the style sequences that were asked for are let through, and the lines are wrapped here, in any script, with the
// continuation of a list item under its text.
//
// So a line is never wider than asked, no word is lost or glued to another, and no escape sequence comes from a document.
// Images are not shown, code is not coloured, and footnotes, strikethrough and emoji names are left as they were typed.
package markdown
