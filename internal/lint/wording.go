package lint

// wording looks for what reads as advice, as leave to go ahead, as a promise, as an advert or as a judgement.
func (l *linter) wording() {
	for _, t := range l.texts {
		if wrong(t) {
			continue
		}
		reported := t.kind == isQuestion || t.kind == isOption && !t.choice.Correct
		for _, sentence := range sentences(unquote(t.words)) {
			for i := range phrases {
				if words := phrases[i].found(sentence, reported); words != "" {
					l.warn(t.at, phrases[i].code, phrases[i].hint, "%q in %q", words, short(sentence))
				}
			}
		}
	}
}

// wrong reports whether a text is an option of a quiz that is not right: it may say whatever people are told.
func wrong(t text) bool {
	return t.kind == isOption && t.entry.Type == "quiz" && !t.choice.Correct
}
