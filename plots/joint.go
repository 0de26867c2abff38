package main

import (
	"fmt"

	"crossentropy/info"
)

var joint = figure{
	name:   "joint",
	title:  "The day tells as much about its word as the word about the day",
	alt:    jointAlt,
	height: 286,
	draw:   drawJoint,
}

// The diary again, with the kind of each day beside its word. The words are as
// likely as they were.
var (
	dayKinds = []string{"workday", "day off"}
	dayWords = [][]float64{
		{8. / 16, 2. / 16, 1. / 16, 1. / 16},
		{0, 2. / 16, 1. / 16, 1. / 16},
	}
)

func diaryOfDays() info.Joint {
	j, err := info.NewJoint(dayWords)
	if err != nil {
		panic(err) // they sum to 1
	}
	return j
}

func jointAlt(example) string {
	j := diaryOfDays()
	y := example{p: j.Y(), words: words}
	return fmt.Sprintf("A table of the probability of each kind of day x, workday or day off, "+
		"with each word y of the diary, tinted by it, with bars for the days at the right "+
		"(%s and %s) and for the words above (%s). On days off, routine never happens. "+
		"Bars below add up: H(X) = %v and H(Y|X) = %v make H(X, Y) = %v, "+
		"and so do H(X|Y) = %v and H(Y) = %v. "+
		"What H(X) and H(Y) share is the mutual information, I(X; Y) = %v.",
		number(j.X().P(0)), number(j.X().P(1)),
		y.list(func(_ int, p float64) string { return number(p) }),
		info.Entropy(j.X()), j.EntropyYGivenX(), j.Entropy(),
		entropyXGivenY(j), info.Entropy(j.Y()), j.MutualInformation())
}

// entropyXGivenY returns what the rows still tell to someone who knows the column.
func entropyXGivenY(j info.Joint) info.Bits { return info.Entropy(j.X()) - j.MutualInformation() }

func drawJoint(pg *page) {
	j := diaryOfDays()
	pg.caption("probability of a kind of day *x* and a word *y*")
	pg.crop(0, 0, chainHeight, captionHeight).crosstab(j, dayKinds, words)
	pg.chain(j)

	s, n := sheetOf(pg.Canvas), j.Y().Len()
	for i, p := range j.Pairs().All() {
		s.data = append(s.data, []cell{
			word("kind of day x", dayKinds[i/n]), word("word y", words[i%n]), exact("probability", p),
		})
	}
}
