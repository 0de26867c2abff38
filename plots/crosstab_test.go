package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
)

// Of a confusion matrix, every number is in its cell as it is, in a column of text too.
func TestMatricesKeepTheirNumbers(t *testing.T) {
	for classes, largest := range map[int]int{5: 919_100, 7: 5751, 10: 1043, 12: 1043} {
		table := "actual\\predicted"
		for k := range classes {
			table += fmt.Sprintf(",class %c", 'a'+k)
		}
		for k := range classes {
			table += fmt.Sprintf("\nclass %c", 'a'+k)
			for j := range classes {
				count := 10*k + j
				if j == k {
					count = largest - k
				}
				table += fmt.Sprintf(",%d", count)
			}
		}
		f := figureOf(t, "joint", table)
		d := f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter})
		written := map[string]bool{}
		for _, m := range d.Marks {
			written[m.Text] = true
			if size := m.Face.Font.Size * d.Scale(); m.Kind == page.Text && size < smallest-1e-9 {
				t.Errorf("of %d classes, %q has %v points in print", classes, m.Text, size)
			}
		}
		for k := range classes {
			if n := page.Whole(largest - k); !written[n] {
				t.Errorf("of %d classes, %s is not written: %s", classes, n, d.Lost())
			}
		}
	}
}

// Numbers of a matrix are clear of the ends of their cells, at the width that has room for all as well,
// and percentages of its frame.
func TestNumbersKeepToTheirCells(t *testing.T) {
	table := strings.Replace(square(12), ",100", ",10220", 1)
	f := figureOf(t, "joint", table)
	for _, look := range []page.Look{{}, {HasLetters: true}} {
		drawing := func(width vg.Length) *page.Drawing {
			look.Width = width
			return f.of(f.inBook(), look)
		}
		least := leastOf(page.LeastWidth, func(width vg.Length) bool { return !drawing(width).LacksRoom() })
		if least <= 55 {
			t.Fatalf("%d mm have room", least)
		}
		for mm := least; mm <= least+20; mm += 2 {
			d := drawing(vg.Length(mm) * vg.Millimeter)
			if d.LacksRoom() {
				t.Errorf("%d mm: %s", mm, d.Lost())
			}
			var size, frame vg.Length // of numbers in cells, which stand before percentages; its right side
			for i, m := range d.Marks {
				switch {
				case m.Kind == page.Stroke && m.Ink == page.Faint:
					frame = m.Path[1].Pos.X
				case m.Kind == page.Text && d.Marks[i-1].Kind == page.Fill:
					size = m.Face.Font.Size
					clear := vg.Length(leastAir - 2*cellGap)
					if size*d.Scale() > smallest+0.01 {
						clear = 2 * besideNumber / d.Scale()
					}
					cell := d.Marks[i-1].Path
					if over := m.Face.Width(m.Text) + clear - (cell[1].Pos.X - cell[0].Pos.X); over > 1e-9 {
						t.Errorf("%d mm: %s is %v too wide for its cell", mm, m.Text, over)
					}
				case m.Text == "%" && m.Face.Font.Size != size:
					t.Errorf("%d mm: %% of %v points, numbers of %v", mm, m.Face.Font.Size, size)
				case m.Text == "%" && m.At.X > frame && m.At.X < frame+4:
					t.Errorf("%d mm: %% is %v from the frame", mm, m.At.X-frame)
				}
			}
		}
	}
}

// A name in two small lines takes hardly more height than one in a line.
func TestRowsAreNoHigherThanTheirNames(t *testing.T) {
	const names = "T-shirt,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Boot,Umbrella,Scarf"
	height := func(names string) (high vg.Length) {
		table := "true\\predicted," + names
		for name := range strings.SplitSeq(names, ",") {
			table += "\n" + name + strings.Repeat(",4570", 12)
		}
		c := mustRead(t, readCrosstab, table)
		page.Draw(page.Figure{Draw: func(pg *page.Page) { high = c.on(pg).high }}, page.Look{Width: 84 * vg.Millimeter, HasLetters: true})
		return high
	}
	if one, two := height(names), height(strings.Replace(names, "Boot", "Ankle boot", 1)); two > 1.2*one {
		t.Errorf("rows are %v high, and %v with one name in two lines", one, two)
	}
}

