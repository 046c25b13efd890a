package kiosk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestQueue(t *testing.T) {
	q, at := Queue(filepath.Join(t.TempDir(), "queue")), time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	if got, err := q.Records(); len(got) > 0 || err != nil {
		t.Errorf("a queue that is not there holds %v, %v", got, err)
	}
	for _, record := range []string{"A-1", "B-2", "A-1"} {
		if err := q.Add(at, record, errors.New("exit status 1\n\x1b[2J")); err != nil {
			t.Fatal(err)
		}
	}
	got, err := q.Records()
	if diff := cmp.Diff([]string{"A-1", "B-2"}, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	content, err := os.ReadFile(string(q))
	const line = " exit status 1[2J\n"
	want := "2026-11-22T09:00:00Z A-1" + line + "2026-11-22T09:00:00Z B-2" + line + "2026-11-22T09:00:00Z A-1" + line
	if diff := cmp.Diff(want, string(content)); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if err := Queue(t.TempDir()).Add(at, "A-1", errors.New("x")); err == nil {
		t.Error("a queue that cannot be written to is no error")
	}
}
