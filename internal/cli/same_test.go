package cli_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/cli"
)

// summaryOf runs the program on the example with this input and gives the summary that it prints, without what differs
// from one sitting to another: its id, its fingerprint, its seal and the times.
func summaryOf(t *testing.T, input string, args ...string) map[string]any {
	t.Helper()
	var out, errs bytes.Buffer
	data := t.TempDir()
	status := cli.Main(cli.System{
		Args: append([]string{"testdata/files/example.yaml", "--export", "json", "--out", "-"}, args...),
		In:   strings.NewReader(input), Out: &out, Err: &errs,
		Env: func(name string) string { return map[string]string{"XDG_DATA_HOME": data}[name] }, Now: time.Now,
	})
	if status != 0 {
		t.Fatalf("exit status %d:\n%s", status, errs.String())
	}
	var summary map[string]any
	if err := json.Unmarshal(out.Bytes(), &summary); err != nil {
		t.Fatal(err)
	}
	forget(summary)
	return summary
}

func forget(v any) {
	switch v := v.(type) {
	case []any:
		for _, child := range v {
			forget(child)
		}
	case map[string]any:
		for _, key := range []string{"at", "started", "completed", "fingerprint", "seal"} {
			delete(v, key)
		}
		for _, child := range v {
			forget(child)
		}
		if record, ok := v["record"].(map[string]any); ok {
			delete(record, "id")
		}
	}
}

// Typed line by line, typed with detours and taken from a file, the same answers give the same record.
func TestFrontEndsGiveTheSameRecord(t *testing.T) {
	file := summaryOf(t, "", "--answers", "testdata/files/answers.yaml")
	if file["decision"] == nil || len(file["checklist"].([]any)) < 3 {
		t.Fatalf("the summary is too thin to compare: %v", file)
	}
	typed := strings.Join([]string{"", "1", "other", "Through the nose", "t", "9", "Zyzzyva", "1", "", "1", "", "",
		"3", "Amina Example", "1", ""}, "\n")
	if diff := cmp.Diff(file, summaryOf(t, typed, "--plain")); diff != "" {
		t.Errorf("typed line by line, the record differs from that of the file:\n%s", diff)
	}
	detours := strings.Join([]string{"", "no", "b", "yes", "vein", "b", "2", "b", "2", "Through the nose", "?", "9", "Something else", "any", "", "r", "warning",
		"", "change 4", "Zyzzyva", "change 3", "t", "", "", "agree", "b", "3", "", "b", "Amina Example", "2", ""}, "\n")
	if diff := cmp.Diff(file, summaryOf(t, detours, "--plain")); diff != "" {
		t.Errorf("with detours, the record differs from that of the file:\n%s", diff)
	}
}
