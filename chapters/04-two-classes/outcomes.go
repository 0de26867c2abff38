package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
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
	for range 50 {
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
		if math.Abs(stepA) < 1e-12*math.Abs(a) && math.Abs(stepB) < 1e-12*math.Abs(b) {
			break
		}
	}
	return a, b
}

// parseForecasts reads lines of label,forecast. The first may be a heading.
func parseForecasts(name string, r io.Reader) ([]outcome, error) {
	lines := csv.NewReader(r)
	lines.FieldsPerRecord = -1
	lines.TrimLeadingSpace = true
	var all []outcome
	for first := true; ; first = false {
		fields, err := lines.Read()
		if err == io.EOF {
			break
		}
		if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
			return nil, fmt.Errorf("%s:%d: %w", name, wrong.Line, wrong.Err)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		n, _ := lines.FieldPos(0)
		if first {
			fields[0] = strings.TrimPrefix(fields[0], "\ufeff") // what some programs begin a file with
		}
		if first && strings.EqualFold(strings.Join(fields, ","), "label,forecast") {
			continue
		}
		o, err := parseForecast(fields)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		o.what = fmt.Sprintf("line %d", n)
		all = append(all, o)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no lines of label,forecast", name)
	}
	return all, nil
}

func parseForecast(fields []string) (o outcome, err error) {
	if len(fields) != 2 {
		return o, fmt.Errorf("%d fields, want label,forecast", len(fields))
	}
	label, forecast := strings.TrimSpace(fields[0]), strings.TrimSpace(fields[1])
	o.label, err = strconv.ParseFloat(label, 64)
	if err != nil || o.label != 0 && o.label != 1 {
		return o, fmt.Errorf("label %q, want 0 or 1", label)
	}
	o.forecast, err = strconv.ParseFloat(forecast, 64)
	if err != nil || !(o.forecast >= 0 && o.forecast <= 1) {
		return o, fmt.Errorf("forecast %q, want a number from 0 to 1", forecast)
	}
	o.label, o.forecast = o.label+0, o.forecast+0 // −0 + 0 is 0
	return o, nil
}
