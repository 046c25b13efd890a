// Package screen holds the screens of a walk, one a file, and the switch that turns a session's prompt into a screen.
//
// A screen shows what the session asks for and tells it what the person did. No screen knows another, none decides
// what comes next, and none does I/O but through a command.
//
// In a consultation the screens of the patient are the same ones. A pair puts what is the counsellor's alone on another side;
// it is not there while the screen is turned, which it also is for as long as somebody else has the keyboard. F2 alone turns
// it back.
package screen
