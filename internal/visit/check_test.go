package visit

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestCodesFromTheStandards(t *testing.T) {
	for check, codes := range map[Check]string{
		None:    "1 A-B",
		Luhn:    "79927398713 4539578763621486 00",
		Mod11:   "9434765919 0306406152 080442957X",
		Mod112:  "079X 0000000218250097 000000021694233X",
		Mod9710: "79444 WEST12345698765432GB82",
	} {
		for _, code := range strings.Fields(codes) {
			if !check.Holds(code) {
				t.Errorf("%s does not hold for %s", check, code)
			}
		}
	}
}

func TestWhatACheckDoesNotTakeIsNotRight(t *testing.T) {
	for check, codes := range map[Check]string{
		Luhn: "7992739871A 79927-398713 -", Mod11: "X0306406152 X00000000 00306406152 A", Mod112: "X 07X9 079x", Mod9710: "79444- 7944A WESTX X a", "": "1", "other": "1",
	} {
		for _, code := range append(strings.Fields(codes), "") {
			if check.Holds(code) {
				t.Errorf("%s holds for %q", check, code)
			}
		}
	}
}

// made gives a right code at random: n letters and digits, and the check digits that make it right.
func made(random *rand.Rand, check Check, n int) string {
	taken, ends := digits, strings.Split(digits+"X", "")
	if check == Mod9710 {
		taken, ends = digits+letters, nil
		for i := range 100 {
			ends = append(ends, string(digits[i/10])+string(digits[i%10]))
		}
	}
	body := ""
	for range n {
		body += string(taken[random.IntN(len(taken))])
	}
	for _, end := range ends {
		if check.Holds(body + end) {
			return body + end
		}
	}
	return ""
}

// alike reports whether both are digits, or both letters.
func alike(a, b byte) bool {
	return strings.IndexByte(digits, a) < 0 == (strings.IndexByte(digits, b) < 0)
}

// Every digit that is wrong is found, and every two neighbours that changed places but those that a check does not promise.
func TestChecksFindWhatTheyPromise(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, check := range Checks()[1:] {
		for range 300 {
			code := made(random, check, 1+random.IntN(9))
			if code == "" {
				t.Fatalf("%s has no right code", check)
			}
			for i := range code {
				wrong(t, check, code, i)
				swapped(t, check, code, i)
			}
		}
	}
}

func wrong(t *testing.T, check Check, code string, i int) {
	t.Helper()
	for _, c := range []byte(digits + letters) {
		if other := code[:i] + string(c) + code[i+1:]; other != code && alike(c, code[i]) && check.Holds(other) {
			t.Errorf("%s holds for %s and for %s", check, code, other)
		}
	}
}

func swapped(t *testing.T, check Check, code string, i int) {
	t.Helper()
	if i+1 == len(code) || code[i] == code[i+1] {
		return
	}
	pair := code[i : i+2]
	switch {
	case check == Luhn && (pair == "09" || pair == "90"):
		return
	case check == Mod9710 && !alike(pair[0], pair[1]):
		return
	}
	if other := code[:i] + string(pair[1]) + string(pair[0]) + code[i+2:]; check.Holds(other) {
		t.Errorf("%s holds for %s and for %s", check, code, other)
	}
}

// The exceptions are real: a test that left out more than it says would be worth less.
func TestWhatChecksDoNotPromise(t *testing.T) {
	if !Luhn.Holds("0919") || !Luhn.Holds("9019") {
		t.Error("luhn finds 0 and 9 that changed places")
	}
	if !Mod9710.Holds("1B56") || !Mod9710.Holds("B156") {
		t.Error("mod97-10 finds a digit and a letter that changed places")
	}
}

// The two at the end of MOD 97-10 are digits, or a letter would be found wrong in one place and not in another.
func TestCheckDigitsAreNoLetters(t *testing.T) {
	for i := range 100 {
		for _, l := range letters {
			if code := fmt.Sprintf("%02d%c", i, l); Mod9710.Holds(code) {
				t.Errorf("mod97-10 holds for %s", code)
			}
		}
	}
}
