package page

import (
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Curve is a line and its name.
type Curve struct {
	Name string
	XYs  plotter.XYs
	Ink  Ink
}

// Curves draws lines whose course is not known beforehand, and beside each its
// name, as near to x as it is clear of all lines, of the upright at x, and of
// other names. Where it is nowhere clear, the name stands at the end of a fine line
// from the curve, or is cut short.
func (ch *Chart) Curves(all []Curve, x float64, st Style) {
	for _, c := range all {
		ch.Line(c.Name, c.XYs, c.Ink, Thick)
	}
	ch.NameCurves(all, x, st)
}

// NameCurves writes beside each line, of which there must be a point every few points of
// the page, its name, as near to x as it is clear of all lines, of the upright at x, and of
// other names, and nearer to its own line than to others. Where it is nowhere so, the name is left
// out. A line without a name is only in the way.
func (ch *Chart) NameCurves(all []Curve, x float64, st Style) {
	st.bold = true
	ch.Layer(func(pg *Page) {
		near := pg.X(ch.X.Norm(x))
		lines := []vg.Rectangle{rect(near-2, pg.Min.Y, 4, pg.Max.Y-pg.Min.Y)}
		for _, c := range all {
			for _, xy := range c.XYs {
				lines = append(lines, around(ch.Point(pg, xy.X, xy.Y)))
			}
		}
		var names []vg.Rectangle
		for i, c := range all {
			if c.Name == "" {
				continue
			}
			st.Ink = c.Ink
			var others plotter.XYs
			for k, other := range all {
				if k != i && other.Name != "" {
					others = append(others, other.XYs...)
				}
			}
			name, line := ch.name(pg, c, others, near, st, lines, names)
			names, lines = append(names, name...), append(lines, line...)
		}
	})
}

// around returns a little square about a point of a line.
func around(pt vg.Point) vg.Rectangle { return rect(pt.X-2.5, pt.Y-2.5, 5, 5) }

// name writes the name of a curve in the first place that is clear of lines and of
// names: beside the curve, away from it, or cut short beside it. It returns where the
// name is, if there is a place, and where the line that leads there, if there is one.
func (ch *Chart) name(
	pg *Page, c Curve, others plotter.XYs, near vg.Length, st Style, lines, names []vg.Rectangle,
) (place, line []vg.Rectangle) {
	taken := slices.Concat(lines, names)
	for _, most := range []vg.Length{pg.Max.X - pg.Min.X, 90, 60, 36} {
		name := pg.CutShort(c.Name, most, st)
		if name == "" {
			break
		}
		width := pg.TextWidth(name, st)
		box, ok := ch.clearBeside(pg, c, others, near, width, taken)
		if !ok && name == c.Name {
			if box, line = ch.clearAway(pg, c, st, taken, names); line != nil {
				ok = true
			}
		}
		if ok {
			pg.Write(box.Min.X, (box.Min.Y+box.Max.Y)/2, name, st)
			return []vg.Rectangle{box}, line
		}
	}
	pg.NoRoom("the name", c.Name)
	return nil, nil
}

// clearAway returns the place for a curve's name that is clear of what is taken
// and nearest to a curve, and draws a line that leads there past other names. It
// returns where the line runs; nil where there is no place.
func (ch *Chart) clearAway(pg *Page, c Curve, st Style, taken, names []vg.Rectangle) (
	best vg.Rectangle, line []vg.Rectangle,
) {
	const height, step, edge = 9, 7, 2
	least, width := math.Inf(1), pg.TextWidth(c.Name, st)
	var from, to vg.Point
	for x := pg.Min.X + edge; x+width+edge < pg.Max.X; x += step {
		for y := pg.Min.Y + edge; y+height+edge < pg.Max.Y; y += step {
			box := rect(x, y, width, height)
			if meets(box, taken) {
				continue
			}
			for _, xy := range c.XYs {
				on := ch.Point(pg, xy.X, xy.Y)
				end := x + width/st.wider() // of the name, which may be wider
				off := vg.Point{X: max(x, min(on.X, end)), Y: max(y, min(on.Y, y+height))}
				// A whole number, so that no last digit decides.
				away := math.Ceil(math.Hypot(float64(on.X-off.X), float64(on.Y-off.Y)))
				if away >= least {
					continue
				}
				if way := between(on, off); !slices.ContainsFunc(way, func(r vg.Rectangle) bool { return meets(r, names) }) {
					best, least, from, to, line = box, away, on, off, way
				}
			}
		}
	}
	if line != nil {
		pg.StrokeLine2(draw.LineStyle{Color: c.Ink, Width: Hair}, from.X, from.Y, to.X, to.Y)
	}
	return best, line
}

// between returns squares about points on the way from one to another.
func between(from, to vg.Point) (all []vg.Rectangle) {
	const pieces = 12
	for k := range pieces + 1 {
		part := vg.Length(k) / pieces
		all = append(all, around(from.Add(to.Sub(from).Scale(part))))
	}
	return all
}

// meets reports whether a rectangle overlaps one of others.
func meets(a vg.Rectangle, others []vg.Rectangle) bool {
	return slices.ContainsFunc(others, func(b vg.Rectangle) bool { return overlap(a, b) })
}

// clearBeside returns the place for a name of a width beside a curve that is clear
// of what is taken, nearer to it than to others, and nearest to where the curve passes near. A place below the
// curve counts as further away, because most curves have their name above them.
func (ch *Chart) clearBeside(
	pg *Page, c Curve, others plotter.XYs, near, width vg.Length, taken []vg.Rectangle,
) (best vg.Rectangle, ok bool) {
	const height, apart, below, edge = 9, 3.5, 60, 2
	window := rect(pg.Min.X+edge, pg.Min.Y+edge, pg.Max.X-pg.Min.X-2*edge, pg.Max.Y-pg.Min.Y-2*edge)
	least := math.Inf(1)
	for _, xy := range c.XYs {
		pt := ch.Point(pg, xy.X, xy.Y)
		away := math.Ceil(math.Abs(float64(pt.X - near)))
		for _, place := range []struct {
			left, low vg.Length
			away      float64
		}{
			{apart, apart, away},
			{-width - apart, apart, away},
			{apart, -height - apart, away + below},
			{-width - apart, -height - apart, away + below},
		} {
			box := rect(pt.X+place.left, pt.Y+place.low, width, height)
			if place.away < least && within(box, window) && !meets(box, taken) && ch.away(pg, box, c.XYs) < ch.away(pg, box, others) {
				best, least, ok = box, place.away, true
			}
		}
	}
	return best, ok
}

// away is how far from a place the nearest point of lines is.
func (ch *Chart) away(pg *Page, box vg.Rectangle, xys plotter.XYs) float64 {
	least := math.Inf(1)
	for _, xy := range xys {
		pt := ch.Point(pg, xy.X, xy.Y)
		dx, dy := max(box.Min.X-pt.X, 0, pt.X-box.Max.X), max(box.Min.Y-pt.Y, 0, pt.Y-box.Max.Y)
		least = min(least, math.Hypot(float64(dx), float64(dy)))
	}
	return least
}

func rect(left, low, width, height vg.Length) vg.Rectangle {
	corner := vg.Point{X: left, Y: low}
	return vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: width, Y: height})}
}

func within(a, b vg.Rectangle) bool {
	return a.Min.X >= b.Min.X && a.Min.Y >= b.Min.Y && a.Max.X <= b.Max.X && a.Max.Y <= b.Max.Y
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}
