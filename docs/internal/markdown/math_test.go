package markdown

import (
	"strings"
	"testing"
)

// TestMath has a row for each rule by which GitHub takes dollars for a formula or
// does not.
func TestMath(t *testing.T) {
	for _, c := range []struct{ text, want, problem string }{
		{"$a$ b", "a", ""},
		{"$`a_b`$c", "a_b", ""},
		{"x ($p$) and\n$q$, $r$-th, “$`s`$”", "p q r s", ""},
		{"> a\n> $p$\n\n| $q$ | $r$ |\n|--|--|\n| $s$ | b |\n\n- $t$", "p q r s t", ""},
		{"*in $p$ emphasis* [a](b) $q$", "p q", ""},
		{"$a_b + c_d$, $x \\lt y$, $a < b$", `a_b + c_d x \lt y a < b`, ""},
		{"`$a` and `b$`, \\$5 and \\$6, a\\$b\\$", "", ""},
		{"```text\na$p$\n```\n\n```math\nx \\lt y\n```", "", ""},

		// where a formula stands
		{"degree-$p$", "", "must follow a space or a ("},
		{`"$p$"`, "", "must follow a space or a ("},
		{"a$p$", "", "must follow a space or a ("},
		{"1$p$, ", "", "must follow a space or a ("},
		{"'$p$", "", "must follow a space or a ("},
		{"[$p$ x", "", "must follow a space or a ("},
		{"{$p$", "", "must follow a space or a ("},
		{"/$p$", "", "must follow a space or a ("},
		{"—$p$", "", "must follow a space or a ("},
		{"**$p$ is**", "", "must follow a space or a ("},
		{"a <!-- / -->$p$", "", "must follow a space or a ("},
		{"$p$s", "", "not be followed by a letter"},
		{"$p$2", "", "not be followed by a letter"},
		{"$p$$q$", "", "not be followed by a letter"},
		{"*all of $p$*", "", "not be followed by a letter"},
		{"_all of $p$_", "", "not be followed by a letter"},
		{"a$`p`$", "", "must not follow a letter"},
		{"-$`p`$", "", "must not follow a letter"},
		{"1$`p`$", "", "must not follow a letter"},
		{"*all of $`p`$*", "", "must not follow a letter"},
		{"[$p$](x)", "", "must follow a space or a ("},
		{"[a $p$ b](x)", "p", "in a link"},
		{"[*a $`p`$ b*](x)", "p", "in a link"},
		{"![a $p$ b](x)", "p", "in a link"},

		// where its dollars stand
		{"$5 and $6", "", "no end on its line"},
		{"$ a$", "", "no end on its line"},
		{"$a $", "", "no end on its line"},
		{"$a", "", "no end on its line"},
		{"$a +\nb$", "", "no end on its line"},
		{"$$a$$", "", "```math fence"},
		{"$$\na\n$$", "", "```math fence"},

		// what Markdown takes from it
		{`$\{a\}$`, `\{a\}`, "Markdown reads it first"},
		{`$a\,b$`, `a\,b`, "Markdown reads it first"},
		{`$a\$b$ c`, `a\$b`, "Markdown reads it first"},
		{"a | b\n--|--\n$p | q$ | b", "", "Markdown reads it first"},
		{"$a*b*c$", "a*b*c", "Markdown reads it first"},
		{"${a}_b c_{d}$", "{a}_b c_{d}", "Markdown reads it first"},
		{"$[(a+b)c](d+e)$", "[(a+b)c](d+e)", "Markdown reads it first"},
		{"$a <b > c$", "a <b > c", "Markdown reads it first"},
		{"$`\\{a*b*c\\}`$", "\\{a*b*c\\}", ""},

		// what GitHub refuses
		{"$`a<b`$", "a<b", `does not show "<b"`},
		{"```math\na<b\n```", "", `does not show "<b"`},
		{`$\operatorname{E} x$`, `\operatorname{E} x`, `does not show "\\operatorname"`},
		{"```math\n\\def\\a{b}\n```", "", `does not show "\\def"`},
	} {
		p := Parse("a.md", []byte(c.text), nil)
		if have := formulas(p); have != c.want {
			t.Errorf("%s has formulas %q, want %q", c.text, have, c.want)
		}
		have := p.MathProblems()
		if (c.problem == "") != (len(have) == 0) || !strings.Contains(have.Error(), c.problem) {
			t.Errorf("%s has problems %v, want %q", c.text, have, c.problem)
		}
	}
}

// TestEachProblemOnce counts the problems of a line.
func TestEachProblemOnce(t *testing.T) {
	for text, want := range map[string]int{
		"a$p$ and $q$, -$r$": 2, "a$`p`$": 1, "$$a$$ b": 1, "[a $p$ b](x)": 1, "[a $p,*q*$ b](x)": 2,
	} {
		if have := Parse("a.md", []byte(text), nil).MathProblems(); len(have) != want {
			t.Errorf("%s has problems %v, want %d", text, have, want)
		}
	}
}

// formulas is the TeX of the formulas within the lines of a page.
func formulas(p Page) string {
	var all []string
	for m := range All[*Math](p.Doc) {
		all = append(all, string(m.TeX.Value(p.Text)))
	}
	return strings.Join(all, " ")
}

// A formula is read as near as letters in a row come to it.
func TestPlainTeX(t *testing.T) {
	for tex, want := range map[string]string{
		`z = \ln \frac{\hat{y}}{1 - \hat{y}}`: "z = ln ŷ/1 - ŷ",
		`\tfrac{1}{2} \le \left(p\right)`:     "1/2 ≤ (p)",
		`H(Y \mid X) \cdots \cdot 2\,`:        "H(Y | X) … · 2",
		`\sigma(z) + \mathrm{loss}`:           "σ(z) + loss",
	} {
		if have := plainTeX(tex); have != want {
			t.Errorf("%s is read as %q, want %q", tex, have, want)
		}
	}
}
