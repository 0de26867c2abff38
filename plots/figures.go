package main

import "gonum.org/v1/plot/vg"

// A figure is one picture of the book.
type figure struct {
	name   string
	title  string // the finding
	alt    func(example) string
	height vg.Length

	// columnHeight is the height in a column of text; 0 for the same.
	columnHeight vg.Length

	draw func(*page)

	// takes are the flags that change what the figure shows.
	takes string

	// refuse says what of an example cannot be drawn; nil where all can.
	refuse func(example) error
}

// check returns why the figure cannot be drawn of ex, if it cannot.
func (f figure) check(ex example) error {
	if f.refuse == nil {
		return nil
	}
	return f.refuse(ex)
}

// figures are all of them, in the order of the book.
var figures = []figure{
	surprisal,
	binaryEntropy,
	simplex,
	codeLengths,
	bowl,
	cost,
	binaryLoss,
	training,
	temperature,
	descent,
	learningCurve,
	reliability,
	costliestDigits,
	joint,
	coins,
	longTail,
	digits,
}

// findFigure returns the figure of that name.
func findFigure(name string) (figure, bool) {
	for _, f := range figures {
		if f.name == name {
			return f, true
		}
	}
	return figure{}, false
}
