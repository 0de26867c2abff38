package main

import (
	"bytes"
	"image/color"
	"image/png"
	"testing"
)

func TestPNG(t *testing.T) {
	look := bookLook
	look.dpi = 300
	file, err := edition{bowl, book, look}.png()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(file)) // which verifies the sums
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 2000 || size.Y != 1125 {
		t.Errorf("%v pixels, want 2000 by 1125", size)
	}
	for _, tt := range []struct {
		x, y int
		want color.NRGBA
	}{
		{4, 4, paper.in(false)},
		{1500, 900, over(plain.thin(0.08).in(false), paper.in(false))}, // under the floor
	} {
		if got := color.NRGBAModel.Convert(img.At(tt.x, tt.y)).(color.NRGBA); !near(got, tt.want) {
			t.Errorf("at %d, %d: %v, want %v", tt.x, tt.y, got, tt.want)
		}
	}
	// 300 dpi are 11,811 pixels a metre.
	const want = "\x00\x00\x00\tpHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01"
	if !bytes.Contains(file, []byte(want)) {
		t.Error("the file does not say how large it is in print")
	}
}

// near allows a unit of each component for rounding.
func near(a, b color.NRGBA) bool {
	close := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 1 }
	return close(a.R, b.R) && close(a.G, b.G) && close(a.B, b.B) && a.A == b.A
}
