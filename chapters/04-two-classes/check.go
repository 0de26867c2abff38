package main

import (
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/loss"
)

// rise is the slope of f at z, measured over a short way.
func rise(f func(z float64) float64, z float64) float64 {
	const h = 1e-4
	return (f(z+h) - f(z-h)) / (2 * h)
}

func check(w io.Writer, _ chapter.Input) {
	for _, z := range []float64{-4, 0, 2} {
		yhat := loss.Sigmoid(z)
		fmt.Fprintf(w, "z = %v\tσ′:\tmeasured %.6f\tσ(1 − σ) = %.6f\n",
			z, rise(loss.Sigmoid, z), yhat*(1-yhat))
		for _, y := range []float64{0, 1} {
			cost := func(z float64) float64 {
				return float64(loss.BinaryLogit(y, z))
			}
			fmt.Fprintf(w, "z = %v\tloss′ for y = %v:\tmeasured %.6f\tŷ − y = %.6f\n",
				z, y, rise(cost, z), yhat-y)
		}
	}
}
