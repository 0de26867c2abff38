package main

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A ruler is a canvas that measures whether points lie on the grid.
type ruler struct {
	vg.Canvas
	t *testing.T
}

func (r ruler) Stroke(p vg.Path) { r.measure(p) }
func (r ruler) Fill(p vg.Path)   { r.measure(p) }
func (r ruler) FillString(_ font.Face, pt vg.Point, _ string) {
	r.measure(vg.Path{{Pos: pt}})
}

func (r ruler) measure(p vg.Path) {
	for _, e := range p {
		for _, x := range []vg.Length{e.Pos.X, e.Pos.Y} {
			if x*64 != vg.Length(math.Trunc(float64(x*64))) {
				r.t.Errorf("%v is no multiple of 1/64", x)
			}
		}
	}
}

func TestCoordinatesAreRounded(t *testing.T) {
	for _, f := range figures {
		f.paint(rounded{ruler{newSVG(f.height), t}}, book)
	}
}

// A nudged canvas moves all points by what another processor's rounding may.
type nudged struct {
	vg.Canvas
	by float64
}

func (c nudged) Stroke(p vg.Path) { c.Canvas.Stroke(c.path(p)) }
func (c nudged) Fill(p vg.Path)   { c.Canvas.Fill(c.path(p)) }
func (c nudged) FillString(f font.Face, pt vg.Point, s string) {
	c.Canvas.FillString(f, pt.Scale(vg.Length(1+c.by)), s)
}

func (c nudged) path(p vg.Path) vg.Path {
	p = slices.Clone(p)
	for i := range p {
		p[i].Pos = p[i].Pos.Scale(vg.Length(1 + c.by))
	}
	return p
}

func TestRoundingErrorsDoNotShow(t *testing.T) {
	each(t, func(t *testing.T, f figure, ex example) {
		up, down := newSVG(f.height), newSVG(f.height)
		f.paint(nudged{rounded{up}, 1e-13}, ex)
		f.paint(nudged{rounded{down}, -1e-13}, ex)
		if !bytes.Equal(up.body.Bytes(), down.body.Bytes()) {
			t.Error("the drawing changes with the last digits of its coordinates")
		}
	})
}
