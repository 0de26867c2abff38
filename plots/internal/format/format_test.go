package format

import (
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"image/color"
	gopng "image/png"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

const says = `D(p‖q) < 1 & "p > −ŷ_2"`

// drawing is a page of 480 by 270 points with a thin square in its lower left
// corner, and a text.
func drawing(look page.Look) *page.Drawing {
	return page.Draw(page.Figure{
		Name: "test", Title: "Title of − it", Alt: says, Height: 270,
		Draw: func(pg *page.Page) {
			pg.SetColor(page.Orange)
			pg.Fill(square(0, 100))
			pg.SetColor(page.Plain.WithOpacity(0.5))
			pg.Fill(square(50, 50))
			pg.Dot(vg.Point{X: 200, Y: 100}, page.Blue)
			pg.Write(30, 120, says, page.Style{})
			pg.Write(400, 120, "at the *end*", page.Style{}.Right())
			pg.Record("word", "*x*", "number", math.Inf(1))
			pg.Record("number", 1./3)
		},
	}, look)
}

func square(corner, side vg.Length) vg.Path {
	low := vg.Point{X: corner, Y: corner}
	return vg.Rectangle{Min: low, Max: low.Add(vg.Point{X: side, Y: side})}.Path()
}

func printed(
	t *testing.T, in func(*page.Drawing, Options) ([]byte, error), d *page.Drawing, o Options,
) []byte {
	t.Helper()
	file, err := in(d, o)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

var (
	whole = page.Look{Width: page.Width, Title: true}
	auto  = Options{Theme: "auto", DPI: 300}
)

func TestThemes(t *testing.T) {
	const light, dark, choice = "#ffffff", "#0d1117", "@media (prefers-color-scheme: dark) {"
	for theme, want := range map[string][]string{
		"light": {light}, "dark": {dark}, "auto": {light, choice, dark},
	} {
		o := Options{Theme: theme, DPI: 72}
		file := string(printed(t, svg, drawing(whole), o))
		found := regexp.MustCompile(light+"|"+dark+"|"+regexp.QuoteMeta(choice)).FindAllString(file, -1)
		if !slices.Equal(found, want) {
			t.Errorf("%s as SVG has %q, want %q", theme, found, want)
		}
		img, err := gopng.Decode(bytes.NewReader(printed(t, png, drawing(whole), o)))
		if err != nil {
			t.Fatal(err)
		}
		if got := color.NRGBAModel.Convert(img.At(0, 0)); got != page.Paper.In(theme == "dark") {
			t.Errorf("%s as PNG is on %v", theme, got)
		}
	}
}

func TestSVGSaysWhatIsWritten(t *testing.T) {
	var file struct {
		Role  string `xml:"role,attr"`
		Title string `xml:"title"`
		Desc  string `xml:"desc"`
		Text  []struct {
			Anchor  string `xml:"text-anchor,attr"`
			Written string `xml:",innerxml"`
		} `xml:"text"`
	}
	if err := xml.Unmarshal(printed(t, svg, drawing(whole), auto), &file); err != nil {
		t.Fatal(err)
	}
	const written = `D(p‖q) &lt; 1 &amp; &#34;p &gt; −ŷ<tspan dy="2.2" font-size="7.2">2</tspan>` +
		`<tspan dy="-2.2">&#34;</tspan>`
	if file.Role != "img" || file.Title != "Title of − it" || file.Desc != says ||
		len(file.Text) != 3 || file.Text[1].Written != written || file.Text[1].Anchor != "" ||
		file.Text[2].Written != "at the <tspan font-style=\"italic\">end</tspan>" ||
		file.Text[2].Anchor != "end" {
		t.Errorf("read back %+v", file)
	}
}

// TestSVGsShareAPage holds what one file says of ids and of styles to be about itself alone.
func TestSVGsShareAPage(t *testing.T) {
	other := drawing(whole)
	other.Alt += ", of other numbers"
	seen := map[string]bool{}
	for i, d := range []*page.Drawing{drawing(whole), drawing(whole), drawing(whole), other} {
		theme := []string{"light", "dark", "auto", "light"}[i]
		file := string(printed(t, svg, d, Options{Theme: theme}))
		for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(file, -1) {
			if seen[id[1]] {
				t.Errorf("id %s is that of another file", id[1])
			}
			seen[id[1]] = true
		}
		id, _, _ := strings.Cut(file[strings.Index(file, ` id="`)+5:], `"`)
		_, css, _ := strings.Cut(file, "<style>\n")
		css, _, _ = strings.Cut(css, "</style>")
		for rule := range strings.Lines(css) {
			if strings.Contains(rule, ":#") && !strings.HasPrefix(rule, "#"+id+" .") {
				t.Errorf("%s: %q holds for any figure", theme, rule)
			}
		}
	}
	if len(seen) != 12 {
		t.Errorf("%d ids, want 3 in each of 4 files", len(seen))
	}
}

func TestSVGPath(t *testing.T) {
	var p vg.Path
	p.Move(vg.Point{X: 1, Y: 1})
	p.Line(vg.Point{X: 2.5, Y: 1})
	p.Line(vg.Point{X: 3, Y: 4})
	p.QuadTo(vg.Point{X: 4, Y: 4}, vg.Point{X: 4, Y: 3})
	p.CubeTo(vg.Point{X: 4, Y: 2}, vg.Point{X: 3, Y: 1}, vg.Point{X: 2, Y: 1})
	p.Arc(vg.Point{X: 1, Y: 1}, 1, 0, math.Pi/2)
	p.Close()
	const want = "M1 9L2.5 9 3 6Q4 6 4 7C4 8 3 9 2 9L2 9C2 8.45 1.55 8 1 8Z"
	if got := (&svgWriter{height: 10}).path(p); got != want {
		t.Errorf("path %s, want %s", got, want)
	}
}

// streams returns what the compressed streams of a PDF file hold.
func streams(t *testing.T, file []byte) []byte {
	t.Helper()
	var all []byte
	for _, part := range bytes.Split(file, []byte("\nstream\n"))[1:] {
		if r, err := zlib.NewReader(bytes.NewReader(part)); err == nil {
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data...)
		}
	}
	return all
}

func TestPDF(t *testing.T) {
	file := printed(t, pdf, drawing(whole), auto)
	for what, want := range map[string]string{
		"title":            "/Title " + textString("Title of − it"),
		"alternative text": "/Alt " + textString(says),
		"metadata":         "<rdf:li xml:lang=\"x-default\">Title of − it</rdf:li>",
		"language":         "/Lang (en)",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file has no %s", what)
		}
	}
	if bytes.Contains(file, []byte("Date")) {
		t.Error("the file has a date")
	}
	tagged := regexp.MustCompile(`/FontName /[A-Z]{6}\+LiberationSans(-Bold|-Italic)? `)
	if n := len(tagged.FindAll(file, -1)); n != 3 {
		t.Errorf("the file has parts of %d fonts, want 3", n)
	}
	for _, want := range []string{"> <0177>\n", "/ActualText <feff2082>"} {
		if !bytes.Contains(streams(t, file), []byte(want)) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// Joins are round in every format: a spike would reach beyond the data.
func TestJoinsAreRound(t *testing.T) {
	d := drawing(whole)
	for name, file := range map[string][]byte{
		`stroke-linejoin="round"`: printed(t, svg, d, auto), "\n1 setlinejoin\n": printed(t, eps, d, auto),
		"1 j ": streams(t, printed(t, pdf, d, auto)),
	} {
		if !bytes.Contains(file, []byte(name)) {
			t.Errorf("no %q", name)
		}
	}
}

func TestFallback(t *testing.T) {
	family, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	look := page.Look{
		Width: page.Width, Title: true, Labels: page.Labels{"Title of − it": "A ∪ B"},
		Fonts: font.Collection{{Font: font.Font{Typeface: "Go", Variant: "Sans"}, Face: family}},
	}
	if !bytes.Contains(streams(t, printed(t, pdf, drawing(look), auto)), []byte("> <222a>\n")) {
		t.Error("PDF does not say ∪")
	}
	look.Fonts = nil
	for _, f := range All {
		_, err := f.Print(drawing(look), auto)
		if boxes := f.Name == "pdf" || f.Name == "png" || f.Name == "eps"; (err != nil) != boxes {
			t.Errorf("%s without a font that has ∪: error %v", f.Name, err)
		}
	}
}

func TestPNG(t *testing.T) {
	file := printed(t, png, drawing(whole), auto)
	img, err := gopng.Decode(bytes.NewReader(file)) // which verifies the sums
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 2000 || size.Y != 1125 {
		t.Errorf("%v pixels, want 2000 by 1125", size)
	}
	half := page.Plain.WithOpacity(0.5).In(false)
	for at, want := range map[vg.Point]color.NRGBA{
		{X: 20, Y: 20}:   page.Orange.Light,
		{X: 75, Y: 75}:   page.Over(half, page.Orange.Light),
		{X: 200, Y: 100}: page.Blue.Light,
	} {
		x, y := int(at.X*300/72), 1125-int(at.Y*300/72)
		if got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA); !near(got, want) {
			t.Errorf("at %v: %v, want %v", at, got, want)
		}
	}
	// 300 dpi are 11,811 pixels a metre.
	if !bytes.Contains(file, []byte("\x00\x00\x00\tpHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01")) {
		t.Error("the file does not say how large it is in print")
	}
	for _, want := range []string{
		"\x00\x00\x00\x01sRGB\x00", "iTXtTitle\x00\x00\x00\x00\x00Title of − it",
		"iTXtDescription\x00\x00\x00\x00\x00" + says,
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file has no %q", want)
		}
	}
	if _, err := png(drawing(whole), Options{DPI: 20_000}); err == nil {
		t.Error("too many pixels are no error")
	}
}

