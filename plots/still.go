package main

import (
	"image"
	"image/color"

	"gonum.org/v1/plot/vg"
)

// still is a canvas without what the house style never asks for: it turns,
// moves and scales nothing, goes back to no former state, and has no pixels.
type still struct{}

// Rotate panics.
func (still) Rotate(float64) { panic("plots: nothing rotates") }

// Translate panics.
func (still) Translate(vg.Point) { panic("plots: nothing is translated") }

// Scale panics.
func (still) Scale(float64, float64) { panic("plots: nothing is scaled") }

// Push panics.
func (still) Push() { panic("plots: nothing is saved") }

// Pop panics.
func (still) Pop() { panic("plots: nothing was saved") }

// DrawImage panics.
func (still) DrawImage(vg.Rectangle, image.Image) { panic("plots: no images are drawn") }

// A needle is a still canvas that remembers how it is to draw.
type needle struct {
	still
	color  color.NRGBA
	width  vg.Length
	dashes []vg.Length
}

// SetLineWidth sets the width of strokes.
func (n *needle) SetLineWidth(w vg.Length) { n.width = w }

// SetLineDash sets the dashes of strokes. The offset is ignored.
func (n *needle) SetLineDash(dashes []vg.Length, _ vg.Length) { n.dashes = dashes }

// SetColor sets the colour of what follows, with its opacity.
func (n *needle) SetColor(k color.Color) { n.color = color.NRGBAModel.Convert(k).(color.NRGBA) }
