package lab

import (
	"math"
	"testing"

	"crossentropy/info"
	"crossentropy/info/learn"
)

func TestThirds(t *testing.T) {
	training, validation, test := Thirds()
	for _, part := range []learn.Data{training, validation, test} {
		if len(part.X) != 599 || len(part.Y) != 599 || part.Classes != 10 {
			t.Errorf("%d rows, %d targets, %d classes", len(part.X), len(part.Y), part.Classes)
		}
	}
	if scale := learn.ScaleOf(training.X); math.Abs(scale.Mean[20]) > 1e-12 || math.Abs(scale.Deviation[20]-1) > 1e-12 {
		t.Errorf("a pixel of the training part has mean %v and deviation %v", scale.Mean[20], scale.Deviation[20])
	}
	if scale := learn.ScaleOf(test.X); math.Abs(scale.Mean[20]) < 1e-6 {
		t.Error("the test part has a scale of its own")
	}
}

// Both losses start at equal odds. One only falls, the other turns.
func TestUnpenalised(t *testing.T) {
	r := Unpenalised()
	last, least := len(r.Training)-1, r.Least()
	equalOdds := info.Bits(math.Log2(10))
	if math.Abs(float64(r.Training[0]-equalOdds)) > 1e-12 || math.Abs(float64(r.Validation[0]-equalOdds)) > 1e-12 {
		t.Errorf("losses begin at %v and %v", r.Training[0], r.Validation[0])
	}
	if r.Training[last] > 0.01 || least == 0 || least == last || r.Validation[least] >= r.Validation[last] {
		t.Errorf("training ends at %v, validation is least after %d of %d steps", r.Training[last], least, last)
	}
	_, validation, _ := Thirds()
	for step, m := range map[int]learn.Linear{last: r.Model, least: r.Stopped} {
		held := Ask(m, validation)
		if held.Loss() != r.Validation[step] || held.Right() != r.ValidationRight[step] {
			t.Errorf("step %d: %v, right %v, want %v, %v", step, held.Loss(), held.Right(),
				r.Validation[step], r.ValidationRight[step])
		}
	}
	if r.TrainingRight[last] != 1 {
		t.Errorf("%v of the training part are right in the end, want all", r.TrainingRight[last])
	}
}

func TestJudged(t *testing.T) {
	j := Judged()
	for name, a := range map[string]Answers{"validation": j.Validation, "test": j.Test} {
		if heated := a.At(j.Temperature); heated.Loss() >= a.Loss() || heated.Right() != a.Right() {
			t.Errorf("%s: %v and right in %v, at T = %v %v and %v", name, a.Loss(), a.Right(),
				j.Temperature, heated.Loss(), heated.Right())
		}
	}
	if !(j.Temperature > 1) {
		t.Errorf("T = %v for a model that is too sure", j.Temperature)
	}
}

func TestCostliest(t *testing.T) {
	worst := Costliest(10)
	for i, m := range worst {
		if len(m.Pixels) != 64 || m.P > m.Sure || m.Digit == m.Said {
			t.Errorf("%d is %+v", i, m)
		}
		if want := info.Surprisal(m.P); math.Abs(float64(m.Cost-want)) > 1e-9 {
			t.Errorf("%d costs %v, want %v", i, m.Cost, want)
		}
		if i > 0 && m.Cost > worst[i-1].Cost {
			t.Errorf("%d costs %v, more than the one before", i, m.Cost)
		}
	}
}
