package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/seal"
	"informed/internal/session"
	"informed/internal/store"
)

// maxCopy bounds a copy, in bytes.
const maxCopy = 64 << 20

func newVerify(s System) *cobra.Command {
	var keys []string
	verify := &cobra.Command{
		Use:   "verify FILE-OR-RECORD...",
		Short: "Find out whether a copy, or a record, is as it was made",
		Long: `Find out whether a copy, or a record on this machine, is as it was made. A copy has to be signed with the key of this
machine, or with one that --key gives; informed doctor prints the key of a machine. Where the record is here, too, the
copy has to be of it, and the record has to be whole.

A record is whole when each of its entries follows from the one before. What was cut off at its end, or made anew from
its start by someone who can write here, shows only beside a fingerprint from elsewhere: one that stands on a copy.
The exit status is 4 where anything is not as it was made.`,
		Args: counted(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil && !errors.Is(err, errNoRecords) {
				return err
			}
			defer a.Close()
			if own, err := a.ownKey(); err != nil {
				return err
			} else if own != "" {
				keys = append(keys, own)
			}
			return s.verify(cmd, a, args, keys)
		},
	}
	verify.Flags().StringArrayVar(&keys, "key", nil, "trust the public `KEY` of another machine, as informed doctor prints it there; may be given again")
	addStoreFlag(verify.Flags())
	addIdentityFlag(verify.Flags())
	return verify
}

// ownKey gives the public key of this machine, "" where it has none yet.
func (k keeping) ownKey() (string, error) {
	if _, err := os.Stat(k.key()); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	key, err := app.SigningKey(k.key())
	if err != nil {
		return "", err
	}
	return key.Verifier(), nil
}

// errChanged means that a copy is not to be relied on.
var errChanged = errors.New("the copy is not to be relied on")

// verify checks all that is named, also after one that is not whole.
func (s System) verify(cmd *cobra.Command, a archive, names, keys []string) error {
	status := statusDone
	for _, name := range names {
		said, err := verifyOne(cmd, a, name, keys)
		if err == nil {
			if _, err := fmt.Fprintf(s.Out, "%s: %s\n", name, said); err != nil {
				return output(err)
			}
			continue
		}
		if status = finish(s.Err, err); errors.Is(err, errChanged) || errors.Is(err, records.ErrChanged) || errors.Is(err, session.ErrChain) {
			status = statusChanged
		}
	}
	if status != statusDone {
		return &exit{status: status}
	}
	return nil
}

func verifyOne(cmd *cobra.Command, a archive, name string, keys []string) (string, error) {
	if _, err := os.Stat(name); err == nil {
		return verifyCopy(cmd, a, name, keys)
	}
	if a.Archive == nil {
		return "", &app.Fault{Err: fmt.Errorf("check %s: there is no such file, and there are no records here", name), Hint: "check the name and the folder"}
	}
	r, err := a.Find(cmd.Context(), name)
	if err != nil {
		return "", &app.Fault{Err: fmt.Errorf("check %s: there is no such file and no such record", name), Hint: "informed records list shows the records"}
	}
	f, err := a.Verify(cmd.Context(), r.ID)
	if err != nil {
		return "", err
	}
	said := fmt.Sprintf("whole: %d entries, %s, last hash %s", f.Entries, f.Status, f.Head)
	if !f.Read {
		said += "; sealed, so its answers were not read"
	}
	return said, nil
}

// verifyCopy checks a copy by itself, and then against its record, where that is here.
func verifyCopy(cmd *cobra.Command, a archive, name string, keys []string) (string, error) {
	data, err := app.ReadFile(name, maxCopy)
	if err != nil {
		return "", err
	}
	if seal.Sealed(data) {
		if data, err = unsealed(cmd, name, data); err != nil {
			return "", err
		}
	}
	c, err := app.CheckCopy(data, keys)
	if err != nil {
		return "", err
	}
	if c.State != app.Whole {
		return "", doubted(name, c)
	}
	said := fmt.Sprintf("as it was made: record %s, fingerprint %s, signed by %s", c.Record, c.Fingerprint, c.Signer)
	if a.Archive == nil {
		return said + "; the record is not here", nil
	}
	more, err := beside(cmd.Context(), a, c)
	return said + more, err
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

// unsealed opens a copy that was sealed.
func unsealed(cmd *cobra.Command, name string, data []byte) ([]byte, error) {
	files, _ := cmd.Flags().GetStringArray("identity")
	if len(files) == 0 {
		return nil, &app.Fault{Err: fmt.Errorf("check %s: it is sealed", name), Hint: "name the file with the secret key: --identity FILE"}
	}
	identities, err := app.Identities(files)
	if err != nil {
		return nil, &exit{status: statusUsage, err: err}
	}
	plain, err := identities.Open(data)
	switch {
	case errors.Is(err, seal.ErrNoIdentity):
		return nil, &app.Fault{Err: fmt.Errorf("check %s: %w", name, err), Hint: "name another key with --identity FILE"}
	case err != nil:
		return nil, &app.Fault{Err: fmt.Errorf("check %s: %w: %w", name, errChanged, err), Hint: "do not rely on it"}
	}
	return plain, nil
}

// beside compares a copy with the record that it is of.
func beside(ctx context.Context, a archive, c app.Checked) (string, error) {
	f, err := a.Verify(ctx, c.Record, c.Fingerprint)
	switch {
	case errors.Is(err, store.ErrNotFound):
		if t, gone, err := a.Gone(ctx, c.Record); err == nil && gone {
			return "; the record was purged on " + minute(t.At), nil
		}
		return "; the record is not here", nil
	case err != nil:
		return "", err
	case f.Read && f.Fingerprint == c.Fingerprint:
		return "; the record is whole", nil
	case f.Status == session.Retracted:
		return "; the record is whole, and is WITHDRAWN", nil
	case f.Read:
		return "; the record is whole, and WENT ON SINCE: make a new copy", nil
	default:
		return "; the record is whole", nil
	}
}
