package main

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

func TestRowsOfTokensAreBalanced(t *testing.T) {
	ts := tokens{Tokens: table.Tokens{Texts: slices.Repeat([]string{"token"}, 31), Costs: slices.Repeat([]info.Bits{1}, 31)}}
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		for _, row := range ts.layout(pg, 0).rows {
			if n := len(row.middles); n < 9 || n > 11 {
				t.Errorf("%d tokens in the row from %d on", n, row.from)
			}
		}
	}}, page.Look{Width: page.Width})
}

// The names of a sentence are as far from one another as they can, in one row or in two, and a token
// with a long number takes no room from those beside others.
func TestNamesOfTokensAreEvenlyApart(t *testing.T) {
	const cat = "The,4\n cat,6.9\n that,3.7\n the,1.4\n dog,2.6\n chased,2\n ran,1.1\n up,2.4\n a,0.9\n tree,"
	for _, tt := range []struct {
		table       string
		rows        int
		least, most vg.Length // between names, but for those with little beside a wider number
	}{
		{cat + "0.2\n.,0.3\n", 1, 5, 11},
		{cat + "0.01\n.,0.3\n", 1, 5, 11},
		{cat + "0.01\n.,0.3\n next,2\n door,2\n house,2\n", 2, 5, 22},
		{"The,4\n surgeon,9\n removed,5\n the,2\n violin,9\n from,2\n the,1\n patient,3\n's,1\n abdomen,4\n.,1\n", 2, 5, 32},
	} {
		ts := mustRead(t, tokensIn, "token,bits\n"+tt.table)
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			rows := ts.layout(pg, 0).rows
			if len(rows) != tt.rows {
				t.Errorf("%q is in %d rows, want %d", tt.table, len(rows), tt.rows)
			}
			for _, row := range rows {
				if math.Abs(float64(row.width-rows[0].width)) > 1 {
					t.Errorf("%q has a row of %.0f below one of %.0f", tt.table, row.width, rows[0].width)
				}
				for k := range row.middles[1:] {
					half := func(k int) vg.Length { return pg.TextWidth(ts.name(row.from+k), pg.Crowded()) / 2 }
					if half(k) < 8 || half(k+1) < 8 {
						continue
					}
					if gap := row.middles[k+1] - row.middles[k] - half(k) - half(k+1); gap < tt.least || gap > tt.most {
						t.Errorf("%q and the next are %.1f apart", ts.Texts[row.from+k], gap)
					}
				}
			}
		}}, page.Look{Width: 84 * vg.Millimeter, HasLetters: true})
	}
}

// What is drawn and not counted is told, as are signs, and no row has the end of a text alone.
func TestTokensWithoutCosts(t *testing.T) {
	table := "token,surprisal\nIch,\n komme,3\n morgen,0\n bald,1.7\n\"\n\",0.6\n\"\t\",1\n\"\",1\n<|endoftext|>,4.8\n"
	ts := mustRead(t, tokensIn, table)
	const want = "·~is~a~space; ¶~is~a~new~line; →~is~a~tab; “”~is~empty; [~]~is~unknown,~not~counted; solid: the 2 costliest"
	if says := strings.ReplaceAll(ts.remarks(), "\u00a0", "~"); says != want {
		t.Errorf("the figure says %q, want %q", says, want)
	}
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		for _, row := range ts.layout(pg, 0).rows {
			if len(row.middles) < 2 {
				t.Errorf("token %d is alone", row.from)
			}
		}
	}}, page.Look{Width: page.LeastWidth})
}

