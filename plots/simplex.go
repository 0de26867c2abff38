package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var simplex = figure{
	name:         "simplex",
	title:        "No distribution of three outcomes is more uncertain than the even one",
	alt:          simplexAlt,
	height:       340,
	columnHeight: 258,
	draw:         drawSimplex,
	takes:        "-p (3 outcomes) -symbols -base",
	shows:        aTrio,
	misfit:       refuseAllButTrios,
	columns:      "name,p",
	headings:     table.NameHeadings,
	read:         readTruth,
}

// A trio is a distribution of three outcomes.
type trio [3]float64

var middle = trio{1. / 3, 1. / 3, 1. / 3}

// aTrio is the diary, with its rarest words as one.
func aTrio() example {
	p := info.Must(1./2, 1./4, 1./4)
	return example{p: p, q: p, words: []string{words[0], words[1], words[2] + " or " + words[3]}}
}

func refuseAllButTrios(ex example) error {
	if n := ex.p.Len(); n != 3 {
		return fmt.Errorf("p has %s, want 3", data.Count(n, "outcome"))
	}
	return nil
}

// String lists the probabilities.
func (p trio) String() string {
	return fmt.Sprintf("(%s, %s, %s)", page.Number(p[0]), page.Number(p[1]), page.Number(p[2]))
}

// entropy returns the entropy of p, which rounding may have moved off a sum of 1.
func (p trio) entropy() info.Bits {
	d, err := info.Normalize(p[:]...)
	if err != nil {
		panic(err) // no trio is empty or negative
	}
	return info.Entropy(d)
}

func simplexAlt(ex example) string {
	return fmt.Sprintf("A triangle in which each point is a distribution of three outcomes (%s; %s; %s), "+
		"with contours of its entropy. In a corner one outcome is certain and the entropy is 0. On a "+
		"side one outcome never happens, and the entropy is that of a coin: %s in the middle of "+
		"the side. It is greatest in the centre, where all are equally likely: %s 3 = %s. "+
		"Marked is p = %s, with an entropy of %s.",
		ex.name(0), ex.name(1), ex.name(2), ex.write(trio{0.5, 0.5}.entropy()), page.PlainText(ex.log()),
		ex.write(middle.entropy()), trio(ex.p.Probabilities()), ex.write(info.Entropy(ex.p)))
}

func drawSimplex(pg *page.Page, ex example) {
	t, up := upright(pg.Crop(70, 100, 16, 14)), vg.Length(0.7)
	if pg.Column {
		t, up = upright(pg.Crop(30, 62, 16, 32)), 0.88
	}
	p, height := trio(ex.p.Probabilities()), t[2].Y-t[0].Y
	pg.Caption("entropy, "+ex.units(), "*p* = "+p.String())
	pg.FillPolygon(page.Blue.WithOpacity(0.04), t[:])
	for _, level := range levels {
		ring := ringOf(level)
		ex.recordTrios(pg, "contour", ring...)
		t.band(pg, ring, page.Blue.WithOpacity(0.04+0.32*float64(level)))
	}
	pg.StrokeLines(page.Muted.Line(page.Thin), append(t[:], t[0])) // over contours, where they follow it

	mark := "*H*(*p*) = " + page.Number(ex.in(info.Entropy(ex.p)))
	even := "all as likely:\n" + ex.log() + " 3 = " + page.Fixed(ex.in(middle.entropy()), 2)
	callout(pg, vg.Point{X: pg.Min.X, Y: t[0].Y + up*height}, t.at(p), mark, page.Orange)
	callout(pg, vg.Point{X: t[1].X - 8, Y: t.at(middle).Y}, t.at(middle), even, page.Plain)
	ex.recordTrios(pg, "all as likely", middle)
	ex.recordTrios(pg, "*p*", p)
	pg.Dot(t.at(middle), page.Plain)
	pg.Dot(t.at(p), page.Orange)

	named := levels
	if height < 150 { // where the place of the first is the third corner's
		named = levels[1:]
	}
	for _, level := range named {
		t.nameLevel(pg, level, page.Decimals(ex.in(level), 2))
	}
	t.nameCorners(pg, ex)
}

// recordTrios makes distributions a series of the figure's data.
func (ex example) recordTrios(pg *page.Page, series string, ps ...trio) {
	for _, p := range ps {
		record := []any{"series", series}
		for i, x := range p {
			record = append(record, "probability of "+ex.label(i), x)
		}
		pg.Record(append(record, "entropy, "+ex.units(), ex.in(p.entropy()))...)
	}
}

// callout writes s from a point, and a line from there to another.
func callout(pg *page.Page, from, to vg.Point, s string, k page.Ink) {
	pg.Write(from.X, from.Y, s, page.Body(k))
	if to.X > from.X {
		from.X += 4 + pg.TextWidth(s, page.Body(k))
	} else {
		from.X -= 4
	}
	pg.StrokeLine2(k.Line(page.Hair), from.X, from.Y, to.X, to.Y)
}

