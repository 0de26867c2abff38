package main

import (
	"fmt"
	"io"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/loss"
)

// measured is the slope of a loss in each logit, found by moving
// it a little up and a little down.
func measured(
	l loss.CrossEntropy, z []float64, target int,
) (slopes []float64) {
	const h = 1e-4
	for c := range z {
		cost := func(by float64) float64 {
			moved := slices.Clone(z)
			moved[c] += by
			rows, targets := [][]float64{moved}, []int{target}
			return float64(must(l.Classes(rows, targets, nil)).Total)
		}
		slopes = append(slopes, (cost(h)-cost(-h))/(2*h))
	}
	return slopes
}

// formula is q·Σs − s, the slope of the loss in each logit, where
// s is what each class counts for: q − t where nothing weighs.
func formula(
	l loss.CrossEntropy, z []float64, target int,
) (slopes []float64) {
	n, sum := float64(len(z)), 0.0
	s := make([]float64, len(z))
	for c := range s {
		s[c] = l.Smoothing / n
		if c == target {
			s[c] += 1 - l.Smoothing
		}
		if l.Weight != nil {
			s[c] *= l.Weight[c]
		}
		sum += s[c]
	}
	q := must(loss.Softmax(z...))
	for c := range z {
		slopes = append(slopes, q.P(c)*sum-s[c])
	}
	return slopes
}

func check(w io.Writer, _ chapter.Input) {
	const came = 1
	for _, c := range []struct {
		what string
		loss loss.CrossEntropy
	}{
		{"q − t", loss.CrossEntropy{}},
		{"weights 1, 2, 4, 4", loss.CrossEntropy{Weight: dear}},
		{"smoothing 0.1", loss.CrossEntropy{Smoothing: 0.1}},
		{"both", loss.CrossEntropy{Weight: dear, Smoothing: 0.1}},
	} {
		fmt.Fprintf(w, "%s:\tmeasured\t[%s]\n", c.what,
			chapter.List(measured(c.loss, book.Logits, came), "%.6f", " "))
		fmt.Fprintf(w, "\tformula\t[%s]\n",
			chapter.List(formula(c.loss, book.Logits, came), "%.6f", " "))
	}
}
