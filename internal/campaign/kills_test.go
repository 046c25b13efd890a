package campaign

import (
	"testing"
	"time"
)

// TestKills kills the program in the middle, 2,000 times. Whatever the person was told is kept must be there, the record
// must be free, and it must go on where it was left.
func TestKills(t *testing.T) {
	if testing.Short() {
		t.Skip("this takes seconds")
	}
	kills := 2000 / *every
	if !*full {
		kills = 50
	}
	began := time.Now()
	sum := besiege(t, program(t, false), kills)
	t.Logf("%d kills, %d of them at work, %d records ended, %d losses in %v", sum.kills, sum.hit, sum.ended, len(sum.lost), time.Since(began).Round(time.Second))
	for _, what := range sum.lost[:min(10, len(sum.lost))] {
		t.Error(what)
	}
	if sum.hit < sum.kills/4 {
		t.Errorf("only %d of %d kills came while the program was at work", sum.hit, sum.kills)
	}
}

// A program that speaks before it saves must be found out.
func TestKillsFindWhatIsSaidTooEarly(t *testing.T) {
	if testing.Short() {
		t.Skip("this takes seconds")
	}
	sum := besiege(t, build(t, early()), 16)
	t.Logf("%d kills, %d losses, such as %q", sum.kills, len(sum.lost), sum.lost[:min(1, len(sum.lost))])
	if len(sum.lost) == 0 {
		t.Error("nothing was lost")
	}
}

// early makes the program speak before it saves.
func early() change {
	const saves = "\tif err := c.keep(); err != nil {\n\t\treturn \"\", err\n\t}\n\treturn c.hear()\n"
	const speaks = "\tline, err := c.hear()\n\tif unsaved := c.keep(); unsaved != nil {\n\t\treturn \"\", unsaved\n\t}\n\treturn line, err\n"
	return change{"internal/plain/plain.go", saves, speaks}
}
