package main

import (
	"fmt"
	"strings"
)

// page is how many questions stand in a group.
const page = 10

// questions gives the texts of n questions.
func questions(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Did someone tell you about point %d of this example?", i+1)
	}
	return texts
}

// questionnaire gives a file with n questions, each with all that a question of yes or no may well have.
func questionnaire(n int) []byte {
	var b strings.Builder
	b.WriteString(`format: informed/v1
id: example
version: 1.0.0
language: en
title: An example to measure with
purpose: |
  This is an **example**. Nobody uses the answers.
minutes: 15
publisher: Example
sources:
  EX-1: {title: An example of a source, publisher: Example Press, year: 2026, evidence: secondary}
glossary:
  example: Something that is not real.
items:
`)
	for i, text := range questions(n) {
		if i%page == 0 {
			fmt.Fprintf(&b, "  - id: part-%d\n    type: group\n    topic: part-%[1]d\n    title: Part %[1]d\n    items:\n", i/page+1)
		}
		fmt.Fprintf(&b, `      - id: point-%d
        type: yes-no
        text: %s
        help: Think of talks, letters and adverts.
        explain: |
          This is an **example**. It can be about *anything*.
        check: You know about point %[1]d
        outcomes:
          - {when: "no", state: warning, do: Ask about point %[1]d before you decide.}
          - {when: unsure, state: ask, do: Ask about point %[1]d.}
        sources: [EX-1]
`, i+1, text)
	}
	return []byte(b.String())
}
