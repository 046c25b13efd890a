package app

import (
	"errors"
	"io/fs"

	"informed/internal/seal"
)

const identityHint = "name the file with the secret key: --identity FILE"

// SigningKey reads the key that copies are signed with, and makes it where there is none. The error is a [*Fault].
func SigningKey(path string) (seal.Key, error) {
	key, err := seal.LoadKey(path)
	switch {
	case errors.Is(err, seal.ErrExposed):
		return key, &Fault{Err: err, Hint: "if nobody else has used it, make the file private with chmod 600 and its folder with chmod 700; else put it away, and a new key is made"}
	case errors.Is(err, seal.ErrNoKey):
		return key, &Fault{Err: err, Hint: "take the key from a backup, or put the file away, and a new key is made"}
	case err != nil:
		return key, &Fault{Err: err, Hint: "informed doctor tells where the key is; see who may write there"}
	}
	return key, nil
}

// Notary gives a [Copies] Notary that signs with the key in a file. The key is read, and made where there is none, when
// the first copy is written.
func Notary(path string) func(text string) (string, error) {
	return func(text string) (string, error) {
		key, err := SigningKey(path)
		if err != nil {
			return "", err
		}
		return key.Sign(text)
	}
}

// Recipients reads the public keys of those who can open what is kept. The error is a [*Fault] that shows no key.
func Recipients(list []string) (seal.Recipients, error) {
	r, err := seal.ParseRecipients(list)
	switch {
	case errors.Is(err, seal.ErrSecret):
		return r, &Fault{Err: err, Hint: "put the public key there, which begins with age1, and keep the secret key on another machine"}
	case errors.Is(err, seal.ErrMixed):
		return r, &Fault{Err: err, Hint: "use keys of one kind; age-keygen -pq makes post-quantum ones"}
	case err != nil:
		return r, &Fault{Err: err, Hint: "age-keygen makes keys, and age-keygen -y FILE shows the public key of a secret one"}
	}
	return r, nil
}

// Identities reads files of secret keys, to open what was sealed. The error is a [*Fault] that shows no key.
func Identities(files []string) (seal.Identities, error) {
	ids, err := seal.ReadIdentities(files...)
	switch {
	case errors.Is(err, seal.ErrPassphrase):
		return ids, &Fault{Err: err, Hint: "open it first, with age --decrypt, and name what comes out"}
	case errors.Is(err, seal.ErrName):
		return ids, &Fault{Err: err, Hint: "put it in a file that only you can read, and name that; others may have seen it in the list of processes"}
	case errors.Is(err, fs.ErrNotExist):
		return ids, &Fault{Err: err, Hint: identityHint}
	case err != nil:
		return ids, &Fault{Err: err, Hint: "name a file that age-keygen made"}
	}
	return ids, nil
}
