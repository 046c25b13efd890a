package yamlform

import (
	"iter"
	"strconv"

	"gopkg.in/yaml.v3"

	"informed/internal/text"
)

// pairs gives the keys and values of a mapping.
func pairs(n *yaml.Node) iter.Seq2[*yaml.Node, *yaml.Node] {
	return func(yield func(key, value *yaml.Node) bool) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

// quote gives what an author wrote, for a message: shortened, and with nothing in it that acts on a terminal.
func quote(s string) string {
	quoted := strconv.Quote(short(s))
	if text.Check(quoted) != nil {
		return strconv.QuoteToASCII(short(s))
	}
	return quoted
}

// short cuts s to some 40 letters.
func short(s string) string {
	const most = 40
	n := 0
	for at := range s {
		if n == most {
			return s[:at] + "…"
		}
		n++
	}
	return s
}
