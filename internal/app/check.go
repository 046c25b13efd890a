package app

import (
	"errors"
	"fmt"

	"informed/internal/export"
	"informed/internal/seal"
)

// CopyState is what there is to say about a copy that was checked.
type CopyState int

// The states of a copy. Only [Whole] is one to rely on.
const (
	Unsealed   CopyState = iota // there is no seal at its end: this is no copy, or its end was changed
	Changed                     // something in it is not as it was when it was sealed
	Unsigned                    // it fits its seal, which is not signed: anybody can have made it
	UnknownKey                  // it fits its seal, signed with a key that was not given: anybody can have made it
	Whole                       // it is signed with a key that was given, and no byte is different
)

// Checked is what came of checking a copy. All but State is what the seal says, and true only of a Whole copy; it is empty
// where the seal cannot be relied on for even that.
type Checked struct {
	State         CopyState
	Format        string // name, as in --format
	Record        string // id
	Fingerprint   string // of the record when it was copied
	Questionnaire string // id
	Version       string // of the questionnaire
	Hash          string // of the questionnaire
	Signer        string // name and short hash of the key, "" where nothing was signed
}

// CheckCopy checks a copy, byte for byte, with the public keys of those who may have signed it. A copy whose lines were
// wrapped anew, or whose line ends were changed, is another copy. One that is sealed with age has to be opened before. The
// error is a [*Fault] about the keys or about that: it says nothing about the copy, and holds nothing of it.
func CheckCopy(data []byte, vkeys []string) (Checked, error) {
	if seal.Sealed(data) {
		return Checked{}, &Fault{Err: errors.New("check a copy: it is sealed, and has to be opened first"), Hint: identityHint}
	}
	format, content, note, found := export.Unstamp(data)
	text, signer, err := seal.Open(note, vkeys...)
	state, read := opened(err)
	switch {
	case !read:
		return Checked{}, &Fault{Err: fmt.Errorf("check a copy: %w", err), Hint: "informed doctor prints the public key, on the machine that made the copy"}
	case !found:
		return Checked{State: Unsealed}, nil
	}
	c, ok := readCertificate(text)
	if !ok {
		return Checked{State: Changed, Format: format}, nil
	}
	if c.content != digest(content) {
		state = Changed
	}
	return Checked{
		State: state, Format: format, Record: c.record, Fingerprint: c.fingerprint,
		Questionnaire: c.questionnaire, Version: c.version, Hash: c.hash, Signer: signer,
	}, nil
}

// opened gives the state of a copy after its note was opened with err. ok is false where the note was not looked at.
func opened(err error) (state CopyState, ok bool) {
	switch {
	case err == nil:
		return Whole, true
	case errors.Is(err, seal.ErrUnsigned):
		return Unsigned, true
	case errors.Is(err, seal.ErrUnknown):
		return UnknownKey, true
	default:
		return Changed, errors.Is(err, seal.ErrChanged)
	}
}
