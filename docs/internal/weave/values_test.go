package weave

import (
	"strings"
	"testing"
)

func TestLookUp(t *testing.T) {
	out := `word      p     bits
routine   0.5   1
H(p) = 1.75 bits
H(p, q): ≈ 2, as D(p ‖ q) is -0.25.
share of days 25%
a zero costs ∞ bits
cost 1 then cost 2
twice 1
twice 2
both 7
both: 7
H(p, p) = 3, H(q, q) = 4
odds 1/8, tiny 1e-09;
D(q ‖ p) = H(q) + x`
	for _, c := range []struct{ label, want string }{
		{"routine", "0.5"},
		{"routine 0.5", "1"},
		{"H(p)", "1.75"},
		{"H(p, q)", "2"},
		{"as q)", "-0.25"}, // though q) stands alone earlier
		{"D(p q)", "-0.25"},
		{"D(p ‖ q)", "-0.25"},
		{"H(q, q)", "4"},
		{"share days", "25"},
		{"zero costs", "∞"},
		{"then cost", "2"},
		{"odds", "1/8"},
		{"tiny", "1e-09"},
		{"cost", "1"},
		{"both", "7"},
		{"twice", `label "twice" has several values: 1, 2`},
		{"H(r", `no line has label "H(r"`},
		{"routin", `no line has label "routin"`},
		{"days share", `no line has label "days share"`},
		{"D(q ‖ p)", `no number behind label "D(q ‖ p)" in "D(q ‖ p) = H(q) + x"`},
	} {
		have, err := lookUp(out, strings.Fields(c.label))
		if err != nil {
			have = err.Error()
		}
		if have != c.want {
			t.Errorf("%q is %s, want %s", c.label, have, c.want)
		}
	}
}

func TestRoundTo(t *testing.T) {
	for _, c := range []struct {
		v      string
		places int
		want   string
	}{
		{"1.005", 2, "1.01"}, // as a float it is less, and would give 1.00
		{"-1.005", 2, "-1.01"},
		{"1.999", 2, "2.00"},
		{"2.5", 0, "3"},
		{"1.5", 2, "1.50"},
		{"-0.001", 2, "0.00"},
		{"1.5e-03", 3, "0.002"},
		{"∞", 2, "∞"},
	} {
		if have := roundTo(c.v, c.places); have != c.want {
			t.Errorf("%s to %d places is %s, want %s", c.v, c.places, have, c.want)
		}
	}
}

func TestTeX(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"0.5 · 1 + 1/4·x = 1.75", `0.5 \cdot 1 + 1/4\cdot x = 1.75`},
		{"log₂ p ≥ -∞", `\log_2 p \ge -\infty`},
		{"D(p ‖ q) ≤ ½ − ln ŷ", `D(p \| q) \le \tfrac{1}{2} - \ln \hat{y}`},
		{"1.75 bits", `no TeX for "b" in "1.75 bits"`},
		{"a # b", `no TeX for "#" in "a # b"`},
		{"2e-05", `no TeX for "2" in "2e-05"`},
		{"2x", `no TeX for "2" in "2x"`},
	} {
		have, err := tex(c.line)
		if err != nil {
			have = err.Error()
		}
		if have != c.want {
			t.Errorf("%s is %s, want %s", c.line, have, c.want)
		}
	}
}
