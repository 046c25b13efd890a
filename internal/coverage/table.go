package coverage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"informed/internal/questionnaire"
)

// Table holds rows and the questionnaires whose items serve them.
type Table struct {
	families       []Family
	questionnaires []*questionnaire.Questionnaire
	cells          map[cell][]string
}

// cell is a row in the column of a questionnaire.
type cell struct{ row, questionnaire string }

// Make fills the table. Columns come in the order of the questionnaires, item ids in reading order.
func Make(families []Family, questionnaires []*questionnaire.Questionnaire) *Table {
	t := &Table{families: families, questionnaires: questionnaires, cells: map[cell][]string{}}
	for _, q := range questionnaires {
		for _, e := range q.Entries() {
			for _, row := range slices.Compact(slices.Sorted(slices.Values(e.Covers))) {
				at := cell{row, q.ID}
				t.cells[at] = append(t.cells[at], e.ID)
			}
		}
	}
	for row := range t.rows {
		for q, items := range row.By {
			at := cell{row.ID, q}
			t.cells[at] = append(t.cells[at], items...)
		}
	}
	return t
}

// Empty lists the ids of rows that no item serves and that give no reason for it.
func (t *Table) Empty() []string {
	var empty []string
	for row := range t.rows {
		if row.Reason == "" && !t.served(row.ID) {
			empty = append(empty, row.ID)
		}
	}
	return empty
}

// Unknown lists what items name under `covers` and no row is called, each with the place and the row it may stand for, and the
// items that rows name and no questionnaire has.
func (t *Table) Unknown() []string {
	var ids, unknown []string
	for row := range t.rows {
		ids = append(ids, row.ID)
	}
	for _, q := range t.questionnaires {
		for _, e := range q.Entries() {
			for _, name := range e.Covers {
				if slices.Contains(ids, name) {
					continue
				}
				line := fmt.Sprintf("%s: item %s covers %s, which is no row", q.ID, e.ID, name)
				if near := questionnaire.Suggest(name, ids); near != "" {
					line += " (did you mean " + near + "?)"
				}
				unknown = append(unknown, line)
			}
		}
	}
	return append(unknown, t.gone()...)
}

// gone lists what a reviewer found and is no longer there.
func (t *Table) gone() []string {
	var gone []string
	for row := range t.rows {
		for _, id := range slices.Sorted(maps.Keys(row.By)) {
			for _, item := range row.By[id] {
				if !t.has(id, item) {
					gone = append(gone, fmt.Sprintf("row %s names the item %s of %s, which is not there", row.ID, item, id))
				}
			}
		}
	}
	return gone
}

func (t *Table) has(id, item string) bool {
	return slices.ContainsFunc(t.questionnaires, func(q *questionnaire.Questionnaire) bool {
		_, ok := q.Entry(item)
		return q.ID == id && ok
	})
}

func (t *Table) rows(yield func(Row) bool) {
	for _, f := range t.families {
		for _, row := range f.Rows {
			if !yield(row) {
				return
			}
		}
	}
}

func (t *Table) served(row string) bool {
	return slices.ContainsFunc(t.questionnaires, func(q *questionnaire.Questionnaire) bool {
		return len(t.cells[cell{row, q.ID}]) > 0
	})
}

// Markdown writes the table for readers: a part for each family, a line for each row, a column for each questionnaire.
func (t *Table) Markdown() string {
	var b strings.Builder
	b.WriteString(head)
	for _, f := range t.families {
		fmt.Fprintf(&b, "\n## %s\n\n", f.Title)
		if f.Note != "" {
			fmt.Fprintf(&b, "%s\n\n", f.Note)
		}
		b.WriteString("| row | what |")
		for _, q := range t.questionnaires {
			fmt.Fprintf(&b, " %s |", q.ID)
		}
		b.WriteString("\n|---|---|" + strings.Repeat("---|", len(t.questionnaires)) + "\n")
		for _, row := range f.Rows {
			t.line(&b, row)
		}
	}
	return b.String()
}

const head = `# What the questionnaires touch

Made by a program from the items' ` + "`covers`" + ` keys and from internal/coverage/rows.yaml: ` + "`make coverage`" + `. Do not change it by hand.

Each line is one thing that a rule, a standard or a text wants to be talked about, in our own words. The cells name the items
that serve it. Where none does, the line says why. This shows what was meant to be served. It is no proof that a form or a talk
fulfils a rule.
`

func (t *Table) line(b *strings.Builder, row Row) {
	what := row.Text
	if row.Reason != "" {
		what += " – *" + row.Reason + "*"
	}
	fmt.Fprintf(b, "| %s | %s |", row.ID, escape(what))
	for _, q := range t.questionnaires {
		fmt.Fprintf(b, " %s |", strings.Join(t.cells[cell{row.ID, q.ID}], ", "))
	}
	b.WriteByte('\n')
}

func escape(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
