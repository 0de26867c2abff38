package weave

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
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

// texTokens tell apart what a printed line is made of, the longest first.
var texTokens = regexp.MustCompile(`\s+|\d+/\d+|\d+(?:\.\d+)?(?:e[-+]\d+)?|[A-Za-z]+` +
	`|\^(?:[\d.]+|[A-Za-z])|[` + lowered + `]+|[` + raised + `]+|.`)

var texSigns = map[string]string{
	"·": `\cdot`, "×": `\times`, "∞": `\infty`, "≥": `\ge`, "≤": `\le`, "≠": `\ne`, "≈": `\approx`,
	"<": `\lt`, ">": `\gt`, "‖": `\|`, "|": `\mid`, "−": "-", "%": `\%`, "→": `\to`, "…": `\dots`,
	"∑": `\sum`, "½": `\tfrac{1}{2}`, "¼": `\tfrac{1}{4}`, "⅛": `\tfrac{1}{8}`, "{": `\{`, "}": `\}`,
	"log": `\log`, "ln": `\ln`, "exp": `\exp`, "max": `\max`, "min": `\min`,
	"ŷ": `\hat{y}`, "σ": `\sigma`, "Σ": `\sum`, "α": `\alpha`, "ε": `\varepsilon`, "λ": `\lambda`, "θ": `\theta`,
}

const (
	texPlain = "()[]+-=,.;:!/'"
	lowered  = "₀₁₂₃₄₅₆₇₈₉"
	raised   = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
)

var texCommand = regexp.MustCompile(`\\[a-z]+$`)

// tex writes a printed formula as TeX. Signs that it does not know are errors.
func tex(line string) (string, error) {
	var b strings.Builder
	for _, token := range texTokens.FindAllString(line, -1) {
		s, ok := texToken(token)
		if !ok {
			return "", fmt.Errorf("no TeX for %q in %.120q", token, line)
		}
		if r := s[0]; texCommand.MatchString(b.String()) && (isLetter(r) || isDigit(r)) {
			b.WriteByte(' ') // \cdot x, and no command \cdotx
		}
		b.WriteString(s)
	}
	return strings.ReplaceAll(b.String(), ` } \text{ `, " "), nil // words in a row
}

func texToken(t string) (string, bool) {
	if s, ok := texSigns[t]; ok {
		return s, true
	}
	numerator, denominator, fraction := strings.Cut(t, "/")
	mantissa, exponent, power := strings.Cut(t, "e")
	r := []rune(t)[0]
	switch {
	case unicode.IsSpace(r):
		return " ", true
	case isDigit(t[0]) && fraction:
		return `\tfrac{` + numerator + "}{" + denominator + "}", true
	case isDigit(t[0]) && power:
		n, err := strconv.Atoi(exponent)
		return fmt.Sprintf(`%s \cdot 10^{%d}`, mantissa, n), err == nil
	case isDigit(t[0]), len(t) == 1 && isLetter(t[0]), strings.ContainsRune(texPlain, r):
		return t, true
	case isLetter(t[0]):
		return `\text{ ` + t + ` }`, true
	case r == '^' && len(t) > 1:
		return "^{" + t[1:] + "}", true
	case strings.ContainsRune(lowered, r):
		return "_{" + digits(t, lowered) + "}", true
	case strings.ContainsRune(raised, r):
		return "^{" + digits(t, raised) + "}", true
	}
	return "", false
}

// digits writes lowered or raised digits as plain ones.
func digits(t, shifted string) string {
	return strings.Map(func(r rune) rune {
		return rune("0123456789-"[slices.Index([]rune(shifted), r)])
	}, t)
}

func isDigit(b byte) bool  { return b >= '0' && b <= '9' }
func isLetter(b byte) bool { return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' }
