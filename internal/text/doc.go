// Package text makes text safe to show and fits it to a width of cells.
//
// Two kinds of text come in. An author's text is checked strictly (Check, CheckMarkdown) and refused with the place of the
// first character that may not stand in it. A person's text, typed or pasted, is never refused: Clean takes out what may
// not stand in it. Both go by one list of what is allowed: printable characters and the newline. Nothing that acts on a
// terminal, turns the direction of text, or cannot be seen gets through, with two exceptions that some languages need:
//
//   - the joiners U+200C and U+200D directly after a letter of a script that joins its letters, such as Arabic or Tamil;
//   - a variation selector directly after the ideograph or the Mongolian letter that it belongs to.
//
// The soft hyphen and the direction marks U+200E, U+200F and U+061C count as invisible or as turning text, and are refused:
// whoever renders a line sets its direction. So are the few format characters that are drawn, such as the Arabic year sign,
// as no terminal agrees with another about their width. Characters that Unicode had not assigned when this program was built are
// refused too, because nobody can say what they do.
//
// Widths are those of Width and of nothing else. Wrap breaks lines in logical order; setting right-to-left lines in their
// visual order comes after it. The package knows no markup except SGR sequences (bold, underline, colour) in WrapANSI.
package text
