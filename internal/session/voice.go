package session

import "informed/internal/questionnaire"

// Hand is who uses the keyboard in a consultation.
type Hand string

// The hands. Without a consultation it is the patient's.
const (
	ByCounsellor     Hand = "counsellor"
	ByPatient        Hand = "patient"
	ByRepresentative Hand = "representative"
	ForPatient       Hand = "for-patient" // the counsellor types what the patient says
)

// voice is whose word an event is.
type voice int

const (
	anyone      voice = iota // how the record was walked, and what was done with it
	patients                 // answers, and what else only the patient can say
	counsellors              // what a counsellor adds
	signers                  // a signature is of who signs
)

func voiceOf(event Event) voice {
	switch event.(type) {
	case Answered, Tried, Flagged, Reviewed, Decided, Attested, Probed, Confirmed:
		return patients
	case Consulted, Handed, Present, Gone, Noted, TaughtBack, Concluded, Amended:
		return counsellors
	case Signed:
		return signers
	default:
		return anyone
	}
}

// may says why an event cannot be made now by whoever uses the keyboard, or nil. An answer is the patient's own, and so are
// notes the counsellor's; and a record that all have signed changes by amendments alone.
func (s *Session) may(event Event) *questionnaire.Problem {
	v, c := voiceOf(event), s.consultation
	switch event.(type) {
	case Consulted, Withdrawn:
		return nil
	case Carried, Renewed:
		return s.early()
	}
	switch {
	case c == nil && (v == counsellors || v == signers || v == patients && consults(event)):
		return &questionnaire.Problem{Code: "not-here", Item: Item(event)}
	case c == nil || v == anyone:
		return nil
	case s.withdrawn > 0 && (v == signers || s.weighs(event)):
		return &questionnaire.Problem{Code: "withdrawn", Item: Item(event)}
	case v == signers:
		return s.holds(event)
	case v == patients && c.hand == ByCounsellor:
		return &questionnaire.Problem{Code: "patients-own", Item: Item(event)}
	case v == counsellors && c.hand != ByCounsellor && !hands(event):
		return &questionnaire.Problem{Code: "counsellors-own", Item: Item(event)}
	case s.weighs(event) && !amends(event) && s.signed():
		return &questionnaire.Problem{Code: "signed", Item: Item(event)}
	}
	return nil
}

// holds says why the keyboard is not with whoever signs, or nil. Interpreters and witnesses sign at any.
func (s *Session) holds(event Event) *questionnaire.Problem {
	signed, _ := event.(Signed)
	hand := s.consultation.hand
	switch {
	case signed.Role == Patient && hand != ByPatient && hand != ForPatient,
		signed.Role == Representative && hand != ByRepresentative && hand != ForPatient:
		return &questionnaire.Problem{Code: "patients-own"}
	case signed.Role == Counsellor && hand != ByCounsellor:
		return &questionnaire.Problem{Code: "counsellors-own"}
	}
	return nil
}

// early refuses what can only be before anything else happened.
func (s *Session) early() *questionnaire.Problem {
	if n := len(s.entries); n > 0 {
		switch s.entries[n-1].Event.(type) { // and so all before it
		case Started, Carried:
			return nil
		}
	}
	return &questionnaire.Problem{Code: "not-here"}
}

func hands(event Event) bool  { _, ok := event.(Handed); return ok }
func amends(event Event) bool { _, ok := event.(Amended); return ok }

// consults reports whether the event of a patient can be only in a consultation.
func consults(event Event) bool {
	switch event.(type) {
	case Probed, Confirmed:
		return true
	}
	return false
}

// pen gives the scribe that writes an event: as whoever's word it is.
func (s *Session) pen(event Event) Scribe {
	w, c := s.scribe, s.consultation
	if opened, ok := event.(Consulted); ok {
		w.Role, w.Actor = Counsellor, opened.Counsellor.Name
		return w
	}
	if c == nil {
		return w
	}
	v := voiceOf(event)
	signed, _ := event.(Signed)
	switch {
	case v == signers:
		w.Role, w.Actor = signed.Role, signed.Name
		if c.hand == ForPatient && (signed.Role == Patient || signed.Role == Representative) {
			w.Typist = Typist{Name: c.counsellor.Name, Why: c.why}
		}
	case v == counsellors || c.hand == ByCounsellor:
		w.Role, w.Actor = Counsellor, c.counsellor.Name
	case c.hand == ByRepresentative:
		w.Role, w.Actor = Representative, s.name(Representative)
	case c.hand == ForPatient:
		w.Role, w.Actor, w.Typist = Patient, "", Typist{Name: c.counsellor.Name, Why: c.why}
	default:
		w.Role, w.Actor = Patient, ""
	}
	return w
}

// spoken reports whether an entry was written as whoever's word it is. What was done with a record is written by anyone.
func (s *Session) spoken(e Entry) bool {
	if s.consultation == nil {
		if _, opens := e.Event.(Consulted); opens {
			return e.Role == Counsellor
		}
		return voiceOf(e.Event) != patients || e.Role == Patient
	}
	w := s.pen(e.Event)
	return voiceOf(e.Event) == anyone || e.Role == w.Role && e.Actor == w.Actor && e.Typist == w.Typist
}
