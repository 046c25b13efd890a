package app

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/visit"
)

const exampleHash = "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func TestReadKiosk(t *testing.T) {
	got, found := ReadKiosk("kiosk.yaml", []byte(`clinic: An Example Clinic
welcome: Press any key.
thanks: {en: Thank you., es: Gracias.}
languages: [es, en]
questionnaire:
  en: stem-cell-therapy
  es: /etc/informed/celulas.yaml
region: gb
store: /var/lib/informed/records.db
recipients: [age1example]
idle: {warn: 45s, end: 2m, then: discard}
visit: {pattern: '\d{6}', check: luhn, required: true, example: "123 456", label: {es: Su número}}
pin: "`+exampleHash+`"
copies: {pickup: true, print: [/usr/bin/lp, -d, desk], within: 30s}
`))
	if len(found) > 0 {
		t.Fatal(found)
	}
	want := Kiosk{
		File: "kiosk.yaml", Clinic: "An Example Clinic", Languages: []string{"es", "en"},
		Welcome:       Spoken{"": {"Press any key.", 2, 10}},
		Thanks:        Spoken{"en": {"Thank you.", 3, 14}, "es": {"Gracias.", 3, 30}},
		Questionnaire: Spoken{"en": {"stem-cell-therapy", 6, 7}, "es": {"/etc/informed/celulas.yaml", 7, 7}},
		Region:        "gb", Store: "/var/lib/informed/records.db",
		Visit:      &Visit{Label: Spoken{"es": {"Su número", 12, 88}}, Required: true},
		Recipients: []string{"age1example"}, PIN: exampleHash,
		Pickup: true, Print: []string{"/usr/bin/lp", "-d", "desk"}, PrintWithin: 30 * time.Second,
		Idle: Idle{Warn: 45 * time.Second, End: 2 * time.Minute, Discard: true},
	}
	if form := got.Visit.Form; form.Check != visit.Luhn || form.Letters || form.Example != "123 456" {
		t.Errorf("the form of codes is %+v", form)
	}
	got.Visit.Form = visit.Form{}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(visit.Form{})); diff != "" {
		t.Error(diff)
	}
}

