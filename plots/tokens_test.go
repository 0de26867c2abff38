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

// tokensOf are those of texts that cost so many bits each, over and over.
func tokensOf(n int, texts []string, costs ...info.Bits) tokens {
	in := table.Tokens{Texts: slices.Repeat(texts, n), Costs: slices.Repeat(costs, n)}
	return newTokens(in, "token", "surprisal")
}

// drawTokens draws them as high as they ask for, if the look says nothing else.
func drawTokens(ts tokens, look page.Look) *page.Drawing {
	return page.Draw(page.Figure{
		Fit:  func(pg *page.Page) vg.Length { return ts.height(pg) },
		Draw: func(pg *page.Page) { ts.draw(pg) },
	}, look)
}

// solid and pale are the bars of a drawing, those of the dearest and others, but for arrows.
func solidAndPale(d *page.Drawing) (solid, pale []vg.Path) {
	for _, m := range d.Marks {
		switch {
		case m.Kind == page.Fill && m.Ink == page.Blue && len(m.Path) == 5:
			solid = append(solid, m.Path)
		case m.Kind == page.Fill && m.Ink == page.Blue.Fill():
			pale = append(pale, m.Path)
		}
	}
	return solid, pale
}

func TestRowsOfTokensAreBalanced(t *testing.T) {
	ts := tokensOf(31, []string{"token"}, 1)
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		for k, row := range ts.rows(pg) {
			if n := len(row); n < 9 || n > 11 {
				t.Errorf("%d tokens in row %d", n, k)
			}
		}
	}}, page.Look{Width: page.Width})
}

