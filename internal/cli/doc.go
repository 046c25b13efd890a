// Package cli is the command line: one file for each command, and the wiring of everything else.
//
// It is the only package that knows flags, the environment and exit statuses. Data goes to standard output; everything
// else, errors above all, to standard error, and no error holds an answer. What the world gives comes in as one [System]
// value, so that the whole program can run inside a test.
package cli
