package main

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info/loss"
)

// mistake is a logit that is confidently wrong about the target y = 1.
const mistake = -6.0

// A lesson is what gradient descent with rate 1 goes through from there.
type lesson struct {
	logits   []float64
	gradient func(z float64) float64
}

func lessonOf(gradient func(z float64) float64) lesson {
	const steps = 1000
	l := lesson{[]float64{mistake}, gradient}
	for z := mistake; len(l.logits) < steps; {
		z -= gradient(z)
		l.logits = append(l.logits, z)
	}
	return l
}

func crossEntropyGradient(z float64) float64 { return loss.BinaryLogitGradient(1, z) }

// right returns the first step at which the forecast is on the right side.
func (l lesson) right() int {
	for i, z := range l.logits {
		if z > 0 {
			return i + 1
		}
	}
	return 0
}

// curve returns what f says of the logit at each step, from 1.
func (l lesson) curve(f func(z float64) float64) (xys plotter.XYs) {
	for _, step := range spaced(len(l.logits)) {
		xys = append(xys, plotter.XY{X: float64(step), Y: f(l.logits[step-1])})
	}
	return xys
}

// pull is what a step adds to the logit.
func (l lesson) pull(z float64) float64 { return -l.gradient(z) }

// passes marks the first step at which the forecast is on the right side.
func (l lesson) passes(name string, k ink, dx, dy vg.Length, align text.XAlignment) layer {
	step := l.right()
	yhat := loss.Sigmoid(l.logits[step-1])
	says := label(float64(step), yhat, dx, dy, fmt.Sprintf("%s:\nright at step %d", name, step),
		style{ink: k, bold: true, align: align})
	return func(c draw.Canvas, p *plot.Plot) {
		dot(float64(step), yhat, k)(c, p)
		says(c, p)
	}
}
