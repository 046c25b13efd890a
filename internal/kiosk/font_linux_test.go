package kiosk

import (
	"errors"
	"os"
	"testing"

	"github.com/creack/pty"
)

func TestAFontTellsWhatItLacks(t *testing.T) {
	f := Font{}
	for _, r := range ascii + "áéíóúñ" {
		f[r] = true
	}
	spanish, _ := Letters("es")
	if got := f.Lacks(spanish); got != "üÁÉÍÓÚÜÑ¿¡«»" {
		t.Errorf("it lacks %q", got)
	}
	if got := f.Lacks("ëxëx"); got != "ë" {
		t.Errorf("it lacks %q", got)
	}
}

func TestLetters(t *testing.T) {
	for tag, want := range map[string]bool{
		"en": true, "en-GB": true, "es": true, "es-MX": true, "pl": true, "de": true, "ru": true, "el": true, "sr-Latn": true,
		"ar": false, "fa": false, "ur": false, "he": false, "hi": false, "zh": false, "ja": false, "ko": false, "th": false, "?": false,
	} {
		letters, ok := Letters(tag)
		if ok != want || ok && (Font{}).Lacks(letters) == "" {
			t.Errorf("%s: %q, %v", tag, letters, ok)
		}
	}
}

func TestOtherTerminalsAreNoConsoles(t *testing.T) {
	keys, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer keys.Close()
	defer tty.Close()
	if font, err := ConsoleFont(tty); !errors.Is(err, ErrNoConsole) {
		t.Errorf("%v, %v", font, err)
	}
}

// A console of Linux has at least the letters of English, whatever its font.
func TestTheConsoleOfThisMachine(t *testing.T) {
	tty, err := os.OpenFile("/dev/tty0", os.O_RDWR, 0)
	if err != nil {
		t.Skip("this machine has no console that this user may open: ", err)
	}
	defer tty.Close()
	font, err := ConsoleFont(tty)
	if lacking := font.Lacks(ascii); err != nil || lacking != "" {
		t.Errorf("%v; it lacks %q", err, lacking)
	}
}
