package plain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
)

// Options is what a sitting by lines needs.
type Options struct {
	In     io.Reader // not to be read by anyone else, not even afterwards
	Out    io.Writer
	Width  int // of the terminal in cells; lines are at most 72 wide, also where it is 0
	Begin  Begin
	Offer  *records.Journal // an unfinished record that the person is asked about first; nil where there is none
	Desk   *records.Desk    // where a counsellor says what to open; nil where Begin opens it
	Words  *i18n.Words
	Copies app.Copies // what is saved at the end, and where
	Now    func() time.Time
}

// Begin opens the journal of a sitting. It is called once it is known that the person does not go on with an older one.
type Begin func(context.Context) (*records.Journal, error)

// End is how a sitting ended.
type End int

// Finished: the person came to the end. Stopped: they stopped before. Unsaved: they stopped because their last step could
// not be saved. Interrupted: the context was cancelled. InputEnded: there was no more input.
const (
	Finished End = iota
	Stopped
	Unsaved
	Interrupted
	InputEnded
)

// Result is what came of a sitting.
type Result struct {
	End     End
	Journal *records.Journal // the one that was used: what Begin gave, or Offer; nil where the person chose neither
	Written []app.Target     // copies that were saved
	Fault   error            // why the last step is not saved, where it is not
}

var (
	errFinished = errors.New("finished")
	errStopped  = errors.New("stopped")
)

// Run goes through the session with a person until they finish or stop, until the input ends, or until ctx is cancelled.
// The error is about a record that cannot be begun, input that cannot be read or output that cannot be written. Whoever
// calls it closes the journals.
func Run(ctx context.Context, o Options) (Result, error) {
	c := &conversation{Options: o, ctx: ctx, page: newPage(o.Out, o.Width), input: newLines(o.In)}
	defer c.input.stop()
	if o.Offer == nil && o.Desk == nil {
		if err := c.begin(); err != nil {
			return Result{}, err
		}
	}
	end, err := c.ended(c.sit())
	result := Result{End: end, Journal: c.journal, Written: c.written, Fault: c.fault}
	if broken := c.page.flush(); broken != nil {
		err = broken
	}
	if err != nil {
		return result, fmt.Errorf("ask line by line: %w", err)
	}
	return result, nil
}

// conversation is one person at one terminal.
type conversation struct {
	Options
	ctx     context.Context // of this one call of Run
	page    *page
	input   *lines
	journal *records.Journal     // what is walked; nil until the person has chosen
	section *questionnaire.Entry // whose title was printed last
	written []app.Target
	fault   error // why the last step is not saved
	all     bool  // the agenda is read out with what is settled
}

// Session gives the session that is walked.
func (c *conversation) Session() *session.Session { return c.journal.Session() }

func (c *conversation) begin() error {
	j, err := c.Begin(c.ctx)
	if err == nil {
		c.journal = j
	}
	return err
}

// sit is all of the sitting. It returns only with an error: errFinished where all went well.
func (c *conversation) sit() error {
	if err := c.open(); err != nil {
		return err
	}
	err := c.walk()
	if errors.Is(err, errFinished) || errors.Is(err, errStopped) {
		if unsaved := c.keep(); unsaved != nil {
			return unsaved
		}
	}
	return err
}

// open lets the person choose what to go through, where there is a choice.
func (c *conversation) open() error {
	switch {
	case c.journal != nil:
		return nil
	case c.Desk != nil:
		return c.desk()
	default:
		return c.offer()
	}
}

// walk goes from screen to screen. It returns only with an error: errFinished where all went well.
func (c *conversation) walk() error {
	for {
		var err error
		switch p := c.Session().Prompt(); {
		case c.Session().Consulting():
			err = c.consult(p)
		case p.Kind == session.Done:
			err = c.finish()
		default:
			err = c.screen(p)
		}
		if err != nil {
			return err
		}
	}
}

// screen shows a prompt and reads lines until the session is elsewhere.
func (c *conversation) screen(p session.Prompt) error {
	c.show(p)
	for {
		line, err := c.read()
		if err != nil {
			return err
		}
		moved, err := c.take(c.Session().Prompt(), line)
		if moved || err != nil {
			return err
		}
	}
}

// read has saved what was done, brings all that was said to the person, and waits for a line.
func (c *conversation) read() (string, error) {
	if err := c.keep(); err != nil {
		return "", err
	}
	return c.hear()
}

// hear brings all that was said to the person and waits for a line.
func (c *conversation) hear() (string, error) {
	if err := c.page.flush(); err != nil {
		return "", err
	}
	line, err := c.input.line(c.ctx)
	c.page.space()
	return text.CleanLine(line), err
}

// say writes one of the program's sentences.
func (c *conversation) say(id string, data ...map[string]any) { c.page.say(c.Words.Text(id, data...)) }

// refuse says why an answer was not taken, and what to type.
func (c *conversation) refuse(p session.Prompt, problem *questionnaire.Problem) {
	code := problem.Code
	if code == "required" && p.Kind == session.Attest {
		code = "name-required"
	}
	c.say("problem."+code, problem.Data)
	c.legend(p)
}

func (c *conversation) summary() summary.Summary {
	return summary.Build(c.Session().Questionnaire(), c.Session().Record(), c.Words)
}
