package chapter

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"crossentropy/info"
)

// example is a program of two sections, one of which prints what it works on.
func example() (c Program) {
	p, q := info.Must(0.5, 0.25, 0.25), info.Must(0.25, 0.5, 0.25)
	names := []string{"red", "green", "blue"}
	c = Program{About: "An example.", P: &p, Q: &q, Outcomes: &names}
	c.Add("show", "what it works on", func(w io.Writer) { fmt.Fprintln(w, p, q, names) })
	c.Add("rest", "anything else", func(w io.Writer) { fmt.Fprintln(w, "rest") })
	return c
}

func TestRun(t *testing.T) {
	const (
		book = "(0.5, 0.25, 0.25) (0.25, 0.5, 0.25) [red green blue]\n"
		own  = "(0.9, 0.1) (0.5, 0.5) [outcome 1 outcome 2]\n"
	)
	for _, c := range []struct{ args, want string }{
		{"", "-- show --\n" + book + "\n-- rest --\nrest\n"},
		{"show", book},
		{"rest show", "-- rest --\nrest\n\n-- show --\n" + book},
		{"-p 0.9,0.1 show", own},
		{"show -p 0.9,0.1", own},
		{"show -p 0.9,0.1 -q 0.2,0.8", "(0.9, 0.1) (0.2, 0.8) [outcome 1 outcome 2]\n"},
		{"-q 1,0,0 show", "(0.5, 0.25, 0.25) (1, 0, 0) [red green blue]\n"},
	} {
		var out strings.Builder
		if code, err := example().run("07-example", strings.Fields(c.args), &out); code != 0 || err != nil {
			t.Errorf("%q: exit %d, %v", c.args, code, err)
		}
		if out.String() != c.want {
			t.Errorf("%q printed %q, want %q", c.args, out.String(), c.want)
		}
	}
}

func TestRunRefuses(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"shw", 2, `no section "shw": there are show, rest`},
		{"show -p 0.5,0.6", 1, `invalid value "0.5,0.6" for flag -p: p sums to 1.1, want 1`},
		{"-p 1,2,x", 1, `invalid value "1,2,x" for flag -p: p[2] = "x" is not a number`},
		{"-p", 2, "flag needs an argument: -p"},
		{"-x", 2, "flag provided but not defined: -x"},
		{"-q 0.5,0.5", 1, "-q has 2 outcomes, -p has 3"},
		{"-p 0.5,0.5 -q 1,0,0", 1, "-q has 3 outcomes, -p has 2"},
	} {
		var out strings.Builder
		code, err := example().run("07-example", strings.Fields(c.args), &out)
		if err == nil || code != c.code || oneLine(err) != c.want {
			t.Errorf("%q: exit %d, %v, want %d, %s", c.args, code, err, c.code, c.want)
		}
		if out.Len() > 0 {
			t.Errorf("%q printed %q", c.args, out.String())
		}
	}
}

func TestTry(t *testing.T) {
	c := example()
	c.Add("fails", "what can't be done", func(io.Writer) { Try(info.New(0.5)) })
	if code, err := c.run("07-example", []string{"fails"}, io.Discard); code != 1 || err == nil ||
		err.Error() != "info: p sums to 0.5, want 1" {
		t.Errorf("exit %d, %v", code, err)
	}
	c.Add("breaks", "a mistake of ours", func(io.Writer) { panic("ours") })
	defer func() {
		if recover() != "ours" {
			t.Error("a panic was swallowed")
		}
	}()
	_, _ = c.run("07-example", []string{"breaks"}, io.Discard)
}

func TestReady(t *testing.T) {
	c := example()
	c.Ready = func() error { return errors.New("not ready") }
	var out strings.Builder
	if code, err := c.run("07-example", nil, &out); code != 1 || err == nil || out.Len() > 0 {
		t.Errorf("exit %d, %v, printed %q", code, err, out.String())
	}
}

func TestWant(t *testing.T) {
	c := example()
	c.Want = 2
	_, err := c.run("07-example", []string{"-p", "0.5,0.25,0.25"}, io.Discard)
	if err == nil || err.Error() != "-p has 3 outcomes, want 2" {
		t.Errorf("got %v", err)
	}
}

func TestHelp(t *testing.T) {
	var out strings.Builder
	if code, err := example().run("07-example", []string{"-h"}, &out); code != 0 || err != nil {
		t.Fatalf("exit %d, %v", code, err)
	}
	for _, want := range []string{"An example.", "go run ./chapters/07-example", "show", "anything else", "-p", "-q"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("-h does not say %q:\n%s", want, out.String())
		}
	}
}

func TestDraw(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	p := info.Must(0, 0.5, 0.25, 0.25, 0)
	counts := make([]int, p.Len())
	const draws = 10_000
	for range draws {
		counts[Draw(r, p)]++
	}
	for x, px := range p.All() {
		// six standard deviations, which the fixed seed does not reach
		if off := float64(counts[x]) - draws*px; off*off > 36*draws*px*(1-px) {
			t.Errorf("outcome %d came up %d times of %d, want %v", x, counts[x], draws, draws*px)
		}
	}
}
