package kiosk

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// How a PIN is hashed: about a fifth of a second and 64 MiB a try. A PIN is short, so this slows down whoever has the file,
// and stops nobody for long: it opens the kiosk and never anything that patients wrote.
const (
	memory  = 64 << 10 // KiB
	passes  = 3
	lanes   = 1
	saltLen = 16
	keyLen  = 32
)

// What the hash in a file may cost at most, so that it cannot take the machine down, and at least.
const (
	mostMemory  = 1 << 20
	leastMemory = 19 << 10
	mostPasses  = 16
)

// The least and the most digits of a PIN.
const (
	leastDigits = 4
	mostDigits  = 12
)

// Errors about PINs and their hashes. None holds anything of either.
var (
	ErrPIN  = fmt.Errorf("a PIN has %d to %d digits and nothing else", leastDigits, mostDigits)
	ErrHash = errors.New("this is not the hash of a PIN")
)

// Hash gives the hash of a PIN with new salt, in the form that the file of a kiosk takes. The error is [ErrPIN].
func Hash(pin string) (string, error) {
	if len(pin) < leastDigits || len(pin) > mostDigits || strings.Trim(pin, "0123456789") != "" {
		return "", ErrPIN
	}
	salt := make([]byte, saltLen)
	rand.Read(salt)
	key := argon2.IDKey([]byte(pin), salt, passes, memory, lanes, keyLen)
	encode := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, lanes, encode(salt), encode(key)), nil
}

// Lock is what a PIN opens.
type Lock struct {
	memory, passes uint32
	lanes          uint8
	salt, key      []byte
}

// NewLock gives the lock of a hash. The error is [ErrHash].
func NewLock(hash string) (*Lock, error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != "v=19" {
		return nil, ErrHash
	}
	l := &Lock{}
	if n, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &l.memory, &l.passes, &l.lanes); n != 3 || err != nil {
		return nil, ErrHash
	}
	var err, wrong error
	l.salt, err = base64.RawStdEncoding.DecodeString(parts[4])
	l.key, wrong = base64.RawStdEncoding.DecodeString(parts[5])
	switch {
	case err != nil || wrong != nil || len(l.salt) < saltLen || len(l.key) != keyLen:
		return nil, ErrHash
	case l.memory < leastMemory || l.memory > mostMemory || l.passes < 1 || l.passes > mostPasses || l.lanes < 1:
		return nil, ErrHash
	}
	return l, nil
}

// Opens reports whether this is the PIN. It takes as long for any.
func (l *Lock) Opens(pin string) bool {
	key := argon2.IDKey([]byte(pin), l.salt, l.passes, l.memory, l.lanes, keyLen)
	return subtle.ConstantTimeCompare(key, l.key) == 1
}
