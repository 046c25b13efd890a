package main

import (
	"fmt"
	"os"
	"time"
)

const (
	pause = 40 * time.Millisecond // a silence that long ends a frame: more than two ticks of a clock of 60 a second
	rest  = time.Second           // a silence that long ends a start: a slow one may pause
)

// plan is how much is measured.
type plan struct {
	starts   int
	sittings int
	keys     int
	idle     time.Duration
}

// run is what came of starting a program once. What was not measured is 0.
type run struct {
	first    time.Duration // from exec until the first frame is whole, right after another program
	rested   time.Duration // the same, on a machine that did nothing for a while
	question time.Duration // from the key that leads on from the welcome to the first question
	strokes  []stroke      // arrow keys on a question
	silent   int           // arrow keys that drew nothing
	memory   float64       // at most, MiB
	idle     []float64     // percent of a core
}

// stroke is what came of a key.
type stroke struct {
	first time.Duration // until the first byte of the frame
	whole time.Duration // until the last
	bytes int
}

// results are the runs of each program, by its name and the number of questions.
type results map[string]map[int][]run

// carryOut starts all programs in turn, again and again, and then sits at them in turn, so that what else goes on on the
// machine meets them alike. The first start only brings a program to memory.
func (p plan) carryOut(programs []program) (results, error) {
	warm, out := results{}, results{}
	if err := inTurn("start", 1, programs, warm, start); err != nil {
		return nil, err
	}
	if err := inTurn("start", p.starts, programs, out, start); err != nil {
		return nil, err
	}
	return out, inTurn("sitting", p.sittings, programs, out, p.sitting)
}

// inTurn measures all programs in each round, which begins with another one each time, and adds what came of it to out.
func inTurn(what string, rounds int, programs []program, out results, measure func(program, *seat) (run, error)) error {
	for round := range rounds {
		fmt.Fprintf(os.Stderr, "%s %d of %d\n", what, round+1, rounds)
		for _, size := range []int{few, many} {
			for i := range programs {
				program := programs[(round+i)%len(programs)]
				r, err := once(program, size, measure)
				if err != nil {
					return fmt.Errorf("%s with %d questions: %w", program.name, size, err)
				}
				out.add(program.name, size, r)
			}
		}
	}
	return nil
}

func (r results) add(name string, size int, one run) {
	if r[name] == nil {
		r[name] = map[int][]run{}
	}
	r[name][size] = append(r[name][size], one)
}

// once starts a program in a home of its own, measures it, and ends it.
func once(program program, size int, measure func(program, *seat) (run, error)) (run, error) {
	home, err := os.MkdirTemp("", "informed-bench-home-")
	if err != nil {
		return run{}, err
	}
	defer os.RemoveAll(home)
	s, err := sit(program, size, home)
	if err != nil {
		return run{}, err
	}
	defer s.leave()
	return measure(program, s)
}

// start measures a program up to its first frame.
func start(program program, s *seat) (run, error) {
	shown, err := s.await(program.first)
	return run{first: shown.Sub(s.began)}, err
}

// sitting measures a program in use.
func (p plan) sitting(program program, s *seat) (r run, err error) {
	shown, err := s.await(program.first)
	if err != nil {
		return run{}, err
	}
	r.rested = shown.Sub(s.began)
	s.settle(rest)
	if program.start != "" {
		if r.question, err = s.lead(program.start, program.question); err != nil {
			return run{}, err
		}
	}
	p.strike(s, &r)
	idle, err := p.watch(s)
	if err != nil {
		return run{}, err
	}
	r.idle = []float64{idle}
	r.memory, err = peak(s.command.Process.Pid)
	return r, err
}

// strike presses the arrows, down and up, after one that only brings the cursor to where both move it. The pauses between
// keys are such that a program that draws by a clock is met at every moment of it.
func (p plan) strike(s *seat, r *run) {
	arrows := []string{"\x1b[B", "\x1b[A"}
	s.press(arrows[0])
	for i := range p.keys {
		s.settle(time.Duration(1+i%13) * 1300 * time.Microsecond)
		if stroke, drawn := s.press(arrows[i%2]); drawn {
			r.strokes = append(r.strokes, stroke)
		} else {
			r.silent++
		}
	}
}

// watch gives how much of a core the program takes while nobody touches it, in percent.
func (p plan) watch(s *seat) (float64, error) {
	s.settle(rest)
	before, err := worked(s.command.Process.Pid)
	if err != nil {
		return 0, err
	}
	began := time.Now()
	time.Sleep(p.idle)
	after, err := worked(s.command.Process.Pid)
	return 100 * float64(after-before) / float64(time.Since(began)), err
}
