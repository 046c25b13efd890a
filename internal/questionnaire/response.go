package questionnaire

// Answers holds a value for each answered item, by id.
type Answers map[string]Value

// Response is what one person answered: the answers of enabled items, and the items they want to talk about.
type Response struct {
	Answers Answers
	Talk    map[string]bool
}
