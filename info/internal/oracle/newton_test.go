package oracle

import (
	"math"
	"slices"
	"testing"
)

// Where features say nothing, the lowest loss is the entropy of the base rate.
func TestLowestLossOfNothing(t *testing.T) {
	for _, c := range []struct {
		y    []int
		want float64
	}{
		{[]int{0, 1}, math.Ln2},
		{[]int{0, 1, 1, 1}, 2*math.Ln2 - 0.75*math.Log(3)},
		{[]int{0, 1, 2}, math.Log(3)},
		{[]int{2, 0, 1, 2}, 1.5 * math.Ln2},
	} {
		x := slices.Repeat([][]float64{{0, 0}}, len(c.y))
		for _, pinned := range []bool{false, true} {
			got := LowestLoss(x, c.y, 1+slices.Max(c.y), 0.5, pinned)
			if math.Abs(got-c.want) > 1e-14 {
				t.Errorf("%v: %v, want %v", c.y, got, c.want)
			}
		}
	}
}

// With rows that mirror each other the bias is 0, and one weight is left, which a
// search by thirds finds too. The softmax shares it between two classes, which
// halves its penalty.
func TestLowestLossOfOneWeight(t *testing.T) {
	for _, penalty := range []float64{0.01, 0.125, 1, 10} {
		for _, wide := range []float64{0.1, 1, 20} {
			x, y := [][]float64{{wide}, {-wide}}, []int{1, 0}
			for _, pinned := range []bool{false, true} {
				share := penalty
				if !pinned {
					share = penalty / 2
				}
				loss := func(w float64) float64 { return math.Log1p(math.Exp(-w*wide)) + share/2*w*w }
				low, high := 0.0, 100.0
				for range 200 {
					a, b := low+(high-low)/3, high-(high-low)/3
					if loss(a) < loss(b) {
						high = b
					} else {
						low = a
					}
				}
				if got := LowestLoss(x, y, 2, penalty, pinned); math.Abs(got-loss(low)) > 1e-13 {
					t.Errorf("penalty %v, x = ±%v, pinned %v: %v, want %v", penalty, wide, pinned, got, loss(low))
				}
			}
		}
	}
}

// Where rounding hides which way is down, the search ends all the same.
func TestLowestLossOfLargeNumbers(t *testing.T) {
	x := [][]float64{{1e9}, {2e9 + 1}, {-1e9}, {3}}
	for _, pinned := range []bool{false, true} {
		if got := LowestLoss(x, []int{0, 1, 0, 1}, 2, 1./8, pinned); !(got > 0 && got <= math.Ln2) {
			t.Errorf("pinned %v: %v, want no more than at equal odds", pinned, got)
		}
	}
}
