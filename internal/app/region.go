package app

import (
	"fmt"
	"path"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/region"
	"informed/questionnaires"
)

const regionFolder = "regions"

// Regions lists the ids of the regions that come with the program, in alphabetical order.
func Regions() []string {
	entries, err := questionnaires.Regions.ReadDir(regionFolder)
	if err != nil {
		return nil
	}
	var ids []string
	for _, entry := range entries {
		ids = append(ids, strings.TrimSuffix(entry.Name(), extension))
	}
	return ids
}

// LoadRegion reads the region of the program that has the id, or a file: a name with a dot or a slash in it is always a
// file. If one of the diagnostics is an error, there is no Region. The error is a [*Fault] about a name that is no region
// or a file that cannot be read.
func LoadRegion(name string) (*region.Region, []questionnaire.Diagnostic, error) {
	if strings.ContainsAny(name, `./\`) {
		data, err := ReadFile(name, region.MaxBytes)
		if err != nil {
			return nil, nil, err
		}
		r, found := yamlform.DecodeRegion(name, data)
		return r, found, nil
	}
	r, found, err := builtInRegion(strings.ToLower(name))
	if err != nil {
		return nil, nil, &Fault{Err: fmt.Errorf("there is no region %q", name), Hint: "use one of: " + regionNames() + "; or a file"}
	}
	return r, found, nil
}

func builtInRegion(id string) (*region.Region, []questionnaire.Diagnostic, error) {
	file := path.Join(regionFolder, id+extension)
	data, err := questionnaires.Regions.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	r, found := yamlform.DecodeRegion(file, data)
	return r, found, nil
}

// regionNames lists the regions by id and name: not everybody would look for the United Kingdom under gb.
func regionNames() string {
	var names []string
	for _, id := range Regions() {
		if r, _, _ := builtInRegion(id); r != nil {
			id += " (" + r.Name + ")"
		}
		names = append(names, id)
	}
	return strings.Join(names, ", ")
}
