package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

// script is what the book's player types.
var script = []string{"20 4 0.9", "new", "1 12", "ten 4", "10 4", "q"}

const (
	near        = info.Bits(0.001) // is how close to its floor the loss must come
	mostSteps   = 1000             // that one line takes
	steepest    = 100.0            // is the largest rate, in units of 1/L
	rowsPerLine = 4
)

// A descent goes down the loss of a problem, from weights of 0, in the player's steps.
type descent struct {
	problem learn.Problem
	floor   info.Bits // the lowest loss
	unit    float64   // 1/L
	at      learn.Linear
	pace    learn.Linear // what the last step subtracted, over its rate
	steps   int
	lowest  info.Bits // what the loss has been, above the floor
}

// A stride is a line of the player's: so many steps of a rate and a momentum.
type stride struct {
	rate, momentum float64
	steps          int
}

// play lets the player choose steps until the loss is near its floor, as often as they like.
func play(t *chapter.Terminal, in chapter.Input) error {
	lumps := radii().Split(in.Seed, 0.2)[0]
	lumps.X = learn.ScaleOf(lumps.X).Apply(lumps.X)
	d := newDescent(learn.Problem{Data: lumps, Pinned: true})
	fmt.Fprintf(t, "A model of %d lumps, drawn by chance, has a weight for the radius, and a bias.\n"+
		"Both start at 0. Type a rate, in units of 1/L = %.4g, and how many steps, as in\n"+
		"1 10. They go on from where you are. A third number is momentum, from 0 to 0.99.\n"+
		"In few steps come within %v of the floor, %v. You start again\n"+
		"with new, q ends. A bar ten columns longer, of 44 at most, is ten times as far\n"+
		"from the floor.\n\n",
		len(lumps.Y), d.unit, near, d.floor)
	fewest := d.play(t)
	d.sumUp(t, fewest)
	fmt.Fprintf(t, "Other lumps: -seed %d\n", in.Seed+1)
	return nil
}

func newDescent(p learn.Problem) *descent {
	best, _ := learn.Accelerate(p, tolerance, nil)
	d := &descent{problem: p, floor: p.Objective(best).Bits(), unit: 1 / p.Smoothness()}
	d.restart()
	return d
}

func (d *descent) restart() {
	d.at, d.pace, d.steps = d.problem.Start(), d.problem.Start(), 0
	d.lowest = d.above()
}

// above is how far the loss is above its floor.
func (d *descent) above() info.Bits {
	return max(0, d.problem.Objective(d.at).Bits()-d.floor)
}

// play asks for steps, and returns the fewest that led near the floor, 0 if none did.
func (d *descent) play(t *chapter.Terminal) (fewest int) {
	fmt.Fprintf(t, " step     bits     above    lowest\n%s\n", d.row())
	for {
		typed, ok := t.Ask("rate, steps> ")
		if !ok {
			return fewest
		}
		if strings.EqualFold(typed, "new") {
			d.restart()
			fmt.Fprintln(t, d.row())
			continue
		}
		s, err := readStride(typed)
		if err != nil {
			fmt.Fprintln(t, err)
			continue
		}
		if d.take(s, t); d.lowest < near {
			fmt.Fprintf(t, "There in %s. From 0 again:\n", data.Count(d.steps, "step"))
			if fewest == 0 || d.steps < fewest {
				fewest = d.steps
			}
			d.restart()
		}
	}
}

// take takes steps, until the loss is near its floor, and shows some of them.
func (d *descent) take(s stride, t *chapter.Terminal) {
	every := (s.steps + rowsPerLine - 1) / rowsPerLine
	for i := 1; i <= s.steps && d.lowest >= near; i++ {
		d.step(s)
		d.lowest = min(d.lowest, d.above())
		if i%every == 0 || i == s.steps || d.lowest < near {
			fmt.Fprintln(t, d.row())
		}
	}
}

// step makes pace the gradient and a share of itself, and subtracts rate/L times pace: SGD
// with momentum, as PyTorch has it.
func (d *descent) step(s stride) {
	grad := d.problem.Start()
	d.problem.Gradient(d.at, grad)
	d.pace.Add(s.momentum-1, d.pace)
	d.pace.Add(1, grad)
	d.at.Add(-s.rate*d.unit, d.pace)
	d.steps++
}

// row shows where the descent is. Its bar is empty where it may end.
func (d *descent) row() string {
	above, bar := d.above(), ""
	if above > near {
		bar = strings.Repeat("#", min(44, int(math.Round(10*math.Log10(float64(above/near))))))
	}
	return strings.TrimRight(fmt.Sprintf("%5d%9s%10s%10s  %s",
		d.steps, number(above+d.floor), number(above), number(d.lowest), bar), " ")
}

func number(b info.Bits) string { return chapter.Number(float64(b)) }

// readStride reads a rate, a number of steps and perhaps a momentum.
func readStride(typed string) (s stride, err error) {
	fields := strings.Fields(strings.ReplaceAll(typed, ",", " "))
	if n := len(fields); n != 2 && n != 3 {
		return s, fmt.Errorf("%s: type a rate and a number of steps, or new, or q", chapter.Quote(typed))
	}
	s.rate, err = strconv.ParseFloat(fields[0], 64)
	if err != nil || !(s.rate > 0 && s.rate <= steepest) {
		return s, fmt.Errorf("%s: the rate is a number above 0, up to %v",
			chapter.Quote(fields[0]), steepest)
	}
	s.steps, err = strconv.Atoi(fields[1])
	if err != nil || s.steps < 1 || s.steps > mostSteps {
		return s, fmt.Errorf("%s: the steps are a whole number from 1 to %d",
			chapter.Quote(fields[1]), mostSteps)
	}
	if len(fields) == 3 {
		s.momentum, err = strconv.ParseFloat(fields[2], 64)
	}
	if err != nil || !(s.momentum >= 0 && s.momentum <= 0.99) {
		return s, fmt.Errorf("%s: momentum is a number from 0 to 0.99", chapter.Quote(fields[2]))
	}
	return s, nil
}

// sumUp shows the player's steps beside those of the program.
func (d *descent) sumUp(t *chapter.Terminal, fewest int) {
	var steps int
	watch := func(step int, _ learn.Linear, objective info.Nats) bool {
		steps = step
		return objective.Bits()-d.floor >= near
	}
	if fewest > 0 {
		fmt.Fprintf(t, "\nYour fewest: %d. ", fewest)
	} else {
		fmt.Fprintf(t, "\nYou did not get there. ")
	}
	learn.Descend(d.problem, learn.MaxSteps, watch)
	fmt.Fprintf(t, "Plain steps of 1/L take %d, ", steps)
	learn.Accelerate(d.problem, 0, watch)
	fmt.Fprintf(t, "the program's momentum %d.\n", steps)
}
