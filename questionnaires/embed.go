// Package questionnaires holds the questionnaires and the regions that come with the program, one file each.
package questionnaires

import "embed"

// Files are the questionnaires. A file is called by the id of what it holds, with the ending .yaml.
//
//go:embed *.yaml
var Files embed.FS

// Regions are the region files, in the folder regions, called by their ids in the same way.
//
//go:embed regions/*.yaml
var Regions embed.FS
