package learn

import "crossentropy/info"

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
func (r Run) Least() (step int) {
	for s, h := range r.Validation {
		if h < r.Validation[step] {
			step = s
		}
	}
	return step
}
