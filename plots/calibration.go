package main

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat/distuv"

	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

const rounding = 1e-9

// finding says what is wrong with the forecasts, where luck does not explain it.
func (fs forecasts) finding() string {
	const fewest = 20  // events or others that came, of which a share tells anything
	const about = 0.25 // of these: what was said is not further from what came
	came, said, all := fs.came(), floats.Sum(fs.Said), float64(len(fs.Said))
	rare, events := min(came, all-came), " events came"
	if fs.Classes != nil {
		events = " answers were right"
	}
	often, sure, isSureFirst := fs.beyondLuck()
	switch ruledOut := math.IsInf(float64(fs.Cost), 1); {
	case ruledOut && (fs.Classes == nil || sure != overSure):
		return "Some forecasts ruled out what came"
	case often != "" && sure != "" && isSureFirst:
		return "All in all, the forecasts are " + sure + ", and the events came " + often + " often than said"
	case often != "" && sure != "":
		return "All in all, the events came " + often + " often than said, and the forecasts are " + sure
	case often != "":
		return "All in all, the events came " + often + " often than the forecasts said"
	case sure == overSure:
		return "All in all, the forecasts are too sure of themselves"
	case sure != "":
		return "All in all, the forecasts are less sure than they could be"
	case slices.ContainsFunc(fs.bins, func(b learn.Bin) bool { return isBeyondLuck(b, fs.n) }):
		return "In some bins the forecasts are further off than luck explains"
	case rare < fewest || math.Abs(came-said) > about*rare:
		return "Too few to tell whether the forecasts are right: " +
			page.Whole(int(came)) + " of " + page.Whole(len(fs.Said)) + events
	case fs.Classes != nil:
		return "The likeliest class was right about as often as it was said to be"
	}
	return "The events came about as often as the forecasts said"
}

const overSure = "too sure"

// beyondLuck says whether events came more or less often than the forecasts said, and whether these are
// too sure or not sure enough: "" where luck explains it; and whether the second is further from luck.
func (fs forecasts) beyondLuck() (often, sure string, isSureFirst bool) {
	const luck = 2.24 // where forecasts are right, 95 of 100 sets of them have both scores within it
	more, surer := fs.weighed()
	switch {
	case more > luck:
		often = "more"
	case more < -luck:
		often = "less"
	}
	switch {
	case surer > luck:
		sure = overSure
	case surer < -luck:
		sure = "not sure enough"
	}
	return often, sure, math.Abs(surer) > math.Abs(more)
}

// weighed returns the scores as far as they are a guide to luck, and else 0. Of forecasts of classes it is
// the second alone, as who is right less often than was said is too sure.
func (fs forecasts) weighed() (more, surer float64) {
	const few = 10 // events or others, said and come
	more, surer = fs.scores()
	came, said, all := fs.came(), floats.Sum(fs.Said), float64(len(fs.Said))
	switch {
	case max(came, said) < few || all-min(came, said) < few:
		return 0, 0
	case fs.Classes != nil && math.Abs(more) >= math.Abs(surer):
		return 0, -more
	case fs.Classes != nil:
		return 0, surer
	}
	return more, surer
}

// came returns how many events came.
func (fs forecasts) came() (n float64) {
	for _, happened := range fs.Happened {
		if happened {
			n++
		}
	}
	return n
}

// scores returns, in standard deviations, how much more often events came than was said,
// and how much more the forecasts cost in squares than they would if they were right, which
// is more where they are too sure. Of the cost it leaves out what goes with the first: of rare
// events nearly all of it does.
//
// Source: Spiegelhalter 1986, for the cost.
func (fs forecasts) scores() (more, surer float64) {
	var moreVariance, surerVariance, covariance float64
	for i, f := range fs.Said {
		off, lean := -f, 1-2*f
		if fs.Happened[i] {
			off = 1 - f
		}
		more += off
		surer += off * lean
		moreVariance += f * (1 - f)
		surerVariance += lean * lean * f * (1 - f)
		covariance += lean * f * (1 - f)
	}
	if moreVariance > 0 {
		slope := covariance / moreVariance
		surer -= slope * more
		left := surerVariance - slope*covariance
		if left <= rounding*surerVariance { // as of forecasts that are all the same
			return deviations(more, moreVariance), 0
		}
		surerVariance = left
	}
	return deviations(more, moreVariance), deviations(surer, surerVariance)
}

// deviations returns a sum in standard deviations: 0 for 0, even of none.
func deviations(sum, variance float64) float64 {
	if sum == 0 {
		return 0
	}
	return sum / math.Sqrt(variance)
}

// isBeyondLuck says whether so many events of a bin, or more, or so few, or fewer, are so unlikely that
// 95 of 100 sets of right forecasts have no such bin among so many.
func isBeyondLuck(b learn.Bin, among int) bool {
	const oneSide = 0.025
	events := math.Round(float64(b.N) * b.Share)
	said := distuv.Binomial{N: float64(b.N), P: b.Forecast}
	return min(said.CDF(events), 1-said.CDF(events-1)) < oneSide/float64(among)
}

// interval returns what a bin tells of the probability of its events: 95 of 100 such
// intervals hold it.
//
// Source: Wilson 1927.
func interval(b learn.Bin) (from, to float64) {
	const z = 1.96
	n := float64(b.N)
	middle := (n*b.Share + z*z/2) / (n + z*z)
	half := z / (n + z*z) * math.Sqrt(n*b.Share*(1-b.Share)+z*z/4)
	switch from, to = middle-half, middle+half; b.Share { // they may be rounded
	case 0:
		from = 0
	case 1:
		to = 1
	}
	return from, to
}
