//go:build wasip1

package main

import (
	"unicode/utf8"

	"crossentropy/info"
)

// A function takes what it wants out of the room, and answers.
type function func(in *reader) any

func one[A, Z any](f func(A) Z) function {
	return func(in *reader) any { return f(take[A](in)) }
}

func two[A, B, Z any](f func(A, B) Z) function {
	return func(in *reader) any { return f(take[A](in), take[B](in)) }
}

func three[A, B, C, Z any](f func(A, B, C) Z) function {
	return func(in *reader) any { return f(take[A](in), take[B](in), take[C](in)) }
}

// must is for what cannot go wrong unless a page has a bug, which the console then tells.
func must[Z any](z Z, err error) Z {
	if err != nil {
		panic(err)
	}
	return z
}

// kept are things that a page has no use for but to hand them over again, such as models.
// The place of one stands for it.
var kept []any

// A reader reads numbers one behind the other.
type reader struct{ rest []float64 }

func (r *reader) next() float64 {
	x := r.rest[0]
	r.rest = r.rest[1:]
	return x
}

// take reads a value: a number, or how many letters or values there are, and these.
func take[A any](r *reader) (a A) {
	switch a := any(&a).(type) {
	case *float64:
		*a = r.next()
	case *info.Bits:
		*a = info.Bits(r.next())
	case *int:
		*a = int(r.next())
	case *rune:
		*a = rune(r.next())
	case *string:
		*a = string(takeAll[rune](r))
	case *[]float64:
		*a = takeAll[float64](r)
	case *[]info.Bits:
		*a = takeAll[info.Bits](r)
	case *[]int:
		*a = takeAll[int](r)
	case *[][]float64:
		*a = takeAll[[]float64](r)
	case *info.Distribution:
		*a = info.Must(takeAll[float64](r)...)
	default:
		return kept[int(r.next())].(A)
	}
	return a
}

func takeAll[A any](r *reader) []A {
	list := make([]A, int(r.next()))
	for i := range list {
		list[i] = take[A](r)
	}
	return list
}

// The kinds of an answer, which stand before it.
const (
	aNumber = iota
	aText
	aList
)

// write appends an answer.
func write(to []float64, v any) []float64 {
	switch v := v.(type) {
	case float64:
		return append(to, aNumber, v)
	case info.Bits:
		return append(to, aNumber, float64(v))
	case int:
		return append(to, aNumber, float64(v))
	case string:
		to = append(to, aText, float64(utf8.RuneCountInString(v)))
		for _, letter := range v {
			to = append(to, float64(letter))
		}
		return to
	case []float64:
		return writeAll(to, v)
	case []info.Bits:
		return writeAll(to, v)
	case []int:
		return writeAll(to, v)
	case []string:
		return writeAll(to, v)
	case [][]float64:
		return writeAll(to, v)
	case [][][]float64:
		return writeAll(to, v)
	case []any:
		return writeAll(to, v)
	case info.Distribution:
		return writeAll(to, v.Probabilities())
	}
	kept = append(kept, v)
	return append(to, aNumber, float64(len(kept)-1))
}

func writeAll[A any](to []float64, list []A) []float64 {
	to = append(to, aList, float64(len(list)))
	for _, v := range list {
		to = write(to, v)
	}
	return to
}
