package learn

import (
	"slices"

	"crossentropy/info"
)

// A Run is what training passed on its way: after each number of steps, 0 first,
// the mean loss, and the share of the rows whose likeliest class was right, among
// those that were learned from and among those held back.
type Run struct {
	Model                          Linear // where it ended
	Stopped                        Linear // where the validation loss was lowest
	Training, Validation           []info.Bits
	TrainingRight, ValidationRight []float64
}

// Validate trains as [Accelerate] does, and asks after each step what the forecasts
// cost on the rows that were held back. With no penalty the training loss falls for
// as long as one waits, where a plane tells the classes apart. The validation loss
// turns. To stop where it is lowest is called early stopping.
//
// It panics where [Problem.Gradient] does, or if held does not fit the problem.
func Validate(p Problem, held Data, tolerance float64) (r Run) {
	r.Model, _ = Accelerate(p, tolerance, func(step int, m Linear, _ info.Nats) bool {
		seen, unseen := m.Answer(p.Data), m.Answer(held)
		r.Training = append(r.Training, seen.Loss())
		r.Validation = append(r.Validation, unseen.Loss())
		r.TrainingRight = append(r.TrainingRight, seen.Right())
		r.ValidationRight = append(r.ValidationRight, unseen.Right())
		if r.Least() == step {
			r.Stopped = m.Clone()
		}
		return true
	})
	return r
}

// Least returns after how many steps the validation loss was lowest.
func (r Run) Least() (step int) { return slices.Index(r.Validation, slices.Min(r.Validation)) }

// A Trial is what comes of rows in three parts: one to learn from, one to choose by,
// and one to be judged on. All are on the scale of the first.
type Trial struct {
	Training, Validation, Test Data
	Run                        Run     // on Training, with no penalty
	Temperature                float64 // that suits the validation part, where training ended
}

// NewTrial learns from the first part until the norm of the gradient is at most
// tolerance, asking the second as it goes, and then fits a temperature to the second.
//
// It panics where [Validate] does, or if there is nothing to fit a temperature to.
func NewTrial(training, validation, test Data, tolerance float64) Trial {
	t := Trial{Training: training, Validation: validation, Test: test}
	scale := ScaleOf(training.X)
	t.Training.X = scale.Apply(training.X)
	t.Validation.X = scale.Apply(validation.X)
	t.Test.X = scale.Apply(test.X)
	t.Run = Validate(Problem{Data: t.Training}, t.Validation, tolerance)
	held := t.Run.Model.Answer(t.Validation)
	var err error
	if t.Temperature, err = Temperature(held.Logits, held.Targets); err != nil {
		panic(err.Error())
	}
	return t
}
