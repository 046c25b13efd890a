package records

import (
	"errors"

	"informed/internal/store"
)

// Cause tells in a code why something could not be kept, for those who have words for it: "full", "read-only", "changed"
// where someone else wrote to the record, or "other".
func Cause(err error) string {
	switch {
	case errors.Is(err, store.ErrFull):
		return "full"
	case errors.Is(err, store.ErrReadOnly):
		return "read-only"
	case errors.Is(err, store.ErrConflict), errors.Is(err, store.ErrClaimed):
		return "changed"
	default:
		return "other"
	}
}

// Stored reports whether there is a record of the journal in the store.
func (j *Journal) Stored() bool { return j.record.Entries > 0 }
