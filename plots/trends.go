package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// lowest is the lowest validation loss.
func (l losses) lowest() plotter.XY { return l.validation[l.least()] }

// ends are the last losses.
func (l losses) ends() (training, validation plotter.XY) {
	return l.training[len(l.training)-1], l.validation[len(l.validation)-1]
}

// trained returns the training loss at a step, or else before it, or the first.
func (l losses) trained(step float64) float64 {
	i := slices.IndexFunc(l.training, func(xy plotter.XY) bool { return xy.X > step })
	if i < 0 {
		i = len(l.training)
	}
	return l.training[max(0, i-1)].Y
}

// finding is the title, of the steps at which there are validation losses.
func (l losses) finding(book string) string {
	finding := l.findingWhereMeasured(book)
	if _, after := l.lacks(); !after || l.breaks != "" || l.least() == len(l.validation)-1 {
		return finding
	}
	return capital(l.upTo()) + ", " + strings.ToLower(finding[:1]) + finding[1:]
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// findingWhereMeasured is the book's title where validation loss turns up by more than a wiggle, and
// by more than its scatter explains.
func (l losses) findingWhereMeasured(book string) string {
	const wiggle = 0.02 // of how far it has fallen, and of the lowest
	v, least, low := l.validation, l.least(), l.lowest()
	trained, end := l.ends()
	lowest := "lowest " + l.at(low)
	switch last := len(v) - 1; {
	case least == last && end.X < trained.X:
		lowest = "lowest where it was last measured"
	case least == last:
		lowest = "lowest where training ends"
	}
	turnsUp := l.turnsUp()
	startsLate, _ := l.lacks()
	isBefore := func(xy plotter.XY) bool { return xy.X < low.X }
	since := slices.DeleteFunc(slices.Clone(l.training), isBefore)
	switch {
	case l.breaks != "":
		return capital(l.breaks)
	case l.isConstant():
		return "Validation loss stays the same"
	case least == 0 && startsLate:
		return "Validation loss is lowest where it was first measured"
	case least == 0:
		return "Validation loss is lowest where it starts"
	case turnsUp && end.Y-low.Y < wiggle*min(v[0].Y-low.Y, math.Abs(low.Y)):
		return fmt.Sprintf("Validation loss is lowest %s, and hardly turns up", l.at(low))
	case turnsUp && trend(l.seen(since)) < -luckOfTrends:
		return book
	case turnsUp && trained.Y >= l.trained(low.X) && endsNoLower(since):
		return fmt.Sprintf("Validation loss turns up %s, and training loss ends no lower", l.at(low))
	case turnsUp:
		return "Validation loss turns up " + l.at(low)
	case l.levelsOff():
		return "Validation loss levels off, and is " + lowest
	}
	return "Validation loss is " + lowest
}

// breakdown says at which steps at the end the losses of a table are not finite.
func (l losses) breakdown(in table.Losses) string {
	var parts []string
	add := func(what string, steps []float64) {
		switch len(steps) {
		case 0:
		case 1:
			parts = append(parts, what+" "+l.at(plotter.XY{X: steps[0]}))
		default:
			parts = append(parts, what+" from "+l.axis+"\u00a0"+page.Number(steps[0])+" on")
		}
	}
	after := func(c table.Curve) []float64 { // infinite losses behind all others
		last := c.Losses[len(c.Losses)-1].Step
		return slices.DeleteFunc(slices.Clone(c.Infinite), func(step float64) bool { return step <= last })
	}
	training, validation := after(in.Training), after(in.Validation)
	if slices.Equal(training, validation) {
		add("loss is infinite", training)
	} else {
		add("training loss is infinite", training)
		add("validation loss is infinite", validation)
	}
	add("training loss is not a number", in.Lost)
	number := "loss is not a number"
	if len(parts) > 0 {
		number = "neither loss is a number"
	}
	add(number, in.Broken)
	return strings.Join(parts, ", and ")
}

// endsNoLower says whether the last few of some losses are no lower than the first few, for the most part.
func endsNoLower(xys plotter.XYs) bool {
	const few = 11
	_, ys := coordinates(xys)
	n := min(few, (len(ys)+1)/2)
	median := func(ys []float64) float64 {
		return stat.Quantile(0.5, stat.Empirical, slices.Sorted(slices.Values(ys)), nil)
	}
	return n > 0 && median(ys[len(ys)-n:]) >= median(ys[:n])
}

// seen are losses as they are drawn: on a logarithmic axis, their logarithms.
func (l losses) seen(xys plotter.XYs) plotter.XYs {
	if !l.whole().logY {
		return xys
	}
	xys = slices.Clone(xys)
	for i := range xys {
		xys[i].Y = math.Log(xys[i].Y)
	}
	return xys
}

// luckOfTrends is how many standard errors a slope has that luck explains.
const luckOfTrends = 3

// trend is the slope of a straight line through losses, in its standard errors: how they rise or
// fall against how they scatter about the line. Where neighbours stray to the same side, by an
// autocorrelation r, the errors are √((1 + r)/(1 − r)) as large, as of fewer losses. Of fewer than
// five the trend is 0, as these do not tell.
//
// After the lowest of losses that only scatter, the others do so as well, and one in a hundred
// such trends passes for one.
func trend(xys plotter.XYs) float64 {
	const fewest, mostAlike = 5, 0.9
	if len(xys) < fewest {
		return 0
	}
	_, ys := coordinates(xys)
	n, places := float64(len(ys)), make([]float64, len(ys))
	floats.Span(places, 1, n)
	start, slope := stat.LinearRegression(places, ys, nil, false)
	for i := range ys {
		ys[i] -= start + slope*places[i]
	}
	scatter := floats.Dot(ys, ys)
	variance := scatter / (n - 2) * 12 / (n*n*n - n)
	if r := min(mostAlike, floats.Dot(ys[1:], ys[:len(ys)-1])/scatter); r > 0 {
		variance *= (1 + r) / (1 - r)
	}
	return deviations(slope, variance)
}

// levelsOff says whether in the last third of training the validation loss has no trend, or
// changes by less than a hundredth of how far it has fallen, and not all losses after the lowest,
// which may be too few for a trend, are above the ones just before it.
func (l losses) levelsOff() bool {
	const fewest, little, before, after = 15, 0.01, 3, 4 // the lowest
	v, least := l.seen(l.validation), l.least()
	if len(v) < fewest {
		return false
	}
	_, ys := coordinates(v)
	if least >= before && len(ys)-1-least >= after &&
		slices.Min(ys[least+1:]) > slices.Max(ys[least-before:least]) {
		return false
	}
	tail := ys[2*len(v)/3:]
	half := len(tail) / 2
	fallen := v[0].Y - stat.Mean(tail, nil)
	change := math.Abs(stat.Mean(tail[half:], nil) - stat.Mean(tail[:half], nil))
	steady := math.Abs(trend(v[2*len(v)/3:])) < luckOfTrends && change < 10*little*fallen
	return fallen > 0 && (steady || change < little*fallen)
}

// at says where on the axis a point is.
func (l losses) at(xy plotter.XY) string { return "at\u00a0" + l.axis + "\u00a0" + page.Number(xy.X) }

// upTo says where the last validation loss is.
func (l losses) upTo() string {
	_, last := l.ends()
	return strings.Replace(l.at(last), "at", "up to", 1)
}

// number returns how losses are written: the lowest to three digits at least, and to as many as
// tell what is compared apart.
func (l losses) number() func(float64) string {
	const fewest, most = 3, 9 // digits
	low, isLogarithmic, unit := l.lowest(), l.whole().logY, l.power(l.whole())
	trained, end := l.ends()
	lowest := math.Abs(low.Y / unit)
	write := func(digits int) func(float64) string {
		decimals := digits - 1
		if lowest > 0 {
			decimals -= int(math.Floor(math.Log10(lowest)))
		}
		return func(x float64) string {
			switch x /= unit; {
			case isLogarithmic && math.Abs(x) < math.Pow10(digits):
				return toDigits(x, digits)
			case decimals < 1:
				return page.Number(math.Round(x)) + times(unit)
			}
			return page.Fixed(x, decimals) + times(unit)
		}
	}
	for digits := fewest; ; digits++ {
		number := write(digits)
		tells := func(a, b float64) bool { return a == b || number(a) != number(b) }
		if digits == most || tells(low.Y, end.Y) && tells(l.trained(low.X), trained.Y) {
			return number
		}
	}
}

func (l losses) alt() string {
	number := l.number()
	start, first, low := l.training[0], l.validation[0], l.lowest()
	last, end := l.ends()
	validation := "stays at " + number(low.Y) + "."
	if !l.isConstant() {
		validation = fmt.Sprintf("goes from %s to %s. That is at its lowest, %s, %s, where the training loss is %s.",
			number(first.Y), number(end.Y), number(low.Y), l.at(low), number(l.trained(low.X)))
	}
	if measured := l.measured(); measured != "" {
		validation += " It was measured " + measured + "."
	}
	if l.breaks != "" {
		validation += " The " + l.breaks + "."
	}
	return page.PlainText(fmt.Sprintf("The loss%s in training and in validation against the %s. The "+
		"training loss goes from %s %s to %s %s, and the validation loss %s",
		strings.Replace(l.unit, ",", " in", 1), l.axis, number(start.Y), l.at(start), number(last.Y), l.at(last), validation))
}
