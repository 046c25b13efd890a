package lint

import (
	"slices"
	"strings"

	"informed/internal/questionnaire"
)

// claims looks for claims of fact on items that name no source.
func (l *linter) claims() {
	for _, t := range l.texts {
		switch t.kind {
		case isReading, isExplain, isFeedback, isCounsellor:
		default:
			continue
		}
		if t.entry == nil || l.sourced(t.entry) {
			continue
		}
		if claim := l.claim(t.words); claim != "" {
			l.warn(t.at, "no-source", "name the source under sources on this item", "%q is a claim of fact without a source", claim)
		}
	}
}

// sourced reports whether the item, a group around it or its picture names a source.
func (l *linter) sourced(e *questionnaire.Entry) bool {
	for {
		if len(e.Sources) > 0 || e.Picture != nil && e.Picture.Source != "" {
			return true
		}
		if e.Parent < 0 {
			return false
		}
		e = &l.q.Entries()[e.Parent]
	}
}

// What a claim of fact looks like: a year, a number of people or of something in a hundred, a report, a study that shows.
var claiming = late(`(?i)\b(19|20)\d\d\b|\b\d[\d,]* (of \d[\d,]* )?(people|patients|children|women|men|products|clinics|studies|countries|states)\b|\b\d+ of \d+\b` +
	`|\b(has|have|had|was|were) (all )?(been )?(reported|shown|found|proven|approved|banned)\b` +
	`|\b(studies|research|trials|reviews?|a study|one study|a trial|experts|scientists) (show|shows|showed|found|find|say|says|suggests?)\b` +
	`|\b(courts?|the law|a law|laws) (says?|held|requires?|bans?|allows?|protects?)\b`)

// claim gives the words that look like a claim of fact or name a body that publishes, or "". What stands in quotes is
// somebody else's.
func (l *linter) claim(text string) string {
	text = unquote(text)
	if found := claiming().FindString(text); found != "" {
		return found
	}
	for _, s := range l.q.Sources {
		if s.Publisher != "" && s.Evidence != "" && strings.Contains(text, s.Publisher) {
			return s.Publisher
		}
	}
	return ""
}

// evidence looks at the list of sources: what is cited should say how it was read, and once patients use the file nothing
// may rest on a text alone that nobody has read.
func (l *linter) evidence() {
	cited := map[string]bool{}
	at := places(l.q.Items, "/items")
	for i, e := range l.q.Entries() {
		for _, key := range l.keys(e.Item) {
			cited[key] = true
		}
		if e.Type == questionnaire.TypeQuiz && !l.sourced(&l.q.Entries()[i]) {
			l.warn(at[i]+"/id", "no-source", "name the source of what it teaches under sources", "quiz %q names no source", e.ID)
		}
		if l.q.Status == questionnaire.Active && len(e.Sources) > 0 && !slices.ContainsFunc(e.Sources, l.read) {
			l.warn(at[i]+"/sources", "secondary-only", "read one of the sources, or keep status: draft", "nobody has read what %q rests on", e.ID)
		}
	}
	for _, s := range l.q.Sources {
		place := "/sources/" + escape(s.Key)
		if !cited[s.Key] {
			l.warn(place, "unused-source", "name it on the items it serves, or take it out", "no item names the source %q", s.Key)
		}
		if s.Evidence == questionnaire.Direct && s.Checked == "" {
			l.warn(place, "unchecked-source", "add checked: the day on which you read it", "source %q was read, but does not say when", s.Key)
		}
	}
}

func (l *linter) keys(it *questionnaire.Item) []string {
	if it.Picture != nil && it.Picture.Source != "" {
		return append([]string{it.Picture.Source}, it.Sources...)
	}
	return it.Sources
}

func (l *linter) read(key string) bool {
	s, ok := l.q.Source(key)
	return ok && s.Evidence != questionnaire.Secondary
}
