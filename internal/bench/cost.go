package main

import (
	"bytes"
	"fmt"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// peak gives the most memory that the process has held so far, in MiB.
func peak(process int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	if err != nil {
		return 0, err
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	var kib float64
	if _, err := fmt.Sscan(string(rest), &kib); err != nil {
		return 0, fmt.Errorf("read the peak memory: %w", err)
	}
	return kib / 1024, nil
}

// worked gives the time for which the process has had a core, its own and the system's on its behalf. /proc has it too,
// but in steps of a hundredth of a second.
func worked(process int) (time.Duration, error) {
	var t unix.Timespec
	if err := unix.ClockGettime(clock(process), &t); err != nil {
		return 0, fmt.Errorf("read the processor time: %w", err)
	}
	return time.Duration(t.Nano()), nil
}

// clock gives the processor-time clock of a process, as clock_getcpuclockid(3) makes it.
func clock(process int) int32 {
	const scheduled = 2
	return ^int32(process)<<3 | scheduled
}
