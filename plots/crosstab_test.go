package main

import (
	"fmt"
	"math"
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
					const clear = leastAir - 2*cellGap
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
	const write = " are: write actual\\predicted, say, at the corner, or actual and predicted above two columns of names"
	const noColumns = "nothing says what the columns" + write
	const predicted = `the columns are taken for the predicted classes, beside "actual"`
	const neither = "nothing says what the rows and columns" + write
	for _, tt := range []struct{ table, lost, alt string }{
		{"actual,bird,cat,dog\ncat,3,50,7\ndog,0,4,81\nbird,14,2,9\n", predicted, "By rows: cat: cat 50, dog 7, bird 3; dog: cat 4, dog 81, bird 0; bird: cat 2, dog 9, bird 14."},
		{"actual,cat,dog\ncat,50,7\ndog,4,81\nfox,2,9\n", "zeros for what the table lacks: column fox; " + predicted, "fox: cat 2, dog 9, fox 0."},
		{"kind,2,5,7\n2,50,7,1\n7,2,9,4\n", "zeros for what the table lacks: row 5; " + noColumns, "2: 2 50, 7 1, 5 7; 7: 2 2, 7 4, 5 9; 5: 2 0, 7 0, 5 0."},
		{",cat,dog,All\ncat,50,7,57\nfox,2,9,11\ndog,4,81,85\nAll,56,97,153\n", "left out as totals: row All, column All; zeros for what the table lacks: column fox; " + neither, "fox: cat 2, fox 0, dog 9;"},
		{",cat,hen\ncat,50,7\ndog,4,81\n", "the bars, and no confusion matrix, as 1 of 3 names are both a row and a column", "Two bars"},
		{",a,b,d\na,5,1,1\nb,1,5,1\nc,1,1,5\n", "the bars, and no confusion matrix, as 2 of 4 names are both a row and a column", "Two bars"},
		{",a,b\nc,50,7\nd,4,81\n", "", "Two bars"},
		{"\\predicted,a,b\na,50,7\nb,4,81\n", `the rows are taken for the actual classes, beside "predicted"`, "In 92 percent of 142 cases, actual and predicted are the same class"},
		{",actual,cat,dog\n0,cat,50,7\n1,dog,4,81\n", predicted, "By rows: cat: cat 50, dog 7; dog: cat 4, dog 81."},
		{"x\\y,0,1\n0,93,7\n1,4,96\n", "read as percents of each row, as these sum to 100: for counts, add their totals", "0: 0 93, 1 7;"},
		{"x\\y,0,1,total\n0,93,7,100\n1,4,96,100\n", "left out as totals: column total", "with the number of cases"},
		{",actual,0,1\n0,0,50,7\n1,1,4,81\n", predicted, "By rows: 0: 0 50, 1 7; 1: 0 4, 1 81."},
		{"predecessor,a,b\na,50,7\nb,4,81\n", noColumns, "the row and the column are the same class"},
		{"\\next,a,b\na,50,7\nb,4,81\n", "nothing says what the rows" + write, "the row and the column are the same class"},
		{"row_0,a,b\na,5,1\nb,2,5\n", neither, "the row and the column are the same class"},
		{"Var1,Var2,Freq\na,a,1\nb,b,3\n", neither, "the row and the column are"},
		{",day_1,day_2\nday 1,90,7\nday 2,4,81\n", "", "Two bars"},
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

// Names of columns are in a line each, or in two, or are told by numbers, which the rows have or else the
// caption.
func TestLongHeadsAreTold(t *testing.T) {
	for table, want := range map[string]string{
		",basalt,granite,limestone\nbasalt,1,2,3\ngranite,1,2,3\nlimestone,1,2,3\n":                 "in a line",
		",Tau,Regen,Eis\nx,1,2,3\ny,1,2,3\nz,1,2,3\n":                                               "in a line",
		",customer cancelled,customer stayed\nx,1,2\ny,4,2\n":                                       "in two",
		",Vanessa cardui,stayed\nVanessa cardui,8,1\nstayed,1,8\n":                                  "in a line",
		",customer cancelled within the year,stayed\nx,8,1\ny,1,8\n":                                "in two",
		",Anschlussverlust,Bus,Klimaanlage\nAnschlussverlust,8,1,1\nBus,1,8,1\nKlimaanlage,1,1,1\n": "told by rows",
		",Niederschläge,Überschwemmungsgefahr,Hagelschauer\nx,1,2,3\ny,4,2,1\nz,1,1,1\nä,1,2,3\n":   "numbered",
	} {
		f := figureOf(t, "joint", table)
		d := f.of(f.inBook(), page.Look{Width: 60 * vg.Millimeter})
		checkTexts(t, d)
		c := mustRead(t, readCrosstab, table)
		got := "in a line"
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			g := c.on(pg)
			says := strings.ReplaceAll(g.caption(pg), "\u00a0", " ")
			switch isListed := strings.HasPrefix(says, "1: "+c.ColumnNames[0]+"; 2: "+c.ColumnNames[1]+"; "); {
			case g.isNumbered != (g.heads[0] == "1") || isListed && g.numbers > 0:
				t.Errorf("numbered %v: %q, and the caption is %q", g.isNumbered, g.heads, says)
			case isListed:
				got = "numbered"
			case g.isNumbered && g.numbers > 0:
				got = "told by rows"
			case g.rise() > 0:
				got = "in two"
			}
		}}, page.Look{Width: 60 * vg.Millimeter})
		if got != want {
			t.Errorf("the heads of %q are %s, want %s", table, got, want)
		}
	}
}

