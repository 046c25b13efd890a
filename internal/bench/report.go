package main

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"strings"
	"time"
)

// report writes what was measured as a table in Markdown, with what the numbers hang on above it.
func report(p plan, peers []string, r results) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d cores, %s/%s, %s; window of 100 by 30; %s. %d starts and %d sittings of %d keys with each number "+
		"of questions, in turns.\n\n", time.Now().Format(time.DateOnly), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH,
		runtime.Version(), strings.Join(peers, ", "), p.starts, p.sittings, p.keys)
	b.WriteString("| what | unit | informed | gum | huh | of gum | of huh | budget | of budget |\n")
	b.WriteString("|---|---|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, row := range rows() {
		b.WriteString(row.line(r))
	}
	for _, name := range slices.Sorted(maps.Keys(r)) {
		for _, size := range []int{few, many} {
			if n := silent(r[name][size]); n > 0 {
				fmt.Fprintf(&b, "\n%s with %d questions drew nothing for %d keys.\n", name, size, n)
			}
		}
	}
	return b.String()
}

func silent(runs []run) int {
	n := 0
	for _, r := range runs {
		n += r.silent
	}
	return n
}

// line writes the row. Where a peer has nothing of the kind, there is a dash.
func (r row) line(all results) string {
	ours, gum, huh := r.value(all["informed"]), r.value(all["gum"]), r.value(all["huh"])
	most, words := r.allowed(all)
	cells := []string{
		r.what, r.unit, number(ours), number(gum), number(huh), number(ours / gum), number(ours / huh),
		words, number(ours / most),
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}

func (r row) value(runs map[int][]run) float64 {
	var values []float64
	for _, run := range runs[r.size] {
		values = append(values, r.take(run)...)
	}
	return quantile(values, r.at)
}

// allowed gives the budget as a number of the row's unit, NaN without one, and in words.
func (r row) allowed(all results) (most float64, words string) {
	b := r.budget
	switch {
	case b.factor == 0:
		return math.NaN(), "–"
	case b.peer == "":
		return b.factor, fmt.Sprintf("%g %s", b.factor, r.unit)
	}
	most = b.factor * r.value(all[b.peer])
	return most, fmt.Sprintf("%g × %s = %s", b.factor, b.peer, number(most))
}

// number writes a value with three figures or so.
func number(v float64) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "–"
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	default:
		return fmt.Sprintf("%.2f", v)
	}
}
