package session

import (
	"slices"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/text"
)

// consultation is the state of the keyboard while a counsellor sits with the record.
type consultation struct {
	counsellor Party
	witness    []Need
	hand       Hand
	why        string
}

// Consult lets a counsellor sit down with the record. It may be done again, by the same or another one. A record that is
// finished, or was talked about before, opens at the agenda, unless it has still to show what differs.
func (s *Session) Consult(counsellor Party, witness []Need) *questionnaire.Problem {
	counsellor.Role = Counsellor
	counsellor = counsellor.clean()
	if p := counsellor.problem(); p != nil {
		return p
	}
	again := s.consultation != nil
	s.record(Consulted{Counsellor: counsellor, Witness: slices.Clone(witness)})
	if (again || s.completed > 0) && s.at.Screen != Difference { // what differs was not gone on from yet
		s.record(Shown{Screen: Agenda})
	}
	return nil
}

// Consulting reports whether the record was ever opened for a consultation.
func (s *Session) Consulting() bool { return s.consultation != nil }

// Counsellor gives who sits with the record now, or did last.
func (s *Session) Counsellor() Party {
	if s.consultation == nil {
		return Party{}
	}
	return s.consultation.counsellor
}

// Hand tells who uses the keyboard, and where the counsellor types for the patient, why.
func (s *Session) Hand() (to Hand, why string) {
	if s.consultation == nil {
		return ByPatient, ""
	}
	return s.consultation.hand, s.consultation.why
}

// HandTo gives the keyboard to someone else. Typing for the patient takes a reason.
func (s *Session) HandTo(to Hand, why string) *questionnaire.Problem {
	why = line(why)
	switch {
	case s.consultation == nil:
		return &questionnaire.Problem{Code: "not-here"}
	case to == ForPatient && why == "":
		return &questionnaire.Problem{Code: "required"}
	case to == ByRepresentative && s.name(Representative) == "":
		return &questionnaire.Problem{Code: "not-present"}
	case to != ForPatient:
		why = ""
	}
	if s.consultation.hand == to && s.consultation.why == why {
		return nil
	}
	return s.make(Handed{To: to, Why: why})
}

// make records an event if it may be.
func (s *Session) make(event Event) *questionnaire.Problem {
	if p := s.may(event); p != nil {
		return p
	}
	s.record(event)
	return nil
}

// Present notes that someone takes part, or what more is known of them.
func (s *Session) Present(p Party) *questionnaire.Problem {
	p = p.clean()
	switch {
	case p.problem() != nil:
		return p.problem()
	case p.Role == Counsellor: // comes by sitting down
		return &questionnaire.Problem{Code: "not-here"}
	case slices.Contains(s.parties, p):
		return nil
	case len(s.parties) >= mostParties:
		return &questionnaire.Problem{Code: "too-many", Data: map[string]any{"Max": mostParties}}
	}
	return s.make(Present{Party: p})
}

// Gone notes that someone takes no part.
func (s *Session) Gone(role, name string) *questionnaire.Problem {
	if !slices.ContainsFunc(s.parties, func(p Party) bool { return p.is(role, name) }) {
		return &questionnaire.Problem{Code: "not-present"}
	}
	return s.make(Gone{Role: role, Name: text.CleanLine(name)})
}

// Parties lists who takes part, without the counsellor, in the order in which they came.
func (s *Session) Parties() []Party { return slices.Clone(s.parties) }

// name gives the printed name of the first of a role, "" where there is none.
func (s *Session) name(role string) string {
	for _, p := range s.parties {
		if p.Role == role {
			return p.Name
		}
	}
	return ""
}

// Note adds what the counsellor writes, about an item or, with "", about all.
func (s *Session) Note(item, words string) *questionnaire.Problem {
	words, p := s.own(item, words)
	if p != nil {
		return p
	}
	return s.make(Noted{Item: item, Text: words})
}

// TeachBack notes the patient's own words about an item, and whether the explanation was clear.
func (s *Session) TeachBack(item, words string, clear bool) *questionnaire.Problem {
	words, p := s.own(item, words)
	switch {
	case p != nil:
		return p
	case item == "":
		return &questionnaire.Problem{Code: "not-here"}
	}
	return s.make(TaughtBack{Item: item, Words: words, Clear: clear})
}

// own cleans words about an item, and says what keeps them out.
func (s *Session) own(item, words string) (string, *questionnaire.Problem) {
	if item != "" && !s.talkable(item) {
		return "", &questionnaire.Problem{Code: "not-here", Item: item}
	}
	words = strings.TrimSpace(text.Clean(words))
	switch {
	case words == "":
		return "", &questionnaire.Problem{Code: "required", Item: item}
	case len([]rune(words)) > questionnaire.MaxAnswer:
		return "", &questionnaire.Problem{Code: "too-long", Item: item, Data: map[string]any{"Max": questionnaire.MaxAnswer}}
	}
	return words, nil
}

// talkable reports whether an item is shown and can be talked about.
func (s *Session) talkable(item string) bool {
	e, ok := s.q.Entry(item)
	return ok && s.enabled[e.Index] && e.Type.Answerable()
}

// Confirm notes whether an item is settled for the patient now: yes, no or unsure.
func (s *Session) Confirm(item, answer string) *questionnaire.Problem {
	if !s.talkable(item) || !slices.Contains([]string{questionnaire.Yes, questionnaire.No, questionnaire.Unsure}, answer) {
		return &questionnaire.Problem{Code: "not-here", Item: item}
	}
	return s.make(Confirmed{Item: item, Answer: answer})
}

// Conclude notes where the talk about an item came out. It is resolved only after a word of the patient's own about it; a
// referral takes to whom, and may take until when.
func (s *Session) Conclude(item string, outcome Outcome, to, by string) *questionnaire.Problem {
	to, by = line(to), strings.TrimSpace(by)
	switch {
	case !s.talkable(item) || !slices.Contains([]Outcome{Resolved, Unsettled, Referred}, outcome):
		return &questionnaire.Problem{Code: "not-here", Item: item}
	case outcome == Resolved && !s.Discussion(item).Ready:
		return &questionnaire.Problem{Code: "patients-word", Item: item}
	case outcome == Referred && to == "":
		return &questionnaire.Problem{Code: "required", Item: item}
	case outcome == Referred && by != "" && !questionnaire.IsDate(by):
		return &questionnaire.Problem{Code: "not-a-date", Item: item}
	case outcome != Referred:
		to, by = "", ""
	}
	return s.make(Concluded{Item: item, Outcome: outcome, To: to, By: by})
}

// line makes one short line of what someone typed.
func line(words string) string {
	runes := []rune(strings.TrimSpace(text.CleanLine(words)))
	return string(runes[:min(len(runes), mostWordsParty)])
}
