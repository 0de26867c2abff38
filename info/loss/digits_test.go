package loss_test

import (
	"math"
	"testing"

	"crossentropy/info/loss"
)

// rounding is what four units in the last place of a number from 1 to 2 are, and a
// little more, as what is compared was rounded too.
const rounding = 1e-15

// The largest weights and the smallest leave numbers, and means with all digits.
func TestExtremeWeights(t *testing.T) {
	logits, targets := [][]float64{{0.4, -800}, {0.4, 0.1}, {3, 2}}, []int{0, 1, 1}
	plain, err := loss.CrossEntropy{}.Classes(logits, targets, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []float64{1e-300, 1e300} {
		grad := like(logits)
		sum, err := loss.CrossEntropy{Weight: []float64{w, w}}.Classes(logits, targets, grad)
		if off := math.Abs(float64(sum.Mean() - plain.Mean())); err != nil || !(off <= rounding) {
			t.Errorf("weights %v: mean %v, %v, want %v", w, sum.Mean(), err, plain.Mean())
		}
		for i, row := range grad {
			if math.IsNaN(row[0]) || math.IsInf(row[0], 0) || math.Abs(row[0]+row[1]) > rounding*w {
				t.Errorf("weights %v: slopes %v in row %d", w, row, i)
			}
		}
	}
}

// One row costs so much that what each of the others costs would be rounded away.
func TestTotalsKeepSmallRows(t *testing.T) {
	const large, small = 1 << 53, 1000
	logits, targets := [][]float64{{0, large}}, []int{0}
	soft, binary, labels := [][]float64{{1, 0}}, []float64{large}, []float64{0}
	for range small {
		logits, targets = append(logits, []float64{0, 0}), append(targets, 1)
		soft, binary, labels = append(soft, []float64{0.5, 0.5}), append(binary, 0), append(labels, 0)
	}
	const want = large + small*math.Ln2
	classes, err := loss.CrossEntropy{}.Classes(logits, targets, nil)
	if err != nil || math.Abs(float64(classes.Total)-want) > 2 {
		t.Errorf("Classes: total %v, %v, want %v", float64(classes.Total), err, want)
	}
	mixed, err := loss.CrossEntropy{}.Soft(logits, soft, nil)
	if err != nil || math.Abs(float64(mixed.Total)-want) > 2 {
		t.Errorf("Soft: total %v, %v, want %v", float64(mixed.Total), err, want)
	}
	forecasts, err := loss.BinaryLogits(binary, labels, 1, nil)
	if err != nil || math.Abs(float64(forecasts.Total)-want) > 2 {
		t.Errorf("BinaryLogits: total %v, %v, want %v", float64(forecasts.Total), err, want)
	}
	heavy, err := loss.CrossEntropy{Weight: []float64{large, 1}}.Classes(logits, targets, nil)
	if err != nil || heavy.Weight != large+small {
		t.Errorf("weight %v, %v, want %v", heavy.Weight, err, float64(large+small))
	}
}

// So many classes have a share that adding them up plainly would lose four digits.
func TestRowsOfManyClasses(t *testing.T) {
	const classes, likely = 100_000, 0.6
	logits, target := make([]float64, classes), make([]float64, classes)
	share := (1 - likely) / (classes - 1)
	for c := range classes {
		target[c] = share
	}
	target[0] = likely
	grad := like([][]float64{logits})
	sum, err := loss.CrossEntropy{}.Soft([][]float64{logits}, [][]float64{target}, grad)
	if err != nil {
		t.Fatal(err)
	}
	all := likely + (classes-1)*share
	if want := all * math.Log(classes); math.Abs(float64(sum.Total)-want) > rounding*want {
		t.Errorf("cost %v, want %v", float64(sum.Total), want)
	}
	if want := all/classes - likely; math.Abs(grad[0][0]-want) > rounding {
		t.Errorf("slope %v, want %v", grad[0][0], want)
	}
	logits[0] = 800 // all others together are next to impossible
	if _, err = (loss.CrossEntropy{}).Soft([][]float64{logits}, [][]float64{target}, grad); err != nil {
		t.Fatal(err)
	}
	if want := all - likely; math.Abs(grad[0][0]-want) > rounding {
		t.Errorf("slope of the winner %v, want %v", grad[0][0], want)
	}
}
