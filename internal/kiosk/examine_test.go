package kiosk

import (
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

// fit is a machine that nothing is wrong with.
func fit() fstest.MapFS {
	file := func(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }
	return fstest.MapFS{
		"proc/sys/kernel/sysrq":                  file("0\n"),
		"proc/sys/kernel/core_pattern":           file("core\n"),
		"proc/swaps":                             file("Filename Type Size Used Priority\n/dev/zram0 partition 1 0 5\n"),
		"etc/systemd/logind.conf":                file("[Login]\n#NAutoVTs=6\n"),
		"etc/systemd/logind.conf.d/kiosk.conf":   file("[Login]\nNAutoVTs=0\nReserveVT = 0\n"),
		"etc/systemd/system/ctrl-alt-del.target": {Data: []byte("/dev/null"), Mode: fs.ModeSymlink},
		"run/systemd/timesync/synchronized":      file(""),
	}
}

func unfit(machine fs.FS) string {
	var names []string
	for _, f := range Examine(machine) {
		if !f.Fit {
			names = append(names, f.Name)
			if f.Hint == "" {
				names = append(names, "no hint")
			}
		}
	}
	return strings.Join(names, " ")
}

// Each setting by itself makes the machine unfit, in the one line that is about it.
func TestExamine(t *testing.T) {
	tests := []struct{ name, file, content, want string }{
		{"nothing", "some/file", "", ""},
		{"sysrq", "proc/sys/kernel/sysrq", "438", "sysrq"},
		{"no word of sysrq", "proc/sys/kernel/sysrq", "", "sysrq"},
		{"virtual terminals", "etc/systemd/logind.conf.d/kiosk.conf", "[Login]\nNAutoVTs=0\n", "terminals"},
		{"a later file", "etc/systemd/logind.conf.d/other.conf", "NAutoVTs=2\n", "terminals"},
		{"a login", "etc/systemd/system/getty.target.wants/getty@tty2.service", "[Unit]", "logins"},
		{"a restart", "etc/systemd/system/ctrl-alt-del.target", "[Unit]", "reboot"},
		{"swap", "proc/swaps", "Filename\n/dev/sda2 partition 1 0 5\n", "swap"},
		{"a taker of dumps", "proc/sys/kernel/core_pattern", "|/usr/share/apport/apport -p%p", "dumps"},
		{"dumps that systemd keeps", "proc/sys/kernel/core_pattern", "|/lib/systemd/systemd-coredump %P", "dumps"},
		{"a taker without a name", "proc/sys/kernel/core_pattern", "|", "dumps"},
		{"no limit on dumps", "proc/self/limits", "Limit  Soft Limit  Hard Limit  Units\nMax core file size        unlimited            unlimited            bytes\n", "limits"},
		{"a limit that can be lifted", "proc/self/limits", "Max core file size        0                    unlimited            bytes\n", ""},
		{"swap in a file", "proc/swaps", "Filename\n/swapfile file 1 0 5\n/dev/dm-1 partition 1 0 5", "swap"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			machine := maps.Clone(fit())
			machine[test.file] = &fstest.MapFile{Data: []byte(test.content)}
			if got := unfit(machine); got != test.want {
				t.Errorf("unfit in %q, want %q", got, test.want)
			}
		})
	}
	if got := unfit(fstest.MapFS{}); got != "sysrq terminals reboot clock" {
		t.Errorf("a machine of which nothing is known is unfit in %q", got)
	}
}

func TestDumpsThatSystemdThrowsAwayAreNone(t *testing.T) {
	machine := fit()
	machine["proc/sys/kernel/core_pattern"] = &fstest.MapFile{Data: []byte("|/lib/systemd/systemd-coredump %P\n")}
	machine["etc/systemd/coredump.conf"] = &fstest.MapFile{Data: []byte("[Coredump]\nStorage=external\n")}
	if got := unfit(machine); got != "dumps" {
		t.Errorf("unfit in %q", got)
	}
	machine["etc/systemd/coredump.conf.d/kiosk.conf"] = &fstest.MapFile{Data: []byte("[Coredump]\nStorage=none\n")}
	if got := unfit(machine); got != "" {
		t.Errorf("unfit in %q", got)
	}
}
