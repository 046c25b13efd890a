// Package lint holds opinions on a questionnaire that is right in itself: is it easy to read, does each question ask one
// thing, does each quiz answer each wrong option, does each number say of how many, does each claim have a source, does
// anything sound like advice or a promise, and can every item and every outcome be reached?
//
// A file for each family of opinions. All findings are warnings with a hint: an author may know better. The families on
// words are for English; a questionnaire in another language gets the others alone.
//
// The package is not for what makes a file unusable (questionnaire.Compile), and it cannot tell whether a sentence is true.
package lint
