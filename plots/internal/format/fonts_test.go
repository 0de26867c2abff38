package format

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"

	"crossentropy/plots/internal/page"
)

// own returns a look in a font of the folder testdata.
func own(t *testing.T, name string) page.Look {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("../../testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	look := whole
	look.Labels = page.Labels{"at the *end*": "0 1 Q 567 89"}
	look.Fonts = font.Collection{{Font: font.Font{Typeface: "Own <", Variant: "Sans"}, Face: face}}
	return look
}

func TestFontsInPDF(t *testing.T) {
	for name, want := range map[string][]string{
		"CFFTest.otf":  {"/FontName /CFFTest ", "/Subtype /CIDFontType0C", "<0003> <0051>"},
		"glyfTest.ttf": {"/FontName /[A-Z]{6}\\+glyfTest ", "/FontFile2", "<0007> <0039>"},
	} {
		file := printed(t, pdf, drawing(own(t, name)), auto)
		file = append(file, streams(t, file)...)
		for _, want := range want {
			if !regexp.MustCompile(want).Match(file) {
				t.Errorf("%s: no %s in the file", name, want)
			}
		}
	}
}

func TestTextAsPaths(t *testing.T) {
	d, paths := drawing(own(t, "glyfTest.ttf")), Options{Theme: "auto", Outline: true}
	for name, file := range map[string][2][]byte{
		"<text":      {printed(t, svg, d, auto), printed(t, svg, d, paths)},
		"/FontName ": {printed(t, pdf, d, auto), printed(t, pdf, d, paths)},
	} {
		if !bytes.Contains(file[0], []byte(name)) || bytes.Contains(file[1], []byte(name)) {
			t.Errorf("%s does not tell text from paths", name)
		}
	}
	first := []byte("'Own &lt;','Liberation Sans',")
	if file := printed(t, svg, d, auto); !bytes.Contains(file, first) {
		t.Error("SVG does not name the font first")
	}
}

// TestSubset draws glyphs, of which some are composed of others, from a part of a font
// and from the whole.
func TestSubset(t *testing.T) {
	f := font.DefaultCache.Lookup(font.Font{Typeface: page.Typeface, Variant: "Sans"}, 10).Face
	var file bytes.Buffer
	if _, err := f.WriteSourceTo(nil, &file); err != nil {
		t.Fatal(err)
	}
	glyphs := []uint16{0}
	for _, r := range "üAṼ½ i" {
		g, err := f.GlyphIndex(nil, r)
		if err != nil || g == 0 {
			t.Fatalf("no %c", r)
		}
		glyphs = append(glyphs, uint16(g))
	}
	tables := tablesOf(file.Bytes())
	part := tablesOf(tables.subset(glyphs))
	for _, name := range []string{"cmap", "name", "OS/2"} { // without which there is no font file
		part[name] = tables[name]
	}
	part["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
	small, err := opentype.Parse(part.file())
	if err != nil {
		t.Fatal(err)
	}
	var a, b sfnt.Buffer
	for i, g := range glyphs {
		want, err := f.LoadGlyph(&a, sfnt.GlyphIndex(g), 2048, nil)
		got, wrong := small.LoadGlyph(&b, sfnt.GlyphIndex(i), 2048, nil)
		if err != nil || wrong != nil || !slices.Equal(got, want) {
			t.Errorf("glyph %d differs, or error %v, %v", i, err, wrong)
		}
		width, _ := f.GlyphAdvance(&a, sfnt.GlyphIndex(g), 2048, xfont.HintingNone)
		if w, err := small.GlyphAdvance(&b, sfnt.GlyphIndex(i), 2048, xfont.HintingNone); w != width {
			t.Errorf("glyph %d is %v wide, want %v, or error %v", i, w, width, err)
		}
	}
	if file := tables.subset([]uint16{65535}); file != nil {
		t.Error("a glyph that there is not is in a part")
	}
}
