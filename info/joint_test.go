package info_test

import (
	"math"
	"testing"

	"crossentropy/info"
)

func TestNewJointRefuses(t *testing.T) {
	for _, c := range []struct {
		rows [][]float64
		want string
	}{
		{nil, "info: rows is empty, want at least 1 row"},
		{[][]float64{{}}, "info: rows[0] is empty, want at least 1 number"},
		{[][]float64{{0.5, 0.5}, {}}, "info: rows[1] has length 0, rows[0] has 2"},
		{[][]float64{{0.5}, {0.25, 0.25}}, "info: rows[1] has length 2, rows[0] has 1"},
		{[][]float64{{0.5, 0.7}, {-0.2, 0}}, "info: rows[1][0] = -0.2 is negative"},
		{[][]float64{{0.5, nan}}, "info: rows[0][1] is not a number"},
		{[][]float64{{inf}}, "info: rows[0][0] is infinite"},
		{[][]float64{{0.5}, {0.6}}, "info: rows sum to 1.1, want 1"},
		{[][]float64{{0.5}, {0.4}}, "info: rows sum to 0.9, want 1"},
		{[][]float64{{2e-10}, {1 + 2e-10}}, "info: rows[1][0] = 1.0000000002 is above 1"},
	} {
		if _, err := info.NewJoint(c.rows); err == nil || err.Error() != c.want {
			t.Errorf("NewJoint(%v): %v, want error %s", c.rows, err, c.want)
		}
	}
}

func TestNewJointKeepsWhatItIsGiven(t *testing.T) {
	rows := [][]float64{{0.5, 0.5 + info.Tolerance/2}}
	j := mustJoint(t, rows)
	rows[0][0] = 7
	if p := j.Pairs(); p.Len() != 2 || p.P(0) != 0.5 || p.P(1) != 0.5+info.Tolerance/2 {
		t.Errorf("NewJoint kept %v", p)
	}
}

func TestNewJointHasNoNegativeZero(t *testing.T) {
	j := mustJoint(t, [][]float64{{math.Copysign(0, -1), 1}})
	if p := j.Pairs().P(0); math.Signbit(p) {
		t.Errorf("NewJoint kept %v", p)
	}
}

func TestZeroJoint(t *testing.T) {
	var j info.Joint
	if n := j.X().Len() + j.Y().Len() + j.Pairs().Len(); n != 0 {
		t.Errorf("the zero Joint has %d outcomes", n)
	}
	if h := j.Entropy() + j.EntropyYGivenX() + j.MutualInformation(); h != 0 {
		t.Errorf("the zero Joint tells %v", h)
	}
}

// What Tolerance lets pass is no margin above 1, of which there is no surprisal.
func TestMarginsWithinTolerance(t *testing.T) {
	j := mustJoint(t, [][]float64{{0.5, 0.5 + info.Tolerance/2}})
	if p := j.X().P(0); p != 1 {
		t.Errorf("p(x) = %v, want 1", p)
	}
	if _, err := info.NewJoint([][]float64{{0, 1 + info.Tolerance/2}}); err == nil || err.Error() != "info: rows[0][1] = 1.0000000005 is above 1" {
		t.Errorf("NewJoint of a p above 1: %v", err)
	}
}

func mustJoint(t *testing.T, rows [][]float64) info.Joint {
	t.Helper()
	j, err := info.NewJoint(rows)
	if err != nil {
		t.Fatal(err)
	}
	return j
}
