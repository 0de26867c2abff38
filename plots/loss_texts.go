package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// at says where on the axis a step is.
func (l losses) at(step float64) string { return "at\u00a0" + l.axis + "\u00a0" + page.Number(step) }

// breakdown says from which steps on the losses at the end of a table are not finite; "" where all are.
func (l losses) breakdown(training, validation []table.Loss) string {
	trained, validated := l.broken(training), l.broken(validation)
	switch {
	case trained == "" && validated == "":
		return ""
	case trained == validated:
		return "loss is " + trained
	case trained == "":
		return "validation loss is " + validated
	case validated == "":
		return "training loss is " + trained
	}
	return "training loss is " + trained + ", and validation loss is " + validated
}

// broken says what losses are that are not finite, and where.
func (l losses) broken(all []table.Loss) string {
	if len(all) == 0 {
		return ""
	}
	isInfinite := func(loss table.Loss) bool { return math.IsInf(loss.Loss, 0) }
	isNaN := func(loss table.Loss) bool { return math.IsNaN(loss.Loss) }
	what := "not finite "
	switch {
	case !slices.ContainsFunc(all, isInfinite):
		what = "not a number "
	case !slices.ContainsFunc(all, isNaN):
		what = "infinite "
	}
	if len(all) == 1 {
		return what + l.at(all[0].Step)
	}
	return what + "from " + l.axis + "\u00a0" + page.Number(all[0].Step) + " on"
}

// finding is the title. It says where validation loss is lowest, or is the book's where it turns up.
func (l losses) finding(book string) string {
	v, low, end := l.validation, l.lowest(), final(l.validation)
	switch {
	case l.breaks != "":
		return strings.ToUpper(l.breaks[:1]) + l.breaks[1:]
	case l.isConstant():
		return "Validation loss stays the same"
	case low == v[0]:
		return "Validation loss is lowest where it starts"
	case low == end && end.X < final(l.training).X:
		return "Validation loss is lowest where it was last measured"
	case low == end:
		return "Validation loss is lowest where training ends"
	case l.turnsUp():
		return book
	case low.Y == end.Y:
		return "Validation loss is lowest " + l.at(low.X) + ", and ends as low"
	}
	const little = 0.02 // of how far it had fallen
	lowest := "Validation loss is lowest " + l.at(low.X)
	switch rise := end.Y - low.Y; {
	case rise < little*l.fall():
		return lowest + ", and ends hardly higher"
	case l.isNoisy():
		return lowest
	default:
		return lowest + ", and ends " + page.Digits(rise, 2) + l.behind() + " higher"
	}
}

// fall is how far validation loss falls to its lowest, of what is seen of it.
func (l losses) fall() float64 { return min(l.validation[0].Y, l.window().y1) - l.lowest().Y }

// isNoisy says whether validation loss goes up and down by as much as it ends above its lowest: the mean of
// its last three from there on is no more above it than five times how far a loss is, at the median, from
// the mean of the one before and the one after.
func (l losses) isNoisy() bool {
	const few, times = 3, 5
	v, low := l.validation, l.lowest()
	var off []float64
	for i := 2; i < len(v); i++ {
		off = append(off, math.Abs(v[i-1].Y-(v[i].Y+v[i-2].Y)/2))
	}
	slices.Sort(off)
	last := v[max(slices.Index(v, low), len(v)-few):]
	return meanOf(last)-low.Y <= times*off[len(off)/2]
}

// isRough says whether training loss goes up and down by more than a thick line in a window, so that it
// is more of a band than of a line.
func (l losses) isRough(w window) bool {
	const thick = 0.03 // of the window
	var bends float64
	for i := 2; i < len(l.training); i++ {
		bends += math.Abs(l.training[i].Y - 2*l.training[i-1].Y + l.training[i-2].Y)
	}
	return bends > thick*(w.y1-w.y0)*float64(len(l.training))
}

