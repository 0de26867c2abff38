package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// A problem is one line of what -check prints.
type problem struct {
	file string
	line int // 0: the file as a whole
	text string
}

func (p problem) String() string {
	if p.line == 0 {
		return p.file + ": " + p.text
	}
	return fmt.Sprintf("%s:%d: %s", p.file, p.line, p.text)
}

// sorted orders problems by file and line, and drops what is said twice.
func sorted(ps []problem) []problem {
	slices.SortStableFunc(ps, func(a, b problem) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.text, b.text))
	})
	return slices.Compact(ps)
}

// lineAt is the number of the line that holds the offset, from 1.
func lineAt(text []byte, offset int) int {
	return 1 + bytes.Count(text[:min(offset, len(text))], []byte("\n"))
}

// differ says how two texts differ: at which line of have first, and how it
// reads there on both sides. A side that has ended reads as nothing.
func differ(have, want string) (line int, text string) {
	h, w := splitLines(have), splitLines(want)
	i := 0
	for i < len(h) && i < len(w) && h[i] == w[i] {
		i++
	}
	return i, fmt.Sprintf("have %s, want %s", lineOf(h, i), lineOf(w, i))
}

func lineOf(lines []string, i int) string {
	if i >= len(lines) {
		return "nothing"
	}
	return fmt.Sprintf("%q", shorten(lines[i]))
}

func shorten(s string) string {
	const most = 120
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
