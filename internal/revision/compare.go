package revision

import (
	"slices"

	"informed/internal/questionnaire"
)

// side is one of the two questionnaires that are compared.
type side struct {
	q *questionnaire.Questionnaire
	l *lexicon
}

type comparer struct {
	revision Revision
	old, new side
	d        Difference // that is being made
}

// rule says what there is to find in a pair that differs.
type rule struct {
	prose bool   // numbers, negations and degrees
	words Matter // found if the words differ, whatever they are
	fixed Matter // found always
	grade Grade  // of words and fixed
}

func prose() rule { return rule{prose: true} }

func worded(m Matter, g Grade) rule { return rule{prose: true, words: m, grade: g} }

func fixed(m Matter) rule { return rule{fixed: m, grade: Grave} }

// pair takes note of a text if it differs. What came or went as a whole is one finding and not looked into.
func (c *comparer) pair(p Pair, r rule) {
	if p.Old == p.New {
		return
	}
	if p.Kind == "" {
		p.Kind = c.d.Kind
	}
	c.d.Pairs = append(c.d.Pairs, p)
	if c.d.Kind != Changed {
		return
	}
	if r.fixed != "" {
		c.find(p, Finding{Matter: r.fixed, Grade: r.grade, Old: p.Old, New: p.New})
	}
	if r.prose {
		c.read(p, r)
	}
}

func (c *comparer) find(p Pair, f Finding) {
	f.Field, f.Key, f.Pointer = p.Field, p.Key, p.Pointer
	c.d.Findings = append(c.d.Findings, f)
}

// read compares the words of a pair.
func (c *comparer) read(p Pair, r rule) {
	before, after := wordsOf(p.Old, c.old.l), wordsOf(p.New, c.new.l)
	replaced := hunks(before, after)
	for _, h := range replaced {
		a, b := before[h.from:h.to], after[h.newFrom:h.newTo]
		found := Finding{Old: excerpt(p.Old, before, h.from, h.to), New: excerpt(p.New, after, h.newFrom, h.newTo)}
		for _, m := range []Matter{MatterNumber, MatterNegation, MatterDegree} {
			differs := !slices.Equal(carrying(a, m), carrying(b, m))
			if !differs && !(m == MatterNegation && reversed(a, b, c.new.l)) {
				continue
			}
			found.Matter, found.Grade, found.Offset = m, Heavy, offset(after, h, m)
			if m == MatterDegree {
				found.Grade = Light
			}
			c.find(p, found)
		}
	}
	if r.words != "" && len(replaced) > 0 {
		h := replaced[0]
		c.find(p, Finding{Matter: r.words, Grade: r.grade, Offset: offset(after, h, ""),
			Old: excerpt(p.Old, before, h.from, h.to), New: excerpt(p.New, after, h.newFrom, h.newTo)})
	}
}

// offset gives the place of what replaced something: of the first word in it that carries the matter, or its first word.
func offset(words []word, h hunk, m Matter) int {
	at := h.newFrom
	if i := slices.IndexFunc(words[h.newFrom:h.newTo], func(w word) bool { return w.matter == m }); i >= 0 {
		at += i
	}
	if at == len(words) {
		at--
	}
	if at < 0 {
		return 0
	}
	return words[at].at
}

// keep adds the difference to the revision if there is any.
func (c *comparer) keep() {
	if len(c.d.Pairs) > 0 || c.d.Kind != Changed {
		c.revision.Differences = append(c.revision.Differences, c.d)
	}
}
