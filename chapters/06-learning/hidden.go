package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// A network has a hidden layer between a row x and its logits z:
//
//	h = tanh(V·x + a)
//	z = W·h + b
type network struct {
	V, W [][]float64 // a row for each hidden unit, and each class
	a, b []float64
}

// newNetwork has small weights, drawn at random.
func newNetwork(features, units, classes int, seed uint64) network {
	r := rand.New(rand.NewPCG(seed, 0))
	draw := func(rows, columns int) [][]float64 {
		m, scale := make([][]float64, rows), math.Sqrt(float64(columns))
		for i := range m {
			for range columns {
				m[i] = append(m[i], r.NormFloat64()/scale)
			}
		}
		return m
	}
	return network{
		draw(units, features), draw(classes, units),
		make([]float64, units), make([]float64, classes),
	}
}

// forward returns the hidden values and the logits of a row.
func (n network) forward(x []float64) (h, z []float64) {
	for j, v := range n.V {
		h = append(h, math.Tanh(n.a[j]+dot(v, x)))
	}
	for c, w := range n.W {
		z = append(z, n.b[c]+dot(w, h))
	}
	return h, z
}

// backward adds the slopes of a row's loss to grad. It starts with
// q − t at the logits, and hands that back.
func (n network) backward(x []float64, y int, grad network) {
	h, z := n.forward(x)
	q := must(loss.Softmax(z...))
	back := make([]float64, len(h)) // ∂loss/∂h
	for c, w := range n.W {
		miss := q.P(c) // q − t = ∂loss/∂z
		if c == y {
			miss--
		}
		grad.b[c] += miss
		for j := range h {
			grad.W[c][j] += miss * h[j]
			back[j] += miss * w[j]
		}
	}
	for j := range h {
		bent := back[j] * (1 - h[j]*h[j]) // tanh′ = 1 − tanh²
		grad.a[j] += bent
		for f := range x {
			grad.V[j][f] += bent * x[f]
		}
	}
}

func dot(u, v []float64) (sum float64) {
	for i := range u {
		sum += u[i] * v[i]
	}
	return sum
}

// must returns what cannot fail: the logits are finite.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// numbers are all weights and biases, row by row.
func (n network) numbers() [][]float64 {
	return slices.Concat(n.V, n.W, [][]float64{n.a, n.b})
}

// combine returns k·n + l·o, number by number.
func (n network) combine(k float64, o network, l float64) network {
	sum, other := n.clone(), o.numbers()
	for i, row := range sum.numbers() {
		for j := range row {
			row[j] = k*row[j] + l*other[i][j]
		}
	}
	return sum
}

func (n network) clone() network {
	rows := func(m [][]float64) (all [][]float64) {
		for _, row := range m {
			all = append(all, slices.Clone(row))
		}
		return all
	}
	return network{rows(n.V), rows(n.W), slices.Clone(n.a), slices.Clone(n.b)}
}

// step goes down the mean gradient of a batch of rows.
func (n network) step(
	d learn.Data, rows []int, rate float64, grad network,
) {
	for _, row := range grad.numbers() {
		clear(row)
	}
	for _, i := range rows {
		n.backward(d.X[i], d.Y[i], grad)
	}
	slopes := grad.numbers()
	for i, row := range n.numbers() {
		for j := range row {
			row[j] -= rate / float64(len(rows)) * slopes[i][j]
		}
	}
}

func (n network) answer(d learn.Data) learn.Answers {
	a := learn.Answers{Targets: d.Y}
	for _, x := range d.X {
		_, z := n.forward(x)
		a.Logits = append(a.Logits, z)
	}
	return a
}

// trained goes through the training rows in batches of 32, and returns the network of least
// validation loss.
func (n network) trained(seed uint64) (best network) {
	const passes, rate = 40, 0.1
	d, grad, r := trial().Training, n.clone(), rand.New(rand.NewPCG(seed, 1))
	lowest := info.Bits(math.Inf(1))
	for range passes {
		for rows := range slices.Chunk(r.Perm(len(d.Y)), 32) {
			n.step(d, rows, rate, grad)
		}
		if cost := n.answer(trial().Validation).Loss(); cost < lowest {
			lowest, best = cost, n.clone()
		}
	}
	return best
}

func hidden(w io.Writer, _ chapter.Input) {
	const units = 64
	t := trial()
	networks := make([]network, 2)
	var all sync.WaitGroup
	for i := range networks {
		seed := uint64(i + 1)
		all.Go(func() { networks[i] = newNetwork(64, units, 10, seed).trained(seed) })
	}
	all.Wait()
	linear, one, two := t.Run.Stopped(), networks[0], networks[1]
	halfway := one.combine(0.5, two, 0.5)
	against := linear.Answer(t.Test).Costs()
	fmt.Fprintln(w, "bits\ttraining\ttest\tright\tless than linear")
	for _, c := range []struct {
		what            string
		training, third learn.Answers
	}{
		{"linear, stopped", linear.Answer(t.Training), linear.Answer(t.Test)},
		{"hidden layer, start 1", one.answer(t.Training), one.answer(t.Test)},
		{"hidden layer, start 2", two.answer(t.Training), two.answer(t.Test)},
		{"halfway between these", halfway.answer(t.Training), halfway.answer(t.Test)},
	} {
		saved, se := info.Estimate(learn.Differences(against, c.third.Costs()))
		fmt.Fprintf(w, "%s:\t%.4f\t%.4f\t%.2f %%\t%.4f ± %.4f\n", c.what,
			c.training.Loss(), c.third.Loss(), 100*c.third.Right(), saved, se)
	}
}

// backward compares slopes that were handed back with slopes that are measured.
func backward(w io.Writer, _ chapter.Input) {
	const h = 1e-4
	d := trial().Training
	x, y := d.X[0], d.Y[0]
	n := newNetwork(64, 64, 10, 1)
	grad := n.combine(0, n, 0)
	n.backward(x, y, grad)
	cost := func() float64 {
		_, z := n.forward(x)
		return loss.LogSumExp(z...) - z[y]
	}
	fmt.Fprintf(w, "a %d, cost %.6f nats\n", y, cost())
	for _, c := range []struct {
		name     string
		at, says *float64
	}{
		{"b[y]", &n.b[y], &grad.b[y]},
		{"W[y][0]", &n.W[y][0], &grad.W[y][0]},
		{"W[0][1]", &n.W[0][1], &grad.W[0][1]},
		{"a[0]", &n.a[0], &grad.a[0]},
		{"V[0][20]", &n.V[0][20], &grad.V[0][20]},
		{"V[63][43]", &n.V[63][43], &grad.V[63][43]},
	} {
		was := *c.at
		*c.at = was + h
		up := cost()
		*c.at = was - h
		down := cost()
		*c.at = was
		fmt.Fprintf(w, "%s\thanded back %.6f\tmeasured %.6f\n", c.name, *c.says, (up-down)/(2*h))
	}
}
