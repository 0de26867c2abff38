package learn

import (
	"slices"

	"crossentropy/info"
)

// A Trial is what comes of rows in three parts: one to learn from, one to choose by,
// and one to be judged on. All are on the scale of the first.
type Trial struct {
	Training, Validation, Test Data
	Run                        Run
	Temperature                float64 // that suits the validation part, where training ended
}

// A Run is what training with no penalty passed on its way: after each number of steps,
// 0 first, the mean loss, and the share of the rows whose likeliest class was right,
// among those that were learned from and among those held back to choose by. The
// training loss falls for as long as one waits, where a plane tells the classes apart.
// The validation loss turns. To stop where it is lowest is called early stopping.
type Run struct {
	Model                          Linear // where it ended
	Stopped                        Linear // where the validation loss was lowest
	Training, Validation           []info.Bits
	TrainingRight, ValidationRight []float64
}

// NewTrial learns from the first part until the norm of the gradient is at most
// tolerance, as [Accelerate] does, asking the second after each step, and then fits a
// temperature to the second.
//
// It panics where [Problem.Gradient] does, if the parts do not fit each other, or if
// there is nothing to fit a temperature to.
func NewTrial(training, validation, test Data, tolerance float64) Trial {
	t := Trial{Training: training, Validation: validation, Test: test}
	scale := ScaleOf(training.X)
	t.Training.X = scale.Apply(training.X)
	t.Validation.X = scale.Apply(validation.X)
	t.Test.X = scale.Apply(test.X)
	t.Run.Model, _ = Accelerate(Problem{Data: t.Training}, tolerance, t.step)
	held := t.Run.Model.Answer(t.Validation)
	var err error
	if t.Temperature, err = Temperature(held.Logits, held.Targets); err != nil {
		panic(err.Error())
	}
	return t
}

// step is a [Watch] that keeps what training passes.
func (t *Trial) step(step int, m Linear, _ info.Nats) (on bool) {
	r, seen, held := &t.Run, m.Answer(t.Training), m.Answer(t.Validation)
	r.Training = append(r.Training, seen.Loss())
	r.Validation = append(r.Validation, held.Loss())
	r.TrainingRight = append(r.TrainingRight, seen.Right())
	r.ValidationRight = append(r.ValidationRight, held.Right())
	if r.Least() == step {
		r.Stopped = m.Clone()
	}
	return true
}

// Least returns after how many steps the validation loss was lowest.
func (r Run) Least() (step int) { return slices.Index(r.Validation, slices.Min(r.Validation)) }
