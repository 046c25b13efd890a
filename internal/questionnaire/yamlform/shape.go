package yamlform

// kind is the sort of value that may stand in one place of a file.
type kind int

const (
	textKind   kind = iota // words to be read
	codeKind               // a name, a date, a version: text of one form
	wordKind               // one of a few words
	flagKind               // true or false
	wholeKind              // a whole number
	numberKind             // any number
	listKind               // entries of one shape
	tableKind              // keys of the author's choice, values of one shape
	recordKind             // known keys, each with a shape of its own
	itemKind               // the record that fits the item's type
	whenKind               // a condition that names items
	anyKind                // whatever the type of the item will make of it
	ruleKind               // a condition, or answers of the item it stands on
)

// shape tells what may stand in one place. It is read by the checks and by the schema.
type shape struct {
	kind      kind
	most      int // characters of a text; entries of a list or a table
	lines     bool
	form      *form    // code, and the keys of a table
	words     []string // word
	low, high int64    // whole
	of        *shape   // list and table: every value
	fields    []field  // record
	misplaced func(key string) string
}

// field is a key of a record.
type field struct {
	key      string
	shape    *shape
	required bool
	about    string // for editors
}

// index gives the place of a key among the fields, -1 if it is not one of them.
func (s *shape) index(key string) int {
	for i := range s.fields {
		if s.fields[i].key == key {
			return i
		}
	}
	return -1
}

func (s *shape) keys() []string {
	keys := make([]string, len(s.fields))
	for i := range s.fields {
		keys[i] = s.fields[i].key
	}
	return keys
}

func line(most int) *shape            { return &shape{kind: textKind, most: most} }
func markdown() *shape                { return &shape{kind: textKind, most: maxMarkdown, lines: true} }
func code(f *form) *shape             { return &shape{kind: codeKind, form: f} }
func whole(low, high int64) *shape    { return &shape{kind: wholeKind, low: low, high: high} }
func flag() *shape                    { return &shape{kind: flagKind} }
func list(most int, of *shape) *shape { return &shape{kind: listKind, most: most, of: of} }
func table(most int, f *form, of *shape) *shape {
	return &shape{kind: tableKind, most: most, form: f, of: of}
}

func word[T ~string](words []T) *shape {
	s := &shape{kind: wordKind}
	for _, w := range words {
		s.words = append(s.words, string(w))
	}
	return s
}