func TestReadKioskTellsWhatIsWrong(t *testing.T) {
	const whole = "clinic: A\nquestionnaire: b\n"
	tests := []struct{ name, file, want string }{
		{"nothing", "", "1:1: error missing-key"},
		{"no clinic", "questionnaire: b\n", "1:1: error missing-key clinic is missing"},
		{"a key misspelt", whole + "langauges: [en]\n", "3:1: error unknown-key"},
		{"a key twice", whole + "clinic: B\n", "3:1: error duplicate-key"},
		{"a key without a value", whole + "store:\n", "3:7: error missing-value"},
		{"a language that is not spoken", whole + "languages: [en, tlh]\n", "3:12: error unknown-language"},
		{"a code without a pattern", whole + "visit: {check: luhn}\n", "3:8: error missing-key pattern is missing"},
		{"a code that is no table", whole + "visit: '1'\n", "3:8: error wrong-type"},
		{"a pattern without a bound", whole + "visit: {pattern: '\\d+'}\n", "3:18: error bad-pattern codes of more than 32"},
		{"a pattern with dashes", whole + "visit: {pattern: '\\d-\\d'}\n", "3:18: error bad-pattern no code that can be typed"},
		{"another check", whole + "visit: {pattern: '\\d', check: lun}\n", "3:31: error unknown-option"},
		{"an example of another form", whole + "visit: {pattern: '\\d', example: A}\n", "3:18: error bad-pattern the example"},
		{"a label nobody can choose", whole + "visit: {pattern: '\\d', label: {es: a}}\n", "3:32: error unknown-language"},
		{"a language twice", whole + "languages: [en, en]\n", "3:12: error duplicate-language"},
		{"no language", whole + "languages: []\n", "3:12: error missing-value"},
		{"languages without a value", whole + "languages:\n", "3:11: error missing-value"},
		{"one questionnaire for two languages", whole + "languages: [en, es]\n", "2:16: error missing-language people can choose from 2 languages"},
		{"a language without a questionnaire", "clinic: A\nlanguages: [en, es]\nquestionnaire: {en: b}\n", "3:21: error missing-language there is no questionnaire in es"},
		{"a questionnaire nobody can choose", "clinic: A\nquestionnaire: {en: b, es: c}\n", "2:24: error unknown-language people cannot choose this language"},
		{"a welcome nobody can choose", whole + "welcome: {es: c}\n", "3:11: error unknown-language"},
		{"a welcome in no language", whole + "welcome: {}\n", "3:10: error missing-value"},
		{"a welcome without words", whole + "welcome: {en: }\n", "3:15: error missing-value"},
		{"a language twice in a table", whole + "welcome: {en: a, en: b}\n", "3:18: error duplicate-key"},
		{"an unknown key below another", whole + "idle: {warm: 3s}\n", "3:8: error unknown-key"},
		{"a time without a unit", whole + "idle: {warn: 45}\n", "3:14: error wrong-type"},
		{"no time", whole + "idle: {warn: 0s}\n", "3:14: error wrong-type"},
		{"too short a warning", whole + "idle: {warn: 45s, end: 60s}\n", "3:7: error out-of-range"},
		{"an end before the warning", whole + "idle: {warn: 45s, end: 10s}\n", "3:7: error out-of-range"},
		{"another way to end", whole + "idle: {then: shout}\n", "3:14: error unknown-option"},
		{"a list for a value", whole + "store: [a]\n", "3:8: error wrong-type"},
		{"a value for a table", whole + "idle: 3s\n", "3:7: error wrong-type"},
		{"a PIN instead of its hash", whole + "pin: \"1234\"\n", "3:6: error bad-hash"},
		{"a command for a shell", whole + "copies: {print: lp -d desk}\n", "3:17: error wrong-type"},
		{"a program without its path", whole + "copies: {print: [lp]}\n", "3:18: error bad-path"},
		{"neither true nor false", whole + "copies: {pickup: perhaps}\n", "3:18: error wrong-type"},
		{"an alias", "clinic: &a A\nquestionnaire: *a\n", "1:9: error alias"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := ReadKiosk("kiosk.yaml", []byte(test.file))
			if len(found) != 1 || !strings.HasPrefix(found[0].String(), "kiosk.yaml:"+test.want) {
				t.Errorf("found %v, want %s", found, test.want)
			}
			for _, d := range found {
				if strings.Contains(d.String()+d.Hint, "1234") {
					t.Errorf("tells a value: %s", d)
				}
			}
		})
	}
}

func TestTheExampleOfAKioskIsRight(t *testing.T) {
	const name = "../../docs/kiosk/kiosk.yaml"
	data, err := ReadFile(name, MaxSmall)
	if err != nil {
		t.Fatal(err)
	}
	if _, found := ReadKiosk(name, data); len(found) > 0 {
		t.Error(found)
	}
}

func TestWhatASpokenValueIsInALanguage(t *testing.T) {
	one, two := Spoken{"": {Text: "A"}}, Spoken{"en": {Text: "B"}, "es": {Text: "C"}}
	if one.In("es").Text != "A" || two.In("es").Text != "C" || two.In("ar").Text != "" || Spoken(nil).In("en").Text != "" {
		t.Errorf("%v, %v", one, two)
	}
}

func TestAQuestionnaireInAnotherLanguageIsToldWithItsLine(t *testing.T) {
	k := Kiosk{File: "kiosk.yaml", Questionnaire: Spoken{"es": {"a", 4, 7}}}
	want := "kiosk.yaml:4:7: error other-language people can choose es, and this questionnaire is in en"
	if got := k.Misfit("es", "en"); got.String() != want || got.Hint != "name one that is in es, or change languages" {
		t.Errorf("got %s, %s", got, got.Hint)
	}
}
