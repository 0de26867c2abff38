package main

import (
	"cmp"
	"strings"

	"gonum.org/v1/plot/vg"
)

// An edition of a figure is what an author asks for: the figure of an example,
// for a place in print.
type edition struct {
	figure  figure
	example example
	look
}

// A look is how figures are printed.
type look struct {
	theme  theme
	width  vg.Length // in print
	dpi    int       // of PNG
	title  bool
	labels labels
}

// bookLook is how the figures of the book look, and columnLook how they do at
// the least width.
var (
	bookLook   = look{theme: "auto", width: pageWidth, dpi: 192, title: true}
	columnLook = look{theme: "auto", width: leastWidth, dpi: 192, title: true}
)

// A layout is the page as a figure sees it, before it is scaled to its width in
// print.
type layout struct {
	column        bool
	width, height vg.Length
	title         string // in lines that fit; empty for none
	titleHeight   vg.Length
}

const (
	smallestPrint = 7  // points: what a label must have in print, though not its scripts
	titleRoom     = 22 // with one line

	leastWidth = columnWidth * vg.Length(smallestPrint) / tickSize
)

var titleStyle = style{size: titleSize, bold: true}

// layout returns that of the full page where its labels are large enough in
// print, and that of a column elsewhere.
func (e edition) layout() layout {
	l := layout{width: pageWidth, height: e.figure.height}
	if e.width/pageWidth*tickSize < smallestPrint {
		l.column, l.width = true, columnWidth
		l.height = cmp.Or(e.figure.columnHeight, l.height)
	}
	l.height -= titleRoom
	if e.title {
		l.title = wrap(e.labels.of(e.figure.title), titleStyle, l.width-2*margin)
	}
	if l.title != "" {
		l.titleHeight = titleRoom + titleStyle.lead()*vg.Length(strings.Count(l.title, "\n"))
		l.height += l.titleHeight
	}
	return l
}

// size returns the width and height in print.
func (e edition) size() (width, height vg.Length) {
	l := e.layout()
	return e.width, l.height * e.width / l.width
}

// description says what the edition shows to those who cannot see it.
func (e edition) description() (title, alt string) {
	return e.labels.of(e.figure.title), e.labels.of(e.figure.alt(e.example))
}

// plate returns c as a canvas to draw the edition on.
func (e edition) plate(c vg.Canvas) vg.Canvas {
	return plate{c, e.theme == "dark", e.width / e.layout().width}
}

// csv prints the numbers of the edition as a CSV file.
func (e edition) csv() ([]byte, error) {
	return e.paint(blank{}).data.csv(), nil
}
