package questionnaire

// Questionnaire is a checked Definition with its items in reading order. It is immutable: callers must not change
// what they reach through it.
type Questionnaire struct {
	Definition
	Region Region // for which it was localised

	entries []Entry
	byID    map[string]int
	sources map[string]*Source
}

// Entry is an item in its place.
type Entry struct {
	*Item
	Index  int // place in reading order
	Parent int // index of the group it stands in, -1 at top level
	Topic  string
}

// Entries gives all items in reading order, groups before what they hold.
func (q *Questionnaire) Entries() []Entry { return q.entries }

// Entry gives the item with the id.
func (q *Questionnaire) Entry(id string) (*Entry, bool) {
	i, ok := q.byID[id]
	if !ok {
		return nil, false
	}
	return &q.entries[i], true
}

// Source gives the source with the key.
func (q *Questionnaire) Source(key string) (*Source, bool) {
	s, ok := q.sources[key]
	return s, ok
}

// Enabled tells for each entry, in reading order, whether it is shown to someone who gave these answers: its own
// condition holds and so does that of every group around it. Answers of items that are not enabled count for nothing.
func (q *Questionnaire) Enabled(answers Answers) []bool {
	enabled := make([]bool, len(q.entries))
	lookup := func(id string) (Value, bool) {
		i, ok := q.byID[id]
		if !ok || !enabled[i] {
			return Value{}, false
		}
		v, ok := answers[id]
		return q.entries[i].Tested(v), ok && !v.IsZero()
	}
	for i := range q.entries {
		e := &q.entries[i]
		parent := e.Parent < 0 || enabled[e.Parent]
		enabled[i] = parent && (e.When == nil || e.When.Holds(lookup))
	}
	return enabled
}

// Restrict gives what of the answers and marks stands on enabled items.
func (q *Questionnaire) Restrict(answers Answers, talk map[string]bool) Response {
	r := Response{Answers: Answers{}, Talk: map[string]bool{}}
	for i, on := range q.Enabled(answers) {
		id := q.entries[i].ID
		if v, ok := answers[id]; on && ok {
			r.Answers[id] = v
		}
		if on && talk[id] {
			r.Talk[id] = true
		}
	}
	return r
}

// Option gives the option of the item with the value.
func (it *Item) Option(value string) (*Option, bool) { return findOption(it.Options, value) }

// Probe gives the quiz question of a try, counted from 0. A quiz without a second probe asks the first again.
func (it *Item) Probe(try int) Probe {
	if try > 0 && it.Again != nil {
		return *it.Again
	}
	return Probe{Text: it.Text, Options: it.Options}
}

// Tries is the number of times that a quiz is asked.
const Tries = 2

// Understood reports whether one of the tries of a quiz was right.
func (it *Item) Understood(v Value) bool {
	for try, code := range v.Codes {
		if o, ok := findOption(it.Probe(try).Options, code); ok && o.Correct {
			return true
		}
	}
	return false
}

// Tested gives the part of an answer that conditions look at: of a quiz, the last try.
func (it *Item) Tested(v Value) Value {
	if n := len(v.Codes); it.Type == TypeQuiz && n > 0 {
		v.Codes = v.Codes[n-1:]
	}
	return v
}

// Closed reports whether a quiz takes no more tries.
func (it *Item) Closed(v Value) bool { return len(v.Codes) >= Tries || it.Understood(v) }

// Correct gives the right option of the probe.
func (p Probe) Correct() (Option, bool) {
	for _, o := range p.Options {
		if o.Correct {
			return o, true
		}
	}
	return Option{}, false
}

func findOption(options []Option, value string) (*Option, bool) {
	for i := range options {
		if options[i].Value == value {
			return &options[i], true
		}
	}
	return nil, false
}
