// Package questionnaires holds the questionnaires that come with the program, one file each.
package questionnaires

import "embed"

// Files are the questionnaires. A file is called by the id of what it holds, with the ending .yaml.
//
//go:embed *.yaml
var Files embed.FS
