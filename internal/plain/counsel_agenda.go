package plain

import (
	"slices"
	"strconv"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
)

// The letters of a consultation, where a line is no answer.
const (
	keyNote     = "n"
	keyPeople   = "p"
	keyDecision = "d"
	keySign     = "s"
	keyMore     = "m"
	keyAsk      = "a"
	keyWords    = "w"
	keySettled  = "c"
	keyOutcome  = "o"
	keyHand     = "k"
)

// keys says what can be typed where a counsellor is at work.
func (c *conversation) keys(kind session.Kind) {
	ids := []string{"plain.wanted-enter-agenda", "plain.key-ask", "plain.key-words", "plain.key-settled", "plain.key-note", "plain.key-outcome", "plain.explain"}
	if kind == session.Agenda {
		ids = []string{"plain.key-people", "plain.key-note", "plain.key-decision", "plain.key-sign"}
		if !c.all {
			ids = append([]string{"plain.key-more"}, ids...)
		}
	}
	parts := []string{}
	if n := len(c.topics().Topics); kind == session.Agenda && n > 0 {
		parts = append(parts, c.Words.Text("plain.wanted-topic", map[string]any{"To": n}))
	}
	for i, id := range append(ids, "plain.repeat", "plain.stop") {
		words := c.Words.Text(id)
		if i > 0 || kind == session.Agenda {
			words = together(words)
		}
		parts = append(parts, words)
	}
	c.sentence(parts)
}

func (c *conversation) topics() summary.Agenda {
	return summary.BuildAgenda(c.Session().Questionnaire(), c.Session().Record(), c.Words)
}

// agenda prints what there is to talk about, numbered through. What needs no talk is counted, and read out when it is asked
// for.
func (c *conversation) agenda() {
	a := c.topics()
	c.say("plain.agenda")
	if a.Left == 0 {
		c.say("plain.agenda-none")
	} else {
		c.page.say(c.Words.Count("plain.agenda-left", a.Left))
	}
	c.page.space()
	quiet := 0
	for i, t := range a.Topics {
		if !c.all && !t.Unresolved && t.Outcome == nil {
			quiet++
			continue
		}
		c.page.item(strconv.Itoa(i+1), c.inShort(t))
	}
	c.page.space()
	if quiet > 0 {
		c.page.say(c.Words.Count("plain.agenda-quiet", quiet))
	}
	for _, r := range c.notes() {
		c.page.say(c.remark(r))
	}
}

// notes gives what was noted about all.
func (c *conversation) notes() []summary.Remark {
	return slices.DeleteFunc(c.summary().Notes, func(r summary.Remark) bool { return r.Item != "" || r.Kind != summary.KindNote })
}

// inShort tells of a topic in one paragraph: how it stands, what was asked, what the answer is and where it came out.
func (c *conversation) inShort(t summary.Topic) string {
	parts := []string{c.Words.Text("state." + t.State)}
	if t.Second {
		parts[0] = c.Words.Text("plain.topic-second")
	}
	if t.Private {
		parts = append(parts, c.Words.Text("plain.topic-private"))
	}
	parts = append(parts, sentence(t.Question), c.answerOf(t))
	if t.Outcome != nil {
		parts = append(parts, sentence(summary.OutcomeWords(*t.Outcome, c.Words)))
	}
	for i, part := range parts {
		parts[i] = sentence(part)
	}
	return strings.Join(parts, " ")
}

// sentence ends words with a stop, so that a voice pauses there.
func sentence(words string) string {
	words = strings.ReplaceAll(strings.TrimSpace(words), "\n", " ")
	if words == "" || strings.ContainsAny(words[len(words)-1:], ".!?:") {
		return words
	}
	return words + "."
}

func (c *conversation) answerOf(t summary.Topic) string {
	if t.Answer == "" {
		return c.Words.Text("plain.topic-unanswered")
	}
	said := c.Words.Text("plain.topic-answer", map[string]any{"Answer": strings.ReplaceAll(t.Answer, "\n", " ")})
	if t.Typist.Name != "" {
		said = sentence(said) + " " + c.Words.Text("plain.typed", map[string]any{"Name": t.Typist.Name, "Why": t.Typist.Why})
	}
	return said
}

// takeAgenda does what a line at the agenda says.
func (c *conversation) takeAgenda(line string) (moved bool, err error) {
	s := c.Session()
	switch strings.ToLower(line) {
	case keyPeople:
		_, err := c.act(s.ToPeople)
		return true, err
	case keyNote:
		return c.stays(s.Prompt(), c.note(""))
	case keyDecision:
		_, err := c.act(s.ToDecision)
		return true, err
	case keySign:
		done, err := c.act(s.ToSigning)
		return done, err
	case keyMore:
		c.all = true
		return true, nil
	}
	topics := c.topics().Topics
	if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(topics) {
		return c.act(func() *questionnaire.Problem { return s.Discuss(topics[n-1].ID) })
	}
	c.say("plain.not-here")
	c.keys(session.Agenda)
	return false, nil
}

// note takes down what the counsellor writes.
func (c *conversation) note(item string) error {
	words, err := c.words("plain.note")
	if err != nil {
		return c.unless(errBack, err)
	}
	done, err := c.act(func() *questionnaire.Problem { return c.Session().Note(item, words) })
	if done {
		c.say("plain.noted")
	}
	return err
}
