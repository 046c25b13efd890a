package seal

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Errors about the file of a signing key that callers tell apart.
var (
	ErrExposed = errors.New("others can read or replace it")
	ErrNoKey   = errors.New("it holds no signing key")
)

// Key signs texts. Printing it shows no secret.
type Key struct {
	signer   note.Signer
	verifier string
}

// LoadKey reads the signing key in a file, and makes one where there is no file. Several programs that do so at once get
// the same key. A key that is made is on the disk before anything is signed with it. A file that others can read, or a
// folder in which others can replace it, is an error that wraps [ErrExposed]; a file that holds something else wraps
// [ErrNoKey], and is left as it is.
func LoadKey(path string) (Key, error) {
	k, err := readKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeKey(path); err != nil {
			return Key{}, fmt.Errorf("make the signing key %s: %w", path, bare(err))
		}
		k, err = readKey(path)
	}
	if err != nil {
		return Key{}, fmt.Errorf("read the signing key %s: %w", path, bare(err))
	}
	return k, nil
}

func readKey(path string) (Key, error) {
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return Key{}, err
	}
	defer folder.Close()
	f, err := folder.Open(filepath.Base(path))
	if err != nil {
		return Key{}, err
	}
	defer f.Close()
	if err := private(folder, f); err != nil {
		return Key{}, err
	}
	content, err := io.ReadAll(io.LimitReader(f, maxKeyFile))
	if err != nil {
		return Key{}, err
	}
	return parseKey(strings.TrimSuffix(string(content), "\n"))
}

// private checks who else may do something to a file.
func private(folder *os.Root, f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	around, err := folder.Stat(".")
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return ErrNoKey
	case info.Mode().Perm()&0o077 != 0, around.Mode().Perm()&0o022 != 0:
		return ErrExposed
	}
	return nil
}

func parseKey(secret string) (Key, error) {
	signer, err := note.NewSigner(secret)
	if err != nil || !name.MatchString(signer.Name()) {
		return Key{}, ErrNoKey
	}
	// PRIVATE+KEY+name+hash+key, as NewSigner has seen; the key is a byte for the algorithm and the seed.
	raw, err := base64.StdEncoding.DecodeString(strings.SplitN(secret, "+", 5)[4])
	if err != nil || len(raw) != 1+ed25519.SeedSize {
		return Key{}, ErrNoKey
	}
	public := ed25519.NewKeyFromSeed(raw[1:]).Public().(ed25519.PublicKey)
	verifier, err := note.NewEd25519VerifierKey(signer.Name(), public)
	if err != nil {
		return Key{}, ErrNoKey
	}
	return Key{signer: signer, verifier: verifier}, nil
}

// makeKey puts a new key into a file, unless another program was faster.
func makeKey(path string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	folder, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	secret, _, err := note.GenerateKey(rand.Reader, "informed-"+letters())
	if err != nil {
		return err
	}
	temporary := ".key-" + rand.Text() + ".tmp"
	defer folder.Remove(temporary)
	if err := write(folder, temporary, secret+"\n"); err != nil {
		return err
	}
	// A link takes the name only if nobody has it: whoever comes second uses the key of the first.
	if err := folder.Link(temporary, filepath.Base(path)); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return settle(folder)
}

func write(folder *os.Root, name, content string) error {
	f, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// settle brings the names in a folder to the disk, and that of the folder.
func settle(folder *os.Root) error {
	dir, err := folder.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	if parent, err := os.Open(filepath.Dir(folder.Name())); err == nil {
		parent.Sync() // there is nothing to do about a parent that cannot: the key is where it should be
		parent.Close()
	}
	return dir.Sync()
}

// letters gives 40 random bits in Crockford's alphabet, which has no letter that reads like a digit.
func letters() string {
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	var random [8]byte
	rand.Read(random[:])
	for i, b := range random {
		random[i] = alphabet[b%32]
	}
	return string(random[:])
}

// Verifier gives the public key, to be handed to those who check.
func (k Key) Verifier() string { return k.verifier }

// Sign gives text as a signed note. The text must end its last line, and hold no control characters but line ends.
func (k Key) Sign(text string) (string, error) {
	if k.signer == nil {
		return "", errors.New("sign: there is no key")
	}
	if !sound(text) {
		return "", errors.New("sign: the text holds control characters, or does not end in a line end")
	}
	signed, err := note.Sign(&note.Note{Text: text}, k.signer)
	if err != nil {
		return "", errors.New("sign: the key does not work")
	}
	return string(signed), nil
}

// bare takes the call and the name out of an error of the file system: whoever returns it names the file already.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	default:
		return err
	}
}
