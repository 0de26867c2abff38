package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// An outcome is what was forecast and what came of it.
type outcome struct {
	what     string  // the line it stands on, and what is known of it
	label    float64 // 0 or 1
	forecast float64 // the probability given to label 1
}

// outcomesOf returns those of the reader's file, or else those of the tumours.
func outcomesOf(in chapter.Input) ([]outcome, error) {
	if in.File == "" {
		return forecast(data.Tumours()), nil
	}
	if in.File == "-" {
		text, err := standardInput()
		if err != nil {
			return nil, err
		}
		return parseForecasts("standard input", bytes.NewReader(text))
	}
	file, name, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return parseForecasts(name, file)
}

// standardInput can be read only once, and is what three sections use.
var standardInput = sync.OnceValues(func() ([]byte, error) { return io.ReadAll(os.Stdin) })

// forecast judges each tumour by its radius.
func forecast(tumours learn.Data) []outcome {
	intercept, weight := fit(tumours)
	all := make([]outcome, len(tumours.Y))
	for i, malignant := range tumours.Y {
		radius, kind := tumours.X[i][0], "benign"
		if malignant == 1 {
			kind = "malignant"
		}
		all[i] = outcome{
			what:     fmt.Sprintf("breast_cancer.csv:%d, %s, radius %.4g", i+2, kind, radius),
			label:    float64(malignant),
			forecast: loss.Sigmoid(intercept + weight*radius),
		}
	}
	return all
}

// fit returns the intercept a and the weight b for which the forecasts
// σ(a + b·radius) cost least, by Newton's method: each step goes to where the
// gradient would vanish if the loss were the parabola it looks like here.
func fit(tumours learn.Data) (a, b float64) {
	for range 20 { // the last of them change nothing
		var gradA, gradB, curveAA, curveAB, curveBB float64
		for i, malignant := range tumours.Y {
			radius, label := tumours.X[i][0], float64(malignant)
			slope := loss.BinaryLogitGradient(label, a+b*radius)
			yhat := slope + label
			bend := yhat * (1 - yhat)
			gradA += slope
			gradB += slope * radius
			curveAA += bend
			curveAB += bend * radius
			curveBB += bend * radius * radius
		}
		det := curveAA*curveBB - curveAB*curveAB
		stepA := (gradA*curveBB - gradB*curveAB) / det
		stepB := (gradB*curveAA - gradA*curveAB) / det
		a, b = a-stepA, b-stepB
	}
	return a, b
}

// parseForecasts reads lines of label,forecast. Above them may stand a heading.
func parseForecasts(name string, r io.Reader) ([]outcome, error) {
	var all []outcome
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return nil, err
		}
		o, err := parseForecast(row)
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no lines of label,forecast", name)
	}
	return all, nil
}

func parseForecast(row data.Row) (o outcome, err error) {
	if err := row.Want("label", "forecast"); err != nil {
		return o, err
	}
	label, err := row.Number(0)
	if err != nil || label != 0 && label != 1 {
		return o, row.Errorf(0, ", want a label of 0 or 1")
	}
	forecast, err := row.Number(1)
	if err != nil {
		return o, err
	}
	if forecast < 0 || forecast > 1 {
		return o, row.Errorf(1, ", want a forecast from 0 to 1")
	}
	return outcome{fmt.Sprintf("line %d", row.Line), label, forecast}, nil
}
