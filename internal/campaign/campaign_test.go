package campaign

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// campaign is the power going at every moment of a scenario.
type campaign struct {
	world  *world
	r      *rand.Rand
	disk   *disk
	needs  []need   // as they are now, one for each person
	rounds [][]need // as they were at each time when one changed

	idle            bool // the power is not cut yet
	moments, points int
	states          map[mark]*outcome
	work            chan *outcome
	all             sync.Map // of *found, by what they are
}

// tape is an act that was recorded.
type tape struct {
	sittings []sitting
	moments  []moment
	after    frozen // what was really in the folder at its end
	never    bool   // the power is not cut meanwhile
	late     bool   // it is cut only once somebody was told something
}

// outcome is a state of the disk, when it could come about, and what was found in it.
type outcome struct {
	state  frozen         // nil once it was looked at
	rounds map[int]string // of the campaign, with the first moment and way
	found  *found         // what many others have found is kept once
}

// power records a scenario and cuts the power at its moments, each nth of them.
func power(t *testing.T, program string, s scenario, every int) *campaign {
	t.Helper()
	w := newWorld(t, program)
	if s.sealed {
		w.seal()
	}
	for _, a := range s.before {
		w.sit(a)
	}
	d, err := newDisk(w.root)
	if err != nil {
		t.Fatal(err)
	}
	var tapes []tape
	for _, a := range s.acts {
		tapes = append(tapes, w.tape(a))
	}
	return cutAll(t, w, d, tapes, every)
}

// cutAll cuts the power at each nth moment of what was recorded, which began with a disk.
func cutAll(t *testing.T, w *world, d *disk, tapes []tape, every int) *campaign {
	t.Helper()
	c := &campaign{world: w, r: rand.New(rand.NewPCG(seed, 0)), disk: d, states: map[mark]*outcome{}, work: make(chan *outcome, 8)}
	var looking sync.WaitGroup
	for range runtime.NumCPU() {
		looking.Go(func() { c.look(t) })
	}
	defer looking.Wait()
	defer close(c.work)
	for _, tape := range tapes {
		c.idle = tape.never || tape.late
		c.play(t, tape, every)
	}
	return c
}

// tape records an act. What is in the store before tells the records that commands are about.
func (w *world) tape(a act) tape {
	w.t.Helper()
	for i, p := range a {
		a[i].args = slices.Clone(p.args)
		for n, arg := range p.args {
			switch arg {
			case "RECORD":
				if a[i].id = w.look().ids[p.hope]; a[i].id == "" {
					w.t.Fatalf("there is no record of %s", p.hope)
				}
				a[i].args[n] = a[i].id
			case "COPIES":
				a[i].args[n] = filepath.Join(w.root, copiesPath)
			}
		}
	}
	var t tape
	t.sittings, t.moments = w.record(a)
	after, err := newDisk(w.root)
	if err != nil {
		w.t.Fatal(err)
	}
	t.after = after.seen()
	return t
}

// play goes through a tape and cuts the power.
func (c *campaign) play(t *testing.T, tape tape, every int) {
	t.Helper()
	p := &player{disk: c.disk, began: map[*call]int{}, r: c.r}
	heard := make([]int, len(tape.sittings))
	where := 0
	p.moment = func() {
		if c.moments++; c.moments%every == 0 {
			c.cut(fmt.Sprintf("call %d", where))
		}
	}
	p.told = func(m moment) {
		for i, s := range tape.sittings {
			if m.fd(0) == s.pipe {
				c.told(t, s, heard[i], string(m.data(1)))
				heard[i]++
				c.idle = tape.never
				c.moments++
				c.cut(fmt.Sprintf("call %d", where))
			}
		}
	}
	for _, s := range tape.sittings {
		c.comes(s)
	}
	for i, m := range tape.moments {
		where = i
		if err := p.play(m); err != nil {
			t.Fatalf("play call %d: %v", i, err)
		}
	}
	for i, s := range tape.sittings {
		if want := len(s.lines); s.kill == "" && (heard[i] < want) {
			t.Fatalf("the program spoke %d times, want %d:\n%s", heard[i], want, s.out)
		}
	}
	if path := differ(c.disk.seen(), tape.after); path != "" && !c.disk.failed {
		t.Fatalf("the model and the folder are not the same: %s", path)
	}
}

// comes begins what is needed of a person, or goes on with it.
func (c *campaign) comes(s sitting) {
	i := c.of(s)
	n := &c.needs[i]
	if s.id != "" {
		n.id = s.id
	}
	n.leaving = n.leaving || s.purge
	c.rounds = append(c.rounds, slices.Clone(c.needs))
}

// of gives the place of a person's needs.
func (c *campaign) of(s sitting) int {
	for i, n := range c.needs {
		if n.hope == s.hope {
			return i
		}
	}
	c.needs = append(c.needs, need{hope: s.hope})
	return len(c.needs) - 1
}

// told takes down what a person was told.
func (c *campaign) told(t *testing.T, s sitting, heard int, words string) {
	t.Helper()
	i := c.of(s)
	switch {
	case s.command():
		if !strings.Contains(words, s.lines[0].said) {
			return // a table before it
		}
		heard = 0
	case heard >= len(s.lines):
		return // farewells
	}
	l := s.lines[heard]
	if !strings.Contains(words, l.said) {
		t.Fatalf("after %d lines, the program said no %q:\n%s", heard, l.said, words)
	}
	n := &c.needs[i]
	switch {
	case s.purge:
		n.left = true
	case strings.HasPrefix(l.did, "copied"):
		n.did = append(slices.Clone(n.did), l.did)
		n.copies = c.copies()
	case l.did != "":
		n.did = append(slices.Clone(n.did), l.did)
	}
	c.rounds = append(c.rounds, slices.Clone(c.needs))
}

// copies gives the copies that there are now.
func (c *campaign) copies() map[string]string {
	all := map[string]string{}
	for path, content := range c.disk.seen() {
		if name, ok := strings.CutPrefix(path, copiesPath+"/"); ok && !strings.HasPrefix(name, ".") {
			all[name] = string(content)
		}
	}
	return all
}

// cut cuts the power in every way.
func (c *campaign) cut(when string) {
	if c.idle {
		return
	}
	for _, way := range ways() {
		c.points++
		s := c.disk.cut(way.choose(c.r, slices.Clone(c.disk.pending)))
		m := s.mark()
		o := c.states[m]
		if o == nil {
			o = &outcome{state: s.freeze(), rounds: map[int]string{}}
			c.states[m] = o
			c.work <- o
		}
		if round := len(c.rounds) - 1; o.rounds[round] == "" {
			o.rounds[round] = when + ", " + way.name
		}
	}
}

// look opens the states, until there are no more.
func (c *campaign) look(t *testing.T) {
	for o := range c.work {
		root, err := os.MkdirTemp(c.world.t.TempDir(), "")
		if err == nil {
			err = o.state.write(root)
		}
		if err != nil {
			t.Error(err)
		}
		f := look(t.Context(), root, c.world.keys)
		same, _ := c.all.LoadOrStore(fmt.Sprintf("%#v", f), &f)
		o.state, o.found = nil, same.(*found)
		os.RemoveAll(root)
	}
}

// lost tells everything that was lost, and the points at which that was.
func (c *campaign) lost() []string {
	var all []string
	for _, o := range c.states {
		for round, when := range o.rounds {
			if o.found.fault != "" {
				all = append(all, when+": "+o.found.fault)
				continue
			}
			for _, n := range c.rounds[round] {
				if what := o.found.missing(n); what != "" {
					all = append(all, when+": lost "+what)
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
