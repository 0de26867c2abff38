package site

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"image/color"
	"image/png"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/markdown"
)

// TestFigures finds the figures of the Markdown on their pages, with what they say in words and
// with their size, and on the page of all pages.
func TestFigures(t *testing.T) {
	s := build(t)
	for name, p := range markdownPages(t) {
		n := 0
		for image := range markdown.All[*ast.Image](p.Doc) {
			n++
			file := string(image.Destination)
			svg, err := fs.ReadFile(book, "docs/"+file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(s.files[file], svg) {
				t.Errorf("the site has not %s as it is in the book", file)
			}
			size := regexp.MustCompile(` width="\S+" height="\S+"`).Find(svg)
			words := p.Plain(image)
			want := fmt.Sprintf(`<figure><img src="%s" alt="%s"%s>`, file, words, size)
			for _, on := range []string{name, "book"} {
				if text := html.UnescapeString(string(s.files[on+".html"])); !strings.Contains(text, want) {
					t.Errorf("%s.html has no %s", on, want)
				}
			}
		}
		if have := bytes.Count(s.files[name+".html"], []byte("<img")); have != n {
			t.Errorf("%s.html has %d figures, %s has %d", name, have, p.Path, n)
		}
	}
}

// TestFigureColours: figures have the green of the page, for light or for dark, as the reader
// chose, or else as the system is.
func TestFigureColours(t *testing.T) {
	t.Parallel()
	r := openTab(t)
	light, dark := color.NRGBA{0x00, 0x80, 0x5e, 0xff}, color.NRGBA{0x00, 0x9e, 0x73, 0xff}
	r.do(chromedp.EmulateViewport(300, 200)) // as the browser paints no more than a little
	r.read("b-compare.html")
	r.script(`document.body.replaceChildren(document.querySelector("[src='figures/joint.svg']")); scrollTo(0, 1e6)`)
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
