package page

import (
	"image/color"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

func TestSpans(t *testing.T) {
	for line, want := range map[string][]span{
		"":               nil,
		"bits":           {{"bits", false, 0}},
		"log_2 *p*":      {{"log", false, 0}, {"2", false, -1}, {" ", false, 0}, {"p", true, 0}},
		"*x*_{12}":       {{"x", true, 0}, {"12", false, -1}},
		"e^{−*z*}, 1":    {{"e", false, 0}, {"−", false, 1}, {"z", true, 1}, {", 1", false, 0}},
		"an open *end":   {{"an open ", false, 0}, {"end", true, 0}},
		"x_":             {{"x", false, 0}},
		`a\_b\*_\^\\`:    {{"a_b*", false, 0}, {"^", false, -1}, {`\`, false, 0}},
		Literal("*_^\\"): {{"*_^\\", false, 0}},
		"fu\u0308r":      {{"f\u00fcr", false, 0}},
	} {
		if got := spans(line); !reflect.DeepEqual(got, want) {
			t.Errorf("spans(%q) = %v, want %v", line, got, want)
		}
	}
	if got := PlainText("*x*_{12} = e^{−2}\nhere"); got != "x₁₂ = e⁻² here" {
		t.Errorf("plain text %q", got)
	}
	if got := PlainText(Literal(`a_b*c^{2}\`)); got != `a_b*c^{2}\` {
		t.Errorf("plain text of a literal %q", got)
	}
}

func TestTemplate(t *testing.T) {
	for text, want := range map[string]string{
		"lost 0.749 of 1\u2009200": "lost {n} of {n}",
		"−3e−05 nats":              "{n} nats",
		"*x*_1, e^{2}, gpt2, .5":   "*x*_1, e^{2}, gpt2, .5",
	} {
		if got, _ := Template(text); got != want {
			t.Errorf("of %q it is %q, want %q", text, got, want)
		}
	}
}

func TestDecimalCommaLeavesNames(t *testing.T) {
	for text, want := range map[string]string{
		"v1.5, probability 0.25": "v1.5, probability 0,25",
		"gpt-3.5; −0.5 or -0.5":  "gpt-3.5; −0,5 or -0,5",
		"é1.5: 10.5":             "é1.5: 10,5",
		"*x*_{1.5} at 1.10.1":    "*x*_{1,5} at 1.10.1",
	} {
		if got := withDecimalComma(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// What is cut short fits, and with another letter it would not.
func TestCutShort(t *testing.T) {
	Draw(Figure{Draw: func(pg *Page) {
		const name = "Donaudampfschiff"
		st := Body(Plain)
		for n, want := range map[int]string{16: name, 9: "Donaudamp…", 3: "Don…", 2: ""} {
			width := pg.TextWidth(name[:n]+"…", st)
			if n == len(name) {
				width = pg.TextWidth(name, st)
			}
			if got := pg.rec.words(pg.CutShort(name, width, st)); got != want {
				t.Errorf("with room for %d letters it is %q, want %q", n, got, want)
			}
		}
	}}, Look{Width: Width})
}

func TestWrap(t *testing.T) {
	r := newRecorder(&Drawing{}, Look{})
	const title = "Cross entropy is entropy plus the price of being wrong"
	const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
	for s, want := range map[string]string{
		title: "Cross entropy is entropy\nplus the price of being wrong",
		"":    "",
		long:  long,
		"Herz-Kreislauf-Erkrankungen-und-andere, als T-cell":               "Herz-Kreislauf-Erkrankungen-\nund-andere, als T-cell",
		"Die Herz-Kreislauf-Erkrankungen, und andere Leiden auch":          "Die Herz-Kreislauf-Erkrankungen,\nund andere Leiden auch",
		"von-da-nach-dort-und-wieder-her-zu-uns":                           "von-da-nach-dort-und-wieder-her-zu-uns",
		"Where the price is low, entropy is most of a cross entropy":       "Where the price is low,\nentropy is most of a cross entropy",
		"Entropy, price, and what else there is; of each of them much":     "Entropy, price, and what else there is;\nof each of them much",
		"So, the price of being wrong is what cross entropy adds to it":    "So, the price of being wrong is\nwhat cross entropy adds to it",
		title + ", and no more than the price of being wrong at all":       "Cross entropy is entropy plus the\nprice of being wrong, and no more\nthan the price of being wrong at all",
		"Cross entropy is entropy plus the price of\u00a0being\u00a0wrong": "Cross entropy is entropy\nplus the price of\u00a0being\u00a0wrong",
	} {
		if got := r.wrap(s, 286, titleStyle.font()); got != want {
			t.Errorf("wrap(%q) = %q, want %q", s, got, want)
		}
	}
}

// Digits have one width in any number, and letters are kerned.
func TestDigitsStandUnderEachOther(t *testing.T) {
	r := newRecorder(&Drawing{}, Look{})
	f := Body(Plain).font()
	if ones, twos := r.width("0,1111", f), r.width("0,2222", f); ones != twos {
		t.Errorf("ones are %v wide, twos %v", ones, twos)
	}
	if word, letters := r.width("To", f), r.width("T", f)+r.width("o", f); word >= letters {
		t.Errorf("a word is %v wide, its letters %v", word, letters)
	}
}

func TestWrite(t *testing.T) {
	d := Draw(Figure{Title: "Title", Draw: func(pg *Page) {
		pg.Write(100, 50, "log_2 *p*", Body(Blue).Right())
	}}, Look{Width: Width / 2, Labels: Labels{"log_2 *p*": "ld_2 *q*"}})
	last := d.Marks[len(d.Marks)-3:]
	log, two, q := last[0], last[1], last[2]
	if log.Text != "ld" || two.Text != "2" || q.Text != "q" || two.Ink != Blue {
		t.Fatalf("written are %+v", last)
	}
	if two.Rise != -1 || two.Face.Font.Size >= bodySize || two.At.Y >= log.At.Y || q.At.X >= 100 {
		t.Errorf("the subscript is %+v, the end %+v", two, q)
	}
	if d.Width != columnWidth || d.Scale() != 0.8 || d.Texts[len(d.Texts)-1] != "log_2 *p*" {
		t.Errorf("%v wide, times %v, says %q", d.Width, d.Scale(), d.Texts)
	}
}

// Each text of a figure is replaced once, and remembered, whether it is broken, cut short or a title.
func TestLabelsReplaceOnce(t *testing.T) {
	labels := Labels{"sun": "rain", "rain": "sun", "Regen und Hagel": "Schnee im ganzen Land", "Schnee…": "cut twice"}
	d := Draw(Figure{Title: "sun", Alt: "rain", Draw: func(pg *Page) {
		st := Body(Plain)
		pg.Note("rain", st).Write(0, 0, pg.CutShort("Regen und Hagel", pg.TextWidth("Schnee M", st), st), st)
		if one, two := pg.TextWidth("sun", st), pg.TextWidth(pg.Wrapped("sun", 0, st), st); one != two {
			t.Errorf("rain is %v wide, and broken into lines %v", one, two)
		}
	}}, Look{Width: Width, Title: true, Labels: labels})
	var marks []string
	for _, m := range d.Marks[1:] {
		marks = append(marks, m.Text)
	}
	if want := []string{"rain", "sun", "Schnee…"}; !slices.Equal(marks, want) || d.Title != "rain" || d.Alt != "sun" {
		t.Errorf("it says %q, want %q, under the title %q, with %q", marks, want, d.Title, d.Alt)
	}
	texts := slices.Compact(slices.Sorted(slices.Values(d.Texts)))
	if want := []string{"Regen und Hagel", "rain", "sun"}; !slices.Equal(texts, want) {
		t.Errorf("its texts are %q, want %q", texts, want)
	}
}

func TestColoursAreInks(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a colour that is no ink goes unnoticed")
		}
	}()
	(&recorder{}).SetColor(color.White)
}

// TestCurves names two lines, one close under the other.
func TestCurves(t *testing.T) {
	flat := func(y float64) plotter.XYs {
		return Level(Sample(math.Sqrt, 0, 1), y)
	}
	d := Draw(Figure{Height: 200, Draw: func(pg *Page) {
		ch := pg.NewChart("", 0, 1, 0, 1)
		ch.Curves([]Curve{{"upper", flat(0.5), Blue}, {"lower", flat(0.47), Orange}}, 0.5, Body(Plain))
		ch.DrawOn(pg)
	}}, Look{Width: Width})
	heights := map[Ink]vg.Length{} // of the lines, and of the middles of their names
	for _, m := range d.Marks {
		switch middle := m.At.Y + 0.36*bodySize; {
		case m.Kind == Stroke && (m.Ink == Blue || m.Ink == Orange):
			heights[m.Ink] = m.Path[0].Pos.Y
		case m.Text == "upper" && middle < heights[Blue]+5,
			m.Text == "lower" && middle > heights[Orange]-5:
			t.Errorf("%s is at %v, the lines at %v", m.Text, middle, heights)
		}
	}
	names := d.Texts[len(d.Texts)-2:]
	if len(heights) != 2 || !slices.Equal(names, []string{"upper", "lower"}) {
		t.Errorf("%d lines, named %q", len(heights), names)
	}
}

// A name is nearer to its own line than to another, which is right above it on the left.
func TestCurvesAreNearTheirNames(t *testing.T) {
	lower := Sample(func(x float64) float64 { return 0.6 - 0.5*x }, 0, 1)
	upper := Sample(func(x float64) float64 { return 0.62 - 0.3*x }, 0, 1)
	d := Draw(Figure{Height: 150, Draw: func(pg *Page) {
		ch := pg.NewChart("", 0, 1, 0, 1)
		ch.Curves([]Curve{{"lower", lower, Blue}, {"upper", upper, Orange}}, 0.1, Body(Plain))
		ch.DrawOn(pg)
	}}, Look{Width: Width})
	lines := map[Ink]vg.Path{}
	for _, m := range d.Marks {
		if m.Kind == Stroke {
			lines[m.Ink] = m.Path
		}
	}
	for _, m := range d.Marks {
		if m.Text != "lower" && m.Text != "upper" {
			continue
		}
		away := map[Ink]vg.Length{}
		for ink, line := range lines {
			away[ink] = 1000
			for _, p := range line {
				x := max(m.At.X, min(p.Pos.X, m.At.X+m.Face.Width(m.Text)))
				y := max(m.At.Y, min(p.Pos.Y, m.At.Y+0.7*bodySize))
				away[ink] = min(away[ink], max(p.Pos.X-x, x-p.Pos.X)+max(p.Pos.Y-y, y-p.Pos.Y))
			}
		}
		if near := away[m.Ink]; near > away[Blue] || near > away[Orange] {
			t.Errorf("%s is %v from the lines", m.Text, away)
		}
	}
}

// Powers of ten and indices can be read in print, however narrow the figure.
func TestScriptsAreLegible(t *testing.T) {
	for _, width := range []vg.Length{Width, 84 * vg.Millimeter, LeastWidth} {
		d := Draw(Figure{Draw: func(pg *Page) { pg.Write(0, 0, "x^{2}_i", Small(Plain)) }}, Look{Width: width})
		for _, m := range d.Marks {
			if size := m.Face.Font.Size * d.Scale(); m.Rise != 0 && size < 5.5-1e-9 {
				t.Errorf("at a width of %v pt a script has %.2f pt", width, size)
			}
		}
	}
}

// A name above its line would lie on the grid, and stands below it.
func TestNamesKeepOffTheGrid(t *testing.T) {
	d := Draw(Figure{Height: 200, Draw: func(pg *Page) {
		ch := pg.NewChart("", 0, 1, 0, 1)
		flat := Level(Sample(math.Sqrt, 0, 1), 0.55)
		ch.Curves([]Curve{{"level", flat, Blue}}, 0.5, Body(Plain))
		ch.DrawOn(pg)
	}}, Look{Width: Width})
	for _, m := range d.Marks {
		if m.Text != "level" {
			continue
		}
		for _, line := range d.Marks {
			if line.Kind != Stroke || line.Ink != Faint {
				continue
			}
			if y := line.Path[0].Pos.Y; y > m.At.Y-2 && y < m.At.Y+0.72*bodySize {
				t.Errorf("the name at %v lies on the grid at %v", m.At.Y, y)
			}
		}
	}
}

// TestThinX reads the numbers of a logarithmic axis where all have room, and where they have not.
func TestThinX(t *testing.T) {
	for width, want := range map[vg.Length]string{
		Width:      "5·10^{−4} 10^{−3} 2·10^{−3} 5·10^{−3} 10^{−2} 2·10^{−2} 5·10^{−2}",
		LeastWidth: " 10^{−3}   10^{−2}  5·10^{−2}",
	} {
		Draw(Figure{Height: 200, Draw: func(pg *Page) {
			ch := pg.NewChart("", 0.0005, 0.07, 0, 1)
			ch.LogX(1)
			ch.X.Tick.Marker = LogTicks(3)
			ch.ThinX(pg)
			var labels []string
			for _, t := range ch.X.Tick.Marker.Ticks(0.0005, 0.07) {
				labels = append(labels, t.Label)
			}
			if got := strings.Join(labels, " "); got != want {
				t.Errorf("%v points wide: %q, want %q", width, got, want)
			}
		}}, Look{Width: width})
	}
}

// TestInfinityIsAboveTheWindow draws a line down from infinity, and the area under it.
func TestInfinityIsAboveTheWindow(t *testing.T) {
	steep := plotter.XYs{{X: 0, Y: math.Inf(1)}, {X: 1, Y: 0}}
	var window *Page
	d := Draw(Figure{Height: 200, Draw: func(pg *Page) {
		ch := pg.NewChart("", 0, 1, 0, 1)
		ch.Between(Level(steep, 0), steep, Orange)
		ch.Line("steep", steep, Blue, Thick)
		window = ch.DrawOn(pg)
	}}, Look{Width: Width})
	top := map[Ink]vg.Length{}
	for _, m := range d.Marks {
		for _, c := range m.Path {
			top[m.Ink] = max(top[m.Ink], c.Pos.Y)
		}
	}
	for _, k := range []Ink{Blue, Orange} {
		if off := float64(top[k] - window.Max.Y); !(math.Abs(off) < 1e-9) {
			t.Errorf("%s ends %v above the window's edge", k.Name, off)
		}
	}
	if said := d.Data[0][5]; said != math.Inf(1) {
		t.Errorf("the data say %v, want infinity", said)
	}
}

func TestLabelsAreLargeEnoughInPrint(t *testing.T) {
	for millimeters, column := range map[float64]bool{
		55: true, 84: true, 131: true, 132: false, 210: false,
	} {
		width := vg.Length(millimeters) * vg.Millimeter
		d := Draw(Figure{Height: 270, Draw: func(*Page) {}}, Look{Width: width})
		if got := tickSize * d.Scale(); got < SmallestPrint || (d.Width < Width) != column {
			t.Errorf("%v wide, ticks have %.2f points on a page of %v", width, got, d.Width)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{1.75, "1.75"},
		{-0.25, "−0.25"},
		{math.Pi, "3.142"},
		{0.000123456, "0.0001235"},
		{0.00001893, "1.9e−05"},
	} {
		if got := Number(tt.x); got != tt.want {
			t.Errorf("Number(%v) = %q, want %q", tt.x, got, tt.want)
		}
	}
}

func TestDecimals(t *testing.T) {
	for places, want := range map[int]string{0: "3", 2: "2.58", 3: "2.585"} {
		if got := Decimals(2.58496, places); got != want {
			t.Errorf("to %d places %s, want %s", places, got, want)
		}
	}
}

func TestEqualScales(t *testing.T) {
	Draw(Figure{Height: 200, Draw: func(pg *Page) {
		ch := pg.NewChart("", 0, 8, -3, 32)
		ch.EqualScales(pg)
		w := ch.DrawOn(pg)
		a, b := ch.Point(w, 0, 0), ch.Point(w, 1, 1)
		if off := float64((b.X - a.X) / (b.Y - a.Y)); math.Abs(off-1) > 0.01 {
			t.Errorf("a unit of x is %v of y", off)
		}
	}}, Look{Width: Width})
}

func TestSquare(t *testing.T) {
	for _, tt := range []struct{ height, off vg.Length }{{200, 0}, {320, 0}, {100, 100}} {
		Draw(Figure{Height: tt.height + 50, Draw: func(pg *Page) {
			ch := pg.NewChart("x", 0, 1, 0, 1)
			w := ch.DrawOn(ch.Square(pg.Crop(0, pg.Max.X-pg.Min.X-220, 0, 0)))
			if off := (w.Max.X - w.Min.X) - (w.Max.Y - w.Min.Y); off < tt.off-0.5 || tt.off == 0 && off > 0.5 {
				t.Errorf("%v high, the window is %v wider than high", tt.height, off)
			}
		}}, Look{Width: Width})
	}
}

// TestHatch holds the lines to be in their rectangle.
func TestHatch(t *testing.T) {
	r := rect(100, 50, 60, 20)
	d := Draw(Figure{Draw: func(pg *Page) { pg.Hatch(r, Green) }}, Look{Width: Width})
	lines := 0
	for _, m := range d.Marks {
		for _, c := range m.Path {
			if m.Ink == Green && (c.Type == vg.MoveComp || c.Type == vg.LineComp) {
				if lines++; !within(vg.Rectangle{Min: c.Pos, Max: c.Pos}, r) {
					t.Errorf("%v is outside", c.Pos)
				}
			}
		}
	}
	if lines < 20 {
		t.Errorf("only %d ends of lines", lines)
	}
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		ticks  plot.Ticker
		lo, hi float64
		want   string
	}{
		{Ticks(5), 0, 1, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{Ticks(5), 0, 8.3, "0 2 4 6 8"},
		{Ticks(4), 0, 8.3, "0.0 2.5 5.0 7.5"},
		{Ticks(5), 0, 1.08, "0.00 0.25 0.50 0.75 1.00"},
		{Ticks(5), -1.05, 0.1, "−1.00 −0.75 −0.50 −0.25 0.00"},
		{Ticks(5), 0, 90, "0 20 40 60 80"},
		{Ticks(5), 0, 0.00125, "0.00000 0.00025 0.00050 0.00075 0.00100 0.00125"},
		{Decades(1), 1, 1000, "1 10 100 1000"},
		{Decades(1), 0.08, 200, "0.1 1 10 100"},
		{Decades(1), 0.001, 0.1, "0.001 0.01 0.1"},
		{LogTicks(2), 0.018, 2.2, "0.03 0.1 0.3 1"},
		{LogTicks(3), 0.018, 2.2, "0.02 0.05 0.1 0.2 0.5 1 2"},
		{LogTicks(3), 0.2, 5, "0.2 0.5 1 2 5"},
		{LogTicks(3), 0.011, 0.019, "0.012 0.014 0.016 0.018"},
		{LogTicks(3), 0.3, 230, "0.3 1 3 10 30 100"},
		{LogTicks(3), 0.04, 2000, "0.1 1 10 100 1000"},
		{LogTicks(3), 3e-5, 12, "10^{−4} 10^{−3} 10^{−2} 10^{−1} 1 10"},
		{LogTicks(3), 9e-4, 0.012, "0.001 0.002 0.005 0.01"},
		{LogTicks(3), 3e-5, 6e-4, "5·10^{−5} 10^{−4} 2·10^{−4} 5·10^{−4}"},
		{LogTicks(3), 1e-12, 1e12, "10^{−10} 10^{−5} 1 10^{5} 10^{10}"},
		{WholeTicks(5), 11, 39, "15 20 25 30 35"},
		{WholeTicks(5), 1, 12, "2 4 6 8 10 12"},
		{WholeTicks(5), 0, 11, "0 2 4 6 8 10"},
		{WholeTicks(5), 0, 59, "0 10 20 30 40 50"},
		{WholeTicks(5), 0, 59_000, "0 20\u2009000 40\u2009000"},
		{WholeTicks(5), 500, 10_000, "2000 4000 6000 8000 10\u2009000"},
		{WholeTicks(5), 13, 30, "15 20 25 30"},
		{WholeTicks(5), 199, 5999, "1000 2000 3000 4000 5000"},
		{WholeTicks(5), 100, 1200, "200 400 600 800 1000 1200"},
		{WholeTicks(5), 0, 12_000, "0 5000 10\u2009000"},
		{WholeTicks(5), 0, 99_500, "0 25\u2009000 50\u2009000 75\u2009000"},
		{WholeTicks(5), 1, 3, "1 2 3"},
		{WholeTicks(5), 3, 4, "3 4"},
		{Scaled{Ticks(5), 1e-4}, 0, 4.5e-4, "0 1 2 3 4"},
		{Scaled{Ticks(5), 1e6}, 2e5, 1e6, "0.2 0.4 0.6 0.8 1.0"},
		{Decades(2), 1e-5, 1e5, "10^{−4} 10^{−2} 1 100 10^{4}"},
		{Decades(4), 1e-17, 1e8, "10^{−16} 10^{−12} 10^{−8} 10^{−4} 1 10^{4} 10^{8}"},
	} {
		var s []string
		for _, tick := range tt.ticks.Ticks(tt.lo, tt.hi) {
			s = append(s, tick.Label)
		}
		if got := strings.Join(s, " "); got != tt.want {
			t.Errorf("%T from %v to %v: %s, want %s", tt.ticks, tt.lo, tt.hi, got, tt.want)
		}
	}
}

// The last tick of an axis is near what is drawn.
func TestTicksReachWhatIsDrawn(t *testing.T) {
	for _, most := range []float64{0.3, 1, 1.65, 2.58, 3.32, 3.47, 4.84, 5.55, 7.06, 8.64, 8.97, 13.3} {
		for _, n := range []Ticks{4, 5} {
			ticks, top := n.Reaching(most, 1.08*most)
			all := ticks.Ticks(0, top)
			last := all[len(all)-1].Value
			if step := all[1].Value; most > 2 && !isWhole(step) {
				t.Errorf("up to %v ticks are %v apart", most, step)
			}
			if last < 0.9*most || last > 1.5*most || top < 1.08*most || len(all) > 8 {
				t.Errorf("up to %v of %v ticks end at %v, the axis at %v", most, len(all), last, top)
			}
		}
	}
}

// A list has room for its columns and the words of its names, for which letters shrink, and reaches no
// further than the page. Names of more than three lines are cut short.
func TestListsFitThePage(t *testing.T) {
	const n = MostListed
	for _, tt := range []struct {
		name      string
		width     vg.Length
		isSmaller bool
		lines     int
		lost      string
	}{
		{"short", Width, false, 1, ""},
		{"short", LeastWidth, false, 1, ""},
		{"Rehabilitation", LeastWidth, true, 1, ""},
		{"Regen mit viel Hagel und Schnee", LeastWidth, true, 3, ""},
		{strings.Repeat("many words ", 20), LeastWidth, true, 1, "no room for the name many words"},
		{strings.Repeat("ein", 12), LeastWidth, true, 1, "no room for the name ein"},
	} {
		d := Draw(Figure{Height: 900, Draw: func(pg *Page) {
			p := slices.Repeat([]float64{1. / n}, n)
			rows := []Row{{Name: "name", Names: true, Cell: func(int) string { return tt.name }}}
			for range 5 {
				rows = append(rows, Row{Name: "*p*", Cell: func(int) string { return "0.041" }, Style: Small(Muted)})
			}
			l := pg.NewTable(pg.NewChart("", 0, 1, 0, 1), Blocks(slices.All(p)), nil, rows).list
			if l == nil || l.size < tickSize != tt.isSmaller || 1+strings.Count(l.entries[0].name, "\n") != tt.lines {
				t.Fatalf("%.20s: the list is %+v", tt.name, l)
			}
			end := l.numberWidth + l.numberGap + l.nameWidth
			for _, c := range l.columns {
				end += l.gap + c.width
			}
			if end > pg.Size().X+1e-6 || l.gap < leastGap-1e-6 || l.size < pg.InPrint(smallestScript) {
				t.Errorf("%.20s: cells end at %v of %v: %+v", tt.name, end, pg.Size().X, l)
			}
		}}, Look{Width: tt.width})
		if !strings.HasPrefix(d.Lost(), tt.lost) || tt.lost == "" && d.Lost() != "" {
			t.Errorf("%.20s: it says %q, want %q", tt.name, d.Lost(), tt.lost)
		}
	}
}

func TestSpaced(t *testing.T) {
	for _, n := range []int{1, 2, 20, 1000} {
		all := Spaced(func(k int) float64 { return -float64(k) }, 1, n)
		last := 0.0
		for _, xy := range all {
			if xy.X <= last || xy.Y != -xy.X {
				t.Errorf("from 1 to %d: %v after %v", n, xy, last)
			}
			last = xy.X
		}
		if all[0].X != 1 || last != float64(n) || len(all) > 120 {
			t.Errorf("from 1 to %d: %v", n, all)
		}
	}
}

// Labels need a contrast of 4.5 (WCAG 2.2, 1.4.3).
func TestLabelsHaveContrast(t *testing.T) {
	for _, k := range []Ink{Plain, Muted, Blue, Orange, Green, Purple} {
		for _, c := range [][2]color.NRGBA{{k.Light, Paper.Light}, {k.Dark, Paper.Dark}} {
			a, b := luminance(c[0]), luminance(c[1])
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("%s has a contrast of %.2f on %v", k.Name, ratio, c[1])
			}
		}
	}
}

// luminance is WCAG's relative luminance.
func luminance(c color.NRGBA) float64 {
	linear := func(b uint8) float64 {
		if v := float64(b) / 255; v > 0.04045 {
			return math.Pow((v+0.055)/1.055, 2.4)
		}
		return float64(b) / 255 / 12.92
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// A chart that is too narrow stays so, whatever is drawn after it.
func TestWhatIsSqueezedStaysSo(t *testing.T) {
	d := Draw(Figure{Height: 300, Draw: func(pg *Page) {
		pg.Squeeze()
		rows := []Row{{Name: "name", Names: true, Cell: func(int) string { return "a" }}}
		p := []float64{0.5, 0.5}
		pg.NewTable(pg.NewChart("", 0, 1, 0, 1), Blocks(slices.All(p)), nil, rows).DrawOn(pg, 0)
	}}, Look{Width: Width})
	if d.Squeezed() == nil {
		t.Error("a table that has room hides that something else has none")
	}
}

// What is italic across the end of a line stays so, and no more than that.
func TestItalicAcrossLines(t *testing.T) {
	d := Draw(Figure{Draw: func(pg *Page) {
		pg.Write(pg.Min.X, pg.Max.Y-40, "*Nyctalus\nnoctula* or 2\\*\n3", Style{})
	}}, Look{Width: Width})
	var italic []string
	for _, m := range d.Marks {
		if m.Kind == Text && m.Face.Font.Style == font.StyleItalic {
			italic = append(italic, m.Text)
		}
	}
	if got := strings.Join(italic, " "); got != "Nyctalus noctula" {
		t.Errorf("%q is italic", got)
	}
}

// What may not break may not break in translation, of as many words; and kinds of spaces are alike in keys.
func TestLabelsStayUnbroken(t *testing.T) {
	labels := Labels{Unbroken("for\u00a0*p*"): "für *p*", Unbroken("*D*(*p*\u200a‖\u200a*q*)"): "*D*", "long as it": "lang"}
	for text, want := range map[string]string{
		"for\u00a0*p*": "für\u00a0*p*", "*D*(*p*\u200a‖\u200a*q*)": "*D*", "*D*(*p* ‖ *q*)": "*D*", "long\u00a0as\u00a0it": "lang",
	} {
		if got := labels.of(text); got != want {
			t.Errorf("%q is replaced by %q, want %q", text, got, want)
		}
	}
}
