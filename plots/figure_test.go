package main

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
)

var book = diaryExample

// samples are examples of every shape that the flags let in.
var samples = map[string]example{
	"the book's":   book,
	"own model":    {p: diary, q: diary},
	"certain":      {p: info.Must(1), q: info.Must(1)},
	"never":        {p: info.Must(0.7, 0, 0.3), q: info.Must(0.2, 0.3, 0.5)},
	"rare":         {p: info.Must(1-1e-6, 1e-6), q: info.Uniform(2)},
	"surprised":    {p: info.Must(0.9, 0.1), q: info.Must(1e-6, 1-1e-6)},
	"nearly right": {p: info.Must(0.7, 0.2, 0.1), q: info.Must(0.69, 0.21, 0.1)},
	"two named":    {p: info.Must(0.6, 0.4), q: info.Uniform(2), words: []string{"heads", "tails"}},
	"thirty":       {p: info.Uniform(30), q: geometric(30)},
	"geometric":    {p: geometric(30), q: info.Uniform(30)},
	"dyadic":       {p: info.Must(1./16, 1./4, 1./16, 1./2, 1./8), q: info.Uniform(5)},
	"fair":         {p: coin(0.5), q: coin(0.5)},
	"nearly fair":  {p: coin(0.51), q: coin(0.5)},
	"a coin":       {p: coin(0.2), q: coin(0.5)},
	"rarely":       {p: coin(0.03), q: coin(0.5)},
	"sixteen":      {p: info.Uniform(16), q: info.Uniform(16)},
	"last only":    {p: info.Must(0, 1), q: info.Uniform(2)},
	"200":          {p: info.Uniform(200), q: geometric(200)},
	"long names": {
		p: info.Must(0.5, 0.3, 0.15, 0.05), q: info.Must(0.1, 0.2, 0.3, 0.4),
		words: []string{"an extraordinarily long name", "Donaudampfschifffahrt", "a b c", "another long name"},
	},
}

// geometric returns probabilities that halve until the last two.
func geometric(n int) info.Distribution {
	var p []float64
	for i := range n {
		p = append(p, math.Exp2(-float64(min(i+1, n-1))))
	}
	return info.Must(p...)
}

// bookOptions are how the book is printed.
var bookOptions = format.Options{Theme: "auto", DPI: 18}

