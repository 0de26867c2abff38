package main

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"crossentropy/info/data"
	"crossentropy/info/learn"
)

func TestHeldOutRows(t *testing.T) {
	d, _ := data.Iris()
	held := splitTable(d)[1]
	for i, n := range heldOutRows(d) {
		if &d.X[n-1][0] != &held.X[i][0] {
			t.Errorf("row %d of those held out is not row %d", i, n)
		}
	}
}

// answers say 3 in 4 to the right class, and 7 in 8 to the wrong one.
var answers = learn.Answers{Logits: [][]float64{{math.Log(3), 0}, {0, math.Log(7)}}, Targets: []int{0, 0}}

func TestJudge(t *testing.T) {
	var out strings.Builder
	judge(&out, answers)
	const want = "few are held out: one of 2 is 50 %, and the loss is ± 1.292 bits\n" +
		"75 to 100 % sure:   2 of them, 81.2 % on average, right in 50.0 %\n" +
		"they would cost least at T = ∞: equal odds would cost less\n"
	if out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

func TestDearest(t *testing.T) {
	table := data.Table{Names: []string{"a", "b"}, Data: learn.Data{Y: make([]int, 8), Classes: 2}}
	rows := heldOutRows(table.Data)
	var out strings.Builder
	dearest(&out, answers, table)
	want := fmt.Sprintf("row %d costs 3 bits: a, read as b\nrow %d costs 0.415 bits: a\n", rows[1], rows[0])
	if out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

func TestSureness(t *testing.T) {
	for _, c := range []struct {
		t    float64
		want string
	}{
		{0, "all are right"},
		{0.5, "they could be surer"},
		{1, "they are as sure as they should be"},
		{3, "the forecasts are too sure"},
		{math.Inf(1), "equal odds would cost less"},
	} {
		if got := sureness(c.t); got != c.want {
			t.Errorf("T = %v: %q, want %q", c.t, got, c.want)
		}
	}
}
