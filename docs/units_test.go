package main

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
		{"D(q ‖ p)", `no number behind label "D(q ‖ p)" in`},
	} {
		have, err := lookUp(out, strings.Fields(c.label))
		if err != nil {
			have = err.Error()
		}
		if !strings.HasPrefix(have, c.want) || err == nil && have != c.want {
			t.Errorf("%q is %s, want %s", c.label, have, c.want)
		}
	}
}

func TestRoundTo(t *testing.T) {
	for _, c := range []struct {
		v    string
		n    int
		want string
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
		if have := roundTo(c.v, c.n); have != c.want {
			t.Errorf("%s to %d places is %s, want %s", c.v, c.n, have, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	p := newPage("a.md", []byte("# A `code`, _it's_ $H_2$!\n# Same\n## Same\n### Same\n# Ünï — 3.2 x-y_z\n"+
		"## A <!-- value a b c -->1.75<!-- / --> bits\n"))
	want := []string{"a-code-its-h_2", "same", "same-1", "same-2", "ünï--32-x-y_z", "a-175-bits"}
	for i, h := range p.headings() {
		if h.slug != want[i] {
			t.Errorf("%q has slug %s, want %s", h.text, h.slug, want[i])
		}
	}
}

func TestTeX(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"1/2·1 + 1/4·2 = 1.75 bits", `\tfrac{1}{2}\cdot 1 + \tfrac{1}{4}\cdot 2 = 1.75\text{ bits}`},
		{"log₂ p ≥ -∞", `\log_2 p \ge -\infty`},
		{"D(p ‖ q) ≤ 2 bits per day", `D(p \| q) \le 2\text{ bits per day}`},
		{"ln ŷ × 2^0.5 − 2^n", `\ln \hat{y} \times 2^{0.5} - 2^{n}`},
		{"2⁻¹² x₁₀ < 2e-05", `2^{-12} x_{10} \lt 2 \cdot 10^{-5}`},
		{"0 if p = 0", `0\text{ if }p = 0`},
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

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"a 1.5, 12 and 1,000 or 3 or .5 or 2x", 4},
		{"# It is 1.5\n\n$p = 0.5$ and $`p_{12}`$", 3},
		{"*1.5* [1.5](a.md) | 1.5", 3},
		{"1e-9 float64 v0.17 x86 `1.5` [a](1.5.md) https://a.org/1.5", 0},
		{"Shannon (1948, §6; 1951), Theorem\n2.6.3, Claims 3.2 and 3.4, Go 1.25, CC BY 4.0", 0},
		{"2000 days, 64-bit", 1},
		{"```math\nx = 1.5 + 2^{64}\n```", 1},
		{"```text\n1.5\n```", 0},
		{"10 Samples and 10 more", 1},
		{"pages 12–14 of sections 2.1, 2.2 and 12", 0},
	} {
		if found := numbers(newPage("a.md", []byte(c.text)), []string{"10 Samples"}); len(found) != c.want {
			t.Errorf("%q has %d numbers, want %d: %v", c.text, len(found), c.want, found)
		}
	}
}

func TestMathSpan(t *testing.T) {
	for text, want := range map[string]string{
		"$a$ b": "a", "$`a_b`$c": "a_b", `$a\$b$ c`: `a\$b`, "$5 and $6": "", "$ a$": "", "$a $": "", "$$a$$": "", "$a$b": "", "$a": "",
	} {
		start, stop, _ := mathSpan([]byte(text))
		if have := text[start:stop]; have != want {
			t.Errorf("%s begins with %q, want %q", text, have, want)
		}
	}
}

func TestReadSections(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "prints no line such as"},
		{"x\n-- a --\n", `prints "x" before its first section`},
		{"-- a --\n-- a --\n", `prints two sections "a"`},
		{"-- a --\n\n  x \n\ny\n\n-- b c --\n", ""},
	} {
		s, err := readSections(c.text)
		if c.want == "" && (err != nil || s.out["a"] != "  x\n\ny\n\n-- b c --") {
			t.Errorf("%q is %q, %v", c.text, s.out, err)
		}
		if c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%q has error %v, want %s", c.text, err, c.want)
		}
	}
}