// A bar ends where its value is, or where it is seen over the axis, stands on one line with the others of its row, and is
// not solid, as its cap is thin.
func TestBarsEndAtTheirValues(t *testing.T) {
	const scale, width = 2.78, 30
	ts := tokens{Tokens: table.Tokens{Texts: []string{"a", "b", "c", "d"}, Costs: []info.Bits{3, 0.7, 0.1, 0}}}
	for _, l := range []tokenLayout{{bar: 17, scale: scale}, {running: true, bar: 8, scale: scale}} {
		d := page.Draw(page.Figure{Draw: func(pg *page.Page) {
			l.tokens = ts
			l.drawRow(pg, tokenRow{0, []vg.Length{width, 2 * width, 3 * width, 4 * width}, 5 * width})
		}}, page.Look{Width: page.LeastWidth})
		var axes, tops, caps []vg.Length
		for _, m := range d.Marks {
			switch {
			case m.Dashes != nil && len(caps) > 0:
				t.Errorf("the line of the mean lies over a cap")
			case m.Kind == page.Stroke && m.Ink == page.Muted:
				axes = append(axes, m.Path[0].Pos.Y)
			case m.Ink == page.Blue:
				tops, caps = append(tops, m.Path[2].Pos.Y), append(caps, m.Path[2].Pos.Y-m.Path[0].Pos.Y)
			}
		}
		if len(axes) != 1 || len(tops) != 3 {
			t.Fatalf("%d pieces of an axis, %d bars", len(axes), len(tops))
		}
		for i, top := range tops {
			high := max(scale*vg.Length(ts.Costs[i]), 1.5*page.Hair)
			if off := top - axes[0] - high; math.Abs(float64(off)) > 1e-9 {
				t.Errorf("the bar of %v ends %v points too high", ts.Costs[i], off)
			}
			if caps[i] > high/3+1e-9 {
				t.Errorf("the bar of %v is %v high, its cap %v", ts.Costs[i], high, caps[i])
			}
		}
	}
}

// Bars of a text as one reads it are of one width, whatever that of their tokens, and apart.
func TestBarsAreOfOneWidth(t *testing.T) {
	ts := tokens{Tokens: table.Tokens{Texts: slices.Repeat([]string{" astronomers", ",", " a"}, 20), Costs: slices.Repeat([]info.Bits{2, 9, 1}, 20)}}
	var bars []vg.Path
	for _, m := range page.Draw(page.Figure{
		Fit:  func(pg *page.Page) vg.Length { return ts.height(pg) },
		Draw: func(pg *page.Page) { ts.draw(pg) },
	}, page.Look{Width: 84 * vg.Millimeter}).Marks {
		if m.Kind == page.Fill && m.Ink == page.Blue.Fill() {
			bars = append(bars, m.Path)
		}
	}
	if len(bars) != len(ts.Texts) {
		t.Fatalf("%d bars, want %d", len(bars), len(ts.Texts))
	}
	width := func(bar vg.Path) vg.Length { return bar[2].Pos.X - bar[0].Pos.X }
	for i, bar := range bars {
		if math.Abs(float64(width(bar)-width(bars[0]))) > 1e-9 {
			t.Errorf("bar %d is %v wide, the first %v", i, width(bar), width(bars[0]))
		}
		if before := bars[max(0, i-1)]; bar[0].Pos.Y == before[0].Pos.Y && i > 0 && bar[0].Pos.X < before[2].Pos.X+1 {
			t.Errorf("bar %d touches the one before", i)
		}
	}
}

// Every bar has one cap, at its end, and none is cut in two by the mean but a solid one.
func TestBarsNearTheMeanAreWhole(t *testing.T) {
	for _, near := range []string{"1.9", "2", "2.1", "2.4"} {
		ts := mustRead(t, tokensIn, "token,bits\na,"+near+"\nb,0.1\nc,4\n"+strings.Repeat("d,2\n", 9))
		marks := page.Draw(page.Figure{Draw: func(pg *page.Page) { ts.draw(pg) }}, page.Look{Width: 84 * vg.Millimeter}).Marks
		caps, bars := 0, 0
		for _, m := range marks {
			switch {
			case m.Kind != page.Fill:
			case m.Ink == page.Blue:
				caps++
			case m.Ink == page.Blue.Fill():
				bars++
			}
		}
		if caps != bars || bars == 0 {
			t.Errorf("beside %s bits, %d bars have %d caps", near, bars, caps)
		}
	}
}

