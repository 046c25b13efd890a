package plain

import (
	"context"
	"errors"
	"fmt"
	"io"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
)

// Options is what a sitting by lines needs.
type Options struct {
	In      io.Reader // not to be read by anyone else, not even afterwards
	Out     io.Writer
	Width   int // of the terminal in cells; lines are at most 72 wide, also where it is 0
	Session *session.Session
	Words   *i18n.Words
	Copies  app.Copies // what is saved at the end, and where
}

// End is how a sitting ended.
type End int

// Finished: the person came to the end. Stopped: they stopped before. Interrupted: the context was cancelled. InputEnded:
// there was no more input.
const (
	Finished End = iota
	Stopped
	Interrupted
	InputEnded
)

// Result is what came of a sitting.
type Result struct {
	End     End
	Written []app.Target // copies that were saved
}

var (
	errFinished = errors.New("finished")
	errStopped  = errors.New("stopped")
)

// Run goes through the session with a person until they finish or stop, until the input ends, or until ctx is cancelled.
// The error is about input that cannot be read or output that cannot be written.
func Run(ctx context.Context, o Options) (Result, error) {
	c := &conversation{Options: o, ctx: ctx, page: newPage(o.Out, o.Width), input: newLines(o.In)}
	defer c.input.stop()
	err := c.walk()
	if broken := c.page.flush(); broken != nil {
		err = broken
	}
	result := Result{Written: c.written}
	switch {
	case errors.Is(err, errFinished):
	case errors.Is(err, errStopped):
		result.End = Stopped
	case errors.Is(err, errInputEnded):
		result.End = InputEnded
		c.leave("plain.ended")
	case errors.Is(err, context.Canceled):
		result.End = Interrupted
		c.leave("plain.interrupted")
	default:
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
	section *questionnaire.Entry // whose title was printed last
	written []app.Target
}

// walk goes from screen to screen. It returns only with an error: errFinished where all went well.
func (c *conversation) walk() error {
	for {
		var err error
		if p := c.Session.Prompt(); p.Kind == session.Done {
			err = c.finish()
		} else {
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
		moved, err := c.take(c.Session.Prompt(), line)
		if moved || err != nil {
			return err
		}
	}
}

// read brings all that was said to the person and waits for a line.
func (c *conversation) read() (string, error) {
	if err := c.page.flush(); err != nil {
		return "", err
	}
	line, err := c.input.line(c.ctx)
	c.page.space()
	return text.CleanLine(line), err
}

// leave says how it ended, to whoever may still be there.
func (c *conversation) leave(id string) {
	if c.Session.Record().Status == session.Complete {
		id = "saved.nothing"
	}
	c.page.space()
	c.say(id)
	c.page.flush()
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
	return summary.Build(c.Session.Questionnaire(), c.Session.Record(), c.Words)
}
