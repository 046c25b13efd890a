package app

import (
	"bytes"
	"encoding/base64"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"

	"informed/internal/export"
	"informed/internal/i18n"
	"informed/internal/seal"
	"informed/internal/summary"
)

func signingKey(t testing.TB) seal.Key {
	t.Helper()
	key, err := SigningKey(filepath.Join(t.TempDir(), "signing.key"))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// looksSealed is what a person may type who wants a copy to be taken for another.
const looksSealed = "\n```\ninformed copy v1\nrecord 0000-0000-0000-0000\nfingerprint 0\nquestionnaire a 1 b\ncontent sha256:0\n" +
	"check this copy with: informed verify FILE\n```\n,\n  \"seal\": \"informed copy v1\\n\"\n}\n"

// variants gives summaries that make quite different copies.
func variants(t *testing.T) (map[string]summary.Summary, *i18n.Words) {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	made := func(sheet string, change func(*summary.Summary)) summary.Summary {
		s, _ := fill(t, sheet)
		sum := summary.Build(s.Questionnaire(), s.Record(), words)
		change(&sum)
		return sum
	}
	say := func(own string) func(*summary.Summary) {
		return func(sum *summary.Summary) {
			for i := range sum.Answers {
				sum.Answers[i].Answer, sum.Answers[i].Value = own, own
			}
			for i := range sum.Signatures {
				sum.Signatures[i].Name = own
			}
		}
	}
	return map[string]summary.Summary{
		"finished":   made(whole, func(*summary.Summary) {}),
		"unfinished": made("questionnaire: example\nanswers: {told: yes}\n", func(*summary.Summary) {}),
		"hostile":    made(whole, say(looksSealed)),
		"long":       made(whole, say(strings.Repeat("Ask what is known. Fragen, was man weiß. اسأل. ", 40))),
		"private": made(whole, func(sum *summary.Summary) {
			for i := range sum.Answers {
				sum.Answers[i].Private = i%2 == 0
			}
		}),
		"withdrawn": made(whole, func(sum *summary.Summary) {
			sum.Record.Status, sum.Record.Withdrawn = summary.Withdrawn, "2026-11-23T08:30:00Z"
		}),
	}, words
}

// written gives a copy as it stands in its file.
func written(t testing.TB, c Copies, sum summary.Summary, words *i18n.Words) []byte {
	t.Helper()
	c.Out = t.TempDir()
	targets, err := c.Write(sum, words, true)
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(targets[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func check(t testing.TB, data []byte, keys ...seal.Key) Checked {
	t.Helper()
	var vkeys []string
	for _, k := range keys {
		vkeys = append(vkeys, k.Verifier())
	}
	checked, err := CheckCopy(data, vkeys)
	if err != nil {
		t.Fatal(err)
	}
	return checked
}

func TestCheckCopy(t *testing.T) {
	key, other := signingKey(t), signingKey(t)
	sums, words := variants(t)
	for name, sum := range sums {
		for _, format := range FormatNames() {
			want := Checked{State: Whole, Format: format, Record: sum.Record.ID, Fingerprint: sum.Record.Fingerprint,
				Questionnaire: "example", Version: sum.Questionnaire.Version, Hash: sum.Questionnaire.Hash, Signer: key.Verifier()[:26]}
			signed := written(t, Copies{Formats: []string{format}, Notary: key.Sign}, sum, words)
			if diff := cmp.Diff(want, check(t, signed, other, key)); diff != "" {
				t.Errorf("%s %s (-want +got):\n%s", name, format, diff)
			}
			want.State = UnknownKey
			for _, keys := range [][]seal.Key{{other}, nil} {
				if diff := cmp.Diff(want, check(t, signed, keys...)); diff != "" {
					t.Errorf("%s %s, key not known (-want +got):\n%s", name, format, diff)
				}
			}
			want.State, want.Signer = Unsigned, ""
			unsigned := written(t, Copies{Formats: []string{format}}, sum, words)
			if diff := cmp.Diff(want, check(t, unsigned, key)); diff != "" {
				t.Errorf("%s %s, not signed (-want +got):\n%s", name, format, diff)
			}
			formatted, content, text, _ := export.Unstamp(unsigned)
			if again := export.Stamp(formatted, content, text); text != Certificate(sum, content) || !bytes.Equal(again, unsigned) {
				t.Errorf("%s %s: the seal says\n%s", name, format, text)
			}
		}
	}
}

// slip changes one byte at a place, removes it, or puts one before it.
func slip(r *rand.Rand, data []byte, at int) []byte {
	before, after := data[:at:at], data[at:]
	switch r.IntN(4) {
	case 0:
		return append(append(before, after[0]^1<<r.IntN(8)), after[1:]...)
	case 1:
		return append(append(before, byte(r.IntN(256))), after[1:]...)
	case 2:
		return append(before, after[1:]...)
	default:
		return append(append(before, byte(r.IntN(256))), after...)
	}
}

// slips is how many changes are tried, over all formats.
const slips = 10_000

// No byte of a signed copy can be another, wherever it stands.
func TestEverySlipIsFound(t *testing.T) {
	key := signingKey(t)
	sums, words := variants(t)
	states, missed, tried := map[CopyState]int{}, 0, 0
	for n, format := range FormatNames() {
		for _, name := range slices.Sorted(maps.Keys(sums)) {
			r, sum := rand.New(rand.NewPCG(uint64(n), uint64(len(name)))), sums[name]
			copied := written(t, Copies{Formats: []string{format}, Notary: key.Sign}, sum, words)
			for range slips/len(sums)/len(FormatNames()) + 10 {
				at := r.IntN(len(copied))
				if r.IntN(2) == 0 { // the end is where the traps are
					at = len(copied) - 1 - r.IntN(len(copied)/8)
				}
				slipped := slip(r, copied, at)
				if bytes.Equal(slipped, copied) {
					continue
				}
				tried++
				state := check(t, slipped, key).State
				if states[state]++; state != Changed && state != Unsealed {
					t.Errorf("%s %s: a change at byte %d of %d is not found: %v", name, format, at, len(copied), state)
				}
				if lenient(slipped, key) {
					missed++
				}
			}
			if state := check(t, copied, key).State; state != Whole {
				t.Errorf("%s %s: false alarm", name, format)
			}
		}
	}
	if tried < slips || states[Changed] == 0 || states[Unsealed] == 0 || missed == 0 {
		t.Errorf("%d changes, states %v; a verifier of signatures alone misses %d: the test shows too little", tried, states, missed)
	}
	t.Logf("%d changes of one byte, states %v; a verifier of signatures alone misses %d", tried, states, missed)
}

// Of a copy that is not signed, every change of the content is found. Whoever makes a seal to fit is not.
func TestSlipsOfUnsignedCopies(t *testing.T) {
	sums, words := variants(t)
	for n, format := range FormatNames() {
		r := rand.New(rand.NewPCG(uint64(n), 3))
		copied := written(t, Copies{Formats: []string{format}}, sums["finished"], words)
		for range 500 {
			slipped := slip(r, copied, r.IntN(strings.LastIndex(string(copied), export.SealLine)))
			if state := check(t, slipped).State; !bytes.Equal(slipped, copied) && state != Changed && state != Unsealed {
				t.Errorf("%s: %v:\n%s", format, state, slipped)
			}
		}
	}
}

// lenient finds a copy whole as a quick program may: it looks for the lines of a seal, asks the library whether they are
// signed, and compares the hash of what stands before them.
func lenient(data []byte, key seal.Key) bool {
	text := string(data)
	if at := strings.LastIndex(text, ",\n  \"seal\": \""); at > 0 {
		text = text[:at] + "\n}\n" + "\n```\n" + strings.ReplaceAll(text[at+len(",\n  \"seal\": \""):], `\n`, "\n")
	}
	at := strings.LastIndex(text, export.SealLine)
	verifier, err := note.NewVerifier(key.Verifier())
	if at < 0 || err != nil {
		return false
	}
	end := strings.LastIndex(text, "— ")
	end += max(strings.Index(text[max(end, 0):], "\n"), strings.Index(text[max(end, 0):], "\"")) + 1
	if end <= at {
		return false
	}
	opened, err := note.Open([]byte(strings.TrimRight(text[at:end], "\"\n")+"\n"), note.VerifierList(verifier))
	if err != nil {
		return false
	}
	for _, content := range []string{strings.TrimSuffix(text[:at], "\n"), strings.TrimSuffix(text[:at], "\n```\n")} {
		if strings.Contains(opened.Text, digest([]byte(content))) {
			return true
		}
	}
	return false
}

// A copy that was saved anew by another program is another copy, whether or not it looks the same.
func TestCopiesMadeAnew(t *testing.T) {
	key := signingKey(t)
	sums, words := variants(t)
	for name, change := range map[string]func(string) string{
		"line ends of Windows": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"last line end":        func(s string) string { return strings.TrimSuffix(s, "\n") },
		"a line end more":      func(s string) string { return s + "\n" },
		"a space at the end":   func(s string) string { return s + " " },
		"byte order mark":      func(s string) string { return "\ufeff" + s },
		"before it":            func(s string) string { return "Fwd:\n" + s },
		"after it":             func(s string) string { return s + "Signed, example\n" },
		"wrapped": func(s string) string {
			at := strings.LastIndex(s[:len(s)/2], " ")
			return s[:at] + "\n" + s[at+1:]
		},
		"wrapped in its seal":  func(s string) string { return strings.Replace(s, " example ", "\n example ", 1) },
		"spaces at line ends":  func(s string) string { return strings.Replace(s, "\n", " \n", 1) },
		"two seals":            func(s string) string { return s + s[strings.LastIndex(s, "\n"+export.SealLine)+1:] },
		"line between":         func(s string) string { return strings.Replace(s, export.SealLine, "Agreed.\n"+export.SealLine, 1) },
		"line in the seal":     func(s string) string { return strings.Replace(s, "\ncheck this", "\nagreed yes\ncheck this", 1) },
		"two signatures":       func(s string) string { i := strings.LastIndex(s, "— "); return s[:i] + s[i:] + s[i:] },
		"signature taken away": func(s string) string { return s[:max(0, strings.LastIndex(s, "\n— "))] },
	} {
		for _, format := range FormatNames() {
			copied := string(written(t, Copies{Formats: []string{format}, Notary: key.Sign}, sums["finished"], words))
			changed := change(copied)
			if changed == copied { // JSON has its seal in one line
				continue
			}
			if state := check(t, []byte(changed), key).State; state == Whole || state == UnknownKey {
				t.Errorf("%s %s: %v", name, format, state)
			}
		}
	}
}

// Whoever changes a copy and signs it anew, with a key of their own, is found out; so is who puts the seal of one copy on
// another.
func TestCopiesSealedAnew(t *testing.T) {
	key, theirs := signingKey(t), signingKey(t)
	sums, words := variants(t)
	for _, format := range FormatNames() {
		ours := written(t, Copies{Formats: []string{format}, Notary: key.Sign}, sums["finished"], words)
		forged := written(t, Copies{Formats: []string{format}, Notary: theirs.Sign}, sums["unfinished"], words)
		if state := check(t, forged, key).State; state != UnknownKey {
			t.Errorf("%s: signed with another key: %v", format, state)
		}
		_, content, _, _ := export.Unstamp(forged)
		_, _, note, _ := export.Unstamp(ours)
		if state := check(t, export.Stamp(format, content, note), key).State; state != Changed {
			t.Errorf("%s: under the seal of another copy: %v", format, state)
		}
		named := strings.Replace(string(forged), theirs.Verifier()[:17], key.Verifier()[:17], 1)
		if state := check(t, []byte(named), key).State; state != Changed {
			t.Errorf("%s: signed in our name with another key: %v", format, state)
		}
		if state := check(t, []byte(named), theirs).State; state != Changed {
			t.Errorf("%s: in our name, looked at with their key: %v", format, state)
		}
		fitting := Certificate(sums["unfinished"], content)
		for _, text := range []string{"informed copy v1\n", "informed copy v1\nrecord a\n", fitting + "agreed yes\n",
			strings.Replace(fitting, "informed verify", "informed verify  ", 1), strings.Replace(fitting, "record ", "record a ", 1)} {
			signed, err := key.Sign(text)
			if err != nil {
				t.Fatal(err)
			}
			if state := check(t, export.Stamp(format, content, signed), key).State; state != Changed {
				t.Errorf("%s: %v for a seal that says\n%s", format, state, text)
			}
		}
	}
}

// Base 64 leaves bits over in its last letter: letters that say the same are not the same copy.
func TestSignatureLettersAreNotMalleable(t *testing.T) {
	key := signingKey(t)
	sums, words := variants(t)
	copied := string(written(t, Copies{Notary: key.Sign}, sums["finished"], words))
	at := strings.LastIndex(copied, "=\n```") - 1
	letters, found := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 0
	start := strings.LastIndex(copied, " ") + 1
	want, _ := base64.StdEncoding.DecodeString(copied[start : at+2])
	for _, letter := range letters {
		changed := copied[:at] + string(letter) + copied[at+1:]
		if raw, err := base64.StdEncoding.DecodeString(changed[start : at+2]); err == nil && bytes.Equal(raw, want) && changed != copied {
			found++
		}
		if state := check(t, []byte(changed), key).State; changed != copied && state != Changed {
			t.Errorf("%c: %v", letter, state)
		}
	}
	if found == 0 {
		t.Error("no other letter says the same: the test shows too little")
	}
}

func TestCheckingThatCannotBeDone(t *testing.T) {
	key := signingKey(t)
	sums, words := variants(t)
	copied := written(t, Copies{Notary: key.Sign}, sums["finished"], words)
	var fault *Fault
	if _, err := CheckCopy(copied, []string{key.Verifier(), "informed-EXAMPLE0+1234"}); !errors.As(err, &fault) || fault.Hint == "" ||
		err.Error() != "check a copy: read public key 2: it is none, or has a typing mistake" {
		t.Errorf("a public key with a mistake: got %v", err)
	}
	if _, err := CheckCopy([]byte("age-encryption.org/v1\ncanary"), nil); !errors.As(err, &fault) || fault.Hint == "" || strings.Contains(err.Error(), "canary") {
		t.Errorf("sealed: got %v", err)
	}
	for _, data := range []string{"", "a", "# A list\n", "{}\n", "\n```\n```\n"} {
		if got := check(t, []byte(data), key); got != (Checked{}) {
			t.Errorf("%q: got %+v", data, got)
		}
	}
}

func TestSealedCopies(t *testing.T) {
	key := signingKey(t)
	sums, words := variants(t)
	sum := sums["finished"]
	hybrid, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	recipients, err := Recipients([]string{hybrid.Recipient().String()})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "secret.key")
	os.WriteFile(file, []byte(hybrid.String()+"\n"), 0o600)
	identities, err := Identities([]string{file})
	if err != nil {
		t.Fatal(err)
	}
	copies := Copies{Formats: FormatNames(), Out: filepath.Join(t.TempDir(), "copies"), Notary: key.Sign, Envelope: recipients.Envelope}
	told, err := copies.Targets(sum)
	if err != nil {
		t.Fatal(err)
	}
	targets, err := copies.Write(sum, words, true)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(told, targets); diff != "" {
		t.Errorf("told and written differ:\n%s", diff)
	}
	for _, target := range targets {
		if !strings.HasSuffix(target.Path, "."+ending(target.Format)+".age") {
			t.Errorf("%s is at %s", target.Format, target.Path)
		}
		data, err := os.ReadFile(target.Path)
		if err != nil || bytes.Contains(data, []byte("Amina")) || bytes.Contains(data, []byte(sum.Record.ID)) {
			t.Errorf("%s can be read: %v", target.Path, err)
		}
		plain, err := identities.Open(data)
		if err != nil || check(t, plain, key).State != Whole {
			t.Errorf("%s: not whole once it was opened: %v", target.Path, err)
		}
		for _, n := range []int{1, len(data) / 2, len(data) - 30} {
			if got, err := identities.Open(data[:n]); err == nil || got != nil {
				t.Errorf("%s was opened after it was cut", target.Path)
			}
		}
	}
	again, err := copies.Write(sum, words, true)
	if err != nil || !strings.HasSuffix(again[0].Path, "-2.md.age") {
		t.Errorf("the second copy is at %s, %v", again[0].Path, err)
	}
	copies.Out, copies.Formats = Stdout, nil
	printed, err := copies.Write(sum, words, true)
	if err != nil || check(t, printed[0].Content, key).State != Whole {
		t.Errorf("what is printed cannot be read: %v", err)
	}
}

// A pipe under the name that a sealed copy gets is no place for one either.
func TestSealedCopiesGoToFiles(t *testing.T) {
	sums, words := variants(t)
	t.Chdir(t.TempDir())
	if err := syscall.Mkfifo("list.md.age", 0o600); err != nil {
		t.Fatal(err)
	}
	c := Copies{Out: "list.md", Envelope: func(b []byte) ([]byte, error) { return b, nil }}
	if _, err := c.Write(sums["finished"], words, false); err == nil || !strings.Contains(err.Error(), "neither a file nor a folder") {
		t.Errorf("got %v", err)
	}
}

func ending(format string) string {
	for _, f := range export.Formats() {
		if f.Name == format {
			return f.Extension
		}
	}
	return ""
}

// What cannot be signed or sealed as asked for is not written in some other way.
func TestCopiesThatCannotBeSealed(t *testing.T) {
	sums, words := variants(t)
	dir := t.TempDir()
	broken := &Fault{Err: errors.New("read the signing key"), Hint: "look at it"}
	odd := sums["finished"]
	odd.Record.ID = "a b"
	for name, test := range map[string]struct {
		copies Copies
		sum    summary.Summary
	}{
		"signed":          {Copies{Notary: func(string) (string, error) { return "", broken }}, sums["finished"]},
		"signed as wrong": {Copies{Notary: func(string) (string, error) { return "signed", nil }}, sums["finished"]},
		"sealed":          {Copies{Envelope: func([]byte) ([]byte, error) { return nil, broken }}, sums["finished"]},
		"named":           {Copies{}, odd},
	} {
		test.copies.Out, test.copies.Formats = dir, FormatNames()
		targets, err := test.copies.Write(test.sum, words, true)
		var fault *Fault
		if !errors.As(err, &fault) || len(targets) > 0 || errors.Is(err, broken) && fault.Hint != broken.Hint {
			t.Errorf("%s: wrote %v, %v", name, targets, err)
		}
		if before := test.copies.Check(); errors.Is(before, broken) != errors.Is(err, broken) {
			t.Errorf("%s: what kept it from being written was not seen before: %v", name, before)
		}
	}
	if diff := cmp.Diff(map[string]string{}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestNumberedNames(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"list.md", "list-2.md"}, {"list.md.age", "list-2.md.age"}, {"list", "list-2"}, {"list.age", "list-2.age"},
	} {
		if got := numbered(test.name, 2); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	sealed := Copies{Envelope: func(b []byte) ([]byte, error) { return b, nil }}
	for _, test := range []struct{ name, want string }{{"list.md", "list.md.age"}, {"list.md.age", "list.md.age"}} {
		if got := sealed.sealed(test.name); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestKeyFaults(t *testing.T) {
	path := filepath.Join(t.TempDir(), "signing.key")
	sign := Notary(path)
	if _, err := os.Stat(path); err == nil {
		t.Error("a key was made before it was needed")
	}
	if _, err := sign(Certificate(summary.Summary{}, nil)); err != nil {
		t.Fatal(err)
	}
	os.Chmod(path, 0o644)
	_, exposed := sign("a\n")
	os.WriteFile(path, nil, 0o600)
	os.Chmod(path, 0o600)
	_, empty := sign("a\n")
	_, nowhere := SigningKey("/proc/informed/signing.key")
	_, secret := Recipients([]string{"AGE-SECRET-KEY-1EXAMPLE"})
	_, none := Recipients(nil)
	_, missing := Identities([]string{"missing.key"})
	for name, err := range map[string]error{"exposed": exposed, "empty": empty, "nowhere": nowhere, "secret": secret, "none": none, "missing": missing} {
		var fault *Fault
		if !errors.As(err, &fault) || fault.Hint == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func BenchmarkCheckCopy(b *testing.B) {
	key := signingKey(b)
	content := []byte("# A list\n" + strings.Repeat("Ask what is known.\n", 500))
	sum := summary.Summary{Record: summary.Record{ID: "EXAMPLE", Fingerprint: "0f"}, Questionnaire: summary.Questionnaire{ID: "example", Version: "1.0.0"}}
	signed, err := key.Sign(Certificate(sum, content))
	if err != nil {
		b.Fatal(err)
	}
	copied := export.Stamp("md", content, signed)
	for b.Loop() {
		if got, err := CheckCopy(copied, []string{key.Verifier()}); err != nil || got.State != Whole {
			b.Fatal(got, err)
		}
	}
}
