package seal

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
)

// Errors of [Open] that callers tell apart.
var (
	ErrUnsigned = errors.New("the note is not signed")
	ErrUnknown  = errors.New("the note is signed by an unknown key")
	ErrChanged  = errors.New("the note is not as it was signed")
)

// name is what a key may be called: nothing that would look like something else where it is shown.
var name = regexp.MustCompile(`^[0-9A-Za-z.-]{1,64}$`)

// sound reports whether text may be that of a note.
func sound(text string) bool {
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' }
	return strings.HasSuffix(text, "\n") && utf8.ValidString(text) && strings.IndexFunc(text, control) < 0
}

// Open reads a note with one signature and checks it with public keys, as [Key.Verifier] gives them. There is one way of
// writing a note only: a note in which any byte is different is not the same note. signer is the key's name and short
// hash, as at the start of the public key.
//
// The error wraps [ErrUnsigned] for a text with neither an empty line nor the dash of a signature; [ErrUnknown] for a
// signature under another name, which may be worth nothing, as anyone can make one; [ErrChanged] for all else that is no
// note of these keys. With the first two, what the note says is given, too. A public key that cannot be read is an error
// of its own.
func Open(signed string, vkeys ...string) (text, signer string, err error) {
	verifiers, err := verifiers(vkeys)
	if err != nil {
		return "", "", err
	}
	if sound(signed) && !strings.Contains(signed, "\n\n") && !strings.Contains(signed, dash) {
		return signed, "", fmt.Errorf("open a note: %w", ErrUnsigned)
	}
	text, sig, ok := parse(signed)
	if !ok {
		return "", "", fmt.Errorf("open a note: %w", ErrChanged)
	}
	changed := false
	for _, v := range verifiers {
		named, valid := sig.name == v.Name(), v.Verify([]byte(text), sig.bytes)
		if named && valid && sig.hash == v.KeyHash() {
			return text, sig.signer(), nil
		}
		changed = changed || named || valid // another signature under this name, or this signature under another
	}
	if changed {
		return "", "", fmt.Errorf("open a note: %w", ErrChanged)
	}
	return text, sig.signer(), fmt.Errorf("open a note: %w", ErrUnknown)
}

func verifiers(vkeys []string) ([]note.Verifier, error) {
	var list []note.Verifier
	for i, vkey := range vkeys {
		v, err := note.NewVerifier(strings.TrimSpace(vkey))
		if err != nil {
			return nil, fmt.Errorf("read public key %d: it is none, or has a typing mistake", i+1)
		}
		list = append(list, v)
	}
	return list, nil
}

// signature is the last line of a note.
type signature struct {
	name  string
	hash  uint32
	bytes []byte
}

func (s signature) signer() string { return fmt.Sprintf("%s+%08x", s.name, s.hash) }

// dash is how the line of a signature begins.
const dash = "— "

// signatureSize is that of a key's short hash and an Ed25519 signature.
const signatureSize = 4 + 64

// parse takes a note apart. Base 64 and the form of notes have several ways to write the same; only that in which Sign
// writes is taken.
func parse(signed string) (string, signature, bool) {
	at := strings.LastIndex(signed, "\n\n")
	if at < 0 || !sound(signed) {
		return "", signature{}, false
	}
	text, line := signed[:at+1], signed[at+2:]
	who, encoded, ok := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(line, dash), "\n"), " ")
	if !ok || !name.MatchString(who) {
		return "", signature{}, false
	}
	raw, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(raw) != signatureSize {
		return "", signature{}, false
	}
	s := signature{name: who, hash: binary.BigEndian.Uint32(raw), bytes: raw[4:]}
	return text, s, line == s.line(raw)
}

func (s signature) line(raw []byte) string {
	return dash + s.name + " " + base64.StdEncoding.EncodeToString(raw) + "\n"
}
