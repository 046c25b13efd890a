package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/seal"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/sqlstore"
)

// archive is the records as a command sees them.
type archive struct {
	*records.Archive
	keeping
	store      *sqlstore.Store
	identities *seal.Identities // secret keys that were given, nil for none
}

// Errors about a store that callers tell apart.
var (
	errNoRecords = errors.New("there are no records yet")
	errNowhere   = errors.New("it is not known where")
)

func addIdentityFlag(flags *pflag.FlagSet) {
	flags.StringArray("identity", nil, "read sealed records with the key in `FILE`, as age-keygen makes it; may be given again")
}

// archive opens the store that a command is about, to look after records as staff. It makes none: where there is no store,
// the error is errNoRecords or errNowhere, and what is known is given all the same. The caller closes it.
func (s System) archive(ctx context.Context, cmd *cobra.Command) (archive, error) {
	var a archive
	places, err := s.sources(cmd.Flags())
	if err != nil {
		return a, err
	}
	if a.identities, err = identified(cmd); err != nil {
		return a, err
	}
	if a.keeping, err = s.keeping(places); err != nil {
		return a, err
	}
	if a.file == "" {
		return a, usage(fmt.Errorf("look after records: %w: no-store is set", errNowhere), "take no-store away, or name a store with --store FILE")
	}
	if _, err := os.Stat(a.file); errors.Is(err, fs.ErrNotExist) {
		return a, &app.Fault{Err: fmt.Errorf("open %s: %w", a.file, errNoRecords), Hint: "informed begins one; --store FILE names another store"}
	} else if err != nil {
		return a, &app.Fault{Err: fmt.Errorf("open the records: %w", err), Hint: "see who may read that, or name another store with --store FILE"}
	}
	opened, err := s.open(ctx, a.keeping)
	if err != nil {
		return a, err
	}
	opened.Role, opened.Actor, opened.identities = session.Staff, s.User(), a.identities
	if a.identities != nil {
		opened.Unseal = unsealer(*a.identities)
	}
	return opened, nil
}

// missing reports that there is no such file, as far as that can be seen.
func missing(file string) bool {
	_, err := os.Stat(file)
	return errors.Is(err, fs.ErrNotExist)
}

// identified reads the secret keys that were given.
func identified(cmd *cobra.Command) (*seal.Identities, error) {
	files, _ := cmd.Flags().GetStringArray("identity")
	if len(files) == 0 {
		return nil, nil
	}
	identities, err := app.Identities(files)
	if err != nil {
		return nil, &exit{status: statusUsage, err: err}
	}
	return &identities, nil
}

// open opens the store, and makes it where it is not there.
func (s System) open(ctx context.Context, k keeping) (archive, error) {
	sealer, sealed, err := k.sealer()
	if err != nil {
		return archive{}, err
	}
	db, err := sqlstore.Open(ctx, k.file)
	if err != nil {
		return archive{}, &app.Fault{Err: fmt.Errorf("%s: %w", k.file, err), Hint: storeHint(err)}
	}
	a := archive{Archive: &records.Archive{Store: db, Now: s.Now, Flags: k.flags}, keeping: k, store: db}
	if sealed {
		a.Seal = sealer.Seal
	}
	return a, nil
}

// Close ends the use of the store.
func (a archive) Close() {
	if a.store != nil {
		a.store.Close()
	}
}

func storeHint(err error) string {
	switch {
	case errors.Is(err, store.ErrNewer):
		return "use the newer version of the program, or another store with --store FILE"
	case errors.Is(err, store.ErrFull):
		return "make room on the disk"
	case errors.Is(err, store.ErrFailing):
		return "see whether the disk is full or broken, or use another place with --store FILE"
	case errors.Is(err, store.ErrBusy):
		return "try again in a moment"
	case errors.Is(err, store.ErrPlace):
		return "name a file in a folder of its own, which only you can get into, with --store FILE"
	case errors.Is(err, store.ErrDamaged):
		return "keep the file as it is and take the records from a backup, or use another store with --store FILE"
	default:
		return "use another place with --store FILE, or keep nothing with --no-store"
	}
}

// unsealer reads sealed bodies with the keys, and plain ones as they are.
func unsealer(keys seal.Identities) func([]byte) ([]byte, error) {
	return func(body []byte) ([]byte, error) {
		if !seal.Sealed(body) {
			return body, nil
		}
		plain, err := keys.Open(body)
		if errors.Is(err, seal.ErrNoIdentity) {
			err = fmt.Errorf("%w for other keys", records.ErrSealed)
		}
		return plain, err
	}
}
