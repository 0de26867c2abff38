package weave

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// formula is a line that a section prints, as TeX. The label that begins the
// line is left out.
func (b *Book) formula(_ string, args []string) (string, error) {
	out, err := b.Runs.Section(args[0], args[1])
	if err != nil {
		return "", err
	}
	found := labelled(out, `[ \t]*`, args[2:], nothing)
	if len(found) != 1 {
		return "", fmt.Errorf("%s %s: %d lines begin with label %q, want 1",
			args[0], args[1], len(found), strings.Join(args[2:], " "))
	}
	f, err := tex(strings.TrimSpace(found[0][1]))
	return f + "\n", err
}

// texRules say how what a printed line begins with reads in TeX.
var texRules = []struct {
	begins *regexp.Regexp
	tex    string
}{
	{regexp.MustCompile(`^\s+`), " "},
	{regexp.MustCompile(`^(\d+)/(\d+)`), `\tfrac{$1}{$2}`},
	{regexp.MustCompile(`^(\d[\d.]*)e\+?(-?)0*(\d+)`), `$1 \cdot 10^{$2$3}`},
	{regexp.MustCompile(`^\d+(?:\.\d+)?`), "$0"},
	{regexp.MustCompile(`^\^([\d.]+|[A-Za-z])`), "^{$1}"},
	{regexp.MustCompile(`^[⁰¹²³⁴-⁹⁻]+`), "^{$0}"},
	{regexp.MustCompile(`^[₀-₉]+`), "_{$0}"},
	{regexp.MustCompile(`^(?:log|ln|exp|max|min)\b`), `\$0`},
	{regexp.MustCompile(`^[A-Za-z]{2,}`), `\text{ $0 }`},
	{regexp.MustCompile(`^[-A-Za-z()[\]+=,.;:!/']`), "$0"},
}

var texSigns = strings.NewReplacer(
	"·", `\cdot`, "×", `\times`, "∞", `\infty`, "≥", `\ge`, "≤", `\le`, "≠", `\ne`, "≈", `\approx`,
	"<", `\lt`, ">", `\gt`, "‖", `\|`, "|", `\mid`, "−", "-", "%", `\%`, "→", `\to`, "…", `\dots`,
	"∑", `\sum`, "Σ", `\sum`, "½", `\tfrac{1}{2}`, "¼", `\tfrac{1}{4}`, "⅛", `\tfrac{1}{8}`,
	"{", `\{`, "}", `\}`, "ŷ", `\hat{y}`, "σ", `\sigma`, "α", `\alpha`, "ε", `\varepsilon`,
	"λ", `\lambda`, "θ", `\theta`,
)

var texDigits = strings.NewReplacer(
	"₀", "0", "₁", "1", "₂", "2", "₃", "3", "₄", "4", "₅", "5", "₆", "6", "₇", "7", "₈", "8", "₉", "9",
	"⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-",
)

var texCommand = regexp.MustCompile(`\\[a-z]+$`)

// tex writes a printed formula as TeX. Signs that it does not know are errors.
func tex(line string) (string, error) {
	var b strings.Builder
	for rest := line; rest != ""; {
		s, length := texToken(rest)
		if length == 0 {
			return "", fmt.Errorf("no TeX for %.1q in %.120q", rest, line)
		}
		rest = rest[length:]
		if texCommand.MatchString(b.String()) && alphanumeric.MatchString(s) {
			b.WriteByte(' ') // \cdot x, and no command \cdotx
		}
		b.WriteString(s)
	}
	return strings.ReplaceAll(b.String(), ` } \text{ `, " "), nil // words in a row
}

var alphanumeric = regexp.MustCompile(`^[0-9A-Za-z]`)

// texToken is what a line begins with in TeX, and how long that is, 0 where it
// is not known.
func texToken(line string) (string, int) {
	for _, r := range texRules {
		if m := r.begins.FindStringSubmatchIndex(line); m != nil {
			return texDigits.Replace(string(r.begins.ExpandString(nil, r.tex, line, m))), m[1]
		}
	}
	_, length := utf8.DecodeRuneInString(line)
	if s := texSigns.Replace(line[:length]); s != line[:length] {
		return s, length
	}
	return "", 0
}
