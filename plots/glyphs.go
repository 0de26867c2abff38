package main

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// outlined is a canvas that draws letters as shapes, for formats that carry no
// fonts.
type outlined struct{ vg.Canvas }

// FillString fills the outlines of s.
func (c outlined) FillString(f font.Face, pt vg.Point, s string) {
	c.Canvas.Fill(outlines(f, pt, s))
}

// outlines returns the contours of s, with its baseline from pt.
func outlines(f font.Face, pt vg.Point, s string) (p vg.Path) {
	var buf sfnt.Buffer
	em := fixed.Int26_6(f.Face.UnitsPerEm())
	scale := f.Font.Size / vg.Length(em)
	for start, r := range s {
		g, err := f.Face.GlyphIndex(&buf, r)
		if err != nil {
			panic(err) // the fonts are whole
		}
		segments, err := f.Face.LoadGlyph(&buf, g, em, nil)
		if err != nil {
			panic(err)
		}
		at := vg.Point{X: pt.X + f.Width(s[:start+len(string(r))]) - f.Width(string(r)), Y: pt.Y}
		p = append(p, contours(segments, func(a fixed.Point26_6) vg.Point {
			return vg.Point{X: at.X + vg.Length(a.X)*scale, Y: at.Y - vg.Length(a.Y)*scale}
		})...)
	}
	return p
}

// contours writes segments as closed paths.
func contours(segments sfnt.Segments, at func(fixed.Point26_6) vg.Point) (p vg.Path) {
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if len(p) > 0 {
				p.Close()
			}
			p.Move(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			p.Line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			p.QuadTo(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			p.CubeTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if len(p) > 0 {
		p.Close()
	}
	return p
}