// A text whose numbers have a height has the mean of its costs several times as high as the caps of
// bars, which are thinner where bars are low.
func TestCapsAreThinBesideTheMean(t *testing.T) {
	ts := tokens{Tokens: table.Tokens{Texts: slices.Repeat([]string{" lighthouse", " keeper"}, 20), Costs: slices.Repeat([]info.Bits{1, 2}, 20)}}
	ts.Costs[15] = 20
	ts.dear = dearest{number: 1, least: 20}
	apart := 0
	for height := vg.Length(70); height <= 160; height += 10 {
		var axis, mean, edge vg.Length
		numbers := 0
		for _, m := range page.Draw(page.Figure{Draw: func(pg *page.Page) {
			ts.draw(pg)
		}}, page.Look{Width: 84 * vg.Millimeter, Height: height * vg.Millimeter}).Marks {
			switch {
			case m.Text == "20.0":
				numbers++
			case m.Kind == page.Stroke && m.Ink == page.Muted:
				axis = m.Path[0].Pos.Y
			case m.Kind == page.Stroke && len(m.Dashes) > 0:
				mean = m.Path[0].Pos.Y - axis
			case m.Kind == page.Fill && m.Ink == page.Blue:
				edge = m.Path[2].Pos.Y - m.Path[0].Pos.Y
			}
		}
		apart += numbers
		if numbers > 0 && !(mean >= 6*edge) || numbers == 0 && !(edge <= page.Thick) {
			t.Errorf("at %vmm the mean is %.1f high, a cap %.1f", height, mean, edge)
		}
	}
	if apart == 0 || apart == 10 {
		t.Errorf("of 10 heights %d have room for numbers", apart)
	}
}

// Numbers that are left out are told of, with what has room for them, and it has.
func TestNumbersUnderTokensAreNotLostInSilence(t *testing.T) {
	f := figureOf(t, "sentence", "token,bits\n"+strings.Repeat(" lighthouse,1\nkeeper,2.5\n", 14))
	o := options{Look: page.Look{Width: 84 * vg.Millimeter}, formats: format.All[:1]}
	for _, tt := range []struct {
		height vg.Length
		lost   string
	}{
		{0, ""}, // as it is as high then
		{70 * vg.Millimeter, "no room for the numbers of 28 tokens; -height 106mm has room"},
		{106 * vg.Millimeter, ""},
	} {
		o.Height = tt.height
		if p := o.printed(f); p.err != nil || p.lost != tt.lost {
			t.Errorf("at a height of %v it says %q, %v, want %q", tt.height, p.lost, p.err, tt.lost)
		}
	}
}

// Small costs have the digits that tell them apart, and large ones no more than can be said.
func TestDigitsOfTokens(t *testing.T) {
	for costs, want := range map[string]string{
		"3.25\n0.02\n0":           "3.2 <\u20090.1 0.0; cross entropy: 1.09 bits a token, perplexity 2.13",
		"0.00043\n0.00001":        "0.00043 0.00001; cross entropy: 0.000220 bits a token, perplexity 1.00",
		"0.00001443":              "0.000014; cross entropy: 0.000014 bits a token, perplexity 1.00",
		"0.0000001443\n0.0000002": "<\u20090.000001 <\u20090.000001; cross entropy: 0.0000002 bits a token, perplexity 1.00",
		"3.3181\n3.3181":          "3.32 3.32; cross entropy: 3.32 bits a token, perplexity 9.97",
		"1":                       "1; cross entropy: 1 bit a token, perplexity 2.00",
		"0.0017\n0.00001":         "0.0017 <\u20090.0001; cross entropy: 0.00085 bits a token, perplexity 1.00",
		"100":                     "100; cross entropy: 100 bits a token, perplexity 1.27 × 10^{30}",
		"14425":                   "14425; cross entropy: 14425 bits a token, perplexity more than 10^{300}",
	} {
		table := "surprisal,token\n" + strings.ReplaceAll(costs+"\n", "\n", ",a\n")
		ts, err := tokensIn("t.csv", strings.NewReader(table))
		var all []string
		for _, cost := range ts.Costs {
			all = append(all, ts.written(cost, 0))
		}
		if got := strings.Join(all, " ") + "; " + ts.mean(); err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", costs, got, err, want)
		}
		if says := page.PlainText(ts.finding()) + ts.list(); regexp.MustCompile(`e[+−-]\d|Inf|\^`).MatchString(says) {
			t.Errorf("%q: the figure says %q", costs, says)
		}
	}
}

