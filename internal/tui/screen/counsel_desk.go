package screen

import (
	"errors"
	"strings"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/text"
)

// Desk is where a counsellor says who they are and what to open. All its functions take time.
type Desk struct {
	Counsellor session.Party          // without a name until they have said it
	Wish       records.Wish           // what is wanted already; zero where they have to choose
	Waiting    []records.Consultation // those that are open, and other records, of both the last updated first

	List     func() ([]records.Consultation, error) // looks up what is waiting
	Identify func(file string) error                // takes in the file with a key
	Open     func(counsellor session.Party, wish records.Wish) (*records.Journal, error)
	Choices  func() []records.Choice                               // what a new consultation can be about
	Newer    func(*session.Session) (newer records.Newer, ok bool) // looks for a version that asks some of a record again
	Renew    func(counsellor session.Party, id string, newer records.Newer) (*records.Journal, error)
}

// row is a record in the list.
type row struct {
	id     string
	what   string // in words: codes and questionnaire
	stands string // how old it is and what is missing
	key    string // what a search is compared with
	codes  string // its id and code as they are compared
}

// rows makes the list for what there is.
func rows(s *Sitting, waiting []records.Consultation) []row {
	list := make([]row, len(waiting))
	for i, c := range waiting {
		list[i] = s.row(c)
	}
	return list
}

// row makes the line of one record.
func (s *Sitting) row(c records.Consultation) row {
	title, visit, code := c.Questionnaire, c.Visit(), records.Pickup(c.ID)
	if c.Session != nil {
		title = c.Session.Questionnaire().Title
	}
	id := "open.row"
	if visit != "" {
		id = "open.row-visit"
	}
	return row{
		id: c.ID, what: s.Words.Text(id, map[string]any{"Code": code, "Title": title, "Visit": visit}), stands: s.stands(c),
		key:   strings.ToLower(strings.Join([]string{c.ID, code, visit, c.Questionnaire, title}, " ")),
		codes: bare(c.ID) + " " + bare(code),
	}
}

// stands says how far a record has come, how long ago it was left, and what is missing.
func (s *Sitting) stands(c records.Consultation) string {
	data := map[string]any{"Age": app.Age(s.Now().Sub(c.Updated), s.Words)}
	if c.Session != nil {
		data["Missing"] = app.Lacks(c.Session, s.Words).Words(s.Words)
	}
	return s.Words.Text(stage(c), data)
}

// stage gives the words for how far a record has come.
func stage(c records.Consultation) string {
	switch {
	case c.Session != nil:
		return "open.consulting"
	case errors.Is(c.Fault, records.ErrSealed):
		return "open.sealed"
	case c.Fault != nil:
		return "open.unreadable"
	case c.Stage == "signed":
		return "open.signed"
	case c.Status == session.Complete:
		return "open.complete"
	default:
		return "open.in-progress"
	}
}

// bare gives a code as it is compared: without what only helps the eye, and with the digits for which letters are taken.
func bare(code string) string {
	return strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
}

// fitting gives the places of the rows that fit what somebody searches for, all of them where that is nothing.
func fitting(rows []row, search string) []int {
	search = strings.ToLower(text.CleanLine(search))
	code := bare(search)
	found := make([]int, 0, len(rows))
	for i := range rows {
		if strings.Contains(rows[i].key, search) || code != "" && strings.Contains(rows[i].codes, code) {
			found = append(found, i)
		}
	}
	return found
}
