package lint

import (
	"math/big"
	"slices"
	"time"

	"informed/internal/questionnaire"
)

// collectBounds notes what answers are compared with, by item; own is the item that a condition without a name is about.
func collectBounds(c *questionnaire.Condition, own string, bounds map[string][]string) {
	if c == nil {
		return
	}
	for i := range c.Children {
		collectBounds(&c.Children[i], own, bounds)
	}
	if !c.Combines() {
		id := c.Item
		if id == "" {
			id = own
		}
		bounds[id] = append(bounds[id], c.Values...)
	}
}

// valuesOf gives answers that can lead to different places: each option, each bound and what lies beside it.
func valuesOf(it *questionnaire.Item, bounds []string) []questionnaire.Value {
	var values []questionnaire.Value
	switch {
	case it.Type == questionnaire.TypeQuiz:
		values = tries(it)
	case it.Type == questionnaire.TypeChoices:
		values = selections(it, bounds)
	case it.Type.Coded():
		for _, o := range it.Options {
			values = append(values, chosen(o))
		}
	case it.Type.Numeric(), it.Type == questionnaire.TypeDate:
		values = append(around(it, bounds), questionnaire.Codes(questionnaire.Unsure))
	case it.Type.Question():
		values = []questionnaire.Value{{Text: "example"}, questionnaire.Codes(questionnaire.Unsure)}
	case it.Type.Answerable():
		values = []questionnaire.Value{{Text: "example"}}
	}
	return slices.DeleteFunc(values, func(v questionnaire.Value) bool { return it.Validate(v) != nil })
}

func chosen(options ...questionnaire.Option) questionnaire.Value {
	v := questionnaire.Value{Words: map[string]string{}}
	for _, o := range options {
		v.Codes = append(v.Codes, o.Value)
		if o.Open {
			v.Words[o.Value] = "example"
		}
	}
	return v
}

// tries gives each way through a quiz, those included that go on after a right answer: valuesOf leaves those out.
func tries(it *questionnaire.Item) []questionnaire.Value {
	var values []questionnaire.Value
	for _, first := range it.Options {
		values = append(values, questionnaire.Codes(first.Value))
		for _, second := range it.Probe(1).Options {
			values = append(values, questionnaire.Codes(first.Value, second.Value))
		}
	}
	return values
}

// selections gives each option of a choices alone, all of them, all without one, and those that conditions name together.
func selections(it *questionnaire.Item, named []string) []questionnaire.Value {
	var values []questionnaire.Value
	var free, asked []questionnaire.Option
	for _, o := range it.Options {
		values = append(values, chosen(o))
		if !o.Exclusive {
			free = append(free, o)
			if slices.Contains(named, o.Value) {
				asked = append(asked, o)
			}
		}
	}
	values = append(values, chosen(free...), chosen(asked...))
	for i := range free {
		values = append(values, chosen(slices.Delete(slices.Clone(free), i, i+1)...))
	}
	return values
}

// around gives the ends of a number or a date, what it is compared with, and what lies just beside.
func around(it *questionnaire.Item, bounds []string) []questionnaire.Value {
	var values []questionnaire.Value
	points := append([]string{it.Min, it.Max}, bounds...)
	if it.Min == "" && it.Max == "" {
		points = append(points, "0", "2026-01-01")
	}
	for _, p := range points {
		for _, s := range beside(p) {
			if it.Type == questionnaire.TypeDate {
				values = append(values, questionnaire.Value{Date: s})
			} else if n, ok := questionnaire.ParseNumber(s); ok {
				values = append(values, questionnaire.Value{Number: n})
			}
		}
	}
	return values
}

// beside gives a number or a date and its neighbours.
func beside(point string) []string {
	if day, err := time.Parse(time.DateOnly, point); err == nil {
		return []string{day.AddDate(0, 0, -1).Format(time.DateOnly), point, day.AddDate(0, 0, 1).Format(time.DateOnly)}
	}
	n, ok := new(big.Rat).SetString(point)
	if !ok {
		return nil
	}
	one := big.NewRat(1, 1)
	return []string{new(big.Rat).Sub(n, one).FloatString(0), point, new(big.Rat).Add(n, one).FloatString(0)}
}
