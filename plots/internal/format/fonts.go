package format

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"crossentropy/plots/internal/page"
)

// A pdfFont is a font as a PDF file has it.
type pdfFont struct {
	face    *opentype.Font
	codes   map[rune]uint16 // the characters used, and their glyphs in the program
	program []byte          // of these glyphs in TrueType; or of them all in CFF
	isCFF   bool            // the program is in CFF
}

// embedded returns the fonts of marks. Those that no PDF file can have as they are, of a
// collection say, are left out: their letters are to be drawn as shapes.
func embedded(marks []page.Mark) (fonts []*pdfFont) {
	for _, m := range marks {
		if m.Kind != page.Text {
			continue
		}
		i := fontOf(m, fonts)
		if i < 0 {
			i, fonts = len(fonts), append(fonts, &pdfFont{face: m.Face.Face, codes: map[rune]uint16{}})
		}
		for _, r := range m.Text {
			fonts[i].codes[r] = 0
		}
	}
	return slices.DeleteFunc(fonts, func(f *pdfFont) bool {
		f.embed()
		return f.program == nil
	})
}

// fontOf returns where the font of a text is among fonts, or −1.
func fontOf(m page.Mark, fonts []*pdfFont) int {
	return slices.IndexFunc(fonts, func(f *pdfFont) bool { return f.face == m.Face.Face })
}

// embed makes the program, and gives the characters their codes in it.
func (f *pdfFont) embed() {
	var file bytes.Buffer
	if _, err := f.face.WriteSourceTo(nil, &file); err != nil {
		return
	}
	tables := tablesOf(file.Bytes())
	glyphs := []uint16{0} // that of characters that a font lacks
	for _, r := range slices.Sorted(maps.Keys(f.codes)) {
		g, err := f.face.GlyphIndex(nil, r)
		if err != nil {
			return
		}
		f.codes[r] = uint16(len(glyphs))
		if glyphs = append(glyphs, uint16(g)); tables["CFF "] != nil {
			f.codes[r] = uint16(g)
		}
	}
	switch cff := tables["CFF "]; {
	case cff == nil:
		f.program = tables.subset(glyphs)
	case !isCIDKeyed(cff):
		f.program, f.isCFF = cff, true
	}
}

// name returns what the font is called: where it is a part of one, behind six letters
// that are made from the part.
func (f *pdfFont) name() string {
	name, _ := f.face.Name(nil, sfnt.NameIDPostScript) // without one it is Font
	name = strings.Map(func(r rune) rune {
		if r == '-' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r
		}
		return -1
	}, name)
	name = cmp.Or(name, "Font")
	if f.isCFF {
		return name
	}
	sum := fnv.New64a() // which returns no error
	sum.Write(f.program)
	tag := make([]byte, 6)
	for i, n := 0, sum.Sum64(); i < len(tag); i, n = i+1, n/26 {
		tag[i] = 'A' + byte(n%26)
	}
	return string(tag) + "+" + name
}

const objectsOfFont = 5

// addTo adds the font's objects to a file.
func (f *pdfFont) addTo(file *pdfFile) {
	first, name := len(file.objects)+1, f.name()
	kind, key := "CIDFontType2 /CIDToGIDMap /Identity", "FontFile2"
	dictionary := fmt.Sprintf("/Length1 %d", len(f.program))
	if f.isCFF {
		kind, key, dictionary = "CIDFontType0", "FontFile3", "/Subtype /CIDFontType0C"
	}
	file.add("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, first+1, first+2)
	file.add("<</Type /Font /Subtype /%s /BaseFont /%s /FontDescriptor %d 0 R /W [%s]"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>",
		kind, name, first+3, f.widths())
	file.stream("", []byte(f.unicode()))
	file.add("<</Type /FontDescriptor /FontName /%s /Flags 4 %s /StemV 80 /%s %d 0 R>>",
		name, f.metrics(), key, first+4)
	file.stream(dictionary, f.program)
}

// thousandths returns a length of the font in thousandths of its em.
func (f *pdfFont) thousandths(x fixed.Int26_6) int {
	return int(x) * 1000 / int(f.face.UnitsPerEm())
}

// widths writes how wide the characters are.
func (f *pdfFont) widths() (s string) {
	for _, r := range slices.Sorted(maps.Keys(f.codes)) {
		g, _ := f.face.GlyphIndex(nil, r) // it had one as it was embedded
		em := fixed.Int26_6(f.face.UnitsPerEm())
		advance, _ := f.face.GlyphAdvance(nil, g, em, xfont.HintingNone)
		s += fmt.Sprintf("%d [%d] ", f.codes[r], f.thousandths(advance))
	}
	return s
}

// metrics writes the lengths of the font that a descriptor has.
func (f *pdfFont) metrics() string {
	em := fixed.Int26_6(f.face.UnitsPerEm())
	m, _ := f.face.Metrics(nil, em, xfont.HintingNone) // 0 where it has none
	b, _ := f.face.Bounds(nil, em, xfont.HintingNone)
	angle := 0.
	if post := f.face.PostTable(); post != nil {
		angle = post.ItalicAngle
	}
	return fmt.Sprintf("/Ascent %d /Descent %d /CapHeight %d /ItalicAngle %.3g"+
		" /FontBBox [%d %d %d %d]",
		f.thousandths(m.Ascent), -f.thousandths(m.Descent), f.thousandths(m.CapHeight), angle,
		f.thousandths(b.Min.X), -f.thousandths(b.Max.Y), f.thousandths(b.Max.X), -f.thousandths(b.Min.Y))
}

// unicode writes the map from codes to characters, by which a reader copies text.
func (f *pdfFont) unicode() string {
	s := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
	const most = 100 // in one list
	for runes := range slices.Chunk(slices.Sorted(maps.Keys(f.codes)), most) {
		s += fmt.Sprintf("%d beginbfchar\n", len(runes))
		for _, r := range runes {
			s += fmt.Sprintf("<%04x> <%x>\n", f.codes[r], bigEndian(string(r)))
		}
		s += "endbfchar\n"
	}
	return s + "endcmap CMapName currentdict /CMap defineresource pop end end\n"
}
