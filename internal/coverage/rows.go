package coverage

import (
	_ "embed"
	"fmt"

	"gopkg.in/yaml.v3"
)

//go:embed rows.yaml
var rows []byte

// Family is one rule, standard or text, with its rows in order.
type Family struct {
	Title string
	Note  string // what a reader must know about it, "" where there is nothing
	Rows  []Row
}

// Row is one thing to be touched.
type Row struct {
	ID     string // what items name under `covers`
	Text   string // in our own words
	Reason string // why no item serves it, "" where one should

	// By names items that serve it, by questionnaire, where the items themselves do not: a reviewer found them.
	By map[string][]string
}

// Families reads the rows that come with the program.
func Families() ([]Family, error) { return parse(rows) }

// parse reads rows and keeps their order. It refuses a row that stands there twice and one without a text.
func parse(data []byte) ([]Family, error) {
	var file struct {
		Families []struct {
			Title, Note string
			Rows        yaml.Node
		}
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("read the rows: %w", err)
	}
	seen := map[string]bool{}
	var families []Family
	for _, f := range file.Families {
		family := Family{Title: f.Title, Note: f.Note}
		for i := 0; i+1 < len(f.Rows.Content); i += 2 {
			row := Row{ID: f.Rows.Content[i].Value}
			var cell struct {
				Text, Reason string
				By           map[string][]string
			}
			if err := f.Rows.Content[i+1].Decode(&cell); err != nil {
				return nil, fmt.Errorf("read row %s: %w", row.ID, err)
			}
			row.Text, row.Reason, row.By = cell.Text, cell.Reason, cell.By
			if row.Text == "" || seen[row.ID] {
				return nil, fmt.Errorf("read row %s: it has no text, or stands here twice", row.ID)
			}
			seen[row.ID] = true
			family.Rows = append(family.Rows, row)
		}
		families = append(families, family)
	}
	return families, nil
}
