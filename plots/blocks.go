package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

var blocks = figure{
	name:         "blocks",
	title:        blocksTitle,
	finds:        blocksFinding,
	alt:          blocksAlt,
	height:       244,
	columnHeight: 430,
	draw:         drawBlocks,
	takes:        "-p",
	shows:        fourWords,
	misfit:       refuseManyBlocks,
}

const blocksTitle = "In longer blocks, Huffman’s code closes in on the entropy"

// blocksFinding is the title, of whatever distribution.
func blocksFinding(ex example) string {
	digits := huffmanOfBlocks(ex.p)
	switch {
	case digits[0] < nothing:
		return "What is certain takes no digits"
	case digits[0]-float64(info.Entropy(ex.p)) < nothing:
		return "Huffman’s code takes no more than the entropy, without any blocks"
	}
	if last := digits[len(digits)-1]; last > slices.Min(digits)+nothing {
		return "Blocks bring Huffman’s code near the entropy, but the longest not nearest"
	}
	return blocksTitle
}

// fourWords has probabilities that are no powers of two.
func fourWords() example {
	return example{p: info.Must(0.4, 0.3, 0.2, 0.1), q: info.Uniform(4), unit: "day"}
}

const (
	longestBlock = 8
	mostBlocks   = 1 << 16 // of a length
)

func refuseManyBlocks(ex example) error {
	if n := ex.p.Len(); n*n > mostBlocks {
		return fmt.Errorf("p has %s, want at most %.0f, for blocks of 2",
			data.Count(n, "outcome"), math.Sqrt(mostBlocks))
	}
	return nil
}

// huffmanOfBlocks returns how many digits Huffman's code takes on average for one of k
// outcomes drawn from p, coded together, for each k from 1 on, in element k − 1.
var huffmanOfBlocks = remember(func(p info.Distribution) (digits []float64) {
	one, err := info.Normalize(p.Probabilities()...)
	for k := 1; k <= longestBlock && math.Pow(float64(p.Len()), float64(k)) <= mostBlocks; k++ {
		var block info.Distribution
		if err == nil {
			block, err = code.Blocks(one, k)
		}
		if err != nil {
			panic(err) // they sum to 1, and there are not too many
		}
		digits = append(digits, code.Mean(block, code.Huffman(block))/float64(k))
	}
	return digits
})

func blocksAlt(ex example) string {
	h := info.Entropy(ex.p)
	probabilities := ex.list(func(_ int, p float64) string { return page.Number(p) })
	var said []string
	for i, digits := range huffmanOfBlocks(ex.p) {
		said = append(said, fmt.Sprintf("%d, %.5g", i+1, digits))
	}
	return fmt.Sprintf("How many digits Huffman's code takes %[1]s where blocks of k %[2]ss have a "+
		"codeword each, against k; once between its bounds H(p) and H(p) + 1/k, and again from "+
		"closer up. The probabilities are %[3]s. Digits %[1]s, by length of block: %[4]s. H(p) = %[5]v.",
		article(ex.outcome()), ex.outcome(), probabilities, strings.Join(said, "; "), h)
}

func drawBlocks(pg *page.Page, ex example) {
	h, digits := float64(info.Entropy(ex.p)), huffmanOfBlocks(ex.p)
	last := float64(len(digits))
	x, y := ex.outcome()+"s in a block *k*", "digits "+article(ex.outcome())
	first, second := pg.Halves()

	const below = 0.35
	whole := first.NewChart(x, 0.5, last+0.5, max(0, h-below), h+1.1)
	bound := func(k float64) float64 { return h + 1/k }
	whole.Line("*H*(*p*) + 1/*k*", page.Sample(bound, 1, last), page.Orange, page.Thin, 4, 3)
	whole.Label(min(2, last), bound(min(2, last)), 6, 8, "*H*(*p*) + 1/*k*", page.Body(page.Orange))
	drawCosts(whole, digits, h)
	if h > below { // room for names
		whole.Label(0.5, h, 4, -10, "Huffman’s code", page.Bold(page.Blue))
		whole.Label(last+0.5, h, -4, -10, "*H*(*p*)", page.Style{}.Right())
	}
	first.Panel(whole, y)

	span := max(digits[0]-h, 0.02)
	near := second.NewChart(x, 0.5, last+0.5, h-0.3*span, h+1.25*span)
	drawCosts(near, digits, h)
	one, most := digits[0], digits[len(digits)-1]
	near.Label(1, one, 6, 12, "Huffman’s code: "+page.Number(one), page.Bold(page.Blue))
	near.Label(last, most, 5, 12, page.Number(most), page.Bold(page.Blue).Right())
	near.Label(last+0.5, h, -4, -10, "*H*(*p*) = "+page.Number(h), page.Style{}.Right())
	second.Panel(near, y+", closer up")
}

// drawCosts draws what blocks of each length cost, and the entropy.
func drawCosts(ch *page.Chart, digits []float64, h float64) {
	var costs plotter.XYs
	var ticks plot.ConstantTicks
	for i, d := range digits {
		k := float64(i + 1)
		costs = append(costs, plotter.XY{X: k, Y: d})
		ticks = append(ticks, plot.Tick{Value: k, Label: page.Number(k)})
	}
	ch.X.Tick.Marker = ticks
	ch.Guide(ch.X.Min, h, ch.X.Max, h)
	ch.Line("Huffman's code", costs, page.Blue, page.Thin)
	for _, c := range costs {
		ch.Dot(c.X, c.Y, page.Blue)
	}
}
