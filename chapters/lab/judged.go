package lab

import (
	"cmp"
	"slices"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// A Judge has the logits of the unpenalised model for digits that it was not
// trained on, and the temperature that suits the validation third.
type Judge struct {
	Temperature      float64
	Validation, Test Answers
}

// Answers are rows of logits, and what was right.
type Answers struct {
	Logits  [][]float64
	Targets []int
}

// Ask puts the rows of d to a model.
func Ask(m learn.Linear, d learn.Data) Answers { return Answers{m.Logits(d.X), d.Y} }

// Judged puts the held-out thirds to the model of [Unpenalised].
func Judged() Judge {
	model := Unpenalised().Model
	_, validation, test := Thirds()
	j := Judge{
		Validation: Ask(model, validation),
		Test:       Ask(model, test),
	}
	var err error
	if j.Temperature, err = learn.Temperature(j.Validation.Logits, validation.Y); err != nil {
		panic(err)
	}
	return j
}

// At are the answers at another temperature.
func (a Answers) At(temperature float64) Answers {
	return Answers{learn.Heat(a.Logits, temperature), a.Targets}
}

// Loss is what the answers cost on average, in bits.
func (a Answers) Loss() info.Bits {
	sum, err := loss.CrossEntropy{}.Classes(a.Logits, a.Targets, nil)
	if err != nil {
		panic(err)
	}
	return sum.Mean().Bits()
}

// Right is the share of the answers whose likeliest class was right.
func (a Answers) Right() float64 {
	var n float64
	for i, target := range a.Targets {
		if a.said(i) == target {
			n++
		}
	}
	return n / float64(len(a.Targets))
}

// said is the likeliest class of an answer: that of its largest logit.
func (a Answers) said(i int) (class int) {
	for c, z := range a.Logits[i] {
		if z > a.Logits[i][class] {
			class = c
		}
	}
	return class
}

// Forecast is the distribution over the classes that an answer stands for.
func (a Answers) Forecast(i int) info.Distribution {
	q, err := loss.Softmax(a.Logits[i]...)
	if err != nil {
		panic(err)
	}
	return q
}

// Confidence lists the probability of the likeliest class of each answer, and
// whether it was the right one.
func (a Answers) Confidence() (forecasts []float64, right []bool) {
	for i := range a.Logits {
		said := a.said(i)
		forecasts = append(forecasts, a.Forecast(i).P(said))
		right = append(right, said == a.Targets[i])
	}
	return forecasts, right
}

// A Mistake is a digit, and what the model said of it.
type Mistake struct {
	Pixels      []float64 // 64 grey levels, 0 for white and 16 for black
	Digit, Said int
	P, Sure     float64 // the probabilities of the two
	Cost        info.Bits
}

// Costliest returns the n digits of the test third that cost most, at the fitted
// temperature, the dearest first.
func Costliest(n int) []Mistake {
	j := Judged()
	answers := j.Test.At(j.Temperature)
	scans := Digits().Split(seed, third, third, third)[2]
	var all []Mistake
	for i, digit := range answers.Targets {
		said, q := answers.said(i), answers.Forecast(i)
		alone := Answers{answers.Logits[i : i+1], answers.Targets[i : i+1]}
		all = append(all, Mistake{scans.X[i], digit, said, q.P(digit), q.P(said), alone.Loss()})
	}
	slices.SortStableFunc(all, func(a, b Mistake) int { return cmp.Compare(b.Cost, a.Cost) })
	return all[:n]
}
