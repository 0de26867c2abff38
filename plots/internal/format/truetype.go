package format

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// fontTables are the tables of a font in TrueType or OpenType (OpenType specification
// 1.9, "Font file"), by name.
type fontTables map[string][]byte

// tablesOf returns the tables of a file of one font. Those that lead out of the file are
// left out.
func tablesOf(file []byte) fontTables {
	tables := fontTables{}
	const header, record = 12, 16
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		r := file[header+record*i:]
		from := uint64(binary.BigEndian.Uint32(r[8:]))
		if to := from + uint64(binary.BigEndian.Uint32(r[12:])); to <= uint64(len(file)) {
			tables[string(r[:4])] = file[from:to]
		}
	}
	return tables
}

// subset returns a file in TrueType with some of the glyphs, and those that they are
// composed of, in their order. It is nil where the tables contradict each other.
func (t fontTables) subset(glyphs []uint16) (file []byte) {
	defer func() {
		if recover() != nil { // a table ends before what another says of it
			file = nil
		}
	}()
	number := binary.BigEndian.Uint16
	long := number(t["head"][50:]) != 0
	glyphs = slices.Clone(glyphs)
	var outlines, offsets, metrics []byte
	for i := 0; i < len(glyphs); i++ { // of which components become more
		offsets = binary.BigEndian.AppendUint32(offsets, uint32(len(outlines)))
		outline := slices.Clone(t.outline(int(glyphs[i]), long))
		for _, c := range components(outline) {
			of := number(outline[c:])
			at := slices.Index(glyphs, of)
			if at < 0 {
				at, glyphs = len(glyphs), append(glyphs, of)
			}
			binary.BigEndian.PutUint16(outline[c:], uint16(at))
		}
		outlines = append(outlines, outline...)
		outlines = append(outlines, make([]byte, -len(outlines)&3)...)
		metrics = append(metrics, t.metric(int(glyphs[i]))...)
	}
	offsets = binary.BigEndian.AppendUint32(offsets, uint32(len(outlines)))

	part := fontTables{"glyf": outlines, "loca": offsets, "hmtx": metrics}
	for _, name := range []string{"head", "hhea", "maxp", "cvt ", "fpgm", "prep"} {
		if t[name] != nil {
			part[name] = slices.Clone(t[name])
		}
	}
	n := uint16(len(glyphs))
	binary.BigEndian.PutUint16(part["head"][50:], 1) // offsets of four bytes
	binary.BigEndian.PutUint32(part["head"][8:], 0)  // until there is a sum
	binary.BigEndian.PutUint16(part["hhea"][34:], n)
	binary.BigEndian.PutUint16(part["maxp"][4:], n)
	return part.file()
}

// outline returns what draws a glyph.
func (t fontTables) outline(glyph int, long bool) []byte {
	at := func(i int) int {
		if long {
			return int(binary.BigEndian.Uint32(t["loca"][4*i:]))
		}
		return 2 * int(binary.BigEndian.Uint16(t["loca"][2*i:]))
	}
	return t["glyf"][at(glyph):at(glyph+1)]
}

// metric returns the width and the left bearing of a glyph. The last widths may be one.
func (t fontTables) metric(glyph int) []byte {
	widths := int(binary.BigEndian.Uint16(t["hhea"][34:]))
	if glyph < widths {
		return t["hmtx"][4*glyph : 4*glyph+4]
	}
	bearing := 4*widths + 2*(glyph-widths)
	return slices.Concat(t["hmtx"][4*widths-4:4*widths-2], t["hmtx"][bearing:bearing+2])
}

// components returns where an outline has the numbers of the glyphs that it is
// composed of.
func components(outline []byte) (places []int) {
	if len(outline) == 0 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	const words, scale, scales, matrix, more = 1, 1 << 3, 1 << 6, 1 << 7, 1 << 5
	for at := 10; ; {
		flags := binary.BigEndian.Uint16(outline[at:])
		places = append(places, at+2)
		at += 6
		for flag, bytes := range map[uint16]int{words: 2, scale: 2, scales: 4, matrix: 8} {
			if flags&flag != 0 {
				at += bytes
			}
		}
		if flags&more == 0 {
			return places
		}
	}
}

// file writes the tables as a file.
func (t fontTables) file() []byte {
	names := slices.Sorted(maps.Keys(t))
	log := bits.Len(uint(len(names))) - 1
	header := []byte{0, 1, 0, 0}
	for _, n := range []int{len(names), 16 << log, log, 16*len(names) - 16<<log} {
		header = binary.BigEndian.AppendUint16(header, uint16(n))
	}
	var body []byte
	place := map[string]int{}
	start := len(header) + 16*len(names)
	for _, name := range names {
		place[name] = start + len(body)
		body = append(body, t[name]...)
		body = append(body, make([]byte, -len(body)&3)...)
		header = append(header, name...)
		header = binary.BigEndian.AppendUint32(header, sum32(t[name]))
		header = binary.BigEndian.AppendUint32(header, uint32(place[name]))
		header = binary.BigEndian.AppendUint32(header, uint32(len(t[name])))
	}
	file := append(header, body...)
	binary.BigEndian.PutUint32(file[place["head"]+8:], 0xb1b0afba-sum32(file))
	return file
}

// sum32 adds up the numbers of four bytes that data consist of.
func sum32(data []byte) (sum uint32) {
	for part := range slices.Chunk(data, 4) {
		var four [4]byte
		copy(four[:], part)
		sum += binary.BigEndian.Uint32(four[:])
	}
	return sum
}

// isCIDKeyed reports whether a font in CFF names its glyphs by numbers that are not their
// places in it (Adobe Technical Note 5176, 18), as fonts of Chinese do.
func isCIDKeyed(cff []byte) bool {
	// index returns the first object of an index, and where the index ends.
	index := func(at int) (first []byte, end int) {
		count, size := int(binary.BigEndian.Uint16(cff[at:])), int(cff[at+2])
		offset := func(i int) (n int) {
			for _, b := range cff[at+3+i*size : at+3+(i+1)*size] {
				n = n<<8 | int(b)
			}
			return n + at + 2 + (count+1)*size
		}
		return cff[offset(0):offset(1)], offset(count)
	}
	_, names := index(int(cff[2]))
	dictionary, _ := index(names)
	return bytes.Contains(dictionary, []byte{12, 30})
}
