package format

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"crossentropy/plots/internal/page"
)

// png prints a drawing as a PNG file, which says how large it is in print and what it
// shows.
func png(d *page.Drawing, o Options) ([]byte, error) {
	if err := d.Unprintable(); err != nil {
		return nil, err
	}
	const most = 1e8 // pixels
	if dots := float64(o.DPI) / float64(vg.Inch); float64(d.Print.X*d.Print.Y)*dots*dots > most {
		return nil, fmt.Errorf("-dpi %d: more than %.0f million pixels", o.DPI, most/1e6)
	}
	pixels := vgimg.NewWith(vgimg.UseWH(d.Print.X, d.Print.Y), vgimg.UseDPI(o.DPI),
		vgimg.UseBackgroundColor(page.Paper.In(o.Theme == "dark"))) // also where a pixel is part paper
	c := vgimg.PngCanvas{Canvas: pixels}
	for _, m := range d.Marks {
		m = outlined(scaled(m, d.Scale()))
		c.SetColor(m.Ink.In(o.Theme == "dark"))
		switch m.Kind {
		case page.Stroke:
			c.SetLineWidth(m.Width)
			c.SetLineDash(m.Dashes, 0)
			c.Stroke(m.Path)
		case page.Fill:
			c.Fill(m.Path)
		}
	}
	var b bytes.Buffer
	_, err := c.WriteTo(&b)
	return withChunks(b.Bytes(), d, o.DPI), err
}

// withChunks puts chunks behind the first one of a PNG file: that its colours are those
// of sRGB, its pixels a metre, and what it shows to those who cannot see it (PNG
// specification, third edition, 11.3).
func withChunks(file []byte, d *page.Drawing, dpi int) []byte {
	const header = 8 + 4 + 4 + 13 + 4 // the signature, and the chunk IHDR
	perMeter := uint32(math.Round(float64(dpi) / 0.0254))
	density := binary.BigEndian.AppendUint32(nil, perMeter)
	density = append(binary.BigEndian.AppendUint32(density, perMeter), 1) // the unit is the metre
	const plain = "\x00\x00\x00\x00\x00"                                  // no compression, no language
	return slices.Concat(file[:header],
		chunk("sRGB", []byte{0}), // for looks rather than for measuring
		chunk("pHYs", density),
		chunk("iTXt", []byte("Title"+plain+d.Title)),
		chunk("iTXt", []byte("Description"+plain+d.Alt)),
		file[header:])
}

// chunk returns a chunk of a PNG file.
func chunk(kind string, data []byte) []byte {
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	chunk = append(append(chunk, kind...), data...)
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}
