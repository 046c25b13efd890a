// Package questionnaire is the model: what an author wrote, checked and indexed.
//
// A [Definition] is the file as written. [Compile] turns it into a [Questionnaire], which is immutable and may be
// shared by any number of sessions. A [Value] is one answer, a [Response] the answers of one person, a [Condition]
// a rule over them. Names follow FHIR R4 Questionnaire and QuestionnaireResponse.
//
// The package is not for reading files (yamlform does that), not for what happened in a sitting (session), and not
// for what the answers mean (evaluation). It knows no language: where the author left a text out, the field is empty
// and whoever shows it fills in the program's own words.
package questionnaire
