package main

import (
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/loss"
)

// bend is the second derivative of f at z, measured over a short
// way: how much its slope changes.
func bend(f func(z float64) float64, z float64) float64 {
	const h = 1e-3
	return (f(z+h) - 2*f(z) + f(z-h)) / (h * h)
}

func curvature(w io.Writer, _ chapter.Input) {
	cost := func(z float64) float64 {
		return float64(loss.BinaryLogit(1, z))
	}
	for _, z := range []float64{-4, -2, -1, 0, 1, 2, 4} {
		yhat := loss.Sigmoid(z)
		fmt.Fprintf(w, "z = %v\tŷ = %.4f\tloss″ = %.4f\tŷ(1 − ŷ) = %.4f\t¼ − (ŷ − ½)² = %.4f\n",
			z, yhat, bend(cost, z), yhat*(1-yhat), 0.25-(yhat-0.5)*(yhat-0.5))
	}
}