// A height that has no room for all rows is refused in words about the figure, and the least one has it.
func TestLowMatricesAreRefused(t *testing.T) {
	f := figureOf(t, "joint", square(12))
	o := options{Look: page.Look{Width: 84 * vg.Millimeter, Height: 60 * vg.Millimeter}, formats: format.All[:1]}
	const want = "too low, no room for its texts: "
	p := o.printed(f)
	if p.err == nil || !strings.HasPrefix(p.err.Error(), want) {
		t.Fatalf("it says %v, want %s", p.err, want)
	}
	var least int
	fmt.Sscanf(strings.TrimPrefix(p.err.Error(), want), "%dmm", &least)
	o.Height = vg.Length(least) * vg.Millimeter
	if p := o.printed(f); p.err != nil || least <= 60 {
		t.Errorf("at %d mm it says %v", least, p.err)
	}
}

// Where most names are on both sides, rows and columns are the same, and what the table lacks is
// zero. Why they are not is said where some are.
func TestSidesAreAligned(t *testing.T) {
	const write = ` are: write actual\predicted, say, at the corner of the table`
	const unnamed, noColumns = "nothing says what rows and columns" + write, "nothing says what columns" + write
	for _, tt := range []struct{ table, lost, alt string }{
		{"actual,bird,cat,dog\ncat,3,50,7\ndog,0,4,81\nbird,14,2,9\n", noColumns, "By rows: cat: cat 50, dog 7, bird 3; dog: cat 4, dog 81, bird 0; bird: cat 2, dog 9, bird 14."},
		{"Actual,cat,dog\ncat,50,7\ndog,4,81\nfox,2,9\n", "zeros for what the table lacks: column fox; " + noColumns, "fox: cat 2, dog 9, fox 0."},
		{"Actual,2,5,7\n2,50,7,1\n7,2,9,4\n", "zeros for what the table lacks: row 5; " + noColumns, "2: 2 50, 5 7, 7 1; 5: 2 0, 5 0, 7 0; 7: 2 2"},
		{",cat,dog,All\ncat,50,7,57\nfox,2,9,11\ndog,4,81,85\nAll,56,97,153\n", "left out as totals: row All, column All; zeros for what the table lacks: column fox; " + unnamed, "fox: cat 2, fox 0, dog 9;"},
		{",cat,hen\ncat,50,7\ndog,4,81\n", "the bars, and no confusion matrix, as 1 of 3 names are both a row and a column", "Two bars"},
		{",a,b\nc,50,7\nd,4,81\n", "", "Two bars"},
		{"\\predicted,a,b\na,50,7\nb,4,81\n", "nothing says what rows" + write, "In 92 percent of 142 cases, the row and the column are the same class"},
		{",actual,cat,dog\n0,cat,50,7\n1,dog,4,81\n", noColumns, "By rows: cat: cat 50, dog 7; dog: cat 4, dog 81."},
		{"x\\y,0,1\n0,93,7\n1,4,96\n", "read as percents of each row, as these sum to 100: for counts, add their totals", "0: 0 93, 1 7;"},
		{"x\\y,0,1,total\n0,93,7,100\n1,4,96,100\n", "left out as totals: column total", "with the number of cases"},
		{",actual,0,1\n0,0,50,7\n1,1,4,81\n", noColumns, "By rows: 0: 0 50, 1 7; 1: 0 4, 1 81."},
		{",X0,ice.cream,X\n0,50,7,1\nice cream,4,81,2\nX,4,8,12\n", unnamed, "ice cream: 0 4, ice cream 81, X 2;"},
		{"Var1,Var2,Freq\na,a,1\nb,b,3\n", "nothing says what rows and columns are: head their columns actual and predicted, say", "the row and the column are"},
		{",day_1,day_2\ndose_1,90,7\ndose_2,4,81\n", "the bars, and no confusion matrix, unless you leave out what names begin with: dose_, day_", "Two bars"},
		{"Actual,Predicted,count\ncat,cat,50\ncat,dog,7\ndog,dog,81\nfox,cat,2\n", "zeros for what the table lacks: column fox", "cat: cat 50, dog 7, fox 0; dog: cat 0, dog 81"},
	} {
		f := figureOf(t, "joint", tt.table)
		d := f.of(f.inBook(), bookLook)
		if lost := d.Lost(); lost != tt.lost || !strings.Contains(d.Alt, tt.alt) {
			t.Errorf("%q: it says %q and %q, want %q and %q", tt.table, lost, d.Alt, tt.lost, tt.alt)
		}
	}
}

