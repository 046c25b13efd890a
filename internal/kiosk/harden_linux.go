package kiosk

import (
	"errors"
	"fmt"

	"github.com/landlock-lsm/go-landlock/landlock"
	abi "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
	"kernel.org/pub/linux/libs/security/libcap/psx"
)

// Harden keeps what the process holds from getting out by the back door: no core dumps, no debugger, and files that only
// their owner can read. The processes that it starts inherit all but the second, which each sets for itself.
func Harden() error {
	unix.Umask(0o077)
	err := errors.Join(
		unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}),
		unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0),
		noNewRights(),
	)
	if err != nil {
		return fmt.Errorf("harden the process: %w", err)
	}
	return nil
}

// noNewRights keeps all threads, and what they start, from getting rights that the process does not have.
func noNewRights() error {
	if _, _, failed := psx.Syscall6(unix.SYS_PRCTL, unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, 0); failed != 0 {
		return failed
	}
	return nil
}

// Confine takes from the process, for good, all files but those of one folder and what is open already, and the network.
// With programs it keeps what other programs need to run. What the kernel does not know of this is left out; [Confines]
// tells whether it knows any.
func Confine(folder string, programs bool) error {
	rules := []landlock.Rule{
		landlock.RWDirs(folder),
		landlock.RODirs("/usr/share/zoneinfo").IgnoreIfMissing(),
		landlock.ROFiles("/etc/localtime").IgnoreIfMissing(),
	}
	var err error
	if programs {
		system := landlock.RODirs("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/run").IgnoreIfMissing()
		err = landlock.V5.BestEffort().RestrictPaths(append(rules, system, landlock.RWFiles("/dev/null"))...)
	} else {
		err = landlock.V5.BestEffort().Restrict(rules...)
	}
	if err != nil {
		return fmt.Errorf("confine the process: %w", err)
	}
	return nil
}

// Confines tells how much of confining the kernel knows: the version of its interface, 0 for nothing.
func Confines() int {
	version, err := abi.LandlockGetABIVersion()
	if err != nil {
		return 0
	}
	return version
}
