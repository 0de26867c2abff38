package format

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"crossentropy/plots/internal/page"
)

// png prints a drawing as a PNG file, which says how large it is in print.
func png(d *page.Drawing, o Options) ([]byte, error) {
	if err := d.Missing(); err != nil {
		return nil, err
	}
	const most = 1e8 // pixels
	if dots := float64(o.DPI) / float64(vg.Inch); float64(d.Print.X*d.Print.Y)*dots*dots > most {
		return nil, fmt.Errorf("-dpi %d: more than %.0f million pixels", o.DPI, most/1e6)
	}
	pixels := vgimg.NewWith(vgimg.UseWH(d.Print.X, d.Print.Y), vgimg.UseDPI(o.DPI))
	c := vgimg.PngCanvas{Canvas: pixels}
	for _, m := range d.Marks {
		m = scaled(outlined(rounded(m)), d.Scale())
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
	return withDensity(b.Bytes(), o.DPI), err
}

// withDensity puts the chunk that holds pixels a metre behind the first chunk
// of a PNG file (PNG specification, third edition, 11.3.4.3).
func withDensity(file []byte, dpi int) []byte {
	const header = 8 + 4 + 4 + 13 + 4 // the signature, and the chunk IHDR
	perMeter := uint32(math.Round(float64(dpi) / 0.0254))
	chunk := []byte("pHYs")
	chunk = binary.BigEndian.AppendUint32(chunk, perMeter)
	chunk = binary.BigEndian.AppendUint32(chunk, perMeter)
	chunk = append(chunk, 1) // the unit is the metre
	var b bytes.Buffer
	b.Write(file[:header])
	binary.Write(&b, binary.BigEndian, uint32(len(chunk)-4)) // a Buffer returns no error
	b.Write(binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk)))
	b.Write(file[header:])
	return b.Bytes()
}
