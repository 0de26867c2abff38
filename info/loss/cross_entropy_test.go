package loss_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
	"crossentropy/info/loss"
)

func ExampleCrossEntropy_Classes() {
	logits := [][]float64{{2, 0, 0}, {0, 0, 0}}
	grad := [][]float64{make([]float64, 3), make([]float64, 3)}
	sum, err := loss.CrossEntropy{}.Classes(logits, []int{0, 2}, grad)
	fmt.Println(sum.Each, sum.Mean(), err)
	fmt.Printf("%.4f\n", grad)
	// Output:
	// [0.2395 nats 1.099 nats] 0.6691 nats <nil>
	// [[-0.2130 0.1065 0.1065] [0.3333 0.3333 -0.6667]]
}

func ExampleCrossEntropy_Soft() {
	teacher := [][]float64{{0.7, 0.2, 0.1}}
	sum, err := loss.CrossEntropy{}.Soft([][]float64{{2, 1, 0}}, teacher, nil)
	fmt.Println(sum.Mean(), err)
	// Output: 0.8076 nats <nil>
}

// Images, texts and the like have a row of logits for each place. PyTorch keeps
// the classes in the second dimension, (N, C, d₁, …); here each place is a row.
func ExampleCrossEntropy_Classes_places() {
	image := [2][1][3]float64{ // two classes, an image 1 high and 3 wide
		{{2, 0, -1}},
		{{0, 0, 3}},
	}
	right := [1][3]int{{0, 1, 1}}
	var logits [][]float64
	var targets []int
	for y := range right {
		for x := range right[y] {
			logits = append(logits, []float64{image[0][y][x], image[1][y][x]})
			targets = append(targets, right[y][x])
		}
	}
	sum, err := loss.CrossEntropy{}.Classes(logits, targets, nil)
	fmt.Println(sum.Each, sum.Mean(), err)
	// Output: [0.1269 nats 0.6931 nats 0.01815 nats] 0.2794 nats <nil>
}

func ExampleSum_Add() {
	first, _ := loss.CrossEntropy{}.Classes([][]float64{{0, 0}, {0, 3}}, []int{0, 1}, nil)
	second, _ := loss.CrossEntropy{}.Classes([][]float64{{0, 1}}, []int{0}, nil)
	both := first.Add(second)
	fmt.Println(first.Mean(), second.Mean(), both.Mean(), len(both.Each))
	fmt.Printf("%.4g\n", both.Perplexity())
	// Output:
	// 0.3709 nats 1.313 nats 0.685 nats 3
	// 1.984
}

func TestNothingCounts(t *testing.T) {
	ignored := 1
	for _, c := range []struct {
		loss   loss.CrossEntropy
		logits [][]float64
	}{
		{loss.CrossEntropy{}, nil},
		{loss.CrossEntropy{Ignore: &ignored}, [][]float64{{1, 2}}},
		{loss.CrossEntropy{Weight: []float64{0, 0}, Smoothing: 0.5}, [][]float64{{1, 2}}},
		{loss.CrossEntropy{Weight: []float64{1, 0}, Smoothing: 0.5}, [][]float64{{1, 2}}},
	} {
		sum, err := c.loss.Classes(c.logits, slices.Repeat([]int{1}, len(c.logits)), nil)
		if err != nil || !math.IsNaN(float64(sum.Mean())) || !math.IsNaN(sum.Perplexity()) {
			t.Errorf("%+v: mean %v, %v, want NaN", c.loss, sum.Mean(), err)
		}
		if len(sum.Each) != len(c.logits) {
			t.Errorf("%+v: %d losses of %d rows", c.loss, len(sum.Each), len(c.logits))
		}
	}
}

