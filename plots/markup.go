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

// plainText writes markup without marks, with the characters that Unicode has
// for digits below and above the line.
func plainText(markup string) string {
	var b strings.Builder
	for _, s := range spans(unbroken(markup)) {
		switch s.rise {
		case -1:
			s.text = subscript.Replace(s.text)
		case 1:
			s.text = superscript.Replace(s.text)
		}
		b.WriteString(s.text)
	}
	return b.String()
}

var subscript = strings.NewReplacer(
	"0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄",
	"5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")

var superscript = strings.NewReplacer(
	"0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "−", "⁻")
