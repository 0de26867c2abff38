package info_test

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"crossentropy/info"
)

// complaint is every error there is: one line that says where, and what is wrong.
var complaint = regexp.MustCompile("^info: (" + strings.Join([]string{
	`(p|weights) is empty, want at least 1 number`,
	`rows is empty, want at least 1 row`,
	`(p|weights|rows\[\d+\])\[\d+\] (is not a number|is infinite|= -\S+ is negative)`,
	`(p|rows\[\d+\])\[\d+\] = 1\.\S+ is above 1`,
	`p\[\d+\] = ".*" is not a number`,
	`(p sums|rows sum) to \S+, want 1`,
	`rows\[\d+\] has length \d+, rows\[0\] has \d+`,
	`all \d+ weights are 0`,
}, "|") + ")$")

// refused checks that the error is a complaint, and about the first number of x that
// is no weight, if there is one.
func refused(t *testing.T, err error, x []float64, place func(i int) string) {
	t.Helper()
	if !complaint.MatchString(err.Error()) {
		t.Errorf("the error is %q", err)
	}
	i := slices.IndexFunc(x, func(v float64) bool { return !(v >= 0) || math.IsInf(v, 1) })
	if i >= 0 && !strings.HasPrefix(err.Error(), "info: "+place(i)+" ") {
		t.Errorf("of %v the error is %q", x, err)
	}
}

// sound checks what holds of every p that has outcomes.
func sound(t *testing.T, p info.Distribution) {
	t.Helper()
	sumsToOne(t, p)
	h := info.Entropy(p)
	notNegative(t, "H(p)", h)
	if c := info.CrossEntropy(p, p); c != h {
		t.Errorf("H(p, p) = %v, H(p) = %v", float64(c), float64(h))
	}
	if d := info.KullbackLeibler(p, p); d != 0 {
		t.Errorf("D(p‖p) = %v", float64(d))
	}
	models, backwards := []info.Distribution{info.Uniform(p.Len())}, floats(p)
	if slices.Max(backwards) > 1 {
		t.Errorf("%v is above 1", p)
	}
	slices.Reverse(backwards)
	if q, err := info.New(backwards...); err == nil { // or else its sum was rounded away from 1
		models = append(models, q)
	}
	for _, q := range models {
		notNegative(t, "H(p, q)", info.CrossEntropy(p, q))
		notNegative(t, "D(p‖q)", info.KullbackLeibler(p, q))
		js := info.JensenShannon(p, q)
		notNegative(t, "JS(p, q)", js)
		if other := info.JensenShannon(q, p); other != js {
			t.Errorf("JS(p, q) = %v, JS(q, p) = %v", float64(js), float64(other))
		}
	}
}

func sumsToOne(t *testing.T, p info.Distribution) {
	t.Helper()
	var sum float64
	for x, px := range p.All() {
		if !(px >= 0) || math.Signbit(px) {
			t.Errorf("P(%d) = %v", x, px)
		}
		sum += px
	}
	rounding := float64(p.Len()) * 0x1p-52
	if !(math.Abs(sum-1) <= info.Tolerance+rounding) {
		t.Errorf("%v sums to %v", p, sum)
	}
}

// notNegative also refuses NaN, and −0, which prints as "-0 bits".
func notNegative(t *testing.T, what string, h info.Bits) {
	t.Helper()
	if !(h >= 0) || math.Signbit(float64(h)) {
		t.Errorf("%s = %v", what, float64(h))
	}
}
