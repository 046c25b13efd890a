package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"filippo.io/age"
)

// Errors of opening that callers tell apart.
var (
	ErrPassphrase = errors.New("the key in it is protected by a passphrase")
	ErrName       = errors.New("this is a secret key, and not the name of a file")
	ErrNotSealed  = errors.New("it is not sealed")
	ErrNoIdentity = errors.New("none of the keys opens it")
	ErrDamaged    = errors.New("it is sealed, and cut short or changed")
)

// header is how everything that age made begins.
const header = "age-encryption.org/v1\n"

// Sealed reports whether data looks like something sealed.
func Sealed(data []byte) bool { return bytes.HasPrefix(data, []byte(header)) }

// Identities are secret keys that open what was sealed to them. Printing them shows no key.
type Identities struct {
	keys []age.Identity
}

// ReadIdentities reads files of secret keys, in the form that age-keygen writes. The error names the file and the line; it
// wraps [ErrPassphrase] where a passphrase is needed, which this program never asks for, and [ErrName] where a key was given
// as the name, which is not shown.
func ReadIdentities(files ...string) (Identities, error) {
	var all Identities
	for _, name := range files {
		if secret.MatchString(name) {
			return Identities{}, fmt.Errorf("read a key file: %w", ErrName)
		}
		content, err := readSmall(name)
		if err != nil {
			return Identities{}, err
		}
		found, err := ParseIdentities(content)
		if err != nil {
			return Identities{}, fmt.Errorf("read the key file %s: %w", name, err)
		}
		all.keys = append(all.keys, found.keys...)
	}
	return all, nil
}

// secret is what a secret key looks like where the name of its file should be.
var secret = regexp.MustCompile(`(?i)^\s*AGE-SECRET-KEY-[0-9A-Z-]{40,}\s*$`)

// maxKeyFile is far more than any file of keys needs.
const maxKeyFile = 1 << 20

func readSmall(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the key file %s: %w", name, bare(err))
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxKeyFile+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the key file %s: %w", name, bare(err))
	case len(content) > maxKeyFile:
		return nil, fmt.Errorf("read the key file %s: it is too large to be one", name)
	}
	return content, nil
}

// ParseIdentities reads secret keys, one a line. Lines that are empty or begin with # are left out. There must be one key
// at least.
func ParseIdentities(content []byte) (Identities, error) {
	var found Identities
	if Sealed(content) || bytes.HasPrefix(content, []byte("-----BEGIN AGE ENCRYPTED FILE-----")) {
		return Identities{}, ErrPassphrase
	}
	n := 0
	for line := range strings.Lines(string(content)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, err := identity(line)
		if err != nil {
			return Identities{}, fmt.Errorf("line %d: %w", n, err)
		}
		found.keys = append(found.keys, key)
	}
	if len(found.keys) == 0 {
		return Identities{}, errors.New("there is no key in it")
	}
	return found, nil
}

// identity reads one key. What age says of a key that it cannot read is not passed on, as it may show parts of the key.
func identity(line string) (age.Identity, error) {
	var key age.Identity
	var err error
	switch {
	case strings.HasPrefix(line, "AGE-SECRET-KEY-PQ-1"):
		key, err = age.ParseHybridIdentity(line)
	case strings.HasPrefix(line, "AGE-SECRET-KEY-1"):
		key, err = age.ParseX25519Identity(line)
	case strings.HasPrefix(line, "AGE-PLUGIN-"):
		return nil, errors.New("keys of plugins are not taken")
	case strings.HasPrefix(line, "-----BEGIN"):
		return nil, errors.New("SSH keys are not taken")
	case strings.HasPrefix(line, "age1"):
		return nil, errors.New("this is a public key, which opens nothing")
	default:
		return nil, errors.New("this is no secret key of age")
	}
	if err != nil {
		return nil, errors.New("the secret key has a typing mistake, or a part is missing")
	}
	return key, nil
}

// Open opens what was sealed: all of it, or nothing where the end is missing or a byte is not as it was. The error wraps
// [ErrNotSealed], [ErrNoIdentity] or [ErrDamaged]. A body comes with the spaces that rounded its length up.
func (ids Identities) Open(data []byte) ([]byte, error) {
	if !Sealed(data) {
		return nil, fmt.Errorf("open: %w", ErrNotSealed)
	}
	if len(ids.keys) == 0 {
		return nil, fmt.Errorf("open: %w", ErrNoIdentity)
	}
	r, err := age.Decrypt(bytes.NewReader(data), ids.keys...)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return nil, fmt.Errorf("open: %w", ErrNoIdentity)
	case err != nil:
		return nil, fmt.Errorf("open: %w", ErrDamaged)
	}
	// age hands out the beginning before it has seen the end.
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("open: %w", ErrDamaged)
	}
	return plain, nil
}
