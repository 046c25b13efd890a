package summary

import (
	"time"

	"informed/internal/evaluation"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Build says in words what rec holds. Answers and marks of items that are not shown under its answers stay out. The same
// questionnaire, record and words always give the same Summary.
func Build(q *questionnaire.Questionnaire, rec session.Record, words *i18n.Words) Summary {
	b := open(q, rec, words)
	result := evaluation.Evaluate(q, b.record.Response)
	return Summary{
		Format:        Format,
		Record:        head(rec),
		Questionnaire: asked(q),
		Decision:      b.decision(),
		Checklist:     b.checklist(result.Lines),
		Comprehension: b.comprehension(result.Claims),
		Answers:       b.answers(),
		Notes:         b.notes(),
		Signatures:    b.signatures(),
		Sources:       b.sources(),
	}
}

type builder struct {
	q       *questionnaire.Questionnaire
	record  session.Record
	words   *i18n.Words
	shown   []bool          // of each item
	private map[string]bool // items whose line is private
	cited   map[string]bool // keys of sources
}

// open lays the record out, without what stands on items that are not shown.
func open(q *questionnaire.Questionnaire, rec session.Record, words *i18n.Words) *builder {
	rec.Response = q.Restrict(rec.Response.Answers, rec.Response.Talk)
	return &builder{
		q: q, record: rec, words: words, shown: q.Enabled(rec.Response.Answers), private: map[string]bool{}, cited: map[string]bool{},
	}
}

func head(r session.Record) Record {
	return Record{
		ID: r.Record, Status: string(r.Status), Fingerprint: r.Fingerprint, Language: r.Language, Mode: r.Mode,
		Started: moment(r.Started), Completed: moment(r.Completed), Withdrawn: moment(r.Withdrawn),
		Visit: r.Visit, People: people(r), Unsigned: unsigned(r), Amendments: amendments(r), Renewed: renewed(r),
	}
}

func asked(q *questionnaire.Questionnaire) Questionnaire {
	return Questionnaire{ID: q.ID, Version: q.Version, Title: q.Title, Hash: q.Hash, Status: string(q.Status)}
}

func moment(t time.Time) Time {
	if t.IsZero() {
		return ""
	}
	return Time(t.UTC().Format(time.RFC3339))
}

func (b *builder) decision() *Decision {
	for e, v := range b.given {
		if e.Type == questionnaire.TypeDecision && len(v.Codes) > 0 {
			return &Decision{Value: v.Codes[0], Text: Spoken(e.Item, v, b.words)}
		}
	}
	return nil
}

func (b *builder) comprehension(claims []evaluation.Claim) []Claim {
	out := []Claim{}
	for _, c := range claims {
		o := b.outcome(c.Item)
		out = append(out, Claim{ID: c.Item, Tries: c.Tries, Understood: c.Understood, Settled: o != nil && o.Value == Resolved})
	}
	return out
}

// answers lists the questions that were answered, in reading order. The answer to an item whose line is private is
// private too.
func (b *builder) answers() []Answer {
	answers := []Answer{}
	for e, v := range b.given {
		if !e.Type.Question() {
			continue
		}
		mark := b.record.Marks[e.ID]
		answers = append(answers, Answer{
			ID: e.ID, Section: b.section(e), Text: e.Text, Value: value(e.Type, v), Answer: Spoken(e.Item, v, b.words),
			By: mark.By, Typed: mark.Typist, At: moment(mark.At), Sources: b.cite(e), Private: e.Private || b.private[e.ID],
		})
	}
	return answers
}

// given yields the answered items with their answers, in reading order.
func (b *builder) given(yield func(*questionnaire.Entry, questionnaire.Value) bool) {
	entries := b.q.Entries()
	for i := range entries {
		v := b.record.Response.Answers[entries[i].ID]
		if !v.IsZero() && !yield(&entries[i], v) {
			return
		}
	}
}

// section gives the title of the nearest group around e that has one.
func (b *builder) section(e *questionnaire.Entry) string {
	for e.Parent >= 0 {
		e = &b.q.Entries()[e.Parent]
		if e.Title != "" {
			return e.Title
		}
	}
	return ""
}

// cite gives the keys of the sources of an item, and notes that they are cited.
func (b *builder) cite(e *questionnaire.Entry) []string {
	for _, key := range e.Sources {
		b.cited[key] = true
	}
	return append([]string{}, e.Sources...)
}

// sources lists what was cited, in the order of the file.
func (b *builder) sources() []Source {
	sources := []Source{}
	for _, s := range b.q.Sources {
		if b.cited[s.Key] {
			sources = append(sources, source(s))
		}
	}
	return sources
}

func source(s questionnaire.Source) Source {
	return Source{
		Key: s.Key, Title: s.Title, Publisher: s.Publisher, Year: s.Year, URL: s.URL, Checked: s.Checked, Evidence: string(s.Evidence),
	}
}
