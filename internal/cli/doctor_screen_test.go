package cli

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"informed/internal/kiosk"
	"informed/internal/tui"
)

func environment(pairs ...string) func(string) string {
	return func(name string) string {
		for _, pair := range pairs {
			if value, ok := strings.CutPrefix(pair, name+"="); ok {
				return value
			}
		}
		return ""
	}
}

// with gives a font with the characters of a text.
func with(text string) kiosk.Font {
	font := kiosk.Font{}
	for _, r := range text {
		font[r] = true
	}
	return font
}

func told(t *testing.T, name string, got check, state, detail string) {
	t.Helper()
	if got.State != state || !strings.Contains(got.Detail, detail) || (got.State == fine) != (got.Hint == "") {
		t.Errorf("%s: %+v, want %s: %s", name, got, state, detail)
	}
}

func TestExamineFont(t *testing.T) {
	utf8 := environment("TERM=linux", "LANG=C.UTF-8")
	signs := tui.Signs(utf8)
	spanish, _ := kiosk.Letters("es")
	tests := []struct {
		name          string
		font          kiosk.Font
		none          error
		languages     string
		env           func(string) string
		state, detail string
	}{
		{"all there", with(spanish + signs), nil, "en es", utf8, fine, "en, es"},
		{"a letter missing", with(strings.ReplaceAll(spanish, "ñ", "") + signs), nil, "en es", utf8, bad, "language es: ñ"},
		{"a sign missing", with(spanish), nil, "en es", utf8, bad, "draw with: • ━ ─ ▲ ▼"},
		{"no signs needed", with(spanish + "#^"), nil, "en es", environment("TERM=linux", "LANG=C"), fine, ""},
		{"Arabic on a console", with(spanish + signs), nil, "en ar", utf8, bad, "no console of Linux can show the language ar"},
		{"Arabic on what says it is a console", nil, kiosk.ErrNoConsole, "ar", utf8, bad, "language ar"},
		{"another terminal", nil, kiosk.ErrNoConsole, "en ar", environment("TERM=foot"), note, "its own affair: en, ar"},
		{"a font that cannot be read", nil, errors.New("no rights"), "en", utf8, bad, "no rights"},
	}
	for _, test := range tests {
		got := examineFont(test.font, test.none, strings.Fields(test.languages), test.env)
		if test.none != nil && !errors.Is(test.none, kiosk.ErrNoConsole) {
			got.Hint = "any"
		}
		told(t, test.name, got, test.state, test.detail)
	}
}

func TestExamineSizes(t *testing.T) {
	told(t, "too narrow", examineSize("linux", tui.MinWidth-1, 50), bad, "39 columns and 50 lines are too few; 40 and 15 are needed")
	told(t, "too low", examineSize("linux", 200, tui.MinHeight-1), bad, "too few")
	told(t, "enough", examineSize("linux", tui.MinWidth, tui.MinHeight), fine, "linux, 40 columns, 15 lines")
	told(t, "no display", examinePrint(24, 0), note, "24 lines are large print on a display 16 cm high or higher")
	told(t, "small print", examinePrint(67, 290), note, "29 cm high, 67 lines are smaller than large print")
	told(t, "large print", examinePrint(33, 290), fine, "large print")
}

func TestExamineColors(t *testing.T) {
	number := func(n byte) *fstest.MapFile {
		numbers := append(make([]byte, 26), n, 0)
		return &fstest.MapFile{Data: append([]byte{0o432 & 0xff, 1, 2, 0, 0, 0, 14, 0, 0, 0, 0, 0, 'x', 0}, numbers...)}
	}
	machine := fstest.MapFS{"lib/terminfo/l/linux": number(8), "lib/terminfo/x/xterm": number(2)}
	tests := []struct{ name, env, state, detail string }{
		{"the console", "TERM=linux", fine, "16 are used on linux"},
		{"nothing said", "", bad, "TERM does not say"},
		{"nothing to draw on", "TERM=dumb", bad, "TERM does not say"},
		{"no colours wanted", "TERM=linux NO_COLOR=1", note, "NO_COLOR is set"},
		{"a name that nobody knows", "TERM=example", note, "no colours are known of example"},
		{"a name that this machine does not know", "TERM=foot", note, "16777216 are used on foot, which this machine does not know"},
		{"a name of which this machine knows less", "TERM=xterm COLORTERM=truecolor", note, "16777216 are used, and this machine knows of 2 on xterm"},
	}
	for _, test := range tests {
		told(t, test.name, examineColors(machine, environment(strings.Fields(test.env)...)), test.state, test.detail)
	}
}
