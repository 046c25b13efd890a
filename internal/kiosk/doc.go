// Package kiosk keeps an unattended terminal: one process for each patient, and a terminal wiped between them.
//
// A [Supervisor] owns the terminal for as long as the kiosk runs. It starts this same program once for each patient, waits
// for its end, and clears the screen, the scrollback, the title and every mode, whichever way that came about. The end
// of a process is the one way in which Go gives memory back for certain, and a process that was killed can clean up nothing
// itself: so whoever answers questions and whoever cleans up are two.
//
// The process of a patient gives signs that it is not stuck, one for each turn of the loop that takes keys and draws. One that
// gives none is ended: nobody in front of it can do anything, not even go away from what they wrote.
//
// The package knows no questions, no answers and no screens, and takes nothing from the process of a patient but how it
// ended. It is the one room that starts processes.
package kiosk
