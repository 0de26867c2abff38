package main

import (
	"bytes"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// svg draws the figure of ex as the book has it.
func (f figure) svg(ex example) []byte {
	file, _ := edition{f, ex, bookLook}.svg() // has no error
	return file
}

// paint draws the figure of ex as the book has it on c.
func (f figure) paint(c vg.Canvas, ex example) { edition{f, ex, bookLook}.paint(c) }

func TestThemes(t *testing.T) {
	look := bookLook
	for theme, want := range map[theme]string{
		"light": ".f-paper{fill:#ffffff}", "dark": ".f-paper{fill:#0d1117}",
	} {
		look.theme = theme
		e := edition{bowl, book, look}
		file, _ := e.svg()
		if s := string(file); !strings.Contains(s, want) || strings.Contains(s, "@media") {
			t.Errorf("%s as SVG has no %s, or leaves the choice to the reader", theme, want)
		}
		raster, err := e.png()
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(raster))
		if err != nil {
			t.Fatal(err)
		}
		if got := color.NRGBAModel.Convert(img.At(0, 0)); got != paper.in(theme == "dark") {
			t.Errorf("%s as PNG is on %v", theme, got)
		}
	}
}

func TestTitleCanBeLeftToACaption(t *testing.T) {
	with, without := bookLook, bookLook
	without.title = false
	a, b := edition{bowl, book, with}, edition{bowl, book, without}
	if a.layout().height-b.layout().height != titleRoom {
		t.Error("without its title the figure leaves room for it")
	}
	if slices.Contains(b.paint(blank{}).texts, bowl.title) {
		t.Error("the title is drawn")
	}
	if file, _ := b.svg(); !bytes.Contains(file, []byte(bowl.title+"</title>")) {
		t.Error("the title is lost to those who cannot see the figure")
	}
}

func TestListedFlagsChangeTheFigure(t *testing.T) {
	other := map[string]example{
		"-p":       {shorthand, shorthand, words, nil},
		"-q":       {diary, diary, words, scores},
		"-symbols": {diary, shorthand, []string{"a", "b", "c", "d"}, scores},
	}
	for _, f := range figures {
		for name, ex := range other {
			changes := !bytes.Equal(f.svg(book), f.svg(ex))
			if listed := slices.Contains(strings.Fields(f.takes), name); listed != changes {
				t.Errorf("%s: %s listed %v, changes the figure %v", f.name, name, listed, changes)
			}
		}
	}
}
