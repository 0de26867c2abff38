package main

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

// A bar is a line of the account: an amount of bits, set off where the line
// above has led to.
type bar struct {
	name     string
	from, to float64
	ink      ink
}

const (
	barHeight     = 11
	barPitch      = 16
	accountHeight = 4*barPitch + 8
)

// account draws, at the foot of the page, how losses and savings lead from the
// entropy to the cross entropy. The bars stand under the chart c.
func (pg *page) account(c draw.Canvas) {
	h, ce := float64(info.Entropy(pg.p)), float64(info.CrossEntropy(pg.p, pg.q))
	lost, saved := pg.lostAndSaved()
	bars := []bar{
		{"*H*(*p*) = " + number(h), 0, h, blue},
		{"lost " + number(lost), h, h + lost, orange},
		{"saved " + number(saved), ce, h + lost, green},
		{"*H*(*p*, *q*) = " + number(ce), 0, ce, blue},
	}
	for _, b := range bars {
		c.Min.X = max(c.Min.X, pg.Min.X+b.style().widthOn(c, b.name)+5)
	}
	c.Min.Y, c.Max.Y = pg.Min.Y, pg.Min.Y+4*barPitch
	scale := (c.Max.X - c.Min.X) / vg.Length(max(h+lost, 1e-9))
	at := func(bits float64) vg.Length { return c.Min.X + scale*vg.Length(bits) }
	center := func(i int) vg.Length { return c.Max.Y - barPitch*(vg.Length(i)+0.5) }

	hairline := draw.LineStyle{Color: muted, Width: hair}
	c.StrokeLine2(hairline, at(h), center(0), at(h), center(3))
	c.StrokeLine2(hairline, at(h+lost), center(1), at(h+lost), center(2))
	c.StrokeLine2(hairline, at(ce), center(2), at(ce), center(3))
	s := sheetOf(c)
	for i, b := range bars {
		s.data = append(s.data,
			[]cell{word("account", b.name), exact("from, bits", b.from), exact("to, bits", b.to)})
		pg.write(pg.Min.X, center(i), b.name, b.style())
		b.draw(c, at(b.from), at(b.to), center(i))
	}
	d := float64(info.KullbackLeibler(pg.p, pg.q))
	gap := bar{"*D*(*p* ‖ *q*) = " + number(d), h, ce, orange}
	gap.draw(c, at(h), at(ce), center(3))
	gap.write(c, at(h), at(ce), center(3))
}

// style is that of the bar's name.
func (b bar) style() style {
	if b.ink == blue {
		return style{size: tickSize}
	}
	return style{size: tickSize, ink: b.ink}
}

// draw fills the bar; a saving is outlined, as in the chart.
func (b bar) draw(c draw.Canvas, left, right, y vg.Length) {
	r := vg.Rectangle{
		Min: vg.Point{X: left, Y: y - barHeight/2.},
		Max: vg.Point{X: right, Y: y + barHeight/2.},
	}
	if b.ink == green {
		outline(c, r, savedEdge)
	} else {
		fill(c, r, b.ink)
	}
}

// holds reports whether the bar's name can be set in it.
func (b bar) holds(c draw.Canvas, width vg.Length) bool {
	return style{size: tickSize}.widthOn(c, b.name)+6 <= width
}

// write sets the bar's name in it, or where it is too short, beside it.
func (b bar) write(c draw.Canvas, left, right, y vg.Length) {
	st := style{size: tickSize}
	width := st.widthOn(c, b.name) + 6
	switch {
	case b.holds(c, right-left):
		st.align, left = draw.XCenter, (left+right)/2
	case right+width <= c.Max.X:
		left = right + 4
	default:
		st.align, left = draw.XRight, left-4
	}
	write(c, left, y, b.name, st)
}
