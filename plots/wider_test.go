package main

import (
	"strings"
	"testing"

	"golang.org/x/image/font"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// dejaVu is how much wider DejaVu Sans is than Liberation Sans.
func dejaVu(of font.Weight) vg.Length {
	if of == font.WeightBold {
		return 1.22
	}
	return 1.15
}

// asIs is how wide letters are that come with a figure.
func asIs(font.Weight) vg.Length { return 1 }

// A figure that brings its letters has lines as long as they are, and one whose reader may have
// others leaves room for these.
func TestLinesOfOwnLetters(t *testing.T) {
	f := figureOf(t, "sentence", "token,bits\na,0.6\nb,1.7\nc,11.5\nd,0.1\n")
	for hasLetters, lines := range map[bool]string{
		true:  "\nOne of 4 tokens costs 83 percent of the bits\n",
		false: "\nOne of 4 tokens costs\n83 percent of the bits\n",
	} {
		d := f.of(example{}, page.Look{Width: 84 * vg.Millimeter, Title: true, HasLetters: hasLetters})
		if !strings.Contains(saysAll(d), lines) {
			t.Errorf("with its letters %v it says %q, want %q", hasLetters, saysAll(d), lines)
		}
	}
}

// checkWider sets the lines of a drawing so much wider, about the points that they are aligned to.
// None may leave the page then, or lie over another.
func checkWider(t *testing.T, d *page.Drawing, wider func(font.Weight) vg.Length) {
	var lines []wideLine
	for i, m := range d.Marks {
		if m.Kind == page.Text && !m.Continues {
			lines = append(lines, widened(d.Marks[i:], wider(m.Face.Font.Weight)))
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

// widened returns the line that the first of marks begins, so much wider.
func widened(marks []page.Mark, wider vg.Length) (l wideLine) {
	first, end := marks[0], vg.Length(0)
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
