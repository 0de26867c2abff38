package learn_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"crossentropy/info/learn"
)

// An optimum is what testdata/optima.py found to be the lowest objective.
type optimum struct {
	Rows, Features, Classes int
	Lambda                  float64
	Objective               float64 `json:"objective_nats"`
	CrossEntropy            float64 `json:"cross_entropy_nats"`
	Accuracy                float64
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
	reached := 0
	for file, data := range map[string]learn.Data{
		"iris":          read(t, "testdata/iris.csv"),
		"breast_cancer": read(t, "../../chapters/lab/breast_cancer.csv"),
		"digits":        read(t, "../../chapters/lab/digits.csv.gz"),
	} {
		data.X = learn.ScaleOf(data.X).Apply(data.X)
		for name, want := range optima {
			if strings.HasPrefix(name, file) {
				reached++
				t.Run(name, func(t *testing.T) { want.reached(t, data, strings.Contains(name, "sigmoid")) })
			}
		}
	}
	if len(optima) != 8 || reached != 8 {
		t.Errorf("%d of %d optima tried, want 8 of 8", reached, len(optima))
	}
}

func (want optimum) reached(t *testing.T, data learn.Data, pinned bool) {
	p := learn.Problem{Data: data, Penalty: want.Lambda, Pinned: pinned}
	m, steps := learn.Accelerate(p, tolerance, nil)
	t.Logf("%d steps, %.2g above", steps, float64(p.Objective(m))-want.Objective)
	if got := float64(p.Objective(m)); !(math.Abs(got-want.Objective) < nearLowest) {
		t.Errorf("objective %v, want %v", got, want.Objective)
	}
	p.Penalty = 0
	if got := float64(p.Objective(m)); !(math.Abs(got-want.CrossEntropy) < nearEntropy) {
		t.Errorf("cross entropy %v, want %v", got, want.CrossEntropy)
	}
	right := 0
	for i, z := range m.Logits(data.X) {
		best := 0
		for c, x := range z {
			if x > z[best] {
				best = c
			}
		}
		if best == data.Y[i] {
			right++
		}
	}
	if got := float64(right) / float64(len(data.Y)); got != want.Accuracy {
		t.Errorf("accuracy %v, want %v", got, want.Accuracy)
	}
}

// read reads a file of numbers, but for a first line that counts them.
func read(tb testing.TB, path string) learn.Data {
	tb.Helper()
	file, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			tb.Fatal(err)
		}
	} else {
		lines := bufio.NewReader(file)
		if _, err := lines.ReadString('\n'); err != nil {
			tb.Fatal(err)
		}
		r = lines
	}
	data, _, err := learn.ReadCSV(path, r)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func BenchmarkDigits(b *testing.B) {
	data := read(b, "../../chapters/lab/digits.csv.gz")
	data.X = learn.ScaleOf(data.X).Apply(data.X)
	p := learn.Problem{Data: data, Penalty: 0.01}
	b.ReportAllocs()
	for b.Loop() {
		if _, steps := learn.Accelerate(p, 1e-7, nil); steps == learn.MaxSteps {
			b.Fatal("not reached")
		}
	}
}
