package claim

import (
	"fmt"
	"slices"

	"github.com/leanovate/gopter"
)

// A Change is a distribution before and after something happened to it.
type Change struct {
	table
	Before, After []float64
}

func (x Change) String() string { return "p = " + list(x.Before) + ", then " + list(x.After) }

// Levellings move probability from an outcome to one that is rarer, at most their
// difference, and Robberies more than that.
var (
	Levellings = transfers(func(share, rich, poor float64) float64 { return share * (rich - poor) })
	Robberies  = transfers(func(share, rich, poor float64) float64 {
		return rich - poor + share*poor
	}).SuchThat(func(x Change) bool { return x.eighths(0) > 0 && x.Before[x.upTo(len(x.Before)-1, 2)] > 0 })
)

func transfers(amount func(share, rich, poor float64) float64) gopter.Gen {
	return made(shape{weights: 1, beside: 3, bits: 10}, func(t table) Change {
		before := t.p(0)
		after := slices.Clone(before)
		rich, poor := t.upTo(len(before)-1, 1), t.upTo(len(before)-1, 2)
		if before[rich] < before[poor] {
			rich, poor = poor, rich
		}
		moved := amount(t.eighths(0), before[rich], before[poor])
		after[rich] -= moved
		after[poor] += moved
		return Change{t, before, after}
	}).SuchThat(func(x Change) bool {
		return x.upTo(len(x.Before)-1, 1) != x.upTo(len(x.Before)-1, 2)
	})
}

// Coarsened outcomes are what a function makes of them, and Tossed ones have become
// two each by the toss of a coin.
var (
	Coarsened = made(shape{weights: 1, columns: 1}, func(t table) Change {
		return Change{t, t.p(0), t.function(1).send(t.p(0))}
	})
	Tossed = made(shape{weights: 1}, func(t table) Change {
		half := scaled(t.p(0), 0.5)
		return Change{t, t.p(0), append(half, half...)}
	})
)

// A Growth is a distribution, and one over more outcomes.
type Growth struct {
	table
	Few, Many []float64
}

func (x Growth) String() string { return "few = " + list(x.Few) + ", many = " + list(x.Many) }

var (
	// Choices are equally likely.
	Choices = made(shape{beside: 2}, func(t table) Growth {
		few := 1 + t.upTo(999, 0)
		return Growth{t, Uniform(few), Uniform(few + 1 + t.upTo(999, 1))}
	})
	// UnevenChoices are the same as far as there were some before, and rarer ones.
	UnevenChoices = made(shape{weights: 1, columns: 1}, func(t table) Growth {
		more := append(slices.Clone(t.rows), t.rows[0])
		return Growth{t, t.p(0), table{rows: more}.p(0)}
	})
)

// An Image is what becomes of a truth and a model that were sent the same way, or
// were meant to be.
type Image struct {
	table
	Before, After Pair
}

func (x Image) String() string { return fmt.Sprintf("%v, then %v", x.Before, x.After) }

var (
	// Merged outcomes are the same under p and q, and MergedApart others under p
	// than under q.
	Merged = images(func(t table) (_, _ channel) { return t.function(2), t.function(2) })

	MergedApart = images(func(t table) (_, _ channel) { return t.function(2), t.function(3) })
	// Channelled outcomes have become one of three others by chance.
	Channelled = images(func(t table) (_, _ channel) {
		c := make(channel, len(t.rows))
		for x, row := range t.rows {
			odds := []float64{1, float64(row[2] & 31), float64(row[3] & 31)}
			c[x] = parts(odds)
		}
		return c, c
	})
)

// A channel has a row for each outcome that goes in: the probability of each that
// may come out.
type channel [][]float64

// function sends each outcome where a column says.
func (t table) function(column int) channel {
	c := make(channel, len(t.rows))
	for x, row := range t.rows {
		c[x] = make([]float64, len(t.rows))
		c[x][min(int(row[column]), len(t.rows)-1)] = 1
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

func images(channels func(t table) (forP, forQ channel)) gopter.Gen {
	return made(shape{weights: 2, columns: 2, beside: 1, bits: 12}, func(t table) Image {
		before := Pair{P: t.p(0), Q: Mixed(t.eighths(0), t.p(0), t.p(1))}
		forP, forQ := channels(t)
		return Image{t, before, Pair{P: forP.send(before.P), Q: forQ.send(before.Q)}}
	})
}
