package yamlform

// aboutItem tells authors in their editor what a key of an item is for.
func aboutItem(key string) string {
	switch key {
	case "id":
		return "The name that conditions and records use. Never change it."
	case "type":
		return "What kind of item this is."
	case "when":
		return "Show it only if this holds, as in {route: unproven}. Names earlier items."
	case "topic":
		return "What the items in this group are about."
	case "title":
		return "The heading."
	case "text":
		return "What the person reads. Markdown on groups and displays; elsewhere one plain question."
	case "help":
		return "One short line under the question."
	case "explain":
		return "More about it, opened with the key ?. Markdown."
	case "counsellor":
		return "For the counsellor alone. Markdown."
	case "statement":
		return "What the typed name stands under. Markdown."
	case "required":
		return "Must it be answered before the end?"
	case "private":
		return "Keep the question and its answer out of copies that others may see."
	case "options":
		return "What can be answered. Not sure is always added."
	case "again":
		return "The second way of asking about the same claim, after a wrong answer."
	case "min":
		return "The smallest answer."
	case "max":
		return "The largest answer."
	case "min-label":
		return "The words at the low end."
	case "max-label":
		return "The words at the high end."
	case "unit":
		return "What is counted or measured."
	case "max-length":
		return "The most characters of an answer."
	case "check":
		return "The line of the checklist."
	case "do":
		return "What the person can do about it."
	case "outcomes":
		return "The first that holds gives the checklist line its state. If none does, it is settled."
	case "picture":
		return "A picture of how many people something happened to."
	case "sources":
		return "Names of sources for what is said here."
	case "local":
		return "What differs from country to country. A region file has it, and it is added to the explanation."
	case "covers":
		return "Rows of the coverage table that this item serves."
	case "change":
		return "How this item differs from the version before. It outweighs the word for the whole file."
	case "items":
		return "The items of this group."
	}
	return ""
}

// aboutOption does the same for the keys of an option.
func aboutOption(key string) string {
	switch key {
	case "value":
		return "The name that conditions and records use. Never change it."
	case "text":
		return "What the person reads."
	case "exclusive":
		return "It cannot be chosen together with others."
	case "open":
		return "The person adds words of their own."
	case "correct":
		return "It is the right one. One option of a quiz is."
	case "feedback":
		return "What is said at once when it is chosen."
	}
	return ""
}
