package revision

import (
	"slices"
	"strconv"
	"strings"
)

// Growth tells how a version compares with another: -1 older, 0 the same, 1 newer. It reads the three numbers alone.
func Growth(before, after string) int { return slices.Compare(numbersOf(after), numbersOf(before)) }

// Fresh reports whether the version after raises the first or the middle number of the version before: then people who
// know that one are asked again.
func Fresh(before, after string) bool {
	return slices.Compare(numbersOf(after)[:2], numbersOf(before)[:2]) > 0
}

// follows reports whether after is one step from before.
func follows(before, after string) bool {
	b, a := numbersOf(before), numbersOf(after)
	switch {
	case b[0] == a[0] && b[1] == a[1]:
		return a[2] > b[2]
	case b[0] == a[0]:
		return a[1] == b[1]+1 && a[2] == 0
	default:
		return a[0] == b[0]+1 && a[1] == 0 && a[2] == 0
	}
}

// numbersOf gives the three numbers of a version x.y.z; 0 for what is not a number.
func numbersOf(version string) []int {
	numbers := make([]int, 3)
	core := version
	if end := strings.IndexAny(version, "-+"); end >= 0 {
		core = version[:end]
	}
	for i, part := range strings.SplitN(core, ".", len(numbers)) {
		numbers[i], _ = strconv.Atoi(part)
	}
	return numbers
}
