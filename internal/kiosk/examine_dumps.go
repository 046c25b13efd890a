package kiosk

import (
	"path"
	"strings"
)

// dumps looks what becomes of the memory of a program that breaks off. The kiosk lets nobody dump its own, but what prints for it
// and what shows its screen are programs of others.
func (m machine) dumps() Finding {
	pattern := m.read("proc/sys/kernel/core_pattern")
	taker, taken := strings.CutPrefix(pattern, "|")
	switch {
	case !taken:
		return Finding{Name: "dumps", Fit: true, Detail: "the kiosk lets nobody dump its memory, and no program takes dumps of others"}
	case strings.Contains(taker, "systemd-coredump") && m.settings("coredump.conf")["Storage"] == "none":
		return Finding{Name: "dumps", Fit: true, Detail: "the kiosk lets nobody dump its memory, and systemd keeps no dumps of others"}
	case strings.Contains(taker, "systemd-coredump"):
		return Finding{
			Name: "dumps", Detail: "systemd keeps the memory of programs that break off, such as one that prints",
			Hint: "set Storage=none and ProcessSizeMax=0 under [Coredump] in /etc/systemd/coredump.conf.d/kiosk.conf",
		}
	}
	return Finding{
		Name: "dumps", Detail: "a program takes the memory of programs that break off: " + path.Base(strings.Fields(taker + " ?")[0]),
		Hint: "take that program away, and set kernel.core_pattern = core in /etc/sysctl.d/kiosk.conf",
	}
}

// limits looks whether programs that are started from here may leave dumps. The units that come with the program say they
// may not.
func (m machine) limits() Finding {
	const name = "Max core file size"
	for _, line := range strings.Split(m.read("proc/self/limits"), "\n") {
		rest, ok := strings.CutPrefix(line, name)
		if fields := strings.Fields(rest); ok && len(fields) > 0 && fields[0] != "0" {
			return Finding{
				Name: "limits", Detail: "programs may leave dumps of " + fields[0] + " bytes",
				Hint: "set LimitCORE=0 in the unit of the kiosk, or ulimit -c 0 before it is started by hand",
			}
		}
	}
	return Finding{Name: "limits", Fit: true, Detail: "no program that is started from here leaves a dump"}
}
