package seal_test

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"

	"informed/internal/seal"
)

const said = "informed copy v1\nrecord 0000-EXAM-P1E0-0000\n"

func signed(t testing.TB, k seal.Key, text string) string {
	t.Helper()
	s, err := k.Sign(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSignAndOpen(t *testing.T) {
	k, other := key(t), key(t)
	id := k.Verifier()[:len("informed-00000000+00000000")]
	for _, text := range []string{said, "a\n", "\n", "a\n\nb\n", "a\n\n— b c\n", "é\u202e\n"} {
		s := signed(t, k, text)
		got, signer, err := seal.Open(s, other.Verifier(), " "+k.Verifier()+"\n")
		if err != nil || got != text || signer != id {
			t.Errorf("%q: got %q by %s, %v", text, got, signer, err)
		}
		verifier, _ := note.NewVerifier(k.Verifier())
		if n, err := note.Open([]byte(s), note.VerifierList(verifier)); err != nil || n.Text != text {
			t.Errorf("%q is no signed note: %v", text, err)
		}
		if got, signer, err = seal.Open(s, other.Verifier()); !errors.Is(err, seal.ErrUnknown) || got != text || signer != id {
			t.Errorf("%q with another key: got %q by %q, %v", text, got, signer, err)
		}
	}
	if got, signer, err := seal.Open(said, k.Verifier()); !errors.Is(err, seal.ErrUnsigned) || got != said || signer != "" {
		t.Errorf("unsigned: got %q by %q, %v", got, signer, err)
	}
	if _, _, err := seal.Open(signed(t, k, said), k.Verifier()[:60]); err == nil || errors.Is(err, seal.ErrChanged) {
		t.Errorf("a public key with a mistake: got %v", err)
	}
}

func TestTextsThatAreNotSigned(t *testing.T) {
	k := key(t)
	for _, text := range []string{"", "a", "a\r\n", "a\x00\n", "a\tb\n", "\x1b[31m\n", "\x7f\n", "\u009b\n", "\xff\n"} {
		if s, err := k.Sign(text); err == nil || s != "" {
			t.Errorf("%q was signed", text)
		}
		if text != "" && strings.HasSuffix(text, "\n") {
			if _, _, err := seal.Open(text); !errors.Is(err, seal.ErrChanged) {
				t.Errorf("%q: got %v", text, err)
			}
		}
	}
	secret, vkey, err := note.GenerateKey(rand.Reader, "informed-EXAMP1E0")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"a\u009b31m\n", "a\x7f\n"} { // the library signs these
		s, err := note.Sign(&note.Note{Text: text}, signer)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := seal.Open(string(s), vkey); !errors.Is(err, seal.ErrChanged) {
			t.Errorf("%q, signed: got %v", text, err)
		}
	}
	if _, err := (seal.Key{}).Sign(said); err == nil {
		t.Error("signed without a key")
	}
}

// lenient accepts whatever the library for notes accepts.
func lenient(t testing.TB, s string, k seal.Key) bool {
	t.Helper()
	verifier, err := note.NewVerifier(k.Verifier())
	if err != nil {
		t.Fatal(err)
	}
	n, err := note.Open([]byte(s), note.VerifierList(verifier))
	return err == nil && n.Text == said
}

// No byte of a note can be another, none can be missing and none can be added. A verifier that looks at the signature
// alone does not see all of that.
func TestEveryChangeOfANote(t *testing.T) {
	k := key(t)
	s := signed(t, k, said)
	missed := 0
	try := func(changed string) {
		t.Helper()
		if changed == s {
			return
		}
		if _, _, err := seal.Open(changed, k.Verifier()); !errors.Is(err, seal.ErrChanged) {
			t.Errorf("%q: got %v", changed, err)
		}
		if lenient(t, changed, k) {
			missed++
		}
	}
	for i := range len(s) {
		try(s[:i] + s[i+1:])
		for b := range 256 {
			try(s[:i] + string([]byte{byte(b)}) + s[i+1:])
			try(s[:i] + string([]byte{byte(b)}) + s[i:])
		}
	}
	last := s[strings.Index(s, "— "):]
	for _, changed := range []string{s + last, s + "\n", strings.TrimSuffix(s, "\n"), s + signed(t, key(t), said)[len(said)+1:],
		strings.ReplaceAll(s, "\n", "\r\n"), "\n" + s, s + "— \n"} {
		try(changed)
	}
	if missed == 0 {
		t.Error("a verifier that looks at the signature alone misses nothing: the test shows too little")
	}
}

// An Ed25519 signature whose second half is made larger by the group's order is another way to write the same.
func TestSignatureIsNotMalleable(t *testing.T) {
	k := key(t)
	s := signed(t, k, said)
	at := strings.LastIndex(s, " ") + 1
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(s[at:]))
	if err != nil {
		t.Fatal(err)
	}
	order := []byte{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 31: 0x10}
	carry := 0
	for i := range order {
		carry += int(raw[4+32+i]) + int(order[i])
		raw[4+32+i], carry = byte(carry), carry>>8
	}
	changed := s[:at] + base64.StdEncoding.EncodeToString(raw) + "\n"
	if _, _, err := seal.Open(changed, k.Verifier()); changed == s || !errors.Is(err, seal.ErrChanged) {
		t.Errorf("got %v", err)
	}
}

// Whoever puts the name of our key on a signature of their own is found out where our key is known.
func TestBorrowedName(t *testing.T) {
	k, other := key(t), key(t)
	ours, theirs := signed(t, k, said), signed(t, other, said)
	name := func(s string) string { return strings.Fields(s[strings.Index(s, "— "):])[1] }
	renamed := strings.Replace(theirs, name(theirs), name(ours), 1)
	if _, _, err := seal.Open(renamed, other.Verifier()); !errors.Is(err, seal.ErrChanged) {
		t.Errorf("their signature under our name, their key known: got %v", err)
	}
	if _, _, err := seal.Open(renamed, k.Verifier()); !errors.Is(err, seal.ErrChanged) {
		t.Errorf("their signature under our name, our key known: got %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	k := key(f)
	s := signed(f, k, said)
	for _, seed := range []string{s, said, "", "\n\n", "a\n\n— b c\n", strings.ReplaceAll(s, "=", ""), s + s} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		text, signer, err := seal.Open(data, k.Verifier())
		switch {
		case err == nil && data != s:
			t.Errorf("%q was taken, and was never signed", data)
		case errors.Is(err, seal.ErrUnsigned) && text != data:
			t.Error(cmp.Diff(data, text))
		case err != nil && !errors.Is(err, seal.ErrUnsigned) && !errors.Is(err, seal.ErrUnknown) && text != "":
			t.Errorf("%v, and yet gave %q", err, text)
		case errors.Is(err, seal.ErrUnknown) && !strings.HasPrefix(data, text+"\n— "+signer[:strings.Index(signer, "+")]):
			t.Errorf("%q was read as %q by %q", data, text, signer)
		}
	})
}

func BenchmarkNote(b *testing.B) {
	k := key(b)
	s := signed(b, k, said)
	b.Run("sign", func(b *testing.B) {
		for b.Loop() {
			signed(b, k, said)
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := seal.Open(s, k.Verifier()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
