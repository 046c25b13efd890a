package main

import (
	"math"
	"slices"
)

// quantile gives the value that the share q of the values does not exceed, NaN when there is none.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[max(0, int(math.Ceil(q*float64(len(sorted))))-1)]
}
