//go:build !linux

package kiosk

import (
	"os"
	"syscall"
)

// attributes are none where processes cannot be made to die with the one that started them.
func attributes() *syscall.SysProcAttr { return nil }

// discard does nothing where the call for it is another one than Linux's.
func discard(*os.File) {}

// thaw does nothing where kiosks are not kept.
func thaw(*os.File) {}

// exclude does nothing where kiosks are not kept.
func exclude(*os.File) error { return nil }

// alone is nothing where kiosks are not kept.
func alone() *syscall.SysProcAttr { return nil }

// end ends a process.
func end(p *os.Process) error { return p.Kill() }

// NewReport opens the file into which the process of a patient writes where a fault was.
func NewReport() *os.File { return os.NewFile(Report, "report") }

// ConsoleFont finds no console of Linux.
func ConsoleFont(*os.File) (Font, error) { return nil, ErrNoConsole }
