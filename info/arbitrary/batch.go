package arbitrary

import (
	"math"
	"math/rand"
	"slices"
	"strings"

	"crossentropy/info/loss"
)

// A Batch is rows of logits, the class that was right for each, and how their loss
// is to be counted.
type Batch struct {
	loss.CrossEntropy
	Logits  [][]float64
	Targets []int
}

// Batches draws up to five rows, of which some are ignored and hold anything, with
// weights from 0 to 4 and smoothing, or without. In SmoothBatches none is ignored,
// and PlainBatches have no weights either. WeightyBatches have weights and no
// smoothing.
var (
	Batches        = batches(weighed, smoothed, ignoring)
	SmoothBatches  = batches(weighed, smoothed)
	PlainBatches   = batches(smoothed)
	WeightyBatches = batches(weighed, ignoring)
)

// Counts says whether row i counts.
func (b Batch) Counts(i int) bool { return b.Ignore == nil || b.Targets[i] != *b.Ignore }

// WeightOf is what class c weighs.
func (b Batch) WeightOf(c int) float64 {
	if b.Weight == nil {
		return 1
	}
	return b.Weight[c]
}

// Rows are those of b that count, and those that do not.
func (b Batch) Rows() (counted, ignored []int) {
	for i := range b.Targets {
		if b.Counts(i) {
			counted = append(counted, i)
		} else {
			ignored = append(ignored, i)
		}
	}
	return counted, ignored
}

// Only is b with these of its rows.
func (b Batch) Only(rows []int) Batch {
	logits, targets := make([][]float64, len(rows)), make([]int, len(rows))
	for to, i := range rows {
		logits[to], targets[to] = b.Logits[i], b.Targets[i]
	}
	return Batch{b.CrossEntropy, logits, targets}
}

// OneHot are the targets as distributions: 1 for the right class.
func (b Batch) OneHot() [][]float64 {
	t := make([][]float64, len(b.Targets))
	for i, y := range b.Targets {
		t[i] = make([]float64, len(b.Logits[i]))
		if y >= 0 && y < len(t[i]) {
			t[i][y] = 1
		}
	}
	return t
}

// String names the rows, and of the rest what is not as it is by default.
func (b Batch) String() string {
	var parts []string
	for i, z := range b.Logits {
		parts = append(parts, "logits "+list(z)+" target "+Number(float64(b.Targets[i])))
	}
	if b.Weight != nil {
		parts = append(parts, "weights "+list(b.Weight))
	}
	if b.Smoothing != 0 {
		parts = append(parts, "smoothing "+Number(b.Smoothing))
	}
	if b.Ignore != nil {
		parts = append(parts, "target "+Number(float64(*b.Ignore))+" ignored")
	}
	if len(parts) == 0 {
		return "no rows"
	}
	return strings.Join(parts, ", ")
}

// batches draws rows of one class to dozens, and applies what is special of them.
func batches(special ...func(*rand.Rand, *Batch)) Gen[Batch] {
	return Gen[Batch]{
		Draw: func(r *rand.Rand) (Batch, string) {
			n, shape := classes(r, 1, 150), "no rows"
			var b Batch
			for range min(r.Intn(12), 1+r.Intn(5)) {
				x, drawn := drawRow(r, n)
				b.Logits, b.Targets, shape = append(b.Logits, x.Logits), append(b.Targets, x.Target), drawn
			}
			for _, apply := range special {
				apply(r, &b)
			}
			return b, shape
		},
		Shrink: func(b Batch) []Batch { return simplerThan(b, simplerBatches(b), costOfBatch) },
		Show:   Batch.String,
	}
}

func weighed(r *rand.Rand, b *Batch) {
	if len(b.Logits) > 0 && r.Intn(4) > 0 {
		b.Weight = weights(r, len(b.Logits[0]))
	}
}

func smoothed(r *rand.Rand, b *Batch) {
	if r.Intn(2) == 0 {
		b.Smoothing = float64(r.Intn(17)) / 16
	}
}

// ignoring ignores a class, or a target that is none, whose rows may hold anything.
func ignoring(r *rand.Rand, b *Batch) {
	none := -100
	if len(b.Logits) > 0 && r.Intn(4) == 0 {
		none = r.Intn(len(b.Logits[0]))
	}
	b.Ignore = &none
	for i, z := range b.Logits {
		if r.Intn(3) == 0 {
			b.Targets[i] = none
		}
		if !b.Counts(i) && r.Intn(2) == 0 {
			z[r.Intn(len(z))] = []float64{math.NaN(), math.Inf(1), math.Inf(-1)}[r.Intn(3)]
		}
	}
}

func costOfBatch(b Batch) cost {
	var classes, extras int
	if len(b.Logits) > 0 {
		classes = len(b.Logits[0])
	}
	for _, y := range b.Targets {
		extras += max(y, 0)
	}
	if b.Weight != nil {
		extras += 1
	}
	if b.Ignore != nil {
		extras += 1
	}
	size := sizeOf(slices.Concat(append(slices.Clone(b.Logits), b.Weight, []float64{b.Smoothing})...))
	return cost{classes + len(b.Logits), size[0], size[1], extras}
}
