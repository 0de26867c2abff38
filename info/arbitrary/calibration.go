package arbitrary

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
)

// Graded are rows of logits, and the class that was right in each.
type Graded struct {
	Logits  [][]float64
	Targets []int
}

// A Calibration is what a temperature is fitted on, what it is tried on, and another
// temperature to compare it with.
type Calibration struct {
	Fitted, Tried Graded
	Other         float64
}

// Calibrations draws up to eight rows of two to four classes that a temperature is
// fitted and tried on. FreshCalibrations draws others to try it on, and compares
// with a temperature of 1 alone.
var (
	Calibrations      = calibrations(false)
	FreshCalibrations = calibrations(true)
)

func calibrations(fresh bool) Gen[Calibration] {
	settled := func(c Calibration) Calibration {
		if fresh {
			c.Other = 1
		} else {
			c.Tried = c.Fitted
		}
		return c
	}
	return Gen[Calibration]{
		Draw: func(r *rand.Rand) (Calibration, string) {
			classes := 2 + r.Intn(3)
			fitted, shape := drawGraded(r, classes)
			tried, _ := drawGraded(r, classes)
			return settled(Calibration{fitted, tried, logUniform(r, 0x1p-6, 0x1p6)}), shape
		},
		Shrink: func(c Calibration) []Calibration {
			var all []Calibration
			for _, other := range []float64{1, 2, 0.5} {
				all = append(all, settled(Calibration{c.Fitted, c.Tried, other}))
			}
			for _, g := range c.Fitted.simpler() {
				all = append(all, settled(Calibration{g, c.Tried, c.Other}))
			}
			for _, g := range c.Tried.simpler() {
				all = append(all, settled(Calibration{c.Fitted, g, c.Other}))
			}
			return simplerThan(c, all, func(c Calibration) cost {
				logits := slices.Concat(slices.Concat(c.Fitted.Logits...), slices.Concat(c.Tried.Logits...))
				size := sizeOf(append(logits, c.Other))
				return cost{len(logits), size[0], size[1]}
			})
		},
		Show: func(c Calibration) string {
			s := "fitted on " + c.Fitted.String()
			if fresh {
				return s + ", tried on " + c.Tried.String()
			}
			return s
		},
	}
}

func drawGraded(r *rand.Rand, classes int) (g Graded, shape string) {
	unit, shape := 0.25, "modest"
	if r.Intn(4) == 0 {
		unit, shape = logUniform(r, 1e-6, 1e6), "far from 1"
	}
	skill := r.Float64()
	for range 1 + r.Intn(8) {
		z := each(integers(r, classes, 16), func(x float64) float64 { return unit * x })
		target := r.Intn(classes)
		if r.Float64() < skill {
			target = slices.Index(z, slices.Max(z))
		}
		g.Logits, g.Targets = append(g.Logits, z), append(g.Targets, target)
	}
	return g, shape
}

// simpler are the rows but one, and rows with a rounder logit.
func (g Graded) simpler() []Graded {
	var all []Graded
	for i := range g.Targets {
		if len(g.Targets) > 1 {
			all = append(all, Graded{slices.Delete(copies(g.Logits), i, i+1), slices.Delete(slices.Clone(g.Targets), i, i+1)})
		}
	}
	for i, z := range g.Logits {
		for c, x := range z {
			if len(g.Targets) == 1 && len(z) > 2 && c != g.Targets[i] {
				fewer := Graded{copies(g.Logits), slices.Clone(g.Targets)}
				fewer.Logits[i] = slices.Delete(fewer.Logits[i], c, c+1)
				if c < g.Targets[i] {
					fewer.Targets[i]--
				}
				all = append(all, fewer)
			}
			for _, simple := range rounder(x) {
				round := Graded{copies(g.Logits), g.Targets}
				round.Logits[i][c] = simple
				all = append(all, round)
			}
		}
	}
	return all
}

func (g Graded) String() string {
	var rows []string
	for i, z := range g.Logits {
		rows = append(rows, fmt.Sprintf("logits %s, right %d", list(z), g.Targets[i]))
	}
	return strings.Join(rows, "; ")
}
