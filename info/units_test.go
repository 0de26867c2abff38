package info_test

import (
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
