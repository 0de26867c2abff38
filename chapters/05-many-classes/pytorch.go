package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/loss"
)

// What PyTorch returned for the week, written down by week.py.
//
//go:embed week.json
var written []byte

type returned struct {
	Version  string
	Mean     float64
	Gradient [][]float64
	Odd      map[string]any // a number, or "nan"
	Alike    map[string]float64
}

func pytorch() (r returned) {
	if err := json.Unmarshal(written, &r); err != nil {
		panic(err)
	}
	return r
}

func torch(w io.Writer, _ chapter.Input) {
	theirs := pytorch()
	ours, grad := beside()
	fmt.Fprintf(w, "each row: %v\n", ours.Each)
	fmt.Fprintf(w, "total = %v, weight = %v\n", ours.Total, ours.Weight)
	fmt.Fprintf(w, "mean: %.6g here, %.6g in PyTorch %s\n",
		float64(ours.Mean()), theirs.Mean, theirs.Version)
	for i, row := range grad {
		for c, g := range row {
			row[c] = g / ours.Weight
		}
		fmt.Fprintf(w, "slopes of row %d: %.4f\n", i, row)
		fmt.Fprintf(w, "     in PyTorch: %.4f\n", theirs.Gradient[i])
	}
}

// beside is what this library says of the week, the second day torn out.
func beside() (ours loss.Sum, grad [][]float64) {
	for _, z := range week {
		grad = append(grad, make([]float64, len(z)))
	}
	everything := loss.CrossEntropy{
		Weight:    dear,
		Ignore:    &torn,
		Smoothing: 0.1,
	}
	targets := []int{1, torn, 3}
	return must(everything.Classes(week, targets, grad)), grad
}

func odd(w io.Writer, _ chapter.Input) {
	theirs := pytorch()
	fmt.Fprintf(w, "%-23s PyTorch here\n", "in nats")
	for _, o := range oddities {
		value, err := o.here()
		here := strings.TrimSuffix(info.Nats(value).String(), " nats")
		if err != nil {
			here = strings.TrimPrefix(err.Error(), "loss: ")
		}
		fmt.Fprintf(w, "%-23s %-7.4v %s\n", o.name, theirs.Odd[o.name], here)
	}
}

// The oddities are cases on which PyTorch and this library differ, under their
// names in week.json.
var oddities = []struct {
	name string
	here func() (float64, error)
}{
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
	{"BCELoss, ŷ = 0, y = 1", func() (float64, error) { return float64(loss.Binary(1, 0)), nil }},
	{"BCELoss, its slope", func() (float64, error) {
		y, yhat := 1.0, 0.0
		return (yhat - y) / (yhat * (1 - yhat)), nil
	}},
	{"NLLLoss of q, not ln q", func() (float64, error) {
		return hard(loss.CrossEntropy{}, []float64{0.75, 0.25}, 0)
	}},
	{"KLDivLoss, mean", func() (float64, error) { return divergence(unfair, fair) }},
	{"KLDivLoss of q", func() (float64, error) { return divergence(unfair, fair) }},
	{"KLDivLoss, swapped", func() (float64, error) { return divergence(unfair, fair) }},
	{"KLDivLoss, 0 in both", func() (float64, error) {
		return divergence(info.Must(1, 0), info.Must(1, 0))
	}},
}

// Two distributions that week.py compares.
var unfair, fair = info.Must(0.75, 0.25), info.Must(0.5, 0.5)

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

func divergence(p, q info.Distribution) (float64, error) {
	return float64(info.KullbackLeibler(p, q).Nats()), nil
}

// places scores a text of three letters in an alphabet of two, for
// which PyTorch has the shape (1, C, d): a row of letters for each class.
func places(w io.Writer, _ chapter.Input) {
	byClass := [][]float64{{2, 0, -1}, {0, 0, 3}}
	letters := []int{0, 1, 1}
	rows := make([][]float64, len(letters))
	for at := range rows {
		for _, class := range byClass {
			rows[at] = append(rows[at], class[at])
		}
	}
	sum := must(loss.CrossEntropy{}.Classes(rows, letters, nil))
	fmt.Fprintln(w, "each:", sum.Each)
	fmt.Fprintln(w, "mean:", sum.Mean())
}
