package yamlform

import "gopkg.in/yaml.v3"

const (
	sampleSize = 64 << 10 // bytes
	sampleFrom = 1 << 20  // smaller files are read quickly enough
)

// hopeless reports whether a large file has more problems in its first items than are ever shown. Then there is no use in
// the time that the rest of it would take.
func hopeless(c *checker, data []byte, o *outline) bool {
	if len(data) < sampleFrom || o.sample == 0 {
		return false
	}
	var document yaml.Node
	if err := yaml.Unmarshal(data[:o.sample], &document); err != nil {
		return false
	}
	sample := *c
	sample.report = &report{file: c.file, genre: c.genre}
	if _, items := child(document.Content[0], "items"); items != nil {
		sample.value(itemList(), items, "items")
	}
	if !sample.tooMany() {
		return false
	}
	c.found = append(c.found, sample.found...)
	return true
}
