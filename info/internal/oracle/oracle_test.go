package oracle

import (
	"math/big"
	"testing"
)

// Digits of ln 2 and ln 10 from the On-Line Encyclopedia of Integer Sequences,
// A002162 and A002392.
const (
	digitsOfLn2  = "0.693147180559945309417232121458176568075500134360255254120680"
	digitsOfLn10 = "2.302585092994045684017991454684364207601101488628772976033327"
)

func TestKnownDigits(t *testing.T) {
	for _, c := range []struct {
		x      float64
		digits string
		times  float64
	}{
		{2, digitsOfLn2, 1},
		{10, digitsOfLn10, 1},
		{0.5, digitsOfLn2, -1},
		{5e-324, digitsOfLn2, -1074},
		{0x1p1023, digitsOfLn2, 1023},
	} {
		want, _, err := big.ParseFloat(c.digits, 10, precision, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		want.Mul(want, number(c.times))
		if got := Log(c.x); !agree(got, want) {
			t.Errorf("Log(%v) = %.50g, want %.50g", c.x, got, want)
		}
	}
}

// log₂ x + log₂ y = log₂ xy where the product is exact, over all magnitudes.
func TestProducts(t *testing.T) {
	for _, x := range []float64{3, 0.7, 1 + 0x1p-26, 1 - 0x1p-26, 12345, 0x1.8p-1000} {
		for _, y := range []float64{5, 0x1p-50, 0.5, 0x1.5p3} {
			sum := Log2(x)
			exact := new(big.Float).Mul(number(x), number(y))
			if got := Log2Of(exact); !agree(got, sum.Add(sum, Log2(y))) {
				t.Errorf("log₂ of %v·%v = %.50g, want %.50g", x, y, got, sum)
			}
		}
	}
}

// agree says that a and b share 40 digits.
func agree(a, b *big.Float) bool {
	apart := new(big.Float).Sub(a, b)
	limit := new(big.Float).Mul(b, number(1e-40))
	return apart.Abs(apart).Cmp(limit.Abs(limit)) <= 0
}

func TestInfinite(t *testing.T) {
	if h := CrossEntropy([]float64{1, 0}, []float64{0, 1}); h != nil {
		t.Errorf("got %v, want nil", h)
	}
	if d := KullbackLeibler([]float64{0.5, 0.5}, []float64{1, 0}); d != nil {
		t.Errorf("got %v, want nil", d)
	}
}
