// Package tui is the full-screen front end: it puts a session on a terminal and gives back how that ended.
//
// ui is the frame that screens stand in, widget what takes an answer, screen the screens, terminal the terminal itself.
// This package only joins them. Everything a person can do here goes through the same session as in the line-by-line
// front end (plain) and in an answers file (app), and leaves the same record.
//
// What is not saved is not shown. Whatever a key made of the session goes to the store, as a command, before a frame tells
// of it; what is typed meanwhile waits and keeps its order. A save that fails is told on a screen that leads nowhere else.
package tui
