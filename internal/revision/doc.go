// Package revision tells what differs between two versions of a questionnaire, item by item, and whom it concerns: what a
// person has to be asked or shown again, and what an author may not call small.
//
// An author says under change how much a version differs: material, clarifying or cosmetic. The word is believed as far
// as a machine can believe it. [Compare] looks for what touches the meaning whatever the author says, and [Finding.Against]
// tells which word it contradicts:
//
//   - numbers, in digits or words, with their percent signs, units, minus signs, and "at least", "under", "up to" and the
//     like before or after them; dates and ranges as the numbers they are made of; "10" is the same as "ten", and "1,000"
//     as "1000"; months, weeks and days count as numbers, as once and twice do
//   - negations: not, no, never, without and their kind, also when one moves to another place in the text; and a word that
//     becomes its opposite with un-, in-, dis-, -less
//   - words for how many and how surely: all, most, some; will, may
//   - in a quiz every word, and which option is right; the words of a decision and of an attestation's statement
//   - options that come, go or get another value; conditions, outcomes, types, the figures of pictures, what can be answered;
//     items that come or go
//
// Words are looked at in English and Spanish; of other languages, numbers in digits and all that is not in words ([Speaks]).
// A synonym that says something else is beyond it: that is why a clinician reads the new version.
//
// An author's word is about one step, from the version before. Where versions may lie between the two, it does not count,
// and every difference is taken for a material one. A step raises the last of the three numbers of the version, by any
// amount, or the middle or first one by one; lint holds authors to raising one of the latter for what is material.
//
// The package knows questionnaires and no answers: who would be asked an item, given their answers, is told by
// [questionnaire.Questionnaire.Enabled]. It compares what it is given, so a localised questionnaire differs where its
// region does.
package revision
