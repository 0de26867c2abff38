package info

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/internal/kernel"
)

// Tolerance is how far from 1 the probabilities given to [New] may sum. It
// lets 0.1 written ten times pass, and 0.33 written three times fail. What is said
// of distributions holds as nearly: of a p that sums to 1 + δ, an entropy or a
// divergence over n outcomes may be out of its bounds by δ·log₂ n bits or so.
const Tolerance = 1e-9

// A Distribution gives each of n outcomes, numbered from 0, its probability.
// It is checked when it is made and never changes, so a formula that takes
// one can return a number and no error.
//
// The zero value has no outcomes. It is what a variable holds before a
// distribution is put there, and every sum over it is 0.
type Distribution struct{ p []float64 }

// New returns the distribution with probabilities p, kept as given: a sum
// that is off by a rounding error is not divided away.
//
// It is an error if p is empty, if an element is negative, above 1 or NaN, or if
// the sum is further than [Tolerance] from 1, as that of probabilities that were once
// float32 is. [Normalize] takes those.
func New(p ...float64) (Distribution, error) {
	if err := checkWeights("p", p); err != nil {
		return Distribution{}, err
	}
	if sum := kernel.Total(p); math.Abs(sum-1) > Tolerance {
		return Distribution{}, fmt.Errorf("info: p sums to %s", notOne(sum, "Normalize"))
	}
	for i, v := range p {
		if v > 1 {
			return Distribution{}, fmt.Errorf("info: p[%d] = %v is above 1", i, v)
		}
	}
	return Distribution{copyOf(p)}, nil
}

// notOne says what a sum is and should be, and what to do about one that only rounding
// keeps from 1, as of thirds written with seven digits.
func notOne(sum float64, remedy string) string {
	text := fmt.Sprintf("%.12g, want 1", sum)
	if math.Abs(sum-1) < 2e-6 {
		text += ": fractions or " + remedy + " would do"
	}
	return text
}

// Must is [New] for probabilities written in a program. It panics where New
// returns an error.
func Must(p ...float64) Distribution {
	d, err := New(p...)
	if err != nil {
		panic(err)
	}
	return d
}

// Normalize returns the distribution proportional to weights, counts say.
//
// It is an error if there are no weights, if one is negative, NaN or
// infinite, or if all are 0.
func Normalize(weights ...float64) (Distribution, error) {
	if err := checkWeights("weights", weights); err != nil {
		return Distribution{}, err
	}
	return proportional(copyOf(weights))
}

// proportional divides p, which it keeps, by its sum.
func proportional(p []float64) (Distribution, error) {
	largest := slices.Max(p)
	if largest == 0 {
		return Distribution{}, fmt.Errorf("info: all %d weights are 0", len(p))
	}
	for i := range p { // the largest becomes 1, so the sum cannot overflow
		p[i] /= largest
	}
	sum := kernel.Total(p)
	for i := range p {
		p[i] /= sum
	}
	return Distribution{p}, nil
}

// Uniform returns n outcomes of probability 1/n each. It panics if n < 1.
func Uniform(n int) Distribution {
	if n < 1 {
		panic(fmt.Sprintf("info: Uniform(%d): want at least 1 outcome", n))
	}
	return Distribution{slices.Repeat([]float64{1 / float64(n)}, n)}
}

// copyOf returns x in floats of its own, with 0 for each −0.
func copyOf(x []float64) []float64 {
	c := slices.Clone(x)
	for i := range c {
		c[i] += 0
	}
	return c
}

// checkWeights refuses what cannot be a weight.
func checkWeights(name string, x []float64) error {
	if len(x) == 0 {
		return fmt.Errorf("info: %s is empty, want at least 1 number", name)
	}
	for i, v := range x {
		switch {
		case math.IsNaN(v):
			return fmt.Errorf("info: %s[%d] is not a number", name, i)
		case v < 0:
			return fmt.Errorf("info: %s[%d] = %v is negative", name, i, v)
		case math.IsInf(v, 1):
			return fmt.Errorf("info: %s[%d] is infinite", name, i)
		}
	}
	return nil
}

// Len returns the number of outcomes.
func (d Distribution) Len() int { return len(d.p) }

// P returns the probability of outcome i. It panics unless 0 ≤ i < d.Len().
func (d Distribution) P(i int) float64 { return d.p[i] }

// Probabilities returns all probabilities, as a slice that is the caller's.
func (d Distribution) Probabilities() []float64 { return slices.Clone(d.p) }

// All yields each outcome with its probability, in order.
func (d Distribution) All() iter.Seq2[int, float64] { return slices.All(d.p) }

// String returns the probabilities in parentheses, as in "(0.5, 0.25, 0.25)".
func (d Distribution) String() string { return "(" + join(d.p, ", ") + ")" }

// MarshalText returns the probabilities with commas between them and every
// digit that [Distribution.UnmarshalText] needs to read the same floats back.
func (d Distribution) MarshalText() ([]byte, error) { return []byte(join(d.p, ",")), nil }

func join(p []float64, comma string) string {
	s := make([]string, len(p))
	for i, v := range p {
		s[i] = strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strings.Join(s, comma)
}

// UnmarshalText reads probabilities with commas between them, decimals or
// fractions: "0.5,0.25,0.25" or "1/3,2/3". Spaces around a number are skipped.
// The errors are those of [New], and one for text that is no number, an empty
// text among them, or a number that is too large or too small for a float.
func (d *Distribution) UnmarshalText(text []byte) error {
	p, err := parseList("p", string(text))
	if err != nil {
		return err
	}
	read, err := New(p...)
	if err != nil {
		return err
	}
	*d = read
	return nil
}

// parseList reads numbers with commas between them. Errors call them by name.
func parseList(name, text string) ([]float64, error) {
	var p []float64
	for i, s := range strings.Split(text, ",") {
		v, err := parse(s)
		if err != nil {
			return nil, fmt.Errorf("info: %s[%d] = %q is %w", name, i, s, err)
		}
		p = append(p, v)
	}
	return p, nil
}

var (
	errNotNumber = errors.New("not a number")
	errTooLarge  = errors.New("too large for a float")
	errTooSmall  = errors.New("too small for a float")
)

// parse reads "0.25" or "1/4".
func parse(s string) (float64, error) {
	over, under, fraction := strings.Cut(s, "/")
	v, err := parseFloat(over)
	if err != nil || !fraction {
		return v, err
	}
	w, err := parseFloat(under)
	if err != nil {
		return 0, err
	}
	if math.Signbit(w) || math.IsInf(w, 0) {
		return 0, errNotNumber
	}
	share := v / w
	switch {
	case math.IsInf(share, 0) && w != 0 && !math.IsInf(v, 0):
		return 0, errTooLarge
	case share == 0 && v != 0:
		return 0, errTooSmall
	}
	return share, nil
}

// parseFloat reads "0.25", and refuses what would become infinite or 0 on the way.
func parseFloat(s string) (float64, error) {
	s = strings.TrimSpace(s)
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, errTooLarge
	case err != nil:
		return 0, errNotNumber
	case v == 0 && strings.ContainsAny(mantissa(s), "123456789abcdefABCDEF"):
		return 0, errTooSmall
	}
	return v, nil
}

// mantissa is a number without its exponent, which "e" starts, or "p" if it is hexadecimal.
func mantissa(s string) string {
	exponent := "eE"
	if strings.ContainsAny(s, "xX") {
		exponent = "pP"
	}
	if i := strings.IndexAny(s, exponent); i >= 0 {
		return s[:i]
	}
	return s
}
