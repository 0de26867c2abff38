package claim

import (
	"math"
	"math/big"

	"crossentropy/info/internal/oracle"
)

// ToLastDigits says that a number is right to four units in the last place, of
// subnormal numbers too, and that 0 is 0.
func ToLastDigits[A ~float64](nameA string, a A, nameB string, b float64) string {
	unit := math.Nextafter(math.Abs(b), math.Inf(1)) - math.Abs(b)
	if float64(a) == b || b != 0 && math.Abs(float64(a)-b) <= 4*unit {
		return ""
	}
	return compared(nameA, float64(a), "is not", nameB, b)
}

// ExactEntropy is H(p) in bits, from 40 digits rounded once.
func ExactEntropy(p []float64) float64 {
	h, _ := oracle.CrossEntropy(p, p).Float64()
	return h
}

// ExactKullbackLeibler is D(p‖q) in bits, from 40 digits rounded once.
func ExactKullbackLeibler(p, q []float64) float64 { return rounded(oracle.KullbackLeibler(p, q)) }

// ExactJensenShannon is JS(p, q) in bits, from 40 digits rounded once.
func ExactJensenShannon(p, q []float64) float64 { return rounded(oracle.JensenShannon(p, q)) }

// rounded takes for 0 what is below the last of 40 digits of a sum of some bits.
// Where nothing is known, x is infinite.
func rounded(x *big.Float) float64 {
	const noise = 1e-38
	if x == nil {
		return math.Inf(1)
	}
	value, _ := x.Float64()
	if math.Abs(value) < noise {
		return 0
	}
	return value
}

// NaturalLog is ln x. On amd64 math.Log is wrong of what is below 2⁻¹⁰²²
// (golang.org/issue/56600), which is why small numbers are scaled up first.
func NaturalLog(x float64) float64 {
	if x > 0 && x < 1 {
		return math.Log(x*0x1p100) - 100*math.Ln2
	}
	return math.Log(x)
}
