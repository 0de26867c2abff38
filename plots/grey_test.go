package main

import (
	"image/color"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// apart is the least contrast of two lines, or fills, that a print in grey tells apart.
const apart = 1.4

// checkGrey compares the lines, and the fills, of a drawing: those of other colours have another
// lightness, or lines other dashes.
func checkGrey(t *testing.T, d *page.Drawing) {
	var looks []page.Mark // no two alike
	for _, m := range d.Marks {
		alike := func(l page.Mark) bool {
			return l.Kind == m.Kind && l.Ink == m.Ink && slices.Equal(l.Dashes, m.Dashes)
		}
		if isData(m) && !slices.ContainsFunc(looks, alike) {
			looks = append(looks, m)
		}
	}
	for i, a := range looks {
		for _, b := range looks[:i] {
			if a.Kind != b.Kind || a.Ink.Name == b.Ink.Name || !slices.Equal(a.Dashes, b.Dashes) {
				continue
			}
			for _, dark := range []bool{false, true} {
				if ratio := contrast(onPaper(a.Ink, dark), onPaper(b.Ink, dark)); !(ratio >= apart) {
					t.Errorf("of %s and %s the contrast is %.2f, want %v, dark %v",
						a.Ink.Name, b.Ink.Name, ratio, apart, dark)
				}
			}
		}
	}
}

// isData says whether a mark is a line of data or an area, and in a colour.
func isData(m page.Mark) bool {
	inks := []string{"blue", "orange", "green", "purple", "plain"}
	isDot := slices.ContainsFunc(m.Path, func(c vg.PathComp) bool { return c.Type == vg.ArcComp })
	return slices.Contains(inks, m.Ink.Name) &&
		(m.Kind == page.Stroke && m.Width >= page.Thin || m.Kind == page.Fill && !isDot)
}

func onPaper(k page.Ink, dark bool) color.NRGBA {
	return page.Over(k.In(dark), page.Paper.In(dark))
}

// contrast is that of WCAG 2.2.
func contrast(a, b color.NRGBA) float64 {
	grey := func(c color.NRGBA) float64 {
		rgb := linear(c)
		return 0.05 + 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
	}
	return max(grey(a), grey(b)) / min(grey(a), grey(b))
}

// linear returns the red, green and blue light of a colour.
func linear(c color.NRGBA) (rgb [3]float64) {
	for i, b := range []uint8{c.R, c.G, c.B} {
		rgb[i] = math.Pow((float64(b)/255+0.055)/1.055, 2.4)
		if b <= 10 {
			rgb[i] = float64(b) / 255 / 12.92
		}
	}
	return rgb
}

// Two colours of the house stay apart where red or green cones are missing, by 15 in CIELAB,
// of which 2 can be seen.
//
// Source: Machado, Oliveira & Fernandes 2009, of severity 1.
func TestColourBlindTellInksApart(t *testing.T) {
	inks := []page.Ink{page.Plain, page.Blue, page.Orange, page.Green, page.Purple}
	for missing, sees := range map[string][3][3]float64{
		"red":   {{0.152, 1.053, -0.205}, {0.115, 0.786, 0.099}, {-0.004, -0.048, 1.052}},
		"green": {{0.367, 0.861, -0.228}, {0.280, 0.673, 0.047}, {-0.012, 0.043, 0.969}},
	} {
		for i, a := range inks {
			for _, b := range inks[:i] {
				for _, dark := range []bool{false, true} {
					from, to := lab(sees, a.In(dark)), lab(sees, b.In(dark))
					d := math.Hypot(math.Hypot(from[0]-to[0], from[1]-to[1]), from[2]-to[2])
					if !(d >= 15) {
						t.Errorf("without %s: %s and %s are %.0f apart, dark %v", missing, a.Name, b.Name, d, dark)
					}
				}
			}
		}
	}
}

// lab returns the CIELAB coordinates, under D65, of a colour as it is seen.
func lab(sees [3][3]float64, c color.NRGBA) [3]float64 {
	times := func(m [3][3]float64, v [3]float64) (w [3]float64) {
		for i, row := range m {
			w[i] = row[0]*v[0] + row[1]*v[1] + row[2]*v[2]
		}
		return w
	}
	xyz := times([3][3]float64{ // each part of white's
		{0.4339, 0.3762, 0.1899}, {0.2126, 0.7152, 0.0722}, {0.0177, 0.1095, 0.8728},
	}, times(sees, linear(c)))
	f := func(x float64) float64 {
		if x > 216./24389 {
			return math.Cbrt(x)
		}
		return (24389./27*x + 16) / 116
	}
	x, y, z := f(xyz[0]), f(xyz[1]), f(xyz[2])
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
