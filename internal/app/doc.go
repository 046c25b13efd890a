// Package app is what the program does, however it is asked to: open a questionnaire, take answers from a file, write
// copies of what came of it, and check them.
//
// It stands between the front ends (full screen, plain lines, commands) and the model. It is not for talking to a
// person, and it reads neither flags nor the environment: what it needs is passed in.
package app
