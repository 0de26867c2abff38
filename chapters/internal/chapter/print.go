package chapter

import (
	"fmt"
	"io"
	"iter"
	"math"
	"strings"

	"crossentropy/info"
)

// How many rows of a table are printed where there are more than most.
const (
	most  = 30
	first = 10
	last  = 5
)

// Few yields the outcomes of p with their probabilities: all of them, or of very many
// the first and the last few. In place of the others it writes a row of so many columns.
func Few(w io.Writer, p info.Distribution, columns int) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		n := p.Len()
		for x := 0; x < n; x++ {
			if n > most && x == first {
				x = n - last
				fmt.Fprintf(w, "%s%d more\n", strings.Repeat("…\t", columns-1), x-first)
			}
			if !yield(x, p.P(x)) {
				return
			}
		}
	}
}

// List returns all in a row, each in the format, with a separator between them. Of very
// many it leaves out those in the middle.
func List[T any](all []T, format, separator string) string {
	const most, first = 8, 3
	var parts []string
	for i, x := range all {
		switch {
		case len(all) <= most || i < first || i == len(all)-1:
			parts = append(parts, fmt.Sprintf(format, x))
		case i == first:
			parts = append(parts, "…")
		}
	}
	return strings.Join(parts, separator)
}

// Number returns x to four significant digits, and as a whole number from 1000 to 999999.
func Number(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "∞"
	case x >= 1000 && x < 999999.5: // where %g would turn to exponents
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.4g", x)
}
