package terminal

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Fault is a panic of the program. It says where and not what, as the value of
// a panic may hold what somebody has answered.
type Fault struct {
	Function string // in full, with its package
	File     string // without its folder
	Line     int
}

func (f *Fault) Error() string {
	return fmt.Sprintf("the program met a fault and stopped (%s:%d)", f.File, f.Line)
}

// newFault is the fault of the panic that is being recovered from. The place is
// the first below the panic that is not the runtime's own.
func newFault() *Fault {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	panicked := false
	for {
		frame, more := frames.Next()
		inside := strings.HasPrefix(frame.Function, "runtime.")
		if panicked && !inside {
			return &Fault{Function: frame.Function, File: filepath.Base(frame.File), Line: frame.Line}
		}
		panicked = panicked || frame.Function == "runtime.gopanic"
		if !more {
			return &Fault{File: "unknown"}
		}
	}
}

// guard gives a command that does what cmd does, but for a panic, which it turns
// into a *Fault. In a goroutine of Bubble Tea's a panic would end the process at
// once, with the terminal left as it is.
func guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if value := recover(); value != nil {
				msg = newFault()
			}
		}()
		return guardAll(cmd())
	}
}

// guardAll guards the commands in msg, if it is what tea.Batch or tea.Sequence
// give. The type of the latter has no name outside of Bubble Tea.
func guardAll(msg tea.Msg) tea.Msg {
	cmds := reflect.ValueOf(msg)
	if cmds.Kind() != reflect.Slice || cmds.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	guarded := reflect.MakeSlice(cmds.Type(), cmds.Len(), cmds.Len())
	for i := range cmds.Len() {
		cmd := cmds.Index(i).Interface().(tea.Cmd)
		guarded.Index(i).Set(reflect.ValueOf(guard(cmd)))
	}
	return guarded.Interface()
}
