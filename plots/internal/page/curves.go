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

// Curves draws lines whose course is not known beforehand, and their names as NameCurves does.
func (ch *Chart) Curves(all []Curve, x float64, st Style) {
	for _, c := range all {
		ch.Line(c.Name, c.XYs, c.Ink, Thick)
	}
	ch.NameCurves(all, x, st)
}

// NameCurves writes beside each line its name, as near to x as it is clear of all lines, of the
// upright at x, and of other names, and nearer to its own line than to others. Where it is nowhere
// so, the name stands at the end of a fine line from the curve, or is cut short, or left out. A line
// without a name is only in the way.
func (ch *Chart) NameCurves(all []Curve, x float64, st Style) {
	st.bold = true
	ch.Layer(func(pg *Page) {
		near := pg.X(ch.X.Norm(x))
		lines := []vg.Rectangle{rect(near-2, pg.Min.Y, 4, pg.Max.Y-pg.Min.Y)}
		points := make([][]vg.Point, len(all))
		for i, c := range all {
			points[i] = ch.dense(pg, c.XYs)
			for _, pt := range points[i] {
				lines = append(lines, around(pt))
			}
		}
		var names, grid []vg.Rectangle
		for _, t := range ch.Y.Tick.Marker.Ticks(ch.Y.Min, ch.Y.Max) {
			grid = append(grid, rect(pg.Min.X, pg.Y(ch.Y.Norm(t.Value)), pg.Max.X-pg.Min.X, Hair))
		}
		for i, c := range all {
			if c.Name == "" {
				continue
			}
			var others []vg.Point
			for k, other := range all {
				if k != i && other.Name != "" {
					others = append(others, points[k]...)
				}
			}
			st.Ink = c.Ink
			name, line := pg.name(c.Name, points[i], others, near, st, grid, lines, names)
			names, lines = append(names, name...), append(lines, line...)
		}
	})
}

// dense returns where the points of a curve are on the page, and others between those that are
// far from each other, but none beside the page.
func (ch *Chart) dense(pg *Page, xys plotter.XYs) (all []vg.Point) {
	const far, apart = 8, 2.5
	add := func(pt vg.Point) {
		if pt.X >= pg.Min.X-1 && pt.X <= pg.Max.X+1 && pt.Y >= pg.Min.Y-1 && pt.Y <= pg.Max.Y+1 {
			all = append(all, pt)
		}
	}
	for i, xy := range xys {
		to := ch.Point(pg, xy.X, xy.Y)
		if i > 0 {
			from := ch.Point(pg, xys[i-1].X, xys[i-1].Y)
			way := to.Sub(from)
			if length := math.Hypot(float64(way.X), float64(way.Y)); length > far && length < 1e4 {
				n := math.Ceil(length / apart)
				for k := 1.; k < n; k++ {
					add(from.Add(way.Scale(vg.Length(k / n))))
				}
			}
		}
		add(to)
	}
	return all
}

// around returns a little square about a point of a line.
func around(pt vg.Point) vg.Rectangle { return rect(pt.X-2.5, pt.Y-2.5, 5, 5) }

// name writes the name of a curve in the first place that is clear of lines and of
// names: beside the curve, away from it, or cut short beside it. It returns where the
// name is, if there is a place, and where the line that leads there, if there is one.
func (pg *Page) name(
	called string, points, others []vg.Point, near vg.Length, st Style, grid, lines, names []vg.Rectangle,
) (place, line []vg.Rectangle) {
	taken := slices.Concat(lines, names)
	for _, most := range []vg.Length{pg.Max.X - pg.Min.X, 90, 60, 36} {
		name := pg.CutShort(called, most, st)
		if name == "" {
			break
		}
		width := pg.TextWidth(name, st)
		box, ok := pg.clearBeside(points, others, near, width, grid, taken)
		if !ok && name == called {
			box, line = pg.clearAway(called, points, st, taken, names)
			ok = line != nil
		}
		if ok {
			pg.Write(box.Min.X, (box.Min.Y+box.Max.Y)/2, name, st)
			return []vg.Rectangle{box}, line
		}
	}
	pg.NoRoom("the name", called)
	return nil, nil
}

// clearAway returns the place for a curve's name that is clear of what is taken
// and nearest to a curve, and draws a line that leads there past other names. It
// returns where the line runs; nil where there is no place.
func (pg *Page) clearAway(called string, points []vg.Point, st Style, taken, names []vg.Rectangle) (
	best vg.Rectangle, line []vg.Rectangle,
) {
	const height, step, edge = 9, 7, 2
	least, width := math.Inf(1), pg.TextWidth(called, st)
	var from, to vg.Point
	for x := pg.Min.X + edge; x+width+edge < pg.Max.X; x += step {
		for y := pg.Min.Y + edge; y+height+edge < pg.Max.Y; y += step {
			box := rect(x, y, width, height)
			if meets(box, taken) {
				continue
			}
			for _, on := range points {
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
		pg.StrokeLine2(draw.LineStyle{Color: st.Ink, Width: Hair}, from.X, from.Y, to.X, to.Y)
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

// clearBeside returns the place for a name of a width beside a curve that is clear of what is taken,
// nearer to it than to others, and nearest to where the curve passes near. A place below the curve
// counts as further away, as most curves have their name above them, and so does one on a line of the
// grid, which would show between the letters.
func (pg *Page) clearBeside(
	points, others []vg.Point, near, width vg.Length, grid, taken []vg.Rectangle,
) (best vg.Rectangle, ok bool) {
	const height, apart, below, onGrid, edge, clearly = 9, 3.5, 60, 80, 2, 1
	window := rect(pg.Min.X+edge, pg.Min.Y+edge, pg.Max.X-pg.Min.X-2*edge, pg.Max.Y-pg.Min.Y-2*edge)
	least := math.Inf(1)
	for _, pt := range points {
		for i, corner := range []vg.Point{
			{X: apart, Y: apart},
			{X: -width - apart, Y: apart},
			{X: apart, Y: -height - apart},
			{X: -width - apart, Y: -height - apart},
		} {
			box := rect(pt.X+corner.X, pt.Y+corner.Y, width, height)
			off := math.Ceil(math.Abs(float64(pt.X - near)))
			if i >= 2 {
				off += below
			}
			if meets(box, grid) {
				off += onGrid
			}
			if off < least && within(box, window) && !meets(box, taken) &&
				away(box, points)+clearly < away(box, others) {
				best, least, ok = box, off, true
			}
		}
	}
	return best, ok
}

// away is how far from a place the nearest point is.
func away(box vg.Rectangle, points []vg.Point) float64 {
	least := math.Inf(1)
	for _, pt := range points {
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
