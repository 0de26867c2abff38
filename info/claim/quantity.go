package claim

import (
	"fmt"
	"math"

	"crossentropy/info/arbitrary"
)

// ulp is the rounding unit of a float64: half the distance from 1 to the next.
const ulp = 0x1p-53

// A Quantity is a number that was computed, and how far rounding may have
// moved it from the one that was meant. The bound comes from the inputs, never
// from the number: an infinite result must not excuse itself.
type Quantity struct {
	name  string
	value float64
	bound float64
}

// A Verdict says why a statement is false of a case. It is empty where the
// statement is true.
type Verdict string

// True is the verdict on a statement that is true.
const True Verdict = ""

// All is the first verdict that is not true.
func All(verdicts ...Verdict) Verdict {
	for _, v := range verdicts {
		if v != True {
			return v
		}
	}
	return True
}

// Exactly is a number that no rounding has touched.
func Exactly(x float64) Quantity { return Quantity{arbitrary.Number(x), x, 0} }

// Rounded is a number that was computed with n roundings, each of a result no
// greater than scale.
func Rounded(name string, x float64, n, scale float64) Quantity {
	return Quantity{name, x, n * ulp * scale}
}

// Named is a under another name.
func (a Quantity) Named(name string) Quantity {
	a.name = name
	return a
}

// Plus is a + b.
func (a Quantity) Plus(b Quantity) Quantity {
	sum := a.value + b.value
	return Quantity{a.name + " + " + b.name, sum, a.bound + b.bound + ulp*(math.Abs(a.value)+math.Abs(b.value))}
}

// Minus is a − b.
func (a Quantity) Minus(b Quantity) Quantity {
	b.value = -b.value
	difference := a.Plus(b)
	difference.name = a.name + " − " + b.name
	return difference
}

// Magnitude is |a|.
func (a Quantity) Magnitude() Quantity {
	a.value = math.Abs(a.value)
	return a
}

// Times is k·a.
func (a Quantity) Times(k float64) Quantity {
	if k == 0 {
		return Quantity{"0 · " + a.name, 0, 0} // also where a is infinite
	}
	return Quantity{arbitrary.Number(k) + " · " + a.name, k * a.value, math.Abs(k) * (a.bound + ulp*math.Abs(a.value))}
}

// By is a·b.
func (a Quantity) By(b Quantity) Quantity {
	x, y := math.Abs(a.value), math.Abs(b.value)
	return Quantity{a.name + " · " + b.name, a.value * b.value, x*b.bound + y*a.bound + ulp*x*y}
}

// Root is √a.
func (a Quantity) Root() Quantity {
	return Quantity{"√" + a.name, math.Sqrt(a.value), math.Sqrt(a.bound) + ulp*math.Sqrt(math.Abs(a.value))}
}

// Is says that a and b are the same, but for rounding.
func (a Quantity) Is(b Quantity) Verdict {
	if a.value == b.value || within(math.Abs(a.value-b.value), a, b) {
		return True
	}
	return a.compared("is not", b)
}

// IsExactly says that a and b are the same float.
func (a Quantity) IsExactly(b Quantity) Verdict {
	if a.value == b.value && math.Signbit(a.value) == math.Signbit(b.value) {
		return True
	}
	return a.compared("is not", b)
}

// AtLeast says that a ≥ b, but for rounding.
func (a Quantity) AtLeast(b Quantity) Verdict {
	if a.value >= b.value || within(b.value-a.value, a, b) {
		return True
	}
	return a.compared("is less than", b)
}

// Exceeds says that a > b by more than rounding explains.
func (a Quantity) Exceeds(b Quantity) Verdict {
	if a.value > b.value+allowance(a, b) {
		return True
	}
	return a.compared("is not more than", b)
}

// Differs says that a and b are further apart than rounding explains.
func (a Quantity) Differs(b Quantity) Verdict {
	if a.value != b.value && math.Abs(a.value-b.value) > allowance(a, b) {
		return True
	}
	return Verdict(fmt.Sprintf("%s is %s", a, b))
}

// Finite says that a is neither infinite nor NaN.
func (a Quantity) Finite() Verdict {
	if math.Abs(a.value) <= math.MaxFloat64 {
		return True
	}
	return Verdict(fmt.Sprintf("%s is not finite", a))
}

// mostUsed is the largest share of an allowance that a true statement has needed
// since it was last set to 0.
var mostUsed float64

// within says whether rounding explains that a and b are so far apart.
func within(apart float64, a, b Quantity) bool {
	allowed := allowance(a, b)
	if apart <= allowed {
		if *report != "" {
			mostUsed = max(mostUsed, apart/allowed)
		}
		return true
	}
	return false
}

// allowance is what rounding may explain. An infinite or NaN bound explains
// nothing.
func allowance(a, b Quantity) float64 {
	if sum := a.bound + b.bound; sum <= math.MaxFloat64 {
		return sum
	}
	return 0
}

// Undefined says that a is no number.
func (a Quantity) Undefined() Verdict {
	if math.IsNaN(a.value) {
		return True
	}
	return Verdict(fmt.Sprintf("%s, and not NaN", a))
}

func (a Quantity) compared(how string, b Quantity) Verdict {
	v := fmt.Sprintf("%s %s %s", a, how, b)
	if shown(a.value) == shown(b.value) && a.value != b.value {
		v += fmt.Sprintf(", by %.2g, of which rounding explains %.2g", math.Abs(a.value-b.value), allowance(a, b))
	}
	return Verdict(v)
}

// String is the name with the number, "H(p) = 1.75", or a bare number.
func (a Quantity) String() string {
	if a.name == arbitrary.Number(a.value) {
		return a.name
	}
	return a.name + " = " + shown(a.value)
}

// shown writes x to four digits, with a minus that is one.
func shown(x float64) string {
	if s := arbitrary.Number(x); x == math.Trunc(x) {
		return s
	}
	return arbitrary.Decimal(x, 4)
}
