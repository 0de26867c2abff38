package main

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

var digits = figure{
	name:   "digits",
	title:  "As q nears p, the usual formula for D(p‖q) loses every digit",
	alt:    digitsAlt,
	height: pageHeight,
	draw:   drawDigits,
}

func digitsAlt(example) string {
	s := readDigits()
	const millionth = 10 // the row of it
	var wrong []string
	for _, o := range others {
		wrong = append(wrong, number(s.errorsOf(o.says)[millionth].Y))
	}
	return fmt.Sprintf("The relative error of D(p‖q) for a coin p = (0.3, 0.7) and a model q that "+
		"has moved ε of the probability, on two logarithmic axes, as ε falls from 0.1 to a trillionth. "+
		"The errors of %s grow alike, about a hundredfold for each tenth of ε: at a "+
		"millionth they are %s, and from %s on no digit is right. "+
		"This library is never off by more than 4 units in the last place, which is a relative "+
		"error of %s.",
		s.versions(), strings.Join(wrong, ", "), number(s.hopeless()), number(ulps4))
}

func drawDigits(pg *page) {
	s := readDigits()
	p := axes(1e-12, 0.1, 1e-17, 1e8)
	logarithmic(&p.X, 2)
	p.X.Scale = plot.InvertedScale{Normalizer: p.X.Scale}
	p.X.Label.Text = "*ε*, for *p* = (0.3, 0.7) and *q* = (0.3 + *ε*, 0.7 − *ε*)"
	logarithmic(&p.Y, 4)
	p.Add(
		segment(1e-12, 1, 0.1, 1, plain, thin, 4, 3),
		label(0.1, 1, 4, 9, "above, not one digit is right", style{}),
		named("this library, at most", segment(1e-12, ulps4, 0.1, ulps4, plain, thick)),
		label(1e-12, ulps4, -4, 9, "this library: at most 4 ulp", style{bold: true, align: draw.XRight}),
	)
	for i, o := range others {
		p.Add(
			named(o.name, line(s.errorsOf(o.says), o.ink, 1.3)),
			label(1e-7, 1e-8, 0, -13*vg.Length(i), o.name, style{ink: o.ink, bold: true}),
		)
	}
	credit := style{ink: muted, size: tickSize, align: draw.XRight}
	if pg.column {
		credit.align = draw.XLeft
		pg = pg.note(s.versions(), credit)
	} else {
		pg.write(pg.Max.X, pg.Max.Y-5, s.versions(), credit)
	}
	pg.logPanel(p, "relative error of *D*(*p* ‖ *q*)")
}
