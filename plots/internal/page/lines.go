package page

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// wrap breaks s at spaces, but for those that hold their neighbours together, into as few lines of
// a width as it takes, and two or three of them into lines of about the same length; two behind a
// semicolon or a comma, where that leaves a third of a line at least.
func (r *recorder) wrap(s string, width vg.Length, f font.Font) string {
	const step = 4
	lines := func(steps int) []string { return r.filled(s, width-step*vg.Length(steps), f) }
	wide := lines(0)
	if len(wide) < 2 || len(wide) > 3 {
		return strings.Join(wide, "\n")
	}
	if len(wide) == 2 {
		for _, mark := range []string{";", ","} {
			if parts, ok := r.inTwo(strings.Join(strings.FieldsFunc(s, isBreak), " "), mark+" ", width, f); ok {
				return parts
			}
		}
	}
	narrower := sort.Search(int(width/step), func(i int) bool { return len(lines(i+1)) > len(wide) })
	return strings.Join(lines(narrower), "\n")
}

// inTwo breaks s behind a mark into lines of a width, as even as may be, if any are.
func (r *recorder) inTwo(s, mark string, width vg.Length, f font.Font) (lines string, ok bool) {
	const least = 1. / 3 // of the longer line
	longest := width
	for at := range len(s) {
		if !strings.HasSuffix(s[:at], mark) {
			continue
		}
		first, second := r.width(s[:at-1], f), r.width(s[at:], f)
		if longer := max(first, second); longer <= longest && min(first, second) >= least*longer {
			lines, longest = s[:at-1]+"\n"+s[at:], longer
		}
	}
	return lines, lines != ""
}

// filled puts as many words on each line as a width holds, and at least one, or a part of one up to a
// hyphen.
func (r *recorder) filled(s string, width vg.Length, f font.Font) (lines []string) {
	parts := breakable(s)
	for len(parts) > 0 {
		first := func(n int) string { return strings.TrimSpace(strings.Join(parts[:n], "")) }
		n := 1 + sort.Search(len(parts)-1, func(i int) bool { return r.width(first(i+2), f) > width })
		lines, parts = append(lines, first(n)), parts[n:]
	}
	return lines
}

// isBreak says whether lines end there, as they do not at other spaces.
func isBreak(c rune) bool { return c == ' ' || c == '\n' }

// breakable returns the parts of s that lines may end behind: words with the space behind them, and the
// parts of those with hyphens, of three letters at least.
func breakable(s string) (parts []string) {
	const fewest = 3
	isPart := func(s string) bool {
		rest := strings.TrimLeftFunc(s, unicode.IsLetter)
		return utf8.RuneCountInString(s)-utf8.RuneCountInString(rest) >= fewest
	}
	for _, word := range strings.FieldsFunc(s, isBreak) {
		rest := ""
		for _, part := range strings.SplitAfter(word, "-") {
			if rest != "" && isPart(rest) && isPart(part) {
				parts, rest = append(parts, rest), ""
			}
			rest += part
		}
		parts = append(parts, rest+" ")
	}
	return parts
}
