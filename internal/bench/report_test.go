package main

import (
	"math"
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	tests := []struct {
		values []float64
		at     float64
		want   float64
	}{
		{[]float64{3, 1, 2}, 0.5, 2},
		{[]float64{4, 1, 2, 3}, 0.5, 2},
		{[]float64{4, 1, 2, 3}, 0.99, 4},
		{[]float64{7}, 0.99, 7},
	}
	for _, test := range tests {
		if got := quantile(test.values, test.at); got != test.want {
			t.Errorf("%v at %v: got %v, want %v", test.values, test.at, got, test.want)
		}
	}
	if got := quantile(nil, 0.5); !math.IsNaN(got) {
		t.Errorf("of nothing: got %v, want no number", got)
	}
}

func TestLine(t *testing.T) {
	took := func(ms int) map[int][]run {
		return map[int][]run{few: {{first: time.Duration(ms) * time.Millisecond}}}
	}
	all := results{"informed": took(30), "gum": took(90), "huh": took(120)}
	tests := []struct {
		row  row
		want string
	}{
		{
			row{"a start", "ms", few, median, firstFrame, budget{0.5, "gum"}},
			"| a start | ms | 30.0 | 90.0 | 120 | 0.33 | 0.25 | 0.5 × gum = 45.0 | 0.67 |\n",
		},
		{
			row{"a start", "ms", few, median, firstFrame, budget{25, ""}},
			"| a start | ms | 30.0 | 90.0 | 120 | 0.33 | 0.25 | 25 ms | 1.20 |\n",
		},
		{
			row{"what nobody has", "ms", few, median, firstQuestion, budget{}},
			"| what nobody has | ms | – | – | – | – | – | – | – |\n",
		},
	}
	for _, test := range tests {
		if got := test.row.line(all); got != test.want {
			t.Errorf("got  %swant %s", got, test.want)
		}
	}
}
