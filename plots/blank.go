package main

import (
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// blank is a canvas on which nothing stays.
type blank struct{ still }

// SetLineWidth does nothing.
func (blank) SetLineWidth(vg.Length) {}

// SetLineDash does nothing.
func (blank) SetLineDash([]vg.Length, vg.Length) {}

// SetColor does nothing.
func (blank) SetColor(color.Color) {}

// Stroke does nothing.
func (blank) Stroke(vg.Path) {}

// Fill does nothing.
func (blank) Fill(vg.Path) {}

// FillString does nothing.
func (blank) FillString(font.Face, vg.Point, string) {}
