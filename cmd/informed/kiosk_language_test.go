package main_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
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

const visitCode = "visit: {pattern: '\\d{6}', check: luhn, required: true, label: {es: Su número de visita}}\n"

// However a sitting in another language ends, the next person meets the terminal as the first did, and finds nothing of it.
func TestALanguageEndsWithItsPatient(t *testing.T) {
	t.Parallel()
	p := bilingual(t, visitCode)
	p.still()
	first := p.everything()
	for _, end := range []func(){
		func() { p.hurt("KILL"); p.await("Vaya a recepción"); p.press("x") },
		func() { p.press("C-q"); p.await("¿Quiere parar aquí?"); p.press("3"); p.enter() },
	} {
		p.press("2")
		p.await("Su número de visita")
		p.press("-l", "271828")
		p.enter()
		p.await("Algo en este código no está bien.")
		p.press("BSpace")
		p.press("-l", "5")
		p.enter()
		p.await("Le damos la bienvenida")
		p.enter()
		p.await("Pregunta 1 de 2")
		p.press("-l", "canario-uno")
		p.await("canario-uno")
		end()
		p.when("both languages", func(shown string) bool { return strings.Contains(shown, bothLanguages) })
		p.still()
		if got := p.everything(); got != first || strings.Contains(got, "canario") || strings.Contains(got, "27182") {
			t.Errorf("the next patient finds\n%s\nthe first found\n%s", got, first)
		}
	}
}

// The code of a visit is on the disk where answers are, and nowhere else: in a sealed store, only the key finds it.
func TestTheCodeOfAVisit(t *testing.T) {
	t.Parallel()
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	key, store := filepath.Join(dir, "key"), filepath.Join(dir, "data", "records.db")
	if err := os.WriteFile(key, []byte(identity.String()+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := bilingual(t, visitCode+"store: "+store+"\nrecipients: ["+identity.Recipient().String()+"]\n")
	p.press("1")
	p.await("Your code")
	p.press("-l", "271-825")
	p.enter()
	p.await("Your answers are kept for An Example Clinic")
	p.enter()
	p.await("Question 1 of 2")
	p.still()
	for _, folder := range []string{p.dir, filepath.Dir(store)} {
		holdsNot(t, folder, "271825", "271-825")
	}
	list := func(args ...string) string {
		out, err := exec.CommandContext(t.Context(), program, append([]string{"records", "list", "--store", store, "--visit", "271 825"}, args...)...).CombinedOutput()
		if strings.Contains(string(out), "271") {
			t.Errorf("the code is told: %s", out)
		}
		return fmt.Sprint(err) + string(out)
	}
	if out := list("--identity", key); !strings.Contains(out, "in-progress") {
		t.Errorf("with the key: %s", out)
	}
	if out := list(); strings.Contains(out, "in-progress") || !strings.Contains(out, "1 of 1 records could not be read") {
		t.Errorf("without the key: %s", out)
	}
	p.press("C-q")
	p.await("Do you want to stop here?")
	p.press("3")
	p.enter()
	p.await(bothLanguages)
	if out := list("--identity", key); strings.Contains(out, "in-progress") {
		t.Errorf("after it was deleted: %s", out)
	}
}

// holdsNot looks through all files of a folder.
func holdsNot(t *testing.T, folder string, words ...string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(name)
		for _, w := range words {
			if strings.Contains(string(data), w) {
				t.Errorf("%s holds %s", name, w)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
