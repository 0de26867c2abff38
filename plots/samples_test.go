package main

import (
	"fmt"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
)

var book = example{diary, shorthand, words, scores}

// samples are examples of every shape that the flags let in.
var samples = map[string]example{
	"the book's":   book,
	"swapped":      {shorthand, diary, words, nil},
	"own model":    {diary, diary, nil, nil},
	"certain":      {info.Must(1), info.Must(1), nil, nil},
	"never":        {info.Must(0.7, 0, 0.3), info.Must(0.2, 0.3, 0.5), nil, nil},
	"rare":         {info.Must(1-1e-6, 1e-6), info.Uniform(2), nil, nil},
	"surprised":    {info.Must(0.9, 0.1), info.Must(1e-6, 1-1e-6), nil, nil},
	"nearly right": {info.Must(0.7, 0.2, 0.1), info.Must(0.69, 0.21, 0.1), nil, nil},
	"thirty":       {info.Uniform(30), geometric(30), nil, nil},
	"geometric":    {geometric(30), info.Uniform(30), nil, nil},
	"dyadic":       {info.Must(1./16, 1./4, 1./16, 1./2, 1./8), info.Uniform(5), nil, nil},
	"last only":    {info.Must(0, 1), info.Uniform(2), nil, nil},
	"200":          {info.Uniform(200), geometric(200), nil, nil},
	"long names": {
		info.Must(0.5, 0.3, 0.15, 0.05), info.Must(0.1, 0.2, 0.3, 0.4),
		[]string{"an extraordinarily long name", "Donaudampfschifffahrt", "a b c", "another long name"},
		nil,
	},
}

// geometric returns probabilities that halve until the last two.
func geometric(n int) info.Distribution {
	p := make([]float64, n)
	rest := 1.0
	for i := range p {
		rest /= 2
		p[i] = rest
	}
	p[n-1] *= 2
	return info.Must(p...)
}

// each runs a test on every figure of every sample; on a figure that no flag
// changes, which TestListedFlagsChangeTheFigure ascertains, of the book's alone.
func each(t *testing.T, test func(t *testing.T, f figure, ex example)) {
	for _, f := range figures {
		for name, ex := range samples {
			if f.takes == "" && name != "the book's" {
				continue
			}
			t.Run(f.name+"/"+name, func(t *testing.T) { test(t, f, ex) })
		}
	}
}

// column is the width of a column of text in print.
const column = 84 * vg.Millimeter

// eachEdition runs a test on every figure of every sample, over the page and in
// a column, with its title and without.
func eachEdition(t *testing.T, test func(t *testing.T, e edition)) {
	each(t, func(t *testing.T, f figure, ex example) {
		for _, width := range []vg.Length{pageWidth, column} {
			for _, title := range []bool{true, false} {
				name := fmt.Sprintf("%.0fpt,title=%v", width, title)
				t.Run(name, func(t *testing.T) {
					test(t, edition{f, ex, look{theme: "light", width: width, dpi: 96, title: title}})
				})
			}
		}
	})
}
