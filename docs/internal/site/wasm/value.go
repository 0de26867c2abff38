//go:build wasip1

package main

import (
	"math"
	"strconv"
	"unicode/utf8"

	"crossentropy/info"
)

// must is for what cannot go wrong unless a page has a bug, which the console then tells.
func must[Z any](z Z, err error) Z {
	if err != nil {
		panic(err)
	}
	return z
}

// things are what a page has no use for but to hand it over again, such as models. The place
// of one stands for it.
var things []any

// A reader reads what a page hands over: numbers, one behind the other, and before those of a
// list how many there are.
type reader struct{ rest []float64 }

func (r *reader) float() float64 {
	x := r.rest[0]
	r.rest = r.rest[1:]
	return x
}

func (r *reader) int() int { return int(r.float()) }

func (r *reader) text() string { return string(list[rune](r)) }

func (r *reader) distribution() info.Distribution { return info.Must(list[float64](r)...) }

func (r *reader) rows() [][]float64 {
	rows := make([][]float64, r.int())
	for i := range rows {
		rows[i] = list[float64](r)
	}
	return rows
}

func list[A ~int | ~int32 | ~float64](r *reader) []A {
	all := make([]A, r.int())
	for i := range all {
		all[i] = A(r.float())
	}
	return all
}

func kept[A any](r *reader) A { return things[r.int()].(A) }

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
	things = append(things, v)
	return append(to, aNumber, float64(len(things)-1))
}

func writeAll[A any](to []float64, list []A) []float64 {
	to = append(to, aList, float64(len(list)))
	for _, v := range list {
		to = write(to, v)
	}
	return to
}

// number prints a number as the book does: with four digits, or whole.
func number(x float64) string {
	switch {
	case x == 0: // or −0
		return "0"
	case x < 0:
		return "−" + number(-x)
	case math.IsInf(x, 1):
		return "∞"
	case x >= 1000 && x < 999999.5:
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'g', 4, 64)
}

// term is what an outcome adds to the entropy.
func term(p float64) float64 {
	if p == 0 {
		return 0
	}
	return p * float64(info.Surprisal(p))
}
