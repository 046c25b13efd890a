package sqlstore

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// networkKind names the kind of file system that a folder is on, if locks and shared memory cannot be relied on there, as
// between machines; else it is "".
func networkKind(folder string) (string, error) {
	var stat syscall.Statfs_t
	if err := syscall.Statfs(folder, &stat); err != nil {
		return "", os.NewSyscallError("statfs", err)
	}
	return remote(uint32(stat.Type)), nil
}

// remote names a file system by its magic number where it is one of other machines, or of a program.
func remote(magic uint32) string {
	switch magic {
	case unix.NFS_SUPER_MAGIC:
		return "nfs"
	case unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC:
		return "smb"
	case unix.FUSE_SUPER_MAGIC:
		return "fuse"
	case unix.V9FS_MAGIC:
		return "9p"
	case unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC:
		return "afs"
	case unix.CEPH_SUPER_MAGIC:
		return "ceph"
	case unix.CODA_SUPER_MAGIC:
		return "coda"
	case unix.OCFS2_SUPER_MAGIC:
		return "ocfs2"
	case 0x01161970:
		return "gfs2"
	case 0x0bd00bd0:
		return "lustre"
	case 0x47504653:
		return "gpfs"
	case 0x564c:
		return "ncp"
	case 0x786f4256:
		return "vboxsf"
	default:
		return ""
	}
}
