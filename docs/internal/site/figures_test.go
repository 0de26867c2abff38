package site

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"image/png"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestFigureColours: figures have the green of the page, for light or for dark, as the reader
// chose, or else as the system is.
func TestFigureColours(t *testing.T) {
	t.Parallel()
	r := openTab(t)
	light, dark := color.NRGBA{0x00, 0x80, 0x5e, 0xff}, color.NRGBA{0x00, 0x9e, 0x73, 0xff}
	r.do(chromedp.EmulateViewport(300, 200)) // as the browser paints no more than a little
	r.read("b-compare.html")
	r.script(`document.body.replaceChildren(document.querySelector("figure:has([src='figures/joint.svg'])"))`)
	for _, try := range []struct {
		system, theme string
		want, other   color.NRGBA
	}{
		{"light", "auto", light, dark},
		{"dark", "auto", dark, light},
		{"dark", "light", light, dark},
		{"light", "dark", dark, light},
	} {
		r.do(isSystem(try.system))
		r.script(fmt.Sprintf(`document.documentElement.dataset.theme = %q`, try.theme))
		if seen := r.colours(); !seen[try.want] || seen[try.other] {
			t.Errorf("where the system is %s and the theme %s, a figure has the colours of the other", try.system, try.theme)
		}
	}
}

// isSystem has the system ask for light or for dark.
func isSystem(scheme string) chromedp.Action[chromedp.Void] {
	feature := emulation.MediaFeature{Name: "prefers-color-scheme", Value: scheme}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia,
			emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{&feature}})
		return err
	})
}

// colours are those that the window shows.
func (r tab) colours() map[color.Color]bool {
	r.Helper()
	shot, err := chromedp.Run(r.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		r.Fatal(err)
	}
	shown, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		r.Fatal(err)
	}
	seen := map[color.Color]bool{}
	for y := range shown.Bounds().Dy() {
		for x := range shown.Bounds().Dx() {
			seen[color.NRGBAModel.Convert(shown.At(x, y))] = true
		}
	}
	return seen
}
