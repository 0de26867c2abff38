package arbitrary

import "math/rand"

// An Image is what becomes of two distributions that are sent the same way, or
// are meant to be. Where a claim speaks of one distribution, it is P.
type Image struct{ Before, After Pair }

func showImage(x Image) string {
	return showPair(x.Before) + ", then " + showPair(x.After)
}

// Merged draws pairs whose outcomes were merged, the same ones under p and q.
// MergedApart merges other outcomes under p than under q. Split draws pairs in
// which each outcome became two by the toss of a fair coin. Channelled draws
// pairs in which each outcome became another with probabilities of its own.
var (
	Merged = images(func(r *rand.Rand, n int) channel { return function(r, n) }, nil)
	// The second channel is for q.
	MergedApart = images(func(r *rand.Rand, n int) channel { return function(r, n) },
		func(r *rand.Rand, n int) channel { return function(r, n) })
	Split = images(func(_ *rand.Rand, n int) channel {
		c := make(channel, n)
		for x := range c {
			c[x] = make([]float64, 2*n)
			c[x][2*x], c[x][2*x+1] = 0.5, 0.5
		}
		return c
	}, nil)
	Channelled = images(func(r *rand.Rand, n int) channel {
		c, m := make(channel, n), 1+r.Intn(6)
		for x := range c {
			row, _ := draw(r, m)
			c[x] = gridded(row) // where a share of what is smallest is no 0
		}
		return c
	}, nil)
)

// A channel has a row of probabilities, one for each outcome that may come out,
// for each outcome that goes in.
type channel [][]float64

// function sends each outcome to one of as many.
func function(r *rand.Rand, n int) channel {
	c := make(channel, n)
	for x := range c {
		c[x] = certain(n, r.Intn(n))
	}
	return c
}

func (c channel) send(p []float64) []float64 {
	q := make([]float64, len(c[0]))
	for x, row := range c {
		for y, pass := range row {
			q[y] += p[x] * pass
		}
	}
	return q
}

// images sends p and q through a channel, or q through another one.
func images(first, second func(r *rand.Rand, n int) channel) Gen[Image] {
	image := func(p, q []float64, seed int64) Image {
		r := rand.New(rand.NewSource(seed))
		forP := first(r, len(p))
		forQ := forP
		if second != nil {
			forQ = second(r, len(p))
		}
		return Image{pairOf(p, q), pairOf(forP.send(p), forQ.send(q))}
	}
	return Gen[Image]{
		Draw: func(r *rand.Rand) (Image, string) {
			n := 1 + r.Intn(8)
			p, _ := draw(r, n)
			q, shape := draw(r, n)
			if r.Intn(2) == 0 {
				q = mixed(0.5, p, q)
			}
			return image(gridded(p), gridded(q), r.Int63()), shape
		},
		Shrink: func(x Image) []Image {
			var all []Image
			for _, before := range append(Pairs.Shrink(x.Before), x.Before) {
				for seed := range int64(6) {
					all = append(all, image(floats(before.P), floats(before.Q), seed))
				}
			}
			return simplerThan(x, all, func(x Image) cost {
				return costOf(floats(x.Before.P), floats(x.Before.Q), floats(x.After.P), floats(x.After.Q))
			})
		},
		Show: showImage,
	}
}
