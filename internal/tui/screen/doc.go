// Package screen holds the screens of a walk, one a file, and the switch that turns a session's prompt into a screen.
//
// A screen shows what the session asks for and tells it what the person did. No screen knows another, none decides
// what comes next, and none does I/O but through a command.
package screen
