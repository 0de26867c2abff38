package main

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sheet is the canvas that a figure is drawn on. It lies over the canvas of a
// format, and remembers what the figure says: its texts and its numbers.
type sheet struct {
	vg.Canvas
	texts  []string // as the figure has them, each once
	x, y   string   // the axes of the panel that is being drawn
	series string   // that is being drawn; empty for guides
	data   data
	labels labels
	boxed  error // a character that no font has
}

// sheetOf returns the sheet under c.
func sheetOf(c vg.Canvas) *sheet {
	switch c := c.(type) {
	case *draw.Canvas:
		return sheetOf(c.Canvas)
	case draw.Canvas:
		return sheetOf(c.Canvas)
	}
	return c.(*sheet)
}

// say returns what is written for a text, and remembers the text.
func (s *sheet) say(text string) string {
	s.hear(text)
	return s.labels.of(text)
}

// hear remembers a text, as it is broken where it comes first.
func (s *sheet) hear(text string) {
	known := slices.ContainsFunc(s.texts, func(t string) bool { return unbroken(t) == unbroken(text) })
	if text != "" && !known {
		s.texts = append(s.texts, text)
	}
}

// FillString writes text from pt, and notes the first character that would
// come out as a box.
func (s *sheet) FillString(f font.Face, pt vg.Point, text string) {
	for _, r := range text {
		if s.boxed == nil && !has(f, r) {
			s.boxed = fmt.Errorf("no font has %c (U+%04X, in %q): name one with -font", r, r, text)
		}
	}
	s.Canvas.FillString(f, pt, text)
}
