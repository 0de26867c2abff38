package main

import (
	"math"
	"sync"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	datasets "crossentropy/info/data"
	"crossentropy/info/learn"
)

// A valley is a loss of two weights, and what is found out about it.
type valley struct {
	problem         learn.Problem
	plain, momentum []stop // after each step, the first at no step
	least           stop   // where the loss is lowest
	contours        []contourLine
}

// A stop is a pair of weights and what they cost.
type stop struct {
	plotter.XY
	loss info.Bits
}

// A contourLine is where the loss is level.
type contourLine struct {
	level info.Bits
	ring  plotter.XYs
}

const walked = 200 // steps

// tumourValley is that of the mean radius and the mean perimeter of tumours,
// which are nearly proportional: what one weight adds the other can take away.
var tumourValley = sync.OnceValue(func() (v valley) {
	const radius, perimeter, enough = 0, 2, 8000
	tumours := datasets.Tumours()
	for i, x := range tumours.X {
		tumours.X[i] = []float64{x[radius], x[perimeter]}
	}
	tumours.X = learn.ScaleOf(tumours.X).Apply(tumours.X)
	v.problem = learn.Problem{Data: tumours, Pinned: true, NoBias: true}
	learn.Descend(v.problem, enough, watch(&v.plain))
	learn.Accelerate(v.problem, 1e-9, watch(&v.momentum))
	v.least = v.momentum[len(v.momentum)-1]
	for _, level := range []info.Bits{1, 0.8, 0.6, 0.42, 0.35} {
		v.contours = append(v.contours, contourLine{level, v.ring(level)})
	}
	return v
})

// watch keeps the stops of a walk.
func watch(all *[]stop) learn.Watch {
	return func(_ int, m learn.Linear, objective info.Nats) bool {
		w := m.Weights[0]
		*all = append(*all, stop{plotter.XY{X: w[0], Y: w[1]}, objective.Bits()})
		return true
	}
}

// catchesUp returns after how many plain steps the loss is as low as momentum
// has it after walked.
func (v valley) catchesUp() int {
	for step, s := range v.plain {
		if s.loss <= v.momentum[walked].loss {
			return step
		}
	}
	return len(v.plain)
}

// ring returns where the loss is level. The loss is convex: on the way out
// from the lowest point it meets a level once. The ways out are closer together
// along the valley, which runs where the sum of the weights stays the same.
func (v valley) ring(level info.Bits) (ring plotter.XYs) {
	const ways, longer = 120, 20
	for k := range ways {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / ways)
		ring = append(ring, v.meets(level, sin-longer*cos, sin+longer*cos))
	}
	return append(ring, ring[0])
}

// meets returns where the way out in a direction meets a level, by Newton's
// method, whose steps on a convex function fall short of no root but the first.
func (v valley) meets(level info.Bits, dx, dy float64) plotter.XY {
	m, grad := v.problem.Start(), v.problem.Start()
	t := 0.1
	for range 20 {
		w := m.Weights[0]
		w[0], w[1] = v.least.X+t*dx, v.least.Y+t*dy
		gap := v.problem.Gradient(m, grad) - level.Nats()
		slope := grad.Weights[0][0]*dx + grad.Weights[0][1]*dy
		if math.Abs(float64(gap)) < 1e-9 {
			break
		}
		t -= float64(gap) / slope
	}
	return plotter.XY{X: v.least.X + t*dx, Y: v.least.Y + t*dy}
}
