package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

// file trains on three quarters of the rows, and judges by the rest.
func file(w io.Writer, in chapter.Input) error {
	d, classes, err := read(in)
	if err != nil {
		return err
	}
	parts := d.Split(1, 3./4, 1./4)
	training, held := parts[0], parts[1]
	if len(held.Y) == 0 {
		return fmt.Errorf("%d rows, want at least 3, to train on some and hold others back", len(d.Y))
	}
	scale := learn.ScaleOf(training.X)
	training.X, held.X = scale.Apply(training.X), scale.Apply(held.X)
	m, steps := train(learn.Problem{Data: training, Penalty: 0.01}, "training")

	numbers := "1 number"
	if n := len(d.X[0]); n > 1 {
		numbers = fmt.Sprintf("%d numbers", n)
	}
	fmt.Fprintf(w, "%d rows of %s, %d classes: %s\n", len(d.X), numbers, d.Classes, few(classes))
	fmt.Fprintf(w, "base rate of all: %v\n", info.Entropy(d.BaseRate()))
	fmt.Fprintf(w, "training: %d rows, %s, %v\n", len(training.X), walk(steps), m.Answer(training).Loss())
	answers := m.Answer(held)
	fmt.Fprintf(w, "held out: %d rows, %v, right in %.2f %%\n",
		len(held.X), answers.Loss(), 100*answers.Right())
	return nil
}

// read reads the reader's table, or else the flowers.
func read(in chapter.Input) (d learn.Data, classes []string, err error) {
	if in.File == "" {
		d, classes = data.Iris()
		return d, classes, nil
	}
	table, name, err := in.Open()
	if err != nil {
		return d, nil, err
	}
	defer table.Close()
	return data.ReadCSV(name, table)
}

// walk says how long training took.
func walk(steps int) string {
	if steps == learn.MaxSteps {
		return fmt.Sprintf("not at the bottom after %d steps", steps)
	}
	return fmt.Sprintf("%d steps", steps)
}

// few lists the first of many names. A name that would not show as it is, or that a
// terminal could obey, is quoted as Go does it.
func few(names []string) string {
	const most = 5
	var shown []string
	for _, name := range names[:min(most, len(names))] {
		if strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsGraphic(c) }) {
			name = strconv.QuoteToGraphic(name)
		}
		shown = append(shown, name)
	}
	if len(names) > most {
		shown = append(shown, "…")
	}
	return strings.Join(shown, ", ")
}
