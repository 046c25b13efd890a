// Command huh asks each of its arguments as a question, one on a page, with a line of help and the answers yes, no and not
// sure. It is a peer to measure: what a program comes to that puts a questionnaire together from the parts of the huh
// library.
package main

import (
	"fmt"
	"os"

	"github.com/charmbracelet/huh"
)

// help stands under every question.
const help = "Think of talks, letters and adverts."

func main() {
	var pages []*huh.Group
	for _, question := range os.Args[1:] {
		pages = append(pages, huh.NewGroup(
			huh.NewSelect[string]().Title(question).Description(help).Options(huh.NewOptions("Yes", "No", "Not sure")...),
		))
	}
	if err := huh.NewForm(pages...).Run(); err != nil {
		fmt.Fprintln(os.Stderr, "huh:", err)
		os.Exit(1)
	}
}
