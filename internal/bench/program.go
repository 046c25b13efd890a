package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// The sizes that are measured, in questions.
const (
	few  = 30
	many = 300
)

// program is one to measure.
type program struct {
	name       string
	dependency string // the module whose version counts, of a peer
	path       string
	args       map[int][]string // for each number of questions
	ready      []string         // arguments that make its home as it is from the second start on, nil for none
	// first is at the very end of the first frame, after what a person came for. When the program has a welcome before
	// its first question, start is the key that leads on, and question what is at the end of that frame.
	first, start, question string
}

// prepare builds the peers in the folder, and writes the questionnaires there.
func prepare(folder, informed string) ([]program, error) {
	build := exec.Command("go", "build", "-trimpath", "-o", folder, "./huh", "github.com/charmbracelet/gum")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("build the peers: %w", err)
	}
	ours, huhs, gums := map[int][]string{}, map[int][]string{}, map[int][]string{}
	for _, n := range []int{few, many} {
		file := filepath.Join(folder, fmt.Sprintf("questions-%d.yaml", n))
		if err := os.WriteFile(file, questionnaire(n), 0o600); err != nil {
			return nil, err
		}
		ours[n] = []string{file}
		huhs[n] = questions(n)
		gums[n] = append([]string{"choose"}, questions(n)...)
	}
	return []program{
		{name: "informed", path: informed, args: ours, ready: []string{"doctor"}, first: "Ctrl+Q Stop", start: "\r", question: "T Talk about this"},
		{name: "gum", dependency: "github.com/charmbracelet/gum", path: filepath.Join(folder, "gum"), args: gums, first: "enter submit"},
		{name: "huh", dependency: "github.com/charmbracelet/huh", path: filepath.Join(folder, "huh"), args: huhs, first: "enter select"},
	}, nil
}

// versions gives the peers with their versions, as built.
func versions(programs []program) ([]string, error) {
	var found []string
	for _, p := range programs {
		if p.dependency == "" {
			continue
		}
		info, err := buildinfo.ReadFile(p.path)
		if err != nil {
			return nil, fmt.Errorf("read the version of %s: %w", p.name, err)
		}
		for _, module := range append(info.Deps, &info.Main) {
			if module.Path == p.dependency {
				found = append(found, p.name+" "+module.Version)
			}
		}
	}
	return found, nil
}
