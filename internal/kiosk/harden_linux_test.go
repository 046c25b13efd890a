package kiosk

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// hardened is what a process of its own reports that hardens itself, as its argument says, and then tries what it should
// not be able to do.
func hardened() {
	folder := os.Args[2]
	if os.Args[1] != "-loose" {
		if err := Harden(); err != nil {
			fmt.Println(err)
		}
		if err := Confine(folder, os.Args[1] == "-programs"); err != nil {
			fmt.Println(err)
		}
	}
	try := func(what string, err error) { fmt.Printf("%s:%v ", what, err == nil) }
	_, err := os.ReadFile("/etc/passwd")
	try("read", err)
	_, err = os.ReadDir("/tmp")
	try("list", err)
	try("write", os.WriteFile(filepath.Join(filepath.Dir(folder), "outside"), nil, 0o666))
	try("exec", exec.Command("/bin/sh", "-c", ":").Run())
	try("keep", os.WriteFile(filepath.Join(folder, "inside"), nil, 0o666))
	dumpable, _ := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	var core unix.Rlimit
	unix.Getrlimit(unix.RLIMIT_CORE, &core)
	fmt.Printf("dumpable:%d core:%v", dumpable, core.Cur > 0)
}

func TestAHardenedProcessReachesItsFolderAlone(t *testing.T) {
	if Confines() == 0 {
		t.Skip("this kernel confines nothing")
	}
	tests := map[string]string{
		"-loose":    "read:true list:true write:true exec:true keep:true dumpable:1",
		"-confined": "read:false list:false write:false exec:false keep:true dumpable:0 core:false",
		"-programs": "read:true list:false write:false exec:true keep:true dumpable:0 core:false",
	}
	for how, want := range tests {
		folder := filepath.Join(t.TempDir(), "data")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		command := exec.Command(os.Args[0], how, folder)
		command.Env = []string{"KIOSK_TEST_PATIENT=hardened"}
		out, err := command.CombinedOutput()
		if err != nil || !strings.HasPrefix(string(out), want) {
			t.Errorf("%s: %v: %s\nwant %s", how, err, out, want)
		}
		info, err := os.Stat(filepath.Join(folder, "inside"))
		if how != "-loose" && (err != nil || info.Mode().Perm() != 0o600) {
			t.Errorf("%s: mode of a new file %v, %v", how, info.Mode(), err)
		}
	}
}