// Percentages are whole, as few cases carry no more, unless one of them is as good as none or all: then
// all have a decimal.
func TestPercentDecimals(t *testing.T) {
	for _, tt := range []struct {
		shares []float64
		want   string
	}{
		{[]float64{0, 1e-15, 0.006, 0.874, 1 - 1e-15, 1}, "0 0 1 87 100 100"},
		{[]float64{0, 0.004, 0.874, 1}, "0.0 0.4 87.4 100.0"},
		{[]float64{0.0004, 0.5, 429. / 430, 0.9996}, "<0.1 50.0 99.8 >99.9"},
	} {
		var got []string
		for _, share := range tt.shares {
			got = append(got, percentTo(percentDecimals(tt.shares...), share))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%v are written %s, want %s", tt.shares, got, tt.want)
		}
	}
}

// Long names of columns stand on two levels in turn, or are told by numbers, in the caption where
// no rows have them.
func TestLongHeadsAreTold(t *testing.T) {
	for table, want := range map[string]string{
		",basalt,granite,limestone\nbasalt,1,2,3\ngranite,1,2,3\nlimestone,1,2,3\n":                                                                      "level",
		",Tau,Nieselregen,Eis\nx,1,2,3\ny,1,2,3\nz,1,2,3\n":                                                                                              "level",
		",basalts,granites,limestones,mica schist\nx,1,2,3,4\ny,4,2,1,1\n":                                                                               "raised",
		",customer cancelled,customer stayed\nx,1,2\ny,4,2\n":                                                                                            "broken",
		",customer cancelled within a year,stayed\ncustomer cancelled within a year,8,1\nstayed,1,8\n":                                                   "raised",
		",Anschlussverlust,Niederschlagsmenge,Bus,Klimaanlage\nAnschlussverlust,8,1,1,1\nNiederschlagsmenge,8,1,1,2\nBus,1,8,1,1\nKlimaanlage,1,1,1,1\n": "told by numbers",
		",Niederschläge,Überschwemmungsgefahr,Gewitterstürme,Hagelschauer\nx,1,2,3,4\ny,4,2,1,1\nz,1,1,1,1\nä,1,2,3,9\n":                                 "numbered",
	} {
		c := mustRead(t, readCrosstab, table)
		got := "level"
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			g := c.on(pg)
			switch {
			case g.raised > 0:
				got = "raised"
			case g.rise > 0:
				got = "broken"
			case g.numbered && strings.HasSuffix(strings.ReplaceAll(g.caption(pg), "\u00a0", " "),
				". 1: Niederschläge; 2: Überschwemmungsgefahr; 3: Gewitterstürme; 4: Hagelschauer"):
				got = "numbered"
			case g.numbered:
				got = "told by numbers"
			}
		}}, page.Look{Width: 60 * vg.Millimeter})
		if got != want {
			t.Errorf("the heads of %q are %s, want %s", table, got, want)
		}
	}
}

// Where heads stand in turn, those that may are in two lines, and the wider ones are higher. The names of
// rows are further from each other than their lines.
func TestNamesAreBroken(t *testing.T) {
	for _, tt := range []struct{ names, lines, higher, lower string }{
		{"Basal cell carcinoma,Dermatofibroma,Keratosis,Melanoma,Naevus", "Basal cell,carcinoma", "Dermatofibroma", "Keratosis"},
		{"Melanoma,Naevus,Basal cell carcinoma,Keratosis,Dermatofibroma", "Basal cell,carcinoma", "carcinoma", "Keratosis"},
		{"airplane,auto,bird,cat,deer,dog,frog,horse,ship,truck,bicycle,person", "person", "person", "%"},
		{"Squamous cell carcinoma of the lung,Malignant pleural mesothelioma,No finding,Other", "carcinoma of the lung,mesothelioma", "mesothelioma", "25"},
	} {
		table := "x\\y," + tt.names
		for name := range strings.SplitSeq(tt.names, ",") {
			table += "\n" + name + strings.Repeat(",142", 1+strings.Count(tt.names, ","))
		}
		f := figureOf(t, "joint", table)
		at, low := map[string]vg.Length{}, map[string]vg.Length{} // how high texts stand, and those of rows
		for _, m := range f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter}).Marks {
			at[m.Text] = max(at[m.Text], m.At.Y)
			if low[m.Text] == 0 {
				low[m.Text] = m.At.Y
			}
		}
		for line := range strings.SplitSeq(tt.lines, ",") {
			if at[line] == 0 || at[tt.higher] <= at[tt.lower] {
				t.Errorf("of %s, %q stands at %v, and %s and %s at %v and %v",
					tt.names, line, at[line], tt.higher, tt.lower, at[tt.higher], at[tt.lower])
			}
		}
		within := low["Squamous cell"] - low["carcinoma of the lung"]
		if between := low["carcinoma of the lung"] - low["Malignant pleural"]; between < 1.8*within {
			t.Errorf("names are %v apart, and their lines %v", between, within)
		}
	}
}

