package ui

import "testing"

func TestGlyphsFor(t *testing.T) {
	tests := []struct {
		name  string
		env   map[string]string
		ascii bool
	}{
		{"nothing known", nil, false},
		{"UTF-8", map[string]string{"LANG": "de_DE.UTF-8"}, false},
		{"written otherwise", map[string]string{"LANG": "de_DE.utf8"}, false},
		{"the plain locale", map[string]string{"LANG": "C"}, true},
		{"another character set", map[string]string{"LANG": "de_DE.ISO-8859-1"}, true},
		{"the most particular counts", map[string]string{"LC_ALL": "C.UTF-8", "LANG": "C"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := GlyphsFor(func(name string) string { return test.env[name] })
			if g.ASCII != test.ascii {
				t.Errorf("ASCII is %v", g.ASCII)
			}
			for _, sign := range []string{g.Focus, g.Chosen, g.Free, g.Ticked, g.Unticked, g.Full, g.Empty, g.Up, g.Down} {
				for _, r := range sign {
					if g.ASCII && r > 126 {
						t.Errorf("%q is not ASCII", sign)
					}
				}
			}
			if g.Chosen == g.Free || g.Ticked == g.Unticked || g.Full == g.Empty || g.Up == g.Down {
				t.Error("two signs look the same")
			}
		})
	}
}
