package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

var codeTree = figure{
	name:   "code-tree",
	title:  "The shorter a codeword, the more of the budget it uses up",
	alt:    codeTreeAlt,
	fit:    codeTreeHeight,
	draw:   drawCodeTree,
	takes:  "-p -symbols",
	misfit: refuseLargeTrees,
}

// refuseLargeTrees refuses what has too many codewords, or too long ones, to be read.
func refuseLargeTrees(ex example) error {
	const most, longest = 16, 5
	lengths := code.Huffman(ex.p)
	n := len(slices.DeleteFunc(slices.Clone(lengths), func(l int) bool { return l == 0 }))
	switch deepest := slices.Max(lengths); {
	case n == 0:
		return errors.New("p has 1 outcome that can happen, want at least 2 to tell apart")
	case n > most:
		return fmt.Errorf("p has %s, want at most %d", data.Count(n, "outcome"), most)
	case deepest > longest:
		return fmt.Errorf("a codeword has %d digits, want at most %d", deepest, longest)
	}
	return nil
}

// huffmanCode returns the codewords of Huffman's code, and the outcomes that have one in
// the order of the tree's leaves.
func huffmanCode(p info.Distribution) (words []string, leaves []int) {
	words, err := code.Words(code.Huffman(p))
	if err != nil {
		panic(err) // they keep to the budget, and are short: see refuseLargeTrees
	}
	for x, word := range words {
		if word != "" {
			leaves = append(leaves, x)
		}
	}
	slices.SortFunc(leaves, func(a, b int) int { return strings.Compare(words[a], words[b]) })
	return words, leaves
}

// uses is what a codeword uses up of a budget of 1.
func uses(word string) float64 { return math.Ldexp(1, -len(word)) }

// fraction writes a power of a half.
func fraction(digits int) string {
	if digits == 0 {
		return "1"
	}
	return fmt.Sprintf("1/%d", 1<<digits)
}

func codeTreeAlt(ex example) string {
	words, leaves := huffmanCode(ex.p)
	var each []string
	for _, x := range leaves {
		word := words[x]
		each = append(each, fmt.Sprintf("%s, %s, uses up %s", ex.name(x), word, fraction(len(word))))
	}
	return fmt.Sprintf("The tree of a prefix code over a bar, the budget of 1. A step down to the "+
		"left is a 0, to the right a 1, and each halves what a branch has of the budget, until a "+
		"codeword ends and takes it. Under its leaf each codeword cuts its part off the bar. The %ss, "+
		"with their codewords: %s. Together they use up 1. A codeword has %s digits on average.",
		ex.outcome(), strings.Join(each, "; "), page.Number(code.Mean(ex.p, code.Huffman(ex.p))))
}

func codeTreeHeight(pg *page.Page, ex example) vg.Length {
	const usual = 256 // of all but the table
	return usual + codeTreeTable(pg, ex).Height(pg)
}

// codeTreeTable has the tree over blocks of the budget, with a leaf for each.
func codeTreeTable(pg *page.Page, ex example) *page.Table {
	words, leaves := huffmanCode(ex.p)
	deepest := 0
	for _, x := range leaves {
		deepest = max(deepest, len(words[x]))
	}
	parts := page.Blocks(func(yield func(int, float64) bool) {
		for _, x := range leaves {
			if !yield(x, uses(words[x])) {
				return
			}
		}
	})
	tall := float64(deepest + 1)
	top := -float64(deepest) - 0.08*tall // of the bar
	foot := top - 0.16*tall
	ch := pg.NewChart("", 0, 1, foot, 0.2)
	ch.X.Tick.Marker, ch.Y.Tick.Marker = plot.ConstantTicks{}, plot.ConstantTicks{}
	drawLevels(ch, deepest)
	drawBranches(ch, words, top)
	for _, b := range parts {
		ch.FillBlock(b, foot, top, page.Blue)
		part := fraction(len(words[b.Outcome]))
		ch.WriteBlocks(page.BlockText{Block: b, Low: foot, High: top, Text: part, Style: pg.Crowded()})
	}
	ch.Layer(func(window *page.Page) {
		pg.Write(pg.Min.X, ch.Point(window, 0, (top+foot)/2).Y, "budget of 1", page.Small(page.Muted))
	})
	rows := ex.rows(pg, []measure{{name: "probability", of: ex.p.P}})
	codeword := page.Row{Name: "codeword", Style: page.Bold(page.Blue)}
	codeword.Cell = func(x int) string { return words[x] }
	if deepest > 3 {
		codeword.Style = page.Small(page.Blue)
	}
	ch.Beside = true
	return pg.NewTable(ch, parts, nil, []page.Row{codeword, rows[0], rows[1]})
}

func drawCodeTree(pg *page.Page, ex example) {
	words, _ := huffmanCode(ex.p)
	ex.record(pg, []measure{
		{name: "probability", of: ex.p.P},
		{name: "uses up", of: func(x int) float64 { return uses(words[x]) }},
	})
	codeTreeTable(pg, ex).DrawOn(pg.Caption("part of the budget", ""), 0)
}

// drawLevels draws a line at each level of the tree, where each branch has the same part
// of the budget, and writes that part at its left.
func drawLevels(ch *page.Chart, deepest int) {
	ch.Layer(func(pg *page.Page) {
		for d := range deepest + 1 {
			y := ch.Point(pg, 0, -float64(d)).Y
			pg.StrokeLine2(page.Faint.Line(page.Hair), pg.Min.X, y, pg.Max.X, y)
			pg.Write(pg.Min.X-5, y, fraction(d), page.Small(page.Muted).Right())
		}
	})
}

// drawBranches draws the tree, a branch for each beginning of a codeword: down to the
// left for 0, to the right for 1. A fine line leads from a leaf down to the bar.
func drawBranches(ch *page.Chart, words []string, bar float64) {
	drawn := map[string]bool{"": true}
	for _, word := range words {
		if word == "" { // never happens
			continue
		}
		leaf := nodeOf(word)
		ch.Segment("", leaf.X, leaf.Y, leaf.X, bar, page.Muted, page.Hair, 3, 3)
		for l := 1; l <= len(word); l++ {
			if begins := word[:l]; !drawn[begins] {
				drawn[begins] = true
				drawBranch(ch, begins)
			}
		}
		ch.Dot(leaf.X, leaf.Y, page.Blue)
	}
}

// drawBranch draws the branch to what begins a codeword, with its last digit above its middle.
func drawBranch(ch *page.Chart, begins string) {
	to := nodeOf(begins)
	from := nodeOf(begins[:len(begins)-1])
	ch.Segment("", from.X, from.Y, to.X, to.Y, page.Plain, page.Thin)
	ch.Layer(func(pg *page.Page) {
		const narrowest, up = 13, 4 // with room for a digit beside the next branch
		if pg.Size().X*vg.Length(uses(begins)) < narrowest {
			return
		}
		outward := vg.Length(6)
		if to.X < from.X {
			outward = -outward
		}
		at := ch.Point(pg, (from.X+to.X)/2, (from.Y+to.Y)/2)
		pg.Write(at.X+outward, at.Y+up, begins[len(begins)-1:], page.Small(page.Plain).Center())
	})
}

// nodeOf is where a beginning stands in the tree: above the middle of what all codewords
// that begin so use up.
func nodeOf(begins string) plotter.XY {
	at := plotter.XY{X: 0.5, Y: -float64(len(begins))}
	for i, digit := range begins {
		half := math.Ldexp(1, -i-2)
		if digit == '0' {
			half = -half
		}
		at.X += half
	}
	return at
}
