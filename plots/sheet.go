package main

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sheet is the canvas that a figure is drawn on. It lies over the canvas of a
// format, and remembers what the figure says: its texts and its numbers.
type sheet struct {
	vg.Canvas
	texts   []string // as the figure has them, each once
	caption string   // of the panel that is being drawn
	series  string   // that is being drawn; empty for guides
	data    data
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

// hear remembers a text.
func (s *sheet) hear(text string) {
	text = unbroken(text)
	if text != "" && !slices.Contains(s.texts, text) {
		s.texts = append(s.texts, text)
	}
}

// unbroken is text on one line: where it is broken depends on the layout.
func unbroken(text string) string { return strings.ReplaceAll(text, "\n", " ") }