// Names of rows are in two lines where they have no room in one, and further from each other than their
// lines.
func TestNamesAreBroken(t *testing.T) {
	table := "x\\y,a,b,c" +
		"\nSquamous cell carcinoma of the lung,1,2,3\nMalignant pleural mesothelioma,1,2,3\nNo finding,1,2,3\n"
	f := figureOf(t, "joint", table)
	high := map[string]vg.Length{} // how high texts stand
	for _, m := range f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter}).Marks {
		high[m.Text] = m.At.Y
	}
	within := high["Squamous cell"] - high["carcinoma of the lung"]
	if between := high["carcinoma of the lung"] - high["Malignant pleural"]; within <= 0 || between < 1.75*within {
		t.Errorf("names are %v apart, and their lines %v", between, within)
	}
}

// Names on both sides have one size, and shrink to stand side by side before columns are numbered, or else
// that of numbers at least. One
// that is too wide for its column may reach over those beside it.
func TestNamesHaveOneSize(t *testing.T) {
	const words = "yes,no,up,down,left,right,on,off,stop,go,silence,unknown"
	for _, tt := range []struct {
		names      string
		width      vg.Length // in millimetres
		isNumbered bool
		least      vg.Length // size
	}{
		{"nevus,melanoma,keratosis,basal cell carcinoma,vascular lesion", 169, false, 9},
		{"nevus,melanoma,keratosis,basal cell carcinoma,vascular lesion", 84, false, 7.5},
		{"Bird,Cat,Dog,Mouse,Elephant", 84, false, 7.5},
		{words, 169, true, 9},
		{words, 84, true, 7.5},
	} {
		table := "," + tt.names
		for name := range strings.SplitSeq(tt.names, ",") {
			table += "\n" + name + strings.Repeat(",1493", 1+strings.Count(tt.names, ","))
		}
		c := mustRead(t, readCrosstab, table)
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			size := c.on(pg).nameStyle.Leading() / 1.25
			if g := c.on(pg); g.isNumbered != tt.isNumbered || size < tt.least || !g.isNumbered && g.nameStyle != g.headStyle ||
				g.isNumbered && g.style.Leading() > 1.1*g.nameStyle.Leading() {
				t.Errorf("%.20s at %v mm: rows have %v, columns %v, numbered %v",
					tt.names, tt.width, g.nameStyle, g.headStyle, g.isNumbered)
			}
		}}, page.Look{Width: tt.width * vg.Millimeter})
	}
}

