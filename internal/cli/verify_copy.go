package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"informed/internal/app"
	"informed/internal/seal"
	"informed/internal/session"
	"informed/internal/store"
)

// maxCopy bounds a copy, in bytes.
const maxCopy = 64 << 20

// Errors about a copy that is whole or not, and about a record that should be beside it.
var (
	errChanged = errors.New("the copy is not to be relied on")
	errMissing = errors.New("the record is missing")
)

// checkCopy checks a copy by itself, and then against its record, where that is here.
func (v verifier) checkCopy(ctx context.Context, name string) (string, error) {
	data, err := app.ReadFile(name, maxCopy)
	if err != nil {
		return "", err
	}
	if seal.Sealed(data) {
		if data, err = v.opened(name, data); err != nil {
			return "", err
		}
	}
	keys := slices.Clone(v.others)
	if v.own != "" {
		keys = append(keys, v.own)
	}
	c, err := app.CheckCopy(data, keys)
	if err != nil {
		return "", usage(fmt.Errorf("--key: %w", err), hinted(err))
	}
	if c.State != app.Whole {
		return "", doubted(name, c)
	}
	more, err := v.beside(ctx, name, c)
	return fmt.Sprintf("as it was made: record %s, fingerprint %s, signed by %s; %s", c.Record, c.Fingerprint, c.Signer, more), err
}

// doubted says why a copy is not to be relied on.
func doubted(name string, c app.Checked) error {
	why, hint := "it is not as it was made", "do not rely on it; make another with informed export, if the record is still there"
	switch c.State {
	case app.Unsealed:
		why, hint = "there is no seal at its end: it is no copy, or its end was changed", "a copy has to be as it was written, to the last byte"
	case app.Unsigned:
		why, hint = "it fits its seal, but is not signed: anybody can have made it", "copies of a sitting with --no-store are not signed"
	case app.UnknownKey:
		why, hint = fmt.Sprintf("it fits its seal, but is signed by %s, whose key is not known here", c.Signer), "give the key that informed doctor prints on that machine: --key KEY"
	}
	return &app.Fault{Err: fmt.Errorf("check %s: %w: %s", name, errChanged, why), Hint: hint}
}

// opened opens a copy that was sealed.
func (v verifier) opened(name string, data []byte) ([]byte, error) {
	if v.identities == nil {
		return nil, &app.Fault{Err: fmt.Errorf("check %s: it is sealed", name), Hint: "name the file with the secret key: --identity FILE"}
	}
	plain, err := v.identities.Open(data)
	switch {
	case errors.Is(err, seal.ErrNoIdentity):
		return nil, &app.Fault{Err: fmt.Errorf("check %s: %w", name, err), Hint: "name another key with --identity FILE"}
	case err != nil:
		return nil, &app.Fault{Err: fmt.Errorf("check %s: %w: %w", name, errChanged, err), Hint: "do not rely on it"}
	}
	return plain, nil
}

// beside compares a copy with the record that it is of.
func (v verifier) beside(ctx context.Context, name string, c app.Checked) (string, error) {
	if v.Archive == nil {
		return v.lost(name, c)
	}
	f, err := v.Verify(ctx, c.Record, c.Fingerprint)
	switch {
	case errors.Is(err, store.ErrNotFound):
		if t, gone, err := v.Gone(ctx, c.Record); err != nil || gone {
			return fmt.Sprintf("the record is gone: %v", purged(t)), err
		}
		return v.lost(name, c)
	case err != nil:
		return "", &app.Fault{Err: fmt.Errorf("check %s: %w", name, err), Hint: hinted(err)}
	case f.Read && f.Fingerprint == c.Fingerprint:
		return "the record is whole", nil
	case f.Status == session.Retracted:
		return "the record is whole, and is WITHDRAWN", nil
	case f.Read:
		return "the record is whole, and WENT ON SINCE: make a new copy", nil
	default:
		return "the record is whole; it is sealed, so it is not known whether it went on since", nil
	}
}

// lost tells a record of another machine from one that was made here, and should still be here.
func (v verifier) lost(name string, c app.Checked) (string, error) {
	if v.own == "" || !strings.HasPrefix(v.own, c.Signer+"+") {
		return "the record is not here", nil
	}
	return "", &app.Fault{
		Err:  fmt.Errorf("check %s: %w: this copy of %s was made here and is as it was, but the record is not here and was not purged", name, errMissing, c.Record),
		Hint: "see whether this is the right store; else its records were taken away, or put back to an older state",
	}
}