// toward returns the point that is a part t of the way from p to q. The
// conversions keep processors from fusing the products, for where the entropy is
// flat, a last digit decides on which side of a level a point lies.
func (p trio) toward(q trio, t float64) (r trio) {
	for i := range r {
		r[i] = float64((1-t)*p[i]) + float64(t*q[i])
	}
	return r
}

// lastAbove returns the last point on the way from p to q at which the entropy is
// not below level; p where there is none. It must not rise again once below.
func (p trio) lastAbove(q trio, level info.Bits) trio {
	in, out := 0.0, 1.0
	for range 40 {
		if mid := (in + out) / 2; p.toward(q, mid).entropy() >= level {
			in = mid
		} else {
			out = mid
		}
	}
	return p.toward(q, in)
}

// levels are the entropies that have contours.
var levels = []info.Bits{0.25, 0.5, 0.75, 1, 1.25, 1.5}

// ringOf returns where the entropy is level, in three pieces, one about each
// corner, from side to side. Entropy is concave: on the way out from the middle
// it meets a level once, and what lies within is one piece without holes.
func ringOf(level info.Bits) (ring []trio) {
	n := 4 + int(8*level)
	for k := range middle {
		var corner, before, after trio
		corner[k], before[(k+2)%3], after[(k+1)%3] = 1, 1, 1
		first := before.toward(corner, 0.5).lastAbove(corner, level)
		last := after.toward(corner, 0.5).lastAbove(corner, level)
		add := func(end trio, i int) {
			outward := end.toward(corner, float64(i)/float64(n))
			ring = append(ring, middle.lastAbove(outward, level))
		}
		for i := range n {
			add(first, i)
		}
		for i := n; i >= 0; i-- {
			add(last, i)
		}
	}
	return ring
}

// A triangle has a corner for each of three outcomes.
type triangle [3]vg.Point

// upright returns the largest triangle on a page that has equal sides and stands
// on one. Its third corner is at the top.
func upright(pg *page.Page) triangle {
	ratio := vg.Length(math.Sqrt(3) / 2)
	side := min(pg.Size().X, pg.Size().Y/ratio)
	left := vg.Point{X: (pg.Min.X + pg.Max.X - side) / 2, Y: pg.Min.Y}
	return triangle{
		left,
		left.Add(vg.Point{X: side}),
		left.Add(vg.Point{X: side / 2, Y: side * ratio}),
	}
}

// at returns where p lies, which is the centre of gravity of the corners.
func (t triangle) at(p trio) (at vg.Point) {
	for i, corner := range t {
		at = at.Add(corner.Scale(vg.Length(p[i])))
	}
	return at
}

// band fills what lies within a contour and draws its line.
func (t triangle) band(pg *page.Page, ring []trio, tint page.Ink) {
	var inside []vg.Point
	for _, p := range ring {
		inside = append(inside, t.at(p))
	}
	pg.FillPolygon(page.Paper, inside)
	pg.FillPolygon(tint, inside)
	pg.StrokeLines(page.Blue.Line(page.Hair), append(inside, inside[0]))
}

// nameLevel writes what a level is called at its contour: inside, or where it ends on the right.
func (t triangle) nameLevel(pg *page.Page, level info.Bits, s string) {
	if level > 1 {
		top := t.at(middle.lastAbove(trio{0, 0, 1}, level))
		pg.Write(top.X, top.Y-6, s, page.Small(page.Plain).Center())
		return
	}
	if level == 1 {
		s += ": a fair coin,\nwithout the third"
	}
	end := t.at(trio{0, 0.5, 0.5}.lastAbove(trio{0, 0, 1}, level))
	pg.Write(end.X+5, end.Y+3, s, page.Small(page.Muted))
}

// nameCorners writes the names of the outcomes, those below within a half of the page each.
// Where they are too long for it, they are cut short.
func (t triangle) nameCorners(pg *page.Page, ex example) {
	const apart = 12
	half := (pg.Size().X - apart) / 2
	for i, place := range []struct{ from, room, up vg.Length }{
		{pg.Min.X, half, -9}, {pg.Max.X - half, half, -9}, {pg.Min.X, pg.Size().X, 8},
	} {
		name := pg.CutShort(ex.label(i), place.room, page.Style{})
		if name != ex.label(i) {
			pg.NoRoom("the whole of", ex.label(i))
		}
		wide := pg.TextWidth(name, page.Style{})
		x := max(place.from, min(t[i].X-wide/2, place.from+place.room-wide)) + wide/2
		pg.Write(x, t[i].Y+place.up, name, page.Style{}.Center())
	}
}
