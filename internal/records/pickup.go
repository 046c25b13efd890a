package records

import (
	"context"
	"fmt"
	"strings"

	"informed/internal/app"
	"informed/internal/store"
)

// alphabet is that of the ids of records.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// pickupLen is how many letters of an id are in a pickup code. A sixth shows whether the others were misread.
const pickupLen = 5

// Pickup gives the code by which a person asks for their record at a desk, such as "7ZQ-4K3": the beginning of its id, and a
// letter to check it by. It is "" for an id that is too short.
func Pickup(id string) string {
	code := bare(id)
	if len(code) < pickupLen {
		return ""
	}
	code = code[:pickupLen]
	return code[:3] + "-" + code[3:] + string(check(code))
}

// check gives the letter that changes with any letter of a code. Weights that are odd make it so.
func check(code string) byte {
	sum := 0
	for i, c := range code {
		sum += (2*i + 1) * strings.IndexRune(alphabet, c)
	}
	return alphabet[sum&31]
}

// PickUp gives the record of a pickup code as a person tells it: with letters of any case, and O for 0, I or L for 1. The
// error is a [*app.Fault] where the code was misheard, or belongs to none, or to more than one.
func (a *Archive) PickUp(ctx context.Context, told string) (store.Record, error) {
	code := strings.NewReplacer("O", "0", "I", "1", "L", "1").Replace(bare(told))
	if len(code) != pickupLen+1 || strings.Trim(code, alphabet) != "" || check(code[:pickupLen]) != code[pickupLen] {
		return store.Record{}, &app.Fault{Err: fmt.Errorf("find the pickup code %q: it is not a code", told), Hint: "ask for it once more, letter by letter"}
	}
	return a.Find(ctx, code[:pickupLen])
}
