// Package store is where journals are kept: links in order, what is known of a record without reading it, and the texts
// that records are about. A Store never reads a body: it cannot tell sealed ones from plain.
//
// The package holds the interface alone; memory and sqlstore keep it, and storetest holds what every Store must do. It is
// not for saying what entries mean (session) nor for keys (seal).
package store

import (
	"context"
	"errors"
	"time"

	"informed/internal/session"
)

// Record is what is known of a record without reading it.
type Record struct {
	ID            string
	Questionnaire string // id
	Version       string
	Text          string // hash of the questionnaire's text
	Region        string // hash of the region's text, "" for none
	Status        session.Status
	Stage         Stage     // how far a consultation about it has come
	Consulted     time.Time // when a counsellor first sat down with it; zero where none did
	Started       time.Time // of the first entry
	Updated       time.Time // of the last
	Entries       int
	Head          string // hash of the last entry
}

// Stage is how far a consultation about a record has come. It says nothing of what was talked about.
type Stage string

// The stages. A record that was withdrawn has none, whoever sat with it before.
const (
	Unconsulted Stage = ""
	Consulting  Stage = "open"
	Signed      Stage = "signed" // by all who must
)

// Tombstone stands where a record was purged.
type Tombstone struct {
	Record  string
	At      time.Time
	By      string // who purged it
	Why     string
	Entries int
	Head    string
}

// Store keeps journals. Its methods may be called from several goroutines, and several processes may share what it keeps.
// When a method returns nil, what it wrote is on the disk; when it returns an error, nothing has changed.
type Store interface {
	// Append adds links to the record that r describes as it is with them. Links that begin at 1 make a new record. It fails
	// with ErrConflict where the record does not end right before them, or was purged; the same links once more are no
	// conflict, and change nothing, and the first of them may be there already. What Check refuses is never kept.
	Append(ctx context.Context, r Record, links []session.Link) error
	// Links gives the whole journal of a record, in order, or ErrNotFound.
	Links(ctx context.Context, id string) ([]session.Link, error)
	// Record gives what is known of a record, or ErrNotFound.
	Record(ctx context.Context, id string) (Record, error)
	// Records lists all records, the last updated first.
	Records(ctx context.Context) ([]Record, error)
	// Unfinished lists at most so many records of a questionnaire that are in progress and in no consultation, the last
	// updated first.
	Unfinished(ctx context.Context, questionnaire string, most int) ([]Record, error)
	// Consultations lists at most so many records whose consultation is open, the last updated first.
	Consultations(ctx context.Context, most int) ([]Record, error)
	// Keep keeps a text under its hash. Texts are kept once and never change: another text of that hash is ErrDamaged.
	Keep(ctx context.Context, hash string, text []byte) error
	// Text gives the text of a hash, or ErrNotFound.
	Text(ctx context.Context, hash string) ([]byte, error)
	// Purge takes a record away for good and leaves t in its place. It fails with ErrNotFound, or with ErrConflict where the
	// record does not end as t says.
	Purge(ctx context.Context, t Tombstone) error
	// Tombstones lists what was purged, the oldest first.
	Tombstones(ctx context.Context) ([]Tombstone, error)
	// Claim makes the caller the only one to write to a record, in this process and all others, until release is called or
	// the process ends in whatever way. It fails with ErrClaimed. The record need not exist yet.
	Claim(ctx context.Context, id string) (release func() error, err error)
	// Close ends the use of the store.
	Close() error
}

// Errors that callers tell apart. Their texts never hold anything of a body.
var (
	ErrNotFound = errors.New("there is no such record here")
	ErrConflict = errors.New("the record was changed by someone else")
	ErrClaimed  = errors.New("the record is open elsewhere")
	ErrNewer    = errors.New("the records were written by a newer version of this program")
	ErrFull     = errors.New("the disk is full")
	ErrReadOnly = errors.New("the place cannot be written to")
	ErrFailing  = errors.New("the disk did not do what it was told") // it fails, or there is no more room on it for this user
	ErrDamaged  = errors.New("the file of records is damaged")
	ErrPlace    = errors.New("records cannot be kept in this place")
	ErrBusy     = errors.New("another program holds the records")
)
