package claim

import (
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/arbitrary"
	"crossentropy/info/internal/oracle"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// train is how the library trains: until the norm of the gradient is that small.
func train(p learn.Problem, tolerance float64) learn.Linear {
	m, _ := learn.Accelerate(p, tolerance, nil)
	return m
}

// MeanLoss is the objective of p at m, in nats.
func (l Library) MeanLoss(p learn.Problem, m learn.Linear) Quantity {
	loss := Rounded("loss", float64(l.Objective(p, m)), roundingsOf(p), farthest(p, m))
	loss.bound += float64(len(m.Bias)+4) * float64(widthOf(p)+4) * ulp * penalty(p, m)
	return loss
}

// SlopeAlong is the gradient of p at m, in one of its numbers: the weights row by
// row, and then the biases.
func (l Library) SlopeAlong(p learn.Problem, m learn.Linear, number int) Quantity {
	grad := p.Start()
	l.Gradient(p, m, grad)
	largest := 1.0
	for _, row := range p.Data.X {
		for _, x := range row {
			largest = max(largest, math.Abs(x))
		}
	}
	rounding := 4 * (math.Abs(*place(m, number))*p.Penalty + largest*farthest(p, m))
	return Rounded("slope", *place(grad, number), roundingsOf(p), rounding)
}

func widthOf(p learn.Problem) int { return len(p.Data.X[0]) }

// roundingsOf is how many roundings go into a logit, its loss and a mean of them.
func roundingsOf(p learn.Problem) float64 { return float64(2*widthOf(p) + len(p.Data.X) + 16) }

// farthest is what the logits of m and their losses are below.
func farthest(p learn.Problem, m learn.Linear) float64 {
	var far float64
	for c, weights := range m.Weights {
		for _, row := range p.Data.X {
			sum := math.Abs(m.Bias[c])
			for f, x := range row {
				sum += math.Abs(weights[f] * x)
			}
			far = max(far, sum)
		}
	}
	return 2*far + 2
}

// Lowest is the least that the objective of p can be, found by Newton's method. A
// step that rounding hides leaves up to 4 times as much to gain.
func Lowest(p learn.Problem) Quantity {
	lowest := oracle.LowestLoss(p.Data.X, p.Data.Y, p.Data.Classes, p.Penalty, p.Pinned)
	q := Rounded("lowest", lowest, 4*roundingsOf(p), lowestReach(p))
	q.bound += oracle.Left
	return q
}

// lowestReach is what logits and their losses are below at the lowest point of p.
// There the objective is ln C at most, for C classes, as it is where all weights
// are 0. So the weights have a norm of √(2·ln C/penalty) at most, and no row costs
// more than N·ln C. As every class has a row, that bounds what biases differ by.
func lowestReach(p learn.Problem) float64 {
	var square float64
	for _, row := range p.Data.X {
		var sum float64
		for _, x := range row {
			sum += x * x
		}
		square = max(square, sum)
	}
	most := math.Log(float64(p.Data.Classes))
	return float64(len(p.Data.X))*most + 4*math.Sqrt(2*most/p.Penalty*square) + 2
}

// Likelihood is the product of the forecasts that m gives to what happened, times
// e^(−N·penalty), which says beforehand how likely such weights are. That is what
// it would be if all forecasts were 1, and so what every product of them is below.
func Likelihood(p learn.Problem, m learn.Linear) Quantity {
	rows, cost := float64(len(p.Data.X)), penalty(p, m)
	most := math.Exp(-rows * cost)
	product := most
	for i, q := range Forecasts(m, p.Data.X) {
		product *= q.P(p.Data.Y[i])
	}
	return Rounded("likelihood", product, rows*(roundingsOf(p)*farthest(p, m)+16*(cost+1)), most)
}

// Forecasts are what m says of the rows.
func Forecasts(m learn.Linear, x [][]float64) []info.Distribution {
	var all []info.Distribution
	for _, z := range m.Logits(x) {
		q, err := loss.Softmax(z...)
		if err != nil {
			panic(err)
		}
		all = append(all, q)
	}
	return all
}

// ExpectedLoss is what forecasts[x] of Y cost on average where X and Y are
// distributed as j, in bits.
func (l Library) ExpectedLoss(j info.Joint, forecasts []info.Distribution) Quantity {
	const roundings = 8 // of a softmax, and of its sum
	sum := SumOver(j.Pairs())
	for x, row := range arbitrary.Rows(j) {
		for y, p := range row {
			if p > 0 {
				sum = sum.Plus(l.SComputed(forecasts[x].P(y), roundings).Times(p))
			}
		}
	}
	return sum.Named("expected loss")
}

// TotalLoss is what rows of logits cost, in nats.
func TotalLoss(g arbitrary.Graded, temperature float64) Quantity {
	sum, err := loss.CrossEntropy{}.Classes(learn.Heat(g.Logits, temperature), g.Targets, nil)
	if err != nil {
		panic(err)
	}
	var scale float64
	for _, z := range g.Logits {
		scale += (slices.Max(z)-slices.Min(z))/temperature + 2
	}
	return Rounded("loss at T = "+shown(temperature), float64(sum.Total), 8, scale)
}

// Within is a number that may be off by so much, for other reasons than rounding.
func Within(name string, x, bound float64) Quantity { return Quantity{name, x, bound} }
