package main

import (
	"reflect"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A press is a canvas that remembers what it was told last.
type press struct {
	needle
	path vg.Path
	size vg.Length
	at   vg.Point
}

func (c *press) Stroke(p vg.Path) { c.path = p }
func (c *press) Fill(p vg.Path)   { c.path = p }
func (c *press) FillString(f font.Face, pt vg.Point, _ string) {
	c.size, c.at = f.Font.Size, pt
}

func TestPlateScalesAllThatHasALength(t *testing.T) {
	c := &press{}
	p := plate{Canvas: c, dark: true, scale: 0.5}
	dashes := []vg.Length{4, 2}
	p.SetLineWidth(3)
	p.SetLineDash(dashes, 0)
	p.SetColor(blue.thin(0.2))
	p.FillString(font.Face{Font: font.Font{Size: 10}}, vg.Point{X: 6, Y: 8}, "x")
	if c.width != 1.5 || !reflect.DeepEqual(c.dashes, []vg.Length{2, 1}) || dashes[0] != 4 {
		t.Errorf("width %v, dashes %v of %v, want halves", c.width, c.dashes, dashes)
	}
	if want := blue.thin(0.2).in(true); c.color != want || want.A != 51 {
		t.Errorf("color %v, want %v", c.color, want)
	}
	if c.size != 5 || c.at != (vg.Point{X: 3, Y: 4}) {
		t.Errorf("text of %v at %v, want halves", c.size, c.at)
	}

	draw := func(k vg.Length) (p vg.Path) {
		p.Move(vg.Point{X: 2 * k, Y: 4 * k})
		p.Arc(vg.Point{X: 2 * k, Y: 2 * k}, 2*k, 1, 2)
		p.CubeTo(vg.Point{X: k}, vg.Point{Y: k}, vg.Point{X: 8 * k, Y: k})
		return p
	}
	whole := draw(1)
	if p.Stroke(whole); !reflect.DeepEqual(c.path, draw(0.5)) {
		t.Errorf("path %v, want %v", c.path, draw(0.5))
	}
	if !reflect.DeepEqual(whole, draw(1)) {
		t.Error("the path that was drawn has changed")
	}
}
