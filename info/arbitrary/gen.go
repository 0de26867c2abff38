// Package arbitrary draws the things that statements of information theory are
// about, distributions and pairs of them above all, and shrinks a case that
// breaks a statement to one that a reader can check by hand.
//
// A [Gen] is made by construction: nothing is drawn and thrown away. Its
// distributions lie on a grid of 2⁻⁵², so that their floats sum to 1 exactly.
// [Gen.Gopter] makes a generator for tests of your own with gopter.
package arbitrary

import (
	"math/rand"

	"github.com/leanovate/gopter"
)

// A Gen draws values of one kind.
type Gen[T any] struct {
	// Draw returns a value and the name of the shape it was given.
	Draw func(r *rand.Rand) (v T, shape string)
	// Shrink lists values that are simpler than v. Following it from any value
	// must come to an end. A nil Shrink lists nothing.
	Shrink func(v T) []T
	// Show writes v with fractions for floats that are short ones.
	Show func(v T) string
}

// Just always draws v.
func Just[T any](v T, show func(T) string) Gen[T] {
	return Gen[T]{
		Draw: func(*rand.Rand) (T, string) { return v, "the only case" },
		Show: show,
	}
}

// Gopter returns g as a generator of gopter's.
func (g Gen[T]) Gopter() gopter.Gen {
	return func(p *gopter.GenParameters) *gopter.GenResult {
		v, _ := g.Draw(p.Rng)
		return gopter.NewGenResult(v, func(v any) gopter.Shrink { return g.shrinks(v.(T)) })
	}
}

func (g Gen[T]) shrinks(v T) gopter.Shrink {
	if g.Shrink == nil {
		return gopter.NoShrink
	}
	simpler := g.Shrink(v)
	return func() (any, bool) {
		if len(simpler) == 0 {
			return nil, false
		}
		next := simpler[0]
		simpler = simpler[1:]
		return next, true
	}
}

// simplerThan keeps the candidates that cost less than v.
func simplerThan[T any](v T, candidates []T, cost func(T) cost) []T {
	limit := cost(v)
	kept := candidates[:0]
	for _, c := range candidates {
		if cost(c).less(limit) {
			kept = append(kept, c)
		}
	}
	return kept
}
