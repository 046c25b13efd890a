// Package lint holds opinions on a questionnaire that is right in itself: is it easy to read, does each question ask one
// thing, does each quiz answer each wrong option, does each number say of how many, does each claim have a source, does
// anything sound like advice or a promise, and can every item and every outcome be reached? [Check] tells.
//
// And does a version differ from the one before as little as it says? [Since] tells.
//
// A file for each family of opinions. What Check finds are warnings with a hint: an author may know better. The families on
// words are for English; a questionnaire in another language gets the others alone. Since finds errors too: a change that
// is called less than it is would keep people from being asked again.
//
// The package is not for what makes a file unusable (questionnaire.Compile), and it cannot tell whether a sentence is true.
package lint
