package main

import (
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A witness is a canvas that remembers where text was written.
type witness struct {
	vg.Canvas
	boxes *[]textBox
}

type textBox struct {
	vg.Rectangle
	text string
}

func (w witness) FillString(f font.Face, p vg.Point, s string) {
	low, high := vg.Point{Y: -0.15 * f.Font.Size}, vg.Point{X: f.Width(s), Y: 0.72 * f.Font.Size}
	r := vg.Rectangle{Min: p.Add(low), Max: p.Add(high)}
	*w.boxes = append(*w.boxes, textBox{r, s})
}

// overlaps allows half a point: neighbours in a line touch.
func (a textBox) overlaps(b textBox) bool {
	const slack = 0.5
	return a.Min.X < b.Max.X-slack && b.Min.X < a.Max.X-slack &&
		a.Min.Y < b.Max.Y-slack && b.Min.Y < a.Max.Y-slack
}

func (a textBox) leaves(width, height vg.Length) bool {
	const edge = 2
	return a.Min.X < edge || a.Min.Y < edge || a.Max.X > width-edge || a.Max.Y > height-edge
}

func TestTextIsClear(t *testing.T) {
	eachEdition(t, func(t *testing.T, e edition) {
		var boxes []textBox
		l := e.layout()
		e.paint(witness{newSVG(l.height), &boxes})
		if len(boxes) < 5 {
			t.Errorf("only %d texts were seen", len(boxes))
		}
		for i, a := range boxes {
			if a.leaves(l.width, l.height) {
				t.Errorf("%q leaves the page: %v", a.text, a.Rectangle)
			}
			for _, b := range boxes[:i] {
				if a.overlaps(b) {
					t.Errorf("%q lies over %q", a.text, b.text)
				}
			}
		}
	})
}