// An ignored row may hold anything, costs nothing and pulls at nothing.
func TestIgnored(t *testing.T) {
	ignored, nan, inf := -100, math.NaN(), math.Inf(1)
	logits := [][]float64{{nan, inf}, {1, 2}, {-inf, -inf}}
	grad := like(logits)
	l := loss.CrossEntropy{Ignore: &ignored, Smoothing: 0.1}
	sum, err := l.Classes(logits, []int{-100, 1, -100}, grad)
	alone, _ := l.Classes(logits[1:2], []int{1}, nil)
	want := []info.Nats{0, alone.Total, 0}
	if err != nil || !slices.Equal(sum.Each, want) || sum.Mean() != alone.Mean() {
		t.Errorf("losses %v, mean %v, %v, want %v, %v", sum.Each, sum.Mean(), err, want, alone.Mean())
	}
	if pull := append(grad[0], grad[2]...); !slices.Equal(pull, make([]float64, 4)) {
		t.Errorf("gradients %v in ignored rows", pull)
	}
}

// What does not count costs nothing, even where it is impossible.
func TestImpossibleClasses(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		loss   loss.CrossEntropy
		target int
		want   float64
	}{
		{loss.CrossEntropy{}, 0, 0},
		{loss.CrossEntropy{}, 1, inf},
		{loss.CrossEntropy{Smoothing: 0.5}, 0, inf},
		{loss.CrossEntropy{Smoothing: 0.5, Weight: []float64{1, 0}}, 0, 0},
		{loss.CrossEntropy{Weight: []float64{1, 0}}, 1, 0},
	} {
		grad := like([][]float64{{0, 0}})
		sum, err := c.loss.Classes([][]float64{{0, -inf}}, []int{c.target}, grad)
		if err != nil || float64(sum.Total) != c.want {
			t.Errorf("%+v costs %v for target %d, %v, want %v", c.loss, sum.Total, c.target, err, c.want)
		}
		if g := grad[0]; math.IsNaN(g[0]) || g[0]+g[1] != 0 {
			t.Errorf("%+v has gradient %v for target %d", c.loss, g, c.target)
		}
	}
	soft, err := loss.CrossEntropy{}.Soft([][]float64{{0, -inf}}, [][]float64{{1, 0}}, nil)
	if err != nil || soft.Total != 0 {
		t.Errorf("a soft target that is one class costs %v, %v, want 0", soft.Total, err)
	}
}

// Soft targets near the forecasts: where p(c)·Σs is near s(c), their difference has
// the digits of 1 − p.
func TestSlopeOfSoftTargets(t *testing.T) {
	const tiny = 0x1p-40
	logits, targets := [][]float64{{100, 0}}, [][]float64{{1 - tiny, tiny}}
	grad := like(logits)
	if _, err := (loss.CrossEntropy{}).Soft(logits, targets, grad); err != nil {
		t.Fatal(err)
	}
	if g := grad[0]; math.Abs(g[0]-tiny) > 1e-15*tiny || math.Abs(g[1]+tiny) > 1e-15*tiny {
		t.Errorf("gradient %v, want ±%v", g, tiny)
	}
}

func TestAllocates(t *testing.T) {
	const rows, classes = 16, 100
	logits := slices.Repeat([][]float64{make([]float64, classes)}, rows)
	targets := make([]int, rows)
	grad := slices.Collect(slices.Chunk(make([]float64, rows*classes), classes))
	for _, g := range [][][]float64{nil, grad} {
		if n := testing.AllocsPerRun(10, func() {
			_, _ = loss.CrossEntropy{Smoothing: 0.1}.Classes(logits, targets, g)
		}); n > 1 {
			t.Errorf("%v allocations, want 1, of the losses", n)
		}
	}
}

// rounding is what four units in the last place of a number from 1 to 2 are, and a
// little more, as what is compared was rounded too.
const rounding = 1e-15

