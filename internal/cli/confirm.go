package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/pflag"
)

func addYesFlag(flags *pflag.FlagSet, yes *bool) {
	flags.BoolVar(yes, "yes", false, "do it without asking")
}

// errUndone means that nobody said yes.
var errUndone = errors.New("nothing was changed")

// confirm asks whether to go on, unless that was said already. Only a whole line that says yes is one: where nobody can be
// asked, or the line ends before, it is a no.
func (s System) confirm(ctx context.Context, yes bool, question string) error {
	if yes {
		return nil
	}
	if _, ok := terminal(s.In); !ok {
		return usage(errors.New("ask whether to go on: this is no terminal"), "add --yes if you mean it")
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	fmt.Fprint(s.Err, question+" Type yes to do it: ")
	typed := make(chan bool, 1)
	go func() {
		line, err := bufio.NewReader(s.In).ReadString('\n')
		typed <- err == nil && strings.EqualFold(strings.TrimSpace(line), "yes")
	}()
	select {
	case said := <-typed:
		if said {
			return nil
		}
		return &exit{status: statusFailure, err: errUndone}
	case <-ctx.Done():
		fmt.Fprintln(s.Err)
		return &exit{status: statusInterrupted, err: errUndone}
	}
}
