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

// Judged puts the held-out thirds to the model of [Unpenalised].
func Judged() Judge {
	model := Unpenalised().Model
	_, validation, test := Thirds()
	j := Judge{
		Validation: Answers{model.Logits(validation.X), validation.Y},
		Test:       Answers{model.Logits(test.X), test.Y},
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
func (a Answers) Loss() info.Bits { return Loss(a.Logits, a.Targets) }

// Right is the share of the answers whose likeliest class was right.
func (a Answers) Right() float64 {
	_, right := a.Confidence()
	var n float64
	for _, r := range right {
		if r {
			n++
		}
	}
	return n / float64(len(right))
}

// Confidence lists the probability of the likeliest class of each answer, and
// whether it was the right one.
func (a Answers) Confidence() (forecasts []float64, right []bool) {
	for i := range a.Logits {
		said, p := a.said(i)
		forecasts = append(forecasts, p.P(said))
		right = append(right, said == a.Targets[i])
	}
	return forecasts, right
}

// said is the likeliest class of an answer, and its forecast.
func (a Answers) said(i int) (class int, p info.Distribution) {
	p, err := loss.Softmax(a.Logits[i]...)
	if err != nil {
		panic(err)
	}
	for c, pc := range p.All() {
		if pc > p.P(class) {
			class = c
		}
	}
	return class, p
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
		said, p := answers.said(i)
		all = append(all, Mistake{
			scans.X[i], digit, said, p.P(digit), p.P(said), Loss(answers.Logits[i:i+1], answers.Targets[i:i+1]),
		})
	}
	slices.SortStableFunc(all, func(a, b Mistake) int { return cmp.Compare(b.Cost, a.Cost) })
	return all[:n]
}
