package arbitrary

import (
	"fmt"
	"math/rand"
	"slices"
)

// simplerBatches have fewer rows or classes, rounder numbers, or less that is
// special. None asks for what the loss would refuse.
func simplerBatches(b Batch) []Batch {
	all := plainer(b)
	for _, keep := range fewer(len(b.Logits)) {
		all = append(all, b.Only(keep))
	}
	if len(b.Logits) > 0 {
		for _, keep := range fewer(len(b.Logits[0])) {
			all = append(all, b.ofClasses(keep)...)
		}
	}
	for i, z := range b.Logits {
		for _, z := range simplerLogits(z) {
			all = append(all, b.with(i, z, b.Targets[i]))
		}
		all = append(all, b.with(i, z, 0))
	}
	return slices.DeleteFunc(all, func(b Batch) bool {
		_, err := b.Classes(b.Logits, b.Targets, nil)
		return err != nil
	})
}

// plainer are b with rounder weights or smoothing, without them, or with nothing
// ignored.
func plainer(b Batch) []Batch {
	var all []Batch
	unweighed, counting := b, b
	unweighed.Weight, counting.Ignore = nil, nil
	all = append(all, unweighed, counting)
	for _, w := range reweighed(b.Weight) {
		lighter := b
		lighter.Weight = w
		all = append(all, lighter)
	}
	for _, smoothing := range []float64{0, 1, 0.5, 0.25} {
		rounder := b
		rounder.Smoothing = smoothing
		all = append(all, rounder)
	}
	return all
}

// ofClasses is b with these of its classes, if no target is lost.
func (b Batch) ofClasses(keep []int) []Batch {
	few := Batch{b.CrossEntropy, nil, nil}
	if b.Weight != nil {
		few.Weight = permuted(b.Weight, keep)
	}
	if b.Ignore != nil && *b.Ignore >= 0 {
		ignored := slices.Index(keep, *b.Ignore)
		few.Ignore = &ignored
	}
	for i, z := range b.Logits {
		target := b.Targets[i]
		if target >= 0 {
			target = slices.Index(keep, target)
		}
		if target < 0 && b.Counts(i) {
			return nil
		}
		few.Logits, few.Targets = append(few.Logits, permuted(z, keep)), append(few.Targets, target)
	}
	return []Batch{few}
}

// with is b with another row i.
func (b Batch) with(i int, z []float64, target int) Batch {
	b.Logits, b.Targets = slices.Clone(b.Logits), slices.Clone(b.Targets)
	b.Logits[i], b.Targets[i] = z, target
	return b
}

// A Divided is a batch, and how many of its rows are in its first part.
type Divided struct {
	Batch
	At int
}

// Divisions draws batches with parts of any size.
var Divisions = Gen[Divided]{
	Draw: func(r *rand.Rand) (Divided, string) {
		b, shape := Batches.Draw(r)
		return Divided{b, r.Intn(len(b.Targets) + 1)}, shape
	},
	Shrink: func(x Divided) []Divided {
		var all []Divided
		for _, b := range Batches.Shrink(x.Batch) {
			for at := range min(x.At, len(b.Targets)) + 1 {
				all = append(all, Divided{b, at})
			}
		}
		return all
	},
	Show: func(x Divided) string { return fmt.Sprintf("%s, divided after %d", x.Batch, x.At) },
}

// Parts are the rows before and behind the division.
func (x Divided) Parts() (first, second Batch) {
	first, second = x.Batch, x.Batch
	first.Logits, second.Logits = x.Logits[:x.At], x.Logits[x.At:]
	first.Targets, second.Targets = x.Targets[:x.At], x.Targets[x.At:]
	return first, second
}
