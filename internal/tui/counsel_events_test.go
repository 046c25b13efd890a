package tui

import (
	"errors"
	"math/rand/v2"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
)

// places are where a counsellor may be when anything happens.
func places(t *testing.T) []func(w, h int) *desk {
	lobbyOf := func(counsellor session.Party) func(w, h int) *desk {
		return func(w, h int) *desk {
			l := &lobby{list: waitingRecords(t), newer: &records.Newer{Questionnaire: next(t)}}
			d := l.stand(t, w, h, counsellor, records.Wish{})
			d.sitting.Desk.Renew = func(session.Party, string, records.Newer) (*records.Journal, error) {
				return nil, errors.New("the disk is full")
			}
			return d
		}
	}
	at := func(decision string, begin func(*session.Session)) func(w, h int) *desk {
		return func(w, h int) *desk { return counselled(t, w, h, decision, begin) }
	}
	return []func(w, h int) *desk{
		lobbyOf(session.Party{}), lobbyOf(nadia),
		at("agree", func(s *session.Session) { s.ToPeople() }),
		at("agree", come(noor, dara)), at("agree", come(sam)), at("decline", come()),
		at("agree", func(s *session.Session) { s.Ask("trust") }),
		func(w, h int) *desk { return renewed(t, w, h) },
	}
}

// byCounsellor makes something that may happen at any moment in front of a counsellor.
func byCounsellor(r *rand.Rand, d *desk) tea.Msg {
	keys := []string{"d", "p", "4", "5", "6", "N", "o", "r", "enter", "down", "1", "2"}
	if r.IntN(3) == 0 {
		return keyOf(keys[r.IntN(len(keys))])
	}
	return event(r, d)
}

// Whatever a counsellor does, the frames stay sound, and the journal is one that a session takes: every word in it is of who
// says it.
func TestNoEventBreaksAConsultation(t *testing.T) {
	kinds := map[session.Kind]int{}
	rounds := uint64(24)
	if testing.Short() {
		rounds = 8
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(seed, 6))
		places := places(t)
		d := places[seed%uint64(len(places))](40+r.IntN(121), 15+r.IntN(30))
		d.sitting.Copies.Out = app.Stdout
		for range 250 {
			msg := byCounsellor(r, d)
			if size, ok := msg.(tea.WindowSizeMsg); ok {
				d.w, d.h = size.Width, size.Height
			}
			if d.send(msg) {
				break
			}
			sound(t, d)
			if d.sitting.Journal != nil {
				kinds[d.sitting.Session().Prompt().Kind]++
			}
		}
		if d.sitting.Journal == nil {
			continue
		}
		s := d.sitting.Session()
		if _, err := session.Replay(s.Questionnaire(), s.Entries(), session.Scribe{Now: tick()}); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
	for _, kind := range []session.Kind{session.Agenda, session.Discuss, session.People, session.Signing, session.Difference, session.Question} {
		if kinds[kind] == 0 && !testing.Short() {
			t.Errorf("no event happened at %s: the test shows less than it says", kind)
		}
	}
	t.Log(kinds)
}
