package cli

import (
	"fmt"
	"slices"
	"strings"

	"informed/internal/session"
)

// seat is who counsels here, and by which rules.
type seat struct {
	counsellor session.Party // without a name where they have to be asked for it
	witness    []session.Need
}

// never is the setting by which no witness has to sign.
const never = "never"

// seat looks up who counsels. A witness signs for those who need an interpreter or cannot read, unless a place has other
// rules.
func (places sources) seat() (seat, error) {
	var made seat
	made.counsellor.Name, _ = places.pick("counsellor")
	made.counsellor.Title, _ = places.pick("counsellor-role")
	made.counsellor.ID, _ = places.pick("counsellor-id")
	witness, from := places.pick("witness")
	if from == "" {
		made.witness = []session.Need{session.IfInterpreted, session.IfCannotRead}
		return made, nil
	}
	if witness == never {
		return made, nil
	}
	for _, need := range split(witness) {
		if !slices.Contains(session.Needs(), session.Need(need)) {
			return made, usage(fmt.Errorf("%s: there is no %q", from, need), "use one of: "+strings.Join(needs(), ", "))
		}
		made.witness = append(made.witness, session.Need(need))
	}
	if len(made.witness) == 0 {
		return made, usage(fmt.Errorf("%s: it does not say when", from), "use one of: "+strings.Join(needs(), ", "))
	}
	return made, nil
}

func needs() []string {
	var list []string
	for _, need := range session.Needs() {
		list = append(list, string(need))
	}
	return append(list, never)
}
