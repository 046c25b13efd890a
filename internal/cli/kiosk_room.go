package cli

import (
	"context"
	"fmt"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/region"
	"informed/internal/tui"
)

// waitingRoom is all that a kiosk needs, opened.
type waitingRoom struct {
	archive
	languages []tui.Language
}

// prepare opens all that a kiosk needs. The caller closes it.
func (s System) prepare(ctx context.Context, place app.Kiosk) (waitingRoom, error) {
	keeping, err := s.keepingOf(place)
	if err != nil {
		return waitingRoom{}, err
	}
	here, err := s.region(wanted(place))
	if err != nil {
		return waitingRoom{}, err
	}
	var asked []*questionnaire.Questionnaire
	for _, tag := range place.Languages {
		q, err := s.asked(place, tag)
		if err != nil {
			return waitingRoom{}, err
		}
		asked = append(asked, q)
	}
	room := waitingRoom{}
	if room.archive, err = s.open(ctx, keeping); err != nil {
		return waitingRoom{}, err
	}
	for i, tag := range place.Languages {
		words, err := wordsIn(tag)
		if err != nil {
			room.Close()
			return waitingRoom{}, err
		}
		q := region.Localise(asked[i], here, s.Now(), words)
		l := tui.Language{
			Words: words, Name: words.Text("language.name"), Welcome: place.Welcome.In(tag).Text, Thanks: place.Thanks.In(tag).Text,
			Begin: func(visit string) (*records.Journal, error) {
				begin := particulars(q)
				begin.Visit = visit
				return room.Begin(ctx, q, begin)
			},
		}
		if place.Visit != nil {
			l.Visit = place.Visit.Label.In(tag).Text
		}
		room.languages = append(room.languages, l)
	}
	return room, nil
}

// asked loads the questionnaire for a language that people can choose. It must be in that language.
func (s System) asked(place app.Kiosk, tag string) (*questionnaire.Questionnaire, error) {
	q, err := load(s, place.Questionnaire.In(tag).Text)
	if err != nil {
		return nil, err
	}
	if words, err := i18n.New(q.Language); err != nil || words.Language() != tag {
		tell(s.Err, []questionnaire.Diagnostic{place.Misfit(tag, q.Language)})
		return nil, usage(fmt.Errorf("read %s: it has errors", place.File), "mend them, then start the kiosk again")
	}
	return q, nil
}
