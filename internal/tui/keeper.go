package tui

import (
	"context"
	"errors"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/records"
	"informed/internal/session"
)

// keeper saves a journal, once at a time.
type keeper struct {
	ctx      context.Context // of this one call of Run
	turn     chan struct{}   // holds a token while something is being saved
	soon     time.Duration   // how long a save may take without a word
	patience time.Duration   // how long the end of a sitting may be held up by its last save
}

func newKeeper(ctx context.Context) keeper {
	return keeper{ctx: ctx, turn: make(chan struct{}, 1), soon: time.Second, patience: 2 * time.Second}
}

// saved is the result of a save.
type saved struct{ err error }

// slow means that a save takes its time.
type slow struct{}

// save gives the command that saves the journal, and says so if that takes long. Nothing else may use the journal until it
// is done.
func (k keeper) save(j *records.Journal) tea.Cmd {
	done := make(chan struct{})
	save := func() tea.Msg {
		k.turn <- struct{}{}
		defer func() { <-k.turn }()
		defer close(done)
		return saved{j.Save(k.ctx)}
	}
	tell := func() tea.Msg {
		select {
		case <-done:
			return nil
		case <-time.After(k.soon):
			return slow{}
		}
	}
	return tea.Batch(save, tell)
}

var errBusy = errors.New("save the answers: the disk does not answer")

// leave notes that the sitting was left, and saves that together with all that is not saved yet. It is called once the
// program has ended, also while a save may still be under way. The error is about what the person did: where the note
// alone is not saved, nothing is lost.
func (k keeper) leave(j *records.Journal, why session.Reason) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(k.ctx), k.patience)
	defer cancel()
	select {
	case k.turn <- struct{}{}:
		defer func() { <-k.turn }()
	case <-ctx.Done():
		return errBusy
	}
	pending := j.Pending()
	if err := j.Leave(ctx, why); pending {
		return err
	}
	return nil
}
