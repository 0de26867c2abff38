package lab

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"crossentropy/info/learn"
)

// The counts are those of the data's own descriptions.
func TestTumours(t *testing.T) {
	d := Tumours()
	if len(d.X) != 569 || len(d.X[0]) != 30 || d.Classes != 2 {
		t.Errorf("%d rows of %d features, %d classes", len(d.X), len(d.X[0]), d.Classes)
	}
	if malignant := count(d.Y, 1); malignant != 212 {
		t.Errorf("%d are malignant, want 212", malignant)
	}
	if first, last := d.X[0], d.X[568]; first[0] != 17.99 || d.Y[0] != 1 || last[0] != 7.76 || d.Y[568] != 0 {
		t.Errorf("first %v of class %d, last %v of class %d", first, d.Y[0], last, d.Y[568])
	}
}

func TestDigits(t *testing.T) {
	d := Digits()
	if len(d.X) != 1797 || len(d.X[0]) != 64 || d.Classes != 10 {
		t.Errorf("%d rows of %d features, %d classes", len(d.X), len(d.X[0]), d.Classes)
	}
	want := []int{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}
	for digit, n := range want {
		if got := count(d.Y, digit); got != n {
			t.Errorf("%d are %d, want %d", got, digit, n)
		}
	}
	for i, x := range d.X {
		if slices.Min(x) < 0 || slices.Max(x) > 16 {
			t.Errorf("row %d has levels from %v to %v", i, slices.Min(x), slices.Max(x))
		}
	}
	if top := d.X[0][:8]; !slices.Equal(top, []float64{0, 0, 5, 13, 9, 1, 0, 0}) || d.Y[0] != 0 {
		t.Errorf("the first is a %d that begins with %v", d.Y[0], top)
	}
}

// Which class is called 1 makes no difference to what can be reached. The value is
// that of info/learn/testdata/optima.json.
func TestTumoursOptimum(t *testing.T) {
	d := Tumours()
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	p := learn.Problem{Data: d, Penalty: 0.01, Pinned: true}
	m, _ := learn.Accelerate(p, 1e-7, nil)
	if got := float64(p.Objective(m)); math.Abs(got-0.09959137548470548) > 1e-9 {
		t.Errorf("reached %v", got)
	}
}

func TestReadPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an error in the data goes unnoticed")
		}
	}()
	read("f.csv", iotest.ErrReader(errors.New("gone")))
}

// Who changes the data changes a copy.
func TestOwnCopy(t *testing.T) {
	Tumours().X[0][0] = 0
	if Tumours().X[0][0] == 0 || !strings.HasPrefix(measurements, "569,30,malignant,benign\n") {
		t.Error("changed")
	}
}

func count(all []int, one int) (n int) {
	for _, y := range all {
		if y == one {
			n++
		}
	}
	return n
}
