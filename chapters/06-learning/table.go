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
	table, err := read(in)
	if err != nil {
		return err
	}
	if err := check(table); err != nil {
		return err
	}
	parts := splitTable(table.Data)
	training, held := parts[0], parts[1]
	scale := learn.ScaleOf(training.X)
	training.X, held.X = scale.Apply(training.X), scale.Apply(held.X)
	m, steps := train(learn.Problem{Data: training, Penalty: 0.01}, "training")

	for _, c := range table.IDs {
		fmt.Fprintln(w, told(c))
	}
	fmt.Fprintln(w, few(fmt.Sprintf("%d rows of %s, %d classes: ",
		len(table.X), data.Count(len(table.X[0]), "number"), table.Classes), table.Names))
	fmt.Fprintf(w, "base rate of all: %v\n", info.Entropy(table.BaseRate()))
	fmt.Fprintf(w, "training: %s, %s, %v\n",
		data.Count(len(training.X), "row"), walk(steps), m.Answer(training).Loss())
	answers := m.Answer(held)
	fmt.Fprintf(w, "held out: %s, %v, right in %.2f %%\n",
		data.Count(len(held.X), "row"), answers.Loss(), 100*answers.Right())
	judge(w, answers)
	dearest(w, answers, table)
	return nil
}

// read reads the reader's table, or else the flowers.
func read(in chapter.Input) (data.Table, error) {
	if in.File == "" {
		d, species := data.Iris()
		return data.Table{Data: d, Names: species}, nil
	}
	table, name, err := in.Open()
	if err != nil {
		return data.Table{}, err
	}
	defer table.Close()
	return data.ReadCSV(name, table)
}

// check refuses what cannot be trained on.
func check(t data.Table) error {
	const most = 1e8 // logits, one for each row and class, take 0.8 GB
	n := len(t.Y)
	if n < 3 {
		return fmt.Errorf("%d rows, want at least 3, to train on some and hold others back", n)
	}
	if n == t.Classes || n*t.Classes > most {
		return fmt.Errorf("%d rows of %d classes, want classes of many rows in the last column",
			n, t.Classes)
	}
	return nil
}

// told says what became of a column that tells the rows apart.
func told(c data.IDColumn) string {
	name := fmt.Sprintf("column %d", c.Number)
	if c.Heading != "" {
		name += fmt.Sprintf(", %q,", chapter.Short(c.Heading))
	}
	switch {
	case !c.Left:
		return name + " counts the rows: what is learned from it is their order"
	case c.Counts:
		return name + " counts the rows and is left out"
	}
	return name + " names the rows and is left out"
}

// walk says how long training took.
func walk(steps int) string {
	if steps == learn.MaxSteps {
		return fmt.Sprintf("not at the bottom after %d steps", steps)
	}
	return fmt.Sprintf("%d steps", steps)
}

// few adds the first of many names to a line, as many as fit. A name that would not
// show as it is, or that a terminal could obey, is quoted as Go does it.
func few(line string, names []string) string {
	const most, fits = 5, 80 - len(", …")
	for i, name := range names {
		if strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsGraphic(c) }) {
			name = strconv.QuoteToGraphic(name)
		}
		name = chapter.Short(name)
		if i > 0 {
			name = ", " + name
		}
		if i == most || chapter.Width(line+name) > fits {
			return line + ", …"
		}
		line += name
	}
	return line
}
