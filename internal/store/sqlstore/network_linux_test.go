package sqlstore

import (
	"testing"

	"golang.org/x/sys/unix"
)

func TestFileSystemsOfOtherMachines(t *testing.T) {
	for magic, want := range map[uint32]string{
		unix.NFS_SUPER_MAGIC: "nfs", unix.CIFS_SUPER_MAGIC: "smb", unix.SMB_SUPER_MAGIC: "smb", unix.SMB2_SUPER_MAGIC: "smb",
		unix.FUSE_SUPER_MAGIC: "fuse", unix.V9FS_MAGIC: "9p", unix.AFS_FS_MAGIC: "afs", unix.CEPH_SUPER_MAGIC: "ceph",
		unix.EXT4_SUPER_MAGIC: "", unix.XFS_SUPER_MAGIC: "", unix.BTRFS_SUPER_MAGIC: "", unix.TMPFS_MAGIC: "",
		unix.OVERLAYFS_SUPER_MAGIC: "", unix.F2FS_SUPER_MAGIC: "", 0x2fc12fc1: "",
	} {
		if got := remote(magic); got != want {
			t.Errorf("%#x: got %q, want %q", magic, got, want)
		}
	}
	if kind, err := networkKind(t.TempDir()); kind != "" || err != nil {
		t.Errorf("the folder of this test: got %q, %v", kind, err)
	}
	if _, err := networkKind("/nowhere/at/all"); err == nil {
		t.Error("a folder that is not there has a kind")
	}
}
