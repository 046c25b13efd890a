package export

import (
	"slices"

	"informed/internal/summary"
)

// shown gives what a copy may hold: without o.Private, everything but what is private and the sources that only that
// cites. s is left as it was.
func shown(s summary.Summary, o Options) summary.Summary {
	if o.Private {
		return s
	}
	s.Checklist = slices.DeleteFunc(slices.Clone(s.Checklist), func(l summary.Line) bool { return l.Private })
	s.Answers = slices.DeleteFunc(slices.Clone(s.Answers), func(a summary.Answer) bool { return a.Private })
	s.Notes = slices.DeleteFunc(slices.Clone(s.Notes), func(r summary.Remark) bool { return r.Private })
	answered, cited := map[string]bool{}, map[string]bool{}
	for _, l := range s.Checklist {
		note(cited, l.Sources)
	}
	for _, a := range s.Answers {
		answered[a.ID] = true
		note(cited, a.Sources)
	}
	s.Comprehension = slices.DeleteFunc(slices.Clone(s.Comprehension), func(c summary.Claim) bool { return !answered[c.ID] })
	s.Sources = slices.DeleteFunc(slices.Clone(s.Sources), func(c summary.Source) bool { return !cited[c.Key] })
	return s
}

func note(set map[string]bool, keys []string) {
	for _, key := range keys {
		set[key] = true
	}
}
