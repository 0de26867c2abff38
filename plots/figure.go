package main

import (
	"io"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// A figure is one picture of the book.
type figure struct {
	name         string
	title        string               // the finding
	finds        func(example) string // the title, where it depends on the example; or nil
	alt          func(example) string
	height       vg.Length                           // 0 for the usual
	columnHeight vg.Length                           // in a column of text; 0 for the same
	fit          func(*page.Page, example) vg.Length // the height, where it depends on the texts; or nil
	draw         func(*page.Page, example)
	takes        string              // the flags that change what it shows
	shows        func() example      // in the book; nil for the diary
	early        func()              // what takes long, and begins before all is drawn; or nil
	misfit       func(example) error // says why an example is not for it; nil where all are
	refuse       func(example) error // says what of an example cannot be drawn; nil where all can
	columns      string              // of a table that it shows; "" where it shows none
	headings     [][]string          // of these columns, each with others that are as good; or nil
	read         tableReader         // nil where it shows none
	added        float64             // to every count of a table
	bins         binning             // of a table of forecasts; none where it sorts nothing into bins
}

// A tableReader makes a figure one of the table that it reads. Name is what errors call it.
type tableReader func(f figure, name string, table io.Reader) (figure, error)

// figures are all of them, in the order of the book. Another one is a file of its
// own, a line here, and a place in docs/gallery.md.
var figures = []figure{
	surprisal,
	years,
	binaryEntropy,
	simplex,
	codeLengths,
	codeTree,
	blocks,
	tangent,
	bowl,
	cost,
	likelihood,
	twoTexts,
	properScores,
	binaryLoss,
	temperature,
	descent,
	learningCurve,
	reliability,
	costliestDigits,
	sentence,
	contexts,
	languages,
	plugIn,
	humps,
	joint,
	coins,
	mixing,
	longTail,
	digits,
}

// inBook is the example that the book shows in the figure.
func (f figure) inBook() example {
	if f.shows != nil {
		return f.shows()
	}
	return diaryExample
}

// check returns why the figure cannot be drawn of ex, if it cannot.
func (f figure) check(ex example) error {
	for _, refuse := range []func(example) error{f.misfit, f.refuse} {
		if refuse == nil {
			continue
		}
		if err := refuse(ex); err != nil {
			return err
		}
	}
	return nil
}

// of draws the figure of an example.
func (f figure) of(ex example, look page.Look) *page.Drawing {
	title := f.title
	if f.finds != nil {
		title = f.finds(ex)
	}
	layout := page.Figure{
		Name: f.name, Title: title, Alt: f.alt(ex), Height: f.height, ColumnHeight: f.columnHeight,
		Draw: func(pg *page.Page) { f.draw(pg, ex) },
	}
	if f.fit != nil {
		layout.Fit = func(pg *page.Page) vg.Length { return f.fit(pg, ex) }
	}
	return page.Draw(layout, look)
}
