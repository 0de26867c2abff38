// Package format prints drawings as files of several formats. A file depends on
// nothing but the drawing and the options: it has no date, and no last digits in
// which processors differ.
package format

import "crossentropy/plots/internal/page"

// Options are what formats can do in more than one way.
type Options struct {
	Theme   string // light, dark, or auto, which leaves the choice to the reader where a format can
	DPI     int    // of PNG
	Outline bool   // SVG and PDF have letters as shapes, which need no font; others always do
}

// A Format is a kind of file, by the ending of its name.
type Format struct {
	Name  string
	Print func(*page.Drawing, Options) ([]byte, error)
}

// All are the formats there are.
var All = []Format{{"svg", svg}, {"pdf", pdf}, {"png", png}, {"eps", eps}, {"csv", csv}}
