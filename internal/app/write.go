package app

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// maxNames bounds the search for a free name.
const maxNames = 1000

// put writes content to a new file called name, or by the first free name after it, and gives the name that it took.
// Nothing that exists is ever written over, the file is there whole or not at all, only its owner may read it, and no
// other file is left in the folder.
func put(folder *os.Root, name string, content []byte) (string, error) {
	temporary, err := stage(folder, content)
	if err != nil {
		return "", err
	}
	defer folder.Remove(temporary)
	for n := 1; n < maxNames; n++ {
		taken := numbered(name, n)
		err := publish(folder, temporary, taken)
		if err == nil {
			if err := settle(folder); err != nil {
				folder.Remove(taken)
				return "", err
			}
			return taken, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
	return "", fmt.Errorf("there are %d files of this name", maxNames)
}

// stage writes content to a file of its own, and to the disk. No content only tries the folder: nobody waits for the disk.
func stage(folder *os.Root, content []byte) (name string, err error) {
	name = ".informed-" + rand.Text() + ".tmp"
	f, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	_, err = f.Write(content)
	if err == nil && len(content) > 0 {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		folder.Remove(name)
		return "", err
	}
	return name, nil
}

// publish gives the file its name, unless something has that name. A link does so in one step.
func publish(folder *os.Root, temporary, name string) error {
	err := folder.Link(temporary, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return claim(folder, temporary, name)
}

// claim is publish for where there are no hard links, as on memory sticks: the name is taken with an empty file, which is
// then replaced.
func claim(folder *os.Root, temporary, name string) error {
	taken, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	taken.Close()
	if err := folder.Rename(temporary, name); err != nil {
		folder.Remove(name)
		return err
	}
	return nil
}

// settle brings the folder's new entry to the disk. Some network file systems cannot; the copy stands all the same, so
// that is no failure.
func settle(folder *os.Root) error {
	dir, err := folder.Open(".")
	if err == nil {
		err = dir.Sync()
		dir.Close()
	}
	if errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EROFS) {
		return err
	}
	return nil
}

// numbered puts a number before the extension of a name, from the second on: list.md, list-2.md; list-2.md.age.
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	extension := filepath.Ext(name)
	if extension == ageExtension {
		extension = filepath.Ext(strings.TrimSuffix(name, extension)) + extension
	}
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, extension), n, extension)
}

// cause takes the call and the temporary name out of an error of the file system: they mean nothing to a person.
func cause(err error) error {
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
