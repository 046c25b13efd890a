// Package widget holds the parts of a question screen that take an answer: a list of options, a scale, and a line of
// writing. Each holds a draft; the answer that counts is the session's.
//
// A widget knows items and values, and nothing of sessions or of what comes next. Nothing is chosen until the person
// chooses.
package widget
