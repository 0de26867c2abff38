package info

import "crossentropy/info/internal/compensated"

type sum = compensated.Sum

// A share is what one outcome has in a sum over the outcomes of p and q.
type share struct {
	// of is the share of an outcome of probabilities p and q, in two parts.
	of func(p, q float64) (most, rest float64)
	// plus does what of does in a loop without a call, which takes half as long. It
	// adds up to an outcome that it leaves to of, and says how many it has added.
	plus func(s sum, p, q []float64) (_ sum, added int)
}

// sum is Σ f.of(p(x), q(x)). It adds up blocks, in which there is not time for the
// errors of the lower half of a sum to grow.
func (f share) sum(p, q []float64) float64 {
	const block = 1 << 10
	var s sum
	for len(p) > block {
		part := f.part(p[:block], q[:block])
		s = s.Plus(part.Hi, part.Lo)
		p, q = p[block:], q[block:]
	}
	part := f.part(p, q)
	return s.Plus(part.Hi, part.Lo).Value()
}

func (f share) part(p, q []float64) (s sum) {
	for len(p) > 0 {
		var added int
		s, added = f.plus(s, p, q)
		if added < len(p) {
			s = s.Plus(f.of(p[added], q[added]))
			added++
		}
		p, q = p[added:], q[added:]
	}
	return s
}
