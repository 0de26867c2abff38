package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
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
}

func torch(w io.Writer) {
	theirs, ours, grad := beside()
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

// beside is what PyTorch and this library say of the week, the second day
// torn out.
func beside() (theirs returned, ours loss.Sum, grad [][]float64) {
	chapter.Check(json.Unmarshal(written, &theirs))
	for _, z := range week {
		grad = append(grad, make([]float64, len(z)))
	}
	everything := loss.CrossEntropy{
		Weight:    dear,
		Ignore:    &torn,
		Smoothing: 0.1,
	}
	targets := []int{1, torn, 3}
	ours = chapter.Try(everything.Classes(week, targets, grad))
	return theirs, ours, grad
}

// places scores a text of three letters in an alphabet of two, for
// which PyTorch has the shape (C, d): a row of letters for each class.
func places(w io.Writer) {
	byClass := [][]float64{{2, 0, -1}, {0, 0, 3}}
	letters := []int{0, 1, 1}
	rows := make([][]float64, len(letters))
	for at := range rows {
		for _, class := range byClass {
			rows[at] = append(rows[at], class[at])
		}
	}
	sum := chapter.Try(loss.CrossEntropy{}.Classes(rows, letters, nil))
	fmt.Fprintln(w, "each:", sum.Each)
	fmt.Fprintln(w, "mean:", sum.Mean())
}
