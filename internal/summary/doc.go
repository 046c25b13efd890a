// Package summary is what we say to the person: the checklist, what was understood, and every answer, as one flat value
// in the reader's language.
//
// A [Summary] is all that a screen or a file needs to know. Whoever shows it chooses where things stand, and decides
// nothing: states, order, actions and words are all here. Its JSON form is the published one ([Schema]).
//
// Of a consultation it also says what is left to talk about ([BuildAgenda]), what was said and done, who was there, and who
// signed what.
//
// The package is not for what answers mean (evaluation), nor for the look of a copy (export). Its texts are as the author
// and the person wrote them: whoever shows them makes them safe for where they go.
package summary
