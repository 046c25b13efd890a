package questionnaire

// Suggest gives the candidate that s was most likely meant to be, or "" if none is near: at most a third of its
// letters differ, by optimal string alignment distance (insert, delete, replace, swap two neighbours).
func Suggest(s string, candidates []string) string {
	best, nearest := "", 1+(len(s)+2)/3
	for _, c := range candidates {
		if abs(len(c)-len(s)) >= nearest {
			continue
		}
		if d := distance(s, c); d < nearest {
			best, nearest = c, d
		}
	}
	return best
}

func distance(a, b string) int {
	before, row := []int(nil), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

func abs(n int) int { return max(n, -n) }
