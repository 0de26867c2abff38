package learn

import (
	"slices"
	"sync"

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
// 0 first, the classifier, and its mean loss on the rows that were learned from and on
// those held back to choose by. The training loss falls for as long as one waits, where a
// plane tells the classes apart. The validation loss turns. To stop where it is lowest is
// called early stopping.
type Run struct {
	Models               []Linear
	Training, Validation []info.Bits
}

// NewTrial learns from the first part until the norm of the gradient is at most
// tolerance, as [Accelerate] does, asks the second after each step, and fits a temperature
// to it.
//
// It panics where [Problem.Gradient] does, if the parts do not fit each other, or if
// there is nothing to fit a temperature to.
func NewTrial(training, validation, test Data, tolerance float64) Trial {
	t := Trial{Training: training, Validation: validation, Test: test}
	scale := ScaleOf(training.X)
	t.Training.X = scale.Apply(training.X)
	t.Validation.X = scale.Apply(validation.X)
	t.Test.X = scale.Apply(test.X)
	trained, _ := Accelerate(Problem{Data: t.Training}, tolerance, t.step)
	held := trained.Answer(t.Validation)
	var err error
	if t.Temperature, err = Temperature(held.Logits, held.Targets); err != nil {
		panic(err.Error())
	}
	t.validate()
	return t
}

// step is a [Watch] that keeps what training passes.
func (t *Trial) step(_ int, m Linear, objective info.Nats) (on bool) {
	r := &t.Run
	r.Models = append(r.Models, m.Clone())
	r.Training = append(r.Training, objective.Bits()) // there is no penalty
	return true
}

// validate asks the second part, by as many models at a time as there are processors.
func (t *Trial) validate() {
	r := &t.Run
	r.Validation = make([]info.Bits, len(r.Models))
	var all sync.WaitGroup
	for i, m := range r.Models {
		all.Go(func() { r.Validation[i] = m.Answer(t.Validation).Loss() })
	}
	all.Wait()
}

// Least returns after how many steps the validation loss was lowest.
func (r Run) Least() (step int) { return slices.Index(r.Validation, slices.Min(r.Validation)) }

// Stopped returns the classifier whose validation loss was lowest.
func (r Run) Stopped() Linear { return r.Models[r.Least()] }

// Trained returns the classifier where training ended.
func (r Run) Trained() Linear { return r.Models[len(r.Models)-1] }
