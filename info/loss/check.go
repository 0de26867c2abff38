package loss

import (
	"errors"
	"fmt"
	"math"

	"crossentropy/info"
	"crossentropy/info/internal/kernel"
	"crossentropy/info/internal/memory"
)

// Weights are 0, or such that their products and sums have all their digits.
const (
	lightest = 1e-300
	heaviest = 1e300
)

// Everything is checked before anything is written, but for the logits: they are so many
// that to look through them twice would take a tenth of the time.

func (l CrossEntropy) checkClasses(logits [][]float64, targets []int, grad [][]float64) error {
	if err := l.checkShapes(logits, len(targets), grad); err != nil {
		return err
	}
	for i, y := range targets {
		if n := len(logits[i]); !l.ignores(y) && (y < 0 || y >= n) {
			return fmt.Errorf("loss: targets[%d] = %d, want 0 to %d", i, y, n-1)
		}
	}
	return l.checkRoom(logits, nil, grad)
}

func (l CrossEntropy) checkSoft(logits, targets, grad [][]float64) error {
	if l.Ignore != nil {
		return fmt.Errorf("loss: Ignore = %d, want nil: soft targets are no classes", *l.Ignore)
	}
	if err := l.checkShapes(logits, len(targets), grad); err != nil {
		return err
	}
	for i, t := range targets {
		if len(t) != len(logits[i]) {
			return fmt.Errorf("loss: targets[%d] has %d classes, want %d", i, len(t), len(logits[i]))
		}
		if err := checkTarget(t); err != nil {
			return fmt.Errorf("loss: targets[%d]%w", i, err)
		}
	}
	return l.checkRoom(logits, targets, grad)
}

// checkRoom refuses a gradient that would be written over what is still to be read.
func (l CrossEntropy) checkRoom(logits, targets, grad [][]float64) error {
	if grad == nil {
		return nil
	}
	for i, row := range grad {
		if memory.Overlap(row, l.Weight) {
			return fmt.Errorf("loss: grad[%d] shares memory with Weight, want room of its own", i)
		}
	}
	err := memory.Apart(memory.Rows{Name: "grad", Floats: grad},
		memory.Rows{Name: "logits", Floats: logits}, memory.Rows{Name: "targets", Floats: targets})
	if err != nil {
		return fmt.Errorf("loss: %w", err)
	}
	return nil
}

// inRow is an error about a row of logits. No half of a gradient stays behind.
func inRow(i int, wrong error, grad [][]float64) error {
	for _, row := range grad {
		clear(row)
	}
	return fmt.Errorf("loss: logits[%d]%w", i, wrong)
}

func (l CrossEntropy) checkShapes(logits [][]float64, targets int, grad [][]float64) error {
	if targets != len(logits) {
		return fmt.Errorf("loss: %d targets, want %d, one a row", targets, len(logits))
	}
	if grad != nil && len(grad) != len(logits) {
		return fmt.Errorf("loss: grad has %d rows, want %d", len(grad), len(logits))
	}
	for i, z := range logits {
		switch n := len(logits[0]); {
		case n == 0:
			return errors.New("loss: logits[0] is empty, want at least 1 class")
		case len(z) != n:
			return fmt.Errorf("loss: logits[%d] has %d classes, logits[0] has %d", i, len(z), n)
		case grad != nil && len(grad[i]) != n:
			return fmt.Errorf("loss: grad[%d] has %d classes, want %d", i, len(grad[i]), n)
		case l.Weight != nil && len(l.Weight) != n:
			return fmt.Errorf("loss: Weight has %d classes, want %d", len(l.Weight), n)
		}
	}
	for c, w := range l.Weight {
		if w != 0 && !(w >= lightest && w <= heaviest) {
			return fmt.Errorf("loss: Weight[%d] = %v, want 0, or %g to %g", c, w, lightest, heaviest)
		}
	}
	if !(l.Smoothing >= 0 && l.Smoothing <= 1) {
		return fmt.Errorf("loss: Smoothing = %v, want 0 to 1", l.Smoothing)
	}
	return nil
}

// checkTarget refuses what is no distribution. What it says follows its name.
func checkTarget(t []float64) error {
	for c, p := range t {
		if !(p >= 0 && p <= 1) {
			return fmt.Errorf("[%d] = %v, want a probability", c, p)
		}
	}
	switch sum := kernel.Total(t); {
	case math.Abs(sum-1) <= info.Tolerance:
		return nil
	case math.Abs(sum-1) < 2e-6: // what was rounded to float32, say
		return fmt.Errorf(" sums to %.12g, want 1: info.Normalize would do", sum)
	default:
		return fmt.Errorf(" sums to %.12g, want 1", sum)
	}
}
