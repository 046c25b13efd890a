package summary

import _ "embed"

//go:embed schema.json
var schema string

// Schema gives the JSON Schema (draft 2020-12) of a Summary.
func Schema() []byte { return []byte(schema) }
