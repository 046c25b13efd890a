package kiosk

import (
	"errors"
	"strings"

	"golang.org/x/text/language"
)

// Font is what a console of Linux can draw: the characters for which it has a picture.
type Font map[rune]bool

// ErrNoConsole says that a terminal is no console of Linux, so that its font is nobody's business but its own.
var ErrNoConsole = errors.New("the terminal is no console of Linux")

// Lacks gives the characters of a text that the font has no picture for, each once, in their order.
func (f Font) Lacks(text string) string {
	var lacking strings.Builder
	for _, r := range text {
		if !f[r] && !strings.ContainsRune(lacking.String(), r) {
			lacking.WriteRune(r)
		}
	}
	return lacking.String()
}

// ascii is what texts in all languages are full of: numbers, addresses, the names of keys.
const ascii = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + ` .,:;!?'"()-/%+=[]*>`

// Letters gives characters that texts in a language are written with. ok is false where no console of Linux can show it,
// whatever its font: it has no more than 512 pictures, joins no letters, and writes to the right alone. Letters of languages
// that are not named here are those that most languages in the same script have.
func Letters(tag string) (letters string, ok bool) {
	parsed, err := language.Parse(tag)
	if err != nil {
		return "", false
	}
	base, _ := parsed.Base()
	script, _ := parsed.Script()
	switch {
	case base.String() == "en":
		return ascii, true
	case base.String() == "es":
		return ascii + "áéíóúüñÁÉÍÓÚÜÑ¿¡«»", true
	}
	scripts := map[string]string{
		"Latn": "àáâäåæçèéêëíîïñóôöøùúüß" + "ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÙÚÜ",
		"Cyrl": "абвгдежзийклмнопрстуфхцчшщъыьэюя" + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
		"Grek": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ" + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
	}
	own, ok := scripts[script.String()]
	return ascii + own, ok
}
