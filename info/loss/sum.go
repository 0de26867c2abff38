package loss

import (
	"math"
	"slices"

	"crossentropy/info"
)

// A Sum is what the rows of a batch cost. Those of two batches add up to
// that of both, where two means would not: batches differ in what they weigh.
type Sum struct {
	Each   []info.Nats // one a row, 0 where it is ignored
	Total  info.Nats
	Weight float64 // what the mean divides by, as PyTorch's does
}

// Mean returns Total/Weight, in nats: the reduction "mean" of PyTorch.
//
// Special cases are:
//
//	Mean = NaN if Weight is 0: nothing counted
func (s Sum) Mean() info.Nats {
	if s.Weight == 0 {
		return info.Nats(math.NaN())
	}
	return s.Total / info.Nats(s.Weight)
}

// Perplexity returns e^Mean, the number of classes that equal odds among
// would cost as much. Bounds: 1 and +Inf, for weights of 1.
//
// Special cases are those of [Sum.Mean].
func (s Sum) Perplexity() float64 { return math.Exp(float64(s.Mean())) }

// Add returns the sum of a batch with the rows of s, then those of t, within
// rounding. It copies what each row cost; who adds up many batches, and does not
// need that, adds their totals and weights.
func (s Sum) Add(t Sum) Sum {
	return Sum{slices.Concat(s.Each, t.Each), s.Total + t.Total, s.Weight + t.Weight}
}
