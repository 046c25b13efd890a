package kiosk

import (
	"io"
	"os"
	"strings"
	"time"
	"unicode"
)

// Report is the number of the file into which the process of a patient writes signs that it is alive, and at last where a
// fault was.
const Report = 3

// The sign that a process is not stuck, which is part of no report, and how often it is to be given.
const (
	sign     = '\n'
	Interval = 2 * time.Second
)

// mostReport is how many bytes of a report are kept.
const mostReport = 200

// Alive gives the sign that the process of a patient is not stuck. That it cannot is no harm to the patient.
func Alive(report io.Writer) { _, _ = report.Write([]byte{sign}) }

// patient is the process of a patient.
type patient struct {
	*os.Process
	ended chan ending
	signs chan struct{}
}

// listen reads what the process writes until it can write no more: signs, and at last a report.
func (p patient) listen(from io.Reader) (report string) {
	var said []byte
	for b := make([]byte, mostReport); ; {
		n, err := from.Read(b)
		for _, c := range b[:n] {
			switch {
			case c == sign:
				p.signed()
			case len(said) < mostReport:
				said = append(said, c)
			}
		}
		if err != nil {
			return printable(string(said))
		}
	}
}

// signed notes a sign, if the one before has been seen.
func (p patient) signed() {
	select {
	case p.signs <- struct{}{}:
	default:
	}
}

// printable takes everything out of a report that is not to be written into a log.
func printable(report string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, report)
}
