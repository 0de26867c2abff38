package main

import (
	"strings"
	"unicode/utf8"
)

// Labels are written in a little markup, enough for the mathematics on them:
//
//	*x*              italic, a variable
//	log_2, x_{12}    subscript
//	e^2, e^{−*z*}    superscript
//
// A span is a stretch of text that is set in one way.
type span struct {
	text   string
	italic bool
	rise   int // −1 for a subscript, 1 for a superscript
}

// spans splits a line at its markup. What is left open closes at the line's end.
func spans(line string) (all []span) {
	var now span
	add := func(s string, rise int) {
		for i, part := range strings.Split(s, "*") {
			if i > 0 {
				now.italic = !now.italic
			}
			if part != "" {
				all = append(all, span{part, now.italic, rise})
			}
		}
	}
	for {
		i := strings.IndexAny(line, "_^")
		if i < 0 {
			add(line, 0)
			return all
		}
		add(line[:i], 0)
		rise := -1
		if line[i] == '^' {
			rise = 1
		}
		var script string
		script, line = argument(line[i+1:])
		add(script, rise)
	}
}

// argument cuts off what a _ or ^ applies to: one character, or what stands in
// braces.
func argument(s string) (arg, rest string) {
	if braced, ok := strings.CutPrefix(s, "{"); ok {
		arg, rest, _ = strings.Cut(braced, "}")
		return arg, rest
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n], s[n:]
}
