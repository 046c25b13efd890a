package markdown

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	gmtext "github.com/yuin/goldmark/text"

	"informed/internal/text"
)

// literal is a text that glamour shows as it is given: it undoes references and backslashes once, so they are done here.
func (w *rewriter) literal(s string) *ast.Text {
	from := len(w.source)
	s = strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), "&", "&amp;")
	w.source = append(w.source, s...)
	return ast.NewTextSegment(gmtext.NewSegment(from, len(w.source)))
}

// content is what a node of literals shows.
func (w *rewriter) content(node ast.Node) string {
	var content strings.Builder
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if literal, ok := child.(*ast.Text); ok {
			shown := html.UnescapeString(string(literal.Segment.Value(w.source)))
			content.WriteString(strings.ReplaceAll(shown, `\\`, `\`))
		} else {
			content.WriteString(w.content(child))
		}
	}
	return content.String()
}

// raw is the source of a code span, in which a newline counts as a space.
func (w *rewriter) raw(node *ast.CodeSpan) string {
	var raw strings.Builder
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if part, ok := child.(*ast.Text); ok {
			raw.Write(part.Segment.Value(w.source))
		}
	}
	return raw.String()
}

// decode resolves the references and backslash escapes of CommonMark, by way of its HTML, and cleans what comes out.
func decode(source []byte) string {
	if !bytes.ContainsAny(source, `&\`) {
		return text.CleanLine(string(source))
	}
	var out bytes.Buffer
	buffered := bufio.NewWriter(&out)
	gmhtml.DefaultWriter.Write(buffered, source)
	if err := buffered.Flush(); err != nil {
		return text.CleanLine(string(source))
	}
	return text.CleanLine(html.UnescapeString(out.String()))
}
