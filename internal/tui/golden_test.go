package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tour is a walk past every kind of screen: what it is called, and the keys that lead there from the one before. The keys
// of reading screens are left to toEnd, as they hang on the size.
func tour() [][2]string {
	return [][2]string{
		{"welcome", ""},
		{"the introduction of a group", "on"},
		{"a question of yes or no", "on"},
		{"Enter without an answer", "enter"},
		{"an answer, focused and chosen", "down enter"},
		{"marked to talk about", "t"},
		{"the explanation", "?"},
		{"a choice with long options", "esc enter"},
		{"own words", "3 A t space h o m e"},
		{"several", "enter"},
		{"several chosen", "1 2"},
		{"a scale", "enter"},
		{"a number of the scale", "7"},
		{"an integer", "enter"},
		{"an integer out of bounds", "9 9 enter"},
		{"a decimal", "backspace enter"},
		{"a date", "1 . 5 enter"},
		{"a date that is none", "m a y enter"},
		{"a date not known", "down space"},
		{"a line of text", "enter"},
		{"a text", "C e l l s enter"},
		{"a picture", "T o space w a l k . enter"},
		{"an unknown rate", "on"},
		{"a quiz", "on"},
		{"the feedback on a wrong try", "1 enter"},
		{"the quiz again", "on"},
		{"the feedback on a right try", "2 enter"},
		{"a private question", "on"},
		{"the review", "1 enter"},
		{"a line of the review", "down down"},
		{"an answer changed from there", "enter"},
		{"back in the review", "! enter"},
		{"the decision", "on"},
		{"the decision, declining", "3"},
		{"the name", "enter"},
		{"the checklist", "N o o r enter"},
		{"the end of the checklist", "end"},
		{"where a copy goes", "s"},
		{"saved", "1 enter"},
		{"asking to stop", "ctrl+q"},
	}
}

// TestScreens compares every screen with how it was when someone last looked at it.
func TestScreens(t *testing.T) {
	for _, size := range [][2]int{{100, 30}, {80, 24}, {40, 15}} {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			d := sit(t, load(t, "testdata/every-type.yaml"), size[0], size[1])
			d.sitting.Copies.Out = app.Stdout
			var out strings.Builder
			for _, stop := range tour() {
				for _, key := range strings.Fields(stop[1]) {
					if key == "on" {
						d.toEnd()
						key = "enter"
					}
					d.press(key)
				}
				fmt.Fprintf(&out, "--- %s\n%s", stop[0], d.shown())
			}
			compare(t, filepath.Join("testdata", "screens-"+name+".txt"), out.String())
		})
	}
}

// toEnd reads down to where Enter goes on.
func (d *desk) toEnd() {
	for range 20 {
		if !strings.Contains(d.shown(), "Read on") {
			return
		}
		d.press("enter")
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
