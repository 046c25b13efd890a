// Informed walks a person through an informed-consent questionnaire and leaves them with a checklist.
package main

import (
	"os"

	"informed/internal/cli"
)

func main() { os.Exit(cli.Main(cli.OS())) }
