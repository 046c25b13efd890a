package yamlform

import "informed/internal/questionnaire"

// The most entries of each sort of list and table.
const (
	maxSources  = 2000
	maxGlossary = 2000
	maxOptions  = 100
	maxOutcomes = 50
	maxCited    = 100
)

// grammar is the whole of the file format.
type grammar struct {
	document *shape
	items    map[questionnaire.Type]*shape
	item     *shape // of an item whose type is missing or unknown
	id       *form  // of an item in a condition
	answer   *shape // in a condition
}

func newGrammar() *grammar {
	g := &grammar{items: map[questionnaire.Type]*shape{}, id: idForm(), answer: line(maxLine)}
	for _, t := range questionnaire.Types() {
		g.items[t] = itemShape(t)
	}
	g.item = anyItemShape(g.items)
	g.document = documentShape()
	return g
}

func itemList() *shape { return list(questionnaire.MaxItems, &shape{kind: itemKind}) }

func documentShape() *shape {
	return &shape{kind: recordKind, fields: []field{
		{"format", word([]string{questionnaire.Format}), true, "The format of this file."},
		{"id", code(idForm()), true, "The name that commands and records use. Never change it."},
		{"version", code(versionForm()), true, "Three numbers with dots. Raise it with every change."},
		{"title", line(maxLabel), true, "The heading of the first screen."},
		{"items", itemList(), true, "Groups, texts and questions, in the order in which they are shown."},
		{"status", word(questionnaire.Statuses()), false, "May it be used with patients? draft if left out."},
		{"date", code(dateForm()), false, "The day of the last change."},
		{"change", word(questionnaire.Changes()), false, "How this version differs from the one before; material if left out."},
		{"language", code(languageForm()), false, "The language of the texts; en if left out."},
		{"purpose", markdown(), false, "What this is for, for whom, and what it is not. Markdown."},
		{"minutes", whole(1, 600), false, "How long it takes."},
		{"publisher", line(maxLabel), false, "Who answers for the content."},
		{"funding", line(maxLine), false, "Who paid for it, and what they might gain."},
		{"review", reviewShape(), false, "Who reviewed the content."},
		{"sources", table(maxSources, sourceForm(), sourceShape()), false, "Publications that items cite, by the names they are cited with."},
		{"glossary", table(maxGlossary, termForm(), line(maxLine)), false, "Hard words and what they mean in plain words."},
	}}
}

func reviewShape() *shape {
	return &shape{kind: recordKind, fields: []field{
		{"by", line(maxLabel), true, "Who reviewed it."},
		{"on", code(dateForm()), false, "The day of the review."},
		{"next", code(dateForm()), false, "The day when the next one is due."},
	}}
}

func sourceShape() *shape {
	return &shape{kind: recordKind, fields: []field{
		{"title", line(maxLine), true, "The title of the publication."},
		{"publisher", line(maxLabel), false, "Who published it."},
		{"year", whole(1000, 9999), false, "The year of publication."},
		{"url", code(urlForm()), false, "Where it can be read."},
		{"checked", code(dateForm()), false, "The day when somebody last looked at it."},
		{"evidence", word(questionnaire.Evidences()), false, "direct: it was read itself. secondary: it is known through another text."},
	}}
}

func pictureShape() *shape {
	return &shape{kind: recordKind, fields: []field{
		{"of", whole(1, 1000), false, "How many people there are in the picture; 100 or 1000."},
		{"count", whole(0, 1000), false, "To how many of them it happened."},
		{"label", line(maxLabel), true, "What happened to them."},
		{"months", whole(1, 1200), false, "In how many months it happened."},
		{"group", line(maxLabel), false, "Who was studied."},
		{"certainty", word(questionnaire.Certainties()), false, "How sure the number is. unknown draws no picture."},
		{"source", code(sourceForm()), false, "Where the number comes from."},
	}}
}
