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
			got := LowestLoss(x, c.y, 1+slices.Max(c.y), 0.5, pinned, false)
			if math.Abs(got-c.want) > 1e-14 {
				t.Errorf("%v: %v, want %v", c.y, got, c.want)
			}
		}
	}
}

// With rows ±x of different classes the bias is 0, and one weight w is left, as without a
// bias there is from one of them. Its loss
//
//	ln (1 + e^−wx) + penalty/2·w²
//
// is lowest where the penalty is x·σ(−wx)/w. The softmax shares the weight between two
// classes, which halves its penalty.
func TestLowestLossOfOneWeight(t *testing.T) {
	for _, x := range []float64{0.1, 1, 20} {
		for _, wx := range []float64{0.01, 1, 8} {
			w := wx / x
			penalty := x / (1 + math.Exp(wx)) / w
			want := math.Log1p(math.Exp(-wx)) + penalty/2*w*w
			for pinned, penalty := range map[bool]float64{true: penalty, false: 2 * penalty} {
				both := LowestLoss([][]float64{{x}, {-x}}, []int{1, 0}, 2, penalty, pinned, false)
				alone := LowestLoss([][]float64{{x}}, []int{1}, 2, penalty, pinned, true)
				if math.Abs(both-want) > 1e-14 || math.Abs(alone-want) > 1e-14 {
					t.Errorf("penalty %v, ±%v, pinned %v: %v, and %v without bias, want %v",
						penalty, x, pinned, both, alone, want)
				}
			}
		}
	}
}

// Where rounding hides which way is down, the search ends all the same.
func TestLowestLossOfLargeNumbers(t *testing.T) {
	x := [][]float64{{1e9}, {2e9 + 1}, {-1e9}, {3}}
	for _, pinned := range []bool{false, true} {
		if got := LowestLoss(x, []int{0, 1, 0, 1}, 2, 1./8, pinned, false); !(got > 0 && got <= math.Ln2) {
			t.Errorf("pinned %v: %v, want no more than at equal odds", pinned, got)
		}
	}
}
