// Package memory keeps journals as long as the process lives. It is for tests and for looking at the program; what people
// say is kept by sqlstore.
package memory

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"informed/internal/session"
	"informed/internal/store"
)

// Store is a [store.Store] in memory.
type Store struct {
	mu      sync.Mutex
	records map[string]store.Record
	links   map[string][]session.Link
	texts   map[string][]byte
	stones  []store.Tombstone
	claimed map[string]bool
}

// New gives an empty store.
func New() *Store {
	return &Store{
		records: map[string]store.Record{}, links: map[string][]session.Link{}, texts: map[string][]byte{}, claimed: map[string]bool{},
	}
}

// enter locks the store for a caller that still waits for an answer.
func (s *Store) enter(ctx context.Context) (leave func(), err error) {
	s.mu.Lock()
	if err := ctx.Err(); err != nil {
		s.mu.Unlock()
		return nil, err
	}
	return s.mu.Unlock, nil
}

// Append implements [store.Store].
func (s *Store) Append(ctx context.Context, r store.Record, links []session.Link) error {
	if err := store.Check(r, links); err != nil {
		return fmt.Errorf("append: %w", err)
	}
	leave, err := s.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	kept := s.links[r.ID]
	fresh, ok := store.Beyond(kept, links)
	switch {
	case !ok, len(kept) == 0 && s.purged(r.ID):
		return fmt.Errorf("append to record %s: %w", r.ID, store.ErrConflict)
	case len(fresh) == 0:
		return nil
	}
	for _, l := range fresh {
		l.At, l.Body = l.At.UTC(), bytes.Clone(l.Body)
		kept = append(kept, l)
	}
	for _, t := range []*time.Time{&r.Consulted, &r.Started, &r.Updated} {
		*t = t.UTC().Truncate(time.Millisecond)
	}
	s.links[r.ID], s.records[r.ID] = kept, r
	return nil
}

func (s *Store) purged(id string) bool {
	return slices.ContainsFunc(s.stones, func(t store.Tombstone) bool { return t.Record == id })
}

// Links implements [store.Store].
func (s *Store) Links(ctx context.Context, id string) ([]session.Link, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	links := slices.Clone(s.links[id])
	if len(links) == 0 {
		return nil, fmt.Errorf("record %s: %w", id, store.ErrNotFound)
	}
	for i := range links {
		links[i].Body = bytes.Clone(links[i].Body)
	}
	return links, nil
}

// Record implements [store.Store].
func (s *Store) Record(ctx context.Context, id string) (store.Record, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return store.Record{}, err
	}
	defer leave()
	r, ok := s.records[id]
	if !ok {
		return store.Record{}, fmt.Errorf("record %s: %w", id, store.ErrNotFound)
	}
	return r, nil
}

// Records implements [store.Store].
func (s *Store) Records(ctx context.Context) ([]store.Record, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return slices.SortedFunc(maps.Values(s.records), func(a, b store.Record) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
	}), nil
}

// Unfinished implements [store.Store].
func (s *Store) Unfinished(ctx context.Context, questionnaire string, most int) ([]store.Record, error) {
	all, err := s.Records(ctx)
	all = slices.DeleteFunc(all, func(r store.Record) bool {
		return r.Questionnaire != questionnaire || r.Status != session.InProgress || r.Stage != store.Unconsulted
	})
	return all[:min(len(all), most)], err
}

// Consultations implements [store.Store].
func (s *Store) Consultations(ctx context.Context, most int) ([]store.Record, error) {
	all, err := s.Records(ctx)
	all = slices.DeleteFunc(all, func(r store.Record) bool { return r.Stage != store.Consulting })
	return all[:min(len(all), most)], err
}

// Keep implements [store.Store].
func (s *Store) Keep(ctx context.Context, hash string, text []byte) error {
	leave, err := s.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	if kept, ok := s.texts[hash]; ok && !bytes.Equal(kept, text) {
		return fmt.Errorf("keep the text %s: there is another: %w", hash, store.ErrDamaged)
	}
	s.texts[hash] = bytes.Clone(text)
	return nil
}

// Text implements [store.Store].
func (s *Store) Text(ctx context.Context, hash string) ([]byte, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	text, ok := s.texts[hash]
	if !ok {
		return nil, fmt.Errorf("text %s: %w", hash, store.ErrNotFound)
	}
	return bytes.Clone(text), nil
}

// Purge implements [store.Store].
func (s *Store) Purge(ctx context.Context, t store.Tombstone) error {
	leave, err := s.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	r, ok := s.records[t.Record]
	switch {
	case !ok:
		return fmt.Errorf("purge record %s: %w", t.Record, store.ErrNotFound)
	case r.Entries != t.Entries || r.Head != t.Head:
		return fmt.Errorf("purge record %s: %w", t.Record, store.ErrConflict)
	}
	t.At = t.At.UTC().Truncate(time.Millisecond)
	delete(s.records, t.Record)
	delete(s.links, t.Record)
	s.stones = append(s.stones, t)
	return nil
}

// Tombstones implements [store.Store].
func (s *Store) Tombstones(ctx context.Context) ([]store.Tombstone, error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return slices.SortedStableFunc(slices.Values(s.stones), func(a, b store.Tombstone) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Record, b.Record))
	}), nil
}

// Claim implements [store.Store]. There are no other processes to claim it from.
func (s *Store) Claim(ctx context.Context, id string) (release func() error, err error) {
	if err := store.CheckID(id); err != nil {
		return nil, fmt.Errorf("claim: %w", err)
	}
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	if s.claimed[id] {
		return nil, fmt.Errorf("claim record %s: %w", id, store.ErrClaimed)
	}
	s.claimed[id] = true
	return sync.OnceValue(func() error {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.claimed, id)
		return nil
	}), nil
}

// Close implements [store.Store]. What was kept is gone with the store itself.
func (s *Store) Close() error { return nil }
