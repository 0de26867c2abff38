package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

// A coin falls on 1 once in four times, whatever is known of it.
const quarter = 0.25

// tosses are rows of one number that tells nothing, and of another that is the label, but
// for some noise.
func tosses(n int, r *rand.Rand) (d learn.Data) {
	d.Classes = 2
	for range n {
		y := 0
		if r.Float64() < quarter {
			y = 1
		}
		d.Y = append(d.Y, y)
		d.X = append(d.X, []float64{r.NormFloat64(), float64(y) + r.NormFloat64()/2})
	}
	return d
}

// without returns the rows without their second number.
func without(d learn.Data) learn.Data {
	first := d
	first.X = nil
	for _, x := range d.X {
		first.X = append(first.X, x[:1])
	}
	return first
}

func leak(w io.Writer, _ chapter.Input) {
	r := rand.New(rand.NewPCG(1, 0))
	training := tosses(2000, r)
	train := func(d learn.Data) learn.Linear {
		m, _ := learn.Accelerate(learn.Problem{Data: d, Pinned: true}, 1e-6, nil)
		return m
	}
	honest, leaking := train(without(training)), train(training)
	floor := info.BinaryEntropy(quarter).Nats()
	fmt.Fprintf(w, "entropy of the label: %.4f nats\n", floor)
	for _, n := range []int{20, 200, 2000, 20000} {
		held := tosses(n, r)
		fmt.Fprintf(w, "%d rows:", n)
		for _, c := range []struct {
			what string
			a    learn.Answers
		}{{"honest", honest.Answer(without(held))}, {"leaking", leaking.Answer(held)}} {
			mean, se := info.Estimate(c.a.Costs())
			fmt.Fprintf(w, "\t%s %.4f ± %.4f", c.what, mean.Nats(), se.Nats())
		}
		fmt.Fprintln(w)
	}
	below := 0
	for range 1000 {
		if honest.Answer(without(tosses(20, r))).Loss().Nats() < floor {
			below++
		}
	}
	fmt.Fprintf(w, "of 1000 pages of 20 rows, %d cost the honest model less than the entropy\n", below)
}

func gap(w io.Writer, _ chapter.Input) {
	training, validation := digits(1. / 12)
	fmt.Fprintf(w, "rows to learn from: %d\n", len(training.Y))
	watch := func(step int, m learn.Linear, _ info.Nats) bool {
		switch step {
		case 0, 1, 3, 10, 30, 100, 300:
			seen, held := m.Answer(training).Loss().Nats(), m.Answer(validation).Loss().Nats()
			fmt.Fprintf(w, "step %d:\ttraining %.4f\tvalidation %.4f\tgap %.4f nats\n", step, seen, held, held-seen)
		}
		return step < 300
	}
	learn.Accelerate(learn.Problem{Data: training}, 1e-4, watch)
}

// shuffled trains on the tumours, and again where each has the label of another.
func shuffled(w io.Writer, _ chapter.Input) {
	tumours := data.Tumours()
	mixed := tumours
	mixed.Y = nil
	for _, i := range rand.New(rand.NewPCG(1, 0)).Perm(len(tumours.Y)) {
		mixed.Y = append(mixed.Y, tumours.Y[i])
	}
	fmt.Fprintf(w, "base rate:\t%.4f nats\n", info.Entropy(tumours.BaseRate()).Nats())
	for _, c := range []struct {
		what string
		d    learn.Data
	}{{"labels as they are", tumours}, {"labels shuffled", mixed}} {
		parts := c.d.Split(1, 1./2, 1./2)
		scale := learn.ScaleOf(parts[0].X)
		for i := range parts {
			parts[i].X = scale.Apply(parts[i].X)
		}
		p := learn.Problem{Data: parts[0], Penalty: 0.01, Pinned: true}
		m, _ := learn.Accelerate(p, 1e-6, nil)
		mean, se := info.Estimate(m.Answer(parts[1]).Costs())
		fmt.Fprintf(w, "%s:\ttraining %.4f\theld out %.4f ± %.4f\n",
			c.what, m.Answer(parts[0]).Loss().Nats(), mean.Nats(), se.Nats())
	}
}
