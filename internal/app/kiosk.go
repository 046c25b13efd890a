package app

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// Kiosk is how a clinic wants its unattended screen.
type Kiosk struct {
	File          string   // that says so
	Clinic        string   // its name
	Welcome       Spoken   // Markdown on the screen that waits; "" for the program's own words
	Thanks        Spoken   // Markdown on the last screen; "" for the program's own words
	Languages     []string // that people can choose from; the screen that waits speaks the first
	Questionnaire Spoken   // id of a built-in one, or a file, for every language
	Region        string   // "" for none
	Visit         *Visit   // the code that people are asked for; nil for none
	Store         string   // "" for the user's data folder
	Recipients    []string
	Idle          Idle
	Pickup        bool          // the last screen shows a code for the desk
	Print         []string      // the program that prints a copy, and its arguments; none for no copies
	PrintWithin   time.Duration // how long it may take
	PIN           string        // hash of what staff leave the kiosk with; "" keeps everybody in
}

// Idle is what happens when nobody does anything.
type Idle struct {
	Warn    time.Duration // of doing nothing until the person is warned
	End     time.Duration // of doing nothing until the session ends; more than Warn
	Discard bool          // what was answered is deleted then, and not kept for staff
}

// defaultIdle gives 20 seconds of warning, the least that the accessibility guidelines allow.
func defaultIdle() Idle { return Idle{Warn: 100 * time.Second, End: 120 * time.Second} }

// leastWarning is how long a person must have to read the warning and press a key.
const leastWarning = 20 * time.Second

// kioskReader reads the file of a kiosk.
type kioskReader struct {
	*reader
	kiosk  Kiosk
	tagged []*yaml.Node // keys that are languages
}

// ReadKiosk reads the file of a kiosk, strictly. Where there are diagnostics, the kiosk must not be used.
func ReadKiosk(name string, data []byte) (Kiosk, []questionnaire.Diagnostic) {
	r := &kioskReader{reader: &reader{file: name}}
	r.kiosk = Kiosk{File: name, Idle: defaultIdle(), Languages: []string{"en"}, PrintWithin: 20 * time.Second}
	top := r.parse(data)
	if top == nil {
		if len(r.found) == 0 {
			r.report(1, 1, "missing-key", "write clinic: and questionnaire:", "the file is empty")
		}
		return r.kiosk, r.found
	}
	seen := r.table(top, r.keys())
	for _, key := range []string{"clinic", "questionnaire"} {
		if !seen[key] {
			r.node(top, "missing-key", "write "+key+": and its value", "%s is missing", key)
		}
	}
	r.languages()
	return r.kiosk, r.found
}

// table reads a mapping with a function for each key that may stand in it, and tells which of them stood there.
func (r *kioskReader) table(n *yaml.Node, keys map[string]func(*yaml.Node)) map[string]bool {
	seen := map[string]bool{}
	if n.Kind != yaml.MappingNode {
		r.node(n, "wrong-type", "write key: value, one a line", "keys and values must stand here")
		return seen
	}
	var known []string
	for key := range keys {
		known = append(known, key)
	}
	slices.Sort(known)
	r.pairs(n, func(key, value *yaml.Node) {
		read, ok := keys[key.Value]
		if !ok {
			r.unknown(key, known)
			return
		}
		seen[key.Value] = true
		read(value)
	})
	return seen
}

