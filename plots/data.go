package main

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"
)

// Data are the numbers of a figure: records of cells, each cell under the name
// of its column. A record need not have a cell in every column.
type data [][]cell

type cell struct{ column, value string }

// word is a cell with a text.
func word(column, value string) cell { return cell{column, plainText(value)} }

// exact is a cell with a number, to nine digits: more would depend on the
// processor.
func exact(column string, x float64) cell {
	s := strconv.FormatFloat(x, 'g', 9, 64)
	return cell{column, strings.TrimPrefix(s, "+")} // of infinity
}

// csv writes the data under a row with the names of the columns.
func (d data) csv() []byte {
	var names []string
	for _, record := range d {
		for _, c := range record {
			if !slices.Contains(names, c.column) {
				names = append(names, c.column)
			}
		}
	}
	rows := [][]string{names}
	for _, record := range d {
		row := make([]string, len(names))
		for _, c := range record {
			row[slices.Index(names, c.column)] = c.value
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	csv.NewWriter(&b).WriteAll(rows) // a Buffer returns no error
	return b.Bytes()
}

// named makes the lines and dots of a layer a series of the figure's data. The
// columns are named as the axes are.
func named(series string, l layer) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		s := sheetOf(c)
		s.series = series
		l(c, p)
		s.series = ""
	}
}

// plot records points of the series that is being drawn.
func (s *sheet) plot(xys plotter.XYs) {
	x, y := plainText(s.x), plainText(s.y)
	for _, xy := range xys {
		s.data = append(s.data, []cell{word("series", s.series), exact(x, xy.X), exact(y, xy.Y)})
	}
}
