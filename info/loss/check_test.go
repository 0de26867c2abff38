package loss_test

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info/loss"
)

type (
	rows   = [][]float64
	floats = []float64
)

// What no loss can be told of is refused, and said where it is wrong.
func TestRefuses(t *testing.T) {
	classes := func(l loss.CrossEntropy, logits rows, targets []int, grad rows) error {
		_, err := l.Classes(logits, targets, grad)
		return err
	}
	plain := func(logits rows, targets ...int) error {
		return classes(loss.CrossEntropy{}, logits, targets, nil)
	}
	with := func(l loss.CrossEntropy) error { return classes(l, rows{{1, 2}}, []int{0}, nil) }
	soft := func(targets ...[]float64) error {
		_, err := loss.CrossEntropy{}.Soft(rows{{1, 2}, {3, 4}}, targets, nil)
		return err
	}
	binary := func(logits, targets floats, posWeight float64, grad floats) error {
		_, err := loss.BinaryLogits(logits, targets, posWeight, grad)
		return err
	}
	softmax := func(z ...float64) error {
		_, err := loss.Softmax(z...)
		if _, other := loss.LogSoftmax(z...); err == nil || other == nil || err.Error() != other.Error() {
			t.Errorf("Softmax says %v, LogSoftmax %v", err, other)
		}
		return err
	}
	nan, inf, ignored := math.NaN(), math.Inf(1), 1
	two := rows{{1, 2}, {3, 4}}
	six, halves := make(floats, 6), rows{{0.5, 0.5}, {0.5, 0.5}}
	_, softOver := loss.CrossEntropy{}.Soft(two[:1], halves[:1], halves[:1])
	_, softNext := loss.CrossEntropy{}.Soft(two, halves, rows{halves[1], {0, 0}})
	_, softIgnored := loss.CrossEntropy{Ignore: &ignored}.Soft(two, two, nil)
	_, softNaN := loss.CrossEntropy{}.Soft(rows{{1, 2}, {nan, 4}}, rows{{1, 0}, {1, 0}}, nil)
	for _, c := range []struct {
		err  error
		want string
	}{
		{plain(two, 0), "loss: 1 targets, want 2, one a row"},
		{plain(rows{{1, 2}, {3, 4, 5}}, 0, 0), "loss: logits[1] has 3 classes, logits[0] has 2"},
		{plain(rows{{}}, 0), "loss: logits[0] is empty, want at least 1 class"},
		{plain(two, 0, 2), "loss: targets[1] = 2, want 0 to 1"},
		{plain(two, -1, 0), "loss: targets[0] = -1, want 0 to 1"},
		{plain(rows{{1, 2}, {3, nan}}, 0, 0), "loss: logits[1][1] = NaN, want a finite number or -Inf"},
		{plain(rows{{1, inf}}, 0), "loss: logits[0][1] = +Inf, want a finite number or -Inf"},
		{plain(rows{{-inf, -inf}}, 0), "loss: logits[0] is -Inf in every class"},
		{classes(loss.CrossEntropy{}, rows{{1, 2}}, []int{0}, two), "loss: grad has 2 rows, want 1"},
		{classes(loss.CrossEntropy{}, rows{{1, 2}}, []int{0}, rows{{0}}), "loss: grad[0] has 1 classes, want 2"},
		{classes(loss.CrossEntropy{}, two[:1], []int{0}, two[:1]), "loss: grad[0] shares memory with logits[0], want room of its own"},
		{
			classes(loss.CrossEntropy{}, two, []int{0, 0}, rows{{0, 0}, two[0]}),
			"loss: grad[1] shares memory with logits[0], want room of its own",
		},
		{
			classes(loss.CrossEntropy{}, rows{six[:2]}, []int{0}, rows{six[1:3]}),
			"loss: grad[0] shares memory with logits[0], want room of its own",
		},
		{
			classes(loss.CrossEntropy{}, two, []int{0, 0}, rows{six[:2], six[1:3]}),
			"loss: grad[0] shares memory with grad[1], want room of its own",
		},
		{
			classes(loss.CrossEntropy{Weight: six[2:4]}, two, []int{0, 0}, rows{six[:2], six[3:5]}),
			"loss: grad[1] shares memory with Weight, want room of its own",
		},
		{softOver, "loss: grad[0] shares memory with targets[0], want room of its own"},
		{softNext, "loss: grad[0] shares memory with targets[1], want room of its own"},
		{binary(six[:2], floats{1, 0}, 1, six[1:3]), "loss: grad shares memory with logits, want room of its own"},
		{binary(floats{1, 0}, six[:2], 1, six[:2]), "loss: grad shares memory with targets, want room of its own"},
		{with(loss.CrossEntropy{Weight: floats{1}}), "loss: Weight has 1 classes, want 2"},
		{with(loss.CrossEntropy{Weight: floats{1, -2}}), "loss: Weight[1] = -2, want 0, or 1e-300 to 1e+300"},
		{with(loss.CrossEntropy{Weight: floats{nan, 1}}), "loss: Weight[0] = NaN, want 0, or 1e-300 to 1e+300"},
		{with(loss.CrossEntropy{Weight: floats{2e300, 1}}), "loss: Weight[0] = 2e+300, want 0, or 1e-300 to 1e+300"},
		{with(loss.CrossEntropy{Weight: floats{1, 1e-301}}), "loss: Weight[1] = 1e-301, want 0, or 1e-300 to 1e+300"},
		{with(loss.CrossEntropy{Smoothing: 1.5}), "loss: Smoothing = 1.5, want 0 to 1"},
		{with(loss.CrossEntropy{Smoothing: -0.1}), "loss: Smoothing = -0.1, want 0 to 1"},
		{with(loss.CrossEntropy{Smoothing: nan}), "loss: Smoothing = NaN, want 0 to 1"},
		{soft(floats{1, 0}), "loss: 1 targets, want 2, one a row"},
		{soft(floats{1, 0}, floats{1, 0, 0}), "loss: targets[1] has 3 classes, want 2"},
		{soft(floats{1, 0}, floats{0.5, -0.5}), "loss: targets[1][1] = -0.5, want a probability"},
		{soft(floats{1, 0}, floats{nan, 0}), "loss: targets[1][0] = NaN, want a probability"},
		{soft(floats{1, 0}, floats{0, inf}), "loss: targets[1][1] = +Inf, want a probability"},
		{
			soft(floats{float64(float32(0.1)), float64(float32(0.9))}, floats{1, 0}),
			"loss: targets[0] sums to 0.999999977648, want 1: info.Normalize would do",
		},
		{soft(floats{0.5, 0.4}, floats{1, 0}), "loss: targets[0] sums to 0.9, want 1"},
		{soft(floats{1 + 0x1p-52, 0}, floats{1, 0}), "loss: targets[0][0] = 1.0000000000000002, want a probability"},
		{softNaN, "loss: logits[1][0] = NaN, want a finite number or -Inf"},
		{softIgnored, "loss: Ignore = 1, want nil: soft targets are no classes"},
		{binary(floats{1}, nil, 1, nil), "loss: 0 targets, want 1, one a logit"},
		{binary(floats{1}, floats{1}, 1, floats{0, 0}), "loss: grad has 2 numbers, want 1"},
		{binary(floats{1}, floats{1}, -1, nil), "loss: posWeight = -1, want a finite number, not negative"},
		{binary(floats{1}, floats{1}, nan, nil), "loss: posWeight = NaN, want a finite number, not negative"},
		{binary(floats{1}, floats{1}, inf, nil), "loss: posWeight = +Inf, want a finite number, not negative"},
		{binary(floats{1, nan}, floats{1, 1}, 1, nil), "loss: logits[1] = NaN, want a number"},
		{binary(floats{1, 2}, floats{1, 1.5}, 1, nil), "loss: targets[1] = 1.5, want 0 to 1"},
		{binary(floats{1, 2}, floats{nan, 1}, 1, nil), "loss: targets[0] = NaN, want 0 to 1"},
		{softmax(), "loss: logits is empty, want at least 1 class"},
		{softmax(0, inf), "loss: logits[1] = +Inf, want a finite number or -Inf"},
		{softmax(nan), "loss: logits[0] = NaN, want a finite number or -Inf"},
		{softmax(-inf, -inf), "loss: logits is -Inf in every class"},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("got %v, want %s", c.err, c.want)
		}
	}
}

