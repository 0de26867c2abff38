package main

import (
	"fmt"
	"math"

	"crossentropy/info/loss"
)

// fit returns the intercept a and the weight b for which the forecasts
// σ(a + b·radius) cost least, by Newton's method: each step goes to where the
// gradient would vanish if the loss were the parabola it looks like here.
func fit(tumours []tumour) (a, b float64) {
	for range 50 {
		var gradA, gradB, curveAA, curveAB, curveBB float64
		for _, t := range tumours {
			slope := loss.BinaryLogitGradient(t.label, a+b*t.radius)
			yhat := slope + t.label
			bend := yhat * (1 - yhat)
			gradA += slope
			gradB += slope * t.radius
			curveAA += bend
			curveAB += bend * t.radius
			curveBB += bend * t.radius * t.radius
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

func forecastsOf(tumours []tumour) []outcome {
	all := make([]outcome, len(tumours))
	for i, t := range tumours {
		kind := "benign"
		if t.label == 1 {
			kind = "malignant"
		}
		all[i] = outcome{
			what:     fmt.Sprintf("breast_cancer.csv:%d, %s, radius %.4g", i+2, kind, t.radius),
			label:    t.label,
			forecast: loss.Sigmoid(intercept + weight*t.radius),
		}
	}
	return all
}
