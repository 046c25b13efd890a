package kiosk

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// Finding is one thing that a machine is or is not fit in.
type Finding struct {
	Name   string
	Fit    bool
	Detail string
	Hint   string // what to do, "" where nothing is
}

// Examine looks at the settings of a machine whose files are in root, "/" for this one: whether somebody at its keys can
// get away from the kiosk, and whether what is in memory can get onto the disk.
func Examine(root fs.FS) []Finding {
	m := machine{root}
	return []Finding{m.sysrq(), m.terminals(), m.logins(), m.reboot(), m.swap(), m.dumps(), m.limits(), m.clock()}
}

// machine is a machine to look at.
type machine struct{ root fs.FS }

// read gives what a file holds without spaces at its ends, "" where it is not there.
func (m machine) read(name string) string {
	content, err := fs.ReadFile(m.root, name)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(content))
}

func (m machine) exists(name string) bool {
	_, err := fs.Stat(m.root, name)
	return err == nil
}

// masked reports whether a unit of systemd cannot be started: its file leads nowhere, or is empty.
func (m machine) masked(unit string) bool {
	name := "etc/systemd/system/" + unit
	if to, err := fs.ReadLink(m.root, name); err == nil {
		return to == os.DevNull
	}
	info, err := fs.Stat(m.root, name)
	return err == nil && info.Size() == 0
}

func (m machine) sysrq() Finding {
	switch value := m.read("proc/sys/kernel/sysrq"); value {
	case "0":
		return Finding{Name: "sysrq", Fit: true, Detail: "keys give the kernel no orders"}
	case "":
		return Finding{Name: "sysrq", Detail: "it is not known whether keys give the kernel orders", Hint: "set kernel.sysrq = 0 in /etc/sysctl.d/kiosk.conf"}
	default:
		return Finding{Name: "sysrq", Detail: "kernel.sysrq is " + value + ": keys can kill the kiosk", Hint: "set kernel.sysrq = 0 in /etc/sysctl.d/kiosk.conf"}
	}
}

// terminals looks for other virtual terminals that logind opens when somebody switches to them.
func (m machine) terminals() Finding {
	settings := m.logind()
	if settings["NAutoVTs"] == "0" && settings["ReserveVT"] == "0" {
		return Finding{Name: "terminals", Fit: true, Detail: "no login waits on another virtual terminal"}
	}
	return Finding{
		Name: "terminals", Detail: "Alt and a function key lead to a login on another virtual terminal",
		Hint: "set NAutoVTs=0 and ReserveVT=0 under [Login] in /etc/systemd/logind.conf.d/kiosk.conf",
	}
}

// logind gives the settings of logind.
func (m machine) logind() map[string]string { return m.settings("logind.conf") }

// settings gives what a file of systemd's sets and the files of its folder, later ones over earlier.
func (m machine) settings(file string) map[string]string {
	set := map[string]string{}
	files, _ := fs.Glob(m.root, "etc/systemd/"+file+".d/*.conf")
	for _, name := range append([]string{"etc/systemd/" + file}, files...) {
		for _, line := range strings.Split(m.read(name), "\n") {
			if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok && !strings.HasPrefix(key, "#") {
				set[strings.TrimSpace(key)] = strings.TrimSpace(value)
			}
		}
	}
	return set
}

// logins looks for logins that are started with the machine.
func (m machine) logins() Finding {
	wanted, _ := fs.Glob(m.root, "etc/systemd/system/getty.target.wants/*getty@*.service")
	var open []string
	for _, name := range wanted {
		if unit := path.Base(name); !m.masked(unit) {
			open = append(open, unit)
		}
	}
	if len(open) == 0 {
		return Finding{Name: "logins", Fit: true, Detail: "no login is started with the machine"}
	}
	return Finding{Name: "logins", Detail: "logins are started with the machine: " + strings.Join(open, ", "), Hint: "systemctl mask " + strings.Join(open, " ")}
}

func (m machine) reboot() Finding {
	if m.masked("ctrl-alt-del.target") {
		return Finding{Name: "reboot", Fit: true, Detail: "Ctrl+Alt+Del does nothing"}
	}
	return Finding{Name: "reboot", Detail: "Ctrl+Alt+Del restarts the machine", Hint: "systemctl mask ctrl-alt-del.target"}
}

// swap looks for places where the kernel puts memory in plain. Memory that is compressed stays memory, and what has a
// mapper over it is taken for encrypted.
func (m machine) swap() Finding {
	var plain []string
	for i, line := range strings.Split(m.read("proc/swaps"), "\n") {
		fields := strings.Fields(line)
		if i == 0 || len(fields) == 0 || strings.HasPrefix(fields[0], "/dev/zram") || strings.HasPrefix(fields[0], "/dev/dm-") {
			continue
		}
		plain = append(plain, fields[0])
	}
	if len(plain) == 0 {
		return Finding{Name: "swap", Fit: true, Detail: "memory is not put onto a disk in plain"}
	}
	return Finding{Name: "swap", Detail: "memory is put onto a disk in plain: " + strings.Join(plain, ", "), Hint: "take it out of /etc/fstab and run swapoff -a, or encrypt it"}
}

// clock looks whether the time is set by others, as the times in records and the waits after wrong PINs hang on it.
func (m machine) clock() Finding {
	for _, sign := range []string{"run/systemd/timesync/synchronized", "run/chrony/chronyd.pid", "run/ntpd.pid"} {
		if m.exists(sign) {
			return Finding{Name: "clock", Fit: true, Detail: "the clock is kept right"}
		}
	}
	return Finding{Name: "clock", Detail: "nothing keeps the clock right", Hint: "apt-get install systemd-timesyncd"}
}
