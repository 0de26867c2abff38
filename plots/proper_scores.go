package main

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var properScores = figure{
	name:  "proper-scores",
	title: "Proper scores are least at the truth, absolute error at certainty",
	alt:   properScoresAlt,
	draw:  drawProperScores,
}

// scoredEvent is the probability of an event that forecasts are scored on.
const scoredEvent = 0.7

// expected returns what a forecast costs on average under a score of the outcome, 1 or 0.
func expected(score func(y, yhat float64) float64) func(yhat float64) float64 {
	return func(yhat float64) float64 {
		return scoredEvent*score(1, yhat) + (1-scoredEvent)*score(0, yhat)
	}
}

var (
	squaredScore  = expected(func(y, yhat float64) float64 { return (y - yhat) * (y - yhat) })
	absoluteScore = expected(func(y, yhat float64) float64 { return math.Abs(y - yhat) })
)

func logScore(yhat float64) float64 {
	return float64(info.CrossEntropy(coin(scoredEvent), coin(yhat)))
}

func properScoresAlt(example) string {
	return fmt.Sprintf("What a forecast ŷ of an event of probability %v costs on average, against the "+
		"forecast, by three scores. Cross entropy is a bowl that is lowest at ŷ = %[1]v, with %.4g bits, and so "+
		"is squared error, with %.4g. Both are proper. Absolute error is a straight line that falls from %.4g at "+
		"ŷ = 0 to %.4g at ŷ = 1: at the truth it costs %.4g, and claiming certainty costs less.",
		scoredEvent, logScore(scoredEvent), squaredScore(scoredEvent), absoluteScore(0), absoluteScore(1),
		absoluteScore(scoredEvent))
}

func drawProperScores(pg *page.Page, _ example) {
	ch := pg.NewChart("forecast *ŷ* of an event of probability 0.7", 0, 1, 0, 1.6)
	ch.Drop(scoredEvent, 1.6)
	ch.Label(scoredEvent, 1.5, 5, 0, "the truth", page.Style{})
	for _, score := range []struct {
		name string
		cost func(float64) float64
		ink  page.Ink
		best float64
		x, y float64 // of the name
		st   page.Style
		dx   float64 // of the lowest number
		dy   float64
	}{
		{"cross entropy, bits", logScore, page.Blue, scoredEvent, 0.37, 1.38, page.Style{}, 6, 10},
		{"squared error", squaredScore, page.Green, scoredEvent, 0.2, 0.17, page.Style{}, 6, -10},
		{"absolute error", absoluteScore, page.Orange, 1, 0.33, 0.69, page.Style{}.Right(), -2, 13},
	} {
		ch.Line(score.name, page.Sample(score.cost, 0, 1), score.ink, page.Thick)
		ch.Dot(score.best, score.cost(score.best), score.ink)
		name := strings.Replace(score.name, ", ", ",\n", 1)
		ch.Label(score.x, score.y, 0, 0, name, page.Bold(score.ink))
		least := page.Fixed(score.cost(score.best), 2)
		ch.Label(score.best, score.cost(score.best), score.dx, score.dy, least, score.st)
		ch.Series("least "+score.name, plotter.XYs{{X: score.best, Y: score.cost(score.best)}})
	}
	pg.Panel(ch, "mean cost")
}
