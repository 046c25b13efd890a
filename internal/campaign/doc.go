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
// A sync that fails is worse than a cut: the system takes for written what it could not write. That is part of the model,
// too, for the bytes of files.
//
// # Kills and faults
//
// A program that is killed loses nothing that it wrote, synced or not, so that kills show other things: that nothing is told
// before it is written, that nobody else is kept out afterwards, and that the walk goes on where it was. Faults are made with
// strace, which lets one call fail, or all from one on; and with a limit to the length of files, which cuts one write short.
//
// # What this cannot show
//
// A disk that says it has written and has not, also one call that does: strace could only feign it. Damage to what was
// synced before. Anything below the file system: that a name in a synced folder and the bytes of a synced file are there is
// taken as given. Sectors of 512 bytes are taken to be written whole or not at all. The memory that SQLite shares between
// processes is not on the disk and is left out. Three things in a row can damage the file of records: a sync that fails, the
// program being killed before it can tell, and the power going while the next one starts. No database that trusts its log
// can help that.
package campaign
