package lint

import (
	"fmt"

	"informed/internal/questionnaire"
)

// quizzes looks for quizzes that leave someone who chose wrongly alone.
func (l *linter) quizzes() {
	at := places(l.q.Items, "/items")
	for i, e := range l.q.Entries() {
		if e.Type != questionnaire.TypeQuiz {
			continue
		}
		l.feedback(e.Options, at[i]+"/options")
		switch {
		case e.Again == nil:
			l.warn(at[i]+"/id", "quiz-again", "ask for the same fact in other words under again", "quiz %q has no second question", e.ID)
			continue
		case e.Again.Text == e.Text:
			l.warn(at[i]+"/again/text", "quiz-same-question", "ask in other words", "the second question of %q is the first", e.ID)
		}
		l.feedback(e.Again.Options, at[i]+"/again/options")
	}
}

// feedback checks one probe: each option has a feedback, and no wrong one that of another. "Not sure" may have
// the feedback of any of them: it tells the fact.
func (l *linter) feedback(options []questionnaire.Option, at string) {
	seen := map[string]string{}
	for i, o := range options {
		place := fmt.Sprintf("%s/%d/feedback", at, i)
		before, again := seen[o.Feedback]
		switch {
		case o.Value == questionnaire.Unsure && o.Feedback == "":
			l.warn(place, "quiz-feedback", "write the option unsure with a feedback that tells the fact", "\"not sure\" has no feedback")
		case o.Feedback == "":
			l.warn(place, "quiz-feedback", "say what fits someone who chose this", "the option %q has no feedback", o.Value)
		case again && !o.Correct && o.Value != questionnaire.Unsure:
			l.warn(place, "quiz-same-feedback", "say what fits each of them", "%q has the feedback of %q", o.Value, before)
		}
		if o.Value != questionnaire.Unsure {
			seen[o.Feedback] = o.Value
		}
	}
}
