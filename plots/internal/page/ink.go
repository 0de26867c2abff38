package page

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// An Ink is a colour in two schemes, for light and for dark paper. It goes by a
// name, so that a style sheet can change one scheme for the other after the
// figure is drawn.
type Ink struct {
	Name        string
	Light, Dark color.NRGBA
	Opacity     float64
}

// The series colours are near those of Okabe and Ito, which stay apart for every
// common colour vision. A label in them has a contrast of 4.5 on their paper. Blue is
// darker than orange, and both are unlike plain, also in a grey print; lines of the
// others have dashes.
var (
	Paper  = Ink{"paper", hex(0xffffff), hex(0x0d1117), 1}
	Plain  = Ink{"plain", hex(0x1f2328), hex(0xe6edf3), 1}
	Muted  = Ink{"muted", hex(0x59636e), hex(0x9198a1), 1}
	Faint  = Ink{"faint", hex(0xd9dee3), hex(0x30363d), 1}
	Blue   = Ink{"blue", hex(0x005a94), hex(0x4aa3dc), 1}
	Orange = Ink{"orange", hex(0xc85000), hex(0xf7b23a), 1}
	Green  = Ink{"green", hex(0x00805e), hex(0x009e73), 1}
	Purple = Ink{"purple", hex(0xb0568b), hex(0xcc79a7), 1}
)

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
}

// WithOpacity returns the ink with an opacity, through which what lies under it shows.
func (k Ink) WithOpacity(opacity float64) Ink {
	k.Opacity = opacity
	return k
}

// Fill returns the ink as it fills areas. Orange is thicker: it lies beside the others,
// and a print in grey is to tell them apart.
func (k Ink) Fill() Ink {
	if k.Name == Orange.Name {
		return k.WithOpacity(0.5)
	}
	return k.WithOpacity(0.22)
}

// Line returns the style of a line in the ink.
func (k Ink) Line(width vg.Length, dashes ...vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: k, Width: width, Dashes: dashes}
}

// dashes are those of a line that shares the lightness of others; nil for none.
func (k Ink) dashes() []vg.Length {
	switch k.Name {
	case Green.Name:
		return []vg.Length{7, 2.5}
	case Purple.Name:
		return []vg.Length{2, 2}
	}
	return nil
}

// Shade returns so much of the plain ink on paper, as an ink of its own: it hides
// what lies under it.
func Shade(part float64) Ink {
	coat := Plain.WithOpacity(part)
	return Ink{
		fmt.Sprintf("shade%.0f", 100*part),
		Over(coat.In(false), Paper.In(false)), Over(coat.In(true), Paper.In(true)), 1,
	}
}

// In returns the ink's colour on light paper or on dark.
func (k Ink) In(dark bool) color.NRGBA {
	c := k.Light
	if dark {
		c = k.Dark
	}
	c.A = uint8(k.Opacity*255 + 0.5)
	return c
}

// RGBA makes an ink a color.Color, which gonum/plot asks for.
func (k Ink) RGBA() (r, g, b, a uint32) { return k.In(false).RGBA() }

// Over returns the colour of a thin coat on an opaque one.
func Over(coat, below color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8((int(a)*int(coat.A) + int(b)*(255-int(coat.A)) + 127) / 255)
	}
	return color.NRGBA{mix(coat.R, below.R), mix(coat.G, below.G), mix(coat.B, below.B), 255}
}