// Tints of shares of rows are the same in all matrices, told from paper where there are any, and grow
// with the roots of shares from there. They are grey on light paper, and all carry numbers in the plain ink.
func TestTintsCarryText(t *testing.T) {
	weakest, strongest := tint(1e-9), tint(1)
	for _, dark := range []bool{false, true} {
		if tint(0).In(dark) != page.Paper.In(dark) {
			t.Errorf("dark %v: nothing has the tint %v", dark, tint(0).In(dark))
		}
		if ratio := contrast(weakest.In(dark), page.Paper.In(dark)); ratio < 1.1 {
			t.Errorf("dark %v: the weakest tint has a contrast of %.2f", dark, ratio)
		}
	}
	for k := 1; k <= 100; k++ {
		cell := tint(float64(k) / 100)
		if c := cell.In(false); c.R != c.G || c.B != c.G {
			t.Errorf("at %d %% the tint is %v", k, c)
		}
		for dark, least := range map[bool]float64{false: 5.5, true: 4.5} {
			if ratio := contrast(page.Plain.In(dark), cell.In(dark)); ratio < least {
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
		",a,b\nx,36,9\ny,1,4\n":             {1, 0.25, 1. / 36, 1. / 9},
		",a,b\na,40%,60%\nb,75%,25%\n":      {0.4, 0.6, 0.75, 0.25},
		"x\\y,0,1\n0,93,7\n1,4,96\n":        {0.93, 0.07, 0.04, 0.96},
		",a,b,c\na,1,1,2\nb,0,0,0\nc,1,0,0": {0.25, 0.25, 0.5, 0, 0, 0, 1, 0, 0},
	} {
		got := mustRead(t, readCrosstab, table).tints()
		if floats.Mul(got, got); !floats.EqualApprox(got, want, 1e-9) {
			t.Errorf("the squares of the tints of %q are %v, want %v", table, got, want)
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

// What a matrix has no room for gives way in turn: what is too long of the names of rows, the percentages of
// rows and columns, and at last all numbers.
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
	const namesCut = "no room for the name Nahrungsmittelunverträglichkeit; "
	const twoCut = "no room for the names Nahrungsmittelunverträglichkeit, Geschwindigkeitsbegrenzung; "
	const noPercents, noNumbers = "no room for the percentages of rows and columns; ", "no room for the numbers of cells; "
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
		{matrix(long, 1060, 1085), 84, namesCut, "1060", "Nahrungsmittelunverträglichkeit"},
		{matrix(long, 1060, 1085), 69, twoCut + noPercents + noNumbers, "Rindfleischetikettierung", "%"},
		{matrix(phrases, 1838, 70), 84, "", "of the oral cavity", "Squamous cell carcinoma of the oral cavity"},
		{matrix(strings.Join(twentySix, ","), 600, 13), 84, noPercents + noNumbers, "Klasse Z", "612"},
		{matrix(twelve, 1060, 85), 169, "", "%", "airpl…"},
		{matrix(twelve, 1060, 85), 100, "", "%", "airpl…"},
		{matrix(twelve, 1060, 85), 88, noPercents, "1071", "%"},
		{matrix(twelve, 1060, 85), 84, noPercents + noNumbers, "motorcycle", "1060"},
		{matrix("a,b,c,d,e,f,g,h,i,j,k,l", 1060, 85), 84, "", "%", "12"},
		{matrix("a,b,c,d,e,f,g,h,i,j,k,l", 160, 85), 55, noPercents, "160", "%"},
		{matrix("a,b,c,d,e,f,g,h,i,j,k,l", 1060, 85), 55, noPercents + noNumbers, "a", "1060"},
		{matrix(strings.Join(strings.Split("abcdefghijklmnopqrst", ""), ","), 50, 9), 84, "", "50", "99"},
	} {
		f := figureOf(t, "joint", tt.table)
		d := f.of(f.inBook(), page.Look{Width: tt.width * vg.Millimeter})
		checkTexts(t, d)
		if lost := d.Lost(); lost != strings.TrimSuffix(tt.lost, "; ") || lost != "" && !d.LacksRoom() {
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

// Under the narrowest title the lines of a caption end behind its parts.
func TestCaptionsOfMatricesHaveEvenLines(t *testing.T) {
	c := mustRead(t, readCrosstab, "y_true\\pred,cat,dog\ncat,8,1\ndog,2,9\n")
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		const want = "rows: actual; columns: predicted;\nnumber of cases, 20 in all;\n" +
			"tint: square root of a cell’s share of its row;\nright: % of row on the diagonal;\nbelow: % of column"
		got := pg.Wrapped(c.on(pg).caption(pg), pg.Size().X, page.Style{})
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != want {
			t.Errorf("the caption is %q, want %q", got, want)
		}
	}}, page.Look{Width: page.LeastWidth})
}
