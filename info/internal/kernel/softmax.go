package kernel

import "math"

// Exponentials returns e^z of the largest logit, which is z[top], and Σ e^z of all others,
// both over the same number, as a softmax divides one by the other: over the power of 2
// that leaves 1 to 2 of the first, or, of a largest logit beyond ±5000, over the first
// itself. Where e is not nil it has the length of z, and receives each e^z over that number.
// Logits are finite or −Inf, and the largest is finite.
//
// Each power is off by 0.52 ulp at most, or by 3 where it is below e⁻⁷⁰⁰ of the largest or
// a logit is beyond ±5000, and the sum by 2 ulp more.
//
// Logits are never shifted, which would round them. A whole number of 1024ths of a factor
// of 2 comes from the table powers, and the rest, below 2⁻¹¹, from a polynomial.
//
// Source: Tang 1989, for exponentials by table.
func Exponentials(z []float64, top int, e []float64) (own, others float64) {
	s := scaleOf(z[top])
	left, right := z[:top], z[top+1:]
	if e == nil {
		return s.own, s.total(right, s.total(left, Sum{})).Value()
	}
	e[top] = s.own
	total := s.exps(e[:top], left, Sum{})
	return s.own, s.exps(e[top+1:], right, total).Value()
}

// A power is 2^(j/1024): a float, and what the float lacks as a part of it.
type power struct{ near, lacks float64 }

const (
	perOctave = 1024
	widest    = 5000                  // of |x|: its steps times stepHigh are exact
	stepHigh  = 0x1.62e42fep-11       // (ln 2)/1024, the first bits of it
	stepLow   = 0x1.f473de6af278fp-40 // and the rest
	whole     = 0x1.8p52              // added to x and taken away again, it rounds x
)

// A scale is what the exponentials of a row share.
type scale struct {
	top    float64 // the largest logit
	own    float64 // e^top/2^octave, from 1 to 2
	octave uint64
	lowest float64 // below, e^(x − top) may be subnormal, or |x| above widest
}

func scaleOf(top float64) scale {
	if math.Abs(top) > widest {
		return scale{top: top, own: 1, lowest: math.Inf(1)}
	}
	octave := int64(math.Floor(top * math.Log2E))
	s := scale{top: top, octave: uint64(octave), lowest: max(top-700, -widest)}
	var own [1]float64
	s.exps(own[:], []float64{top}, Sum{})
	s.own = own[0]
	return s
}

// exps puts e^x/2^octave into e for each x of z, none of them above the top, and
// adds it to total.
func (s scale) exps(e, z []float64, total Sum) Sum {
	e = e[:len(z)]
	for i, x := range z {
		if x < s.lowest {
			e[i] = s.far(x)
			continue
		}
		shifted := x*(perOctave*math.Log2E) + whole
		steps, bits := shifted-whole, math.Float64bits(shifted)
		r := x - steps*stepHigh - steps*stepLow
		p := &powers[bits%perOctave]
		near := math.Float64frombits(math.Float64bits(p.near) + (bits/perOctave-s.octave)<<52)
		e[i] = near + near*(r+r*r*(1./2+r*(1./6+r*(1./24)))+p.lacks)
	}
	return addUp(e, total)
}

// total is exps for who needs nothing but the sum.
func (s scale) total(z []float64, total Sum) Sum {
	var room [64]float64
	for len(z) > 0 {
		n := min(len(z), len(room))
		total = s.exps(room[:], z[:n], total)
		z = z[n:]
	}
	return total
}

// addUp adds each of e to total. Eight at a time add up in three roundings, and only
// their sum takes care of what rounding loses.
func addUp(e []float64, total Sum) Sum {
	for ; len(e) >= 8; e = e[8:] {
		b := (*[8]float64)(e)
		total = total.grow(((b[0] + b[1]) + (b[2] + b[3])) + ((b[4] + b[5]) + (b[6] + b[7])))
	}
	for _, x := range e {
		total = total.grow(x)
	}
	return total
}

// Times returns s·e^(z − top), which has its digits even where e^(z − top) is too small for
// a float.
func Times(s, z, top float64) float64 {
	below, lost := twoSum(z, -top)
	if below < -1500 { // the largest float does not make up for it
		return 0
	}
	half := math.Exp(below / 2)
	return s * half * half * (1 + lost)
}

// far is what exps has for an x that it does not have a power for.
func (s scale) far(x float64) float64 {
	below, lost := twoSum(x, -s.top)
	if below < -750 {
		return 0
	}
	return s.own * math.Exp(below) * (1 + lost)
}