func printed(t *testing.T, d *page.Drawing, name string) []byte {
	t.Helper()
	formats, err := parseFormats(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := formats[0].Print(d, bookOptions)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestEveryFigure draws every figure of every sample, over the page, in a
// column and in the narrowest. A figure that no flag changes, which TestListedFlagsChangeTheFigure
// ascertains, is drawn of the book's alone.
func TestEveryFigure(t *testing.T) {
	for _, f := range figures {
		for name, ex := range samples {
			if name == "the book's" {
				ex = f.inBook()
			} else if !f.listens("p") || f.check(ex) != nil {
				continue
			}
			widths := []vg.Length{page.Width, 84 * vg.Millimeter, page.LeastWidth}
			if name == "the book's" {
				widths = append(widths, 131*vg.Millimeter)
			}
			for _, width := range widths {
				t.Run(fmt.Sprintf("%s/%s/%.0fpt", f.name, name, width), func(t *testing.T) {
					d := f.of(ex, page.Look{Width: width, Title: true})
					checkTexts(t, d)
					if width == page.LeastWidth {
						if f.listens("base") {
							ex.e = true
							checkTexts(t, f.of(ex, page.Look{Width: width, Title: true}))
						}
						return
					}
					checkSVG(t, d)
					if width == page.Width {
						checkData(t, d)
					}
					if name == "the book's" {
						checkWider(t, d, dejaVu)
						own := f.of(ex, page.Look{Width: width, Title: true, HasLetters: true})
						checkTexts(t, own)
						checkWider(t, own, asIs)
					}
					if width == page.Width && name == "the book's" { // as letters and lines are alike in all
						checkGrey(t, d)
						checkAgain(t, d, f.of(ex, bookLook))
					}
				})
			}
		}
	}
}

// checkTexts holds the texts to be on the page, large enough in print, and none to lie over another.
func checkTexts(t *testing.T, d *page.Drawing) {
	type box struct {
		vg.Rectangle
		text string
	}
	var boxes []box
	for _, m := range d.Marks {
		if m.Kind == page.Text {
			if size := m.Face.Font.Size * d.Scale(); size < smallest-1e-9 {
				t.Errorf("%q has %.2f points in print, want %v", m.Text, size, smallest)
			}
			low := vg.Point{Y: -0.15 * m.Face.Font.Size}
			high := vg.Point{X: m.Face.Width(m.Text), Y: 0.72 * m.Face.Font.Size}
			boxes = append(boxes, box{vg.Rectangle{Min: m.At.Add(low), Max: m.At.Add(high)}, m.Text})
		}
	}
	if len(boxes) < 5 {
		t.Errorf("only %d texts were seen", len(boxes))
	}
	const slack, edge = 0.5, 2 // neighbours in a line touch
	for i, a := range boxes {
		if a.Min.X < edge || a.Min.Y < edge || a.Max.X > d.Width-edge || a.Max.Y > d.Height-edge {
			t.Errorf("%q leaves the page: %v", a.text, a.Rectangle)
		}
		for _, b := range boxes[:i] {
			if a.Min.X < b.Max.X-slack && b.Min.X < a.Max.X-slack &&
				a.Min.Y < b.Max.Y-slack && b.Min.Y < a.Max.Y-slack {
				t.Errorf("%q lies over %q", a.text, b.text)
			}
		}
	}
}

// checkSVG holds the file to be well formed, and to stay as it is where all points move by what
// another processor's rounding may; and the alternative text to be one.
func checkSVG(t *testing.T, d *page.Drawing) {
	nudged := func(by vg.Length) []byte {
		other := *d
		other.Marks = slices.Clone(d.Marks)
		for i, m := range other.Marks {
			path := slices.Clone(m.Path)
			for j := range path {
				path[j].Pos = path[j].Pos.Scale(1 + by)
			}
			other.Marks[i].Path, other.Marks[i].At = path, m.At.Scale(1+by)
			other.Marks[i].Anchor = m.Anchor.Scale(1 + by)
		}
		return printed(t, &other, "svg")
	}
	file := nudged(1e-13)
	if !bytes.Equal(file, nudged(-1e-13)) {
		t.Error("the drawing changes with the last digits of its coordinates")
	}
	if err := xml.Unmarshal(file, new(struct{})); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(file, []byte("NaN")) || bytes.Contains(file, []byte("Inf")) {
		t.Error("the file says NaN or Inf")
	}
	if len(d.Alt) < 100 || strings.ContainsAny(d.Title+d.Alt, "*_{}%") {
		t.Errorf("alternative text is short or has markup: %q", d.Alt)
	}
}

// checkData holds the numbers to be a table whose columns have names.
func checkData(t *testing.T, d *page.Drawing) {
	records, err := csv.NewReader(bytes.NewReader(printed(t, d, "csv"))).ReadAll() // of one length
	if err != nil || len(records) < 2 {
		t.Fatalf("%d records, error %v", len(records), err)
	}
	for _, name := range records[0] {
		if name == "" || strings.ContainsAny(name, "*_{}^") {
			t.Errorf("column %q has no name, or markup in it", name)
		}
	}
}

// checkAgain holds the files of a drawing in all formats to be those of another of the same.
func checkAgain(t *testing.T, d, again *page.Drawing) {
	for _, in := range format.All {
		one, err := in.Print(d, bookOptions)
		two, _ := in.Print(again, bookOptions)
		if err != nil || !bytes.Equal(one, two) {
			t.Errorf("as %s: two files differ, or error %v", in.Name, err)
		}
		if in.Name == "eps" {
			checkEPS(t, string(one))
		}
	}
}

func checkEPS(t *testing.T, s string) {
	if !strings.HasPrefix(s, "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 ") ||
		!strings.HasSuffix(s, "showpage\n%%EOF\n") {
		t.Error("the file has no header or no end")
	}
	for _, bad := range []string{"Date", "NaN", "Inf"} {
		if strings.Contains(s, bad) {
			t.Errorf("the file says %s", bad)
		}
	}
	if i := strings.IndexFunc(s, func(c rune) bool { return c != '\n' && (c < ' ' || c > '~') }); i >= 0 {
		t.Errorf("the file has the byte %#x", s[i])
	}
}

// changes are what flags change of an example.
var changes = map[string]func(example) example{
	"-p": func(ex example) example {
		weights := ex.p.Probabilities()
		for i := range weights {
			weights[i] *= float64(1 + i)
		}
		weights[0] += 0.1
		ex.p, _ = info.Normalize(weights...)
		return ex
	},
	"-q": func(ex example) example {
		ex.q = ex.p
		return ex
	},
	"-base": func(ex example) example {
		ex.e = true
		return ex
	},
	"-symbols": func(ex example) example {
		ex.words = nil
		return ex
	},
}

func TestListedFlagsChangeTheFigure(t *testing.T) {
	for _, f := range figures {
		asIs := printed(t, f.of(f.inBook(), bookLook), "svg")
		for name, change := range changes {
			changes := !bytes.Equal(asIs, printed(t, f.of(change(f.inBook()), bookLook), "svg"))
			if listed := slices.Contains(strings.Fields(f.takes), name); listed != changes {
				t.Errorf("%s: %s listed %v, changes the figure %v", f.name, name, listed, changes)
			}
		}
	}
}

func TestGalleryShowsAllFiguresInOrder(t *testing.T) {
	text, err := os.ReadFile("../docs/gallery.md")
	if err != nil {
		t.Fatal(err)
	}
	rest := string(text)
	for _, f := range figures {
		_, after, shown := strings.Cut(rest, "<!-- figure "+f.name+" -->")
		if !shown {
			t.Errorf("the gallery does not show %s, or not here", f.name)
			continue
		}
		rest = after
	}
}

func TestDataAreWhatIsDrawn(t *testing.T) {
	coin := string(printed(t, bowl.of(bowl.inBook(), bookLook), "csv"))
	never := example{p: info.Must(0.7, 0, 0.3), q: info.Uniform(3)}
	ruledOut := string(printed(t, cost.of(never, bookLook), "csv"))
	for row, file := range map[string]string{
		`series,"model q, for a coin with p = 0.3",bits a toss` + "\n": coin,
		"\n\"H(p, q)\",0.5,1\n":             coin,
		"\nx₂,0,0.333333333,Inf,1.5849625,": ruledOut,
	} {
		if !strings.Contains(file, row) {
			t.Errorf("no %q in\n%s", row, file)
		}
	}
}

func TestTitleCanBeLeftToACaption(t *testing.T) {
	with, without := bowl.of(bowl.inBook(), bookLook), bowl.of(bowl.inBook(), page.Look{Width: page.Width})
	if with.Height-without.Height != 22 || len(without.Marks) >= len(with.Marks) {
		t.Error("without its title the figure leaves room for it, or draws it")
	}
	if without.Title != bowl.title {
		t.Error("the title is lost to those who cannot see the figure")
	}
}

func TestRareOutcomesAreCounted(t *testing.T) {
	for name, want := range map[string]string{
		"the book's": "", "rare": "–: 1 outcome too rare to draw", "200": "",
		"geometric": "21 outcomes too rare to draw",
	} {
		texts := cost.of(samples[name], bookLook).Texts
		i := slices.IndexFunc(texts, func(s string) bool { return strings.Contains(s, "rare to draw") })
		if i >= 0 && texts[i] != want || i < 0 && want != "" {
			t.Errorf("%s: texts %q, want %q among them", name, texts, want)
		}
	}
}

func TestEveryCurveOfTheBookHasItsName(t *testing.T) {
	for _, width := range []vg.Length{page.Width, page.LeastWidth} {
		said := temperature.of(tomorrow(), page.Look{Width: width}).Texts
		for _, word := range words {
			if !slices.Contains(said, word) {
				t.Errorf("%v wide, no curve is called %s", width, word)
			}
		}
	}
}
