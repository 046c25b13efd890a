package campaign

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store/sqlstore"
)

// fault is what goes wrong in a walk.
type fault struct {
	call   string // the kind of call that fails
	number int    // which of its kind, from 1; of a limit, of 512 bytes
	err    string // such as EIO; "" limits how long files get, so that one write is cut short and all after it fail
	on     bool   // all from then on
	stop   bool   // the person stops when a step is not saved, and does not try again
}

func (f fault) String() string {
	if f.err == "" {
		return fmt.Sprintf("files of at most %d bytes", 512*f.number)
	}
	s := fmt.Sprintf("%s of %s %d", f.err, f.call, f.number)
	if f.on {
		s += " and all after it"
	}
	return s
}

// before is what is started before the program to bring the fault about.
func (f fault) before(trace string) []string {
	if f.err == "" {
		return []string{"sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$0" "$@"`, f.number)}
	}
	when := fmt.Sprint(f.number)
	if f.on {
		when += "+"
	}
	return []string{"strace", "-f", "-y", "-xx", "-o", trace, "-e", "signal=none", "-e", "trace=" + f.call,
		"-e", "inject=" + f.call + ":error=" + f.err + ":when=" + when, "--"}
}

// shortRoute is the way through the short questionnaire.
func shortRoute() []station {
	return []station{
		{"Your answers are kept on this computer as you give them", "", ""},
		{"What do you hope for?", "one", "hope=one"},
		{"Were you told of the risks?", "1", "told=yes"},
		{"or type change and a number", "", "reviewed"},
		{"Where do you stand?", "2", "decision=defer"},
		{"A copy of your checklist would be saved here", "1", "copied md"},
		{"Your last step is not saved yet.", "1", ""},
		{"It is still not saved.", "2", ""},
	}
}

// last is the station at which the walk ends well.
const last = 5

func (w *world) shortArgs() []string {
	return []string{"run", "--plain", "--out", filepath.Join(w.root, copiesPath, "list.md"), filepath.Join("testdata", "short.yaml")}
}

// blow is what came of a fault.
type blow struct {
	told    []string // what the person was told is kept
	maybe   string   // what was typed and not answered
	said    string   // all that was said
	status  int
	done    bool // the walk came to its end
	unsaved int  // times when the person was told that a step, or a copy, is not saved
	hit     bool // the fault came, to a call about the folder
}

// strike walks with a fault.
func (w *world) strike(f fault) (blow, error) {
	trace := filepath.Join(w.root, "..", "trace")
	k := w.start(w.shortArgs(), f.before(trace)...)
	b := blow{}
	route := shortRoute()
	late := time.After(time.Minute)
	for open := true; open; {
		var page string
		select {
		case page, open = <-k.pages:
		case <-late:
			k.command.Process.Kill()
			return b, fmt.Errorf("it hangs after\n%s", end(b.said))
		}
		b.said += page
		if here := at(route, page); open && here >= 0 {
			b.answer(k, f, route[here], here, page)
		}
	}
	said, ended := k.rest()
	b.said, b.status = b.said+said, ended.ExitCode()
	b.done = strings.Contains(b.said, "Your copy is here") || strings.Contains(b.said, "No copy was saved.")
	if b.done && b.maybe != "" {
		b.told, b.maybe = append(b.told, b.maybe), ""
	}
	b.hit = f.err == "" || w.hit(trace)
	return b, nil
}

// answer is what the person does about a page.
func (b *blow) answer(k *walker, f fault, s station, here int, page string) {
	copyFailed := strings.Contains(page, "The copy was not saved")
	switch {
	case here == last+1 && f.stop, copyFailed && (f.stop || b.unsaved > 0):
		b.unsaved++
		b.maybe = ""
		k.types("2")
	case here > last, copyFailed:
		b.unsaved++
		k.types(s.typed)
	default:
		if b.maybe != "" {
			b.told = append(b.told, b.maybe)
		}
		b.maybe = s.did
		k.types(s.typed)
	}
}

// hit reports whether strace made a call fail that is about the folder, and no other: threads count each for themselves.
func (w *world) hit(trace string) bool {
	moments, err := readTrace(trace)
	if err != nil {
		w.t.Error(err)
	}
	hits := 0
	for _, m := range moments {
		if m.ends && m.forced {
			if !w.touches(m.call) {
				return false
			}
			hits++
		}
	}
	return hits > 0
}

// touches reports whether a call is about something in the folder.
func (w *world) touches(c *call) bool {
	for i := range c.args {
		for _, path := range []string{c.fd(i), string(c.data(i))} {
			if strings.HasPrefix(path, w.root+"/") {
				return true
			}
		}
	}
	return false
}

// wrong says what should not have come of a fault, or "".
func (w *world) wrong(f fault, b blow) string {
	for _, bad := range []string{"panic", "goroutine", "runtime error", "fatal error", "SIGXFSZ"} {
		if strings.Contains(b.said, bad) {
			return "it broke: " + end(b.said)
		}
	}
	words := strings.Contains(b.said, "informed: ") && strings.Contains(b.said, "hint: ")
	flat := strings.Join(strings.Fields(b.said), " ")
	switch {
	case b.status == 0 && !b.done:
		return "it ended well, and not at the end: " + end(b.said)
	case b.status != 0 && b.done && b.unsaved == 0 && !words:
		return fmt.Sprintf("it ended with %d after all was done, and did not say why: %s", b.status, end(b.said))
	case b.status != 0 && !words && b.unsaved == 0:
		return fmt.Sprintf("it ended with %d and did not say why: %s", b.status, end(b.said))
	case b.unsaved > 0 && !slices.ContainsFunc(comfort(), func(words string) bool { return strings.Contains(flat, words) }):
		return "it did not say what is safe: " + end(b.said)
	}
	if err := w.compare(b); err != nil {
		return err.Error() + ": " + end(b.said)
	}
	return ""
}

// comfort is how a person is told what is safe.
func comfort() []string {
	return []string{"Everything before it is safe.", "so nothing is lost.", "Your answers are still here."}
}

// end gives the end of what was said.
func end(said string) string { return said[max(0, len(said)-1200):] }

// compare compares what is kept with what the person was told.
func (w *world) compare(b blow) error {
	ctx := w.t.Context()
	db, err := sqlstore.Open(ctx, filepath.Join(w.root, storePath))
	if err != nil {
		return err
	}
	defer db.Close()
	a := records.Archive{Store: db, Now: time.Now}
	list, err := a.List(ctx)
	if err != nil || len(list) == 0 && len(b.told) == 0 {
		return err
	}
	if len(list) != 1 {
		return fmt.Errorf("there are %d records, and told were %v", len(list), b.told)
	}
	if _, err := a.Verify(ctx, list[0].ID); err != nil {
		return err
	}
	view, err := a.Open(ctx, list[0].ID)
	if err != nil {
		return err
	}
	_, did := told(view.Session.Entries())
	f := found{journals: map[string][]string{"one": did}}
	if what := f.missing(need{hope: "one", did: b.told}); what != "" {
		return fmt.Errorf("lost %s; the journal has %v", what, did)
	}
	if view.Status == session.InProgress {
		j, err := a.Resume(ctx, list[0].ID)
		if err != nil {
			return err
		}
		return j.Close()
	}
	return nil
}
