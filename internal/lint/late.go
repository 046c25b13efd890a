package lint

import (
	"regexp"
	"sync"
)

// late gives an expression that is compiled when it is first used: every start of the program would wait for all of them,
// and few starts lint anything.
func late(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
