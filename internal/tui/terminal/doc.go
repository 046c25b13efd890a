// Package terminal owns the person's terminal while a full-screen program runs.
//
// It puts the terminal into raw mode, shows the program's frames, reads its
// keys, and gives the terminal back as it was, whatever ends the program: the
// program itself, a signal, a lost connection or a fault.
//
// Bubble Tea still turns bytes into messages and runs the update loop, but its
// own renderer is switched off, for four reasons: it cuts lines and drops the
// top of a view without a word, it hides the cursor that screen readers and
// braille displays follow, it draws on a clock and so both late and when
// nothing has changed, and it prints the value of a panic, which may be
// somebody's health data.
//
// The way of a key to the screen:
//
//	terminal → input.Read → Bubble Tea → Model.Update → Model.Frame → Paint → terminal
//
// The package knows nothing of screens, questions or words. It is not for
// programs without a terminal, and it cannot clean up after a process that was
// killed outright or that faulted in a goroutine it did not start; whoever
// starts the process must do that.
package terminal
