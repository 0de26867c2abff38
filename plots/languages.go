package main

import (
	"fmt"
	"strings"
	"sync"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

var languages = figure{
	name:         "languages",
	title:        "Each of fourteen languages costs least under its own model",
	alt:          languagesAlt,
	height:       330,
	columnHeight: 300,
	draw:         drawLanguages,
	takes:        "-base",
}

// costsOfLanguages are the languages, and what a letter of each, in the row of its
// number, costs under the model of each, in that column.
var costsOfLanguages = sync.OnceValues(func() (all []data.Language, costs [][]info.Bits) {
	all, alphabet := data.Languages()
	costs = make([][]info.Bits, len(all))
	for _, l := range all {
		m := pairsOf(l, alphabet)
		for i, text := range all {
			costs[i] = append(costs[i], m.CrossEntropy(text.Test))
		}
	}
	return all, costs
})

func languagesAlt(ex example) string {
	all, costs := costsOfLanguages()
	var each []string
	for i, l := range all {
		next := -1
		for j, h := range costs[i] {
			if j != i && (next < 0 || h < costs[i][next]) {
				next = j
			}
		}
		each = append(each, fmt.Sprintf("%s %.3g, under %s %.3g",
			l.Name, ex.in(costs[i][i]), all[next].Name, ex.in(costs[i][next])))
	}
	return fmt.Sprintf("A table of %d rows and columns, tinted the more the lower the number: what a "+
		"letter of a text in one language, by rows, costs under a model of another, by columns, in "+
		"%s. The models know how often each letter follows each other one in other "+
		"texts. What each language costs under its own model, which is the least in its row, and under "+
		"the one that comes next: %s.", len(all), ex.units(), strings.Join(each, "; "))
}

func drawLanguages(pg *page.Page, ex example) {
	all, costs := costsOfLanguages()
	caption := ex.units() + " a letter: texts in rows, under the models of languages in columns"
	if pg.Column {
		caption = ex.units() + " a letter: rows under models in columns"
	}
	names, heads := vg.Length(66), vg.Length(16)
	below := pg.Caption(caption, "")
	cells := below.Crop(names, 0, 0, heads)
	n := vg.Length(len(all))
	width, height := (cells.Max.X-cells.Min.X)/n, (cells.Max.Y-cells.Min.Y)/n
	numbers := pg.TextWidth("5.0", page.Small(page.Plain)) < width
	if !numbers {
		pg.NotDrawn("the numbers in the cells, which are narrow")
	}
	for i, l := range all {
		middle := cells.Max.Y - height*(vg.Length(i)+0.5)
		pg.Write(pg.Min.X, middle, l.Name, page.Small(page.Plain))
		pg.Write(cells.Min.X+width*(vg.Length(i)+0.5), cells.Max.Y+heads/2, l.Code,
			page.Small(page.Plain).Center())
		for j, h := range costs[i] {
			number := ""
			if numbers {
				number = fmt.Sprintf("%.1f", ex.in(h))
			}
			at := vg.Point{X: cells.Min.X + width*(vg.Length(j)+0.5), Y: middle}
			drawLanguageCost(pg, at, vg.Point{X: width/2 - 0.5, Y: height/2 - 0.5}, h, i == j, number)
			pg.Record("text", l.Name, "model", all[j].Name, "cross entropy, "+ex.units()+" a letter", ex.in(h))
		}
	}
}

// drawLanguageCost draws a cell about a point, the bluer the cheaper, with its number, if any.
func drawLanguageCost(pg *page.Page, at, corner vg.Point, h info.Bits, own bool, number string) {
	const cheap, dear = 3, 5.5
	share := min(1, max(0, (dear-float64(h))/(dear-cheap)))
	cell := vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}
	pg.SetColor(page.Blue.WithOpacity(0.04 + 0.5*share*share))
	pg.Fill(cell.Path())
	style := page.Small(page.Plain)
	if own && !pg.Column {
		style = page.Bold(page.Plain)
	}
	pg.Write(at.X, at.Y, number, style.Center())
}
