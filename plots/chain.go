package main

import (
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

const chainHeight = 4*barPitch + 10

// chain draws, at the foot of the page, how the entropies of two variables make
// up that of the pair, whichever comes first, and what they share.
func (pg *page) chain(j info.Joint) {
	hx, hy, pair := float64(info.Entropy(j.X())), float64(info.Entropy(j.Y())), float64(j.Entropy())
	shared, own := float64(j.MutualInformation()), float64(entropyXGivenY(j))
	yx := float64(j.EntropyYGivenX())
	names := vg.Length(52)
	if pg.column {
		names = 38
	}
	c := pg.crop(names, 0, 0, 0).Canvas
	at := func(bits float64) vg.Length { return c.Min.X + (c.Max.X-c.Min.X)*vg.Length(bits/pair) }
	center := func(i int) vg.Length { return pg.Min.Y + barPitch*(3.5-vg.Length(i)) }

	hairline := draw.LineStyle{Color: muted, Width: hair}
	c.StrokeLine2(hairline, at(own), center(2), at(own), center(3))
	c.StrokeLine2(hairline, at(hx), center(1), at(hx), center(3))
	for i, account := range []struct {
		name string
		bars []bar
	}{
		{"both", []bar{{"*H*(*X*, *Y*) = " + number(pair), 0, pair, plain}}},
		{"*x* first", []bar{
			{"*H*(*X*) = " + number(hx), 0, hx, blue},
			{"*H*(*Y* | *X*) = " + number(yx), hx, pair, orange},
		}},
		{"*y* first", []bar{
			{"*H*(*X* | *Y*) = " + number(own), 0, own, blue},
			{"*H*(*Y*) = " + number(hy), own, pair, orange},
		}},
		{"shared", []bar{{"*I*(*X*; *Y*) = " + number(shared) + " bits", own, hx, green}}},
	} {
		pg.write(pg.Min.X, center(i), account.name, style{size: tickSize})
		for _, b := range account.bars {
			fill(c, vg.Rectangle{
				Min: vg.Point{X: at(b.from) + 0.5, Y: center(i) - barHeight/2.},
				Max: vg.Point{X: at(b.to) - 0.5, Y: center(i) + barHeight/2.},
			}, b.ink)
			if len(account.bars) > 1 && !b.holds(c, at(b.to)-at(b.from)) {
				b.name, _, _ = strings.Cut(b.name, " = ") // a neighbour stands beside it
			}
			b.write(c, at(b.from), at(b.to), center(i))
		}
	}
}
