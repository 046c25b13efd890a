package app

import (
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
	"informed/internal/visit"
)

// Visit is the code by which a record joins the visit of a patient.
type Visit struct {
	Form     visit.Form
	Label    Spoken // what the clinic calls it; "" for the program's own words
	Required bool   // nobody begins without one
}

// visit reads what the codes of visits look like.
func (r *kioskReader) visit(n *yaml.Node) {
	v := &Visit{}
	pattern, check, example, at := "", string(visit.None), "", n
	seen := r.table(n, map[string]func(*yaml.Node){
		"pattern":  func(n *yaml.Node) { pattern, at = r.words(n), n },
		"check":    func(n *yaml.Node) { check = r.oneOf(n, checks()) },
		"example":  func(n *yaml.Node) { example = r.words(n) },
		"label":    func(n *yaml.Node) { v.Label = r.spoken(n) },
		"required": func(n *yaml.Node) { v.Required = r.truth(n) },
	})
	switch {
	case n.Kind != yaml.MappingNode: // it is told
	case !seen["pattern"]:
		r.node(n, "missing-key", `write pattern: and a regular expression, such as '\d{6}'`, "pattern is missing")
	case pattern != "" && check != "":
		var err error
		if v.Form, err = visit.New(pattern, visit.Check(check), example); err != nil {
			r.node(at, "bad-pattern", patternHint(err), "%s", err)
		}
	}
	r.kiosk.Visit = v
}

func patternHint(err error) string {
	if errors.Is(err, visit.ErrMismatch) {
		return "change the example, or the pattern"
	}
	return `write one for the whole code, such as '\d{6}' or '[A-Z]{2}\d{4}'`
}

func checks() []string {
	var names []string
	for _, c := range visit.Checks() {
		names = append(names, string(c))
	}
	return names
}

// oneOf gives a value that must be one of a few; "" where it is not.
func (r *kioskReader) oneOf(n *yaml.Node, known []string) string {
	value := r.words(n)
	for _, k := range known {
		if k == value {
			return value
		}
	}
	if value != "" {
		hint := "use one of: " + strings.Join(known, ", ")
		if near := questionnaire.Suggest(value, known); near != "" {
			hint = "did you mean " + near + "?"
		}
		r.node(n, "unknown-option", hint, "there is no such choice")
	}
	return ""
}
