package kiosk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"
)

// Queue is a file of copies that could not be printed, one a line: when, of which record, and why. It holds nothing of the
// answers. Staff print them at the desk and delete the file.
type Queue string

// Add puts a record into the queue.
func (q Queue) Add(at time.Time, record string, why error) error {
	f, err := os.OpenFile(string(q), os.O_WRONLY|os.O_APPEND|os.O_CREATE|os.O_SYNC, 0o600)
	if err != nil {
		return fmt.Errorf("note what was not printed: %w", err)
	}
	_, err = fmt.Fprintf(f, "%s %s %s\n", at.UTC().Format(time.RFC3339), record, printable(why.Error()))
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("note what was not printed: %w", err)
	}
	return nil
}

// Records lists the records in the queue, each once, in the order in which they came. A queue that is not there is empty.
func (q Queue) Records() ([]string, error) {
	content, err := os.ReadFile(string(q))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read what was not printed: %w", err)
	}
	var records []string
	seen := map[string]bool{}
	for _, line := range strings.Split(string(content), "\n") {
		if fields := strings.Fields(line); len(fields) > 1 && !seen[fields[1]] {
			seen[fields[1]] = true
			records = append(records, fields[1])
		}
	}
	return records, nil
}
