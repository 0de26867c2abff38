package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"crossentropy/info/loss"
)

// An oddity is a case on which PyTorch and this library differ, under its
// name in week.json.
type oddity struct {
	name string
	here func() (float64, error)
}

var oddities = []oddity{
	{"impossible, soft", func() (float64, error) {
		return soft([]float64{0, math.Inf(-1)}, []float64{1, 0})
	}},
	{"impossible, weight 0", func() (float64, error) {
		l := loss.CrossEntropy{Weight: []float64{1, 0}}
		return hard(l, []float64{0, math.Inf(-1)}, 1)
	}},
	{"ignored NaN, its slope", func() (float64, error) {
		ignored, grad := -100, [][]float64{{7, 7}}
		_, err := loss.CrossEntropy{Ignore: &ignored}.Classes(
			[][]float64{{math.NaN(), 0}}, []int{ignored}, grad)
		return grad[0][1], err
	}},
	{"ahead by 40", func() (float64, error) {
		return hard(loss.CrossEntropy{}, []float64{40, 0}, 0)
	}},
	{"a row of NaN", func() (float64, error) {
		return hard(loss.CrossEntropy{}, []float64{math.NaN(), 1}, 0)
	}},
	{"a row of -Inf", func() (float64, error) {
		return hard(loss.CrossEntropy{}, []float64{math.Inf(-1), math.Inf(-1)}, 0)
	}},
	{"weight -1", func() (float64, error) {
		return hard(loss.CrossEntropy{Weight: []float64{-1, 1}}, []float64{0, 1}, 0)
	}},
	{"target sums to 1.5", func() (float64, error) {
		return soft([]float64{0, 1}, []float64{1, 0.5})
	}},
	{"binary, z = +Inf, y = 1", func() (float64, error) { return binary(math.Inf(1), 1) }},
	{"binary, z = 1, y = 2", func() (float64, error) { return binary(1, 2) }},
}

func hard(l loss.CrossEntropy, row []float64, class int) (float64, error) {
	sum, err := l.Classes([][]float64{row}, []int{class}, nil)
	return float64(sum.Total), err
}

func soft(row, target []float64) (float64, error) {
	sum, err := loss.CrossEntropy{}.Soft([][]float64{row}, [][]float64{target}, nil)
	return float64(sum.Total), err
}

func binary(z, y float64) (float64, error) {
	sum, err := loss.BinaryLogits([]float64{z}, []float64{y}, 1, nil)
	return float64(sum.Mean()), err
}

func odd(w io.Writer) {
	theirs, _, _ := beside()
	fmt.Fprintf(w, "%-24s PyTorch  here\n", "in nats")
	for _, o := range oddities {
		value, err := o.here()
		here := fmt.Sprintf("%.4g", value)
		if err != nil {
			here = strings.TrimPrefix(err.Error(), "loss: ")
		}
		fmt.Fprintf(w, "%-24s %-8.4v %s\n", o.name, theirs.Odd[o.name], here)
	}
}
