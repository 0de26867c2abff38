package format

import (
	"fmt"
	"math"
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// scaled returns a mark with every coordinate rounded, and then every length multiplied by k.
// Some processors compute a·b + c with one rounding and some with two, and the last digit of a
// coordinate depends on it; on this grid it does not show.
func scaled(m page.Mark, k vg.Length) page.Mark {
	to := func(p vg.Point) vg.Point { return roundPoint(p).Scale(k) }
	m.At, m.Anchor = to(m.At), to(m.Anchor)
	m.Path = slices.Clone(m.Path)
	for i, e := range m.Path {
		e.Pos, e.Radius, e.Control = to(e.Pos), k*e.Radius, slices.Clone(e.Control)
		for j, at := range e.Control {
			e.Control[j] = to(at)
		}
		m.Path[i] = e
	}
	m.Dashes = slices.Clone(m.Dashes)
	for i := range m.Dashes {
		m.Dashes[i] *= k
	}
	m.Width *= k
	m.Face.Font.Size *= k
	return m
}

// roundPoint rounds to 1/64 of a point. The shift keeps halves of that, which are
// common where sizes are round, off the edge where the last digit decides.
func roundPoint(p vg.Point) vg.Point {
	round := func(x vg.Length) vg.Length {
		const shift = 0.137
		return vg.Length(math.Floor(float64(x)*64+0.5+shift) / 64)
	}
	return vg.Point{X: round(p.X), Y: round(p.Y)}
}

// corners returns the points that a component names.
func corners(e vg.PathComp) []vg.Point {
	if e.Type == vg.CloseComp {
		return nil
	}
	return append(slices.Clip(e.Control), e.Pos)
}

// cubic returns p with cubic curves for all that is bent.
func cubic(p vg.Path) (q vg.Path) {
	for _, e := range p {
		switch {
		case e.Type == vg.ArcComp:
			q = append(q, arc(e)...)
		case e.Type == vg.CurveComp && len(e.Control) == 1:
			q = append(q, quadraticAsCubic(q[len(q)-1].Pos, e.Control[0], e.Pos))
		default:
			q = append(q, e)
		}
	}
	return q
}

// quadraticAsCubic returns the quadratic curve from one point to another as a cubic.
func quadraticAsCubic(from, control, to vg.Point) vg.PathComp {
	first := from.Add(control.Sub(from).Scale(2. / 3))
	second := to.Add(control.Sub(to).Scale(2. / 3))
	return vg.PathComp{Type: vg.CurveComp, Pos: to, Control: []vg.Point{first, second}}
}

// arc returns a line to where an arc starts, and curves of at most a quarter turn.
func arc(e vg.PathComp) (q vg.Path) {
	pieces := math.Ceil(math.Abs(e.Angle)/(math.Pi/2) - 1e-9)
	turn := e.Angle / pieces
	bend := 4. / 3 * math.Tan(turn/4)
	at := func(angle float64) (on, ahead vg.Point) {
		sin, cos := math.Sincos(angle)
		x, y := e.Radius*vg.Length(cos), e.Radius*vg.Length(sin)
		ahead = vg.Point{X: -y, Y: x}.Scale(vg.Length(bend))
		return e.Pos.Add(vg.Point{X: x, Y: y}), ahead
	}
	from, ahead := at(e.Start)
	q.Line(from)
	for k := 1.0; k <= pieces; k++ {
		to, next := at(e.Start + turn*k)
		q.CubeTo(from.Add(ahead), to.Sub(next), to)
		from, ahead = to, next
	}
	return q
}

// outlined returns a text as the shapes of its letters, and other marks as they are.
func outlined(m page.Mark) page.Mark {
	if m.Kind == page.Text {
		m.Kind, m.Path = page.Fill, outlines(m.Face, m.At, m.Text)
	}
	return m
}

// outlines returns the contours of s, with its baseline from pt.
func outlines(f font.Face, pt vg.Point, s string) (p vg.Path) {
	var buf sfnt.Buffer
	em := fixed.Int26_6(f.Face.UnitsPerEm())
	scale := f.Font.Size / vg.Length(em)
	before, left := rune(0), pt.X
	for _, r := range s {
		if before != 0 {
			left += f.Width(string(before)) + page.Kern(f, before, r)
		}
		before = r
		g, err := f.Face.GlyphIndex(&buf, r)
		segments, wrong := f.Face.LoadGlyph(&buf, g, em, nil)
		if err != nil || wrong != nil {
			panic(fmt.Sprint("format: a font is broken: ", err, wrong))
		}
		for _, segment := range segments {
			var at [3]vg.Point
			for i, a := range segment.Args {
				at[i] = vg.Point{X: left + vg.Length(a.X)*scale, Y: pt.Y - vg.Length(a.Y)*scale}
			}
			switch segment.Op {
			case sfnt.SegmentOpMoveTo:
				if len(p) > 0 {
					p.Close()
				}
				p.Move(at[0])
			case sfnt.SegmentOpLineTo:
				p.Line(at[0])
			case sfnt.SegmentOpQuadTo:
				p.QuadTo(at[0], at[1])
			case sfnt.SegmentOpCubeTo:
				p.CubeTo(at[0], at[1], at[2])
			}
		}
	}
	if len(p) > 0 {
		p.Close()
	}
	return p
}
