package main

import (
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

func TestRowsOfTokensAreBalanced(t *testing.T) {
	ts := tokens{texts: slices.Repeat([]string{"token"}, 31), costs: slices.Repeat([]info.Bits{1}, 31)}
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		for _, row := range ts.rows(pg) {
			if n := len(row.widths); n < 9 || n > 11 {
				t.Errorf("%d tokens in the row from %d on", n, row.from)
			}
		}
	}}, page.Look{Width: page.Width})
}

// What is drawn and not counted is told, no row has the end of a text alone, and a bar of 0 does
// not reach below the axis.
func TestTokensWithoutCosts(t *testing.T) {
	table := "token,surprisal\nIch,\n komme,3\n morgen,0\n bald,1.7\n\"\n\",0.6\n<|endoftext|>,4.8\n"
	ts, err := tokensIn("t.csv", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	if caption := ts.named("surprisal"); !strings.HasSuffix(caption, "; · is a space; – is unknown, and not counted") {
		t.Errorf("the caption is %q", caption)
	}
	d := page.Draw(page.Figure{Draw: func(pg *page.Page) {
		for _, row := range ts.rows(pg) {
			if len(row.widths) < 2 {
				t.Errorf("token %d is alone", row.from)
			}
		}
		ts.drawRow(pg, tokenRow{2, []vg.Length{30}}, 1, 10, 1)
	}}, page.Look{Width: page.LeastWidth})
	var axis vg.Length
	for _, m := range d.Marks {
		switch {
		case m.Kind == page.Stroke && m.Ink == page.Muted:
			axis = m.Path[0].Pos.Y
		case m.Kind == page.Stroke && m.Ink == page.Blue && m.Path[0].Pos.Y-m.Width/2 < axis-1e-9:
			t.Errorf("a bar of 0 reaches below the axis, at %v", axis)
		}
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
	for _, shown := range []string{">·cat<", ">&#34;x&#34;·<", ">¶<", "cross entropy: 1.44 bits a token, perplexity 2.72", "; · is a space"} {
		if !strings.Contains(files["sentence.svg"], shown) {
			t.Errorf("the figure does not say %s", shown)
		}
	}
	without := written(t, "t.csv", "token,logprob\na,-1\nb,-1\n")
	if svg := drawn(t, "-only", "sentence", "-data", without)["sentence.svg"]; strings.Contains(svg, "is a space") {
		t.Error("the figure says what a dot is, and has none")
	}
	for table, want := range map[string]string{
		"ĠcatĊ,-1\n▁cat,-1":  ">·cat¶<",
		"a cat,-1\nĠ,-1":     ">Ġ<",
		"ĠgrÃ¼ne,-1\næĿ±,-1": ">·grüne<",
		"æĿ±,-1\nðŁĺĢ,-1":    ">東<",
		"ĠgrÃ¼ne,-1\nðŁ,-1":  ">·grÃ¼ne<", // a part of a letter
		"für,-1\nx,-1":       ">für<",
	} {
		path := written(t, "t.csv", "token,logprob\n"+table)
		if svg := drawn(t, "-only", "sentence", "-data", path)["sentence.svg"]; !strings.Contains(svg, want) {
			t.Errorf("of %q the figure does not say %s", table, want)
		}
	}
}
