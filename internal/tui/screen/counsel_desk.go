package screen

import (
	"errors"
	"strings"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/text"
)

// Desk is where a counsellor says who they are and what to open. All its functions take time.
type Desk struct {
	Counsellor session.Party // without a name until they have said it
	Wish       records.Wish  // what is wanted already; zero where they have to choose
	Waiting    Waiting       // what there is

	List     func() (Waiting, error)
	Identify func(file string) error // takes in the file with a key
	Open     func(counsellor session.Party, wish records.Wish) (*records.Journal, error)
}

// Waiting is what can be opened: consultations that are open, and other records, of both the last updated first.
type Waiting struct {
	Open   []records.Consultation
	Others []store.Record
}

// row is a record in the list.
type row struct {
	id     string
	what   string // in words: codes and questionnaire
	stands string // how old it is and what is missing
	key    string // what a search is compared with
	codes  string // its id and code as they are compared
	sealed bool
}

// rows makes the list for what there is.
func rows(s *Sitting, w Waiting) []row {
	list := make([]row, 0, len(w.Open)+len(w.Others))
	for _, c := range w.Open {
		list = append(list, s.row(c.Record, c.Session, c.Fault))
	}
	for _, r := range w.Others {
		list = append(list, s.row(r, nil, nil))
	}
	return list
}

// row makes the line of one record. read is the record itself where it could be read, and fault why it could not.
func (s *Sitting) row(r store.Record, read *session.Session, fault error) row {
	title, visit := r.Questionnaire, ""
	if read != nil {
		title, visit = read.Questionnaire().Title, read.Record().Visit
	}
	code := records.Pickup(r.ID)
	data := map[string]any{"Code": code, "ID": r.ID, "Title": title, "Visit": visit}
	id := "open.row"
	if visit != "" {
		id = "open.row-visit"
	}
	return row{
		id: r.ID, what: s.Words.Text(id, data), stands: s.stands(r, read, fault), sealed: errors.Is(fault, records.ErrSealed),
		key:   strings.ToLower(strings.Join([]string{r.ID, code, visit, r.Questionnaire, title}, " ")),
		codes: bare(r.ID) + " " + bare(code),
	}
}

// stands says how far a record has come, how long ago it was left, and what is missing.
func (s *Sitting) stands(r store.Record, read *session.Session, fault error) string {
	data := map[string]any{"Age": app.Age(s.Now().Sub(r.Updated), s.Words)}
	if read != nil {
		data["Missing"] = app.Lacks(read, s.Words).Words(s.Words)
	}
	return s.Words.Text(stage(r, read, fault), data)
}

// stage gives the words for how far a record has come.
func stage(r store.Record, read *session.Session, fault error) string {
	switch {
	case read != nil:
		return "open.consulting"
	case errors.Is(fault, records.ErrSealed):
		return "open.sealed"
	case fault != nil:
		return "open.unreadable"
	case r.Stage == store.Signed:
		return "open.signed"
	case r.Status == session.Complete:
		return "open.complete"
	default:
		return "open.in-progress"
	}
}

// bare gives a code as it is compared: without what only helps the eye, and with the digits for which letters are taken.
func bare(code string) string {
	return strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
}

// fits reports whether a row is what somebody searches for.
func (r *row) fits(search string) bool {
	search = text.CleanLine(search)
	return strings.Contains(r.key, strings.ToLower(search)) || bare(search) != "" && strings.Contains(r.codes, bare(search))
}