// Names on both sides have one size, and shrink to stand side by side before they stand in turn on two
// levels or are told by numbers. One that is too wide for its column may reach over those beside it.
func TestNamesHaveOneSize(t *testing.T) {
	const skin = "nevus,melanoma,keratosis,basal cell carcinoma,vascular lesion"
	const words = "yes,no,up,down,left,right,on,off,stop,go,silence,unknown"
	const cases = "Pneumonie,Herzinsuffizienz,COPD,Sepsis,Schlaganfall,Harnwegsinfekt,Vorhofflimmern," +
		"Lungenembolie,Nierenversagen,Delir,Hüftfraktur,Pankreatitis"
	for _, tt := range []struct {
		names    string
		width    vg.Length // in millimetres
		numbered bool
		least    vg.Length // size
		inTurn   bool
	}{
		{skin, 169, false, 9, false},
		{skin, 84, false, 7.5, false},
		{skin + ",dermatofibroma", 169, false, 7, false},
		{words, 169, false, 7, false},
		{"Eichhörnchen,Hund,Igel,Katze,Maus", 84, false, 7.5, false},
		{"Healthy,Pneumonia,Tuberculosis,COVID-19,Lung cancer", 93, false, 6.75, false},
		{cases, 169, false, 7, true},
		{cases, 90, true, 0, false},
	} {
		table := "," + tt.names
		for name := range strings.SplitSeq(tt.names, ",") {
			table += "\n" + name + strings.Repeat(",1493", 1+strings.Count(tt.names, ","))
		}
		c := mustRead(t, readCrosstab, table)
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			if g := c.on(pg); g.nameStyle != g.headStyle || g.numbered != tt.numbered || g.size < tt.least ||
				g.raised > 0 != tt.inTurn {
				t.Errorf("%.20s at %v mm: rows have %v, columns %v, numbered %v, in turn %v",
					tt.names, tt.width, g.nameStyle, g.headStyle, g.numbered, g.raised)
			}
		}}, page.Look{Width: tt.width * vg.Millimeter})
	}
}

// Counts that find no room even so are named, and none is rounded.
func TestMatricesSayWhatTheyLack(t *testing.T) {
	for _, tt := range []struct {
		classes int
		count   string
		lost    string
	}{
		{12, "12345", "no room for the counts, which are drawn as percents"},
		{6, "12345678", "no room for the counts, which are drawn as percents"},
	} {
		table, names := "", "abcdefghijkl"[:tt.classes]
		for _, name := range names {
			table += "," + string(name)
		}
		for _, name := range names {
			table += "\n" + string(name) + strings.Repeat(","+tt.count, tt.classes)
		}
		f := figureOf(t, "joint", table)
		d := f.of(f.inBook(), page.Look{Width: page.LeastWidth})
		if lost := d.Lost(); !strings.HasPrefix(lost, tt.lost) || !d.LacksRoom() {
			t.Errorf("of %d classes it has lost %q", tt.classes, lost)
		}
	}
}

// Tints of shares of rows are the same in all matrices, grow evenly from none, are grey on light paper,
// and all carry numbers in the plain ink.
func TestTintsCarryText(t *testing.T) {
	weakest, strongest := tint(0), tint(1)
	for k := range 101 {
		cell := tint(float64(k) / 100)
		if c := cell.In(false); c.R != c.G || c.B != c.G {
			t.Errorf("at %d %% the tint is %v", k, c)
		}
		for _, dark := range []bool{false, true} {
			if ratio := contrast(page.Plain.In(dark), cell.In(dark)); ratio < 4.5 {
				t.Errorf("at %d %%, dark %v, a number has a contrast of %.2f", k, dark, ratio)
			}
			level := func(k page.Ink) float64 { return float64(k.In(dark).G) }
			even := level(weakest) + float64(k)/100*(level(strongest)-level(weakest))
			if off := math.Abs(level(cell) - even); off > 1.5 {
				t.Errorf("at %d %%, dark %v, the tint is off by %v of 255", k, dark, off)
			}
		}
	}
	for table, want := range map[string][]float64{
		",a,b\na,10,10\nb,0,40\n":           {0.5, 0.5, 0, 1},
		",a,b\na,0.3,0.7\nb,0.2,0.8\n":      {0.3, 0.7, 0.2, 0.8},
		",a,b\na,0.2,0.2\nb,0.15,0.45\n":    {0.5, 0.5, 0.25, 0.75},
		",a,b\nx,36,9\ny,1,4\n":             {1, 0.5, 1. / 6, 1. / 3},
		",a,b\na,40%,60%\nb,75%,25%\n":      {0.4, 0.6, 0.75, 0.25},
		"x\\y,0,1\n0,93,7\n1,4,96\n":        {0.93, 0.07, 0.04, 0.96},
		",a,b,c\na,1,1,2\nb,0,0,0\nc,1,0,0": {0.25, 0.25, 0.5, 0, 0, 0, 1, 0, 0},
	} {
		if got := mustRead(t, readCrosstab, table).tints(); !floats.EqualApprox(got, want, 1e-9) {
			t.Errorf("the tints of %q are %v, want %v", table, got, want)
		}
	}
}

