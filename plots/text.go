package main

import (
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A style says how a label is set. The zero value is the body text: 10 points,
// starting at its point, the middle of its capitals at that height.
type style struct {
	ink   ink
	size  vg.Length
	bold  bool
	align text.XAlignment
}

const (
	titleSize = 12
	bodySize  = 10
	tickSize  = 9
	leading   = 1.25 // from line to line, in font sizes
)

// The variants of Liberation in use: on the line, and as a script below or above.
const (
	sans          font.Variant = "Sans"
	subscripted   font.Variant = "SansSubscript"
	superscripted font.Variant = "SansSuperscript"
)

// text returns the style in gonum/plot's terms.
func (s style) text() text.Style {
	f := font.Font{Typeface: "Liberation", Variant: sans, Size: s.size}
	if s.size == 0 {
		f.Size = bodySize
	}
	if s.bold {
		f.Weight = xfont.WeightBold
	}
	if s.ink == (ink{}) {
		s.ink = plain
	}
	return text.Style{
		Color: s.ink, Font: f, XAlign: s.align, YAlign: draw.YCenter,
		Handler: handler{text.Plain{Fonts: font.DefaultCache}},
	}
}

// width returns how much room markup takes.
func (s style) width(markup string) vg.Length { return s.text().Width(markup) }

// widthOn returns how much room a text takes as it is written on c.
func (s style) widthOn(c vg.Canvas, text string) vg.Length {
	return s.width(sheetOf(c).labels.of(text))
}

// lead is from line to line.
func (s style) lead() vg.Length { return leading * s.text().Font.Size }

// A handler measures and draws lines of markup. It draws no turned text: the
// house style has none.
type handler struct{ text.Plain }

// Box returns the width of a line, and the height and depth of its font.
func (h handler) Box(line string, f font.Font) (width, height, depth vg.Length) {
	for _, s := range spans(line) {
		for _, piece := range pieces(s.text, h.face(f, s)) {
			width += piece.face.Width(piece.text)
		}
	}
	e := h.Extents(f)
	return width, e.Ascent, e.Descent
}

// Draw writes the lines of txt. Centred text has the middle of its capitals,
// which is what the eye aligns, where others have the middle of its box.
func (h handler) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	txt = sheetOf(c).say(txt)
	lines, lead := h.Lines(txt), leading*sty.Font.Size
	last := lead * vg.Length(len(lines)-1)
	e := h.Extents(sty.Font)
	pt.Y -= e.Descent // gonum/plot asks for its labels a descent too high
	switch sty.YAlign {
	case draw.YTop:
		pt.Y -= e.Ascent
	case draw.YCenter:
		pt.Y += last/2 - 0.36*sty.Font.Size
	default:
		pt.Y += last + e.Descent
	}
	c.SetColor(sty.Color)
	for _, line := range lines {
		width, _, _ := h.Box(line, sty.Font)
		h.line(c, line, sty.Font, pt.Add(vg.Point{X: vg.Length(sty.XAlign) * width}))
		pt.Y -= lead
	}
}

// line writes one line from pt. Spaces that begin a piece move the pen and are
// not written, because SVG would drop them.
func (h handler) line(c vg.Canvas, line string, f font.Font, pt vg.Point) {
	for _, s := range spans(line) {
		at := pt
		switch s.rise {
		case -1:
			at.Y -= 0.22 * f.Size
		case 1:
			at.Y += 0.36 * f.Size
		}
		for _, piece := range pieces(s.text, h.face(f, s)) {
			word := strings.TrimLeft(piece.text, " ")
			at.X = pt.X + piece.face.Width(piece.text[:len(piece.text)-len(word)])
			if word != "" {
				c.FillString(piece.face, at, word)
			}
			pt.X += piece.face.Width(piece.text)
		}
	}
}

func (h handler) face(f font.Font, s span) font.Face {
	if s.italic {
		f.Style = xfont.StyleItalic
	}
	if s.rise != 0 {
		f.Size *= 0.72
	}
	face := h.Fonts.Lookup(f, f.Size)
	switch s.rise {
	case -1:
		face.Font.Variant = subscripted
	case 1:
		face.Font.Variant = superscripted
	}
	return face
}
