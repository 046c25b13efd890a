package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/plain"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/store"
	"informed/internal/store/memory"
)

// weak is a store that fails when it is told to, and then keeps nothing.
type weak struct {
	store.Store
	appends int
	fails   func(append int) error // counted from 1
	refuses int                    // claims that fail
	lies    bool                   // says that it keeps what it does not keep
	now     func() time.Time
}

func newWeak() *weak {
	return &weak{Store: memory.New(), fails: func(int) error { return nil }, now: sessiontest.Clock()}
}

func (w *weak) Append(ctx context.Context, r store.Record, links []session.Link) error {
	w.appends++
	if err := w.fails(w.appends); err != nil {
		return fmt.Errorf("write /example/records.db: %w", err)
	}
	if w.lies {
		return nil
	}
	return w.Store.Append(ctx, r, links)
}

func (w *weak) Claim(ctx context.Context, id string) (func() error, error) {
	if w.refuses > 0 {
		w.refuses--
		return nil, fmt.Errorf("write /example/claims: %w", store.ErrFull)
	}
	return w.Store.Claim(ctx, id)
}

// failing makes the store fail from one append to another.
func (w *weak) failing(from, to int, fault error) {
	w.fails = func(n int) error {
		if from <= n && n <= to {
			return fault
		}
		return nil
	}
}

func (w *weak) archive() *records.Archive { return &records.Archive{Store: w, Now: w.now} }

// begin opens a record under an id.
func (w *weak) begin(q *questionnaire.Questionnaire, id string) plain.Begin {
	return func(ctx context.Context) (*records.Journal, error) {
		return w.archive().Begin(ctx, q, session.Begin{Record: id, Language: "en", Mode: "patient"})
	}
}

// given begins with a journal that is there already.
func given(j *records.Journal) plain.Begin {
	return func(context.Context) (*records.Journal, error) { return j, nil }
}

// offer finds what was left.
func (w *weak) offer(t *testing.T, q *questionnaire.Questionnaire) *records.Journal {
	t.Helper()
	j, ok, err := w.archive().Unfinished(t.Context(), q.ID)
	if err != nil || !ok {
		t.Fatalf("nothing unfinished was found: %v", err)
	}
	return j
}

// events gives the kinds of the entries of a record as they are kept.
func (w *weak) events(t *testing.T, id string) []string {
	t.Helper()
	links, err := w.Links(context.WithoutCancel(t.Context()), id)
	if errors.Is(err, store.ErrNotFound) { // nothing is kept of who only looked in
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	entries, err := session.Open(id, links, nil)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, e := range entries {
		kinds = append(kinds, e.Kind())
	}
	return kinds
}

// hold holds a conversation of which the answers are kept. It closes what was used.
func hold(t *testing.T, o plain.Options, lines ...string) (string, plain.Result) {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	var paper bytes.Buffer
	o.In, o.Words, o.Copies, o.Now = &typist{lines, &paper}, words, app.Copies{Out: "list.md"}, sessiontest.Clock()
	if o.Out == nil {
		o.Out = &paper
	}
	result, err := plain.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if result.Journal != nil {
		result.Journal.Close()
	}
	if o.Offer != nil && o.Offer != result.Journal {
		o.Offer.Close()
	}
	return paper.String(), result
}

const two = `format: informed/v1
id: two
version: 1.0.0
title: Two questions
items:
  - {id: hope, type: string, text: "What do you hope for?"}
  - {id: sure, type: yes-no, text: "Are you sure?"}
`

func compiled(t *testing.T, text string) *questionnaire.Questionnaire {
	t.Helper()
	q, found := yamlform.Load("example.yaml", []byte(text))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

func everyType(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	text, err := os.ReadFile("../tui/testdata/every-type.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, string(text))
}
