// Package yamlform reads questionnaire files: YAML on one side, a [questionnaire.Definition] on the other.
//
// It is strict. What it does not know is an error with line and column, never a guess: an unknown key, a duplicate key, a
// wrong type, an alias, a second document, a character that acts on a terminal. All problems of a file are told at once,
// in the order of its lines and in words for authors who are not programmers.
//
// It may be given hostile files. [Decode] reads the bytes once by its own small scanner, which bounds size, depth and
// number of values, before the YAML parser sees them: the parser takes time and memory in step with the number of values.
//
// One table (grammar.go, grammar_item.go) tells what may stand where. Both the checks and the JSON Schema that [Schema]
// gives to editors are made from it, so they cannot differ.
//
// The package is not for what a file means (questionnaire.Compile does that, and [Load] calls it), not for opinions on
// content (lint), and never writes YAML.
package yamlform
