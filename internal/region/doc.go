// Package region says of a questionnaire what differs from country to country: who the health regulator is, where to look
// something up, where to report harm, and what the law says.
//
// An item asks for such facts by name ([questionnaire.LocalFacts]) and says in its own text only "the health regulator". A
// [Region] has the facts, each with its source and the day on which it was last looked at. [Localise] puts the two together.
//
// It changes nothing that is asked, answered or judged, only what is explained and cited. It is not for translation, and it
// reads no files: yamlform does.
package region
