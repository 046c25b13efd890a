package records_test

import (
	"errors"
	"strings"
	"testing"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/store"
)

const pickedUp = "10Q4-K2M9-0XWT-C5RB"

// pickups gives an archive with one record.
func pickups(t *testing.T) *records.Archive {
	t.Helper()
	a := archive()
	j := begin(t, a, pickedUp)
	defer j.Close()
	j.Session().Next()
	if err := j.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestPickup(t *testing.T) {
	code := records.Pickup(pickedUp)
	if len(code) != 7 || !strings.HasPrefix(code, "10Q-4K") {
		t.Fatalf("the code is %q", code)
	}
	if got := records.Pickup("AB"); got != "" {
		t.Errorf("an id that is too short has the code %q", got)
	}
}

// A letter that was misread is always noticed.
func TestAPickupCodeIsCheckedByItsLastLetter(t *testing.T) {
	a, code := pickups(t), records.Pickup(pickedUp)
	for i := range code {
		for _, c := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			other := code[:i] + string(c) + code[i+1:]
			if code[i] == '-' || other == code {
				continue
			}
			if _, err := a.PickUp(t.Context(), other); err == nil || errors.Is(err, store.ErrNotFound) {
				t.Errorf("%s is as right as %s", other, code)
			}
		}
	}
}

func TestPickUp(t *testing.T) {
	a, code := pickups(t), records.Pickup(pickedUp)
	for _, told := range []string{code, strings.ToLower(code), " " + strings.ReplaceAll(code, "-", " "), strings.Replace(code, "10", "IO", 1), strings.Replace(code, "10", "lo", 1)} {
		if r, err := a.PickUp(t.Context(), told); err != nil || r.ID != pickedUp {
			t.Errorf("%q: %v, %v", told, r.ID, err)
		}
	}
	var fault *app.Fault
	for _, told := range []string{"", "10Q", "10Q4K2", "10Q4K2M9", code + "X", "10Q-4U" + code[6:]} {
		if _, err := a.PickUp(t.Context(), told); !errors.As(err, &fault) || errors.Is(err, store.ErrNotFound) {
			t.Errorf("%q: %v", told, err)
		}
	}
	if _, err := a.PickUp(t.Context(), records.Pickup("9999-9999-9999-9999")); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a code of no record: %v", err)
	}
}
