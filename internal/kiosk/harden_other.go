//go:build !linux

package kiosk

// Harden does nothing where kiosks are not kept.
func Harden() error { return nil }

// Confine does nothing where kiosks are not kept.
func Confine(string, bool) error { return nil }

// Confines tells how much of confining the kernel knows: nothing.
func Confines() int { return 0 }
