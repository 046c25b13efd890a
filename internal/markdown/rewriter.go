package markdown

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	astext "github.com/yuin/goldmark/extension/ast"

	"informed/internal/text"
)

// rewriter rewrites a parsed document into one that glamour renders without loss. Texts of a document are ranges of its
// source, so a new text is put at the source's end.
type rewriter struct {
	source []byte
	width  int
}

// blocks rewrites the blocks below a node. The indent is what a further line of the surrounding list item begins with.
func (w *rewriter) blocks(parent ast.Node, indent string) {
	for node := parent.FirstChild(); node != nil; {
		next := node.NextSibling()
		switch block := node.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			w.inlines(node, indent)
			if parent.Kind() == ast.KindListItem && node.PreviousSibling() != nil {
				node.InsertBefore(node, node.FirstChild(), w.literal("\n\n"+indent))
			}
		case *ast.ListItem:
			w.blocks(block, strings.Repeat(" ", len(marker(block))))
		case *ast.Blockquote:
			w.blocks(block, "")
		case *astext.Table:
			w.table(block)
		default:
			w.blocks(node, indent)
		}
		node = next
	}
}

// marker is what glamour will write before a list item.
func marker(item *ast.ListItem) string {
	if first := item.FirstChild(); first != nil && first.FirstChild() != nil {
		if first.FirstChild().Kind() == astext.KindTaskCheckBox {
			return ticked
		}
	}
	list := item.Parent().(*ast.List)
	if !list.IsOrdered() {
		return bullet
	}
	number := list.Start
	for before := item.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		number++
	}
	return strconv.Itoa(number) + ordered
}

// inlines rewrites the text of a block to nothing but texts, emphasis and check boxes.
func (w *rewriter) inlines(parent ast.Node, indent string) {
	for node := parent.FirstChild(); node != nil; {
		next := node.NextSibling()
		switch inline := node.(type) {
		case *ast.Text:
			parent.ReplaceChild(parent, node, w.literal(w.line(inline, indent)))
		case *ast.CodeSpan:
			parent.ReplaceChild(parent, node, w.literal(text.CleanLine(w.raw(inline))))
		case *ast.AutoLink:
			parent.ReplaceChild(parent, node, w.literal(text.CleanLine(string(inline.Label(w.source)))))
		case *ast.Emphasis:
			w.inlines(inline, indent)
		case *ast.Link:
			w.link(inline, inline.Destination, indent)
		case *ast.Image:
			w.link(inline, inline.Destination, indent)
		case *ast.RawHTML:
			parent.RemoveChild(parent, node)
		}
		node = next
	}
}

// line is the meaning of a text, with the break that ends it.
func (w *rewriter) line(node *ast.Text, indent string) string {
	meaning := decode(node.Segment.Value(w.source))
	switch {
	case node.HardLineBreak():
		return meaning + "\n" + indent
	case node.SoftLineBreak():
		return meaning + w.joint(meaning, node.NextSibling())
	}
	return meaning
}

// joint is what stands between two lines that become one: nothing in scripts that put no space between words.
func (w *rewriter) joint(before string, next ast.Node) string {
	for next != nil && next.Kind() != ast.KindText && next.FirstChild() != nil {
		next = next.FirstChild()
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if following, ok := next.(*ast.Text); ok {
		first, _ := utf8.DecodeRune(following.Segment.Value(w.source))
		if ideographic(last) && ideographic(first) {
			return ""
		}
	}
	return " "
}

func ideographic(r rune) bool {
	punctuation := 0x3001 <= r && r <= 0x303F || 0xFF01 <= r && r <= 0xFF60
	return punctuation || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo)
}

// link puts the text of a link or an image in its place, and the address behind it unless it is the text.
func (w *rewriter) link(node ast.Node, destination []byte, indent string) {
	w.inlines(node, indent)
	parent := node.Parent()
	address := decode(destination)
	if label := w.content(node); address != "" && address != label && !strings.HasPrefix(address, "#") {
		if label != "" {
			address = " (" + address + ")"
		}
		node.AppendChild(node, w.literal(address))
	}
	for child := node.FirstChild(); child != nil; child = node.FirstChild() {
		parent.InsertBefore(parent, node, child)
	}
	parent.RemoveChild(parent, node)
}
