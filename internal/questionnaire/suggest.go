package questionnaire

import "slices"

// Suggest gives the candidate that s was most likely meant to be, or "" if none is near: at most a third of its
// letters differ, by optimal string alignment distance (insert, delete, replace, swap two neighbours).
func Suggest(s string, candidates []string) string {
	best, nearest := "", 1+(len(s)+2)/3
	var d distance
	for _, c := range candidates {
		if abs(len(c)-len(s)) >= nearest {
			continue
		}
		if between := d.between(s, c, nearest); between < nearest {
			best, nearest = c, between
		}
	}
	return best
}

// distance keeps the rows that it counts in, as there may be many candidates.
type distance struct{ rows [3][]int }

// between gives the distance of a and b, or anything not below limit if it is not below it.
func (d *distance) between(a, b string, limit int) int {
	for i := range d.rows {
		d.rows[i] = slices.Grow(d.rows[i][:0], len(b)+1)[:len(b)+1]
	}
	before, row, next := d.rows[0], d.rows[1], d.rows[2]
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least > limit {
			return limit
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

func abs(n int) int { return max(n, -n) }
