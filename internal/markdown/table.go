package markdown

import (
	"github.com/yuin/goldmark/ast"
	astext "github.com/yuin/goldmark/extension/ast"

	"informed/internal/text"
)

// table keeps a table that fits as it is. Any other becomes a list with an item for each row, in which each cell follows
// the heading of its column: it reads well on a narrow screen, and so does a table read aloud.
func (w *rewriter) table(table *astext.Table) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			w.inlines(cell, "")
		}
	}
	if table.Parent().Kind() == ast.KindDocument && w.tableWidth(table) <= w.width {
		return
	}
	parent := table.Parent()
	parent.ReplaceChild(parent, table, w.rows(table))
}

// tableWidth is the width at which glamour draws a table: a space on both sides of a cell, a bar between two.
func (w *rewriter) tableWidth(table *astext.Table) int {
	var columns []int
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		column := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if column == len(columns) {
				columns = append(columns, 0)
			}
			columns[column] = max(columns[column], text.Width(w.content(cell)))
			column++
		}
	}
	width := len(columns) - 1
	for _, column := range columns {
		width += column + 2
	}
	return width
}

func (w *rewriter) rows(table *astext.Table) ast.Node {
	header := table.FirstChild()
	var headings []string
	for cell := header.FirstChild(); cell != nil; cell = cell.NextSibling() {
		headings = append(headings, w.content(cell))
	}
	list := ast.NewList(bullet[0])
	if header.NextSibling() == nil {
		list.AppendChild(list, w.row(header, nil))
	}
	for row := header.NextSibling(); row != nil; row = row.NextSibling() {
		list.AppendChild(list, w.row(row, headings))
	}
	return list
}

// row moves the cells of a row into a list item, each on a line of its own.
func (w *rewriter) row(row ast.Node, headings []string) ast.Node {
	line := ast.NewTextBlock()
	column := 0
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if column > 0 {
			line.AppendChild(line, w.literal("\n  "))
		}
		if column < len(headings) && headings[column] != "" {
			heading := ast.NewEmphasis(2)
			heading.AppendChild(heading, w.literal(headings[column]+":"))
			line.AppendChild(line, heading)
			line.AppendChild(line, w.literal(" "))
		}
		for child := cell.FirstChild(); child != nil; child = cell.FirstChild() {
			line.AppendChild(line, child)
		}
		column++
	}
	item := ast.NewListItem(len(bullet))
	item.AppendChild(item, line)
	return item
}
