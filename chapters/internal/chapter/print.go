package chapter

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"math"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode"

	eastasian "golang.org/x/text/width"

	"crossentropy/info"
)

// cell matches what stands between tabs in a line.
var cell = regexp.MustCompile(`[^\t\n]+`)

// Align puts cells, which have a tab behind them, into columns. A terminal writes Chinese,
// say, in letters that are as wide as two.
func Align(text []byte) []byte {
	var out bytes.Buffer
	columns := tabwriter.NewWriter(&out, 0, 0, 1, ' ', 0)
	columns.Write(cell.ReplaceAllFunc(text, func(cell []byte) []byte {
		return bytes.Repeat([]byte("x"), max(1, Width(string(cell))))
	}))
	columns.Flush() // into memory, which cannot fail
	cells := cell.FindAll(text, -1)
	return regexp.MustCompile("x+").ReplaceAllFunc(out.Bytes(), func([]byte) []byte {
		first := cells[0]
		cells = cells[1:]
		return first
	})
}

// Width is how many columns of a terminal a text takes.
func Width(text string) (columns int) {
	for _, c := range text {
		switch kind := eastasian.LookupRune(c).Kind(); {
		case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf): // on the letter before
		case kind == eastasian.EastAsianWide || kind == eastasian.EastAsianFullwidth:
			columns += 2
		default:
			columns++
		}
	}
	return columns
}

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

// List returns all in a row, each in the format, with a separator between them. Of more
// than fit into a line it leaves out those in the middle.
func List[T any](all []T, format, separator string) string {
	return Fit(74, all, format, separator)
}

// Fit is [List] for a part of a line, of so many columns of a terminal.
func Fit[T any](columns int, all []T, format, separator string) string {
	const most, first = 6, 3
	var parts []string
	for _, x := range all {
		parts = append(parts, fmt.Sprintf(format, x))
	}
	row, n := strings.Join(parts, separator), len(parts)
	if n <= most && Width(row) <= columns {
		return row
	}
	for k := min(first, n-2); k > 0; k-- {
		row = strings.Join(slices.Concat(parts[:k], []string{"…"}, parts[n-1:]), separator)
		if Width(row) <= columns {
			break
		}
	}
	return row
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
