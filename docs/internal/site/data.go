package site

import (
	"math"
	"strings"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
	"crossentropy/info/learn"
)

// lumpFacts are the radii of the tumours, and the forecast that chapter 4 fits to them; and
// for the valley of chapter 6, radii and perimeters on one scale, the weights at its lowest,
// and level lines around it.
func lumpFacts() any {
	all := data.Tumours()
	var radius []float64
	var radii, valley [][]float64
	for _, x := range all.X {
		radius = append(radius, x[0])
		radii = append(radii, x[:1])
		valley = append(valley, []float64{x[0], x[2]})
	}
	scale := learn.ScaleOf(radii)
	fit, _ := learn.Accelerate(learn.Problem{
		Data:   learn.Data{X: scale.Apply(radii), Y: all.Y, Classes: 2},
		Pinned: true,
	}, 1e-9, nil)
	weight := fit.Weights[0][0] / scale.Deviation[0]
	p := learn.Problem{
		Data:   learn.Data{X: learn.ScaleOf(valley).Apply(valley), Y: all.Y, Classes: 2},
		Pinned: true, NoBias: true,
	}
	lowest, _ := learn.Accelerate(p, 1e-9, nil)
	return map[string]any{
		"radius":    radius,
		"malignant": all.Y,
		"weight":    weight,
		"bias":      fit.Bias[0] - weight*scale.Mean[0],
		"valley":    p.Data.X,
		"lowest":    lowest.Weights[0],
		"rings":     rings(p, lowest),
	}
}

// rings are where the loss is 0.35, 0.45, 0.6, 0.8 and 1 bit, each from outside in, to two
// decimals.
func rings(p learn.Problem, lowest learn.Linear) (all [][][2]float64) {
	for _, level := range []info.Bits{1, 0.8, 0.6, 0.45, 0.35} {
		ring := p.Contour(lowest, level.Nats())
		for i, w := range ring {
			ring[i] = [2]float64{math.Round(100*w[0]) / 100, math.Round(100*w[1]) / 100}
		}
		all = append(all, ring)
	}
	return all
}

// digitFacts are the digits that chapter 6 judges its model on: what the model says of
// them, in logits to six decimals, which no number that is shown can tell from all of them;
// what they are; and their pixels, a letter each, from a for white to q for black.
func digitFacts() any {
	training, validation, test := data.DigitThirds()
	trial := learn.NewTrial(training, validation, test, 1e-4)
	answers := trial.Run.Trained().Answer(trial.Test)
	var scans []string
	for _, x := range test.X {
		var scan strings.Builder
		for _, grey := range x {
			scan.WriteByte('a' + byte(grey))
		}
		scans = append(scans, scan.String())
	}
	for _, row := range answers.Logits {
		for class, z := range row {
			row[class] = math.Round(z*1e6) / 1e6
		}
	}
	return map[string]any{
		"logits": answers.Logits, "targets": answers.Targets, "scans": scans,
		"temperature": trial.Temperature,
	}
}

// letterFacts are the pairs of letters of chapter 7's languages, in the parts to learn
// from, and for its game Newton's text and what is hidden.
func letterFacts() any {
	languages, alphabet := data.Languages()
	var all []any
	for _, l := range languages {
		var pairs string // letters two by two
		var times []int  // of each pair
		letters := l.Train.Alphabet()
		for _, first := range letters {
			for _, next := range letters {
				if n := l.Train.Times(string(first), next); n > 0 {
					pairs += string([]rune{first, next})
					times = append(times, int(n))
				}
			}
		}
		all = append(all, map[string]any{"name": l.Name, "pairs": pairs, "times": times})
	}
	var hidden []string
	for _, sentence := range data.Sentences() {
		hidden = append(hidden, language.Letters(sentence))
	}
	return map[string]any{
		"languages": all, "alphabet": string(alphabet), "space": string(language.Space),
		"newton": language.Letters(data.Opticks()), "hidden": hidden,
	}
}
