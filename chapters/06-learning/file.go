package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/lab"
	"crossentropy/info"
	"crossentropy/info/learn"
)

//go:embed iris.csv
var flowers string

var table = chapter.File{Section: "file", Name: "iris.csv", Text: flowers}

// file trains on three quarters of the rows, and judges by the rest.
func file(w io.Writer) {
	d, classes := read()
	parts := d.Split(1, 3./4, 1./4)
	training, held := parts[0], parts[1]
	if len(held.Y) == 0 {
		chapter.Check(fmt.Errorf("%d rows, want at least 3, to train on some and hold others back", len(d.Y)))
	}
	scale := learn.ScaleOf(training.X)
	training.X, held.X = scale.Apply(training.X), scale.Apply(held.X)
	p := learn.Problem{Data: training, Penalty: 0.01}
	m, steps := train(p, "training")

	fmt.Fprintf(w, "%d rows of %d numbers, %d classes: %s\n",
		len(d.X), len(d.X[0]), d.Classes, few(classes))
	fmt.Fprintf(w, "base rate of all: %v\n", info.Entropy(d.BaseRate()))
	fmt.Fprintf(w, "training: %d rows, %s, %v\n", len(training.X), walk(steps),
		lab.Ask(m, training).Loss())
	answers := lab.Ask(m, held)
	fmt.Fprintf(w, "held out: %d rows, %v, right in %.2f %%\n",
		len(held.X), answers.Loss(), 100*answers.Right())
}

// walk says how long training took.
func walk(steps int) string {
	if steps == learn.MaxSteps {
		return fmt.Sprintf("not at the bottom after %d steps", steps)
	}
	return fmt.Sprintf("%d steps", steps)
}

// few lists the first of many names.
func few(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

func read() (learn.Data, []string) {
	r, what, _ := table.Open()
	defer r.Close()
	d, classes, err := learn.ReadCSV(what, r)
	chapter.Check(err)
	return d, classes
}