// Right and wrong differ in a rare class too.
func TestTintsTellRareClasses(t *testing.T) {
	f := figureOf(t, "joint", "gold\\pred,neg,pos\nneg,9120,88\npos,31,402\n")
	d := f.of(f.inBook(), bookLook)
	tints := map[string]page.Ink{}
	for i, m := range d.Marks {
		if i > 0 && m.Kind == page.Text {
			tints[m.Text] = d.Marks[i-1].Ink
			if m.Text == "402" && m.Ink != page.Plain {
				t.Errorf("402 is %v", m.Ink)
			}
		}
	}
	for _, dark := range []bool{false, true} {
		if ratio := contrast(tints["402"].In(dark), tints["88"].In(dark)); ratio < 1.5 {
			t.Errorf("dark %v: 402 of 433 and 88 of 9208 have a contrast of %.2f", dark, ratio)
		}
	}
}

// The lines of a caption end outside of brackets.
func TestCaptionsBreakBetweenBrackets(t *testing.T) {
	f := figureOf(t, "joint", square(5))
	for _, width := range []vg.Length{55, 84, 169} {
		for _, m := range f.of(f.inBook(), page.Look{Width: width * vg.Millimeter}).Marks {
			if strings.Count(m.Text, "(") != strings.Count(m.Text, ")") {
				t.Errorf("at %v mm a line says %q", width, m.Text)
			}
		}
	}
}

// What a matrix has no room for gives way to the numbers on its diagonal: the percentages of rows
// and columns, the names of rows, which the caption has, then the counts, for percents, and at last
// all numbers.
func TestMatricesGiveWay(t *testing.T) {
	const twelve = "airplane,automobile,bird,cat,deer,dog,frog,horse,ship,truck,bicycle,motorcycle"
	matrix := func(names string, diagonal, other int) string {
		all := strings.Split(names, ",")
		table := "x\\y," + names
		for k, name := range all {
			line := strings.Split(strings.Repeat(fmt.Sprint(other, " "), len(all)), " ")[:len(all)]
			line[k] = fmt.Sprint(diagonal + k)
			table += "\n" + name + "," + strings.Join(line, ",")
		}
		return table
	}
	const long = "Nahrungsmittelunverträglichkeit,Geschwindigkeitsbegrenzung,Rindfleischetikettierung,Öl,Kfz,Bus,Rad"
	const phrases = "Squamous cell carcinoma of the oral cavity,Basal cell carcinoma (superficial)," +
		"Melanoma in situ,Seborrhoeic keratosis (irritated),Benign naevus"
	var twentySix []string
	for k := range 26 {
		twentySix = append(twentySix, fmt.Sprintf("Klasse %c", 'A'+k))
	}
	for _, tt := range []struct {
		table       string
		width       vg.Length
		lost        string
		says, never string
	}{
		{matrix(long, 1060, 1085), 84, "", "Nahrungsmittelunverträglichkeit", "Nahrungsmittelunverträ…"},
		{matrix(long, 1060, 1085), 70, "no room for the names of rows, which are in the caption", "%", "Rad"},
		{matrix(phrases, 1838, 70), 84, "", "of the oral cavity", "Squamous cell carcinoma of the oral cavity"},
		{matrix(strings.Join(twentySix, ","), 600, 13), 84, "no room for the counts, which are drawn as percents", "65", "Klasse"},
		{matrix(twelve, 1060, 85), 84, "", "motorcycle", "Σ"},
		{matrix(twelve, 1060, 85), 74, "no room for the names of rows, which are in the caption", "%", "motorcycle"},
		{matrix(twelve, 1060, 85), 71, "no room for the percentages of rows and columns", "1071", "%"},
		{matrix(twelve, 1060, 85), 55, "no room for the counts, which are drawn as percents", "53", "1060"},
		{matrix("a,b,c,d,e,f,g,h,i,j,k,l", 1060, 85), 55, "no room for the counts, which are drawn as percents", "a", "1060"},
		{matrix("a,b,c,d,e,f,g,h,i,j,k,l", 91060, 85), 55, "no room for the counts, which are drawn as percents", "<1", "0"},
		{matrix(strings.Join(strings.Split("abcdefghijklmnopqrst", ""), ","), 50, 9), 55, "no room for the percentages of rows and columns; no room for the numbers of cells", "a", "9"},
	} {
		f := figureOf(t, "joint", tt.table)
		d := f.of(f.inBook(), page.Look{Width: tt.width * vg.Millimeter})
		checkTexts(t, d)
		if lost := d.Lost(); !strings.HasPrefix(lost, tt.lost) || lost != "" && (tt.lost == "" || !d.LacksRoom()) {
			t.Errorf("%.20q at %v mm has lost %q, want %q", tt.table, tt.width, lost, tt.lost)
		}
		written := map[string]bool{}
		for _, m := range d.Marks {
			written[m.Text] = true
		}
		if !written[tt.says] || written[tt.never] {
			t.Errorf("%.20q at %v mm: %q is written: %v, and %q: %v", tt.table, tt.width,
				tt.says, written[tt.says], tt.never, written[tt.never])
		}
	}
}

