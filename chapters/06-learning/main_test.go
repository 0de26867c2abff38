package main

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/chapters/lab"
	"crossentropy/info/learn"
)

// The lowest objectives are those that SciPy finds, of which info/learn/testdata says
// more.
func TestOptima(t *testing.T) {
	d := lab.Digits()
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	for what, c := range map[string]struct {
		problem learn.Problem
		lowest  float64
	}{
		"lumps":  {lumps(), 0.09959137548470548},
		"digits": {learn.Problem{Data: d, Penalty: 0.01}, 0.26832493049553635},
	} {
		m, _ := train(c.problem, what)
		if off := float64(c.problem.Objective(m)) - c.lowest; math.Abs(off) > 1e-9 {
			t.Errorf("%s end %g above the lowest", what, off)
		}
	}
}

func TestFile(t *testing.T) {
	book := table
	defer func() { table = book }()
	name := filepath.Join(t.TempDir(), "table.csv")
	text := "size,kind\n" + strings.Repeat("1,small\n2,small\n8,large\n9,large\n", 3)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	table.Flag("")(flags)
	if err := flags.Parse([]string{"-file", name}); err != nil || table.Focus() != "file" {
		t.Fatalf("-file %s asks for %q, %v", name, table.Focus(), err)
	}
	var out strings.Builder
	file(&out)
	for _, want := range []string{
		"12 rows of 1 numbers, 2 classes: large, small\n", "base rate of all: 1 bit\n",
		"training: 9 rows", "held out: 3 rows", "right in 100.00 %\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestWalk(t *testing.T) {
	for steps, want := range map[int]string{213: "213 steps", 100_000: "not at the bottom after 100000 steps"} {
		if got := walk(steps); got != want {
			t.Errorf("%d: %s, want %s", steps, got, want)
		}
	}
}

func TestFew(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"a b", "a, b"},
		{"a b c d e", "a, b, c, d, e"},
		{"a b c d e f", "a, b, c, d, e, …"},
	} {
		if got := few(strings.Fields(c.names)); got != c.want {
			t.Errorf("%s: %s, want %s", c.names, got, c.want)
		}
	}
}
