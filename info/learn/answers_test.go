package learn_test

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"crossentropy/info/data"
	"crossentropy/info/learn"
)

// Softmax says 3 in 4 of logits (0, ln 3).
func TestAnswers(t *testing.T) {
	ln3 := math.Log(3)
	a := learn.Answers{Logits: [][]float64{{0, ln3}, {ln3, 0}, {0, ln3}, {2, 2}}, Targets: []int{1, 1, 1, 0}}
	if got, want := float64(a.Loss()), (2*math.Log2(4./3)+2+1)/4; !near(got, want) {
		t.Errorf("loss %v, want %v", got, want)
	}
	if got := a.Right(); got != 0.75 {
		t.Errorf("right in %v, want 0.75", got)
	}
	if q := a.Forecast(1); !near(q.P(0), 0.75) {
		t.Errorf("forecast %v, want 0.75 and 0.25", q)
	}
	forecasts, right := a.Confidence()
	if !near(forecasts[1], 0.75) || forecasts[3] != 0.5 || !reflect.DeepEqual(right, []bool{true, false, true, true}) {
		t.Errorf("%v sure, right %v", forecasts, right)
	}
	if q := a.At(0.5).Forecast(0); !near(q.P(1), 0.9) {
		t.Errorf("at a half of the temperature %v, want 0.1 and 0.9", q)
	}
	worst := a.Costliest(2)
	first := worst[0]
	if len(worst) != 2 || worst[1].Row != 3 || first.Row != 1 || first.Target != 1 || first.Said != 0 ||
		!near(first.P, 0.25) || !near(first.Sure, 0.75) || !near(float64(first.Cost), 2) {
		t.Errorf("the costliest are %+v", worst)
	}
	if all := a.Costliest(10); len(all) != 4 {
		t.Errorf("%d of 4 answers", len(all))
	}
}

// All parts are on the scale of the first, what was passed on the way is what the
// classifiers say that were there, and the temperature is that of the second part.
func TestTrial(t *testing.T) {
	flowers, _ := data.Iris()
	parts := flowers.Split(3, 0.4, 0.3, 0.3)
	const tolerance = 1e-4 // by which the validation loss has turned
	trial := learn.NewTrial(parts[0], parts[1], parts[2], tolerance)
	scale := learn.ScaleOf(parts[0].X)
	for i, part := range []learn.Data{trial.Training, trial.Validation, trial.Test} {
		if !reflect.DeepEqual(part.X, scale.Apply(parts[i].X)) {
			t.Errorf("part %d is on another scale", i)
		}
	}
	r := trial.Run
	last, least := len(r.Training)-1, r.Least()
	if least == 0 || least == last || r.Validation[least] != slices.Min(r.Validation) {
		t.Errorf("the loss turns after %d of %d steps, at %v", least, last, r.Validation[least])
	}
	for step, m := range map[int]learn.Linear{last: r.Trained(), least: r.Stopped()} {
		seen, held := m.Answer(trial.Training), m.Answer(trial.Validation)
		if seen.Loss() != r.Training[step] || held.Loss() != r.Validation[step] {
			t.Errorf("step %d: %v, held back %v, want %v, %v", step, seen.Loss(), held.Loss(), r.Training[step], r.Validation[step])
		}
	}
	if m, steps := learn.Accelerate(learn.Problem{Data: trial.Training}, tolerance, nil); steps != last || !reflect.DeepEqual(m, r.Trained()) {
		t.Errorf("%d steps, and unwatched %d", last, steps)
	}
	held := r.Trained().Answer(trial.Validation)
	if want, err := learn.Temperature(held.Logits, held.Targets); trial.Temperature != want || err != nil {
		t.Errorf("T = %v, want %v, %v", trial.Temperature, want, err)
	}
}
