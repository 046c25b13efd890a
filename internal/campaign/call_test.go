package campaign

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// parseCall reads name(args) = result, or as much of it as there is of a call that has not ended. All that could be taken
// for its punctuation is in hexadecimal digits.
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
	equals := strings.LastIndex(rest, " = ")
	end := strings.LastIndex(rest[:max(equals, 0)], ")")
	if end < 0 {
		return nil, fmt.Errorf("the call has no result: %.100q", line)
	}
	c.args = splitArgs(rest[:end])
	return c, c.ended(strings.TrimSpace(rest[equals+3:]))
}

// ended takes down a result such as 3</tmp/x>, or -1 EIO (Input/output error) (INJECTED).
func (c *call) ended(result string) error {
	c.forced = strings.HasSuffix(result, "(INJECTED)")
	first, _, _ := strings.Cut(result, " ")
	number, path, _ := strings.Cut(first, "<")
	c.path = unescape(strings.TrimSuffix(path, ">"))
	if number == "?" { // it never came back
		return nil
	}
	if strings.HasPrefix(number, "0x") { // an address
		c.result = 0
		return nil
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return fmt.Errorf("the result of %s is %q", c.name, result)
	}
	c.result = n
	return nil
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

// named gives the path that a call names: the folder in argument dir, if that is not -1, with the text in argument i.
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
