package main

import (
	"strings"

	"gonum.org/v1/plot/vg"
)

// wrap breaks s at spaces into as few lines of a width as it takes, and these
// into lines of about the same length.
func wrap(s string, st style, width vg.Length) string {
	const step = 4
	best := filled(s, st, width)
	for n := strings.Count(best, "\n"); n > 0 && width > step; {
		width -= step
		tighter := filled(s, st, width)
		if strings.Count(tighter, "\n") > n {
			break
		}
		best = tighter
	}
	return best
}

// filled puts as many words on each line as a width holds, and at least one.
func filled(s string, st style, width vg.Length) string {
	var lines []string
	var line string
	for _, word := range strings.Fields(s) {
		switch longer := line + " " + word; {
		case line == "":
			line = word
		case st.width(longer) <= width:
			line = longer
		default:
			lines, line = append(lines, line), word
		}
	}
	return strings.Join(append(lines, line), "\n")
}