// meanOf is the mean of some losses.
func meanOf(xys plotter.XYs) (mean float64) {
	for _, xy := range xys {
		mean += xy.Y / float64(len(xys))
	}
	return mean
}

// turnsUp says whether validation loss plainly does while training loss goes on falling: after its
// lowest, both the last one and the mean of the last three are above it by more than a tenth of how far
// it had fallen, and those of training are below the one at that step.
func (l losses) turnsUp() bool {
	const part, few = 0.1, 3
	v, low := l.validation, l.lowest()
	end := final(v)
	trained := l.trained(end.X)
	if after := len(v) - 1 - slices.Index(v, low); after < few || len(trained) < few {
		return false
	}
	mean := func(xys plotter.XYs) float64 { return meanOf(xys[len(xys)-few:]) }
	before := l.trained(low.X)
	return min(end.Y, mean(v)) > low.Y+part*l.fall() &&
		max(final(trained).Y, mean(trained)) < final(before).Y
}

// trained returns the training losses up to a step, or the first where it is before them.
func (l losses) trained(step float64) plotter.XYs {
	i := slices.IndexFunc(l.training, func(xy plotter.XY) bool { return xy.X > step })
	if i < 0 {
		return l.training
	}
	return l.training[:max(1, i)]
}

// note says what the lowest validation loss is, how to read the lines, and what there may be no title to
// say.
func (l losses) note(title string, w window) string {
	low := l.lowest()
	note := "validation loss: " + l.number()(low.Y) + l.behind()
	if !l.isConstant() {
		note = "lowest " + note
		if at := l.at(low.X); !strings.Contains(title, at) {
			note += " " + at
		}
	}
	if title == "" && l.breaks != "" {
		note += "; " + l.breaks
	}
	switch l.infinite {
	case 0:
	case 1:
		note += "; infinite loss left out"
	default:
		note += fmt.Sprintf("; %d infinite losses left out", l.infinite)
	}
	sep := "; off the panel: "
	for _, c := range l.curves() {
		high, rises := slices.MaxFunc(c.XYs, byLoss), " rises to "
		if high == c.XYs[0] {
			rises = " starts at "
		}
		if high.Y > w.y1 {
			note, sep = note+sep+c.Name+rises+page.Digits(high.Y, 3), ", "
		}
	}
	if l.isDotted() {
		note += "; dots: validation, as measured"
	}
	return note
}

// behind is the unit behind a number, if there is one.
func (l losses) behind() string { return strings.Replace(l.unit, ", ", "\u00a0", 1) }

// number returns how losses are written: to three digits at least, and to as many as tell the
// lowest of validation from the last.
func (l losses) number() func(float64) string {
	const fewest, most = 3, 9
	low, end, digits := l.lowest().Y, final(l.validation).Y, fewest
	for digits < most && low != end && page.Digits(low, digits) == page.Digits(end, digits) {
		digits++
	}
	return func(x float64) string { return page.Digits(x, digits) }
}

func (l losses) alt() string {
	number := l.number()
	start, last := l.training[0], final(l.training)
	first, low, end := l.validation[0], l.lowest(), final(l.validation)
	trained := l.trained(low.X)
	validation := "stays at " + number(low.Y) + "."
	if !l.isConstant() {
		validation = fmt.Sprintf("goes from %s %s to %s %s. That is at its lowest, %s, %s, where the training loss is %s.",
			number(first.Y), l.at(first.X), number(end.Y), l.at(end.X), number(low.Y), l.at(low.X),
			number(final(trained).Y))
	}
	if l.breaks != "" {
		validation += " The " + l.breaks + "."
	}
	return page.PlainText(fmt.Sprintf("The loss%s in training and in validation against the %s. The "+
		"training loss goes from %s %s to %s %s, and the validation loss %s",
		strings.Replace(l.unit, ",", " in", 1), l.axis, number(start.Y), l.at(start.X),
		number(last.Y), l.at(last.X), validation))
}
