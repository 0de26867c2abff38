package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Texts are written in a little markup, enough for the mathematics on them:
//
//	*x*              italic, a variable
//	log_2, x_{12}    subscript
//	e^2, e^{−*z*}    superscript
//	\*, \_, \^, \\   those characters themselves
//	1\.5             a point that stays one where decimals have a comma
//
// A span is a stretch of text that is set in one way.
type span struct {
	text   string
	italic bool
	rise   int // −1 for a subscript, 1 for a superscript
}

// Literal returns markup that is written as s is: a name out of a file, say.
func Literal(s string) string { return literal.Replace(s) }

var literal = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "^", `\^`, ".", `\.`)

// spans splits a line at its markup. What is left open closes at the line's end.
// Letters and their marks become one character where there is one (Unicode's form NFC).
func spans(line string) (all []span) {
	if line = norm.NFC.String(line); line != "" && !strings.ContainsAny(line, `\*_^`) {
		return []span{{text: line}}
	}
	var now span
	var text []byte
	end := func(rise int) {
		if now.text = string(text); now.text != "" {
			all = append(all, now)
		}
		text, now.rise = text[:0], rise
	}
	isBraced := false // the script
	for i, n := 0, 0; i < len(line); i += n {
		var c rune
		c, n = utf8.DecodeRuneInString(line[i:])
		switch {
		case c == '\\' && i+1 < len(line) && strings.IndexByte(`\*_^.`, line[i+1]) >= 0:
			text, n = append(text, line[i+1]), 2
		case c == '*':
			end(now.rise)
			now.italic = !now.italic
		case now.rise == 0 && (c == '_' || c == '^'):
			end(map[rune]int{'_': -1, '^': 1}[c])
			if isBraced = strings.HasPrefix(line[i+1:], "{"); isBraced {
				n = 2
			}
			continue
		case isBraced && c == '}':
			isBraced = false
		default:
			text = append(text, line[i:i+n]...)
		}
		if now.rise != 0 && !isBraced {
			end(0)
		}
	}
	end(0)
	return all
}

// PlainText writes markup without its marks, on one line, with the characters
// that Unicode has for digits below and above it.
func PlainText(markup string) string {
	var b strings.Builder
	for _, s := range spans(strings.ReplaceAll(markup, "\n", " ")) {
		b.WriteString(Raised(s.text, s.rise))
	}
	return b.String()
}

// Raised writes a text with the characters that Unicode has for subscripts, where
// rise is −1, or for superscripts, where it is 1. Where it has none for some of it,
// the text stands in parentheses behind _ or ^.
func Raised(s string, rise int) string {
	if rise == 0 {
		return s
	}
	sign, script, has := "^", superscript, "0123456789−"
	if rise < 0 {
		sign, script, has = "_", subscript, "0123456789"
	}
	if strings.Trim(s, has) != "" {
		return sign + "(" + s + ")"
	}
	return script.Replace(s)
}

var subscript = strings.NewReplacer(
	"0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄",
	"5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")

var superscript = strings.NewReplacer(
	"0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "−", "⁻")

// Unbroken is a text on one line, with plain spaces: where it is broken depends on the layout.
func Unbroken(text string) string { return plainSpaces.Replace(text) }

var plainSpaces = strings.NewReplacer("\n", " ", "\u00a0", " ", "\u200a", " ")

// Labels are an author's words for the texts of figures, by the texts as they are
// on one line, or by their templates.
type Labels map[string]string

// of returns what is written for a text. What is not replaced stays broken
// where it is; of what stands each word on its own, so does its replacement.
func (l Labels) of(text string) string {
	if len(l) == 0 {
		return text
	}
	own, ok := l[Unbroken(text)]
	if !ok {
		template, numbers := Template(Unbroken(text))
		if own, ok = l[template]; ok {
			for _, n := range numbers {
				own = strings.Replace(own, "{n}", n, 1)
			}
		}
	}
	switch {
	case !ok || Unbroken(own) == Unbroken(text):
		return text
	case strings.Contains(text, "\n") && !strings.Contains(text, " "):
		return strings.ReplaceAll(own, " ", "\n")
	case !strings.ContainsAny(text, " \n") && strings.Count(text, "\u00a0") == strings.Count(own, " "): // as "for p"
		return strings.ReplaceAll(own, " ", "\u00a0")
	}
	return own
}

// number matches what may be one, or what is below it.
var number = regexp.MustCompile(`(<\x{2009})?−?[0-9]+(\x{2009}[0-9]{3})*(\.[0-9]+)*(e[−+]?[0-9]+)?`)

// Template returns a text with {n} in the place of each number, and the numbers. One that does not
// stand alone, but in a name as in x_1 or after a point, is none.
func Template(text string) (template string, numbers []string) {
	end := 0
	for _, at := range number.FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		if !unicode.IsLetter(before) && !strings.ContainsRune("0123456789_^{.", before) {
			template += text[end:at[0]] + "{n}"
			numbers = append(numbers, text[at[0]:at[1]])
			end = at[1]
		}
	}
	return template + text[end:], numbers
}

// What a decimal comma changes: decimals, but neither those in names as v1.5 and gpt-3.5, which are plain
// in alternative texts, nor versions as 1.10.1; and commas between numbers.
var (
	decimal   = regexp.MustCompile(`(\pL-?)?[0-9]+(\.[0-9]+)+`)
	listComma = regexp.MustCompile(`([0-9]), ([0-9−])`)
)

// withDecimalComma writes the numbers of a text as in German, say.
func withDecimalComma(text string) string {
	text = listComma.ReplaceAllString(text, "$1; $2")
	return decimal.ReplaceAllStringFunc(text, func(n string) string {
		if strings.Count(n, ".") > 1 || n[0] > '9' {
			return n
		}
		return strings.Replace(n, ".", ",", 1)
	})
}
