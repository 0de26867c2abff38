package arbitrary

import (
	"cmp"
	"math"
	"slices"
)

// A cost is what a reader has to take in, most important first: outcomes,
// binary digits, different values, and values out of order.
type cost [4]int

func (a cost) less(b cost) bool { return slices.Compare(a[:], b[:]) < 0 }

func costOf(vectors ...[]float64) (c cost) {
	for _, v := range vectors {
		different := map[float64]bool{}
		for i, x := range v {
			c[1] = max(c[1], digits(x))
			different[x] = true
			if i > 0 && x > v[i-1] {
				c[3]++
			}
		}
		c[0] += len(v)
		c[2] += len(different)
	}
	return c
}

// digits is how many binary digits x needs, on both sides of the point.
func digits(x float64) int { return places(x) + int(math.Log2(max(1, math.Abs(x)))) }

// mergers are p with half of its outcomes merged into others, and with any two.
func mergers(p []float64) [][]float64 {
	if len(p) < 2 {
		return nil
	}
	all := [][]float64{halved(p)}
	for _, ij := range couples(len(p)) {
		all = append(all, merged(p, ij))
	}
	return all
}

// couples are all pairs of outcomes if they are few, and neighbours if not.
func couples(n int) (ij [][2]int) {
	for i := range n {
		for j := i + 1; j < n && (n <= 12 || j == i+1); j++ {
			ij = append(ij, [2]int{i, j})
		}
	}
	return ij
}

func merged(p []float64, ij [2]int) []float64 {
	q := slices.Clone(p)
	q[ij[0]] += q[ij[1]]
	return slices.Delete(q, ij[1], ij[1]+1)
}

func halved(p []float64) []float64 {
	q := make([]float64, (len(p)+1)/2)
	for i, x := range p {
		q[i/2] += x
	}
	return q
}

// roundings are distributions over as many outcomes as p with fewer digits.
func roundings(p []float64) [][]float64 {
	all := append([][]float64{certain(len(p), 0), uniform(len(p))}, familiar[len(p)]...)
	for places := 0; places <= 12; places++ {
		all = append(all, rounded(p, places, true), rounded(p, places, false))
	}
	descending := slices.Clone(p)
	slices.SortFunc(descending, func(a, b float64) int { return cmp.Compare(b, a) })
	all = append(all, descending)
	return slices.DeleteFunc(all, func(q []float64) bool { return q == nil })
}

// familiar are the distributions that a person would try first.
var familiar = map[int][][]float64{
	2: {{3. / 4, 1. / 4}, {1. / 4, 3. / 4}},
	3: {{1. / 2, 1. / 4, 1. / 4}, {1. / 4, 1. / 2, 1. / 4}, {1. / 2, 1. / 2, 0}},
}

// rounded rounds p to multiples of 2^−places that sum to 1, nil where it
// cannot. With keep, what is possible stays possible.
func rounded(p []float64, places int, keep bool) []float64 {
	unit := math.Ldexp(1, -places)
	q, left := make([]float64, len(p)), 1.0
	for i, x := range p {
		q[i] = math.Floor(x/unit) * unit
		if keep && x > 0 && q[i] == 0 {
			q[i] = unit
		}
		left -= q[i]
	}
	byLoss := make([]int, len(p))
	for i := range byLoss {
		byLoss[i] = i
	}
	slices.SortStableFunc(byLoss, func(i, j int) int { return cmp.Compare(p[j]-q[j], p[i]-q[i]) })
	for k := 0; left > 0 && k < 2*len(p); k++ {
		if i := byLoss[k%len(p)]; p[i] > 0 {
			q[i] += unit
			left -= unit
		}
	}
	for k := 2*len(p) - 1; left < 0 && k >= 0; k-- {
		if i := byLoss[k%len(p)]; q[i] > unit {
			q[i] -= unit
			left += unit
		}
	}
	if left != 0 {
		return nil
	}
	return q
}

// simpler are distributions over fewer outcomes, and those with fewer digits.
func simpler(p []float64) [][]float64 { return append(mergers(p), roundings(p)...) }

// dropped are p without one of its outcomes.
func dropped(p []float64) [][]float64 {
	var all [][]float64
	for i := range p {
		if len(p) > 1 {
			all = append(all, slices.Delete(slices.Clone(p), i, i+1))
		}
	}
	return all
}

// reweighed are p with one weight replaced by a rounder one.
func reweighed(p []float64) [][]float64 {
	var all [][]float64
	for i := range p {
		for _, x := range rounder(p[i]) {
			q := slices.Clone(p)
			q[i] = x
			all = append(all, q)
		}
	}
	return all
}

// rounder are numbers near x with fewer digits, and numbers nearer to 0.
func rounder(x float64) []float64 {
	all := []float64{1, 2, 0.5, 0, math.Copysign(math.Trunc(math.Sqrt(math.Abs(x))), x), math.Trunc(x / 2)}
	if math.Abs(x) < 2000 {
		all = append(all, x-1, x+1)
	}
	for places := range 12 {
		unit := math.Ldexp(1, -places)
		all = append(all, math.Round(x/unit)*unit, math.Ceil(x/unit)*unit)
	}
	return all
}
