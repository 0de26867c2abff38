package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A pdf is a canvas that writes a page with text that can be searched, copied
// and read aloud. In fpdf the y axis points down.
type pdf struct {
	needle
	doc    *fpdf.Fpdf
	fonts  map[font.Font]bool // by face, whether it is in the file
	height vg.Length
}

func newPDF(width, height vg.Length) *pdf {
	size := fpdf.SizeType{Wd: float64(width), Ht: float64(height)}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true) // or its order is that of a map
	doc.AddPage()
	return &pdf{doc: doc, fonts: map[font.Font]bool{}, height: height}
}

// pdf prints the edition as a PDF file. Its title is the figure's, and its
// subject says what the figure shows to those who cannot see it.
func (e edition) pdf() ([]byte, error) {
	width, height := e.size()
	c := newPDF(width, height)
	title, alt := e.description()
	c.doc.SetTitle(title, true)
	c.doc.SetSubject(alt, true)
	if err := e.paint(rounded{e.plate(c)}).boxed; err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := c.doc.Output(&b)
	return undated(b.Bytes()), err
}

// date matches the lines of a PDF file that say when it was made.
var date = regexp.MustCompile(`/(?:Creation|Mod)Date \(D:\d{14}\)`)

// undated blanks the dates out, which leaves all else where the file's table
// of contents says it is.
func undated(file []byte) []byte {
	return date.ReplaceAllFunc(file, func(s []byte) []byte {
		return bytes.Repeat([]byte(" "), len(s))
	})
}

// Stroke strokes p.
func (c *pdf) Stroke(p vg.Path) {
	if c.width <= 0 {
		return
	}
	dashes := make([]float64, len(c.dashes))
	for i, d := range c.dashes {
		dashes[i] = float64(d)
	}
	c.doc.SetDashPattern(dashes, 0)
	c.doc.SetLineWidth(float64(c.width))
	c.doc.SetDrawColor(int(c.color.R), int(c.color.G), int(c.color.B))
	c.draw(p, "D")
}

// Fill fills p.
func (c *pdf) Fill(p vg.Path) {
	c.doc.SetFillColor(int(c.color.R), int(c.color.G), int(c.color.B))
	c.draw(p, "F")
}

// FillString writes s with its baseline from pt, as shapes where fpdf knows no
// way to write it.
func (c *pdf) FillString(f font.Face, pt vg.Point, s string) {
	if !c.embed(f) || strings.ContainsFunc(s, func(r rune) bool { return r > 0xffff }) {
		c.Fill(outlines(f, pt, s))
		return
	}
	if script := inLine(f, s); script != s {
		var hex string
		for _, u := range utf16.Encode([]rune(script)) {
			hex += fmt.Sprintf("%04x", u)
		}
		c.doc.RawWriteStr("/Span <</ActualText <feff" + hex + ">>> BDC")
		defer c.doc.RawWriteStr("EMC")
	}
	f.Font.Variant = sans
	c.doc.SetFont(f.Name(), "", float64(f.Font.Size))
	c.doc.SetTextColor(int(c.color.R), int(c.color.G), int(c.color.B))
	c.doc.SetAlpha(float64(c.color.A)/255, "Normal")
	c.doc.Text(float64(pt.X), float64(c.height-pt.Y), s)
}

// embed puts a font into the file, once, and reports whether it is there.
func (c *pdf) embed(f font.Face) bool {
	f.Font.Variant = sans
	key := f.Font
	key.Size = 0
	if _, known := c.fonts[key]; !known {
		data, ok := embeddable(f)
		if c.fonts[key] = ok; ok {
			c.doc.AddUTF8FontFromBytes(f.Name(), "", data)
		}
	}
	return c.fonts[key]
}

// inLine returns s as it reads on one line, with the characters that Unicode
// has for scripts.
func inLine(f font.Face, s string) string {
	switch f.Font.Variant {
	case subscripted:
		return subscript.Replace(s)
	case superscripted:
		return superscript.Replace(s)
	}
	return s
}

// draw draws p in a style of fpdf.
func (c *pdf) draw(p vg.Path, style string) {
	c.doc.SetAlpha(float64(c.color.A)/255, "Normal")
	for _, e := range cubic(p) {
		x, y := c.point(e.Pos)
		switch e.Type {
		case vg.MoveComp:
			c.doc.MoveTo(x, y)
		case vg.LineComp:
			c.doc.LineTo(x, y)
		case vg.CurveComp:
			x1, y1 := c.point(e.Control[0])
			x2, y2 := c.point(e.Control[1])
			c.doc.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
		case vg.CloseComp:
			c.doc.ClosePath()
		}
	}
	c.doc.DrawPath(style)
}

func (c *pdf) point(p vg.Point) (x, y float64) { return float64(p.X), float64(c.height - p.Y) }

var _ vg.Canvas = (*pdf)(nil)
