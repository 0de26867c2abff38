package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"maps"
	"slices"

	"gonum.org/v1/plot/vg"
)

// The fallbacks have the widths of Liberation Sans, so that the layout holds
// where it is missing.
const fontFamily = "'Liberation Sans',Arial,Helvetica,sans-serif"

const header = `<svg xmlns="http://www.w3.org/2000/svg" width="%[2]s" height="%[3]s"` +
	` viewBox="0 0 %[4]s %[5]s" role="img" aria-labelledby="%[1]s-title %[1]s-desc"` +
	` font-family="%[6]s">
<title id="%[1]s-title">%[7]s</title>
<desc id="%[1]s-desc">%[8]s</desc>
`

// svg draws the figure of ex as an SVG file. Its first two elements, title and
// desc, say what the figure shows to those who cannot see it.
func (f figure) svg(ex example) []byte {
	c := newSVG(f.height)
	f.paint(rounded{c}, ex)

	var b bytes.Buffer
	const pixels = 4. / 3 // to a point
	fmt.Fprintf(&b, header, f.name,
		decimal(pageWidth*pixels), decimal(f.height*pixels), decimal(pageWidth), decimal(f.height),
		fontFamily, escape(f.title), escape(f.alt(ex)))
	b.WriteString(c.sheet())
	c.body.WriteTo(&b)
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// sheet is the style sheet of the inks in use: light, and where the reader
// prefers it, dark.
func (c *svg) sheet() string {
	var light, dark string
	for _, class := range slices.Sorted(maps.Keys(c.used)) {
		k := c.used[class]
		light += rule(class, k.light)
		dark += rule(class, k.dark)
	}
	return "<style>\n" + light + "@media (prefers-color-scheme: dark) {\n" + dark + "}\n</style>\n"
}

func rule(class string, k color.NRGBA) string {
	hex := fmt.Sprintf("#%02x%02x%02x", k.R, k.G, k.B)
	if class[0] == 's' {
		return fmt.Sprintf(".%s{fill:none;stroke:%s}\n", class, hex)
	}
	return fmt.Sprintf(".%s{fill:%s}\n", class, hex)
}

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a Buffer returns no error
	return b.String()
}

var _ vg.Canvas = (*svg)(nil)
