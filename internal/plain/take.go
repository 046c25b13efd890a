package plain

import (
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// The letters that are not answers. In own words they are so only alone on the line; quotes make an answer of them.
const (
	keyBack    = "b"
	keyExplain = "?"
	keyTalk    = "t"
	keyRepeat  = "r"
	keyStop    = "q"
	keyUnsure  = "u"
	keyClear   = "x"
)

// take does what a line says. moved means that the session is on another screen, or that this one has to be shown anew.
func (c *conversation) take(p session.Prompt, line string) (moved bool, err error) {
	line = strings.TrimSpace(line)
	switch strings.ToLower(line) {
	case keyBack:
		if c.Session().Back() {
			return true, nil
		}
		c.say("plain.first")
		c.legend(p)
		return false, nil
	case keyExplain:
		c.explain(p)
		return false, nil
	case keyRepeat:
		return true, nil
	case keyStop:
		return true, c.stop()
	case keyHand:
		if c.asksPatient(p.Kind) {
			return true, c.unless(errBack, c.who())
		}
	}
	switch p.Kind {
	case session.Question, session.Decide, session.Attest:
		return c.takeAnswer(p, line)
	case session.Review:
		return c.takeReview(p, line)
	case session.Probe:
		return c.takeProbe(p, line)
	case session.Agenda:
		return c.takeAgenda(line)
	case session.Discuss:
		return c.takeTopic(p, line)
	default:
		return c.takeEnter(p, line)
	}
}

// takeEnter goes on from a screen that is only read.
func (c *conversation) takeEnter(p session.Prompt, line string) (moved bool, err error) {
	if line != "" {
		c.say("plain.only-enter")
		c.legend(p)
		return false, nil
	}
	return c.next(p), nil
}

// next goes on, or says what keeps the person here.
func (c *conversation) next(p session.Prompt) bool {
	if problem := c.Session().Next(); problem != nil {
		c.refuse(p, problem)
		return false
	}
	return true
}

func (c *conversation) takeAnswer(p session.Prompt, line string) (moved bool, err error) {
	asks := p.Kind == session.Question
	switch key := strings.ToLower(line); {
	case line == "":
		return c.next(p), nil
	case key == keyTalk && asks:
		c.talk(p)
		return false, nil
	case key == keyClear && asks && p.Entry.Type != questionnaire.TypeQuiz:
		c.Session().Answer(p.Entry.ID, questionnaire.Value{})
		c.say("plain.cleared")
		return true, nil
	}
	v, ok := c.value(p, line)
	if !ok {
		c.refuse(p, &questionnaire.Problem{Code: "not-an-option", Item: p.Entry.ID})
		return false, nil
	}
	if asked, err := c.ownWords(p, &v); err != nil || !asked {
		return true, err
	}
	if problem := c.Session().Answer(p.Entry.ID, v); problem != nil {
		c.refuse(p, problem)
		return false, nil
	}
	if p.Entry.Type == questionnaire.TypeQuiz {
		return true, nil
	}
	c.say("plain.recorded", map[string]any{"Answer": c.spoken(p.Entry.Item, c.Session().Prompt().Answer)})
	return c.next(p), nil
}

// talk puts the mark on a question, or takes it off.
func (c *conversation) talk(p session.Prompt) {
	c.Session().Flag(p.Entry.ID, !p.Talk)
	if p.Talk {
		c.say("plain.unmarked")
	} else {
		c.say("question.talk")
	}
}

// ownWords asks for the words of each open option among the chosen ones. ok is false where the person would rather see
// the question again.
func (c *conversation) ownWords(p session.Prompt, v *questionnaire.Value) (ok bool, err error) {
	for _, code := range v.Codes {
		o, found := p.Entry.Option(code)
		if !found || !o.Open {
			continue
		}
		c.page.say(c.option(*o))
		c.say("plain.wanted-words")
		line, err := c.read()
		if err != nil {
			return false, err
		}
		switch line = strings.TrimSpace(line); strings.ToLower(line) {
		case "", keyBack, keyRepeat:
			return false, nil
		case keyStop:
			return false, c.stop()
		}
		if v.Words == nil {
			v.Words = map[string]string{}
		}
		v.Words[code] = unquote(line)
	}
	return true, nil
}
