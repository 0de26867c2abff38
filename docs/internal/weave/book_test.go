package weave_test

import (
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/docs/internal/booktest"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

func wovenBook(t *testing.T) *weave.Book {
	t.Helper()
	b, problems := weave.Pages(booktest.Results(t, booktest.Copy(t)))
	booktest.WantProblems(t, problems)
	return b
}

func TestWeave(t *testing.T) {
	pages := map[string]string{}
	for _, d := range wovenBook(t).Drafts {
		pages[d.Page.Path] = string(d.Woven.Text)
	}
	for _, c := range []struct{ page, want string }{
		{"docs/01-start.md", "<!-- code 01-start ruledOut -->\n```go\nfunc ruledOut(w io.Writer) {\n\tfmt.Fprintln(w, \"x\")\n}\n```\n"},
		{"docs/01-start.md", "<!-- output 01-start diary -->\n```console\n$ go run ./chapters/01-start diary\nH(p) = 1.75 bits\nchange: -0.5\n"},
		{"docs/01-start.md", "<!-- code info Bits.Nats -->\n```go\n// Nats converts.\nfunc (b Bits) Nats() Nats {\n"},
		{"docs/01-start.md", "<!-- math 01-start diary sum -->\n```math\n" + `0.5 \cdot 1 + 0.25 \cdot 3 = 1.25`},
		{"docs/01-start.md", "<!-- value 01-start diary H(p) .1 -->1.8<!-- / -->,"},
		{"docs/01-start.md", "<!-- value 01-start diary change -->−0.5<!-- / -->."},
		{"README.md", "It has <!-- value 01-start diary H(p) -->1.75<!-- / --> bits"},
		{"README.md", "<!-- cite chain-rule -->[claim 2.1](docs/claims.md#21-chain-rule)<!-- / -->."},
		{"README.md", "<!-- figure curve -->\n![It climbs \\[slowly\\].](docs/figures/curve.svg)\n\n" +
			"*A curve is highest at ½.* Drawn by `go run ./plots -only curve`.\n<!-- / -->"},
		{"docs/01-start.md", `<!-- claim gibbs -->
> **[Claim 1.1](claims.md#11-gibbs-inequality)** (Gibbs' inequality). No model beats the truth:
>
> ` + "```text" + `
> H(p, q) ≥ H(p)
> ` + "```" + `
>
> It is an equality where p \* q is.
>
> Without “q sums to 1” it breaks: p = (1), q = (2): H(p, q) = −1 is less than H(p) = 0.
>
> Checked by [` + "`go test . -run 'TestGibbs$'`" + `](../properties_test.go#L12-L13)
<!-- / -->`},
		{"docs/claims.md", `<!-- claims 2 -->
### 2.1 chain rule

Parts add up.

- It catches “a minus”: x = −2.

Checked by [` + "`go test . -run 'TestChainRule$'`" + `](../properties_test.go#L16-L16).
Made in [2 Ends](02-end.md#it-ends).
<!-- / -->`},
		{"docs/claims.md", "<!-- claims 1 -->\n### 1.1 Gibbs' inequality\n\nNo model beats the truth:\n\n```text\nH(p, q) ≥ H(p)\n```\n\n"},
		{"docs/claims.md", "Source: Cover & Thomas 2006, Theorem 2.6.3.\n" +
			"Made in [1 Start](01-start.md#same), [Same](01-start.md#same-1), [2 Ends](02-end.md#it-ends)."},
	} {
		if !strings.Contains(pages[c.page], c.want) {
			t.Errorf("%s lacks\n%s", c.page, c.want)
		}
	}
}

func TestDifferences(t *testing.T) {
	b := wovenBook(t)
	b.Runs.Figures["drop"] = runs.Figure{SVG: []byte("<svg/>")}
	delete(b.Runs.Figures, "curve")
	stale := strings.ReplaceAll(string(b.Runs.Figures["stale"].SVG), "old", "new")
	b.Runs.Figures["stale"] = runs.Figure{SVG: []byte(stale)}
	booktest.WantProblems(t, b.Differences(),
		`README.md:4: have "", want "![It climbs`,
		`README.md:6: have "0", want "1.75"`,
		`README.md:6: have "?", want "[claim 2.1]`,
		`docs/01-start.md:5: have "0", want "1.75"`,
		`docs/01-start.md:9: have "", want "func ruledOut(w io.Writer) {"`,
		`docs/01-start.md:13: have "old", want "$ go run ./chapters/01-start diary"`,
		`docs/01-start.md:16: have "0", want "1.8"`,
		`docs/01-start.md:16: have "0", want "2"`,
		`docs/01-start.md:16: have "0", want "−0.5"`,
		`docs/01-start.md:20: have "", want "// Nats`,
		`docs/01-start.md:24: have "", want "0.5 \\cdot`,
		`docs/01-start.md:29: have "", want "> **[Claim 1.1]`,
		`docs/01-start.md:33: have "?", want "[claim 1.1]`,
		`docs/02-end.md:7: have "?", want "[claim 1.1]`,
		`docs/02-end.md:7: have "?", want "[claim 2.1]`,
		`docs/claims.md:4: have "", want "### 1.1 Gibbs' inequality"`,
		`docs/claims.md:7: have "", want "### 2.1 chain rule"`,
		`docs/figures/curve.svg:1: have a file, want none`,
		`docs/figures/drop.svg:1: have no file`,
		`docs/figures/stale.svg:2: have "old", want "new"`,
	)
}

// What is written is woven: written again, it stays as it is.
func TestWrite(t *testing.T) {
	root := booktest.Copy(t)
	booktest.Write(t, root, "docs/figures/old.svg", "")
	results := booktest.Results(t, root)
	results.Figures["new"] = runs.Figure{SVG: []byte("<svg>new</svg>")}
	for _, want := range []string{
		"README.md: written\n" +
			"01-start: 2 sections, 1 output, 4 values, 0 figures, 1 claim; written\n" +
			"02-end: 1 section, 0 outputs, 0 values, 0 figures, 2 claims; written\n" +
			"docs/claims.md: written\ndocs/figures: 2 figures changed\nin all: 5 pages, 3 figures, 2 claims\n",
		"01-start: 2 sections, 1 output, 4 values, 0 figures, 1 claim; unchanged\n" +
			"02-end: 1 section, 0 outputs, 0 values, 0 figures, 2 claims; unchanged\n" +
			"in all: 5 pages, 3 figures, 2 claims\n",
	} {
		b, problems := weave.Pages(results)
		booktest.WantProblems(t, problems)
		have, err := b.Write(root)
		if err != nil {
			t.Fatal(err)
		}
		if have != want {
			t.Errorf("have\n%swant\n%s", have, want)
		}
	}
	figures, _ := filepath.Glob(filepath.Join(root, "docs/figures/*"))
	if len(figures) != 3 || filepath.Base(figures[1]) != "new.svg" {
		t.Errorf("the figures are %q", figures)
	}
}
