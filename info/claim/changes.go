package claim

import (
	"fmt"
	"slices"

	"github.com/leanovate/gopter"
)

// A Change is a distribution before and after something happened to it.
type Change struct {
	draw
	Before, After []float64
}

func (x Change) String() string { return "p = " + list(x.Before) + ", then " + list(x.After) }

// Levellings move probability from an outcome to one that is rarer, at most their
// difference, and Transfers as much as they please.
var (
	Levellings = transfers(func(share, rich, poor float64) float64 { return share * (rich - poor) })
	Transfers  = transfers(func(share, rich, _ float64) float64 { return share * rich })
)

func transfers(amount func(share, rich, poor float64) float64) gopter.Gen {
	return made(shape{weights: 1, beside: 3, bits: 10}, func(d draw) Change {
		before := d.p(0)
		rich, poor := d.upTo(len(before)-1, 1), d.upTo(len(before)-1, 2)
		if before[rich] == before[poor] {
			return Change{draw: d}
		}
		if before[rich] < before[poor] {
			rich, poor = poor, rich
		}
		after, moved := slices.Clone(before), amount(d.eighths(0), before[rich], before[poor])
		after[rich] -= moved
		after[poor] += moved
		return Change{d, before, atMostOne(after)}
	}).SuchThat(func(x Change) bool { return x.Before != nil })
}

// Coarsened outcomes are what a function makes of them, and Tossed ones have become
// two each by the toss of a coin.
var (
	Coarsened = made(shape{weights: 1, columns: 1}, func(d draw) Change {
		return Change{d, d.p(0), d.function(1).send(d.p(0))}
	})
	Tossed = made(shape{weights: 1}, func(d draw) Change {
		half := scaled(d.p(0), 0.5)
		return Change{d, d.p(0), append(half, half...)}
	})
)

// A Growth is a distribution, and one over more outcomes.
type Growth struct {
	draw
	Few, Many []float64
}

func (x Growth) String() string { return "few = " + list(x.Few) + ", many = " + list(x.Many) }

var (
	// Choices are equally likely.
	Choices = made(shape{beside: 2}, func(d draw) Growth {
		few := 1 + d.upTo(999, 0)
		return Growth{d, Uniform(few), Uniform(few + 1 + d.upTo(999, 1))}
	})
	// UnevenChoices are the same as far as there were some before, and rarer ones.
	UnevenChoices = made(shape{weights: 1, columns: 1}, func(d draw) Growth {
		more := append(slices.Clone(d.rows), d.rows[0])
		return Growth{d, d.p(0), draw{rows: more}.p(0)}
	})
)

// An Image is what becomes of a truth and a model that were sent the same way, or
// were meant to be.
type Image struct {
	draw
	Before, After Pair
}

func (x Image) String() string { return fmt.Sprintf("%v, then %v", x.Before, x.After) }

var (
	// Merged outcomes are the same under p and q, and MergedApart others under p
	// than under q.
	Merged = images(func(d draw) (_, _ channel) { return d.function(2), d.function(2) })

	MergedApart = images(func(d draw) (_, _ channel) { return d.function(2), d.function(3) })
	// Channelled outcomes have become one of three others by chance.
	Channelled = images(func(d draw) (_, _ channel) {
		c := make(channel, len(d.rows))
		for x, row := range d.rows {
			odds := []float64{1, float64(row[2] & 31), float64(row[3] & 31)}
			c[x] = normalized(odds)
		}
		return c, c
	})
)

// A channel has a row for each outcome that goes in: the probability of each that
// may come out.
type channel [][]float64

// function sends each outcome where a column says.
func (d draw) function(column int) channel {
	c := make(channel, len(d.rows))
	for x, row := range d.rows {
		c[x] = make([]float64, len(d.rows))
		c[x][min(int(row[column]), len(d.rows)-1)] = 1
	}
	return c
}

func (c channel) send(p []float64) []float64 {
	q := make([]float64, len(c[0]))
	for x, row := range c {
		for y, pass := range row {
			q[y] += p[x] * pass
		}
	}
	return atMostOne(q)
}

func images(channels func(d draw) (forP, forQ channel)) gopter.Gen {
	return made(shape{weights: 2, columns: 2, beside: 1, bits: 12}, func(d draw) Image {
		before := Pair{P: d.p(0), Q: Mixed(d.eighths(0), d.p(0), d.p(1))}
		forP, forQ := channels(d)
		return Image{d, before, Pair{P: forP.send(before.P), Q: forQ.send(before.Q)}}
	})
}
