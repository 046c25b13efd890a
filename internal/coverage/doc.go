// Package coverage tells which items of the questionnaires serve which row of the rules, standards and texts that a
// conversation before consent should touch. The rows stand in rows.yaml, in our own words; items name them under `covers`.
//
// It makes questionnaires/COVERAGE.md. It is not a certificate: that an item names a row says that its author meant to serve
// it, and a reader has to judge whether it does.
package coverage
