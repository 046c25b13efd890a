package cli

import (
	"context"
	"fmt"
	"strings"

	"informed/internal/app"
	"informed/internal/seal"
	"informed/internal/session"
	"informed/internal/store/sqlstore"
)

func (s System) examineSettings() check {
	switch file := s.settingsPath(); {
	case file == "":
		return check{Name: "settings", State: fine, Detail: "none: HOME is not set"}
	case missing(file):
		return check{Name: "settings", State: fine, Detail: "none: there is no " + file}
	default:
		return check{Name: "settings", State: fine, Detail: file}
	}
}

func (s System) examineStore(ctx context.Context, k keeping) []check {
	a, err := s.open(ctx, keeping{file: k.file}) // whoever it is sealed for
	if err != nil {
		return []check{failing("store", err)}
	}
	defer a.Close()
	h, err := a.store.Health(ctx)
	if err != nil {
		return []check{failing("store", err)}
	}
	found := []check{sound(h)}
	list, err := a.List(ctx)
	if err != nil {
		return append(found, failing("records", err))
	}
	open := 0
	for _, r := range list {
		if r.Status == session.InProgress {
			open++
		}
	}
	return append(found, check{Name: "records", State: fine, Detail: fmt.Sprintf("%s, %d not finished", counting(len(list)), open)})
}

// sound tells of the file of records.
func sound(h sqlstore.Health) check {
	c := check{Name: "store", State: fine, Detail: fmt.Sprintf("%s: %d bytes, schema %d, SQLite %s, log %s, synchronous %d, folder %04o, file %04o",
		h.Path, h.Size, h.Schema, h.Engine, h.Journal, h.Synchronous, h.FolderMode.Perm(), h.FileMode.Perm())}
	if !h.Sound() {
		c.State, c.Hint = bad, "keep the file as it is, and take the records from a backup"
		c.Detail += strings.Join(append([]string{""}, h.Faults...), "; ")
	}
	return c
}

func (k keeping) examineSealing() check {
	_, sealed, err := k.sealer()
	switch {
	case err != nil:
		return failing("sealing", err)
	case !sealed:
		return check{"sealing", note, "answers are kept in plain: whoever can read the disk can read them",
			"set recipients: in the config file, or encrypt the disk"}
	}
	return check{Name: "sealing", State: fine, Detail: fmt.Sprintf("public keys that answers are sealed to: %d; this machine cannot read them back", len(k.recipients))}
}

// examineKey shows the public key. It makes none in a place that is not fit for records.
func (k keeping) examineKey(fit bool) check {
	public, err := k.ownKey()
	if err == nil && public == "" && fit {
		var key seal.Key
		key, err = app.SigningKey(k.key())
		public = key.Verifier()
	}
	switch {
	case err != nil:
		return failing("key", err)
	case public == "":
		return check{"key", note, "there is none yet", "it is made when the store is mended"}
	default:
		return check{Name: "key", State: fine, Detail: public}
	}
}

func failing(name string, err error) check {
	return check{Name: name, State: bad, Detail: err.Error(), Hint: hinted(err)}
}
