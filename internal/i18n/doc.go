// Package i18n holds the program's own words: headings, hints, problems and the answers that the program adds itself.
//
// Each language is one file of messages, en.json and so on, compiled into the program. A message has a dotted id whose
// first part says where it belongs (footer.next, problem.required), and a text with plurals after CLDR, because Arabic
// has six forms where English has two. Every language is complete; a message that it lacked would be shown in English.
//
// The Spanish words were written by the developers. No native speaker who works with patients has reviewed them yet. They
// address people as usted, in short sentences. Of a patient or a counsellor they speak in the grammatical masculine.
//
// It is not for the words of a questionnaire. Those are the author's and come with the questionnaire.
package i18n
