package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// math is a line that a section prints, as a formula. The label that begins
// the line is left out.
func (b *book) math(_ string, args []string) (string, error) {
	out, err := b.section(args[0], args[1])
	if err != nil {
		return "", err
	}
	label := args[2:]
	var found []string
	for _, line := range splitLines(out) {
		if rest, ok := cutWords(line, label); ok {
			found = append(found, rest)
		}
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%s %s: %d lines begin with label %q, want 1",
			args[0], args[1], len(found), strings.Join(label, " "))
	}
	f, err := tex(found[0])
	return f + "\n", err
}

// cutWords takes the label off the front of a line.
func cutWords(line string, label []string) (string, bool) {
	for _, l := range label {
		line = strings.TrimLeftFunc(line, unicode.IsSpace)
		i := strings.IndexFunc(line, unicode.IsSpace)
		if i < 0 {
			i = len(line)
		}
		if !sameWord(line[:i], l) {
			return "", false
		}
		line = line[i:]
	}
	return strings.TrimSpace(line), true
}

// texTokens tell apart what the printed line is made of, the longest first.
var texTokens = regexp.MustCompile(`\s+|\d+/\d+|\d+(?:\.\d+)?(?:e[-+]\d+)?|\pL+|[₀-₉]+|[⁻⁰¹²³⁴-⁹]+|.`)

var texRunes = map[string]string{
	"·": `\cdot`, "×": `\times`, "∞": `\infty`, "≥": `\ge`, "≤": `\le`, "≠": `\ne`, "≈": `\approx`,
	"<": `\lt`, ">": `\gt`, "‖": `\|`, "|": `\mid`, "−": "-", "%": `\%`, "→": `\to`, "…": `\dots`,
	"∑": `\sum`, "½": `\tfrac{1}{2}`, "¼": `\tfrac{1}{4}`, "⅛": `\tfrac{1}{8}`, "{": `\{`, "}": `\}`,
}

var texNames = map[string]string{
	"log": `\log`, "ln": `\ln`, "exp": `\exp`, "max": `\max`, "min": `\min`,
	"ŷ": `\hat{y}`, "σ": `\sigma`, "Σ": `\sum`, "α": `\alpha`, "ε": `\varepsilon`, "λ": `\lambda`, "θ": `\theta`,
}

const asTheyAre = "()[]+-=,.;:!/'^"

// tex writes a printed formula as TeX. It knows few signs; others are errors.
func tex(line string) (string, error) {
	var b strings.Builder
	raised := false
	for _, t := range texTokens.FindAllString(line, -1) {
		s, err := texToken(t)
		if err != nil {
			return "", fmt.Errorf("%w in %q", err, shorten(line))
		}
		if raised {
			s = "{" + s + "}"
		}
		raised = t == "^"
		if needsSpace(b.String(), s) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return joinWords(strings.TrimSpace(b.String())), nil
}

func texToken(t string) (string, error) {
	r := []rune(t)[0]
	if s, ok := texRunes[t]; ok {
		return s, nil
	}
	if s, ok := texNames[t]; ok {
		return s, nil
	}
	num, den, fraction := strings.Cut(t, "/")
	switch {
	case unicode.IsSpace(r):
		return " ", nil
	case fraction && num != "":
		return `\tfrac{` + num + "}{" + den + "}", nil
	case r < 128 && unicode.IsDigit(r):
		return decimal(t), nil
	case strings.ContainsRune(asTheyAre, r):
		return t, nil
	case strings.ContainsRune("₀₁₂₃₄₅₆₇₈₉", r):
		return "_" + script(t, "₀₁₂₃₄₅₆₇₈₉"), nil
	case strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", r):
		return "^" + script(t, "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"), nil
	case r < 128 && len(t) == 1 && unicode.IsLetter(r):
		return t, nil
	case unicode.IsLetter(r) && len([]rune(t)) > 1:
		return `\text{` + t + "}", nil
	}
	return "", fmt.Errorf("no TeX for %q", t)
}

// decimal writes a number, 2e-05 as 2 times a power of ten.
func decimal(t string) string {
	m, e, ok := strings.Cut(t, "e")
	if !ok {
		return t
	}
	n := strings.TrimLeft(strings.TrimLeft(e, "+-"), "0")
	if e[0] == '-' {
		n = "-" + n
	}
	return m + ` \cdot 10^{` + n + "}"
}

// script writes raised or lowered digits as plain ones, braced where several.
func script(t, digits string) string {
	plain := strings.Map(func(r rune) rune {
		for i, d := range []rune(digits) {
			if d == r {
				return rune("0123456789-"[i])
			}
		}
		return r
	}, t)
	if len(plain) > 1 {
		return "{" + plain + "}"
	}
	return plain
}

var texCommand = regexp.MustCompile(`\\[a-z]+$`)

// needsSpace keeps a command from running into what follows it.
func needsSpace(before, next string) bool {
	return texCommand.MatchString(before) && isWord(next[0])
}

var (
	twoTexts    = regexp.MustCompile(`\\text\{([^}]*)\} \\text\{`)
	spaceBefore = regexp.MustCompile(` \\text\{`)
	spaceAfter  = regexp.MustCompile(`(\\text\{[^}]*)\} ([0-9A-Za-z])`)
)

// joinWords moves the spaces beside words into them, where TeX keeps spaces.
func joinWords(s string) string {
	for twoTexts.MatchString(s) {
		s = twoTexts.ReplaceAllString(s, `\text{$1 `)
	}
	s = spaceBefore.ReplaceAllString(s, `\text{ `)
	return spaceAfter.ReplaceAllString(s, `$1 }$2`)
}
