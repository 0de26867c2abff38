package learn

import (
	"cmp"
	"fmt"
	"slices"

	"crossentropy/info"
	"crossentropy/info/loss"
)

// Answers are the logits that a classifier gives to rows, and the classes that
// were right. The methods panic where a row has no softmax, or a target is none of
// the classes.
type Answers struct {
	Logits  [][]float64
	Targets []int
}

// Answer puts the rows of d to m. It panics where [Linear.Logits] does.
func (m Linear) Answer(d Data) Answers { return Answers{m.Logits(d.X), d.Y} }

// At returns the answers at a temperature: see [Heat].
func (a Answers) At(temperature float64) Answers {
	return Answers{Heat(a.Logits, temperature), a.Targets}
}

// Loss returns what the answers cost on average, in bits.
func (a Answers) Loss() info.Bits { return a.sum().Mean().Bits() }

// Costs returns what each answer costs, in bits.
func (a Answers) Costs() []info.Bits {
	var all []info.Bits
	for _, cost := range a.sum().Each {
		all = append(all, cost.Bits())
	}
	return all
}

func (a Answers) sum() loss.Sum {
	sum, err := loss.CrossEntropy{}.Classes(a.Logits, a.Targets, nil)
	if err != nil {
		panic(fmt.Sprintf("learn: %v", err))
	}
	return sum
}

// Right returns the share of the answers whose likeliest class was right.
func (a Answers) Right() float64 {
	var n float64
	for i, target := range a.Targets {
		if a.Likeliest(i) == target {
			n++
		}
	}
	return n / float64(len(a.Targets))
}

// Likeliest returns the class of the largest logit of an answer, the first of
// several.
func (a Answers) Likeliest(i int) (class int) {
	return slices.Index(a.Logits[i], slices.Max(a.Logits[i]))
}

// Forecast returns the distribution over the classes that an answer stands for.
func (a Answers) Forecast(i int) info.Distribution {
	q, err := loss.Softmax(a.Logits[i]...)
	if err != nil {
		panic(fmt.Sprintf("learn: logits[%d]: %v", i, err))
	}
	return q
}

// Confidence returns the probability of the likeliest class of each answer, and
// whether it was the right one: what [Reliability] sorts.
func (a Answers) Confidence() (forecasts []float64, right []bool) {
	for i, target := range a.Targets {
		class := a.Likeliest(i)
		forecasts = append(forecasts, a.Forecast(i).P(class))
		right = append(right, class == target)
	}
	return forecasts, right
}

// A Mistake is an answer that cost much.
type Mistake struct {
	Row          int     // which of the answers
	Target, Said int     // the class that was right, and the likeliest
	P, Sure      float64 // their probabilities
	Cost         info.Bits
}

// Costliest returns the n answers that cost most, the dearest first.
func (a Answers) Costliest(n int) []Mistake {
	costs := a.Costs()
	order := make([]int, len(costs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(costs[j], costs[i]) })
	var all []Mistake
	for _, i := range order[:min(n, len(order))] {
		target, said, q := a.Targets[i], a.Likeliest(i), a.Forecast(i)
		all = append(all, Mistake{i, target, said, q.P(target), q.P(said), costs[i]})
	}
	return all
}
