package loss_test

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info/loss"
)

func TestRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	two, one := [][]float64{{1, 2}, {3, 4}}, [][]float64{{1, 2}}
	for _, c := range []struct {
		loss    loss.CrossEntropy
		logits  [][]float64
		targets []int
		grad    [][]float64
		want    string
	}{
		{logits: two, targets: []int{0}, want: "loss: 1 targets, want 2, one a row"},
		{logits: [][]float64{{1, 2}, {3, 4, 5}, {6, 7}}, targets: []int{0, 0, 0}, want: "loss: logits[1] has 3 classes, logits[0] has 2"},
		{logits: [][]float64{{}}, targets: []int{0}, want: "loss: logits[0] is empty, want at least 1 class"},
		{logits: two, targets: []int{0, 2}, want: "loss: targets[1] = 2, want 0 to 1"},
		{logits: two, targets: []int{-1, 0}, want: "loss: targets[0] = -1, want 0 to 1"},
		{logits: [][]float64{{1, 2}, {3, nan}}, targets: []int{0, 0}, want: "loss: logits[1][1] = NaN, want a finite number or -Inf"},
		{logits: [][]float64{{1, inf}}, targets: []int{0}, want: "loss: logits[0][1] = +Inf, want a finite number or -Inf"},
		{logits: [][]float64{{-inf, -inf}}, targets: []int{0}, want: "loss: logits[0] is -Inf in every class"},
		{logits: one, targets: []int{0}, grad: two, want: "loss: grad has 2 rows, want 1"},
		{logits: one, targets: []int{0}, grad: [][]float64{{0}}, want: "loss: grad[0] has 1 classes, want 2"},
		{loss: loss.CrossEntropy{Weight: []float64{1}}, logits: one, targets: []int{0}, want: "loss: Weight has 1 classes, want 2"},
		{loss: loss.CrossEntropy{Weight: []float64{1, -2}}, logits: one, targets: []int{0}, want: "loss: Weight[1] = -2, want 0, or 1e-300 to 1e+300"},
		{loss: loss.CrossEntropy{Weight: []float64{nan, 1}}, logits: one, targets: []int{0}, want: "loss: Weight[0] = NaN, want 0, or 1e-300 to 1e+300"},
		{loss: loss.CrossEntropy{Weight: []float64{inf, 1}}, logits: one, targets: []int{0}, want: "loss: Weight[0] = +Inf, want 0, or 1e-300 to 1e+300"},
		{loss: loss.CrossEntropy{Weight: []float64{2e300, 1}}, logits: one, targets: []int{0}, want: "loss: Weight[0] = 2e+300, want 0, or 1e-300 to 1e+300"},
		{loss: loss.CrossEntropy{Weight: []float64{1, 1e-301}}, logits: one, targets: []int{0}, want: "loss: Weight[1] = 1e-301, want 0, or 1e-300 to 1e+300"},
		{logits: one, targets: []int{0}, grad: one, want: "loss: grad[0] is logits[0], want room of its own"},
		{loss: loss.CrossEntropy{Smoothing: 1.5}, logits: one, targets: []int{0}, want: "loss: Smoothing = 1.5, want 0 to 1"},
		{loss: loss.CrossEntropy{Smoothing: -0.1}, logits: one, targets: []int{0}, want: "loss: Smoothing = -0.1, want 0 to 1"},
		{loss: loss.CrossEntropy{Smoothing: nan}, logits: one, targets: []int{0}, want: "loss: Smoothing = NaN, want 0 to 1"},
	} {
		sum, err := c.loss.Classes(c.logits, c.targets, c.grad)
		if err == nil || err.Error() != c.want || sum.Each != nil {
			t.Errorf("%+v: %v, %v, want %s", c.logits, sum, err, c.want)
		}
	}
}

