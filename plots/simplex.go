package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
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
	takes:        "-p -symbols -base",
	columns:      "name,p",
	headings:     table.NameHeadings,
	read:         readTruth,
}

// A trio is a distribution of three outcomes.
type trio [3]float64

var middle = trio{1. / 3, 1. / 3, 1. / 3}

// three returns p with its third outcome and all after it as one.
func (ex example) three() (p trio) {
	for i, pi := range ex.p.All() {
		p[min(i, 2)] += pi
	}
	return p
}

// corners names the outcomes of three.
func (ex example) corners(name func(int) string) [3]string {
	third := name(2)
	switch n := ex.p.Len(); {
	case n == 4:
		third += " or " + name(3)
	case n > 4:
		third += " to " + name(n-1)
	}
	return [3]string{name(0), name(1), third}
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

// marked says what is drawn of p, and aside what is not: where it has more than three
// outcomes, it alone tells those apart that share a corner.
func (ex example) marked(pg *page.Page) (mark, aside string) {
	p := ex.three()
	if pg.Column {
		for i, x := range p {
			p[i] = page.Rounded(x, 3)
		}
	}
	h := page.Decimals(ex.in(ex.three().entropy()), 2)
	if ex.p.Len() > 3 {
		all := page.Decimals(ex.in(info.Entropy(ex.p)), 2)
		return fmt.Sprintf("%s:\n%s", p, h), "*p* with the rest as one; *H*(*p*) = " + all
	}
	return fmt.Sprintf("*p* = %s\n*H*(*p*) = %s", p, h), ""
}

func simplexAlt(ex example) string {
	marked := "p = %s, with an entropy of %s."
	if ex.p.Len() > 3 {
		marked = "p with all outcomes from the third on as one, %s, with an entropy of %s, where p " +
			"itself has H(p) = " + ex.write(info.Entropy(ex.p)) + "."
	}
	p, names := ex.three(), ex.corners(ex.name)
	return fmt.Sprintf("A triangle in which each point is a distribution of three outcomes (%s), "+
		"with contours of its entropy. In a corner one outcome is certain and the entropy is 0. On a "+
		"side one outcome never happens, and the entropy is that of a coin: %s in the middle of "+
		"the side. It is greatest in the centre, where all are equally likely: %s 3 = %s. "+
		"Marked is "+marked,
		strings.Join(names[:], "; "), ex.write(trio{0.5, 0.5}.entropy()), page.PlainText(ex.log()),
		ex.write(middle.entropy()), p, ex.write(p.entropy()))
}

func drawSimplex(pg *page.Page, ex example) {
	t, up := upright(pg.Crop(70, 100, 16, 14)), vg.Length(0.7)
	if pg.Column {
		t, up = upright(pg.Crop(30, 62, 16, 32)), 0.88
	}
	mark, aside := ex.marked(pg)
	pg.Caption("entropy, "+ex.units(), aside)
	pg.FillPolygon(page.Blue.WithOpacity(0.04), t[:])
	names := ex.corners(ex.label)
	for i, level := range levels {
		pieces := contours()[i]
		ex.recordTrios(pg, names, "contour", slices.Concat(pieces[:]...)...)
		t.band(pg, level, pieces, page.Blue.WithOpacity(0.04+0.32*float64(level)))
	}
	pg.StrokeLines(page.Muted.Line(page.Thin), append(t[:], t[0]))

	p, height := ex.three(), t[2].Y-t[0].Y
	if pg.TextWidth(mark, page.Style{})/1.15+20 > t[2].X-pg.Min.X {
		_, below, _ := strings.Cut(mark, "\n")
		mark = "*p*:\n" + below
	}
	even := "all as likely:\n" + ex.log() + " 3 = " + page.Fixed(ex.in(middle.entropy()), 2)
	callout(pg, vg.Point{X: pg.Min.X, Y: t[0].Y + up*height}, t.at(p), mark, page.Orange)
	callout(pg, vg.Point{X: t[1].X - 8, Y: t.at(middle).Y}, t.at(middle), even, page.Plain)
	ex.recordTrios(pg, names, "all as likely", middle)
	ex.recordTrios(pg, names, "*p*", p)
	pg.Dot(t.at(middle), page.Plain)
	pg.Dot(t.at(p), page.Orange)

	named := levels
	if height < 150 { // where the place of the first is the third corner's
		named = levels[1:]
	}
	for _, level := range named {
		t.nameLevel(pg, level, page.Decimals(ex.in(level), 2))
	}
	t.nameCorners(pg, names)
}

// recordTrios makes distributions a series of the figure's data.
func (b base) recordTrios(pg *page.Page, names [3]string, series string, ps ...trio) {
	const column = "probability of "
	for _, p := range ps {
		pg.Record("series", series, column+names[0], p[0], column+names[1], p[1],
			column+names[2], p[2], "entropy, "+b.units(), b.in(p.entropy()))
	}
}

// callout writes the two lines of s from a point, and a line from there to another.
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

// contours returns the pieces of those of all levels.
var contours = sync.OnceValue(func() (all [][3][]trio) {
	for _, level := range levels {
		all = append(all, levelPieces(level))
	}
	return all
})

// levelPieces returns where the entropy is level, in three pieces, one about each
// corner, from side to side. Entropy is concave: on the way out from the middle
// it meets a level once, and what lies within is one piece without holes.
func levelPieces(level info.Bits) (pieces [3][]trio) {
	n := 4 + int(8*level)
	for k := range pieces {
		var corner, before, after trio
		corner[k], before[(k+2)%3], after[(k+1)%3] = 1, 1, 1
		first := before.toward(corner, 0.5).lastAbove(corner, level)
		last := after.toward(corner, 0.5).lastAbove(corner, level)
		add := func(end trio, i int) {
			outward := end.toward(corner, float64(i)/float64(n))
			pieces[k] = append(pieces[k], middle.lastAbove(outward, level))
		}
		for i := range n {
			add(first, i)
		}
		for i := n; i >= 0; i-- {
			add(last, i)
		}
	}
	return pieces
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

func (t triangle) points(ps []trio) (pts []vg.Point) {
	for _, p := range ps {
		pts = append(pts, t.at(p))
	}
	return pts
}

// band fills what lies within a contour and draws its line.
func (t triangle) band(pg *page.Page, level info.Bits, pieces [3][]trio, tint page.Ink) {
	inside := t.points(slices.Concat(pieces[:]...))
	pg.FillPolygon(page.Paper, inside)
	pg.FillPolygon(tint, inside)
	edge := page.Blue.Line(page.Hair)
	if level >= 1 { // the pieces meet on the sides
		pg.StrokeLines(edge, append(inside, inside[0]))
		return
	}
	for _, piece := range pieces {
		pg.StrokeLines(edge, t.points(piece))
	}
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

// nameCorners writes the names of the outcomes, within the sides of the page. The
// two below share its width, and where they are too long for it, are cut short.
func (t triangle) nameCorners(pg *page.Page, names [3]string) {
	const apart = 12
	whole := pg.Size().X
	var room, half, x [3]vg.Length
	for i, name := range names {
		half[i] = pg.TextWidth(name, page.Style{}) / 2
	}
	room[2] = whole
	for i := range 2 {
		room[i] = max((whole-apart)/2, whole-apart-2*half[1-i])
	}
	for i, name := range names {
		if names[i] = pg.CutShort(name, room[i], page.Style{}); names[i] == "" {
			pg.NoRoom("the name", name)
		}
		half[i] = pg.TextWidth(names[i], page.Style{}) / 2
		x[i] = max(pg.Min.X+half[i], min(t[i].X, pg.Max.X-half[i]))
	}
	if x[0]+half[0]+apart > x[1]-half[1] {
		x[0], x[1] = pg.Min.X+half[0], pg.Max.X-half[1]
	}
	for i, below := range []vg.Length{-9, -9, 8} {
		pg.Write(x[i], t[i].Y+below, names[i], page.Style{}.Center())
	}
}
