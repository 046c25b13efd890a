// Command bench measures what a person at the terminal feels of informed: how long until something is there, how long a
// key takes, and what it costs the machine. In the same run, turn about, it measures two programs that do a part of the
// same, as times differ from machine to machine and from minute to minute, and ratios much less.
//
// It prints a table in Markdown. It measures and never judges: whether a budget is held is for the reader to say. It is
// a module of its own, so that what the peers need never becomes a need of the program.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	informed := flag.String("informed", "../../informed", "the program, as built")
	var p plan
	flag.IntVar(&p.starts, "starts", 50, "how often each program is only started, with each number of questions")
	flag.IntVar(&p.sittings, "sittings", 15, "how often each program is sat at, with each number of questions")
	flag.IntVar(&p.keys, "keys", 30, "timed keys in each sitting")
	flag.DurationVar(&p.idle, "idle", time.Second, "how long a program is watched doing nothing in each sitting")
	flag.Parse()
	if err := bench(*informed, p); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench builds the peers in a folder of its own, measures, and prints what came of it.
func bench(informed string, p plan) error {
	folder, err := os.MkdirTemp("", "informed-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	informed, err = filepath.Abs(informed)
	if err != nil {
		return err
	}
	programs, err := prepare(folder, informed)
	if err != nil {
		return err
	}
	peers, err := versions(programs)
	if err != nil {
		return err
	}
	results, err := p.carryOut(programs)
	if err != nil {
		return err
	}
	fmt.Print(report(p, peers, results))
	return nil
}
