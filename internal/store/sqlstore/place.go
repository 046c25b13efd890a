package sqlstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"

	"informed/internal/store"
)

// prepare makes the folder and the empty file of records where there are none, readable for nobody else, and refuses a
// place that is not fit for them.
func prepare(path string) error {
	folder := filepath.Dir(path)
	if err := makeFolder(folder); err != nil {
		return err
	}
	if err := checkFolder(folder); err != nil {
		return err
	}
	switch err := checkFile(path); {
	case errors.Is(err, fs.ErrNotExist):
		return makeFile(path)
	case err != nil:
		return err
	}
	// The database would open a file that it may only read, and fail when something is to be kept.
	if err := unix.Faccessat(unix.AT_FDCWD, path, unix.R_OK|unix.W_OK, unix.AT_EACCESS); err != nil {
		return explainSystem("open the file "+path, err)
	}
	return nil
}

// makeFolder makes a folder and those above it that are missing, and brings their names to the disk.
func makeFolder(folder string) error {
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	above := filepath.Dir(folder)
	if above != folder {
		if err := makeFolder(above); err != nil {
			return err
		}
	}
	switch err := os.Mkdir(folder, 0o700); {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return explainSystem("make the folder of the records", err)
	}
	if err := os.Chmod(folder, 0o700); err != nil { // the umask may have taken from it
		return explainSystem("close the folder of the records", err)
	}
	return syncFolder(above)
}

// checkFolder refuses a folder that others can get into, or that lies on another machine. It is not put right here: what
// else is in it, and who needs it, is not known.
func checkFolder(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case err != nil:
		return explainSystem("look at the folder of the records", err)
	case !info.IsDir():
		return fmt.Errorf("%w: %s is not a folder", store.ErrPlace, folder)
	case info.Mode().Perm()&0o077 != 0:
		return fmt.Errorf("%w: others can get into the folder %s", store.ErrPlace, folder)
	}
	kind, err := networkKind(folder)
	switch {
	case err != nil:
		return explainSystem("look at the disk of the records", err)
	case kind != "":
		return fmt.Errorf("%w: %s is not on a disk of this machine (%s), where several programs could damage them; choose a folder on its own disk",
			store.ErrPlace, folder, kind)
	}
	return nil
}

// header is how long a database is at least. SQLite takes some shorter files for new ones.
const header = 512

// checkFile refuses what is no file, or was cut short, and a file that goes by more than one name: its log lies beside one
// name, and whoever comes by another would not see it.
func checkFile(path string) error {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return explainSystem("look at the file of records", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%w: %s is a link; name the file itself", store.ErrPlace, path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: %s is not a file", store.ErrPlace, path)
	}
	if size := info.Size(); size > 0 && size < header {
		return fmt.Errorf("%w: it ends after %d bytes", store.ErrDamaged, size)
	}
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && stat.Nlink > 1 {
		return fmt.Errorf("%w: %s has another name elsewhere; remove one of them", store.ErrPlace, path)
	}
	return nil
}

// makeFile makes an empty file. A file that is there is never opened other than by the database: closing it would let go
// of the locks that this process has on it.
func makeFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return explainSystem("make the file of records", err)
	}
	if err := errors.Join(f.Chmod(0o600), f.Close()); err != nil {
		return explainSystem("make the file of records", err)
	}
	return nil
}

// closeFiles makes the files of the database readable for nobody else. They are made so; someone may have opened them.
func closeFiles(path string) error {
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		info, err := os.Lstat(name)
		if err == nil && info.Mode().Perm()&0o177 != 0 {
			err = os.Chmod(name, 0o600)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return explainSystem("close the files of the records", err)
		}
	}
	return nil
}

// syncAbove brings the name of a folder to the disk, and the names of all folders above it. A folder that may not be read,
// or that cannot be brought to any disk, was not made by this program.
func syncAbove(folder string) error {
	for above := filepath.Dir(folder); above != folder; folder, above = above, filepath.Dir(above) {
		err := syncFolder(above)
		if err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EINVAL) {
			return err
		}
	}
	return nil
}

// syncFolder brings the names in a folder to the disk.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return explainSystem("open the folder "+folder, err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return explainSystem("write the folder "+folder+" to the disk", err)
	}
	return nil
}