// A token that is cut short is named, with a width that has room for it.
func TestTokensAreNotCutInSilence(t *testing.T) {
	f := figureOf(t, "sentence", "token,bits\na,1\n"+strings.Repeat("langes", 9)+",2\n")
	o := options{Look: page.Look{Width: page.LeastWidth}, formats: format.All[:1]}
	if p := o.printed(f); !strings.HasPrefix(p.lost, "no room for the whole of langeslanges") || !strings.HasSuffix(p.lost, "mm has room") {
		t.Errorf("of a long token it says %q, %v", p.lost, p.err)
	}
	o.formats, o.DPI = format.All, 96 // of which svg keeps room for wider letters
	if p := o.printed(f); !strings.HasPrefix(p.lost, "in svg no room for") || !strings.Contains(p.lost, "; in other formats no room for") {
		t.Errorf("of a long token in all formats it says %q, %v", p.lost, p.err)
	}
}

// A token keeps its spaces, by which it is told from another, and shows them.
func TestTokensKeepTheirSpaces(t *testing.T) {
	path := written(t, "t.csv", "n,token,logprob\n1,A,\n2, cat,-1\n3, \"\"\"x\"\" \",-1\n4,\"\n\",-1\n")
	files := drawn(t, "-only", "sentence", "-data", path, "-format", "svg,csv")
	const want = "token,\"surprisal, bits\"\nA,NaN\n\" cat\",1.44269504\n\"\"\"x\"\" \",1.44269504\n\"\n\",1.44269504\n"
	if files["sentence.csv"] != want {
		t.Errorf("the tokens are %q, want %q", files["sentence.csv"], want)
	}
	for _, shown := range []string{">·cat<", ">&#34;x&#34;·<", ">¶<", "cross entropy: 1.44 bits a token, perplexity 2.72", "; ·\u00a0is\u00a0a\u00a0space"} {
		if !strings.Contains(files["sentence.svg"], shown) {
			t.Errorf("the figure does not say %s", shown)
		}
	}
	without := written(t, "t.csv", "token,logprob\na,-1\nb,-1\n")
	if svg := drawn(t, "-only", "sentence", "-data", without)["sentence.svg"]; strings.Contains(svg, "is a space") {
		t.Error("the figure says what a dot is, and has none")
	}
	for table, want := range map[string]string{
		"ĠcatĊ,-1\n▁cat,-1":     ">·cat¶<",
		"a cat,-1\nĠ,-1":        ">Ġ<",
		"ĠgrÃ¼ne,-1\næĿ±,-1":    ">·grüne<",
		"æĿ±,-1\nðŁĺĢ,-1":       ">東<",
		"ĠgrÃ¼ne,-1\nðŁ,-1":     ">‹F0›‹9F›<", // a part of a letter
		"ĠgrÃ¼n,-1\nðŁ,-1":      ">·grün<",
		"iÃ,-1\nŁ,-1":           ">i‹C3›<",
		"Ġhö,-1\niÃŁ,-1":        ">·hö<", // not in bytes
		"Ġhö,-1\nÃŁ,-1":         ">ß<",
		"i\ufffd,-1\n\ufffd,-1": ">i‹?›<",
		"Çı,-1\n▁é,-1":          ">Çı<",
		"für,-1\nx,-1":          ">für<",
		"▁für,-1\n<0x0A>,-1":    ">¶<",
		"▁Stra,-1\n<0xC3>,-1":   ">‹C3›<",
		"<0x41>,-1\n<0x0A>,-1":  ">A<",
		" a,-1\n\\n\\n,-1":      ">¶¶<",
		"\"\n\",-1\n\\n,-1":     `>\n<`,
		"C:\\n,-1\nx,-1":        `>C:\n<`,
	} {
		path := written(t, "t.csv", "token,logprob\n"+table)
		if svg := drawn(t, "-only", "sentence", "-data", path)["sentence.svg"]; !strings.Contains(svg, want) {
			t.Errorf("of %q the figure does not say %s", table, want)
		}
	}
}

// What none can read as a number is a token all the same, and what is no number is unknown.
func TestTokensMayBeSpelledAsMissing(t *testing.T) {
	table := "token,logprob\nNone,None\nNaN,-1\nNA,-1\nnull,\n"
	files := drawn(t, "-only", "sentence", "-data", written(t, "t.csv", table), "-format", "csv")
	const want = "token,\"surprisal, bits\"\nNone,NaN\nNaN,1.44269504\nNA,1.44269504\nnull,NaN\n"
	if files["sentence.csv"] != want {
		t.Errorf("the tokens are %q, want %q", files["sentence.csv"], want)
	}
}