// The largest weights and the smallest leave numbers, and means with all digits.
func TestExtremeWeights(t *testing.T) {
	logits, targets := [][]float64{{0.4, -800}, {0.4, 0.1}, {3, 2}}, []int{0, 1, 1}
	plain, _ := loss.CrossEntropy{}.Classes(logits, targets, nil)
	for _, w := range []float64{1e-300, 1e300} {
		grad := like(logits)
		sum, err := loss.CrossEntropy{Weight: []float64{w, w}}.Classes(logits, targets, grad)
		if off := math.Abs(float64(sum.Mean() - plain.Mean())); err != nil || !(off <= rounding) {
			t.Errorf("weights %v: mean %v, %v, want %v", w, sum.Mean(), err, plain.Mean())
		}
		for i, row := range grad {
			if !(math.Abs(row[0]+row[1]) <= rounding*w) {
				t.Errorf("weights %v: slopes %v in row %d", w, row, i)
			}
		}
	}
}

// What costs more than the largest float has a mean, and a part of it may be no more.
// What counts little still counts, where it costs infinitely much.
func TestLittleOfInfinity(t *testing.T) {
	inf := math.Inf(-1)
	for _, light := range []float64{1e-24, 1e-150, 1e-300} {
		for _, smoothing := range []float64{0, 0.5} {
			e := loss.CrossEntropy{Weight: []float64{1e300, light}, Smoothing: smoothing}
			sum, err := e.Classes([][]float64{{0, 0}, {0, inf}}, []int{0, 1}, nil)
			if !math.IsInf(float64(sum.Mean()), 1) || err != nil {
				t.Errorf("weight %v, smoothing %v: mean %v, %v, want +Inf", light, smoothing, sum.Mean(), err)
			}
		}
	}
	for _, target := range []float64{1, 0.25} {
		sum, err := loss.BinaryLogits([]float64{inf, 0}, []float64{target, 0}, 5e-324, nil)
		if !math.IsInf(float64(sum.Mean()), 1) || err != nil {
			t.Errorf("target %v: mean %v, %v, want +Inf", target, sum.Mean(), err)
		}
	}
}

func TestNearTheLargestFloat(t *testing.T) {
	const most, allowed = 1e308, 1e-15
	heavy := []float64{1e300, 1e300}
	for _, c := range []struct {
		loss        loss.CrossEntropy
		logits      [][]float64
		total, mean float64
	}{
		{loss.CrossEntropy{Smoothing: 0.1}, rows{{most, -most}}, 1e307, 1e307},
		{loss.CrossEntropy{Smoothing: 0.1, Weight: floats{1, 0.5}}, rows{{most, -most}}, 5e306, 5e306},
		{loss.CrossEntropy{}, rows{{-most, 0}, {-most, 0}, {-most, 0}}, math.Inf(1), most},
		{loss.CrossEntropy{Weight: heavy}, rows{{-2e15, 0}}, math.Inf(1), 2e15},
		{loss.CrossEntropy{Weight: heavy, Smoothing: 0.04}, rows{{0, 2e15}}, math.Inf(1), 1.96e15},
		{loss.CrossEntropy{Weight: floats{2, 1e300}, Smoothing: 0.5}, rows{{4e8, 0}}, math.Inf(1), 5e307},
		{loss.CrossEntropy{Weight: heavy}, rows{{math.Inf(-1), 0}}, math.Inf(1), math.Inf(1)},
		{loss.CrossEntropy{}, rows{{-most, most}}, math.Inf(1), math.Inf(1)},
	} {
		sum, err := c.loss.Classes(c.logits, make([]int, len(c.logits)), nil)
		if err != nil || !close(float64(sum.Total), c.total, allowed) || !close(float64(sum.Mean()), c.mean, allowed) {
			t.Errorf("%+v: %v costs %v, on average %v, %v, want %v, %v",
				c.loss, c.logits, sum.Total, sum.Mean(), err, c.total, c.mean)
		}
		soft, err := c.loss.Soft(c.logits, slices.Repeat(rows{{1, 0}}, len(c.logits)), nil)
		if n := float64(len(c.logits)); err != nil || !close(float64(soft.Total), c.total, allowed) ||
			c.loss.Weight == nil && !close(float64(soft.Mean()), c.mean, allowed) {
			t.Errorf("%+v: %v costs %v as soft targets, on average of %v %v, %v", c.loss, c.logits, soft.Total, n, soft.Mean(), err)
		}
		twice := sum.Add(sum)
		if !close(float64(twice.Mean()), c.mean, allowed) {
			t.Errorf("%+v: %v costs %v on average twice, want %v", c.loss, c.logits, twice.Mean(), c.mean)
		}
	}
	binary, err := loss.BinaryLogits(floats{-most, -most, -most}, floats{1, 1, 1}, 1, nil)
	if err != nil || !close(float64(binary.Mean()), most, allowed) {
		t.Errorf("logits of %v cost %v on average, %v", -most, binary.Mean(), err)
	}
}

