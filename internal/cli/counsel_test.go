package cli_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"informed/internal/cli"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/sqlstore"
)

// visited keeps a record of a visit, which its person left at the first question.
func visited(t *testing.T, data, id, visit string) {
	t.Helper()
	q := one(t)
	s, err := sqlstore.Open(t.Context(), filepath.Join(data, "informed", "records.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := &records.Archive{Store: s, Now: time.Now}
	j, err := a.Begin(t.Context(), q, session.Begin{Record: id, Language: "en", Mode: "patient", Visit: visit})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	j.Session().Next()
	if err := j.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func one(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, found := yamlform.Load("one.yaml", []byte("format: informed/v1\nid: one\nversion: 1.0.0\ntitle: One question\nitems:\n  - {id: a, type: yes-no, text: Is it so, check: That it is so}\n"))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// The code of a visit leads to its one record. Where a visit has two, they are named.
func TestCounselByTheCodeOfAVisit(t *testing.T) {
	data := t.TempDir()
	visited(t, data, "AAAA-1111-1111-1111", "V-314159")
	visited(t, data, "BBBB-1111-1111-1111", "V-271828")
	visited(t, data, "CCCC-1111-1111-1111", "V-271828")
	run := func(args ...string) (status int, out, errs string) {
		var o, e bytes.Buffer
		status = cli.Main(cli.System{
			Args: append([]string{"counsel"}, args...), In: strings.NewReader(""), Out: &o, Err: &e,
			Env: func(name string) string {
				return map[string]string{"XDG_DATA_HOME": data, "INFORMED_COUNSELLOR": "Nadia Example"}[name]
			},
			Now: time.Now, User: func() string { return "example" },
		})
		return status, o.String(), e.String()
	}
	if status, out, errs := run("--visit", "v 314159", "--plain"); status != 5 || !strings.Contains(out, "informed counsel --record AAAA-1111-1111-1111") {
		t.Errorf("status %d:\n%s%s", status, out, errs)
	}
	if status, out, _ := run("--list"); status != 0 || !strings.Contains(out, "AAAA-1111-1111-1111  V-314159  in-progress") || strings.Contains(out, "BBBB") {
		t.Errorf("status %d:\n%s", status, out)
	}
	if status, _, errs := run("--visit", "V-271828", "--plain"); status != 1 || !strings.Contains(errs, "BBBB") || !strings.Contains(errs, "CCCC") {
		t.Errorf("status %d:\n%s", status, errs)
	}
	s, err := sqlstore.Open(t.Context(), filepath.Join(data, "informed", "records.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if open, err := s.Consultations(t.Context(), 9); err != nil || len(open) != 1 || open[0].Stage != store.Consulting {
		t.Errorf("open: %v, %v", open, err)
	}
}
