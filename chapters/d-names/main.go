// Names shows cross entropy where it goes by other names.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/loss"
	"crossentropy/info/normal"
)

var program = chapter.Program{
	About: "The same formula under other names: where else is cross entropy?",
	Sections: []chapter.Section{
		{Name: "distillation", About: "a model learns from another's forecasts", Run: distillation},
		{Name: "contrastive", About: "InfoNCE: which of the batch belongs to which?", Run: contrastive},
		{Name: "gaussians", About: "the KL term of a variational autoencoder", Run: gaussians},
		{Name: "policy", About: "a leash for a model that is rewarded", Run: policy},
		{Name: "humps", About: "one hump for two, forward and in reverse", Run: humps},
	},
}

func main() { chapter.Main(program) }

// must returns what cannot fail: the numbers are the program's.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// What a teacher and a student score for the four words of the diary.
var (
	teacher = []float64{3, 1, 0, -4}
	student = []float64{1, 0, 0, -1}
)

// at divides scores by a temperature.
func at(z []float64, t float64) (heated []float64) {
	for _, score := range z {
		heated = append(heated, score/t)
	}
	return heated
}

// distil is the cross entropy of the teacher's forecast and the
// student's, both at T, and its slopes in the student's logits.
func distil(teacher, student []float64, t float64) (
	cost info.Nats, slopes []float64,
) {
	p := must(loss.Softmax(at(teacher, t)...))
	q := must(loss.Softmax(at(student, t)...))
	for x, qx := range q.All() {
		slopes = append(slopes, (qx-p.P(x))/t)
	}
	return info.CrossEntropy(p, q).Nats(), slopes
}

func distillation(w io.Writer, _ chapter.Input) {
	for _, t := range []float64{1, 2, 4, 20, 100} {
		p := must(loss.Softmax(at(teacher, t)...))
		cost, slopes := distil(teacher, student, t)
		fmt.Fprintf(w, "T = %v\tp = [%s]\tloss %.4f nats\tslope %.5f\t· T² = %.4f\n",
			t, chapter.List(p.Probabilities(), "%.2f", " "), cost, slopes[0], t*t*slopes[0])
	}
	n := float64(len(student))
	limit := (student[0] - teacher[0]) / n
	fmt.Fprintf(w, "(student's score − teacher's)/%v = %.4f\n", n, limit)
}

// Two views of four things: what a caption and a picture are turned into, say.
var (
	captions = [][]float64{{1, 0}, {0.6, 0.8}, {0, 1}, {-0.8, 0.6}}
	pictures = [][]float64{{0.96, -0.28}, {0.8, 0.6}, {0.28, 0.96}, {-1, 0}}
)

// similarities are the cosines of all pairs, over a temperature: the
// logits of "which picture belongs to this caption?"
func similarities(
	rows, columns [][]float64, t float64,
) (z [][]float64) {
	for _, u := range rows {
		var row []float64
		for _, v := range columns { // all are of length 1
			row = append(row, (u[0]*v[0]+u[1]*v[1])/t)
		}
		z = append(z, row)
	}
	return z
}

func contrastive(w io.Writer, _ chapter.Input) {
	const t = 0.1
	diagonal := []int{0, 1, 2, 3}
	z := similarities(captions, pictures, t)
	sum := must(loss.CrossEntropy{}.Classes(z, diagonal, nil))
	for i, row := range z {
		fmt.Fprintf(w, "caption %d:\t[%s]\tcosts %.4f nats\n",
			i+1, chapter.List(row, "%.4g", " "), sum.Each[i])
	}
	other := must(loss.CrossEntropy{}.Classes(similarities(pictures, captions, t), diagonal, nil))
	fmt.Fprintf(w, "InfoNCE, of captions: %.4f nats\n", sum.Mean())
	fmt.Fprintf(w, "of pictures:          %.4f nats, and of both %.4f\n",
		other.Mean(), (sum.Mean()+other.Mean())/2)
	fmt.Fprintf(w, "ln 4 = %.4f, which is what it costs to know nothing\n", math.Log(4))
}

func gaussians(w io.Writer, _ chapter.Input) {
	prior := normal.Normal{Mean: 0, Deviation: 1}
	for _, q := range []normal.Normal{
		{Mean: 0, Deviation: 1},
		{Mean: 1, Deviation: 1},
		{Mean: 0, Deviation: 0.5},
		{Mean: 0, Deviation: 2},
		{Mean: 2, Deviation: 0.1},
	} {
		mu, sigma := q.Mean, q.Deviation
		formula := (mu*mu + sigma*sigma - 1 - math.Log(sigma*sigma)) / 2
		fmt.Fprintf(w, "μ = %v\tσ = %v\t½(μ² + σ² − 1 − ln σ²) = %.6f\tΣ q·ln(q/p)·Δx = %.6f nats\n",
			mu, sigma, formula, normal.Divergence(q, prior, -30, 30, 60_000))
	}
}
