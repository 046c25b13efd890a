package seal

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"filippo.io/age"
)

// Errors about recipients that callers tell apart.
var (
	ErrSecret = errors.New("this is a secret key, which must not be kept here")
	ErrMixed  = errors.New("classic keys (age1...) and post-quantum keys (age1pq1...) do not go together: what both can open is no safer than the classic key")
)

// Recipients are the public keys of those who can open what is sealed: each of them can, alone.
type Recipients struct {
	keys []age.Recipient
}

// ParseRecipients reads public keys of age, classic (age1...) or post-quantum (age1pq1...), and tries them once. There
// must be one at least. The error says which one is wrong by its number, and never shows it; it wraps [ErrSecret] or
// [ErrMixed].
func ParseRecipients(list []string) (Recipients, error) {
	var r Recipients
	for i, s := range list {
		key, err := recipient(strings.TrimSpace(s))
		if err != nil {
			return Recipients{}, fmt.Errorf("read recipient %d: %w", i+1, err)
		}
		r.keys = append(r.keys, key)
	}
	if len(r.keys) == 0 {
		return Recipients{}, errors.New("read the recipients: there are none")
	}
	if slices.ContainsFunc(r.keys, postQuantum) && slices.ContainsFunc(r.keys, classic) {
		return Recipients{}, fmt.Errorf("read the recipients: %w", ErrMixed)
	}
	if _, err := r.Envelope(nil); err != nil {
		return Recipients{}, errors.New("try the recipients: nothing can be sealed to them")
	}
	return r, nil
}

func postQuantum(r age.Recipient) bool { _, ok := r.(*age.HybridRecipient); return ok }

func classic(r age.Recipient) bool { return !postQuantum(r) }

func recipient(s string) (age.Recipient, error) {
	lower := strings.ToLower(s)
	switch {
	case s == "":
		return nil, errors.New("it is empty")
	case strings.Contains(lower, "secret-key"), strings.Contains(lower, "private key"), strings.Contains(lower, "private+key"), strings.HasPrefix(lower, "age-plugin-"):
		return nil, ErrSecret
	case strings.HasPrefix(lower, "ssh-"), strings.HasPrefix(lower, "ecdsa-"), strings.HasPrefix(lower, "sk-"):
		return nil, errors.New("SSH keys are not taken; make a key with age-keygen")
	case strings.HasPrefix(s, "age1pq1"):
		if key, err := age.ParseHybridRecipient(s); err == nil {
			return key, nil
		}
		return nil, errors.New("it has a typing mistake, or a part is missing")
	case strings.HasPrefix(s, "age1"):
		if key, err := age.ParseX25519Recipient(s); err == nil {
			return key, nil
		}
		return nil, errors.New("it has a typing mistake, a part is missing, or it is of a kind that is not taken")
	default:
		return nil, errors.New("it is no public key of age, which begins with age1")
	}
}

// block is what the length of a body is rounded up to.
const block = 256

// Seal seals a body in JSON. Spaces after it, which mean nothing in JSON, round its length up, so that a "no" is not told
// from a "yes" by counting. It gives nil where it fails, as a body that nobody may keep.
func (r Recipients) Seal(body []byte) []byte {
	padded := append(bytes.Clone(body), bytes.Repeat([]byte(" "), (block-len(body)%block)%block)...)
	sealed, err := r.Envelope(padded)
	if err != nil {
		return nil
	}
	return sealed
}

// Envelope seals data as it is, byte for byte.
func (r Recipients) Envelope(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, r.keys...)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, errors.New("seal with age: the recipients do not work")
	}
	return out.Bytes(), nil
}
