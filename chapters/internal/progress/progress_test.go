package progress

import "testing"

func TestFit(t *testing.T) {
	for _, c := range []struct {
		text    string
		columns int
		want    string
	}{
		{"step 12, 3 bits", 15, "step 12, 3 bits"},
		{"step 12, 3 bits", 14, "…ep 12, 3 bits"},
		{"Schätzung ŷ", 4, "…g ŷ"},
		{"step", 1, "…"},
		{"step", -3, "…"},
		{"", 0, ""},
	} {
		if have := fit(c.text, c.columns); have != c.want {
			t.Errorf("fit(%q, %d) = %q, want %q", c.text, c.columns, have, c.want)
		}
	}
}
