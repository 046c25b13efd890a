package campaign

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// No answer that a person was told is kept may be lost when the power goes, whenever that is.
func TestPower(t *testing.T) {
	needStrace(t)
	every := *every
	if !*full {
		every = 401
	}
	moments, points, states, began := 0, 0, 0, time.Now()
	for _, s := range scenarios() {
		if !s.taste && !*full {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			c := power(t, program(t, s.pinned), s, every*max(s.thin, 1))
			lost := c.lost()
			for _, what := range lost[:min(len(lost), 10)] {
				t.Error(what)
			}
			t.Logf("%d moments, %d points, %d states, %d losses", c.moments, c.points, len(c.states), len(lost))
			moments, points, states = moments+c.moments, points+c.points, states+len(c.states)
		})
	}
	t.Logf("%d moments, %d points, %d states in %v", moments, points, states, time.Since(began).Round(time.Second))
	if *full && every == 1 && points < 100_000 {
		t.Errorf("only %d points", points)
	}
}

// The same on builds that do not sync, or not at every commit, must find losses.
func TestPowerFindsWhatIsNotSynced(t *testing.T) {
	needStrace(t)
	for _, mode := range []string{"OFF", "NORMAL"} {
		if mode != "OFF" && !*full {
			continue
		}
		t.Run(mode, func(t *testing.T) {
			program := build(t, change{"internal/store/sqlstore/open.go", `"synchronous(FULL)"`, `"synchronous(` + mode + `)"`})
			every := 7 * *every
			if !*full {
				every = 401
			}
			c := power(t, program, scenarios()[0], every)
			lost := c.lost()
			t.Logf("%d points, %d states, %d losses, such as %s", c.points, len(c.states), len(lost), lost[:min(len(lost), 1)])
			if !slices.ContainsFunc(lost, func(what string) bool { return strings.Contains(what, ": lost one: ") }) {
				t.Error("no answer was lost")
			}
		})
	}
}
