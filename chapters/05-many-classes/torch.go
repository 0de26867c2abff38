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

func torch(w io.Writer) {
	var theirs struct {
		Version  string
		Mean     float64
		Gradient [][]float64
	}
	chapter.Try(0, json.Unmarshal(written, &theirs))

	torn := -100
	everything := loss.CrossEntropy{
		Weight:    []float64{1, 2, 4, 4},
		Ignore:    &torn,
		Smoothing: 0.1,
	}
	var grad [][]float64
	for _, z := range week {
		grad = append(grad, make([]float64, len(z)))
	}
	sum := chapter.Try(everything.Classes(week, []int{1, torn, 3}, grad))
	fmt.Fprintf(w, "each row: %v\n", sum.Each)
	fmt.Fprintf(w, "total = %v, weight = %v\n", sum.Total, sum.Weight)
	fmt.Fprintf(w, "mean: %.6g here, %.6g in PyTorch %s\n",
		float64(sum.Mean()), theirs.Mean, theirs.Version)
	for i, row := range grad {
		for c, g := range row {
			row[c] = g / sum.Weight
		}
		fmt.Fprintf(w, "slopes of row %d: %.4f\n", i, row)
		fmt.Fprintf(w, "     in PyTorch: %.4f\n", theirs.Gradient[i])
	}
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
