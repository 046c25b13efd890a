// Package internal is a map of the program. It holds no code.
//
// # The rooms
//
// Imports go inward only; arch_test.go holds the table and fails on anything else.
//
//	questionnaire   the model: what an author wrote, checked and indexed
//	  yamlform      reads the file format, with positions; publishes its JSON Schema
//	region          what differs from country to country, put into a questionnaire
//	visit           the code by which a clinic knows a visit: its form and its check digit
//	session         what happened: events, navigation, the prompt, the hash chain
//	  sessiontest   questionnaires and people made at random, for tests
//	store           where journals are kept: the promises every store gives
//	  memory        a store that lasts as long as the process
//	  sqlstore      a store in one file of SQLite, with the claims of open records beside it
//	  storetest     the tests that every store passes
//	evaluation      what it means: from answers to states
//	summary         what we say: one flat value in the reader's language
//	export          a summary as bytes, a function for each format
//	document        a whole questionnaire as Markdown, to be read as a text
//	lint            opinions on a questionnaire: hard words, two questions in one, promises, dead ends
//	revision        what differs between two versions of a questionnaire, and who has to be asked again
//	coverage        which item serves which row of the rules and standards
//	seal            seals with age to those who can open, signs notes
//	app             use cases: load, fill from a file, save and check copies
//	records         use cases about kept records: begin, save, go on, look, check, take back, purge
//	tui             the full screen: terminal, ui (frame), widget, screen; calm keeps a library quiet at start
//	plain           the same walk, line by line
//	kiosk           an unattended terminal: a process for each patient, and a wiped terminal between them
//	cli             one file for each command; the only place that wires
//	text            sanitise, measure, wrap, draw icon arrays
//	markdown        Markdown for a terminal, through glamour
//	i18n            the program's own words
//	campaign        cuts the power, kills the program and lets its calls fail, in tests
//	bench           measures us beside other programs; a module of its own, so that theirs never enter ours
//
// # The life of one answer
//
//  1. An author writes an item in a YAML file; yamlform.Decode reads it and says line and column of every fault.
//  2. questionnaire.Compile checks the file as a whole and adds the answers that are always there, such as "not sure".
//  3. cli opens it through app, and the store; records gives a front end the journal of a session.Session.
//  4. The front end asks the session for its session.Prompt. One switch, screen.Next, makes a screen of it.
//  5. The person presses a key. terminal reads it, the ui.Router brings it to the screen, the screen to its widget,
//     which holds a draft.
//  6. Enter gives the draft to Session.Answer, which cleans and validates it. What is wrong comes back as a
//     questionnaire.Problem, a code and no words; the front end has the sentence.
//  7. What is right becomes a session.Entry, hashed together with the one before. Playing the entry is the only way in
//     which a session changes, so a replay gives the same session. records.Journal brings it to the disk, and nothing new
//     is shown before it is there.
//  8. Session.Next moves along the path of what is shown under these answers. What an answer hides leaves the response
//     and stays in the journal.
//  9. At the end summary.Build takes the record, lets evaluation.Evaluate say what each answer means, and puts it into
//     words.
//  10. export writes those as Markdown, which markdown renders on the screen and app.Copies saves to a file: first told,
//     then asked, then written, never over a file that exists.
//
// # Where this differs from the first design
//
// A chain is over bodies as they are kept, sealed or not, and its first link follows from the record's id: whoever cannot
// read a record can check it. So a store knows links and never events, and the list of records says what a journal says of
// itself: id, questionnaire, status, how far a consultation has come, times, length, head.
//
// What is done with kept records is a room of its own, records, beside app: app never sees a store.
//
// The first entries are kept when a person goes on from the first screen. Whoever only looks in leaves no record.
//
// A consultation is no document of its own. What a counsellor adds stands in the journal of the record, and whose word an event is
// decides who may make it: session.Session refuses an answer while the keyboard is the counsellor's, and Replay refuses a
// journal in which somebody else's hand wrote one. So no screen needs to be trusted with it.
//
// A signature is about a fingerprint and does not change it, so that all sign the same record, and one that changed afterwards
// shows by itself whose signatures are about something else.
//
// A seal on a copy is a signed note about the rest of the copy, one form for every format; where it stands is up to the format.
//
// The Response lives in questionnaire, not in session, because evaluation must not be able to see a session.
//
// The terminal is ours and not Bubble Tea's renderer, which draws by a clock, cuts what is too wide or too high
// without a word, and hides the cursor that braille displays follow. Bubble Tea still reads keys and runs the loop.
//
// Screens answer a message with a ui.Step and not with a command that navigates later: between a command and its
// message another key could reach a screen that is already done.
//
// A Screen draws for a width that it is given and keeps no size, so that no screen can be left with an old one.
//
// A kiosk is two processes. kiosk starts this program once for each patient and wipes the terminal after it, whichever way it
// ended: Go gives memory back for certain only by ending, and who was killed cleans up nothing. That is why one room, and
// only that one, may start processes. What a kiosk forbids and when it ends is a tui.Policy, and a guard before the router
// sees to it; the screens below know only the tui/screen.Place that they stand in, as data.
//
// Two interfaces more than first listed, both of ui and both optional: a Keeper has a draft to save before it is left by a
// way of the frame's, an Asker is not laid over itself.
//
// tui/calm does something when the program is linked, and is the only place that does. Bubble Tea's own start asks the
// terminal for its background before main begins, whatever the command, and a terminal that does not answer holds everything
// up for seconds. Nothing that runs in main comes early enough to stop it.
//
// markdown renders through glamour's ansi package, not its front door, which takes text alone: the parsed tree is mended
// first, because glamour cuts lines of scripts without spaces and turns character references into live controls.
//
// Compile reports places as JSON pointers and yamlform finds the lines, so that the model holds no positions.
package internal
