package campaign

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// call is one system call as strace tells it.
type call struct {
	thread string
	name   string
	args   []string
	result int64  // -1 where it failed
	path   string // of the file that the result is, "" for none
	failed string // the name of the error, "" for none
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

// parseCall reads name(args) = result. All that could be taken for its punctuation is in hexadecimal digits.
func parseCall(thread, line string, whole bool) (*call, error) {
	name, rest, ok := strings.Cut(line, "(")
	if !ok {
		return nil, fmt.Errorf("this is no call: %.100q", line)
	}
	c := &call{thread: thread, name: name, result: -1}
	if !whole {
		c.args = splitArgs(rest)
		return c, nil
	}
	end := strings.LastIndex(rest, ") ")
	if end < 0 {
		end = strings.LastIndex(rest, ")=")
	}
	if i := strings.LastIndex(rest, " = "); i >= 0 && strings.LastIndex(rest[:i], ")") >= 0 {
		end = strings.LastIndex(rest[:i], ")")
		result := strings.TrimSpace(rest[i+3:])
		c.forced = strings.HasSuffix(result, "(INJECTED)")
		number, more, _ := strings.Cut(result, " ")
		number, path, opened := strings.Cut(number, "<")
		if opened {
			c.path = unescape(strings.TrimSuffix(path, ">"))
		}
		if strings.HasPrefix(number, "-") {
			c.failed, _, _ = strings.Cut(more, " ")
		}
		if number != "?" {
			n, err := strconv.ParseInt(number, 0, 64)
			if err != nil && !strings.HasPrefix(number, "0x") {
				return nil, fmt.Errorf("the result of %s is %q", name, result)
			}
			c.result = n
		}
	}
	if end < 0 {
		return nil, fmt.Errorf("the call has no end: %.100q", line)
	}
	c.args = splitArgs(rest[:end])
	return c, nil
}

func splitArgs(s string) []string {
	args := strings.Split(s, ", ")
	for i := range args {
		args[i] = strings.TrimSpace(args[i])
	}
	return args
}

// fd gives the path of the file that an argument such as 5</tmp/x> is.
func (c *call) fd(i int) string {
	if i >= len(c.args) {
		return ""
	}
	_, path, _ := strings.Cut(c.args[i], "<")
	path, _, _ = strings.Cut(path, ">")
	return unescape(path)
}

// name gives the path that a call names: the folder in argument dir, if that is not -1, with the text in argument i.
func (c *call) named(dir, i int) string {
	path := string(c.data(i))
	if dir < 0 || strings.HasPrefix(path, "/") {
		return path
	}
	return c.fd(dir) + "/" + path
}

// data gives the bytes in argument i.
func (c *call) data(i int) []byte {
	if i >= len(c.args) {
		return nil
	}
	return []byte(unescape(strings.Trim(c.args[i], `"`)))
}

// number gives the number in argument i.
func (c *call) number(i int) (int, error) {
	if i >= len(c.args) {
		return 0, fmt.Errorf("%s has no argument %d", c.name, i)
	}
	return strconv.Atoi(c.args[i])
}

// unescape gives the bytes of \x41\x42.
func unescape(s string) string {
	if !strings.Contains(s, `\x`) {
		return s
	}
	b, err := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
	if err != nil {
		return s
	}
	return string(b)
}
