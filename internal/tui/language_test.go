package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/i18n"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/tui/screen"
)

const corta = `format: informed/v1
id: corta
version: 1.0.0
language: es
title: Una corta
items: [{id: prometido, type: yes-no, text: "¿Le prometieron una cura?"}]
`

// bilingual is a waiting room where people can choose between two languages.
func bilingual(t *testing.T) Policy {
	t.Helper()
	policy := public()
	policy.Place.Languages = []screen.Language{spoken(t, "en", short), spoken(t, "es", corta)}
	return policy
}

func spoken(t *testing.T, tag, file string) screen.Language {
	t.Helper()
	words, err := i18n.New(tag)
	q, found := yamlform.Load(tag, []byte(file))
	if err != nil || q == nil {
		t.Fatal(err, found)
	}
	at := tick()
	return screen.Language{Words: words, Name: words.Text("language.name"), Begin: func(visit string) (*records.Journal, error) {
		return records.Unkept(session.Start(q, session.Begin{Record: "EXAMPLE", Language: tag, Mode: "patient", Visit: visit}, session.Scribe{Now: at})), nil
	}}
}

func TestALanguageIsChosenByNumberArrowsOrTouch(t *testing.T) {
	for _, keys := range []string{"2", "down down enter", "x down enter", "enter down enter", "up down enter", "down up down down enter"} {
		c := waitingRoom(t, bilingual(t))
		if !c.shows("1 English") || !c.shows("2 Español") || !c.shows("Elija su idioma") || !c.shows("Choose your language") {
			t.Fatalf("what waits is\n%s", c.shown())
		}
		c.act(strings.Fields(keys)...)
		if !c.shows("Una corta") || !c.shows("Le damos la bienvenida") || !c.shows("Enter Empezar") || c.shows("Press") {
			t.Errorf("%s does not choose Spanish:\n%s", keys, c.shown())
		}
	}
	c := waitingRoom(t, bilingual(t))
	c.now = c.now.Add(time.Second)
	y := strings.Count(c.shown()[:strings.Index(c.shown(), "2 Español")], "\n")
	c.send(tea.MouseMsg{X: 4, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if !c.shows("Una corta") {
		t.Errorf("a touch does not choose Spanish:\n%s", c.shown())
	}
}

// What a chosen language was followed by is in that language to the end: warning, number, PIN, stopping, the last screen.
func TestEverythingFollowsTheLanguage(t *testing.T) {
	policy := bilingual(t)
	policy.Staff = func(string) (bool, time.Duration, error) { return false, 0, nil }
	policy.Place.Languages[1].Thanks = "Muchas gracias."
	c := waitingRoom(t, policy)
	c.act("2", "enter")
	for _, test := range [][2]string{
		{"ctrl+q", "¿Quiere parar aquí?"}, {"esc", "¿Le prometieron"}, {"f12", "Para volver, necesita este número"},
	} {
		if c.act(test[0]); !c.shows(test[1]) {
			t.Fatalf("after %s it shows\n%s", test[0], c.shown())
		}
	}
	c.program.guard.hiding = nil
	c.program.guard.lift()
	if c.act("f10"); !c.shows("Escriba el PIN") {
		t.Errorf("the staff's pad:\n%s", c.shown())
	}
	c.act("esc")
	if c.pass(45 * time.Second); !c.shows("¿Sigue usted ahí?") {
		t.Errorf("the warning:\n%s", c.shown())
	}
	c.act("enter", "1", "enter")
	for range 9 {
		if !c.shows("Muchas gracias.") {
			c.act("enter")
		}
	}
	if !c.shows("Muchas gracias.") || !c.shows("Pulse Enter para terminar") {
		t.Errorf("the last screen:\n%s", c.shown())
	}
}

// Whoever only looked at the languages leaves a screen behind that must not stay so.
func TestAMovedFocusDoesNotStay(t *testing.T) {
	c := waitingRoom(t, bilingual(t))
	fresh := c.shown()
	if c.act("down"); c.shown() == fresh || !c.shows("> 1 English") {
		t.Fatalf("the focus does not show:\n%s", c.shown())
	}
	if !c.pass(61 * time.Second) {
		t.Error("the sitting of nobody does not end")
	}
	if c := waitingRoom(t, bilingual(t)); c.shown() != fresh {
		t.Errorf("the next one is not fresh:\n%s", c.shown())
	}
}

// Where the welcome is below the edge, the arrows that choose lead there too, and back.
func TestTheWelcomeBelowTheLanguagesCanBeRead(t *testing.T) {
	c := waitingRoom(t, bilingual(t))
	c.resize(40, 15)
	top := c.shown()
	c.act("down", "down", "down", "down", "down", "down")
	if !c.shows("gives you a checklist") {
		t.Fatalf("down shows\n%s", c.shown())
	}
	if c.act("up", "up", "up", "up", "up", "up"); !strings.Contains(c.shown(), "Choose your language: press its") {
		t.Errorf("up shows\n%s\nnot as at first\n%s", c.shown(), top)
	}
}

func TestStoppingBeforeARecordIsOpen(t *testing.T) {
	c := waitingRoom(t, bilingual(t))
	c.act("down", "ctrl+q")
	if !c.shows("Do you want to stop here?") || !c.shows("Go back") || c.shows("delete what I answered") {
		t.Fatalf("it asks\n%s", c.shown())
	}
	c.act("1", "enter")
	if !c.shows("2 Español") {
		t.Errorf("going back shows\n%s", c.shown())
	}
	c.act("ctrl+q", "2")
	if !c.act("enter") {
		t.Error("stopping does not end it")
	}
}

func TestNobodyBeginsOnAFullDiskInTheirLanguage(t *testing.T) {
	policy := bilingual(t)
	policy.Place.Languages[1].Begin = func(string) (*records.Journal, error) { return nil, store.ErrFull }
	c := waitingRoom(t, policy)
	if c.act("2"); !c.shows("Ahora no puede empezar. El disco de este equipo está lleno.") {
		t.Errorf("it shows\n%s", c.shown())
	}
	policy.Place.Languages[1].Begin = func(string) (*records.Journal, error) { return nil, errors.New("example") }
	if c.act("1"); !c.shows("A short one") {
		t.Errorf("another language cannot be chosen then:\n%s", c.shown())
	}
}

// The welcome of each language, or one for all.
func TestWhoComesIsWelcomedInEachLanguage(t *testing.T) {
	policy := bilingual(t)
	policy.Place.Languages[0].Welcome, policy.Place.Languages[1].Welcome = "**One** for all.", "**One** for all."
	if c := waitingRoom(t, policy); strings.Count(c.shown(), "One for all.") != 1 {
		t.Errorf("it shows\n%s", c.shown())
	}
	policy.Place.Languages[1].Welcome = ""
	if c := waitingRoom(t, policy); !c.shows("One for all.") || !c.shows("¿Está pensando en un tratamiento?") {
		t.Errorf("it shows\n%s", c.shown())
	}
}

// It is not known who sits there when a sitting broke off, so all languages say it.
func TestWhatWentWrongIsSaidInEachLanguage(t *testing.T) {
	policy := bilingual(t)
	policy.Place.Code = "AB12"
	c := waitingRoom(t, policy)
	if !c.shows("Something went wrong") || !c.shows("Algo ha fallado") || strings.Count(c.shown(), "AB12") != 2 {
		t.Errorf("it shows\n%s", c.shown())
	}
}
