package lab

import (
	"sync"

	"crossentropy/info"
	"crossentropy/info/learn"
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
	scale := learn.ScaleOf(parts[0].X)
	for i := range parts {
		parts[i].X = scale.Apply(parts[i].X)
	}
	return parts[0], parts[1], parts[2]
}

// A Run is what training passed on its way: after each number of steps the mean
// loss, and the share of the digits that were read right.
type Run struct {
	Model                          learn.Linear // where it ended
	Stopped                        learn.Linear // where the validation loss was lowest
	Training, Validation           []info.Bits
	TrainingRight, ValidationRight []float64
}

// Unpenalised trains on the first of the thirds with nothing to hold the weights
// back. The seven hundred weights can tell its six hundred digits apart, and so
// the loss falls towards 0 for as long as one waits: here until the norm of the
// gradient is 1e-4.
var Unpenalised = sync.OnceValue(func() (r Run) {
	training, validation, _ := Thirds()
	problem := learn.Problem{Data: training}
	r.Model, _ = learn.Accelerate(problem, 1e-4, func(step int, m learn.Linear, objective info.Nats) bool {
		seen, held := Ask(m, training), Ask(m, validation)
		r.Training = append(r.Training, objective.Bits())
		r.Validation = append(r.Validation, held.Loss())
		r.TrainingRight = append(r.TrainingRight, seen.Right())
		r.ValidationRight = append(r.ValidationRight, held.Right())
		if r.Least() == step {
			r.Stopped = m.Clone()
		}
		return true
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
