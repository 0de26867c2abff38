package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"

	"gonum.org/v1/plot/vg/vgimg"
)

// png prints the edition as a PNG file, which says how large it is in print.
func (e edition) png() ([]byte, error) {
	width, height := e.size()
	const most = 1e8 // pixels
	if dots := float64(e.dpi) / float64(vg.Inch); float64(width*height)*dots*dots > most {
		return nil, fmt.Errorf("-dpi %d: more than %.0f million pixels", e.dpi, most/1e6)
	}
	c := vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(e.dpi))}
	if err := e.paint(rounded{outlined{e.plate(c)}}).boxed; err != nil {
		return nil, err
	}
	var b bytes.Buffer
	_, err := c.WriteTo(&b)
	return withDensity(b.Bytes(), e.dpi), err
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

// parseDPI reads a resolution.
func parseDPI(s string) (int, error) {
	const least, most = 36, 2400
	dpi, err := strconv.Atoi(s)
	if err != nil || dpi < least || dpi > most {
		return 0, fmt.Errorf("want a whole number from %d to %d", least, most)
	}
	return dpi, nil
}
