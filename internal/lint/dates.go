package lint

// dates looks for what has to be looked at again by now.
func (l *linter) dates(today string) {
	next := l.q.Review.Next
	if next != "" && next < today {
		l.warn("/review/next", "review-overdue", "review it and set the next day", "the review was due on %s", next)
	}
	if l.q.Date > today {
		l.warn("/date", "future-date", "write the day of the last change", "the date %s is still to come", l.q.Date)
	}
	for _, s := range l.q.Sources {
		if s.Checked > today {
			l.warn("/sources/"+escape(s.Key)+"/checked", "future-date", "write the day on which it was read", "the day %s is still to come", s.Checked)
		}
	}
}
