package info_test

import (
	"fmt"
	"math"
	"testing"

	"crossentropy/info"
)

var inf, nan = math.Inf(1), math.NaN()

func TestQuantitiesPrint(t *testing.T) {
	for _, c := range []struct {
		b    info.Bits
		want string
	}{
		{0, "0 bits"},
		{1, "1 bit"},
		{-1, "-1 bits"},
		{1.23456, "1.235 bits"},
		{999.94, "999.9 bits"},
		{1234.56, "1235 bits"},
		{-12345.6, "-12346 bits"},
		{999999, "999999 bits"},
		{999999.5, "1e+06 bits"},
		{-1e7, "-1e+07 bits"},
		{0.99999, "1 bit"},
		{info.Bits(inf), "∞ bits"},
		{info.Bits(-inf), "-∞ bits"},
		{info.Bits(nan), "NaN bits"},
	} {
		if got := c.b.String(); got != c.want {
			t.Errorf("%v prints as %q, want %q", float64(c.b), got, c.want)
		}
	}
}

func TestOutsideTheUnitInterval(t *testing.T) {
	for _, p := range []float64{-0.1, 1.1, nan, inf, -inf} {
		if h := float64(info.Surprisal(p)); !math.IsNaN(h) {
			t.Errorf("Surprisal(%v) = %v, want NaN", p, h)
		}
		if h := float64(info.BinaryEntropy(p)); !math.IsNaN(h) {
			t.Errorf("BinaryEntropy(%v) = %v, want NaN", p, h)
		}
	}
}

func TestPanics(t *testing.T) {
	for _, c := range []struct {
		want string
		call func()
	}{
		{"info: p has 2 outcomes, q has 3", func() { info.CrossEntropy(info.Uniform(2), info.Uniform(3)) }},
		{"info: p has 1 outcomes, q has 2", func() { info.KullbackLeibler(info.Uniform(1), info.Uniform(2)) }},
		{"info: p has 3 outcomes, q has 1", func() { info.JensenShannon(info.Uniform(3), info.Uniform(1)) }},
		{"info: Uniform(0): want at least 1 outcome", func() { info.Uniform(0) }},
		{"info: p sums to 2, want 1", func() { info.Must(2) }},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); got != c.want {
					t.Errorf("panic %v, want %s", got, c.want)
				}
			}()
			c.call()
		}()
	}
}

func TestPerplexity(t *testing.T) {
	for _, c := range []struct {
		h    info.Bits
		want float64
	}{{0, 1}, {1, 2}, {3, 8}, {info.Bits(inf), inf}} {
		if got := info.Perplexity(c.h); got != c.want {
			t.Errorf("Perplexity(%v) = %v, want %v", c.h, got, c.want)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	p := info.Must(0.5, 0.25, 0.125, 0.125, 0)
	q := info.Uniform(p.Len())
	for name, f := range map[string]func(){
		"Entropy":         func() { info.Entropy(p) },
		"CrossEntropy":    func() { info.CrossEntropy(p, q) },
		"KullbackLeibler": func() { info.KullbackLeibler(p, q) },
		"JensenShannon":   func() { info.JensenShannon(p, q) },
	} {
		if n := testing.AllocsPerRun(100, f); n > 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
