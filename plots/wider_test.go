package main

import (
	"testing"

	"golang.org/x/image/font"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// checkWider sets the lines of a drawing as wide as DejaVu Sans would, about the points that they
// are aligned to. None may leave the page then, or lie over another.
func checkWider(t *testing.T, d *page.Drawing) {
	var lines []wideLine
	for i, m := range d.Marks {
		if m.Kind == page.Text && !m.Continues {
			lines = append(lines, widened(d.Marks[i:]))
		}
	}
	for i, a := range lines {
		if a.Min.X < 0 || a.Max.X > d.Width {
			t.Errorf("%q leaves the page", a.text)
		}
		for _, b := range lines[:i] {
			if a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y {
				t.Errorf("%q lies over %q", a.text, b.text)
			}
		}
	}
}

// A wideLine is a line of text and where it lies.
type wideLine struct {
	vg.Rectangle
	text string
}

// widened returns the line that the first of marks begins.
func widened(marks []page.Mark) (l wideLine) {
	first, wider := marks[0], vg.Length(1.15)
	if first.Face.Font.Weight == font.WeightBold {
		wider = 1.22
	}
	var end vg.Length
	for i, m := range marks {
		if i > 0 && !m.Continues {
			break
		}
		l.text += m.Space + m.Text
		end = m.At.X + m.Face.Width(m.Text)
	}
	width, size := wider*(end-first.At.X), first.Face.Font.Size
	left := first.Anchor.X + vg.Length(first.Align)*width
	l.Min = vg.Point{X: left, Y: first.Anchor.Y - 0.1*size}
	l.Max = vg.Point{X: left + width, Y: first.Anchor.Y + 0.7*size}
	return l
}
