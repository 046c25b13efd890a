package i18n

import (
	"strings"
	"testing"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func english(t *testing.T) *Words {
	t.Helper()
	words, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func TestText(t *testing.T) {
	words := english(t)
	tests := []struct {
		name, got, want string
	}{
		{"plain", words.Text("footer.next"), "Next"},
		{"with data", words.Text("problem.number-min", map[string]any{"Min": 3}), "Please give 3 or more."},
		{"data in two maps", words.Text("problem.number-range", map[string]any{"Min": 0, "Max": 5}, map[string]any{"Max": 10}),
			"Please give a number from 0 to 10."},
		{"one", words.Count("picture.months", 1), "Within 1 month"},
		{"other", words.Count("picture.months", 12), "Within 12 months"},
		{"no plural forms", words.Count("picture.framing", 1, map[string]any{"Of": 100, "Rest": 99}), "1 of 100 did, 99 of 100 did not"},
		{"author's text", words.Or("Not yet", "option.defer"), "Not yet"},
		{"no author's text", words.Or("", "option.unsure"), "Not sure"},
		{"unknown id", words.Text("footer.nothing"), "[footer.nothing]"},
		{"empty id", words.Text(""), "[]"},
		{"missing data", words.Text("problem.number-min"), "[problem.number-min]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.got != test.want {
				t.Errorf("got %q, want %q", test.got, test.want)
			}
		})
	}
}

func TestNew(t *testing.T) {
	for _, tag := range []string{"en", "EN", "en-GB", "en-US-x-kiosk"} {
		words, err := New(tag)
		if err != nil {
			t.Errorf("New(%q): %v", tag, err)
		} else if words.Language() != "en" {
			t.Errorf("New(%q) found %q, want en", tag, words.Language())
		}
	}
	for _, tag := range []string{"", "und", "tlh", "../en", "en.json", "not a tag"} {
		_, err := New(tag)
		if err == nil {
			t.Errorf("New(%q) found words, want an error", tag)
		} else if !strings.Contains(err.Error(), "there are: "+strings.Join(Languages(), ", ")) {
			t.Errorf("New(%q): the error %q does not list the languages", tag, err)
		}
	}
}

// A language with more plural forms than English, and one message short.
func TestOtherLanguage(t *testing.T) {
	bundle := goi18n.NewBundle(language.English)
	if err := load(bundle, fallback); err != nil {
		t.Fatal(err)
	}
	polish := `{"picture.months": {"one": "{{.Count}} miesiąc", "few": "{{.Count}} miesiące", "many": "{{.Count}} miesięcy"}}`
	if _, err := bundle.ParseMessageFileBytes([]byte(polish), "pl.json"); err != nil {
		t.Fatal(err)
	}
	words := &Words{tag: "pl", localizer: goi18n.NewLocalizer(bundle, "pl"), parser: &template.TextParser{}}
	for n, want := range map[int]string{1: "1 miesiąc", 3: "3 miesiące", 12: "12 miesięcy"} {
		if got := words.Count("picture.months", n); got != want {
			t.Errorf("%d months: got %q, want %q", n, got, want)
		}
	}
	if got := words.Text("footer.next"); got != "Next" {
		t.Errorf("a message that is not translated: got %q, want the English", got)
	}
}

// Each language is called what its speakers call it, as the table of Unicode has it.
func TestLanguageNames(t *testing.T) {
	for _, tag := range Languages() {
		words, err := New(tag)
		if err != nil {
			t.Fatal(err)
		}
		want := display.Self.Name(language.MustParse(tag))
		if got := words.Text("language.name"); !strings.EqualFold(got, want) {
			t.Errorf("%s is called %s, want %s", tag, got, want)
		}
	}
}
