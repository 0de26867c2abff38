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

// TestFigureColours: figures are drawn on the paper of the page, light or dark as the reader
// chose, or else as the system is.
func TestFigureColours(t *testing.T) {
	t.Parallel()
	r := openTab(t)
	light, dark := color.NRGBA{0xff, 0xff, 0xff, 0xff}, color.NRGBA{0x0d, 0x11, 0x17, 0xff}
	r.read("02-entropy.html")
	for _, try := range []struct {
		system, theme string
		paper         color.NRGBA
	}{
		{"light", "auto", light}, {"dark", "auto", dark}, {"dark", "light", light}, {"light", "dark", dark},
	} {
		r.do(isSystem(try.system))
		r.script(fmt.Sprintf(`document.documentElement.dataset.theme = %q`, try.theme))
		shot, err := chromedp.Run(r.ctx, chromedp.Screenshot(chromedp.CSS("main > figure img")))
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			t.Fatal(err)
		}
		if paper := color.NRGBAModel.Convert(drawn.At(4, 4)); paper != try.paper {
			t.Errorf("system %s, theme %s: the paper of a figure is %v, want %v", try.system, try.theme, paper, try.paper)
		}
	}
}

// isSystem has the system ask for light or for dark.
func isSystem(scheme string) chromedp.Action[chromedp.Void] {
	feature := &emulation.MediaFeature{Name: "prefers-color-scheme", Value: scheme}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia,
			emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{feature}})
		return err
	})
}
