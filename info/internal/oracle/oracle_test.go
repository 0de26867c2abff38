package oracle

import (
	"math/big"
	"testing"
)

// Digits of ln 2 and log₂ 10 from the On-Line Encyclopedia of Integer Sequences,
// A002162 and A020862.
const (
	digitsOfLn2    = "0.693147180559945309417232121458176568075500134360255254120680"
	digitsOfLog210 = "3.321928094887362347870319429489390175864831393024580612054756"
)

func TestKnownDigits(t *testing.T) {
	for digits, got := range map[string]*big.Float{
		digitsOfLn2:    Ln2(),
		digitsOfLog210: Log2(10),
		"-1074":        Log2(5e-324),
		"1023":         Log2(0x1p1023),
		"1000":         log2(exp(new(big.Float).Mul(number(1000), Ln2()))),
	} {
		want, _, err := big.ParseFloat(digits, 10, precision, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		if !agree(got, want) {
			t.Errorf("got %.50g, want %s", got, digits)
		}
	}
}

// log₂ x + log₂ y = log₂ xy where the product is exact, over all magnitudes.
func TestProducts(t *testing.T) {
	for _, x := range []float64{3, 0.7, 1 + 0x1p-26, 1 - 0x1p-26, 12345, 0x1.8p-1000} {
		for _, y := range []float64{5, 0x1p-50, 0.5, 0x1.5p3} {
			sum := Log2(x)
			sum.Add(sum, Log2(y))
			if got := log2(new(big.Float).Mul(number(x), number(y))); !agree(got, sum) {
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
