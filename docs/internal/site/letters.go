package site

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"codeberg.org/go-fonts/stix/stix2mathregular"
	"golang.org/x/image/font/sfnt"
)

// writeLetters writes the letters of the formulas: STIX Two Math as WOFF, in which glyphs
// that no formula has are empty.
func (s *site) writeLetters() error {
	font, err := sfnt.Parse(stix2mathregular.TTF)
	if err != nil {
		return err
	}
	tables := fontTables(stix2mathregular.TTF)
	used := map[int]bool{0: true}
	for _, r := range s.letters() {
		glyph, err := font.GlyphIndex(nil, r)
		if err != nil {
			return err
		}
		used[int(glyph)] = true
	}
	addVariants(tables["MATH"], used)
	if err := clearGlyphs(tables["CFF "], used); err != nil {
		return err
	}
	for _, name := range []string{"GSUB", "GPOS", "DSIG"} {
		delete(tables, name) // they lead to glyphs that are empty now
	}
	s.files["letters.woff"] = woff(tables)
	return nil
}

// letters are those of the formulas, and the slanted ones that a browser shows for them.
func (s *site) letters() []rune {
	var all strings.Builder
	for _, ml := range s.formulas {
		all.WriteString(ml)
	}
	letters := []rune(all.String())
	for i := range rune(26) {
		letters = append(letters, '𝐴'+i, '𝑎'+i)
	}
	for i := range rune(58) {
		letters = append(letters, '𝛢'+i)
	}
	letters = append(letters, 'ℎ', '√') // the slanted h stands apart, and a root is no letter
	slices.Sort(letters)
	return slices.Compact(letters)
}

// fontTables are copies of the tables of an OpenType font, by name.
func fontTables(font []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(u16(font, 4)) {
		entry := font[12+16*i:]
		start, length := u32(entry, 8), u32(entry, 12)
		tables[string(entry[:4])] = bytes.Clone(font[start : start+length])
	}
	return tables
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// addVariants adds the larger forms of the glyphs used, and the parts of the largest: see
// the table MATH of OpenType.
func addVariants(table []byte, used map[int]bool) {
	variants := table[u16(table, 8):]
	vertical, horizontal := u16(variants, 6), u16(variants, 8)
	at := 10
	for _, half := range []struct{ covered, n int }{{2, vertical}, {4, horizontal}} {
		for i, glyph := range covered(variants[u16(variants, half.covered):]) {
			if i < half.n && used[glyph] {
				addConstruction(variants[u16(variants, at+2*i):], used)
			}
		}
		at += 2 * half.n
	}
}

// addConstruction adds what a stretched glyph is made of.
func addConstruction(table []byte, used map[int]bool) {
	for i := range u16(table, 2) {
		used[u16(table, 4+4*i)] = true
	}
	if at := u16(table, 0); at > 0 {
		for i := range u16(table, at+4) {
			used[u16(table, at+6+10*i)] = true
		}
	}
}

// covered lists the glyphs of a coverage table.
func covered(table []byte) (glyphs []int) {
	for i := range u16(table, 2) {
		if u16(table, 0) == 1 {
			glyphs = append(glyphs, u16(table, 4+2*i))
			continue
		}
		for g := u16(table, 4+6*i); g <= u16(table, 6+6*i); g++ {
			glyphs = append(glyphs, g)
		}
	}
	return glyphs
}

// clearGlyphs fills the outlines of all glyphs but those used with the operator that ends
// one, which compresses to nothing.
func clearGlyphs(cff []byte, used map[int]bool) error {
	const endchar = 14
	at := int(cff[2])           // after the header
	_, at = cffIndex(cff, at)   // names
	top, _ := cffIndex(cff, at) // dictionaries
	outlines, ok := charStrings(cff[top[0]:top[1]])
	if !ok {
		return errors.New("the letters of formulas have no outlines")
	}
	places, _ := cffIndex(cff, outlines)
	for glyph := range len(places) - 1 {
		if !used[glyph] {
			for i := places[glyph]; i < places[glyph+1]; i++ {
				cff[i] = endchar
			}
		}
	}
	return nil
}

// cffIndex lists where each item of an INDEX begins, and where the last ends; and where
// the INDEX does.
func cffIndex(cff []byte, at int) (places []int, end int) {
	n, size := u16(cff, at), int(cff[at+2])
	if n == 0 {
		return nil, at + 2
	}
	data := at + 3 + (n+1)*size - 1
	for i := range n + 1 {
		offset := 0
		for _, b := range cff[at+3+i*size : at+3+(i+1)*size] {
			offset = offset<<8 | int(b)
		}
		places = append(places, data+offset)
	}
	return places, places[n]
}

// charStrings is where a font's dictionary says that its outlines are: the operand before
// the operator 17.
func charStrings(dictionary []byte) (at int, ok bool) {
	operand := 0
	for i := 0; i < len(dictionary); {
		switch b := int(dictionary[i]); {
		case b == 17:
			return operand, true
		case b == 12: // an operator of two bytes
			i += 2
		case b == 28:
			operand, i = u16(dictionary, i+1), i+3
		case b == 29:
			operand, i = u32(dictionary, i+1), i+5
		case b == 30: // a decimal number, up to a half of a byte that is 15
			for i++; dictionary[i]&15 != 15 && dictionary[i]>>4 != 15; i++ {
			}
			i++
		case b >= 247 && b <= 254:
			i += 2
		default:
			i++
		}
	}
	return 0, false
}

// woff packs the tables of a font as WOFF 1.0 has them.
func woff(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	directory, data := make([]byte, 44+20*len(names)), []byte(nil)
	total := 12 + 16*len(names)
	put := func(at int, numbers ...uint32) {
		for i, n := range numbers {
			binary.BigEndian.PutUint32(directory[at+4*i:], n)
		}
	}
	for i, name := range names {
		table := tables[name]
		packed := deflate(table)
		at := 44 + 20*i
		copy(directory[at:], name)
		put(at+4, uint32(len(directory)+len(data)), uint32(len(packed)), uint32(len(table)), checksum(table))
		data = append(data, packed...)
		data = append(data, make([]byte, -len(data)&3)...)
		total += (len(table) + 3) &^ 3
	}
	put(0, 0x774F4646, 0x4F54544F, uint32(len(directory)+len(data)), uint32(len(names))<<16, uint32(total), 1<<16)
	return append(directory, data...)
}

// deflate compresses a table where that makes it shorter.
func deflate(table []byte) []byte {
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, zlib.BestCompression)
	z.Write(table) // to memory, which takes all
	z.Close()
	if b.Len() < len(table) {
		return b.Bytes()
	}
	return table
}

// checksum is the sum of a table's words.
func checksum(table []byte) (sum uint32) {
	padded := append(bytes.Clone(table), make([]byte, -len(table)&3)...)
	for i := 0; i < len(padded); i += 4 {
		sum += binary.BigEndian.Uint32(padded[i:])
	}
	return sum
}
