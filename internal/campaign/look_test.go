package campaign

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"informed/internal/records"
	"informed/internal/seal"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/sqlstore"
)

// found is what is in a folder of records after a cut, looked at as the program does.
type found struct {
	fault    string              // why it could not be opened, read or gone on with; "" where all is well
	journals map[string][]string // what people did, by what they hope for
	ids      map[string]string   // of their records
	gone     map[string]bool     // ids of purged records
	copies   map[string]string   // files in the folder of copies, with their content
}

// storePath is where the records are, below the folder that a run is recorded in, and copiesPath where copies go.
const (
	storePath  = "data/informed/records.db"
	copiesPath = "copies"
)

// look opens the store below root, checks every record, and goes on with those that are not finished. It writes there.
func look(ctx context.Context, root string, keys *keyring) found {
	f := found{journals: map[string][]string{}, ids: map[string]string{}, gone: map[string]bool{}, copies: map[string]string{}}
	if err := f.look(ctx, root, keys); err != nil {
		f.fault = err.Error()
	}
	return f
}

func (f *found) look(ctx context.Context, root string, keys *keyring) error {
	files, _ := os.ReadDir(filepath.Join(root, copiesPath))
	for _, e := range files {
		b, err := os.ReadFile(filepath.Join(root, copiesPath, e.Name()))
		if err != nil {
			return err
		}
		f.copies[e.Name()] = string(b)
	}
	db, err := sqlstore.Open(ctx, filepath.Join(root, storePath))
	if err != nil {
		return err
	}
	defer db.Close()
	a := records.Archive{Store: db, Now: time.Now, Unseal: unsealer(keys)}
	if keys != nil {
		a.Seal = keys.seals.Seal
	}
	list, err := a.List(ctx)
	if err != nil {
		return err
	}
	for _, r := range list {
		if err := f.record(ctx, &a, r); err != nil {
			return fmt.Errorf("record %s with %d entries: %w", r.ID, r.Entries, err)
		}
	}
	stones, err := db.Tombstones(ctx)
	for _, stone := range stones {
		f.gone[stone.Record] = true
	}
	return err
}

// keyring opens what is sealed, and seals what is added to it.
type keyring struct {
	opens seal.Identities
	seals seal.Recipients
}

// unsealer reads sealed and plain bodies.
func unsealer(keys *keyring) func([]byte) ([]byte, error) {
	return func(body []byte) ([]byte, error) {
		if keys == nil || !seal.Sealed(body) {
			return body, nil
		}
		return keys.opens.Open(body)
	}
}

// record checks one record, reads what was done in it, and goes on with it if it is not finished.
func (f *found) record(ctx context.Context, a *records.Archive, r store.Record) error {
	seen, err := a.Verify(ctx, r.ID)
	switch {
	case err != nil:
		return err
	case !seen.Read:
		return errors.New("it could not be read")
	}
	links, err := a.Store.Links(ctx, r.ID)
	if err != nil {
		return err
	}
	entries, err := session.Open(r.ID, links, a.Unseal)
	if err != nil {
		return err
	}
	hope, did := told(entries)
	if hope != "" {
		f.journals[hope], f.ids[hope] = did, r.ID
	}
	if r.Status != session.InProgress {
		return nil
	}
	j, err := a.Resume(ctx, r.ID)
	if err != nil {
		return err
	}
	if p := j.Session().Prompt(); p.Kind == "" {
		return errors.New("it goes on nowhere")
	}
	return j.Close()
}
