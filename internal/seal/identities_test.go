package seal_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"informed/internal/seal"
)

func TestReadIdentities(t *testing.T) {
	classic, hybrid := classicPair(t), hybridPair(t)
	dir := t.TempDir()
	keep := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	one := keep("one.key", "# created: 2026-11-22T09:00:00Z\r\n# public key: "+classic.public+"\r\n\r\n"+classic.secret+"\r\n")
	two := keep("two.key", hybrid.secret)
	ids, err := seal.ReadIdentities(one, two)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []pair{classic, hybrid} {
		if got, err := ids.Open(recipients(t, p.public).Seal([]byte("{}"))); err != nil || len(got) != 256 {
			t.Errorf("got %q, %v", got, err)
		}
	}
	for _, test := range []struct{ name, content, want string }{
		{"empty", "", "there is no key in it"},
		{"comments", "# nothing\n", "there is no key in it"},
		{"public", "\n" + classic.public, "line 2: this is a public key"},
		{"ssh", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "line 1: SSH keys are not taken"},
		{"plugin", "AGE-PLUGIN-YUBIKEY-1QEXAMPLE", "keys of plugins are not taken"},
		{"mistyped", classic.secret[:len(classic.secret)-1] + "!", "typing mistake"},
		{"small", strings.ToLower(classic.secret), "no secret key of age"},
		{"passphrase", "age-encryption.org/v1\n-> scrypt AAAA 18\n", "protected by a passphrase"},
		{"passphrase in letters", "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", "protected by a passphrase"},
		{"large", strings.Repeat("#", 2<<20), "too large"},
	} {
		path := keep(test.name, test.content)
		_, err := seal.ReadIdentities(one, path)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		} else if strings.Contains(strings.ToUpper(err.Error()), classic.secret[20:40]) {
			t.Errorf("%s: the error shows the key: %v", test.name, err)
		}
	}
	for _, key := range []string{classic.secret, " " + strings.ToLower(hybrid.secret)} {
		_, err := seal.ReadIdentities(one, key)
		if !errors.Is(err, seal.ErrName) || strings.Contains(strings.ToUpper(err.Error()), strings.ToUpper(key)[20:40]) {
			t.Errorf("a key for a name: got %v", err)
		}
	}
	if _, err := seal.ReadIdentities(keep("age-secret-key-of-an-example.txt", classic.secret)); err != nil {
		t.Error(err)
	}
	if _, err := seal.ReadIdentities(keep("passphrase", "age-encryption.org/v1\n")); !errors.Is(err, seal.ErrPassphrase) {
		t.Errorf("got %v", err)
	}
	if _, err := seal.ReadIdentities(filepath.Join(dir, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// What is cut short or changed is not opened, not even as far as it was whole.
func TestOpenIsAllOrNothing(t *testing.T) {
	p := classicPair(t)
	ids, plain := identities(t, p.secret), bytes.Repeat([]byte("canary "), 30_000) // more than three of age's chunks
	sealed, err := recipients(t, p.public).Envelope(plain)
	if err != nil {
		t.Fatal(err)
	}
	refuse := func(what string, data []byte) {
		t.Helper()
		if got, err := ids.Open(data); err == nil || got != nil || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: gave %d bytes and %v", what, len(got), err)
		}
	}
	for _, n := range []int{1, 16, 17, 1000, 64 << 10, 64<<10 + 16, 128 << 10, len(sealed) - 150, len(sealed) - 22, len(sealed)} {
		refuse("cut", sealed[:len(sealed)-n])
	}
	refuse("longer", append(bytes.Clone(sealed), 0))
	for i := 0; i < len(sealed); i += 1 + i/8 {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		refuse("changed", changed)
	}
	// The test must be able to fail: age itself hands out the beginning of what was cut.
	r, err := age.Decrypt(bytes.NewReader(sealed[:len(sealed)-1]), mustParse(t, p.secret))
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := r.Read(make([]byte, 100)); n == 0 {
		t.Error("nothing came out: the test shows too little")
	}
	if _, err := ids.Open([]byte(`{"kind":"answered"}`)); !errors.Is(err, seal.ErrNotSealed) {
		t.Errorf("a plain body: got %v", err)
	}
	if _, err := (seal.Identities{}).Open(sealed); !errors.Is(err, seal.ErrNoIdentity) {
		t.Errorf("without keys: got %v", err)
	}
	if _, err := ids.Open(sealed[:len(sealed)-1]); !errors.Is(err, seal.ErrDamaged) {
		t.Errorf("cut: got %v", err)
	}
}

func mustParse(t *testing.T, secret string) age.Identity {
	t.Helper()
	key, err := age.ParseX25519Identity(secret)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func FuzzParseIdentities(f *testing.F) {
	classic, hybrid := classicPair(f), hybridPair(f)
	for _, s := range []string{"", "#", classic.secret, "# a\r\n" + hybrid.secret + "\n", classic.public, "AGE-PLUGIN-X-1", "-----BEGIN", "age-encryption.org/v1\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		ids, err := seal.ParseIdentities(content)
		if err != nil && len(content) > 64 && bytes.Contains([]byte(err.Error()), content) {
			t.Errorf("the error shows the file: %v", err)
		}
		if _, openErr := ids.Open(content); openErr == nil {
			t.Error("a file of keys was opened as something sealed")
		}
	})
}