// Weights so small that the total is no normal float leave a mean with all its digits.
func TestMeansOfSmallTotals(t *testing.T) {
	for _, c := range []struct{ gap, weight, other float64 }{
		{40, 1e-300, 1e-300}, {200, 1e-300, 1e-300}, {200, 1e-300, 1}, {600, 1e-250, 1},
	} {
		sum, err := loss.CrossEntropy{Weight: []float64{c.weight, c.other}}.Classes(rows{{c.gap, 0}}, []int{0}, nil)
		if want := math.Exp(-c.gap); err != nil || !close(float64(sum.Mean()), want, 1e-15) {
			t.Errorf("%+v costs %v on average, %v, want %v", c, float64(sum.Mean()), err, want)
		}
	}
}

func close(got, want, allowed float64) bool {
	return got == want || math.Abs(got-want) <= allowed*math.Abs(want) // two infinities are close
}

// One row costs so much that what each of the others costs would be rounded away.
func TestTotalsKeepSmallRows(t *testing.T) {
	const large, small, allowed = 1 << 53, 1000, 2
	logits := append([][]float64{{0, large}}, slices.Repeat([][]float64{{0, 0}}, small)...)
	targets := append([]int{0}, slices.Repeat([]int{1}, small)...)
	classes, err := loss.CrossEntropy{Weight: []float64{large, 1}}.Classes(logits, targets, nil)
	if err != nil || classes.Weight != large+small {
		t.Errorf("weight %v, %v, want %v", classes.Weight, err, float64(large+small))
	}
	ahead := append([]float64{large}, make([]float64, small)...)
	binary, err := loss.BinaryLogits(ahead, make([]float64, 1+small), 1, nil)
	const want = large + small*math.Ln2
	if err != nil || !(math.Abs(float64(binary.Total)-want) <= allowed) {
		t.Errorf("total %v, %v, want %v", float64(binary.Total), err, want)
	}
}

// So many classes have a share that adding them up plainly would lose four digits.
func TestRowsOfManyClasses(t *testing.T) {
	const classes, likely = 100_000, 0.6
	const share = (1 - likely) / (classes - 1)
	logits, target := [][]float64{make([]float64, classes)}, slices.Repeat([]float64{share}, classes)
	target[0] = likely
	all, grad := likely+(classes-1)*share, like(logits)
	for _, c := range []struct{ first, cost, slope float64 }{
		{0, all * math.Log(classes), all/classes - likely},
		{800, (all - likely) * 800, all - likely}, // all others together are next to impossible
	} {
		logits[0][0] = c.first
		sum, err := loss.CrossEntropy{}.Soft(logits, [][]float64{target}, grad)
		if cost := float64(sum.Total); err != nil || !(math.Abs(cost-c.cost) <= rounding*c.cost) {
			t.Errorf("cost %v, %v, want %v", cost, err, c.cost)
		}
		if slope := grad[0][0]; !(math.Abs(slope-c.slope) <= rounding) {
			t.Errorf("slope %v, want %v", slope, c.slope)
		}
	}
}
