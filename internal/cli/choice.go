package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"informed/internal/records"
	"informed/internal/store"
)

// choice is which records are to be purged, and why.
type choice struct {
	named  []string
	before time.Time // for all that nothing was added to since, where none is named
	why    string
	whole  bool // ids have to be whole, as nobody is asked
}

func (s System) choice(cmd *cobra.Command, named []string, older string, yes bool) (choice, error) {
	places, err := s.sources(cmd.Flags())
	if err != nil {
		return choice{}, err
	}
	retention, from := places.pick("retention")
	if cmd.Flags().Changed("older-than") {
		retention, from = older, "--older-than"
	}
	switch {
	case len(named) > 0 && from == "--older-than":
		return choice{}, usage(errors.New("purge records: both names and --older-than were given"), "give one of them")
	case len(named) > 0:
		return choice{named: named, why: "named", whole: yes}, nil
	case from == "":
		return choice{}, usage(errors.New("purge records: it is not said which"), "name them, or give --older-than 30d")
	}
	before, ok := back(s.Now(), retention)
	if !ok {
		return choice{}, usage(fmt.Errorf("%s: %q is not a time", from, retention), "write a number and d, w, m or y, such as 30d")
	}
	return choice{before: before, why: "older than " + retention}, nil
}

// of gives the chosen records, each once.
func (c choice) of(ctx context.Context, a archive) ([]store.Record, error) {
	if len(c.named) == 0 {
		return a.Older(ctx, c.before)
	}
	var found []store.Record
	for _, id := range c.named {
		r, err := a.find(ctx, id)
		if err != nil {
			return nil, err
		}
		if err := unabridged(id, r, c.whole); err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(found, func(other store.Record) bool { return other.ID == r.ID }) {
			found = append(found, r)
		}
	}
	return found, nil
}

// unabridged refuses the mere beginning of an id for what is done without asking.
func unabridged(typed string, r store.Record, whole bool) error {
	if !whole || records.Is(typed, r.ID) {
		return nil
	}
	return usage(fmt.Errorf("find the record %q: with --yes, its whole id is needed", typed), "it is "+r.ID)
}

// back goes back from now by a number of days, weeks, months or years. It refuses none, and more than anybody means.
func back(now time.Time, text string) (time.Time, bool) {
	if text == "" {
		return now, false
	}
	n, digits := 0, text[:len(text)-1]
	for _, c := range digits {
		if c < '0' || c > '9' || n > 100_000 {
			return now, false
		}
		n = n*10 + int(c-'0')
	}
	if n == 0 {
		return now, false
	}
	switch text[len(text)-1] {
	case 'd':
		return now.AddDate(0, 0, -n), true
	case 'w':
		return now.AddDate(0, 0, -7*n), true
	case 'm':
		return now.AddDate(0, -n, 0), true
	case 'y':
		return now.AddDate(-n, 0, 0), true
	default:
		return now, false
	}
}
