package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const corta = `format: informed/v1
id: corta
version: 1.0.0
language: es
title: Una corta
items:
  - {id: esperanza, type: text, text: "¿Qué espera usted?"}
  - {id: prometido, type: yes-no, text: "¿Le prometieron una cura?"}
`

const bothLanguages = "Elija su idioma"

// bilingual starts a kiosk at which people choose between English and Spanish; more is added to its file.
func bilingual(t *testing.T, more string) *pane {
	t.Helper()
	dir := t.TempDir()
	spanish, file := filepath.Join(dir, "corta.yaml"), filepath.Join(dir, "kiosk.yaml")
	config := "clinic: An Example Clinic\nlanguages: [en, es]\nquestionnaire: {en: " + example(t) + ", es: " + spanish + "}\n"
	for name, content := range map[string]string{spanish: corta, file: config + more} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := open(t, 80, 24, "kiosk", "--config", file)
	p.await(bothLanguages)
	return p
}

// However a sitting in another language ends, the next person meets the terminal as the first did, and finds nothing of it.
func TestALanguageEndsWithItsPatient(t *testing.T) {
	t.Parallel()
	p := bilingual(t, "")
	p.still()
	first := p.everything()
	for _, end := range []func(){
		func() { p.hurt("KILL"); p.await("Vaya a recepción"); p.press("x") },
		func() { p.press("C-q"); p.await("¿Quiere parar aquí?"); p.press("3"); p.enter() },
	} {
		p.press("2")
		p.await("Le damos la bienvenida")
		p.enter()
		p.await("Pregunta 1 de 2")
		p.press("-l", "canario-uno")
		p.await("canario-uno")
		end()
		p.when("both languages", func(shown string) bool { return strings.Contains(shown, bothLanguages) })
		p.still()
		if got := p.everything(); got != first || strings.Contains(got, "canario") || strings.Contains(got, "Pregunta") {
			t.Errorf("the next patient finds\n%s\nthe first found\n%s", got, first)
		}
	}
}