// The sum of a target is not rounded before it is held against the tolerance.
func TestSoftAtTheTolerance(t *testing.T) {
	target := floats{1, 9007198 * 0x1p-53, 0x1p-54, 0x1p-54, 0x1p-54, 0x1p-54}
	if _, err := (loss.CrossEntropy{}).Soft(rows{make(floats, 6)}, rows{target}, nil); err == nil {
		t.Error("Soft takes a sum further from 1 than the tolerance")
	}
}

// An error about a logit in the last row leaves nothing of the gradient of the first, one
// about anything else leaves the gradient as it was, and both the logits.
func TestNothingHalfWritten(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		what string
		want float64
		call func(grad rows) error
	}{
		{"a logit", 0, func(grad rows) error {
			_, err := loss.CrossEntropy{}.Classes(rows{{1, 2}, {3, nan}}, []int{0, 0}, grad)
			return err
		}},
		{"a logit of a soft target", 0, func(grad rows) error {
			_, err := loss.CrossEntropy{}.Soft(rows{{1, 2}, {3, nan}}, rows{{1, 0}, {1, 0}}, grad)
			return err
		}},
		{"a target", 7, func(grad rows) error {
			_, err := loss.CrossEntropy{}.Classes(rows{{1, 2}, {3, 4}}, []int{0, 2}, grad)
			return err
		}},
	} {
		grad := rows{{7, 7}, {7, 7}}
		if err := c.call(grad); err == nil {
			t.Fatalf("%s: no error", c.what)
		}
		if got := slices.Concat(grad...); slices.Min(got) != c.want || slices.Max(got) != c.want {
			t.Errorf("after an error about %s, grad is %v, want %v", c.what, grad, c.want)
		}
	}
}
