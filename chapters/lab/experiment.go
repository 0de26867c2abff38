package lab

import (
	"sync"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// The digits are always dealt out alike.
const (
	seed  = 1
	third = 1. / 3
)

// Thirds deals the digits out to three parts: one to learn from, one to choose by,
// and one to be judged on. The scale is that of the first.
func Thirds() (training, validation, test learn.Data) {
	parts := Digits().Split(seed, third, third, third)
	scale := learn.Standardise(parts[0].X)
	for i := range parts {
		parts[i].X = scale.Apply(parts[i].X)
	}
	return parts[0], parts[1], parts[2]
}

// A Run is what training passed on its way.
type Run struct {
	Model                learn.Linear // where it ended
	Training, Validation []info.Bits  // the mean loss after each number of steps
}

// Unpenalised trains on the first of the thirds with nothing to hold the weights
// back. The seven hundred weights can tell its six hundred digits apart, and so
// the loss falls towards 0 for as long as one waits: here until the norm of the
// gradient is 1e-4.
var Unpenalised = sync.OnceValue(func() (r Run) {
	training, validation, _ := Thirds()
	problem := learn.Problem{Data: training}
	r.Model, _ = learn.Accelerate(problem, 1e-4, func(step int, m learn.Linear, objective info.Nats) {
		r.Training = append(r.Training, objective.Bits())
		r.Validation = append(r.Validation, Loss(m.Logits(validation.X), validation.Y))
	})
	return r
})

// Least returns after how many steps the validation loss was lowest.
func (r Run) Least() (step int) {
	for s, h := range r.Validation {
		if h < r.Validation[step] {
			step = s
		}
	}
	return step
}

// Loss is the mean cross entropy of the rows of logits, in bits.
func Loss(logits [][]float64, targets []int) info.Bits {
	sum, err := loss.CrossEntropy{}.Classes(logits, targets, nil)
	if err != nil {
		panic(err)
	}
	return sum.Mean().Bits()
}
