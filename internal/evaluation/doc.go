// Package evaluation is what answers mean: for each item the state of its line in the checklist, and for each quiz
// whether its claim was understood.
//
// It is made of pure functions from a questionnaire and a response. It sees neither who answered nor when, nor in which
// order, and it does not import session. It is not for words (summary), and never for advice: a state says what there is
// to talk about, not what to choose.
package evaluation
