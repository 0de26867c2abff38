package page

import (
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// A Curve is a line and its name.
type Curve struct {
	Name string
	XYs  plotter.XYs
	Ink  Ink
}

// Curves draws lines whose course is not known beforehand, and beside each its name, as near to x as it
// is clear of all lines, of the upright at x, and of other names, and nearer to its own line than to
// others. Where it is nowhere so, the name stands at the end of a fine line from the curve, or is cut
// short, or left out.
func (ch *Chart) Curves(all []Curve, x float64, st Style) {
	for _, c := range all {
		ch.Line(c.Name, c.XYs, c.Ink, Thick)
	}
	st.bold = true
	ch.Layer(func(pg *Page) {
		n := namer{Page: pg, near: pg.X(ch.X.Norm(x))}
		n.lines = []vg.Rectangle{rect(n.near-2, pg.Min.Y, 4, pg.Size().Y)}
		points := make([][]vg.Point, len(all))
		for i, c := range all {
			points[i] = ch.dense(pg, c.XYs)
			for _, pt := range points[i] {
				n.lines = append(n.lines, around(pt))
			}
		}
		for _, t := range ch.Y.Tick.Marker.Ticks(ch.Y.Min, ch.Y.Max) {
			n.grid = append(n.grid, rect(pg.Min.X, pg.Y(ch.Y.Norm(t.Value)), pg.Size().X, Hair))
		}
		for i, c := range all {
			st.Ink = c.Ink
			n.name(c.Name, points[i], slices.Concat(slices.Concat(points[:i], points[i+1:])...), st)
		}
	})
}

// A namer writes names of curves beside them, one after the other.
type namer struct {
	*Page
	near         vg.Length      // where names are to be
	grid         []vg.Rectangle // on which they had better not lie
	lines, names []vg.Rectangle // on which they must not
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

// name writes the name of a curve in the first place that is clear of lines and of names: beside the
// curve or away from it, or where neither has room, cut short beside it or away from it.
func (n *namer) name(called string, points, others []vg.Point, st Style) {
	beside := func(name string) (vg.Rectangle, bool) {
		return n.beside(points, others, n.TextWidth(name, st))
	}
	away := func(name string) (vg.Rectangle, bool) { return n.away(name, points, st) }
	for _, widths := range [][]vg.Length{{n.Size().X}, {90, 60, 36}} {
		for _, place := range []func(string) (vg.Rectangle, bool){beside, away} {
			for _, most := range widths {
				name := n.CutShort(called, most, st)
				if name == "" {
					continue
				}
				if box, ok := place(name); ok {
					n.Write(box.Min.X, (box.Min.Y+box.Max.Y)/2, name, st)
					n.names = append(n.names, box)
					return
				}
			}
		}
	}
	n.NoRoom("the name", called)
}

// isTaken says whether a line or a name is in a place.
func (n *namer) isTaken(box vg.Rectangle) bool { return meets(box, n.lines) || meets(box, n.names) }

// away returns the place for a curve's name that is not taken and nearest to the curve, and draws a line
// that leads there past other names, if there is one that is not far.
func (n *namer) away(called string, points []vg.Point, st Style) (best vg.Rectangle, ok bool) {
	const height, step, edge, far = 9, 7, 2, 100
	least, width := float64(far), n.TextWidth(called, st)
	var from, to vg.Point
	for x := n.Min.X + edge; x+width+edge < n.Max.X; x += step {
		for y := n.Min.Y + edge; y+height+edge < n.Max.Y; y += step {
			box := rect(x, y, width, height)
			if n.isTaken(box) {
				continue
			}
			for _, on := range points {
				end := x + width/n.rec.wider(st) // of the name, which may be wider
				off := vg.Point{X: max(x, min(on.X, end)), Y: max(y, min(on.Y, y+height))}
				way := on.Sub(off)
				// A whole number, so that no last digit decides.
				apart := math.Ceil(math.Sqrt(float64(way.X*way.X) + float64(way.Y*way.Y)))
				isCrossed := func(r vg.Rectangle) bool { return meets(r, n.names) }
				if apart < least && !slices.ContainsFunc(between(on, off), isCrossed) {
					best, least, from, to, ok = box, apart, on, off, true
				}
			}
		}
	}
	if ok {
		n.lines = append(n.lines, between(from, to)...)
		n.StrokeLine2(st.Ink.Line(Hair), from.X, from.Y, to.X, to.Y)
	}
	return best, ok
}

// between returns squares about points on the way from one to another, which leave no gap.
func between(from, to vg.Point) (all []vg.Rectangle) {
	const apart = 2.5
	way := to.Sub(from)
	pieces := math.Ceil(math.Hypot(float64(way.X), float64(way.Y))/apart) + 1
	for k := range int(pieces) {
		all = append(all, around(from.Add(way.Scale(vg.Length(float64(k)/(pieces-1))))))
	}
	return all
}

// beside returns the place for a name of a width beside a curve that is not taken, nearer to it than
// to others, and nearest to where names are to be. A place below the curve counts as further away, as
// most curves have their name above them, and so does one on a line of the grid, which would show
// between the letters.
func (n *namer) beside(points, others []vg.Point, width vg.Length) (best vg.Rectangle, ok bool) {
	const height, apart, below, onGrid, edge, clearly = 9, 3.5, 60, 80, 2, 1
	window := rect(n.Min.X+edge, n.Min.Y+edge, n.Size().X-2*edge, n.Size().Y-2*edge)
	least := math.Inf(1)
	for _, pt := range points {
		for i, corner := range []vg.Point{
			{X: apart, Y: apart},
			{X: -width - apart, Y: apart},
			{X: apart, Y: -height - apart},
			{X: -width - apart, Y: -height - apart},
		} {
			box := rect(pt.X+corner.X, pt.Y+corner.Y, width, height)
			off := math.Ceil(math.Abs(float64(pt.X - n.near)))
			if i >= 2 {
				off += below
			}
			if meets(box, n.grid) {
				off += onGrid
			}
			if off < least && within(box, window) && !n.isTaken(box) &&
				distance(box, points)+clearly < distance(box, others) {
				best, least, ok = box, off, true
			}
		}
	}
	return best, ok
}

// distance is how far from a place the nearest point is.
func distance(box vg.Rectangle, points []vg.Point) float64 {
	least := math.Inf(1)
	for _, pt := range points {
		dx, dy := max(box.Min.X-pt.X, 0, pt.X-box.Max.X), max(box.Min.Y-pt.Y, 0, pt.Y-box.Max.Y)
		least = min(least, float64(dx*dx)+float64(dy*dy))
	}
	return math.Sqrt(least)
}