func (r *kioskReader) keys() map[string]func(*yaml.Node) {
	k := &r.kiosk
	return map[string]func(*yaml.Node){
		"clinic":        func(n *yaml.Node) { k.Clinic = r.words(n) },
		"welcome":       func(n *yaml.Node) { k.Welcome = r.spoken(n) },
		"thanks":        func(n *yaml.Node) { k.Thanks = r.spoken(n) },
		"questionnaire": func(n *yaml.Node) { k.Questionnaire = r.spoken(n) },
		"region":        func(n *yaml.Node) { k.Region = r.words(n) },
		"store":         func(n *yaml.Node) { k.Store = r.words(n) },
		"languages":     r.offered,
		"visit":         r.visit,
		"recipients":    func(n *yaml.Node) { k.Recipients = r.list(n) },
		"pin":           r.pin,
		"copies": func(n *yaml.Node) {
			r.table(n, map[string]func(*yaml.Node){
				"pickup": func(n *yaml.Node) { k.Pickup = r.truth(n) },
				"print":  r.command,
				"within": func(n *yaml.Node) { k.PrintWithin = r.span(n) },
			})
		},
		"idle": func(n *yaml.Node) {
			r.table(n, map[string]func(*yaml.Node){
				"warn": func(n *yaml.Node) { k.Idle.Warn = r.span(n) },
				"end":  func(n *yaml.Node) { k.Idle.End = r.span(n) },
				"then": r.then,
			})
			if k.Idle.End > 0 && k.Idle.Warn > 0 && k.Idle.End-k.Idle.Warn < leastWarning {
				r.node(n, "out-of-range", "let end be 20 seconds or more after warn", "there is too little time to read the warning")
			}
		},
	}
}

// words gives a value that must not be empty.
func (r *kioskReader) words(n *yaml.Node) string {
	value, ok := r.scalar(n)
	if ok && strings.TrimSpace(value) == "" {
		r.node(n, "missing-value", "write a value, or take the key away", "there is no value")
	}
	return value
}

func (r *kioskReader) list(n *yaml.Node) []string {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	var values []string
	for _, n := range nodes {
		if value := r.words(n); value != "" {
			values = append(values, value)
		}
	}
	return values
}

// pinHash is the form of a hash that informed kiosk --set-pin prints.
var pinHash = regexp.MustCompile(`^\$argon2id\$v=19\$m=\d{1,7},t=\d{1,2},p=\d\$[A-Za-z0-9+/]{22,}\$[A-Za-z0-9+/]{43}$`)

func (r *kioskReader) pin(n *yaml.Node) {
	r.kiosk.PIN = r.words(n)
	if r.kiosk.PIN != "" && !pinHash.MatchString(r.kiosk.PIN) {
		r.node(n, "bad-hash", "informed kiosk --set-pin prints one", "this is not the hash of a PIN")
	}
}

func (r *kioskReader) truth(n *yaml.Node) bool {
	value := r.words(n)
	if value != "" && value != "true" && value != "false" {
		r.node(n, "wrong-type", "write true or false", "true or false must stand here")
	}
	return value == "true"
}

// command reads a program and its arguments. No shell reads them, so that they must come apart already.
func (r *kioskReader) command(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.node(n, "wrong-type", "write [/usr/bin/lp, -d, desk]", "a list must stand here: the program, then its arguments")
		return
	}
	if r.kiosk.Print = r.list(n); len(r.kiosk.Print) > 0 && !filepath.IsAbs(r.kiosk.Print[0]) {
		r.node(n.Content[0], "bad-path", "write the whole path, such as /usr/bin/lp", "the program must be named by its whole path")
	}
}

// span reads a time in whole seconds or minutes, such as 90s or 2m.
func (r *kioskReader) span(n *yaml.Node) time.Duration {
	value := r.words(n)
	unit := map[byte]time.Duration{'s': time.Second, 'm': time.Minute}
	if len(value) > 1 {
		each, known := unit[value[len(value)-1]]
		count, err := strconv.Atoi(value[:len(value)-1])
		if known && err == nil && count > 0 && count <= 3600 {
			return time.Duration(count) * each
		}
	}
	r.node(n, "wrong-type", "write a number and s or m, such as 90s", "this is not a time")
	return 0
}

func (r *kioskReader) then(n *yaml.Node) {
	switch r.words(n) {
	case "pause":
		r.kiosk.Idle.Discard = false
	case "discard":
		r.kiosk.Idle.Discard = true
	default:
		r.node(n, "unknown-option", "use one of: pause, discard", "there is no such way to end")
	}
}
