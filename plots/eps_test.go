package main

import (
	"bytes"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestEPSIsPlain(t *testing.T) {
	each(t, func(t *testing.T, f figure, ex example) {
		file, _ := edition{f, ex, bookLook}.eps()
		s := string(file)
		if !strings.HasPrefix(s, "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 480 ") ||
			!strings.HasSuffix(s, "showpage\n%%EOF\n") {
			t.Error("the file has no header or no end")
		}
		if bad := regexp.MustCompile(`Date|NaN|Inf|[^\n -~]`).FindString(s); bad != "" {
			t.Errorf("the file says %q", bad)
		}
		opened, closed := strings.Count(s, "gsave\n"), strings.Count(s, "grestore\n")
		if opened != closed {
			t.Errorf("%d states saved, %d restored", opened, closed)
		}
	})
}

func TestThinColorsTintWhatTheyCover(t *testing.T) {
	c := &eps{}
	square := func(side vg.Length, k color.Color) {
		c.SetColor(k)
		c.Fill(vg.Rectangle{Max: vg.Point{X: side, Y: side}}.Path())
	}
	square(9, color.White)
	square(4, color.NRGBA{R: 255, A: 255})
	c.body.Reset()
	square(6, color.NRGBA{A: 128})
	body := c.body.Bytes()
	for _, want := range []string{"0.498 0.498 0.498 k\n0 0 m\n9 0 l", "0.498 0 0 k\n0 0 m\n4 0 l"} {
		if !bytes.Contains(body, []byte(want)) {
			t.Errorf("no %q in\n%s", want, body)
		}
	}
}

func TestOver(t *testing.T) {
	white := color.NRGBA{255, 255, 255, 255}
	for _, tt := range []struct{ coat, want color.NRGBA }{
		{color.NRGBA{10, 20, 30, 255}, color.NRGBA{10, 20, 30, 255}},
		{color.NRGBA{10, 20, 30, 0}, white},
		{color.NRGBA{0, 100, 200, 51}, color.NRGBA{204, 224, 244, 255}}, // a fifth
	} {
		if got := over(tt.coat, white); got != tt.want {
			t.Errorf("%v over white is %v, want %v", tt.coat, got, tt.want)
		}
	}
}
