package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// These are tests of the figures of blocks, cost and code-lengths, of readers' numbers.

// narrow has blocks that are too narrow for two sides, and twelve some that are no wider than lines.
var (
	narrow = example{
		p: info.Must(0.9, 0.05, 0.03, 0.01, 0.01, 0), q: info.Must(0.55, 0.2, 0.1, 0.1, 0.05, 0),
		words: strings.Split("Personenwagen,Fußgänger,Straßenbahn,Fahrräder,Lastkraftwagen,Übrige", ","),
	}
	twelve = named("Müsli,Brötchen,Käse,Würstchen,Apfelkuchen,Blätterteig,Rührei,Schwarzbrot,"+
		"Grießbrei,Pfannkuchen,Quark,Hörnchen", 412, 300, 211, 180, 95, 70, 44, 31, 12, 6, 3, 1)
)

var blockWidths = []vg.Length{page.LeastWidth, 84 * vg.Millimeter, page.Width}

// saysAll returns the texts of a drawing, a line each.
func saysAll(d *page.Drawing) string {
	var all strings.Builder
	for i, m := range d.Marks {
		if m.Kind == page.Text {
			if i > 0 && !m.Continues {
				all.WriteString("\n")
			}
			all.WriteString(m.Space + m.Text)
		}
	}
	return all.String() + "\n"
}

