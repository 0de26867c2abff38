package main

import (
	"fmt"
	"io"
	"math"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

func standardError(w io.Writer, _ chapter.Input) {
	t := trial()
	trained := t.Run.Trained().Answer(t.Test)
	heated, stopped := trained.At(t.Temperature), t.Run.Stopped().Answer(t.Test)
	for _, c := range []struct {
		what  string
		costs []info.Bits
	}{
		{"as trained", trained.Costs()},
		{"at T", heated.Costs()},
		{"stopped at the lowest", stopped.Costs()},
		{"as trained less at T", learn.Differences(trained.Costs(), heated.Costs())},
		{"stopped less at T", learn.Differences(stopped.Costs(), heated.Costs())},
	} {
		mean, se := info.Estimate(c.costs)
		fmt.Fprintf(w, "%s:\t%.4f ± %.4f bits\n", c.what, mean, se)
	}
}

// An ending is what two ways to end training come to, on digits that neither has seen.
type ending struct{ stopped, heated learn.Answers }

func splits(w io.Writer, _ chapter.Input) {
	endings := make([]ending, 10)
	var all sync.WaitGroup
	for i := range endings {
		all.Go(func() { endings[i] = endingOf(data.Digits(), uint64(i+1)) })
	}
	all.Wait()
	var costs []info.Bits
	var right []float64
	cheaper := 0
	for i, e := range endings {
		costs = append(costs, e.heated.Loss()-e.stopped.Loss())
		right = append(right, 100*(e.stopped.Right()-e.heated.Right()))
		if costs[i] > 0 {
			cheaper++
		}
		fmt.Fprintf(w, "split %d:\tstopped %.4f bits, %.2f %% right\theated %.4f bits, %.2f %% right\n",
			i+1, e.stopped.Loss(), 100*e.stopped.Right(), e.heated.Loss(), 100*e.heated.Right())
	}
	saved, savedError := info.Estimate(costs)
	more, moreError := info.Estimate(right)
	fmt.Fprintf(w, "stopping saves %.4f ± %.4f bits, and is cheaper in %d of %d\n",
		saved, savedError, cheaper, len(endings))
	fmt.Fprintf(w, "it reads %.2f ± %.2f %% more of the digits right\n", more, moreError)
}

// endingOf deals the digits out in thirds, learns from the first,
// and ends that in both ways by the second.
func endingOf(digits learn.Data, seed uint64) ending {
	const lastTurn = 150 // by then every validation loss has turned
	parts := digits.Split(seed, 1./3, 1./3, 1./3)
	scale := learn.ScaleOf(parts[0].X)
	for i := range parts {
		parts[i].X = scale.Apply(parts[i].X)
	}
	lowest, stopped := info.Bits(math.Inf(1)), learn.Linear{}
	watch := func(step int, m learn.Linear, _ info.Nats) bool {
		if step <= lastTurn {
			if cost := m.Answer(parts[1]).Loss(); cost < lowest {
				lowest, stopped = cost, m.Clone()
			}
		}
		return true
	}
	p := learn.Problem{Data: parts[0]}
	trained, _ := learn.Accelerate(p, hardlyAnySlope, watch)
	held := trained.Answer(parts[1])
	t, err := learn.Temperature(held.Logits, held.Targets)
	if err != nil {
		panic(err) // there are rows, of finite logits
	}
	return ending{
		stopped: stopped.Answer(parts[2]),
		heated:  trained.Answer(parts[2]).At(t),
	}
}
