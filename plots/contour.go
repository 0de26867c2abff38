package main

import (
	"fmt"

	"crossentropy/info"
)

// A trio is a distribution of three outcomes.
type trio [3]float64

var middle = trio{1. / 3, 1. / 3, 1. / 3}

// String lists the probabilities.
func (p trio) String() string {
	return fmt.Sprintf("(%s, %s, %s)", number(p[0]), number(p[1]), number(p[2]))
}

// entropy returns the entropy of p, which rounding may have moved off a sum of 1.
func (p trio) entropy() info.Bits {
	d, err := info.Normalize(p[:]...)
	if err != nil {
		panic(err) // no trio is empty or negative
	}
	return info.Entropy(d)
}

// toward returns the point that is a part t of the way from p to q. The
// conversions keep processors from fusing the products: where the entropy is
// flat, the last digit of a point decides on which side of a level it lies.
func (p trio) toward(q trio, t float64) (r trio) {
	for i := range r {
		r[i] = float64((1-t)*p[i]) + float64(t*q[i])
	}
	return r
}

// last returns the last point on the way from p to q at which the entropy is
// not below level; p where there is none. It must not rise again once below.
func (p trio) last(q trio, level info.Bits) trio {
	in, out := 0.0, 1.0
	for range 40 {
		if mid := (in + out) / 2; p.toward(q, mid).entropy() >= level {
			in = mid
		} else {
			out = mid
		}
	}
	return p.toward(q, in)
}

// contour returns where the entropy is level, in three pieces, one about each
// corner, from side to side. Entropy is concave: on the way out from the middle
// it meets a level once, and what lies within is one piece without holes.
func contour(level info.Bits) (pieces [3][]trio) {
	n := 4 + int(8*level)
	for k := range pieces {
		var corner, before, after trio
		corner[k], before[(k+2)%3], after[(k+1)%3] = 1, 1, 1
		first := before.toward(corner, 0.5).last(corner, level)
		last := after.toward(corner, 0.5).last(corner, level)
		for i := range n {
			pieces[k] = append(pieces[k], middle.last(first.toward(corner, float64(i)/float64(n)), level))
		}
		for i := n; i >= 0; i-- {
			pieces[k] = append(pieces[k], middle.last(last.toward(corner, float64(i)/float64(n)), level))
		}
	}
	return pieces
}
