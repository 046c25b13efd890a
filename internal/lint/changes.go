package lint

import (
	"fmt"

	"informed/internal/questionnaire"
	"informed/internal/revision"
)

// Since holds what q says under change against how it differs from before, the version before it, and q's version against
// that of before. Of these findings, errors are what would keep people from being asked again about what they agreed to.
// before is nil where it is not at hand: then there is a warning if q calls any change less than material.
func Since(before, q *questionnaire.Questionnaire) []questionnaire.Diagnostic {
	l := &linter{q: q}
	switch {
	case before == nil:
		l.uncompared()
	case before.ID != q.ID:
		l.fail("/id", "other-questionnaire", "name the version before of this questionnaire", "this is not a version of %q", before.ID)
	default:
		r := revision.Compare(before, q)
		l.version(r)
		l.unread()
		l.differences(r)
		l.idle(r)
	}
	return l.found
}

func (l *linter) fail(pointer, code, hint, format string, args ...any) {
	l.warn(pointer, code, hint, format, args...)
	l.found[len(l.found)-1].Severity = questionnaire.Error
}

// uncompared warns of the first word for a change that there is nothing to hold against.
func (l *linter) uncompared() {
	if at, word := l.lesser(); at != "" {
		l.warn(at, "not-compared", "name the version before: informed lint FILE --since THE-FILE-BEFORE",
			"nothing shows that this change is %s: it was not compared with the version before", word)
	}
}

// lesser gives the first place where a change is called less than material.
func (l *linter) lesser() (pointer string, word questionnaire.Change) {
	if word := l.q.ChangeOf(nil); word != questionnaire.Material {
		return "/change", word
	}
	at := places(l.q.Items, "/items")
	for i, e := range l.q.Entries() {
		if word := l.q.ChangeOf(e.Item); word != questionnaire.Material {
			return at[i] + "/change", word
		}
	}
	return "", ""
}

// version looks at the number of the version. Whoever knows the last but one can rely on the words for the last step alone
// if every step with something material in it raised more than the last of the three numbers.
func (l *linter) version(r revision.Revision) {
	growth := revision.Growth(r.Old, r.New)
	switch {
	case growth < 0:
		l.fail("/version", "older-version", "name the two files the other way round, or raise the version", "%s comes before %s", r.New, r.Old)
	case len(r.Differences) == 0:
	case growth == 0:
		l.fail("/version", "same-version", "raise the version", "this differs from the version before, and is %s as well", r.New)
	case r.Distant:
		l.warn("/version", "far-version", "compare it with the version right before; people who saw this one are asked about all that differs",
			"between %s and %s there may be other versions, and change is about the last step alone", r.Old, r.New)
	case !revision.Fresh(r.Old, r.New):
		l.step(r)
	}
}

func (l *linter) step(r revision.Revision) {
	for _, d := range r.Material() {
		if d.Said == questionnaire.Material {
			l.fail("/version", "small-step", "raise the first or the middle number; or say change: clarifying, or cosmetic, where that is all",
				"from %s to %s only the last number grew, but %s differs materially", r.Old, r.New, name(d))
			return
		}
	}
}

// name says what differs, for a message.
func name(d revision.Difference) string {
	if d.ID == "" {
		return "the head of the file"
	}
	return fmt.Sprintf("%q", d.ID)
}

// unread warns where words cannot be looked at.
func (l *linter) unread() {
	if at, word := l.lesser(); at != "" && !revision.Speaks(l.q.Language) {
		l.warn(at, "unread-language", "let somebody read both versions who speaks it",
			"no words are looked at in the language %q: only numbers in digits tell if this change is %s", l.q.Language, word)
	}
}

// differences looks for what is called less than it is.
func (l *linter) differences(r revision.Revision) {
	at := places(l.q.Items, "/items")
	for _, d := range r.Differences {
		pointer := ""
		if d.New != nil {
			pointer = at[d.New.Index]
		}
		for _, f := range d.Findings {
			severity := f.Against(d.Said)
			if severity == "" {
				continue
			}
			place := pointer + f.Pointer
			if d.Kind == revision.Removed {
				place = "/change"
			}
			l.warn(place, string(d.Said)+"-"+string(f.Matter), remedy(d, f), "%s", told(d, f))
			found := &l.found[len(l.found)-1]
			found.Severity, found.Offset = severity, f.Offset+1
		}
	}
}

func told(d revision.Difference, f revision.Finding) string {
	if f.Matter == revision.MatterItem {
		return fmt.Sprintf("%s was %s, and that is not %s", name(d), d.Kind, d.Said)
	}
	return fmt.Sprintf("%s is called %s, but %s changed: %q was %q", name(d), d.Said, touched(f.Matter), short(f.New), short(f.Old))
}

// touched says what changed.
func touched(m revision.Matter) string {
	switch m {
	case revision.MatterNumber:
		return "a number"
	case revision.MatterNegation:
		return "a negation"
	case revision.MatterDegree:
		return "how many or how surely"
	case revision.MatterQuiz:
		return "the quiz"
	case revision.MatterStatement:
		return "the statement"
	case revision.MatterDecision:
		return "the decision"
	case revision.MatterOption:
		return "an option"
	case revision.MatterAnswer:
		return "what can be answered"
	case revision.MatterCondition:
		return "the condition"
	case revision.MatterOutcome:
		return "the outcomes"
	case revision.MatterPicture:
		return "the picture"
	default:
		return "the " + string(m)
	}
}

func remedy(d revision.Difference, f revision.Finding) string {
	where := "on this item"
	if d.ID == "" || d.Kind == revision.Removed {
		where = "at the top of the file"
	}
	if f.Grade == revision.Grave || d.Said == questionnaire.Clarifying {
		return "say change: material " + where + ", or write it as it was"
	}
	return "say change: material " + where + "; or change: clarifying, if it says the same in better words"
}

// idle warns of a word for a change on an item that did not change: it would stand there when the item does.
func (l *linter) idle(r revision.Revision) {
	differs := map[string]bool{}
	for _, d := range r.Differences {
		differs[d.ID] = true
	}
	at := places(l.q.Items, "/items")
	for i, e := range l.q.Entries() {
		if e.Change != "" && !differs[e.ID] {
			l.warn(at[i]+"/change", "idle-change", "take it out", "%q does not differ from the version before", e.ID)
		}
	}
}