// The title is worth its place whatever the numbers are.
func TestFindingOfTokens(t *testing.T) {
	for costs, want := range map[string]string{
		"0.5":                               "The only token costs 0.5 bits",
		"0.00001443":                        "The only token costs 0.000014 bits",
		"0.5\nNA":                           "The only token of known probability costs 0.5 bits",
		"0\n0":                              "The model was sure of every token",
		"2\n2\n2":                           "Each of 3 tokens costs 2 bits",
		"3.3181\n3.3181":                    "Each of 2 tokens costs 3.32 bits",
		"1\n1.1\n1\n1\n1\n1\n1\n1\n1\n0.02": "Each of 10 tokens costs from less than 0.1 to 1.1 bits",
		"2\n2.0001":                         "Each of 2 tokens costs about 2.0 bits",
		"2\n2.1\n1.9":                       "Each of 3 tokens costs from 1.9 to 2.1 bits",
		"3\n1":                              "One of 2 tokens costs 75 percent of the bits",
		"3\n3\n0":                           "2 of 3 tokens cost all the bits",
		"1000\n1\n1":                        "One of 3 tokens costs nearly all the bits",
		"9\n3\n3\n3\n1\n1":                  "4 of 6 tokens cost 90 percent of the bits",
		"inf":                               "The model rules out the only token: its cross entropy is infinite",
		"inf\n1":                            "The model rules out 1 of 2 tokens: its cross entropy is infinite",
	} {
		table := "surprisal,token\n" + strings.ReplaceAll(costs+"\n", "\n", ",a\n")
		ts, err := tokensIn("t.csv", strings.NewReader(table))
		if got := ts.finding(); err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", costs, got, err, want)
		}
	}
}

// A token that the model ruled out has an arrow over all bars.
func TestTokensRuledOut(t *testing.T) {
	for _, table := range []string{"token,p\na,0.5\nb,0\n", "token,logprob\na,-1\nb,-Inf\n", "token,nll\nb,inf\n"} {
		ts := mustRead(t, tokensIn, table)
		d := page.Draw(page.Figure{
			Fit:  func(pg *page.Page) vg.Length { return ts.height(pg) },
			Draw: func(pg *page.Page) { ts.draw(pg) },
		}, page.Look{Width: page.Width})
		var head, bars vg.Length
		for _, m := range d.Marks {
			for _, c := range m.Path {
				if m.Kind == page.Fill && m.Ink == page.Blue && len(m.Path) == 4 { // a triangle
					head = max(head, c.Pos.Y)
				} else if m.Kind == page.Fill && m.Ink == page.Blue {
					bars = max(bars, c.Pos.Y)
				}
			}
		}
		if !(head > bars) {
			t.Errorf("%q: the arrow ends at %v, bars at %v", table, head, bars)
		}
		if says := ts.list(); !strings.Contains(says, "b, infinite") {
			t.Errorf("%q: the alternative text is %q", table, says)
		}
	}
}

