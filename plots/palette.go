package main

import (
	"fmt"
	"image/color"
)

// An ink is a colour in both schemes. It goes by a name, under which a style
// sheet can change one for the other after the figure is drawn.
type ink struct {
	name        string
	light, dark color.NRGBA
	opacity     float64
}

// The series colours are those of Okabe and Ito, which stay apart for every
// common colour vision. On light paper they are darkened until a label in them
// has a contrast of 4.5.
var (
	paper  = ink{"paper", hex(0xffffff), hex(0x0d1117), 1}
	plain  = ink{"plain", hex(0x1f2328), hex(0xe6edf3), 1}
	muted  = ink{"muted", hex(0x59636e), hex(0x9198a1), 1}
	faint  = ink{"faint", hex(0xd9dee3), hex(0x30363d), 1}
	blue   = ink{"blue", hex(0x0072b2), hex(0x56b4e9), 1}
	orange = ink{"orange", hex(0xc04a00), hex(0xe69f00), 1}
	green  = ink{"green", hex(0x00805e), hex(0x009e73), 1}
	purple = ink{"purple", hex(0xb0568b), hex(0xcc79a7), 1}
)

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
}

// fill is the ink thinned for areas, through which the grid still shows.
func (k ink) fill() ink { return k.thin(0.22) }

func (k ink) thin(opacity float64) ink {
	k.opacity = opacity
	return k
}

// shade is so much of the plain ink on paper, as an ink of its own: it hides
// what lies under it.
func shade(part float64) ink {
	coat := plain.thin(part)
	return ink{
		fmt.Sprintf("shade%.0f", 100*part),
		over(coat.in(false), paper.in(false)), over(coat.in(true), paper.in(true)), 1,
	}
}

// in returns the ink's colour in a scheme.
func (k ink) in(dark bool) color.NRGBA {
	c := k.light
	if dark {
		c = k.dark
	}
	c.A = uint8(k.opacity*255 + 0.5)
	return c
}

// RGBA makes an ink the light scheme's color.Color, for a canvas that knows
// nothing of schemes.
func (k ink) RGBA() (r, g, b, a uint32) {
	return k.in(false).RGBA()
}
