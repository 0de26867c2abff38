package main

import (
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

// calibrationError returns the expected calibration error: how far the share of a bin is
// from its mean forecast, on average over the forecasts.
//
// Source: Naeini, Cooper & Hauskrecht 2015.
func (fs forecasts) calibrationError() (sum float64) {
	for _, b := range fs.bins {
		if b.N > 0 {
			sum += math.Abs(b.Share-b.Forecast) * float64(b.N) / float64(len(fs.Said))
		}
	}
	return sum
}

// Where forecasts are right, 95 of 100 sets of them have a score within luckOfOne, and both of two
// within luckOfTwo, and at least 95 of 100 have those of ten bins within luckOfBins.
const (
	luckOfOne  = 1.96
	luckOfTwo  = 2.24
	luckOfBins = 2.81

	rounding = 1e-9
)

// finding says what is wrong with the forecasts, where luck does not explain it.
func (fs forecasts) finding() string {
	const wide = 0.3 // of an interval: the share of all events may be almost anything
	more, surer := fs.scores()
	if fs.Classes != nil && math.Abs(more) >= math.Abs(surer) { // who is right less often than said is too sure
		more, surer = 0, -more
	}
	all := fs.all()
	from, to := interval(all)
	switch {
	case fs.correlation() < -luckOfBins && fs.Classes != nil:
		return "The likeliest class was right less often where it was said to be likelier"
	case fs.correlation() < -luckOfBins:
		return "The events came less often where the forecasts were higher"
	case math.IsInf(surer, 1): // some were certain of what did not come, and the others as certain
		return "The forecasts are too sure of themselves"
	case to-from > wide:
		return "Too few forecasts to tell whether they are right"
	case fs.Cost == 0:
		return "Every forecast was certain, and right"
	case more < -luckOfTwo && all.Share == 0:
		return "None of the events came, and the forecasts said that some would"
	}
	return fs.fault(more, surer)
}

// fault says what is wrong with forecasts that have these scores.
func (fs forecasts) fault(more, surer float64) string {
	const slight, fewest = 0.04, 20 // of the variance of the events; the rarer of events and others
	came, said := "The events came", "the forecasts said"
	if fs.Classes != nil {
		came, said = "The likeliest class was right", "it was said to be"
	}
	all, rare, slightly := fs.all(), int(fs.rare()), ""
	if fs.calibrationError() < slight*all.Share*(1-all.Share) {
		slightly = "slightly "
	}
	switch {
	case max(math.Abs(more), math.Abs(surer)) > luckOfTwo && math.Abs(more) >= math.Abs(surer):
		if more > 0 {
			return came + " " + slightly + "more often than " + said
		}
		return came + " " + slightly + "less often than " + said
	case surer > luckOfTwo:
		return "The forecasts are " + slightly + "too sure of themselves"
	case surer < -luckOfTwo:
		return "The forecasts are " + slightly + "less sure than they could be"
	case slices.ContainsFunc(fs.bins, isBeyondLuck):
		return "In some bins the forecasts are further off than luck explains"
	case fs.Classes == nil && math.Abs(more) > luckOfOne:
		return data.Count(int(math.Round(float64(all.N)*all.Share)), "event") +
			" came, where the forecasts said " + page.Decimals(floats.Sum(fs.Said), 1)
	case rare < fewest && fs.Classes != nil:
		return onlyFew(data.Count(rare, "error"))
	case rare < fewest && all.Share < 0.5:
		return onlyFew(data.Count(rare, "event") + " came")
	case rare < fewest:
		return onlyFew(data.Count(rare, "case") + " without the event")
	}
	return came + " about as often as " + said
}

func onlyFew(rare string) string {
	says := "Only " + rare + ", too few to tell whether the forecasts are right"
	return strings.Replace(says, "Only 0 ", "No ", 1)
}

// all is the bin of all forecasts, of which it tells how many events came.
func (fs forecasts) all() learn.Bin {
	return learn.Reliability(make([]float64, len(fs.Said)), fs.Happened, 1)[0]
}

// rare is how many events came, or did not come where these are fewer.
func (fs forecasts) rare() float64 {
	all := fs.all()
	return math.Round(float64(all.N) * min(all.Share, 1-all.Share))
}

// correlation returns how events go with forecasts, in standard deviations of what luck makes of it
// where they do not; 0 where all forecasts are the same, and NaN where all events are.
func (fs forecasts) correlation() float64 {
	if slices.Min(fs.Said) == slices.Max(fs.Said) {
		return 0
	}
	came := make([]float64, len(fs.Happened))
	for i, happened := range fs.Happened {
		if happened {
			came[i] = 1
		}
	}
	return stat.Correlation(fs.Said, came, nil) * math.Sqrt(float64(len(came)))
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

// isBeyondLuck says whether so many events of a bin, or more, or so few, or fewer, would be as
// unlikely as what is luckOfBins off.
func isBeyondLuck(b learn.Bin) bool {
	if b.N == 0 {
		return false
	}
	events := math.Round(float64(b.N) * b.Share)
	said := distuv.Binomial{N: float64(b.N), P: b.Forecast}
	return min(said.CDF(events), 1-said.CDF(events-1)) < distuv.UnitNormal.CDF(-luckOfBins)
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
