package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"informed/internal/app"
	"informed/internal/seal"
)

// keeping is where records are kept, and for whom they are sealed.
type keeping struct {
	file       string // of the store, "" where nothing is kept
	recipients []string
	from       string // where the recipients are set
	flags      string // by which the program finds the store again, "" where it does so by itself
}

// folder holds the store, and the signing key beside it.
func (k keeping) folder() string { return filepath.Dir(k.file) }

func (k keeping) key() string { return filepath.Join(k.folder(), "signing.key") }

func addStoreFlag(flags *pflag.FlagSet) {
	flags.String("store", "", "keep the records in `FILE`, or sqlite:FILE (default in the user's data folder)")
}

// keeping looks up where records are kept.
func (s System) keeping(places sources) (keeping, error) {
	recipients, sealing := places.pick("recipients")
	k := keeping{recipients: split(recipients), from: sealing}
	url, from := places.pick("store")
	if none, _ := places.pick("no-store"); on(none) && places.rank("no-store") <= places.rank("store") {
		return k, nil
	}
	if url == "" {
		folder, err := s.dataFolder()
		if err != nil {
			return k, err
		}
		k.file = filepath.Join(folder, "records.db")
		return k, nil
	}
	scheme, rest, found := strings.Cut(url, ":")
	switch {
	case found && scheme == "sqlite":
		url = strings.TrimPrefix(rest, "//")
	case strings.Contains(url, "://"):
		return k, usage(fmt.Errorf("%s: there is no store of the kind %q", from, scheme), "name a file, or sqlite:FILE")
	}
	file, err := filepath.Abs(url)
	if url == "" || err != nil {
		return k, usage(fmt.Errorf("%s: the name of the file is missing", from), "name a file, or sqlite:FILE")
	}
	if from == "--store" {
		k.flags = "--store " + quoted(file)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return k, usage(fmt.Errorf("%s: %s is a folder", from, file), "name a file in a folder of its own, such as "+filepath.Join(file, "informed", "records.db"))
	}
	k.file = file
	return k, nil
}

// dataFolder is where a user's programs keep what they must not lose.
func (s System) dataFolder() (string, error) {
	folder := s.Env("XDG_DATA_HOME")
	if !filepath.IsAbs(folder) {
		home := s.Env("HOME")
		if home == "" {
			return "", usage(fmt.Errorf("keep records: %w: HOME is not set", errNowhere), "name a file with --store FILE, or keep nothing with --no-store")
		}
		folder = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(folder, "informed"), nil
}

// sealer gives how bodies and copies are sealed; ok is false where they are not.
func (k keeping) sealer() (r seal.Recipients, ok bool, err error) {
	if len(k.recipients) == 0 && k.from != "" {
		return r, false, usage(fmt.Errorf("%s: it names no key, and answers would be kept in plain", k.from), "give public keys, or take the setting away")
	}
	if len(k.recipients) == 0 {
		return r, false, nil
	}
	if r, err = app.Recipients(k.recipients); err != nil {
		return r, false, usage(fmt.Errorf("%s: %w", k.from, err), hinted(err))
	}
	return r, true, nil
}

// notarised makes copies carry a seal that is signed with the key beside the store, and seals them where recipients are
// set.
func (k keeping) notarised(c app.Copies) (app.Copies, error) {
	if k.file != "" {
		c.Notary = app.Notary(k.key())
	}
	r, ok, err := k.sealer()
	if ok {
		c.Envelope = r.Envelope
	}
	return c, err
}

// quoted writes the name of a file so that a shell takes it as one word.
func quoted(name string) string {
	if strings.ContainsAny(name, " \t\n'\"\\$`&|;<>()*?[]#~!{}") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}
