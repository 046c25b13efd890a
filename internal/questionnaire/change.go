package questionnaire

// Change says how much a version differs from the one before, as its author judges.
type Change string

// The changes, the heaviest first. After a material one people are asked again. A clarifying one says the same in better
// words; a cosmetic one mends spelling, spaces and the like.
const (
	Material   Change = "material"
	Clarifying Change = "clarifying"
	Cosmetic   Change = "cosmetic"
)

// Changes lists the changes, the heaviest first.
func Changes() []Change { return []Change{Material, Clarifying, Cosmetic} }

// ChangeOf gives what the author says of an item's difference from the version before: the item's own word, or else that
// of the whole version, or else material. A group's word is about the group alone, not about the items in it. With nil it
// is the word for the version.
func (d *Definition) ChangeOf(it *Item) Change {
	switch {
	case it != nil && it.Change != "":
		return it.Change
	case d.Change != "":
		return d.Change
	default:
		return Material
	}
}
