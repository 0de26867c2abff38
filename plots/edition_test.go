package main

import "gonum.org/v1/plot/vg"

// svg draws the figure of ex as the book has it.
func (f figure) svg(ex example) []byte {
	file, _ := edition{f, ex, bookLook}.svg() // has no error
	return file
}

// paint draws the figure of ex as the book has it on c.
func (f figure) paint(c vg.Canvas, ex example) { edition{f, ex, bookLook}.paint(c) }
