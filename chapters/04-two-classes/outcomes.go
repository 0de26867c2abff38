package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
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

// Scores are what outcomes come to.
type scores struct {
	cases int
	ones  float64   // how many of them have label 1
	cost  info.Nats // of all forecasts
	sq    float64   // the sum of the squares of what they cost
	worst outcome   // whose forecast cost most
	most  info.Nats // which is what it cost
}

// add counts one more outcome, and what its forecast cost.
func (s *scores) add(o outcome) {
	cost := loss.Binary(o.label, o.forecast)
	if s.cases == 0 || cost > s.most {
		s.worst, s.most = o, cost
	}
	s.cases++
	s.ones += o.label
	s.cost += cost
	s.sq += float64(cost) * float64(cost)
}

// standardError is how far the mean cost of as many cases is, as a rule, from that of all
// cases of the kind.
func (s *scores) standardError() info.Nats {
	n := float64(s.cases)
	mean := float64(s.cost) / n
	return info.Nats(math.Sqrt(max(0, s.sq/n-mean*mean) / (n - 1)))
}

// scoresOf returns those of the reader's file, or else those of the tumours.
func scoresOf(in chapter.Input) (s scores, err error) {
	if in.File == "" {
		for _, o := range forecast(data.Tumours()) {
			s.add(o)
		}
		return s, nil
	}
	known, ok := readings[in.File]
	if !ok {
		known.scores, known.err = readScores(in)
		readings[in.File] = known
	}
	return known.scores, known.err
}

// readings are what files came to: three sections use them, and standard input can be
// read only once.
var readings = map[string]struct {
	scores scores
	err    error
}{}

// readScores reads the reader's file, of which it keeps the sums alone.
func readScores(in chapter.Input) (s scores, err error) {
	file, name, err := in.Open()
	if err != nil {
		return s, err
	}
	defer file.Close()
	return parseScores(name, file)
}

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
	for range 20 { // the last of them change only what rounding leaves
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

// parseScores reads a table whose columns are label and forecast, or have these headings
// among others.
func parseScores(name string, r io.Reader) (s scores, err error) {
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return s, err
		}
		label, forecast, err := row.Forecast()
		if err != nil {
			return s, err
		}
		s.add(outcome{fmt.Sprintf("line %d", row.Line), label, forecast})
	}
	if s.cases == 0 {
		return s, fmt.Errorf("%s: no lines of label,forecast", name)
	}
	return s, nil
}