// The rows of a sentence reach from one end of the page to the other, and all room between tokens in a
// row is alike, but beside those narrower than a bar or a number.
func TestNamesOfTokensAreEvenlyApart(t *testing.T) {
	const cat = "The,4\n cat,6.9\n that,3.7\n the,1.4\n dog,2.6\n chased,2\n ran,1.1\n up,2.4\n a,0.9\n tree,"
	for _, tt := range []struct {
		table       string
		rows        int
		least, most vg.Length // between names, but for short ones
	}{
		{cat + "0.2\n.,0.3\n", 1, 5, 11},
		{cat + "0.01\n.,0.3\n", 1, 5, 11},
		{cat + "0.01\n.,0.3\n next,2\n door,2\n house,2\n", 2, 5, 22},
		{"The,4\n surgeon,9\n removed,5\n the,2\n violin,9\n from,2\n the,1\n patient,3\n's,1\n abdomen,4\n.,1\n", 2, 5, 32},
	} {
		ts := mustRead(t, tokensIn, "token,bits\n"+tt.table)
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			rows := ts.rows(pg)
			if len(rows) != tt.rows {
				t.Errorf("%q is in %d rows, want %d", tt.table, len(rows), tt.rows)
			}
			half := func(c tokenCell) vg.Length {
				number := pg.TextWidth(ts.written(c.cost), page.Small(page.Muted))
				return max(tokenBar, pg.TextWidth(c.name, pg.Crowded()), number) / 2
			}
			for _, row := range rows {
				first, last := row[0], row[len(row)-1]
				left, right := first.middle-half(first), pg.Size().X-last.middle-half(last)
				if off := left - right; math.Abs(float64(off)) > 1e-9 || left > tt.most {
					t.Errorf("the row of %q begins at %v and ends %v before the end", first.name, left, right)
				}
				for k, c := range row[1:] {
					gap := c.middle - row[k].middle - half(c) - half(row[k])
					if gap < tt.least || gap > tt.most || math.Abs(float64(gap-2*left)) > 1e-9 {
						t.Errorf("%q and the next are %.1f apart, the first is at %.1f", row[k].name, gap, left)
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
	const want = "·~is~a~space; ¶~is~a~new~line; →~is~a~tab; “”~is~empty; [~]:~no~surprisal~given,~not~counted; solid:~the~2~costliest"
	if says := strings.ReplaceAll(ts.remarks(), "\u00a0", "~"); says != want {
		t.Errorf("the figure says %q, want %q", says, want)
	}
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		for _, row := range ts.rows(pg) {
			if len(row) < 2 {
				t.Errorf("%q is alone", row[0].name)
			}
		}
	}}, page.Look{Width: page.LeastWidth})
}

// A bar ends where its value is, or where it is seen over the axis, stands on one line with the others of
// its row, and is as wide as they are. No two touch.
func TestBarsEndAtTheirValues(t *testing.T) {
	ts := tokensOf(9, []string{" astronomers", ",", " a", " b"}, 3, 0.7, 0.001, 0)
	d := drawTokens(ts, page.Look{Width: 84 * vg.Millimeter})
	solid, pale := solidAndPale(d)
	if len(solid) != 9 || len(pale) != 2*9 {
		t.Fatalf("%d solid bars and %d others, want 9 and 18", len(solid), len(pale))
	}
	costs := slices.Concat(slices.Repeat([]vg.Length{3}, 9), slices.Repeat([]vg.Length{0.7, 0.001}, 9))
	bars := slices.Concat(solid, pale)
	bit := (bars[0][2].Pos.Y - bars[0][0].Pos.Y) / 3
	for i, bar := range bars {
		low, high := extent(bar)
		if off := high.Y - low.Y - max(page.Thin, bit*costs[i]); math.Abs(float64(off)) > 1e-9 {
			t.Errorf("bar %d ends %v points too high", i, off)
		}
		if off := high.X - low.X - tokenBar; math.Abs(float64(off)) > 1e-9 {
			t.Errorf("bar %d is %v too wide", i, off)
		}
		isOnAxis := func(m page.Mark) bool {
			return m.Kind == page.Stroke && m.Ink == page.Muted && m.Path[0].Pos.Y == low.Y
		}
		if !slices.ContainsFunc(d.Marks, isOnAxis) {
			t.Errorf("bar %d stands on no axis", i)
		}
		touches := func(other vg.Path) bool {
			left, _ := extent(other)
			return left != low && left.Y == low.Y && math.Abs(float64(left.X-low.X)) < tokenBar+2
		}
		if slices.ContainsFunc(bars, touches) {
			t.Errorf("bar %d touches another", i)
		}
	}
}

// The dashes of the mean lie over pale bars, which have an outline, by which a print in grey tells them, and
// behind solid ones.
func TestMeanIsSeenOverPaleBars(t *testing.T) {
	ts := mustRead(t, tokensIn, "token,bits\na,2\nb,0.1\nc,40\n"+strings.Repeat("d,2\n", 7))
	var order []string
	for _, m := range drawTokens(ts, page.Look{Width: 84 * vg.Millimeter}).Marks {
		switch {
		case m.Kind == page.Fill && m.Ink == page.Blue:
			order = append(order, "solid")
		case m.Kind == page.Fill && m.Ink == page.Blue.Fill():
			order = append(order, "pale")
		case m.Kind == page.Stroke && m.Ink == page.Blue:
			order = append(order, "outline")
		case m.Kind == page.Stroke && m.Dashes != nil:
			order = append(order, "dashes")
		}
	}
	want := slices.Concat([]string{"dashes"}, // those of the key
		slices.Repeat([]string{"pale", "outline"}, 9), []string{"dashes", "solid"})
	if !slices.Equal(order, want) {
		t.Errorf("drawn are %q, want %q", order, want)
	}
}

// The line of the mean is clear of the axis also under a bar that is many times as tall.
func TestMeanIsOverTheAxis(t *testing.T) {
	ts := tokensOf(1, slices.Repeat([]string{" keeper"}, 20), append(slices.Repeat([]info.Bits{1}, 19), 90)...)
	var axis, mean vg.Length
	for _, m := range drawTokens(ts, page.Look{Width: 84 * vg.Millimeter}).Marks {
		switch {
		case m.Kind == page.Stroke && m.Ink == page.Muted:
			axis = m.Path[0].Pos.Y
		case m.Kind == page.Stroke && m.Ink == page.Plain:
			mean = m.Path[0].Pos.Y
		}
	}
	if mean-axis < 4.9 {
		t.Errorf("the mean is %v over the axis", mean-axis)
	}
}

// All tokens have as many decimals, which are those of the costliest to two digits, and the mean one
// more. Large numbers are written as far as they can be said.
func TestDigitsOfTokens(t *testing.T) {
	for costs, want := range map[string]string{
		"3.25\n0.02\n0":           "3.2 <\u20090.1 0.0; cross entropy: 1.09 bits a token, perplexity 2.13",
		"0.00043\n0.00001":        "0.00043 0.00001; cross entropy: 0.000220 bits a token, perplexity 1.00",
		"0.00001443":              "0.000014; cross entropy: 0.0000144 bits a token, perplexity 1.00",
		"0.0000001443\n0.0000002": "<\u20090.000001 <\u20090.000001; cross entropy: 0.0000002 bits a token, perplexity 1.00",
		"3.3181\n3.3181":          "3.3 3.3; cross entropy: 3.32 bits a token, perplexity 9.97",
		"1":                       "1.0; cross entropy: 1.00 bits a token, perplexity 2.00",
		"0.0017\n0.00001":         "0.0017 <\u20090.0001; cross entropy: 0.00085 bits a token, perplexity 1.00",
		"100":                     "100.0; cross entropy: 100.00 bits a token, perplexity 1.27\u00a0×\u00a010^{30}",
		"14425":                   "14425.0; cross entropy: 14425.00 bits a token, perplexity more than 10^{300}",
	} {
		table := "surprisal,token\n" + strings.ReplaceAll(costs+"\n", "\n", ",a\n")
		ts, err := tokensIn("t.csv", strings.NewReader(table))
		var all []string
		for _, cost := range ts.Costs {
			all = append(all, ts.written(cost))
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
		"ĠcatĊ,-1\n▁cat,-1":        ">·cat¶<",
		"a cat,-1\nĠ,-1":           ">Ġ<",
		"ĠgrÃ¼ne,-1\næĿ±,-1":       ">·grüne<",
		"æĿ±,-1\nðŁĺĢ,-1":          ">東<",
		"ĠgrÃ¼,-1\nÃ,-1\nŁe,-1":    ">‹C3›<", // a part of a letter
		"ĠgrÃ¼n,-1\n<｜end▁of｜>,-1": ">·grün<",
		"ĠgrÃ¼n,-1\nðŁ,-1":         ">·grÃ¼n<", // whose end is missing
		"iÃ,-1\nŁ,-1":              ">i‹C3›<",
		"Ġhö,-1\niÃŁ,-1":           ">·hö<", // not in bytes
		"i\ufffd,-1\n\ufffd,-1":    ">i‹?›<",
		"Çı,-1\n▁é,-1":             ">Çı<",
		"für,-1\nx,-1":             ">für<",
		"▁für,-1\n<0x0A>,-1":       ">¶<",
		"▁Stra,-1\n<0xC3>,-1":      ">‹C3›<",
		"<0x41>,-1\n<0x0A>,-1":     ">A<",
		"\\n,-1\nx,-1":             `>\n<`, // as it is written
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
		"0.5":                 "A token costs 0.500 bits on average",
		"0.00001443":          "A token costs 0.0000144 bits on average",
		"0.5\nNA":             "A token costs 0.500 bits on average",
		"0\n0":                "The model was sure of every token",
		"2\n2\n2":             "A token costs 2.00 bits on average",
		"2\n2.1\n1.9":         "A token costs 2.00 bits on average",
		"3\n1":                "One of 2 tokens costs 75 percent of the bits",
		"3\n3\n0":             "2 of 3 tokens cost more than 99 percent of the bits",
		"1000\n1\n1":          "One of 3 tokens costs more than 99 percent of the bits",
		"61\n39\n1\n1\n1\n1":  "One of 6 tokens costs 59 percent of the bits",
		"9\n3\n3\n3\n1\n1":    "4 of 6 tokens cost 90 percent of the bits",
		"3\n2\n1\n1\n1\n1\n1": "2 of 7 tokens cost half of the bits",
		"inf":                 "The model rules out 1 token: its cross entropy is infinite",
		"inf\n1\ninf":         "The model rules out 2 tokens: its cross entropy is infinite",
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
		d := drawTokens(ts, page.Look{Width: page.Width})
		var head, bars vg.Length
		for _, m := range d.Marks {
			for _, c := range m.Path {
				if m.Kind == page.Fill && m.Ink == page.Blue && len(m.Path) == 4 { // a triangle
					head = max(head, c.Pos.Y)
				} else if m.Kind == page.Fill && m.Ink == page.Blue.Fill() {
					bars = max(bars, c.Pos.Y)
				}
			}
		}
		if !(head > bars) {
			t.Errorf("%q: the arrow ends at %v, bars at %v", table, head, bars)
		}
		if says := ts.list(); !strings.Contains(says, "b, ∞") {
			t.Errorf("%q: the alternative text is %q", table, says)
		}
	}
}

// A text of as many tokens as a table may have fits a page, with a number under each, and of what is
// higher it is told. A height that leaves no room for bars is refused.
func TestLongTextsFitAPage(t *testing.T) {
	const count, column = 120, 84 * vg.Millimeter
	ts := tokensOf(count/6, []string{" a", " token", "s", " of", " the", " text"}, 12, 1, 1, 1, 1, 1)
	d := drawTokens(ts, page.Look{Width: column})
	solid, pale := solidAndPale(d)
	numbers := map[string]int{}
	for _, m := range d.Marks {
		numbers[m.Text]++
	}
	if err := d.Crowded(); err != nil || d.Lost() != "" || d.Print.Y > 240*vg.Millimeter {
		t.Errorf("%d tokens are %.0f mm high, %q, %v", count, d.Print.Y/vg.Millimeter, d.Lost(), err)
	}
	if len(solid) != count/6 || len(solid)+len(pale) != count ||
		numbers["12.0"] != len(solid) || numbers["1.0"] != len(pale) {
		t.Errorf("%d solid bars, %d pale ones, numbers %v", len(solid), len(pale), numbers)
	}
	if low := drawTokens(ts, page.Look{Width: column, Height: 150 * vg.Millimeter}); low.Crowded() == nil {
		t.Error("bars without height are not too low")
	}
	long := drawTokens(tokensOf(count/2, []string{" incontrovertible"}, 1), page.Look{Width: column})
	if lost := long.Lost(); !strings.HasSuffix(lost, "mm high, more than a page of 240mm") {
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
	solid, _ := solidAndPale(d)
	var bars, top vg.Length
	for _, bar := range solid {
		low, high := extent(bar)
		bars, top = max(bars, high.Y-low.Y), max(top, high.Y)
	}
	if over := d.Height - top; 3*bars < 2*over {
		t.Errorf("two rows of bars %v points high stand under %v points", bars, over)
	}
}

// A sign that the figure explains is on it: unknown tokens are in brackets, and have no number.
func TestUnknownTokensHaveTheirSign(t *testing.T) {
	ts := tokensOf(1, []string{"a", "b"}, info.Bits(math.NaN()), 1)
	d := drawTokens(ts, page.Look{Width: page.LeastWidth})
	says := strings.Join(d.Texts, " ")
	if !strings.HasSuffix(says, " [a] b 1.0") {
		t.Errorf("it says %q", says)
	}
}

// Rows end between words, as far as these have room, and between tokens of a text without spaces.
func TestRowsEndBetweenWords(t *testing.T) {
	for text, want := range map[string]string{
		"An| old| sp|ruce| shades| the| young| beech|es| below| the| ridge|,| and| moss|es| grow|.": " ",
		"y| Niederschlags|wahrscheinlichkeiten|Donaudampfschifffahrt":                               "",
		"雪|が|降|る|夜|に|犬|が|鳴|く|声|を|聞|く|人|も|な|い|里":                                                     "",
	} {
		tokens := strings.Split(text, "|")
		ts := tokensOf(1, tokens, slices.Repeat([]info.Bits{2}, len(tokens))...)
		page.Draw(page.Figure{Draw: func(pg *page.Page) {
			rows, i := ts.rows(pg), 0
			if len(rows) < 2 {
				t.Errorf("%.6q is in one row", text)
			}
			for _, row := range rows {
				if i > 0 && !strings.HasPrefix(tokens[i], want) {
					t.Errorf("a row begins with %q", tokens[i])
				}
				i += len(row)
				wide := vg.Length(0)
				for _, c := range row {
					wide += c.width
				}
				if wide > pg.Size().X {
					t.Errorf("the row that begins with %q takes %v of %v", row[0].name, wide, pg.Size().X)
				}
			}
		}}, page.Look{Width: 84 * vg.Millimeter})
	}
}

// Those who hear a figure hear the tokens, and no signs for what cannot be seen.
func TestTokensAreSpelled(t *testing.T) {
	const want = "hi new line, 1.0; a·b, 2.0; ¶, 1.0; x tab y, 1.0; space, 1.0; the cat, 1.0; “”, 1.0; 1_U+00A0*, 1.0."
	ts := newTokens(table.Tokens{
		Texts: []string{"hi\n", "a·b", "¶", "x\ty", "  ", " the cat", "", "1_\u00a0*"},
		Costs: []info.Bits{1, 2, 1, 1, 1, 1, 1, 1},
	}, "token", "surprisal")
	if got := ts.list(); !strings.Contains(got, ": "+want+" ") {
		t.Errorf("it lists %q, want %q", got, want)
	}
}

// Of tokens whose costs are written alike, all are solid or none is.
func TestCostsWrittenAlikeAreDrawnAlike(t *testing.T) {
	costs := []info.Bits{6, 1.745, 1.727, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6}
	ts := newTokens(table.Tokens{Texts: make([]string, len(costs)), Costs: costs}, "token", "surprisal")
	if dear := ts.dearest(); dear.number != 3 || !dear.has(1.727) || dear.has(0.6) {
		t.Errorf("the dearest are %+v, want three", dear)
	}
}
