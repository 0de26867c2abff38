package main

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A plate is a canvas for a format that knows nothing of schemes and layouts:
// it turns inks into the colours of one scheme, and scales the layout to the
// size in print.
type plate struct {
	vg.Canvas
	dark  bool
	scale vg.Length
}

// SetColor sets the colour of an ink, plain for nil.
func (c plate) SetColor(k color.Color) {
	if k == nil {
		k = plain
	}
	c.Canvas.SetColor(k.(ink).in(c.dark))
}

// SetLineWidth sets the width of strokes.
func (c plate) SetLineWidth(w vg.Length) { c.Canvas.SetLineWidth(c.scale * w) }

// SetLineDash sets the dashes of strokes.
func (c plate) SetLineDash(dashes []vg.Length, offset vg.Length) {
	dashes = slices.Clone(dashes)
	for i := range dashes {
		dashes[i] *= c.scale
	}
	c.Canvas.SetLineDash(dashes, c.scale*offset)
}

// Stroke strokes the scaled path.
func (c plate) Stroke(p vg.Path) { c.Canvas.Stroke(c.path(p)) }

// Fill fills the scaled path.
func (c plate) Fill(p vg.Path) { c.Canvas.Fill(c.path(p)) }

// FillString writes s from the scaled point.
func (c plate) FillString(f font.Face, pt vg.Point, s string) {
	f.Font.Size *= c.scale
	c.Canvas.FillString(f, pt.Scale(c.scale), s)
}

func (c plate) path(p vg.Path) vg.Path {
	p = slices.Clone(p)
	for i := range p {
		p[i].Pos = p[i].Pos.Scale(c.scale)
		p[i].Radius *= c.scale
		p[i].Control = slices.Clone(p[i].Control)
		for j := range p[i].Control {
			p[i].Control[j] = p[i].Control[j].Scale(c.scale)
		}
	}
	return p
}
