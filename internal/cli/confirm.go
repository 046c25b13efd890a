package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"
)

func addYesFlag(flags *pflag.FlagSet, yes *bool) {
	flags.BoolVar(yes, "yes", false, "do it without asking")
}

// confirm asks whether to go on, unless that was said already. Where nobody can be asked, or nobody answers, it is a no.
func (s System) confirm(yes bool, question string) error {
	if yes {
		return nil
	}
	if _, ok := terminal(s.In); !ok {
		return usage(errors.New("ask whether to go on: this is no terminal"), "add --yes if you mean it")
	}
	fmt.Fprint(s.Err, question+" Type yes to do it: ")
	line, err := bufio.NewReader(s.In).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read the answer: %w", err)
	}
	if strings.EqualFold(strings.TrimSpace(line), "yes") {
		return nil
	}
	return &exit{status: statusFailure, err: errors.New("nothing was changed")}
}
