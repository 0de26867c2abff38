package main

import (
	"encoding/xml"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestPath(t *testing.T) {
	var p vg.Path
	p.Move(vg.Point{X: 1, Y: 1})
	p.Line(vg.Point{X: 2.5, Y: 1})
	p.Line(vg.Point{X: 3, Y: 4})
	p.QuadTo(vg.Point{X: 4, Y: 4}, vg.Point{X: 4, Y: 3})
	p.CubeTo(vg.Point{X: 4, Y: 2}, vg.Point{X: 3, Y: 1}, vg.Point{X: 2, Y: 1})
	p.Arc(vg.Point{X: 1, Y: 1}, 1, 0, math.Pi/2)
	p.Close()
	const want = "M1 9L2.5 9 3 6Q4 6 4 7C4 8 3 9 2 9L2 9A1 1 0 0 0 1 8Z"
	if got := newSVG(10).path(p); got != want {
		t.Errorf("path %s, want %s", got, want)
	}
}

func TestTextIsEscaped(t *testing.T) {
	const says = `D(p‖q) < 1 & "p > q"`
	f := figure{
		name: "test", title: says, height: pageHeight,
		alt:  func(example) string { return says },
		draw: func(pg *page) { pg.caption(says) },
	}
	var file struct {
		Title string   `xml:"title"`
		Desc  string   `xml:"desc"`
		Text  []string `xml:"text"`
	}
	if err := xml.Unmarshal(f.svg(book), &file); err != nil {
		t.Fatal(err)
	}
	for _, got := range append(file.Text, file.Title, file.Desc) {
		if got != says {
			t.Errorf("read back %q, want %q", got, says)
		}
	}
}
