// Package document writes a whole questionnaire as Markdown, for those who check it before patients see it: every text,
// every option, what is shown to whom, and what becomes of each answer.
//
// It is about the questionnaire alone. What a person answered is a summary's, and export writes that.
package document