// near allows a unit of each component for rounding.
func near(a, b color.NRGBA) bool {
	close := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 1 }
	return close(a.R, b.R) && close(a.G, b.G) && close(a.B, b.B) && a.A == b.A
}

// A pixel at the edge that is part paper is of no other colour than the rest.
func TestPNGIsPaperToTheEdge(t *testing.T) {
	d := drawing(page.Look{Width: 84 * vg.Millimeter})
	img, err := gopng.Decode(bytes.NewReader(printed(t, png, d, Options{Theme: "dark", DPI: 192})))
	if err != nil {
		t.Fatal(err)
	}
	size := img.Bounds().Size()
	for _, at := range [][2]int{{0, 0}, {size.X - 1, 0}, {size.X - 1, size.Y - 1}} {
		if got := color.NRGBAModel.Convert(img.At(at[0], at[1])); got != page.Paper.Dark {
			t.Errorf("at %v: %v, want %v", at, got, page.Paper.Dark)
		}
	}
}

func TestEPSTintsWhatThinColorsCover(t *testing.T) {
	var w epsWriter
	w.draw(square(0, 9), "f", color.NRGBA{255, 255, 255, 255})
	w.draw(square(0, 4), "f", color.NRGBA{R: 255, A: 255})
	w.body.Reset()
	w.draw(square(0, 6), "f", color.NRGBA{A: 128})
	for _, want := range []string{"0.498 0.498 0.498 k\n0 0 m\n9 0 l", "0.498 0 0 k\n0 0 m\n4 0 l"} {
		if !strings.Contains(w.body.String(), want) {
			t.Errorf("no %q in\n%s", want, w.body.String())
		}
	}
}

