package main

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var simplex = figure{
	name:   "simplex",
	title:  "No distribution of three outcomes is more uncertain than the even one",
	alt:    simplexAlt,
	height: 340,
	draw:   drawSimplex,
	takes:  "-p -symbols",

	columnHeight: 258,
}

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

func simplexAlt(ex example) string {
	p, names := ex.three(), ex.corners(ex.name)
	return fmt.Sprintf("A triangle in which each point is a distribution of three outcomes (%s), "+
		"with contours of its entropy. In a corner one outcome is certain and the entropy is 0. On a "+
		"side one outcome never happens, and the entropy is that of a coin: %v in the middle of "+
		"the side. It is greatest in the centre, where all are equally likely: log₂ 3 = %v. "+
		"Marked is p = %s, with an entropy of %v.",
		strings.Join(names[:], "; "), trio{0.5, 0.5}.entropy(), middle.entropy(), p, p.entropy())
}

func drawSimplex(pg *page) {
	t, up := upright(pg.crop(70, 100, 16, 14).Canvas), vg.Length(0.7)
	if pg.column {
		t, up = upright(pg.crop(30, 62, 16, 32).Canvas), 0.88
	}
	pg.caption("entropy, bits")
	pg.FillPolygon(blue.thin(0.04), t[:])
	for level := info.Bits(0.25); level <= 1.5; level += 0.25 {
		pieces := contour(level)
		pg.recordAll("contour", slices.Concat(pieces[:]...)...)
		t.band(pg.Canvas, level, pieces, blue.thin(0.04+0.32*float64(level)))
	}
	pg.StrokeLines(draw.LineStyle{Color: muted, Width: thin}, append(t[:], t[0]))

	p, height := pg.three(), t[2].Y-t[0].Y
	truth := fmt.Sprintf("*p* = %s\n*H*(*p*) = %s", p, number(float64(p.entropy())))
	pg.lead(vg.Point{X: pg.Min.X, Y: t[0].Y + up*height}, t.at(p), truth, orange)
	pg.lead(vg.Point{X: t[1].X - 8, Y: t.at(middle).Y}, t.at(middle),
		"all as likely:\nlog_2 3 = "+number(float64(middle.entropy())), plain)
	pg.recordAll("all as likely", middle)
	pg.recordAll("*p*", p)
	mark(pg.Canvas, t.at(middle), plain)
	mark(pg.Canvas, t.at(p), orange)

	for level := info.Bits(0.25); level <= 1.5; level += 0.25 {
		t.name(pg.Canvas, level)
	}
	for i, name := range pg.corners(pg.label) {
		below := vg.Length(-9)
		if i == 2 {
			below = 8
		}
		half := style{}.widthOn(pg.Canvas, name) / 2
		x := max(pg.Min.X+half, min(t[i].X, pg.Max.X-half))
		pg.write(x, t[i].Y+below, name, style{align: draw.XCenter})
	}
}

// recordAll makes distributions a series of the figure's data.
func (pg *page) recordAll(series string, ps ...trio) {
	s, names := sheetOf(pg.Canvas), pg.corners(pg.label)
	for _, p := range ps {
		record := []cell{word("series", series)}
		for i, name := range names {
			record = append(record, exact("probability of "+plainText(name), p[i]))
		}
		s.data = append(s.data, append(record, exact("entropy, bits", float64(p.entropy()))))
	}
}

// lead writes the two lines of s from a point, and a line from there to another.
func (pg *page) lead(from, to vg.Point, s string, k ink) {
	st := style{ink: k}
	pg.write(from.X, from.Y, s, st)
	if first, last, _ := strings.Cut(s, "\n"); to.X > from.X {
		from.X += 4 + max(st.width(first), st.width(last))
	} else {
		from.X -= 4
	}
	pg.StrokeLine2(draw.LineStyle{Color: k, Width: hair}, from.X, from.Y, to.X, to.Y)
}
