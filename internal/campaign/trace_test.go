package campaign

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// call is one system call as strace tells it.
type call struct {
	thread string
	name   string
	args   []string
	result int64  // -1 where it failed
	path   string // of the file that the result is, "" for none
	forced bool   // strace made it fail
}

// moment is when a call began, or ended. Another may come between.
type moment struct {
	*call
	begins, ends bool
}

// traced are the calls that change files, or could, and those by which a person is told something.
const traced = "open,openat,openat2,creat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,fsync,fdatasync,sync_file_range," +
	"copy_file_range,sendfile,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,mkdir,mkdirat,mmap,msync"

// readTrace reads what strace -f -y -xx wrote.
func readTrace(name string) ([]moment, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return parseTrace(f)
}

func parseTrace(r io.Reader) ([]moment, error) {
	var moments []moment
	open := map[string]*call{}    // by thread
	halves := map[string]string{} // first parts of lines, by thread
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<28)
	for n := 1; lines.Scan(); n++ {
		thread, line, ok := strings.Cut(lines.Text(), " ")
		line = strings.TrimSpace(line)
		switch {
		case !ok:
			return nil, fmt.Errorf("line %d has no thread: %.100q", n, lines.Text())
		case strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "---"):
			continue
		case strings.HasSuffix(line, "<unfinished ...>"):
			half := strings.TrimSuffix(line, "<unfinished ...>")
			c, err := parseCall(thread, half, false)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			open[thread], halves[thread] = c, half
			moments = append(moments, moment{call: c, begins: true})
		case strings.HasPrefix(line, "<... "):
			_, rest, ok := strings.Cut(line, " resumed>")
			if !ok || open[thread] == nil {
				return nil, fmt.Errorf("line %d ends what never began: %.100q", n, line)
			}
			c, err := parseCall(thread, halves[thread]+rest, true)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			*open[thread] = *c
			moments = append(moments, moment{call: open[thread], ends: true})
			delete(open, thread)
		default:
			c, err := parseCall(thread, line, true)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			moments = append(moments, moment{call: c, begins: true, ends: true})
		}
	}
	return moments, lines.Err()
}
