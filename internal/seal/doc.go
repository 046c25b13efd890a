// Package seal keeps things from those they are not for, and shows who made a thing and that it is whole.
//
// [Recipients] seal with age: whoever has only them can write and never read back. [Identities] open, and are given when
// something is to be read. A [Key] signs texts in the form of signed notes (golang.org/x/mod/sumdb/note), and [Open]
// reads those.
//
// What is sealed still shows its length, in steps of 256 bytes for bodies, and how many can open it. It does not show who
// sealed it: that is what signing is for. A signature shows that a key was there, not who used it or when.
//
// The package knows nothing of records and copies. No error holds a secret key, or anything of what was sealed.
package seal
