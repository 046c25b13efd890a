package region

import (
	"strings"
	"time"
)

// explain writes facts as Markdown, a point for each under the name of the region.
func (l *localiser) explain(facts []Fact) string {
	lines := []string{"**" + l.words.Text("region.head", map[string]any{"Name": escape(l.region.Name)}) + "**", ""}
	for _, f := range facts {
		parts := []string{"**" + escape(f.Title) + ".**", escape(f.Text), l.checked(f)}
		if f.URL != "" {
			parts = append(parts, "<"+f.URL+">")
		}
		lines = append(lines, "- "+strings.Join(parts, " "))
	}
	return strings.Join(lines, "\n")
}

// checked says when a fact was last looked at, and that it may have changed where that was long ago.
func (l *localiser) checked(f Fact) string {
	id := "region.checked"
	if old(f.Checked, l.now) {
		id = "region.old"
	}
	return l.words.Text(id, map[string]any{"Date": f.Checked})
}

// old reports whether a day is more than a year before now.
func old(day string, now time.Time) bool {
	at, err := time.Parse(time.DateOnly, day)
	return err == nil && now.Format(time.DateOnly) > at.AddDate(1, 0, 0).Format(time.DateOnly)
}

var escaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"&", `\&`, "~", `\~`, "|", `\|`)

// escape makes plain text stand for itself within a line of Markdown.
func escape(text string) string { return escaper.Replace(text) }
