package claim

import (
	"math"

	"crossentropy/info/learn"
)

// Numbers is how many weights and biases p leaves free.
func Numbers(p learn.Problem) int {
	m := p.Start()
	if p.NoBias {
		return len(m.Bias) * widthOf(p)
	}
	return len(m.Bias) * (widthOf(p) + 1)
}

// Moved is m with one of its numbers greater by so much.
func Moved(m learn.Linear, number int, by float64) learn.Linear {
	moved := Between(m, m, 0)
	*place(moved, number) += by
	return moved
}

// Between is m + share·(o − m).
func Between(m, o learn.Linear, share float64) learn.Linear {
	between := learn.Linear{Bias: mixture(m.Bias, o.Bias, share), Pinned: m.Pinned}
	for c := range m.Weights {
		between.Weights = append(between.Weights, mixture(m.Weights[c], o.Weights[c], share))
	}
	return between
}

func mixture(a, b []float64, share float64) []float64 {
	mixed := make([]float64, len(a))
	for i := range a {
		mixed[i] = a[i] + share*(b[i]-a[i])
	}
	return mixed
}

func place(m learn.Linear, number int) *float64 {
	for _, row := range m.Weights {
		if number < len(row) {
			return &row[number]
		}
		number -= len(row)
	}
	return &m.Bias[number]
}

// Stepped is m after a step against grad, of so many times its length.
func Stepped(m, grad learn.Linear, rate float64) learn.Linear {
	after := Between(m, m, 0)
	for i := range after.Bias {
		after.Bias[i] -= rate * grad.Bias[i]
		for f, g := range grad.Weights[i] {
			after.Weights[i][f] -= rate * g
		}
	}
	return after
}

// Apart is how far two classifiers are from each other.
func Apart(m, o learn.Linear) float64 {
	var squares float64
	for c, weights := range m.Weights {
		for f, w := range weights {
			squares += (w - o.Weights[c][f]) * (w - o.Weights[c][f])
		}
		squares += (m.Bias[c] - o.Bias[c]) * (m.Bias[c] - o.Bias[c])
	}
	return math.Sqrt(squares)
}

// penalty is what the weights of m cost.
func penalty(p learn.Problem, m learn.Linear) (sum float64) {
	for _, weights := range m.Weights {
		for _, w := range weights {
			sum += p.Penalty / 2 * w * w
		}
	}
	return sum
}
