package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIconArray(t *testing.T) {
	tests := []struct {
		name             string
		of, count, width int
		want             Icons
	}{
		{"ten", 10, 3, 40, Icons{Rows: []string{"# # # . . . . . . ."}, Per: 1}},
		{"narrow", 12, 3, 12, Icons{Rows: []string{"###.......", ".."}, Per: 1}},
		{"very narrow", 6, 1, 5, Icons{Rows: []string{"#....", "."}, Per: 1}},
		{"reduced", 1000, 200, 40, Icons{Rows: []string{
			"# # # # # # # # # #", "# # # # # # # # # #",
			". . . . . . . . . .", ". . . . . . . . . .", ". . . . . . . . . .", ". . . . . . . . . .",
			". . . . . . . . . .", ". . . . . . . . . .", ". . . . . . . . . .", ". . . . . . . . . ."}, Per: 10}},
		{"no sense", 10, 11, 40, Icons{}},
		{"nobody", 0, 0, 40, Icons{}},
		{"negative", 10, -1, 40, Icons{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.want.Rows != nil {
				test.want.Did, test.want.DidNot = "#", "."
			}
			if diff := cmp.Diff(test.want, IconArray(test.of, test.count, test.width, true)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Whatever the numbers and the width, the picture shows the numbers and fits.
func TestIconArrayCounts(t *testing.T) {
	for of := 1; of <= 1000; of += 37 {
		for count := 0; count <= of; count += 13 {
			for _, width := range []int{1, 5, 12, 20, 36, 80} {
				icons := IconArray(of, count, width, false)
				drawn := strings.Join(icons.Rows, "")
				did, didNot := strings.Count(drawn, icons.Did), strings.Count(drawn, icons.DidNot)
				if did*icons.Per != count || (did+didNot)*icons.Per != of {
					t.Fatalf("%d of %d: drew %d and %d, each for %d", count, of, did, didNot, icons.Per)
				}
				for _, row := range icons.Rows {
					if Width(row) > width {
						t.Fatalf("%d of %d: the row %q is wider than %d", count, of, row, width)
					}
				}
			}
		}
	}
}
