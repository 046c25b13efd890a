// Package ui is the frame that screens stand in: what a screen is, the stack of screens, scrolling, the header and the
// footer, keys and mouse, and the look.
//
// A [Screen] gives a [Block] of lines for a width and says which keys it knows. [Router] does the rest: it shows the
// part of the block that fits, scrolls, keeps the focused line in view, turns a click into what was clicked, and
// makes sure that no frame is wider or taller than the terminal. Screens never see each other: a screen answers a
// message with a [Step], and the router takes it.
//
// The package knows no questions and no answers.
package ui
