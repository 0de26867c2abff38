// Package report says what is wrong with the book, and where.
package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Problem is one line of what the command prints.
type Problem struct {
	File string
	Line int // 0: the file as a whole
	Text string
}

func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.Text
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
}

// Problems is a list of what is wrong.
type Problems []Problem

// Add adds a problem, whose text is formatted as by [fmt.Sprintf].
func (ps *Problems) Add(file string, line int, format string, args ...any) {
	*ps = append(*ps, Problem{file, line, fmt.Sprintf(format, args...)})
}

// Error lists problems by file and line, a line for each, and drops what is said
// twice.
func (ps Problems) Error() string {
	sorted := slices.SortedFunc(slices.Values(ps), func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File), a.Line-b.Line, strings.Compare(a.Text, b.Text))
	})
	var lines []string
	for _, p := range slices.Compact(sorted) {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}
