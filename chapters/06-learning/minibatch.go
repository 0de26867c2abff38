package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/learn"
)

// batchLoss draws batches of the training rows, and looks how far the loss of each is from
// that of all rows.
func batchLoss(w io.Writer, _ chapter.Input) {
	const batches = 10_000
	d := trial().Training
	m := learn.Descend(learn.Problem{Data: d}, 10, nil)
	costs := m.Answer(d).Costs()
	mean, se := info.Estimate(costs)
	sigma := float64(se) * math.Sqrt(float64(len(costs)-1))
	fmt.Fprintf(w, "all %d rows:\t%.4f bits a row, standard deviation σ = %.4f\n", len(costs), mean, sigma)
	r := rand.New(rand.NewPCG(1, 0))
	for _, size := range []int{1, 10, 100} {
		var squares float64
		for range batches {
			var batch float64
			for range size {
				batch += float64(costs[r.IntN(len(costs))]) / float64(size)
			}
			squares += (batch - float64(mean)) * (batch - float64(mean)) / batches
		}
		fmt.Fprintf(w, "batches of %d:\toff by %.4f bits, root mean square\tσ/√%d = %.4f\n",
			size, math.Sqrt(squares), size, sigma/math.Sqrt(float64(size)))
	}
}

// epoch takes a step for each batch, of all rows in a new order.
func epoch(
	d learn.Data, m learn.Linear, size int, rate float64, r *rand.Rand,
) {
	grad := m.Clone()
	for rows := range slices.Chunk(r.Perm(len(d.Y)), size) {
		batch := learn.Data{Classes: d.Classes}
		for _, i := range rows {
			batch.X = append(batch.X, d.X[i])
			batch.Y = append(batch.Y, d.Y[i])
		}
		learn.Problem{Data: batch}.Gradient(m, grad)
		m.Add(-rate, grad)
	}
}

func minibatch(w io.Writer, _ chapter.Input) {
	t, p := trial(), learn.Problem{Data: trial().Training}
	rate := 1 / p.Smoothness()
	n := len(t.Training.Y)
	fmt.Fprintln(w, "rows seen\tsteps\ttraining\tvalidation")
	for _, size := range []int{n, 32} {
		m, r := p.Start(), rand.New(rand.NewPCG(1, 0))
		for pass := 1; pass <= 100; pass++ {
			epoch(t.Training, m, size, rate, r)
			if isPowerOfTen(pass) {
				steps := pass * ((n + size - 1) / size)
				fmt.Fprintf(w, "%d\t%d of %d\t%v\t%v\n", pass*n, steps, size,
					m.Answer(t.Training).Loss(), m.Answer(t.Validation).Loss())
			}
		}
	}
}
