// Package sessiontest speaks the language of a sitting in tests: questionnaires made at random, people who press
// anything, and a clock that is always on time. It is for tests alone.
package sessiontest
