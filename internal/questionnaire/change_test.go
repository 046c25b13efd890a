package questionnaire_test

import (
	"testing"

	"informed/internal/questionnaire"
)

func TestChangeOf(t *testing.T) {
	tests := []struct{ version, item, want questionnaire.Change }{
		{"", "", questionnaire.Material},
		{questionnaire.Cosmetic, "", questionnaire.Cosmetic},
		{questionnaire.Cosmetic, questionnaire.Material, questionnaire.Material},
		{"", questionnaire.Clarifying, questionnaire.Clarifying},
	}
	for _, test := range tests {
		d := questionnaire.Definition{Change: test.version}
		if got := d.ChangeOf(&questionnaire.Item{Change: test.item}); got != test.want {
			t.Errorf("the version %q, the item %q: %q, want %q", test.version, test.item, got, test.want)
		}
		if test.item == "" && d.ChangeOf(nil) != test.want {
			t.Errorf("the version %q: %q", test.version, d.ChangeOf(nil))
		}
	}
}
