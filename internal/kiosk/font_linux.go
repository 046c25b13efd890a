package kiosk

import (
	"errors"
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// giveMap asks a console which character has which picture. See ioctl_console(2), GIO_UNIMAP.
const giveMap = 0x4b66

// unipair is one character and the number of its picture, unimap a table of them, as the kernel has both.
type (
	unipair struct{ unicode, _ uint16 }
	unimap  struct {
		count   uint16
		entries *unipair
	}
)

// ConsoleFont gives the font that a console of Linux has loaded. The error is [ErrNoConsole] for any other terminal.
func ConsoleFont(tty *os.File) (Font, error) {
	for count := 1 << 10; ; count = 1<<16 - 1 {
		pairs := make([]unipair, count)
		ask := unimap{count: uint16(count), entries: &pairs[0]}
		_, _, failed := unix.Syscall(unix.SYS_IOCTL, tty.Fd(), giveMap, uintptr(unsafe.Pointer(&ask)))
		switch {
		case errors.Is(failed, unix.ENOMEM) && count < 1<<16-1: // the table is longer
			continue
		case errors.Is(failed, unix.ENOTTY), errors.Is(failed, unix.EINVAL):
			return nil, ErrNoConsole
		case failed != 0:
			return nil, fmt.Errorf("read the font of the console: %w", failed)
		}
		font := Font{}
		for _, p := range pairs[:ask.count] {
			font[rune(p.unicode)] = true
		}
		return font, nil
	}
}
