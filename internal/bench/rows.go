package main

import "time"

// row is a line of the table: a quantile of something measured in all runs of a size.
type row struct {
	what   string
	unit   string
	size   int
	at     float64 // quantile
	take   func(run) []float64
	budget budget
}

// budget is what ours may take: a factor of what a peer takes, or, without a peer, a number of the row's unit. 0 is none.
type budget struct {
	factor float64
	peer   string
}

const (
	median = 0.5
	p99    = 0.99
)

func rows() []row {
	slow, fast := budget{0.5, "gum"}, budget{0.1, "huh"}
	frames, small, quiet := budget{0.6, "gum"}, budget{25, ""}, budget{0.5, ""}
	none := budget{}
	return []row{
		{"start to first frame, 30 questions, median", "ms", few, median, firstFrame, slow},
		{"start to first frame, 30 questions, p99", "ms", few, p99, firstFrame, none},
		{"start to first frame, 300 questions, median", "ms", many, median, firstFrame, fast},
		{"start to first frame, 300 questions, p99", "ms", many, p99, firstFrame, none},
		{"start to first frame after a rest, 30 questions, median", "ms", few, median, firstRested, none},
		{"start to first frame after a rest, 300 questions, median", "ms", many, median, firstRested, none},
		{"welcome to first question, 30 questions, median", "ms", few, median, firstQuestion, none},
		{"welcome to first question, 300 questions, median", "ms", many, median, firstQuestion, none},
		{"key to first byte, median", "ms", few, median, firstByte, none},
		{"key to first byte, p99", "ms", few, p99, firstByte, none},
		{"key to whole frame, median", "ms", few, median, wholeFrame, frames},
		{"key to whole frame, p99", "ms", few, p99, wholeFrame, frames},
		{"key to whole frame, 300 questions, median", "ms", many, median, wholeFrame, none},
		{"key to whole frame, 300 questions, p99", "ms", many, p99, wholeFrame, none},
		{"bytes of a frame, median", "B", few, median, frameBytes, none},
		{"peak memory, 30 questions", "MiB", few, median, memory, small},
		{"peak memory, 300 questions", "MiB", many, median, memory, small},
		{"idle, of one core", "%", few, median, idle, quiet},
	}
}

func ms(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }

func firstFrame(r run) []float64 { return measured(ms(r.first)) }

func firstRested(r run) []float64 { return measured(ms(r.rested)) }

func firstQuestion(r run) []float64 { return measured(ms(r.question)) }

func measured(value float64) []float64 {
	if value == 0 {
		return nil
	}
	return []float64{value}
}

func firstByte(r run) []float64 {
	return each(r, func(s stroke) float64 { return ms(s.first) })
}

func wholeFrame(r run) []float64 {
	return each(r, func(s stroke) float64 { return ms(s.whole) })
}

func frameBytes(r run) []float64 {
	return each(r, func(s stroke) float64 { return float64(s.bytes) })
}

func each(r run, value func(stroke) float64) []float64 {
	var values []float64
	for _, s := range r.strokes {
		values = append(values, value(s))
	}
	return values
}

func memory(r run) []float64 { return measured(r.memory) }

func idle(r run) []float64 { return r.idle }
