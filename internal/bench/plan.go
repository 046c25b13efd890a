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
	rounds int
	keys   int
	idle   time.Duration
}

// run is what came of starting a program once.
type run struct {
	first    time.Duration // from exec until the first frame is whole
	question time.Duration // from the key that leads on from the welcome to the first question; 0 without a welcome
	strokes  []stroke      // arrow keys on a question
	silent   int           // arrow keys that drew nothing
	memory   float64       // at most, MiB
	idle     float64       // percent of a core
}

// stroke is what came of a key.
type stroke struct {
	first time.Duration // until the first byte of the frame
	whole time.Duration // until the last
	bytes int
}

// results are the runs of each program, by its name and the number of questions.
type results map[string]map[int][]run

// carryOut measures all programs in turn, again and again, so that what else goes on on the machine meets them alike. Each
// round begins with another program.
func (p plan) carryOut(programs []program) (results, error) {
	out := results{}
	for _, program := range programs {
		out[program.name] = map[int][]run{}
	}
	for round := range p.rounds {
		fmt.Fprintf(os.Stderr, "round %d of %d\n", round+1, p.rounds)
		for _, size := range []int{few, many} {
			for i := range programs {
				program := programs[(round+i)%len(programs)]
				r, err := p.once(program, size)
				if err != nil {
					return nil, fmt.Errorf("%s with %d questions: %w", program.name, size, err)
				}
				out[program.name][size] = append(out[program.name][size], r)
			}
		}
	}
	return out, nil
}

// once starts a program, and measures it up to its end.
func (p plan) once(program program, size int) (r run, err error) {
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
	shown, err := s.await(program.first)
	if err != nil {
		return run{}, err
	}
	r.first = shown.Sub(s.began)
	s.settle(rest)
	if program.start != "" {
		if r.question, err = s.lead(program.start, program.question); err != nil {
			return run{}, err
		}
	}
	p.strike(s, &r)
	if r.idle, err = p.watch(s); err != nil {
		return run{}, err
	}
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