func TestCSV(t *testing.T) {
	const want = "word,number\nx,Inf\n,0.333333333\n"
	if got := string(printed(t, csv, drawing(whole), auto)); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDecimalsOfHalvesAreTheSameOnAnyProcessor(t *testing.T) {
	for _, half := range []float64{46.975, 1. / 192 * 24, 12.345, -0.125, -2.675} {
		below, above := math.Nextafter(half, 0), math.Nextafter(half, half*2)
		if a, b := decimals(vg.Length(below)), decimals(vg.Length(above)); a != b {
			t.Errorf("%v and %v are %s and %s", below, above, a, b)
		}
	}
	for x, want := range map[vg.Length]string{0.124: "0.12", -0.004: "0", 1.0 / 64: "0.02", 7: "7"} {
		if got := decimals(x); got != want {
			t.Errorf("decimals(%v) = %s, want %s", x, got, want)
		}
	}
}

// TestScaling prints a drawing at half its size: all that has a length is halved.
func TestScaling(t *testing.T) {
	var p vg.Path
	p.Move(vg.Point{X: 2, Y: 4})
	p.Arc(vg.Point{X: 2, Y: 2}, 2, 1, 2)
	p.CubeTo(vg.Point{X: 1}, vg.Point{Y: 1}, vg.Point{X: 8, Y: 1})
	m := page.Mark{
		Path: p, At: vg.Point{X: 6, Y: 8}, Width: 3, Dashes: []vg.Length{4, 2},
		Face: font.Face{Font: font.Font{Size: 10}},
	}
	got := scaled(m, 0.5)
	if got.At.X != 3 || got.Width != 1.5 || got.Dashes[1] != 1 || got.Face.Font.Size != 5 ||
		got.Path[0].Pos.Y != 2 || got.Path[1].Radius != 1 || got.Path[2].Control[0].X != 0.5 {
		t.Errorf("half is %+v", got)
	}
	if m.Dashes[0] != 4 || m.Path[1].Radius != 2 || m.Path[2].Control[0].X != 1 {
		t.Error("what was drawn has changed")
	}
}

// TestCubicKeepsToTheCircle measures the curves of an arc at their middles.
func TestCubicKeepsToTheCircle(t *testing.T) {
	const angle = 5
	var p vg.Path
	p.Arc(vg.Point{X: 3, Y: 4}, 2, 0.3, angle)
	var from vg.Point
	for _, e := range cubic(p) {
		if e.Type == vg.CurveComp {
			ends, controls := from.Add(e.Pos), e.Control[0].Add(e.Control[1])
			middle := ends.Scale(1. / 8).Add(controls.Scale(3. / 8))
			r := math.Hypot(float64(middle.X-3), float64(middle.Y-4))
			if math.Abs(r-2) > 1e-3 {
				t.Errorf("a curve passes %v from the centre, want 2", r)
			}
		}
		from = e.Pos
	}
	sin, cos := math.Sincos(0.3 + angle)
	if d := math.Hypot(float64(from.X)-3-2*cos, float64(from.Y)-4-2*sin); d > 1e-12 {
		t.Errorf("the arc ends %v off", d)
	}
}

// TestOutlinesStandWhereTheTextDoes measures letters with a stem at each side, of
// which some are bent.
func TestOutlinesStandWhereTheTextDoes(t *testing.T) {
	f := font.DefaultCache.Lookup(font.Font{Typeface: page.Typeface, Variant: "Sans"}, 10)
	at := vg.Point{X: 30, Y: 40}
	box := extent(cubic(outlines(f, at, "HBH")))
	left, right := box.Min.X-at.X, at.X+f.Width("HBH")-box.Max.X
	if left < 0 || left > 1 || right < 0 || right > 1 {
		t.Errorf("outlines begin %v after the text and end %v before it, want less than 1", left, right)
	}
	if low, high := box.Min.Y-at.Y, box.Max.Y-at.Y; low != 0 || high < 6.8 || high > 7 {
		t.Errorf("outlines reach from %v to %v, want capitals on the baseline", low, high)
	}
}
