package sqlstore

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Health is what can be said of a file of records without knowing what is in it.
type Health struct {
	Path        string // of the file
	Engine      string // version of SQLite
	Schema      int    // version of the schema
	Journal     string // how changes get into the file, as it is really set: "wal"
	Synchronous int    // as it is really set: 2 waits for the disk at every commit
	FolderMode  fs.FileMode
	FileMode    fs.FileMode
	Size        int64    // of the file, in bytes
	Log         int64    // of what is not in the file yet, in bytes
	Faults      []string // what a look at every page found, none in a sound file
}

// Sound reports whether records are safe there from a power cut, and from the eyes of others.
func (h Health) Sound() bool {
	return len(h.Faults) == 0 && h.Journal == "wal" && h.Synchronous >= 2 && h.FolderMode.Perm()&0o077 == 0 && h.FileMode.Perm()&0o077 == 0
}

// Health looks at every page of the file, which takes a while where there are many records.
func (s *Store) Health(ctx context.Context) (Health, error) {
	h := Health{Path: s.path}
	if err := h.settings(ctx, s); err != nil {
		return h, s.dialect.wrong(ctx, "look at the records", err)
	}
	if err := h.files(); err != nil {
		return h, err
	}
	return h, nil
}

func (h *Health) settings(ctx context.Context, s *Store) error {
	found, err := one(ctx, s.db, scanIdentity, s.dialect.identity)
	if err != nil {
		return err
	}
	h.Engine, h.Schema = found.engine, found.schema
	if h.Journal, err = one(ctx, s.db, column[string], `PRAGMA journal_mode`); err != nil {
		return err
	}
	if h.Synchronous, err = one(ctx, s.db, column[int], `PRAGMA synchronous`); err != nil {
		return err
	}
	pages, err := list(ctx, s.db, column[string], `PRAGMA integrity_check(10)`)
	if err != nil {
		return err
	}
	if len(pages) != 1 || pages[0] != "ok" {
		h.Faults = append(h.Faults, pages...)
	}
	lost, err := list(ctx, s.db, column[string], `SELECT "table" FROM pragma_foreign_key_check`)
	if err != nil {
		return err
	}
	if len(lost) > 0 {
		h.Faults = append(h.Faults, fmt.Sprintf("%d entries belong to no record", len(lost)))
	}
	return nil
}

func (h *Health) files() error {
	folder, err := os.Stat(filepath.Dir(h.Path))
	if err != nil {
		return explainSystem("look at the folder of the records", err)
	}
	file, err := os.Lstat(h.Path)
	if err != nil {
		return explainSystem("look at the file of records", err)
	}
	h.FolderMode, h.FileMode, h.Size = folder.Mode(), file.Mode(), file.Size()
	if log, err := os.Lstat(h.Path + "-wal"); err == nil {
		h.Log = log.Size()
	}
	return nil
}
