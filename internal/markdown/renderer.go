package markdown

import (
	"bytes"
	"fmt"

	"github.com/charmbracelet/glamour/ansi"
	"github.com/muesli/termenv"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"informed/internal/text"
)

// profile writes a colour as it is given. Whoever gives it knows what the terminal can show.
const profile = termenv.TrueColor

// Renderer renders Markdown in one style. It is for one goroutine at a time.
type Renderer struct {
	style    Style
	markdown goldmark.Markdown // nil until first needed, because many runs show no Markdown at all
}

// New returns a renderer. It costs nothing until it renders.
func New(style Style) *Renderer { return &Renderer{style: style} }

// Plain renders Markdown without any escape sequence.
func Plain(md string, width int) []string { return New(Style{Plain: true}).Render(md, width) }

// Render returns lines of at most width cells, without spaces at their ends and without empty lines at either end of the
// whole. Nothing but bold, underline and the style's accent is in them as escape sequences, and each line closes its own.
// Text that glamour cannot render comes back wrapped and unstyled.
func (r *Renderer) Render(md string, width int) []string {
	md = text.Clean(md)
	rendered, err := r.glamour(md, width)
	if err != nil {
		return text.Wrap(md, width)
	}
	return fit(scrub(rendered, r.style.sequences()), width)
}

// glamour renders a document with every block on lines of its own and no line wrapped.
func (r *Renderer) glamour(md string, width int) (rendered string, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("render Markdown: %v", fault)
		}
		if err != nil {
			r.markdown = nil // glamour keeps the blocks that it had not finished
		}
	}()
	if r.markdown == nil {
		r.markdown = r.style.markdown()
	}
	source := []byte(md)
	document := r.markdown.Parser().Parse(gmtext.NewReader(source))
	rewritten := rewriter{source: source, width: width}
	rewritten.blocks(document, "")
	var out bytes.Buffer
	if err := r.markdown.Renderer().Render(&out, rewritten.source, document); err != nil {
		return "", fmt.Errorf("render Markdown: %w", err)
	}
	return out.String(), nil
}

func (s Style) markdown() goldmark.Markdown {
	glamour := ansi.NewRenderer(ansi.Options{PreserveNewLines: true, ColorProfile: profile, Styles: s.config()})
	nodes := renderer.WithNodeRenderers(util.Prioritized(glamour, 1))
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.TaskList),
		goldmark.WithRenderer(renderer.NewRenderer(nodes)),
	)
}
