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
	store *sqlstore.Store
}

// errNoRecords means that there is no store yet.
var errNoRecords = errors.New("there are no records yet")

func addIdentityFlag(flags *pflag.FlagSet) {
	flags.StringArray("identity", nil, "read sealed records with the key in `FILE`, as age-keygen makes it; may be given again")
}

// archive opens the store that a command is about, to look after records as staff. It makes none: where there is no store,
// the error is errNoRecords. The caller closes it.
func (s System) archive(ctx context.Context, cmd *cobra.Command) (archive, error) {
	places, err := s.sources(cmd.Flags())
	if err != nil {
		return archive{}, err
	}
	k, err := s.keeping(places)
	if err != nil {
		return archive{}, err
	}
	if k.file == "" {
		return archive{}, usage(errors.New("look after records: no store is set"), "take no-store away, or name a store with --store FILE")
	}
	if _, err := os.Stat(k.file); errors.Is(err, fs.ErrNotExist) {
		return archive{keeping: k}, fmt.Errorf("open %s: %w", k.file, errNoRecords)
	}
	a, err := s.open(ctx, k)
	if err != nil {
		return a, err
	}
	a.Role, a.Actor = session.Staff, s.User()
	if files, _ := cmd.Flags().GetStringArray("identity"); len(files) > 0 {
		identities, err := app.Identities(files)
		if err != nil {
			a.Close()
			return a, &exit{status: statusUsage, err: err}
		}
		a.Unseal = unsealer(identities)
	}
	return a, nil
}

// open opens the store, and makes it where it is not there.
func (s System) open(ctx context.Context, k keeping) (archive, error) {
	sealer, sealed, err := k.sealer()
	if err != nil {
		return archive{}, err
	}
	db, err := sqlstore.Open(ctx, k.file)
	if err != nil {
		return archive{}, &app.Fault{Err: fmt.Errorf("open the records in %s: %w", k.file, err), Hint: storeHint(err)}
	}
	a := archive{Archive: &records.Archive{Store: db, Now: s.Now}, keeping: k, store: db}
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
	case errors.Is(err, store.ErrPlace):
		return "mend that, or use another place with --store FILE"
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
