// Package records is what can be done with kept records: begin one, save what was answered, go on with it, look at it,
// check it, take it back, purge it.
//
// An [Archive] is a store in someone's hands: with a clock, a role, and the keys that they have. A [Journal] is one session
// on its way to the store. The package is not for how things are kept (store), what entries mean (session), nor for copies
// on paper (app).
package records
