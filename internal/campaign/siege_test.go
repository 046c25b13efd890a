package campaign

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store/sqlstore"
)

// siege is one world in which the program is killed again and again.
type siege struct {
	world *world
	r     *rand.Rand
	hope  string
	id    string   // of the record that is walked, "" where there is none yet
	told  []string // what the person was told is kept
	kills int
	hit   int // kills that came while the program was at work on a line
	ended int // records that were walked to their end
	lost  []string
}

// besiege kills the program so many times, in several worlds at once.
func besiege(t *testing.T, program string, kills int) siege {
	t.Helper()
	var left atomic.Int64
	left.Store(int64(kills))
	var working sync.WaitGroup
	all := make([]siege, runtime.NumCPU())
	for i := range all {
		all[i] = siege{world: newWorld(t, program), r: rand.New(rand.NewPCG(seed, uint64(i)))}
		working.Go(func() {
			for left.Add(-1) >= 0 && !t.Failed() {
				all[i].kill(t)
			}
		})
	}
	working.Wait()
	sum := siege{}
	for _, s := range all {
		sum.kills, sum.hit, sum.ended, sum.lost = sum.kills+s.kills, sum.hit+s.hit, sum.ended+s.ended, append(sum.lost, s.lost...)
	}
	return sum
}

// kill lets the person walk for a while and kills the program.
func (s *siege) kill(t *testing.T) {
	if s.hope == "" {
		s.hope, s.id, s.told = fmt.Sprintf("hope %d", s.r.Uint64()), "", nil
	}
	args := s.world.walkArgs()
	if s.id != "" {
		args = []string{"records", "resume", "--plain", "--out", filepath.Join(s.world.root, copiesPath), s.id}
	}
	k := s.world.start(args)
	route := stations(s.hope)
	pending := "" // what was typed and not answered yet
	for lines, first := s.r.IntN(7), true; ; lines, first = lines-1, false {
		if first && s.r.IntN(8) == 0 {
			s.wait(40 * time.Millisecond) // while it starts
			break
		}
		page, ok := <-k.pages
		if !ok {
			t.Errorf("the program ended by itself: %v", k.command.Wait())
			return
		}
		s.hear(pending)
		pending = ""
		here := at(route, page)
		if first && s.id != "" && !s.right(route, here) {
			t.Errorf("%v were told, and it goes on with\n%s", s.told, page)
		}
		if here < 0 {
			t.Errorf("this page is not known:\n%s", page)
			return
		}
		if lines == 0 && s.r.IntN(2) == 0 {
			break // nothing is at work
		}
		pending = route[here].did
		k.types(route[here].typed)
		if lines == 0 || here == len(route)-1 {
			s.wait(4 * time.Millisecond)
			s.hit++
			break
		}
	}
	k.command.Process.Kill()
	said, _ := k.rest()
	if said != "" {
		s.hear(pending)
		pending = ""
	}
	s.kills++
	if err := s.check(t.Context(), pending); err != nil {
		s.lost = append(s.lost, err.Error())
		s.hope = "" // go on with another
	}
}

// wait lets some of a time go by.
func (s *siege) wait(most time.Duration) {
	<-time.After(time.Duration(s.r.Int64N(int64(most))))
}

func (s *siege) hear(did string) {
	if did != "" {
		s.told = append(s.told, did)
	}
}

// right reports whether a station lies behind all that was done and before all that was not.
func (s *siege) right(route []station, here int) bool {
	for i, station := range route {
		did := station.did != "" && slices.Contains(s.told, station.did)
		if did && here <= i || !did && station.did != "" && here > i {
			return false
		}
	}
	return here >= 0
}

// check looks at the store. maybe is what may have been done without being told.
func (s *siege) check(ctx context.Context, maybe string) error {
	db, err := sqlstore.Open(ctx, filepath.Join(s.world.root, storePath))
	if err != nil {
		return err
	}
	defer db.Close()
	a := records.Archive{Store: db, Now: time.Now}
	list, err := a.List(ctx)
	if err != nil {
		return err
	}
	for _, r := range list {
		view, err := a.Open(ctx, r.ID)
		if err != nil {
			return err
		}
		hope, did := told(view.Session.Entries())
		if hope != s.hope && (hope != "" || r.Status != session.InProgress) {
			continue
		}
		if _, err := a.Verify(ctx, r.ID); err != nil {
			return err
		}
		return s.compare(ctx, &a, r.ID, did, maybe)
	}
	if len(s.told) > 0 {
		return fmt.Errorf("there is no record, and %v were told", s.told)
	}
	return nil
}

// compare compares the journal of the record with what was told, and lets the person go on with it.
func (s *siege) compare(ctx context.Context, a *records.Archive, id string, did []string, maybe string) error {
	did = slices.DeleteFunc(did, func(one string) bool { return one == "resumed" || one == "paused" })
	completed := slices.Contains(did, "completed")
	did = slices.DeleteFunc(did, func(one string) bool { return one == "completed" })
	want := s.told
	if maybe != "" && len(did) == len(want)+1 {
		want = append(slices.Clone(want), maybe)
	}
	if strings.Join(did, ", ") != strings.Join(want, ", ") {
		return fmt.Errorf("the journal has %v, and told were %v, and perhaps %q", did, s.told, maybe)
	}
	s.id, s.told = id, did
	if completed {
		s.hope = ""
		s.ended++
		return nil
	}
	j, ok, err := a.Unfinished(ctx, "walk")
	if err != nil || !ok {
		return fmt.Errorf("the record cannot be gone on with: %v", err)
	}
	defer j.Close()
	if got := j.Session().Record().Record; got != id {
		return fmt.Errorf("the record %s would be gone on with, and not %s", got, id)
	}
	return nil
}
