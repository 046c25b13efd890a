package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/store"
)

func newVerify(s System) *cobra.Command {
	var keys []string
	var all bool
	verify := &cobra.Command{
		Use:   "verify FILE-OR-RECORD...",
		Short: "Find out whether a copy, or a record, is as it was made",
		Long: `Find out whether a copy, or a record on this machine, is as it was made. A copy has to be signed with the key of this
machine, or with one that --key gives; informed doctor prints the key of a machine. Where the record is here, too, the
copy has to be of it, and the record has to be whole. Where this machine signed the copy, the record has to be here, or
to have been purged.

A record is whole when each of its entries follows from the one before. What was cut off at its end, or made anew from
its start by someone who can write here, shows only beside a fingerprint from elsewhere: one that stands on a copy.
The exit status is 4 where anything is not as it was made.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if all {
				return nil
			}
			return counted(1, -1)(cmd, args)
		},
		ValidArgsFunction: s.completeRecords(anyRecord, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil && !errors.Is(err, errNoRecords) && !errors.Is(err, errNowhere) {
				return err
			}
			defer a.Close()
			own, err := a.ownKey()
			if err != nil {
				return err
			}
			if all {
				ids, err := a.ids(cmd.Context())
				if err != nil {
					return err
				}
				args = append(args, ids...)
			}
			return s.verify(cmd.Context(), verifier{archive: a, own: own, others: keys}, args)
		},
	}
	verify.Flags().StringArrayVar(&keys, "key", nil, "trust the public `KEY` of another machine, as informed doctor prints it there; may be given again")
	verify.Flags().BoolVar(&all, "all", false, "check every record on this machine, too")
	addStoreFlag(verify.Flags())
	addIdentityFlag(verify.Flags())
	return verify
}

// ids gives the ids of all records, none where there is no store.
func (a archive) ids(ctx context.Context) ([]string, error) {
	if a.Archive == nil {
		return nil, nil
	}
	list, err := a.List(ctx)
	var ids []string
	for _, r := range list {
		ids = append(ids, r.ID)
	}
	return ids, err
}

// verifier is what copies and records are checked with.
type verifier struct {
	archive          // without an Archive where there are no records
	own     string   // public key of this machine, "" where it has none
	others  []string // public keys of other machines
}

// ownKey gives the public key of this machine, "" where it has none yet.
func (k keeping) ownKey() (string, error) {
	if k.file == "" {
		return "", nil
	}
	if missing(k.key()) {
		return "", nil
	}
	key, err := app.SigningKey(k.key())
	if err != nil {
		return "", err
	}
	return key.Verifier(), nil
}

// verify checks all that is named, also after one that is not whole. That one is what the exit status tells of.
func (s System) verify(ctx context.Context, v verifier, names []string) error {
	status := statusDone
	for _, name := range names {
		said, err := v.check(ctx, name)
		if err == nil {
			if _, err := fmt.Fprintf(s.Out, "%s: %s\n", name, said); err != nil {
				return output(err)
			}
			continue
		}
		failed := finish(s.Err, err)
		if errors.Is(err, errChanged) || errors.Is(err, errMissing) || errors.Is(err, records.ErrChanged) {
			failed = statusChanged
		}
		if status != statusChanged {
			status = failed
		}
	}
	if status != statusDone {
		return &exit{status: status}
	}
	return nil
}

// check takes a name for that of a file, where there is one, and else for that of a record.
func (v verifier) check(ctx context.Context, name string) (string, error) {
	if !missing(name) {
		return v.checkCopy(ctx, name)
	}
	if v.Archive == nil {
		return "", &app.Fault{Err: fmt.Errorf("check %s: there is no such file, and there are no records here", name), Hint: "check the name and the folder"}
	}
	r, err := v.find(ctx, name)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return "", &app.Fault{Err: fmt.Errorf("check %s: there is no such file and no such record", name), Hint: "informed records list shows the records"}
	case err != nil:
		return "", err
	}
	f, err := v.Verify(ctx, r.ID)
	if err != nil {
		return "", err
	}
	if !f.Read {
		return fmt.Sprintf("whole: %d entries, last hash %s; sealed, so neither its answers nor its status were read", f.Entries, f.Head), nil
	}
	return fmt.Sprintf("whole: %d entries, %s, last hash %s", f.Entries, f.Status, f.Head), nil
}
