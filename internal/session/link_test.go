package session_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

func TestOpenRefuses(t *testing.T) {
	q := compile(t, yesNo("a"))
	walk := func(option string) []session.Link {
		s := sessiontest.Start(q)
		s.Next()
		say(t, s, "a", option)
		return links(s)
	}
	tests := []struct {
		name   string
		change func([]session.Link) []session.Link
		want   string
	}{
		{"first gone", func(l []session.Link) []session.Link { return l[1:] }, "entry 1"},
		{"middle gone", func(l []session.Link) []session.Link { return append(l[:2], l[3:]...) }, "entry 3"},
		{"two swapped", func(l []session.Link) []session.Link { l[2], l[3] = l[3], l[2]; return l }, "entry 3"},
		{"one twice", func(l []session.Link) []session.Link { return slices.Insert(l, 2, l[1]) }, "entry 3"},
		{"answer changed", func(l []session.Link) []session.Link {
			l[3].Body = []byte(strings.Replace(string(l[3].Body), "yes", "no", 1))
			return l
		}, "entry 4"},
		{"time changed", func(l []session.Link) []session.Link { l[3].At = l[3].At.Add(time.Millisecond); return l }, "entry 4"},
		{"time changed by less than is kept", func(l []session.Link) []session.Link { l[3].At = l[3].At.Add(1); return l }, "entry 4"},
		{"hash changed", func(l []session.Link) []session.Link { l[3].Hash = l[2].Hash; return l }, "entry 4"},
		{"one from another journal", func(l []session.Link) []session.Link { l[4] = walk("no")[4]; return l }, "entry 5"},
		{"answer changed, and its hash", func(l []session.Link) []session.Link {
			l[3].Body = []byte(strings.Replace(string(l[3].Body), "yes", "no", 1))
			l[3].Hash = l[3].Sum()
			return l
		}, "entry 5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := session.Open("EXAMPLE", test.change(walk("yes")), nil)
			if !errors.Is(err, session.ErrChain) || !strings.HasPrefix(err.Error(), test.want+":") {
				t.Errorf("got %v, want the chain broken at %s", err, test.want)
			}
		})
	}
	if _, err := session.Open("ANOTHER", walk("yes"), nil); !errors.Is(err, session.ErrChain) {
		t.Errorf("the journal of another record: got %v", err)
	}
	if _, err := session.Open("EXAMPLE", walk("yes"), nil); err != nil {
		t.Errorf("untouched: got %v", err)
	}
}

func TestReplayRefuses(t *testing.T) {
	s := sessiontest.Start(compile(t, yesNo("a")))
	s.Next()
	say(t, s, "a", "yes")
	if _, err := session.Replay(compile(t, yesNo("a")), nil, session.Scribe{}); !errors.Is(err, session.ErrOther) {
		t.Errorf("no entries: got %v", err)
	}
	if _, err := session.Replay(compile(t, yesNo("b")), s.Entries(), session.Scribe{}); err == nil {
		t.Error("a journal opened where its items are unknown")
	}
}

// What a key may open is told from what no key would make an entry of.
func TestUnreadableBodies(t *testing.T) {
	same := func(body []byte) ([]byte, error) { return body, nil }
	for _, test := range []struct {
		name, body   string
		keyless, key error
	}{
		{"sealed", "age-encryption.org/v1 ...", session.ErrUnreadable, session.ErrStrange},
		{"nothing", "", session.ErrUnreadable, session.ErrStrange},
		{"an event that there is not", `{"kind":"guessed","data":{}}`, session.ErrStrange, session.ErrStrange},
		{"a field of another type", `{"kind":"shown","data":{"screen":1}}`, session.ErrStrange, session.ErrStrange},
		{"no object", `"shown"`, session.ErrStrange, session.ErrStrange},
	} {
		l := session.Link{Seq: 1, Prev: "EXAMPLE", Body: []byte(test.body)}
		l.Hash = l.Sum()
		if _, err := session.Open("EXAMPLE", []session.Link{l}, nil); !errors.Is(err, test.keyless) {
			t.Errorf("%s: without a key: got %v", test.name, err)
		}
		if _, err := session.Open("EXAMPLE", []session.Link{l}, same); !errors.Is(err, test.key) {
			t.Errorf("%s: opened: got %v", test.name, err)
		}
	}
}

func TestSealedBodiesAreOpened(t *testing.T) {
	turn := func(b []byte) []byte { b = slices.Clone(b); slices.Reverse(b); return b }
	begin := session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"}
	s := session.Start(compile(t, yesNo("a")), begin, session.Scribe{Now: sessiontest.Clock(), Seal: turn, Role: session.Staff, Actor: "Amina Example"})
	entries, err := session.Open("EXAMPLE", links(s), func(b []byte) ([]byte, error) { return turn(b), nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.Entries(), entries); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
	if e := entries[0]; e.Role != session.Staff || e.Actor != "Amina Example" || e.Kind() != "started" {
		t.Errorf("read %+v", e)
	}
	refused := errors.New("refused")
	if _, err := session.Open("EXAMPLE", links(s), func([]byte) ([]byte, error) { return nil, refused }); !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
}

// Looking at a record and copying it leave its fingerprint as it was; taking it back does not.
func TestTheFingerprintCoversWhatWasSaid(t *testing.T) {
	s := sessiontest.Start(compile(t, yesNo("a")))
	s.Next()
	open := s.Record()
	s.Pause(session.Stopped)
	s.Resume()
	s.Copied("md", false)
	if diff := cmp.Diff(open, s.Record()); diff != "" {
		t.Errorf("an open record (-before +after):\n%s", diff)
	}
	say(t, s, "a", "yes")
	s.Next()
	done := s.Record()
	s.Copied("md", true)
	if diff := cmp.Diff(done, s.Record()); diff != "" {
		t.Errorf("a completed record (-before +after):\n%s", diff)
	}
	q := s.Questionnaire()
	back := session.Scribe{Now: sessiontest.Clock(), Role: session.Staff}.Write(s.Entries()[len(s.Entries())-1].Link, session.Withdrawn{})
	again, err := session.Replay(q, append(s.Entries(), back), session.Scribe{})
	if err != nil {
		t.Fatal(err)
	}
	r := again.Record()
	if r.Status != session.Retracted || r.Fingerprint != back.Hash || r.Withdrawn.IsZero() || r.Completed.IsZero() {
		t.Errorf("withdrawn: %+v", r)
	}
	if diff := cmp.Diff(questionnaire.Answers{"a": questionnaire.Codes("yes")}, r.Response.Answers); diff != "" {
		t.Errorf("withdrawing took answers away:\n%s", diff)
	}
}