// A reader of the figure can add the areas up: it shows all of them, and says where their sum is not
// as written.
func TestAreasAddUp(t *testing.T) {
	sectors := named("Personenwagen,Fußgänger,Straßenbahn,Fahrräder,Lastkraftwagen,Übrige", 462, 213, 141, 98, 61, 25)
	inNats := sectors
	inNats.e = true
	for _, ex := range []example{
		sectors, inNats, named("ja,nö", 93, 7), named("Nord,Ost,Süd,West", 1, 1, 1, 1), twelve, narrow, diaryExample,
	} {
		write, _ := ex.areas()
		sum := -number(t, write, ex.in(info.Entropy(ex.p)))
		var all []string
		for i, p := range ex.p.All() {
			if p > 0 {
				sum += number(t, write, ex.share(ex.p.P(i)))
				all = append(all, "\n"+write(ex.share(ex.p.P(i)))+"\n")
			}
		}
		for _, width := range blockWidths {
			d := codeLengths.of(ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			says := saysAll(d)
			if isRounded := math.Abs(sum) > 1e-9; isRounded != strings.Contains(says, ", rounded") {
				t.Errorf("%q: the areas are %q, which is off by %v: %q", ex.words, all, sum, says)
			}
			for _, area := range all {
				if !strings.Contains(says, area) {
					t.Errorf("%q, %v points: no area %q", ex.words, width, area)
				}
			}
		}
	}
}

// number returns a number as it is written, which is off by half a unit of the last decimal at most.
func number(t *testing.T, write func(float64) string, x float64) float64 {
	n, err := strconv.ParseFloat(write(x), 64)
	if err != nil || !(math.Abs(n-x) <= 0.5001e-3) {
		t.Errorf("%v is written %s", x, write(x))
	}
	return n
}

// All areas stand in blocks, or all in cells.
func TestAreasStandInAllBlocksOrNone(t *testing.T) {
	months := named("Jän,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez",
		100, 90, 85, 80, 75, 60, 50, 55, 80, 95, 110, 120)
	months.e = true
	for _, ex := range []example{months, narrow, named("Kaiserschnitt,Spontangeburt", 7, 93)} {
		write, _ := ex.areas()
		for _, width := range blockWidths {
			says := strings.Split(saysAll(codeLengths.of(ex, page.Look{Width: width, Title: true})), "\n")
			outcomes, times := map[string]int{}, map[string]int{} // by the area that is written
			for i, p := range ex.p.All() {
				if p > 0 {
					outcomes[write(ex.share(ex.p.P(i)))]++
				}
			}
			for _, s := range says {
				times[s]++
			}
			for area, n := range outcomes {
				if times[area] != n {
					t.Errorf("%q, %v points: the area %s stands %d times, want %d",
						ex.words, width, area, times[area], n)
				}
			}
		}
	}
}

// What never happens needs no codeword, and the length for all is that for the others.
func TestOneLengthIsForAllThatHappen(t *testing.T) {
	three := named("Übereinstimmung,Abweichung,Mängelrüge", 93, 7, 0)
	for ex, says := range map[*example][2]string{
		&narrow: {"all 5: 3 bits", "all 5 needs 3 bits."},
		&three:  {"both: 1 bit", "both needs 1 bit."},
	} {
		for _, width := range blockWidths {
			d := codeLengths.of(*ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			all := strings.Join(strings.Fields(saysAll(d)), " ")
			if !strings.Contains(all, "one length for "+says[0]) ||
				!strings.Contains(d.Alt, "one length for "+says[1]) {
				t.Errorf("%v points: no %q in %q, %q", width, says, all, d.Alt)
			}
		}
	}
}

// extent returns from where to where a path goes, to the right and up.
func extent(p vg.Path) (low, high vg.Point) {
	low, high = p[0].Pos, p[0].Pos
	for _, c := range p {
		if c.Type != vg.CloseComp {
			low = vg.Point{X: min(low.X, c.Pos.X), Y: min(low.Y, c.Pos.Y)}
			high = vg.Point{X: max(high.X, c.Pos.X), Y: max(high.Y, c.Pos.Y)}
		}
	}
	return low, high
}

// What neighbours save does not run together: each has its sides, which are apart, and thinner where it is
// narrow. Where a list has the numbers, no block has.
func TestNarrowBlocksOfCost(t *testing.T) {
	for _, width := range blockWidths {
		d := cost.of(narrow, page.Look{Width: width, Title: true})
		checkTexts(t, d)
		if strings.Contains(saysAll(d), "\nlost 0.639\n") || !strings.Contains(saysAll(d), "\n+0.639\n") {
			t.Errorf("%v points: the number of the first block stands elsewhere: %q", width, saysAll(d))
		}
		var right vg.Length // where what is before ends
		boxes := 0
		for _, m := range d.Marks {
			if m.Kind != page.Stroke || m.Ink != page.Green {
				continue
			}
			if boxes++; m.Dashes != nil {
				t.Errorf("%v points: box %d is dashed", width, boxes)
			}
			low, high := extent(m.Path)
			if gap := low.X - m.Width/2 - right; 1 < boxes && boxes < 6 && gap < 0.25 {
				t.Errorf("%v points: box %d is %v from the one before", width, boxes, gap)
			}
			right = high.X + m.Width/2
			if inside := high.X - low.X - m.Width; inside < m.Width-1e-6 {
				t.Errorf("%v points: the sides of box %d are %v apart", width, boxes, inside)
			}
		}
		if boxes != 6 { // of the key, of four blocks, and of the sum
			t.Errorf("%v points: %d boxes", width, boxes)
		}
	}
}

// What each outcome loses or saves is on its block, or in a cell with its sign.
func TestAllLossesAreWritten(t *testing.T) {
	flowers := named("Schlüsselblume,Gänseblümchen,Löwenzahn,Märzenbecher,Sumpfdotterblume,Veilchen", 32, 24, 18, 14, 8, 4)
	flowers.q = info.Must(0.2, 0.3, 0.16, 0.1, 0.16, 0.08)
	letters := flowers
	letters.words = strings.Split("a,b,c,d,e,f", ",")
	even := named("a,b", 90, 10)
	even.q = info.Must(0.89, 0.11)
	for _, ex := range []example{flowers, letters, even, narrow, twelve, diaryExample} {
		write := page.AboveNought(ex.totals().write)
		for _, width := range blockWidths {
			d := cost.of(ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			all := strings.ReplaceAll(strings.ReplaceAll(saysAll(d), "lost\n", "lost "), "saved\n", "saved ")
			for i := range ex.p.All() {
				loss := ex.in(ex.loss(i))
				says, signed := "lost "+write(loss), "+"+write(loss)
				if loss < 0 {
					says, signed = "saved "+write(-loss), "−"+write(-loss)
				}
				if math.Abs(loss) < 5e-4 {
					continue
				}
				if !strings.Contains(all, "\n"+says+"\n") && !strings.Contains(all, "\n"+signed+"\n") {
					t.Errorf("%q, %v points: no %s in %q", ex.words, width, says, all)
				}
			}
		}
	}
}

// Only what neither loses nor saves is 0 in the list, of as many decimals.
func TestSmallLossesAreNoNought(t *testing.T) {
	ex := named("Überschreitung,Verspätung,Zugausfälle,Fahrplanmäßig,Baustellenlärm,Außerplanmäßig", 314, 246, 172, 128, 95, 45)
	ex.q = info.Must(0.3141, 0.2459, 0.172, 0.09, 0.05, 0.128)
	for _, width := range blockWidths {
		all := saysAll(cost.of(ex, page.Look{Width: width}))
		for _, says := range []string{">\u2009−0.001", "<\u20090.001", "0.000", "+0.065"} {
			if !strings.Contains(all, "\n"+says+"\n") {
				t.Errorf("%v points: no %s in %q", width, says, all)
			}
		}
		if strings.Contains(all, " 0.000") {
			t.Errorf("%v points: a loss of 0.000 in %q", width, all)
		}
	}
}

// A heading that is a little wider than its cells leaves names beside them.
func TestWiderHeadingsLeaveNamesBeside(t *testing.T) {
	ex := named("Krankenhaus,Überweisungen,Pflegeübergabe,Hausärzte,Rehabilitation,Selbstentlassg", 412, 231, 148, 112, 68, 29)
	ex.q = info.Must(0.3, 0.3, 0.1, 0.17, 0.05, 0.08)
	look := page.Look{Width: page.LeastWidth, Labels: page.Labels{
		"lost": "+verloren", "for\u00a0*q*": "Codewort für *q*",
	}}
	heights := map[string]int{} // how many texts are at those of names
	d := cost.of(ex, look)
	for _, name := range d.Marks {
		if name.Kind == page.Text && slices.Contains(ex.words, name.Text) {
			for _, m := range d.Marks {
				if m.Kind == page.Text && math.Abs(float64(m.At.Y-name.At.Y)) < 1e-6 {
					heights[name.Text]++
				}
			}
		}
	}
	for name, n := range heights {
		if n < 3 {
			t.Errorf("%s stands alone behind its number", name)
		}
	}
	if len(heights) < 3 {
		t.Errorf("names in a line are %v", heights)
	}
}

// What has no room and no list is named: too many blocks have none, and those of a low figure are too
// low.
func TestLossesWithoutRoomAreNamed(t *testing.T) {
	counts := slices.Repeat([]float64{93. / 26}, 26)
	many := named(strings.TrimSuffix(strings.Repeat("x,", 27), ","), append(counts, 7)...)
	many.words[26] = "w"
	for _, tt := range []struct {
		ex   example
		look page.Look
		want string
	}{
		{many, page.Look{Width: page.Width}, "no room for the numbers: probability p, probability q, length for p"},
		{diaryExample, page.Look{Width: page.Width, Height: 75 * vg.Millimeter}, "no room for the number lost 1, saved 0.25"},
		{diaryExample, page.Look{Width: page.Width}, ""},
	} {
		if got := cost.of(tt.ex, tt.look).Lost(); got != tt.want && (tt.want == "" || !strings.HasPrefix(got, tt.want)) {
			t.Errorf("it says %q, want %q", got, tt.want)
		}
	}
}

// Upright hairlines join the bars of the sum without crossing one, each apart from the others.
func TestBarsAreJoinedFromEdgeToEdge(t *testing.T) {
	near := named("Jän,Feb,Mär,Apr", 28, 27, 23, 22)
	for _, ex := range []example{diaryExample, twelve, narrow, near, named("ja,nein", 1, 0)} {
		for _, width := range blockWidths {
			d := cost.of(ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			var lines, bars [][2]vg.Point
			for _, m := range d.Marks {
				if m.Path == nil {
					continue
				}
				low, high := extent(m.Path)
				switch {
				case m.Kind == page.Stroke && m.Width == page.Hair && low.X == high.X && m.Ink != page.Green && m.Ink != page.Paper:
					lines = append(lines, [2]vg.Point{low, high})
				case (m.Kind == page.Fill || m.Width == page.Thin && m.Ink == page.Plain) && math.Abs(float64(high.Y-low.Y-(page.BarPitch-5))) < 1.5:
					bars = append(bars, [2]vg.Point{low, high})
				}
			}
			const slack = 0.1
			crosses := func(a, b [2]vg.Point, apart vg.Length) bool {
				return a[0].Y < b[1].Y-slack && b[0].Y < a[1].Y-slack &&
					a[0].X < b[1].X+apart && b[0].X < a[1].X+apart
			}
			if len(lines) < 3 || len(bars) < 4 {
				t.Errorf("%q, %v points: %d lines join %d bars", ex.words, width, len(lines), len(bars))
			}
			for i, line := range lines {
				if slices.ContainsFunc(bars, func(b [2]vg.Point) bool { return crosses(line, b, slack) }) {
					t.Errorf("%q, %v points: the line %v crosses a bar", ex.words, width, line)
				}
				if slices.ContainsFunc(lines[:i], func(b [2]vg.Point) bool { return crosses(line, b, 2*page.Hair-slack) }) {
					t.Errorf("%q, %v points: the line %v runs into another", ex.words, width, line)
				}
			}
		}
	}
}

// The caption says what the numbers on blocks are, which are no heights.
func TestCostSaysWhatAreasAre(t *testing.T) {
	inNats := twelve
	inNats.e = true
	for ex, want := range map[*example]string{
		&diaryExample: "codeword lengths for p and q, bits; blocks p wide, areas in bits ",
		&inNats:       "codeword lengths for p and q, nats; blocks p wide, areas in nats, rounded ",
	} {
		for _, width := range blockWidths {
			d := cost.of(*ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			if says := strings.Join(strings.Fields(saysAll(d)), " "); !strings.Contains(says, want) {
				t.Errorf("%v points: no %q in %q", width, want, says)
			}
		}
	}
}

// Numbers of all blocks stand under them, beside each other, and the narrowest blocks look as the others
// do.
func TestNarrowBlocksAreNumbered(t *testing.T) {
	middle := named("a,b,c,d,e,f,g,h,i,j,k,l", 90, 80, 70, 1, 1, 1, 1, 1, 1, 60, 50, 90)
	for _, f := range []figure{codeLengths, cost} {
		for i, ex := range []example{twelve, middle} {
			for _, width := range blockWidths {
				d := f.of(ex, page.Look{Width: width, Title: true})
				if slices.ContainsFunc(d.Marks, func(m page.Mark) bool { return m.Kind == page.Fill && m.Ink == page.Blue }) {
					t.Errorf("%s: a block as narrow as a line is darker than others", f.name)
				}
				numbers := underBlocks(t, d)
				last := []int{11, 12}[i] // as one is too rare
				if n := len(numbers); n != last || numbers[n-1] != fmt.Sprint(last) {
					t.Errorf("%s, %v points: the numbers are %q", f.name, width, numbers)
				}
			}
		}
	}
}

// underBlocks returns the numbers above a list, which begins with its heading, in their order. None lies over
// another on its line.
func underBlocks(t *testing.T, d *page.Drawing) (numbers []string) {
	ends := map[vg.Length]vg.Length{} // by how low they stand
	for _, m := range d.Marks {
		if m.Text == "outcome" {
			break
		}
		if m.Kind == page.Text && (m.Text == "1" || len(numbers) > 0) {
			if m.At.X < ends[m.At.Y] {
				t.Errorf("%s lies over what is before it", m.Text)
			}
			numbers, ends[m.At.Y] = append(numbers, m.Text), m.At.X+m.Face.Width(m.Text)
		}
	}
	slices.SortFunc(numbers, func(a, b string) int { return cmp.Or(len(a)-len(b), cmp.Compare(a, b)) })
	return numbers
}

// The heading of the names stays, in two lines or in smaller letters, and one that is cut short is told.
// The unit spans what is lost, too, and nothing is blank above it.
func TestHeadingsOfNames(t *testing.T) {
	const three, six = "\nBahn,.5,.4\nRad,.3,.2\nAuto,.2,.4\n", "\nStraßenbahn,.31,.25\nFahrrad,.27,.2\n" +
		"Fußgänger,.18,.22\nU-Bahn,.14,.19\nMotorrad,.07,.04\nKutsche,.03,.1\n"
	for _, tt := range []struct {
		table string
		width vg.Length
		want  string
	}{
		{"Verkehrsmittel,p,q" + three, page.Width, "Verkehrsmittel"},
		{"Verkehrsmittel,p,q" + three, 84 * vg.Millimeter, "Verkehrsmittel"},
		{"Art des Ereignisses,p,q" + three, 84 * vg.Millimeter, "Art des Ereignisses"},
		{"Art des Ereignisses,p,q" + six, 84 * vg.Millimeter, "Art des Ereignisses"},
		{"Art des Ereignisses,p,q" + six, page.LeastWidth, "Art des Ereignisses"},
		{"Verkehrsmittel,p,q" + six, page.LeastWidth, "Verkehrsmittel"},
		{"Personenverkehrsmittelwahl,p,q" + six, page.LeastWidth, "Personen"},
	} {
		f := figureOf(t, "cost", tt.table)
		d := f.of(f.inBook(), page.Look{Width: tt.width})
		checkTexts(t, d)
		says, lost := page.Unbroken(saysAll(d)), d.Lost()
		if !strings.Contains(says, tt.want) || strings.Contains(says, "outcome") {
			t.Errorf("%.25s at %v points: no %q in %q", tt.table, tt.width, tt.want, says)
		}
		heading, _, _ := strings.Cut(tt.table, ",")
		if heading == tt.want && lost != "" || heading != tt.want && lost != "no room for the heading "+heading {
			t.Errorf("%.25s at %v points: it says %q", tt.table, tt.width, lost)
		}
		var number, unit vg.Length // how high they stand
		var ends []vg.Length       // of the brace under the unit, and of the rule
		for _, m := range d.Marks {
			switch {
			case m.Text == "6" && unit == 0:
				number = m.At.Y
			case m.Text == "bits":
				unit = m.At.Y
			case unit > 0 && m.Kind == page.Stroke && m.Ink == page.Muted && m.Width == page.Hair:
				_, high := extent(m.Path)
				ends = append(ends, high.X)
			}
		}
		if isList := strings.HasSuffix(tt.table, six); isList && (number-unit > 26 || ends[0] != ends[1]) {
			t.Errorf("%.25s at %v points: bits are %v under the numbers, the lines end at %v", tt.table, tt.width, number-unit, ends)
		}
	}
}

// The model's probabilities are on the figure where there is no list, too.
func TestCostShowsTheModel(t *testing.T) {
	ex := named("ja,nein", 0.7, 0.3)
	ex.q = info.Must(0.55, 0.45)
	for _, width := range blockWidths {
		d := cost.of(ex, page.Look{Width: width, Title: true})
		checkTexts(t, d)
		for _, want := range []string{"\n0.55\n", "\n0.45\n"} {
			if !strings.Contains(saysAll(d), want) {
				t.Errorf("%v points: no %q in %q", width, want, saysAll(d))
			}
		}
	}
}

// Probabilities are written in full or with three decimals, lengths with two, and small ones with more.
func TestDecimalsOfMeasures(t *testing.T) {
	near := named("Operation,Geburt", 318, 682)
	near.q = info.Must(0.32, 0.68)
	thirds := named("ja,nein,vielleicht", 334, 333, 333)
	thirds.e = true
	for _, tt := range []struct {
		figure figure
		ex     example
		says   []string
	}{
		{cost, near, []string{"\n0.318\n", "\n0.320\n", "\n1.65\n", "\n1.64\n"}},
		{codeLengths, thirds, []string{"\n0.334\n", "\n0.333\n", "\n1.10\n", "\nlength, nats\n"}},
		{codeLengths, named("a,b", 300_001, 299_999), []string{"\n0.500\n", "\n1.00\n"}},
	} {
		for _, width := range blockWidths {
			d := tt.figure.of(tt.ex, page.Look{Width: width, Title: true})
			checkTexts(t, d)
			for _, want := range tt.says {
				if !strings.Contains(saysAll(d), want) {
					t.Errorf("%s, %v points: no %q in %q", tt.figure.name, width, want, saysAll(d))
				}
			}
		}
	}
}

// The line of a codeword leaves what is lost or saved to be seen, however low that is.
func TestLinesLeaveLowLossesToBeSeen(t *testing.T) {
	skew := named("Unauffällig,Frühgeburt,Übrige", 96, 3, 1)
	skew.q = info.Must(0.9, 0.04, 0.06)
	for _, width := range blockWidths {
		d := cost.of(skew, page.Look{Width: width})
		var strip, line, own [2]vg.Point // of the widest block; own is for p
		var thick vg.Length
		for _, m := range d.Marks {
			switch {
			case m.Path == nil || own != [2]vg.Point{}: // which is drawn last
			case m.Kind == page.Fill && m.Ink == page.Orange.Fill():
				if low, high := extent(m.Path); high.X-low.X > d.Width/2 {
					strip = [2]vg.Point{low, high}
				}
			case m.Kind == page.Stroke && m.Ink == page.Blue:
				if low, high := extent(m.Path); high.X-low.X > d.Width/2 {
					line, thick = [2]vg.Point{low, high}, m.Width
				}
			case m.Kind == page.Stroke && m.Ink == page.Plain:
				if low, high := extent(m.Path); high.X-low.X > d.Width/2 {
					own = [2]vg.Point{low, high}
				}
			}
		}
		if low := line[0].Y - thick/2; strip[1].Y == 0 || low < strip[1].Y-1e-6 {
			t.Errorf("%v points: a line from %v covers the loss from %v to %v", width, low, strip[0].Y, strip[1].Y)
		}
		if high := own[1].Y + page.Hair/2; math.Abs(float64(high-strip[0].Y)) > 1e-6 || own[1].X != strip[1].X {
			t.Errorf("%v points: the line for p ends at %v under what is lost from %v", width, high, strip[0].Y)
		}
		if width < page.Width && thick >= page.Thick {
			t.Errorf("%v points: a line is %v thick", width, thick)
		}
	}
}

// What the lines and the fills mean stands over the blocks.
func TestCostHasAKey(t *testing.T) {
	even := named("a,b", 5, 5)
	for _, tt := range []struct {
		ex    example
		width vg.Length
		says  string
	}{
		{twelve, page.LeastWidth, "for p\nfor q\nlost (+)\nsaved (−)\n"},
		{twelve, page.Width, "for p\nfor q\nlost (+)\nsaved (−)\n"},
		{even, page.LeastWidth, "for p\nfor q\nlost\nsaved\n0"},
		{diaryExample, page.Width, "for p\nfor q\nlost\nsaved\n"},
	} {
		all := saysAll(cost.of(tt.ex, page.Look{Width: tt.width}))
		if !strings.Contains(all, tt.says) {
			t.Errorf("%v points: no %q in %q", tt.width, tt.says, all)
		}
	}
	long := page.Look{Width: page.LeastWidth, Labels: page.Labels{"for *q*": "Länge eines Codeworts im Code für *q*"}}
	checkTexts(t, cost.of(twelve, long))
}

// Probabilities are written as the author wrote them, of four decimals at most. What is listed is headed
// as in the table.
func TestNumbersOfTablesAreNotShortened(t *testing.T) {
	months := "name,p,q\nJanuar,31,10\nFebruar,28,12\nMärz,31,30\nApril,30,44\nMai,31,51\nJuni,30,60\nJuli,31,80\n" +
		"August,31,77\nSeptemberabend,30,40\nOktober,31,31\nNovember,30,22\nDezember,31,13\n"
	words := "Wort,p,q\nder,0.333,0.167\ndie,0.333,0.167\ndas,0.333,0.166\nein,0.001,0.5\n"
	for _, tt := range []struct {
		name, table string
		says        []string
	}{
		{"cost", words, []string{"Wort", "0.333", "0.167", "0.166", "0.500", "–", "ein", "0.001", "9.97", "−0.0090"}},
		{"code-lengths", words, []string{"Wort", "0.333", "–", "ein", "0.001", "0.010"}},
		{"cost", "name,p,q\nRegen,0.9951,0.99991\nGraupel,0.0049,0.00009\n", []string{"0.0049", "0.0001", "0.9999", "outcome"}},
		{"cost", "Wort,p,q\nder,0.412,0.3\ndie,0.338,0.4\ndas,0.25,0.3\n", []string{"Wort", "0.412", "0.338", "0.250", "0.400"}},
		{"code-lengths", "Wort,p\nder,0.412\ndie,0.338\ndas,0.25\n", []string{"Wort", "0.412", "0.338", "0.250"}},
		{"cost", "name,p,q\nGrüne,812,700\nSchwarze,1420,1333\nÜberhangma.,12,40\nWähler,903,1000\nRote,1001,1129\n", []string{"0.1958", "8.43", "2.05"}},
		{"cost", months, []string{"Januar", "0.085", "0.170", "for p", "3.56"}},
	} {
		f := figureOf(t, tt.name, tt.table)
		d := f.of(f.inBook(), page.Look{Width: page.LeastWidth, Title: true})
		checkTexts(t, d)
		all := page.Unbroken(saysAll(d))
		for _, want := range tt.says {
			if !strings.Contains(all, " "+page.Unbroken(want)+" ") {
				t.Errorf("%s of %.20q: no %q in %q", tt.name, tt.table, want, all)
			}
		}
		if d.LacksRoom() {
			t.Errorf("%s of %.20q: %s", tt.name, tt.table, d.Lost())
		}
	}
}

// A list of six names has all columns in the narrowest figure, and blocks with short names, or at the
// ends any that have room beside the others, have these under them. What a right model loses has a row of its own.
func TestNarrowCostHasAllColumns(t *testing.T) {
	for _, tt := range []struct {
		table string
		says  []string
	}{
		{"Nebenwirkung,p,q\nKopfschmerzen,.385,.2\nÜbelkeit,.24,.3\nMüdigkeit,.155,.15\nGliederschmerz,.11,.2\n" +
			"Hautausschläge,.075,.05\nSchlafstörung,.035,.1\n", []string{"4\n5\n6\nNebenwirkung\nbits\np\nq\nfor\u00a0p\nfor\u00a0q\narea\nlost\n"}},
		{"name,p,q\nFrühjahrssturm,.03,.2\nSonnenschein,.97,.8\n", []string{"5\nFrühjahrssturm\nSonnenschein\noutcome\n"}},
		{"name,p,q\nja,.6,.5\nnein,.3,.3\n?,.1,.2\n", []string{"ja\nnein\n?\noutcome\n", "lost\nja\n0.6\n"}},
		{"name,p,q\nSieg,.5,.5\nRemis,.3,.3\nNiederlage,.2,.2\n", []string{
			"Sieg\nRemis\nNiederlage\noutcome\n", "H(p, q) = 1.485 bits\nD(p\u200a‖\u200aq) = 0 bits\n",
		}},
	} {
		f := figureOf(t, "cost", tt.table)
		d := f.of(f.inBook(), page.Look{Width: page.LeastWidth})
		checkTexts(t, d)
		lengths := figureOf(t, "code-lengths", tt.table)
		if all := saysAll(lengths.of(lengths.inBook(), page.Look{Width: page.LeastWidth})); !strings.Contains(all, "bits\np\nlength\narea\n") {
			t.Errorf("the list of lengths has no unit over both: %q", all)
		}
		for _, want := range tt.says {
			if !strings.Contains(saysAll(d), want) || d.Lost() != "" {
				t.Errorf("no %q in %q; %s", want, saysAll(d), d.Lost())
			}
		}
	}
}

// No name and no number is lost where it has hardly room under its block or above it: it stands in a
// list, or the axis is longer. Only on the least width, and there only where blocks have numbers in place
// of names, does cost leave out the lengths, which would run together in its list.
func TestNothingIsLostWhereRoomIsShort(t *testing.T) {
	const numbered = 39 // from there on: decimals at the axis take the room of the first name
	for width := 5.; width < 45; width++ {
		ex := named("Überschwemmung,Regen,ja", width, 99-width, 1+width)
		ex.q, _ = info.Normalize(width+3, 90-width, 10+0.8*width)
		for _, f := range []figure{codeLengths, cost} {
			for _, wide := range blockWidths {
				want := ""
				if f.name == "cost" && wide == page.LeastWidth && width >= numbered {
					want = "no room for the numbers: length for p, length for q"
				}
				if says := f.of(ex, page.Look{Width: wide}).Lost(); says != want {
					t.Errorf("%s of %v, %v points: %q, want %q", f.name, ex.p, wide, says, want)
				}
			}
		}
	}
}

// What is lost or saved stands in blocks where all are high enough, and else in cells. The line of a
// codeword is seen on all.
func TestTextsAtBlocks(t *testing.T) {
	bases := figureOf(t, "cost", "base,p,q\nA,0.3,0.25\nC,0.2,0.25\nG,0.2,0.25\nT,0.3,0.25\n")
	d := bases.of(bases.inBook(), page.Look{Width: page.Width})
	checkTexts(t, d)
	if got := saysAll(d); !strings.Contains(got, "\narea lost, bits\n+0.079\n−0.064\n−0.064\n+0.079\n") ||
		!strings.Contains(got, "\nlost (+)\n") {
		t.Errorf("no row of what is lost in %q", got)
	}
	d = cost.of(diaryExample, page.Look{Width: page.Width})
	for text, want := range map[string]page.Ink{"lost 1": page.Plain, "saved 0.25": page.Green} {
		is := func(m page.Mark) bool { return m.Text == text && m.Ink == want }
		if !slices.ContainsFunc(d.Marks, is) || strings.Contains(saysAll(d), "area lost") {
			t.Errorf("%s is not written in %s: %q", text, want.Name, saysAll(d))
		}
	}

	months := figureOf(t, "cost", "month,p,q\nJan,3,8\nFeb,4,8\nMar,7,8\nApr,11,8\nMay,14,8\nJun,16,8\nJul,13,8\n"+
		"Aug,10,8\nSep,8,8\nOct,6,8\nNov,5,8\nDec,3,8\n")
	rare := figureOf(t, "cost", "name,p,q\na,0.6,0.5\nb,0.002,0.2\nc,0.398,0.3\n")
	for _, f := range []figure{months, rare} {
		d := f.of(f.inBook(), page.Look{Width: page.LeastWidth})
		checkTexts(t, d)
		tops := 0
		for _, m := range d.Marks {
			if m.Kind == page.Stroke && m.Ink == page.Blue {
				if low, high := extent(m.Path); high.X-low.X > 2 {
					tops++
				}
			}
		}
		if want := f.inBook().p.Len() + 1; tops != want { // with that of the key
			t.Errorf("%d lines of codewords are seen, want %d", tops, want)
		}
	}
}
