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
		{"1/2·1 + 1/4·2 = 1.75 bits", `\tfrac{1}{2}\cdot 1 + \tfrac{1}{4}\cdot 2 = 1.75 \text{ bits }`},
		{"log₂ p ≥ -∞", `\log_{2} p \ge -\infty`},
		{"D(p ‖ q) ≤ 2 bits per day", `D(p \| q) \le 2 \text{ bits per day }`},
		{"ln ŷ × 2^0.5 − 2^n", `\ln \hat{y} \times 2^{0.5} - 2^{n}`},
		{"2⁻¹² x₁₀ < 2e-05", `2^{-12} x_{10} \lt 2 \cdot 10^{-5}`},
		{"0 if p = 0", `0 \text{ if } p = 0`},
		{"p/q", `p/q`},
		{"a # b", `no TeX for "#" in "a # b"`},
		{"ж", `no TeX for "ж" in "ж"`},
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

func FuzzTeX(f *testing.F) {
	f.Add("2⁻¹² · 1/2 log₂ ŷ = 1e-05 bits per day^2")
	f.Fuzz(func(_ *testing.T, line string) { _, _ = tex(line) })
}
