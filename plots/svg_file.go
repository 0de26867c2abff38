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

// svg prints the edition as an SVG file. Its first two elements, title and
// desc, say what the figure shows to those who cannot see it.
func (e edition) svg() ([]byte, error) {
	l := e.layout()
	c := newSVG(l.height)
	e.paint(rounded{c})

	var b bytes.Buffer
	const pixels = 4. / 3 // to a point
	width, height := e.size()
	title, alt := e.description()
	fmt.Fprintf(&b, header, e.figure.name,
		decimal(width*pixels), decimal(height*pixels), decimal(l.width), decimal(l.height),
		fontFamily, escape(title), escape(alt))
	b.WriteString(c.styles(e.theme))
	c.body.WriteTo(&b)
	b.WriteString("</svg>\n")
	return b.Bytes(), nil
}

// styles is the style sheet of the inks in use in a theme. Auto is light, and
// where the reader prefers it, dark.
func (c *svg) styles(t theme) string {
	var light, dark string
	for _, class := range slices.Sorted(maps.Keys(c.used)) {
		k := c.used[class]
		light += rule(class, k.light)
		dark += rule(class, k.dark)
	}
	switch t {
	case "dark":
		light = dark
	case "auto":
		light += "@media (prefers-color-scheme: dark) {\n" + dark + "}\n"
	}
	return "<style>\n" + light + "</style>\n"
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
