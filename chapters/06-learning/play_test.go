package main

import (
	"math"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info/learn"
)

// stepGame is the book's game.
var stepGame = chapter.Input{Seed: 1}

func TestUses(t *testing.T) { chaptertest.Uses(t, program) }

func TestPlay(t *testing.T) {
	const start = "    0        1    0.6374    0.6374  ############################\n"
	for _, c := range []struct {
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{
			"1 20",
			"\n step     bits     above    lowest\n" + start +
				"rate, steps> 1 20\n" +
				"    5   0.3897   0.02702   0.02702  ##############\n" +
				"   10   0.3718   0.00914   0.00914  ##########\n" +
				"   15   0.3665   0.00388   0.00388  ######\n" +
				"   20   0.3645   0.00182   0.00182  ###\n" +
				"rate, steps> \n\nYou did not get there. Plain steps of 1/L take 25, the program's momentum 9.\n" +
				"Other lumps: -seed 2\n",
		},
		{"1 1000", "\nThere in 25 steps. From 0 again:\nrate, steps> \n\nYour fewest: 25. Plain steps of 1/L take 25,"},
		{"1 10/1 1000", "\nThere in 25 steps."},
		{"1 1000/2.5 10/3 10", "\nThere in 6 steps. From 0 again:\nrate, steps> \n\nYour fewest: 3. "},
		{"2.5 10", "    3   0.3627 9.968e-05 9.968e-05\nThere in 3 steps."},
		{"1,10 0.4", "\nThere in 7 steps."},
		{"1 5 0.4/1 5", "    7    0.364  0.001376  0.001376  #\n    9   0.3636  0.001018  0.001018\n   10   0.3635 0.0008845 0.0008845\nThere in 10 steps."},
		{"1 2/NEW/2.5 10", "\nrate, steps> NEW\n" + start + "rate, steps> 2.5 10\n"},
		{"30 3 0.9", "    3    5.214     4.851    0.6374  #####################################\n"},
		{"100 1000 0.99", "  ############################################\n"},
		{"1 3", "    3   0.4117 "},
		{"1 9", "    9   0.3737 "},
		{"/1", "\n\"\": type a rate and a number of steps, or new, or q\nrate, steps> 1\n\"1\": type"},
		{"1 2 0.5 9", "\n\"1 2 0.5 9\": type"},
		{"0 10", "\n\"0\": the rate is a number above 0, up to 100\n"},
		{"101 10", "\n\"101\": the rate"},
		{"-1 10", "\n\"-1\": the rate"},
		{"NaN 10", "\n\"NaN\": the rate"},
		{"one 10", "\n\"one\": the rate"},
		{"1 0", "\n\"0\": the steps are a whole number from 1 to 1000\n"},
		{"1 1001", "\n\"1001\": the steps"},
		{"1 1.5", "\n\"1.5\": the steps"},
		{"1 10 1", "\n\"1\": momentum is a number from 0 to 0.99\n"},
		{"1 10 -0.1", "\n\"-0.1\": momentum"},
		{"1 10 much", "\n\"much\": momentum"},
		{"q", "rate, steps> q\n\nYou did not get there. "},
	} {
		out := chaptertest.Transcript(t, play, stepGame, strings.Split(c.answers, "/")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%q: printed\n%s\nwant in it\n%s", c.answers, out, c.want)
		}
	}
}

// The book's player goes too far, starts again, and beats the plain steps.
func TestScript(t *testing.T) {
	out := chaptertest.Transcript(t, play, stepGame, script...)
	if !strings.Contains(out, "the rate is") || !strings.Contains(out, "\nThere in ") || strings.Count(out, "\n") > 30 {
		t.Error(out)
	}
}

// A step is its rate times the gradient and a share of what the one before subtracted.
func TestStep(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{0}}, Y: []int{1}, Classes: 2}, Pinned: true}
	d := &descent{problem: p, unit: 2, at: p.Start(), pace: p.Start()}
	for range 2 {
		d.step(stride{rate: 0.25, momentum: 0.5})
	}
	first := 0.5 * 0.5 // half of the gradient σ(0) − 1 = −½
	second := 0.5 * (0.5*0.5 + 1 - 1/(1+math.Exp(-first)))
	if got := d.at.Bias[0]; math.Abs(got-first-second) > 1e-15 || d.steps != 2 {
		t.Errorf("after %d steps the bias is %v, want %v", d.steps, got, first+second)
	}
}

// The floor is the lowest loss: a long way down ends there, for other lumps too.
func TestFloor(t *testing.T) {
	for seed := range uint64(5) {
		lumps := radii().Split(seed, 0.2)[0]
		d := newDescent(learn.Problem{Data: lumps, Pinned: true})
		for range 1000 {
			d.step(stride{rate: 1})
		}
		if above := d.problem.Objective(d.at).Bits() - d.floor; above < -1e-12 || above > 1e-6 {
			t.Errorf("seed %d: %v above the floor", seed, above)
		}
	}
}

// FuzzPlay types anything, with any lumps.
func FuzzPlay(f *testing.F) {
	for _, typed := range []string{strings.Join(script, "\n"), "", "100 9 0.99\n1 9", "1e-300 1", "1,5,0", "\xff 1", "new"} {
		f.Add(typed, uint64(1))
	}
	f.Fuzz(func(t *testing.T, typed string, seed uint64) {
		out := chaptertest.Transcript(t, play, chapter.Input{Seed: seed}, strings.Split(typed, "\n")...)
		if !strings.Contains(out, "\nOther lumps: ") {
			t.Errorf("%q: printed %s", typed, out)
		}
	})
}
