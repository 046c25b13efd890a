package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/tui/ui"
)

// The judgements of an explanation.
const (
	teachClear = "clear"
	teachAgain = "again"
)

// newTeach takes down what a patient says in their own words about an item, and whether the explanation was clear. It is the
// explanation that is judged, never the person.
func newTeach(s *Sitting, e *questionnaire.Entry) *pair {
	d, item := draft(s, "teach", s.Words.Text("teach.head"), e)
	d.fields = []field{
		d.long("words", s.Words.Text("teach.words")),
		s.choose("clear", s.Words.Text("teach.clear"), "",
			questionnaire.Option{Value: teachClear, Text: s.Words.Text("teach.is-clear")},
			questionnaire.Option{Value: teachAgain, Text: s.Words.Text("teach.again")}),
	}
	d.done = func(values map[string]string) (ui.Step, *questionnaire.Problem) {
		return d.came(s.inOwnVoice(func() *questionnaire.Problem {
			return s.Session().TeachBack(item, values["words"], values["clear"] == teachClear)
		}))
	}
	return besideItem(s, &shown{s, e}, d)
}
