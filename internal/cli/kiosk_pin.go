package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/term"

	"informed/internal/kiosk"
)

// hashPIN asks for a PIN and prints the line for the file of a kiosk.
func (s System) hashPIN() error {
	pin, err := s.typePIN()
	if err != nil {
		return err
	}
	hash, err := kiosk.Hash(pin)
	if err != nil {
		return usage(fmt.Errorf("set the PIN: %w", err), "type digits only, twice the same")
	}
	_, err = fmt.Fprintf(s.Out, "pin: %q\n", hash)
	return output(err)
}

// typePIN reads a PIN: at a terminal twice and without showing it, else one line.
func (s System) typePIN() (string, error) {
	in, ok := terminal(s.In)
	if !ok {
		line, err := bufio.NewReader(io.LimitReader(s.In, 64)).ReadString('\n')
		if err != nil && err != io.EOF {
			return "", fmt.Errorf("set the PIN: read standard input: %w", err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	ask := func(what string) (string, error) {
		fmt.Fprint(s.Err, what)
		defer fmt.Fprintln(s.Err)
		typed, err := term.ReadPassword(int(in.Fd()))
		return string(typed), err
	}
	first, err := ask("New PIN: ")
	if err != nil {
		return "", fmt.Errorf("set the PIN: %w", err)
	}
	again, err := ask("The same once more: ")
	if err != nil || first != again {
		return "", nil // which is no PIN
	}
	return first, nil
}