func TestSoftRefuses(t *testing.T) {
	two := [][]float64{{1, 2}, {3, 4}}
	for _, c := range []struct {
		logits, targets [][]float64
		want            string
	}{
		{two, [][]float64{{1, 0}}, "loss: 1 targets, want 2, one a row"},
		{two, [][]float64{{1, 0}, {1, 0, 0}}, "loss: targets[1] has 3 classes, want 2"},
		{two, [][]float64{{1, 0}, {0.5, -0.5}}, "loss: targets[1][1] = -0.5, want a probability"},
		{two, [][]float64{{1, 0}, {math.NaN(), 0}}, "loss: targets[1][0] = NaN, want a probability"},
		{two, [][]float64{{1, 0}, {0, math.Inf(1)}}, "loss: targets[1][1] = +Inf, want a probability"},
		{two, [][]float64{{0.5, 0.4}, {1, 0}}, "loss: targets[0] sums to 0.9, want 1"},
		{two, [][]float64{{1 + 0x1p-52, 0}, {1, 0}}, "loss: targets[0][0] = 1.0000000000000002, want a probability"},
		{[][]float64{{1, 2}, {math.NaN(), 4}}, [][]float64{{1, 0}, {1, 0}}, "loss: logits[1][0] = NaN, want a finite number or -Inf"},
	} {
		sum, err := loss.CrossEntropy{}.Soft(c.logits, c.targets, nil)
		if err == nil || err.Error() != c.want || sum.Each != nil {
			t.Errorf("%v, %v: %v, %v, want %s", c.logits, c.targets, sum, err, c.want)
		}
	}
}

// The sum of a target is not rounded before it is held against the tolerance.
func TestSoftAtTheTolerance(t *testing.T) {
	logits := [][]float64{make([]float64, 6)}
	target := []float64{1, 9007198 * 0x1p-53, 0x1p-54, 0x1p-54, 0x1p-54, 0x1p-54}
	if _, err := (loss.CrossEntropy{}).Soft(logits, [][]float64{target}, nil); err == nil {
		t.Error("Soft takes a sum further from 1 than the tolerance")
	}
}

func TestSoftRefusesIgnore(t *testing.T) {
	ignored := 1
	_, err := loss.CrossEntropy{Ignore: &ignored}.Soft([][]float64{{1, 2}}, [][]float64{{0, 1}}, nil)
	if want := "loss: Ignore = 1, want nil: soft targets are no classes"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// An error in the last row leaves nothing of the gradient of the first, and the
// logits as they were.
func TestNothingHalfWritten(t *testing.T) {
	logits, grad := [][]float64{{1, 2}, {3, math.NaN()}}, [][]float64{{7, 7}, {7, 7}}
	for name, call := range map[string]func() (loss.Sum, error){
		"Classes": func() (loss.Sum, error) { return loss.CrossEntropy{}.Classes(logits, []int{0, 0}, grad) },
		"Soft":    func() (loss.Sum, error) { return loss.CrossEntropy{}.Soft(logits, [][]float64{{1, 0}, {1, 0}}, grad) },
	} {
		grad[0][0] = 7
		if _, err := call(); err == nil {
			t.Fatalf("%s: no error", name)
		}
		if !slices.Equal(grad[0], []float64{0, 0}) || !slices.Equal(grad[1], []float64{0, 0}) {
			t.Errorf("%s: after an error about a logit, grad is %v", name, grad)
		}
		if !slices.Equal(logits[0], []float64{1, 2}) || logits[1][0] != 3 {
			t.Errorf("%s: the logits are %v", name, logits)
		}
	}
}

// An error about anything else leaves the gradient as it was.
func TestNothingWritten(t *testing.T) {
	grad := [][]float64{{7, 7}, {7, 7}}
	if _, err := (loss.CrossEntropy{}).Classes([][]float64{{1, 2}, {3, 4}}, []int{0, 2}, grad); err == nil {
		t.Fatal("no error")
	}
	if !slices.Equal(grad[0], []float64{7, 7}) || !slices.Equal(grad[1], []float64{7, 7}) {
		t.Errorf("after an error about a target, grad is %v", grad)
	}
}