// Shares that have no room with two decimals are percents.
func TestSharesBecomePercents(t *testing.T) {
	names := strings.Split("abcdefghijkl", "")
	table := "," + strings.Join(names, ",")
	for k, name := range names {
		line := slices.Repeat([]string{"0.01"}, len(names))
		line[k] = "0.89"
		table += "\n" + name + "," + strings.Join(line, ",")
	}
	f := figureOf(t, "joint", table)
	for width, want := range map[vg.Length][]string{84: {"0.89", "share of its row"}, 55: {"89", "percent of its row"}} {
		d := f.of(f.inBook(), page.Look{Width: width * vg.Millimeter})
		if d.LacksRoom() {
			t.Errorf("%v mm: %s", width, d.Lost())
		}
		for _, text := range want {
			if !slices.ContainsFunc(d.Marks, func(m page.Mark) bool { return strings.HasPrefix(strings.ReplaceAll(m.Text, "\u00a0", " "), text) }) {
				t.Errorf("%v mm: no %q", width, text)
			}
		}
	}
}

// Of many classes the alternative text has the largest numbers of each row.
func TestAltOfManyClasses(t *testing.T) {
	c := mustRead(t, readCrosstab, strings.Replace(square(13), "100", "101", 1))
	const want = "The largest, by rows: class 0: class 0 101, class 1 100, class 2 100; class 1: class 0 100, "
	if alt := c.alt(); !strings.Contains(alt, want) {
		t.Errorf("the alternative text is %q, want %q in it", alt, want)
	}
}

// Numbers with percent signs are percents, and no counts.
func TestPercentSigns(t *testing.T) {
	for table, want := range map[string]string{
		";a;b\na;89,5 %;10,5 %\nb;20 %;80 %\n": "the percent of its row in each cell. By rows: a: a 89.5, b 10.5; b: a 20, b 80.",
		",a,b\na,40%,10%\nb,20%,30%\n":         "the percent of all cases in each cell, 100 in all. By rows: a: a 40, b 10; b: a 20, b 30.",
	} {
		c := mustRead(t, readCrosstab, table)
		if alt := c.alt(); !strings.Contains(alt, want) {
			t.Errorf("of %q the figure has %q, want %q", table, alt, want)
		}
	}
}

// Under the narrowest title each part of a caption has a line, in fewer words where that takes it.
func TestCaptionsOfMatricesHaveEvenLines(t *testing.T) {
	c := mustRead(t, readCrosstab, "y_true\\pred,cat,dog\ncat,8,1\ndog,2,9\n")
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		const want = "rows: actual; columns: predicted;\ncases, tinted by share of row;\nright, below: % on the diagonal"
		got := pg.Wrapped(c.on(pg).caption(pg), pg.Size().X, page.Style{})
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != want {
			t.Errorf("the caption is %q, want %q", got, want)
		}
	}}, page.Look{Width: page.LeastWidth})
}
