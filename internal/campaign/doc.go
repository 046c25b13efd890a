// Package campaign shows that answers survive: the built program is walked through, and then the power is cut at every
// moment of it, or the program is killed, or one call to the file system fails. It is made of tests alone, each with
// a control that must fail: a build that does not sync, one that speaks before it saves.
//
// # Power cuts
//
// A run is recorded with strace: what was written to the folder of the records, what was synced, what was told to the
// person, in one order. The record is played onto a [disk] that knows what a real one promises: what was synced is there,
// and of what was not synced anything may be there. At every moment the power is cut in several ways, and what is
// then on the disk is opened as the program opens it. Every answer that the person was told of must be there.
//
// # What this cannot show
//
// A disk that says it has written and has not. Damage to what was synced before. Anything below the file system: that
// a name in a synced folder and the bytes of a synced file are there is taken as given. Sectors of 512 bytes are taken to be
// written whole or not at all. The memory that SQLite shares between processes is not on the disk and is left out.
package campaign
