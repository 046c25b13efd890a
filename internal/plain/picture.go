package plain

import (
	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/text"
)

// picture says a number in words, with both framings, and draws it last: a drawing is many marks to listen to.
func (c *conversation) picture(p *questionnaire.Picture) {
	c.page.say(p.Label)
	known := p.Certainty != questionnaire.Unknown
	if known {
		c.say("picture.framing", map[string]any{"Count": p.Count, "Of": p.Of, "Rest": p.Of - p.Count})
	} else {
		c.say("picture.unknown")
	}
	for _, note := range app.PictureNotes(c.Session().Questionnaire(), p, c.Words) {
		c.page.say(note)
	}
	if known {
		c.icons(p)
	}
}

func (c *conversation) icons(p *questionnaire.Picture) {
	icons := text.IconArray(p.Of, p.Count, c.page.width, true)
	c.page.space()
	c.say("picture.legend", map[string]any{"Did": icons.Did, "DidNot": icons.DidNot})
	if icons.Per > 1 {
		c.page.say(c.Words.Count("picture.mark", icons.Per))
	}
	c.page.lines(icons.Rows)
}
