package learn_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"crossentropy/info/data"
	"crossentropy/info/learn"
)

// An optimum is what testdata/optima.py found to be the lowest objective.
type optimum struct {
	Lambda       float64
	Objective    float64 `json:"objective_nats"`
	CrossEntropy float64 `json:"cross_entropy_nats"`
	Accuracy     float64
}

// tolerance leaves an objective that is above the lowest by at most
// tolerance²/(2·curvature). Along weights, the curvature is at least Lambda, of which
// the least is 1e-3: 5e-10. Along biases, which cost no penalty, it is what the
// forecasts leave in doubt, and may be less: what is above by 8e-10 has 10 times that.
// The cross entropy alone is not at its lowest there, and is off by more.
const (
	tolerance   = 1e-6
	nearLowest  = 1e-8
	nearEntropy = 1e-5
)

// The optima are reached, on all rows, standardised.
func TestOptima(t *testing.T) {
	text, err := os.ReadFile("testdata/optima.json")
	if err != nil {
		t.Fatal(err)
	}
	var optima map[string]optimum
	if err := json.Unmarshal(text, &optima); err != nil {
		t.Fatal(err)
	}
	flowers, _ := data.Iris()
	reached := 0
	for table, d := range map[string]learn.Data{
		"iris":          standardised(flowers),
		"breast_cancer": standardised(data.Tumours()),
		"digits":        standardised(data.Digits()),
	} {
		for name, want := range optima {
			if strings.HasPrefix(name, table) {
				reached++
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					want.reached(t, d, strings.Contains(name, "sigmoid"))
				})
			}
		}
	}
	if len(optima) != 8 || reached != 8 {
		t.Errorf("%d of %d optima tried, want 8 of 8", reached, len(optima))
	}
}

func (want optimum) reached(t *testing.T, d learn.Data, pinned bool) {
	p := learn.Problem{Data: d, Penalty: want.Lambda, Pinned: pinned}
	m, steps := learn.Accelerate(p, tolerance, nil)
	t.Logf("%d steps, %.2g above", steps, float64(p.Objective(m))-want.Objective)
	if got := float64(p.Objective(m)); !(math.Abs(got-want.Objective) < nearLowest) {
		t.Errorf("objective %v, want %v", got, want.Objective)
	}
	answers := m.Answer(d)
	if got := float64(answers.Loss().Nats()); !(math.Abs(got-want.CrossEntropy) < nearEntropy) {
		t.Errorf("cross entropy %v, want %v", got, want.CrossEntropy)
	}
	if got := answers.Right(); got != want.Accuracy {
		t.Errorf("accuracy %v, want %v", got, want.Accuracy)
	}
}
