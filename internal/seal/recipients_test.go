package seal_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"filippo.io/age"

	"informed/internal/seal"
)

// pair is a recipient with the identity that opens what is sealed to it.
type pair struct{ public, secret string }

func classicPair(t testing.TB) pair {
	t.Helper()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return pair{key.Recipient().String(), key.String()}
}

func hybridPair(t testing.TB) pair {
	t.Helper()
	key, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	return pair{key.Recipient().String(), key.String()}
}

func recipients(t testing.TB, list ...string) seal.Recipients {
	t.Helper()
	r, err := seal.ParseRecipients(list)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func identities(t testing.TB, secrets ...string) seal.Identities {
	t.Helper()
	ids, err := seal.ParseIdentities([]byte(strings.Join(secrets, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

func TestRoundTrip(t *testing.T) {
	for name, pairs := range map[string][2]pair{
		"classic":      {classicPair(t), classicPair(t)},
		"post-quantum": {hybridPair(t), hybridPair(t)},
	} {
		t.Run(name, func(t *testing.T) {
			r := recipients(t, pairs[0].public, " "+pairs[1].public+"\n")
			for _, body := range []string{`{"kind":"answered"}`, "", strings.Repeat("x", 256), strings.Repeat("é", 70_000)} {
				sealed := r.Seal([]byte(body))
				whole, err := r.Envelope([]byte(body))
				if err != nil || !seal.Sealed(sealed) || !seal.Sealed(whole) {
					t.Fatal("not sealed", err)
				}
				for _, p := range pairs { // each can open it, alone
					got, err := identities(t, p.secret).Open(sealed)
					if err != nil || strings.TrimRight(string(got), " ") != body || len(got)%256 != 0 {
						t.Errorf("a body of %d bytes came back as %d: %v", len(body), len(got), err)
					}
					if got, err := identities(t, classicPair(t).secret, p.secret).Open(whole); err != nil || string(got) != body {
						t.Errorf("%d bytes came back as %d: %v", len(body), len(got), err)
					}
				}
				if got, err := identities(t, classicPair(t).secret, hybridPair(t).secret).Open(sealed); !errors.Is(err, seal.ErrNoIdentity) || got != nil {
					t.Errorf("keys of others open it: %v", err)
				}
			}
		})
	}
}

// What was answered cannot be told from how long a body is, and nothing of it is left in what is sealed.
func TestSealedSaysNothing(t *testing.T) {
	r := recipients(t, classicPair(t).public)
	no, long := []byte(`{"data":{"value":"no"}}`), []byte(`{"data":{"value":"I do not know, canary-7310"}}`)
	if a, b := r.Seal(no), r.Seal(long); len(a) != len(b) {
		t.Errorf("a short answer takes %d bytes and a longer one %d", len(a), len(b))
	}
	if bytes.Contains(r.Seal(long), []byte("canary")) {
		t.Error("the sealed body holds its text")
	}
	if bytes.Equal(r.Seal(no), r.Seal(no)) {
		t.Error("the same answer twice looks the same")
	}
	if a, b := r.Seal(no), r.Seal(bytes.Repeat([]byte("x"), 256)); len(a) != len(b) {
		t.Errorf("a body of %d bytes takes %d, one of 256 takes %d", len(no), len(a), len(b))
	}
	if diff := len(r.Seal(bytes.Repeat([]byte("x"), 257))) - len(r.Seal(no)); diff != 256 {
		t.Errorf("a body of 257 bytes takes %d bytes more than one of %d, want 256", diff, len(no))
	}
	before := append(make([]byte, 0, 512), no...) // padding must not write behind what the caller gave
	r.Seal(before)
	if !bytes.Equal(before[:100], append(bytes.Clone(no), make([]byte, 100-len(no))...)) {
		t.Error("sealing wrote into the caller's memory")
	}
}

func TestRecipientsThatAreRefused(t *testing.T) {
	classic, hybrid := classicPair(t), hybridPair(t)
	tests := []struct {
		name string
		list []string
		want string
		is   error
	}{
		{"none", nil, "there are none", nil},
		{"empty", []string{classic.public, " "}, "recipient 2: it is empty", nil},
		{"secret", []string{classic.public, classic.secret}, "recipient 2: this is a secret key", seal.ErrSecret},
		{"post-quantum secret", []string{hybrid.secret}, "recipient 1: this is a secret key", seal.ErrSecret},
		{"secret in small letters", []string{strings.ToLower(classic.secret)}, "this is a secret key", seal.ErrSecret},
		{"secret among others", []string{"# my key: " + classic.secret}, "this is a secret key", seal.ErrSecret},
		{"signing key", []string{"PRIVATE+KEY+informed-EXAMPLE0+00000000+AAAA"}, "this is a secret key", seal.ErrSecret},
		{"mixed", []string{classic.public, hybrid.public}, "do not go together", seal.ErrMixed},
		{"mixed the other way", []string{hybrid.public, hybrid.public, classic.public}, "do not go together", seal.ErrMixed},
		{"SSH", []string{"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ example"}, "SSH keys are not taken", nil},
		{"mistyped", []string{classic.public[:20] + "qq" + classic.public[22:]}, "typing mistake", nil},
		{"cut", []string{hybrid.public[:1000]}, "typing mistake", nil},
		{"plugin", []string{"age1yubikey1qexampleexampleexample"}, "of a kind that is not taken", nil},
		{"no key", []string{"example@example.org"}, "no public key of age", nil},
		{"a point of small order, with which all secrets are the same", []string{"age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z"}, "nothing can be sealed", nil},
	}
	for _, test := range tests {
		_, err := seal.ParseRecipients(test.list)
		if err == nil || !strings.Contains(err.Error(), test.want) || test.is != nil && !errors.Is(err, test.is) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
			continue
		}
		for _, s := range test.list {
			if key := strings.TrimSpace(s); len(key) > 8 && strings.Contains(strings.ToLower(err.Error()), strings.ToLower(key[len(key)-8:])) {
				t.Errorf("%s: the error shows the key: %v", test.name, err)
			}
		}
	}
	var nobody seal.Recipients
	if nobody.Seal([]byte("{}")) != nil {
		t.Error("sealed to nobody")
	}
	if out, err := nobody.Envelope([]byte("a")); err == nil || out != nil {
		t.Error("sealed to nobody")
	}
}

func TestSecretsAreNotPrinted(t *testing.T) {
	p := classicPair(t)
	ids := identities(t, p.secret)
	for _, form := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		for _, v := range []any{ids, &ids, struct{ ID any }{ids}} {
			if s := fmt.Sprintf(form, v); strings.Contains(strings.ToUpper(s), "AGE-SECRET") {
				t.Errorf("%s of %T shows the key: %s", form, v, s)
			}
		}
	}
}

func BenchmarkSeal(b *testing.B) {
	body := []byte(`{"role":"patient","kind":"answered","data":{"item":"risk-eye","new":{"codes":["unsure"]}}}`)
	for name, p := range map[string]pair{"classic": classicPair(b), "post-quantum": hybridPair(b)} {
		r, ids := recipients(b, p.public), identities(b, p.secret)
		sealed := r.Seal(body)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r.Seal(body)
			}
			b.ReportMetric(float64(len(sealed)), "bytes")
		})
		b.Run(name+"/open", func(b *testing.B) {
			for b.Loop() {
				if _, err := ids.Open(sealed); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
