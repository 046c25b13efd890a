// Package sqlstore keeps journals in a database: one file, with the claims of open records in a folder beside it.
//
// What a method wrote is on the disk when it returns nil: the database runs with a write-ahead log that is synced at every
// commit, and one connection of each process writes. Several processes may share the file, on a disk of the machine they
// run on.
//
// The database is SQLite. What would differ in another one stands in [dialect]; the statements are common to all. The
// package is not for what entries mean (session), and it never looks into a body.
package sqlstore