// A column of a journal holds a long text, whose bars have an axis with numbers apart, and the few
// that the title counts are solid.
func TestLongTextsFitAPage(t *testing.T) {
	const count, column = 80, 84 * vg.Millimeter
	ts := tokens{Tokens: table.Tokens{Texts: slices.Repeat([]string{" token"}, count), Costs: slices.Repeat([]info.Bits{1}, count)}}
	ts.Costs[3], ts.Costs[50] = 60, 60
	ts.dear = ts.dearest()
	draw := func(look page.Look) *page.Drawing {
		return page.Draw(page.Figure{
			Fit:  func(pg *page.Page) vg.Length { return ts.height(pg) },
			Draw: func(pg *page.Page) { ts.draw(pg) },
		}, look)
	}
	d := draw(page.Look{Width: column})
	if d.Print.Y > 1.5*column {
		t.Errorf("%d tokens are %.0f mm high", count, d.Print.Y/vg.Millimeter)
	}
	solid, ticks := 0, map[string]int{}
	var tick vg.Length
	for _, m := range d.Marks {
		if isNumber := strings.Trim(m.Text, "0123456789") == "" && m.Text != ""; isNumber {
			if apart := m.At.Y - tick; tick > 0 && m.Text != "0" && apart < 1.2*m.Face.Font.Size {
				t.Errorf("the number %s is %v over the one before", m.Text, apart)
			}
			tick = m.At.Y
		}
		if m.Kind == page.Fill && m.Ink == page.Blue && m.Path[2].Pos.Y-m.Path[0].Pos.Y > page.Thin {
			solid++
		}
		ticks[m.Text]++
	}
	if err := d.Crowded(); err != nil || solid != 2 || ticks["0"] < 4 || ticks["20"] != ticks["0"] {
		t.Errorf("%d solid bars, %d axes, %d of which have a step, %v", solid, ticks["0"], ticks["20"], err)
	}
	if low := draw(page.Look{Width: column, Height: 60 * vg.Millimeter}); low.Crowded() == nil {
		t.Error("bars without height are not too low")
	}
	ts.Costs, ts.dear = slices.Repeat([]info.Bits{0}, count), dearest{}
	for _, m := range draw(page.Look{Width: column}).Marks {
		if strings.HasSuffix(m.Text, "× 10") { // to a power
			t.Error("of a text that costs nothing the axis has tiny steps")
		}
	}
	ts.Texts, ts.Costs = slices.Repeat([]string{" incontrovertible"}, 300), slices.Repeat([]info.Bits{1}, 300)
	long := draw(page.Look{Width: column})
	var grid []vg.Length
	for _, m := range long.Marks {
		switch {
		case m.Kind == page.Stroke && m.Ink == page.Faint:
			grid = append(grid, m.Path[0].Pos.Y)
		case m.Kind == page.Stroke && m.Dashes != nil && slices.Contains(grid, m.Path[0].Pos.Y):
			t.Fatal("a line of the grid lies under the mean")
		}
	}
	if lost := long.Lost(); !strings.HasPrefix(lost, "1082mm high, more than a page of 240mm, which ends before ·") {
		t.Errorf("of what is too high it says %q", lost)
	}
}

// Two rows of a sentence leave a column of a journal room for its text, and its bars are higher than
// what stands over them.
func TestShortSentencesAreLow(t *testing.T) {
	f := figureOf(t, "sentence", "token,bits\n"+strings.Repeat(" keeper,4.2\nthe,1\n", 7))
	d := f.of(example{}, page.Look{Width: 84 * vg.Millimeter, Title: true})
	if err := d.Crowded(); err != nil || d.Print.Y > 80*vg.Millimeter {
		t.Errorf("14 tokens are %.0f mm high, %v", d.Print.Y/vg.Millimeter, err)
	}
	var bars, top vg.Length
	for _, m := range d.Marks {
		if m.Kind == page.Fill && m.Ink == page.Blue {
			low, high := extent(m.Path)
			bars, top = max(bars, high.Y-low.Y), max(top, high.Y)
		}
	}
	if over := d.Height - top; 3*bars < 2*over {
		t.Errorf("two rows of bars %v points high stand under %v points", bars, over)
	}
}

// A sign that the figure explains is on it: unknown tokens are in brackets, and have no number.
func TestUnknownTokensHaveTheirSign(t *testing.T) {
	for _, isRunning := range []bool{false, true} {
		ts := tokens{Tokens: table.Tokens{Texts: []string{"a", "b"}, Costs: []info.Bits{info.Bits(math.NaN()), 1}}}
		var texts []string
		for _, m := range page.Draw(page.Figure{Draw: func(pg *page.Page) {
			l := tokenLayout{tokens: ts, running: isRunning, bar: 8, scale: 20}
			l.drawRow(pg, tokenRow{0, []vg.Length{15, 45}, 60})
		}}, page.Look{Width: page.LeastWidth}).Marks {
			if m.Kind == page.Text {
				texts = append(texts, m.Text)
			}
		}
		want := []string{"[a]", "b", "1"}
		if isRunning {
			want = want[:2]
		}
		if !slices.Equal(texts, want) {
			t.Errorf("running %v: %q, want %q", isRunning, texts, want)
		}
	}
}
