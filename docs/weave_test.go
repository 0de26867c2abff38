package main

import (
	"strings"
	"testing"
)

func TestWeave(t *testing.T) {
	w, problems := fakeWork(t, "")
	wantProblems(t, problems)
	for _, c := range []struct{ file, after, want string }{
		{"docs/01-start.md", "<!-- code 01-start ruled-out -->", "```go\nfunc ruledOut(w io.Writer) {\n\tfmt.Fprintln(w, \"x\")\n}\n```\n"},
		{"docs/01-start.md", "<!-- output 01-start diary -->", "```console\n$ go run ./chapters/01-start diary\nH(p) = 1.75 bits\nchange: -0.5\n"},
		{"docs/01-start.md", "<!-- code info Bits.Nats -->", "```go\n// Nats converts.\nfunc (b Bits) Nats() Nats {\n"},
		{"docs/01-start.md", "<!-- math 01-start diary sum -->", "```math\n\\tfrac{1}{2}\\cdot 1 + \\tfrac{1}{4}\\cdot 2 = 1.75\\text{ bits}\n```\n"},
		{"README.md", "<!-- figure curve -->", "![It climbs \\[slowly\\].](docs/figures/curve.svg)\n\n" +
			"*A curve is highest at ½.* Drawn by `go run ./plots -only curve`."},
		{"docs/01-start.md", "<!-- claim gibbs -->", `> **[Claim 1.1](claims.md#11-gibbs-inequality)** (Gibbs' inequality). No model beats the truth:
>
> ` + "```text" + `
> H(p, q) ≥ H(p)
> ` + "```" + `
>
> It is an equality where p \* q is.
>
> Without “q sums to 1” it breaks: p = (1), q = (2): H(p, q) = −1 is less than H(p) = 0.
>
> Checked by [` + "`go test . -run 'TestGibbs$'`" + `](../properties_test.go#L12-L13)`},
		{"docs/claims.md", "<!-- claims 2 -->", `### 2.1 chain rule

Parts add up.

- It catches “a minus”: x = −2.

Checked by [` + "`go test . -run 'TestChainRule$'`" + `](../properties_test.go#L16).
Made in [2 End](02-end.md#it-ends).`},
		{"docs/claims.md", "<!-- claims 1 -->", "### 1.1 Gibbs' inequality\n\nNo model beats the truth:\n\n```text\nH(p, q) ≥ H(p)\n```\n\n"},
	} {
		if have := w.woven(t, c.file, c.after); !strings.HasPrefix(have, c.want) {
			t.Errorf("%s has\n%s\nwant\n%s", c.after, have, c.want)
		}
	}
}

func TestWeaveInline(t *testing.T) {
	w, _ := fakeWork(t, "")
	all := ""
	for _, d := range w.drafts {
		all += string(d.woven.text)
	}
	for _, want := range []string{
		"It has <!-- value 01-start diary H(p) -->1.75<!-- / --> bits",
		"<!-- cite chain-rule -->[claim 2.1](docs/claims.md#21-chain-rule)<!-- / -->.",
		"<!-- value 01-start diary H(p) .1 -->1.8<!-- / -->,",
		"<!-- value 01-start diary change -->−0.5<!-- / -->.",
		"Source: Cover & Thomas 2006, Theorem 2.6.3.\n" +
			"Made in [1 Start](01-start.md#same), [2 End](02-end.md#it-ends).",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the pages lack %q", want)
		}
	}
}

func TestDifferences(t *testing.T) {
	w, _ := fakeWork(t, "")
	w.book.figures["drop"] = figure{svg: []byte("<svg/>")}
	delete(w.book.figures, "curve")
	w.book.figures["stale"] = figure{svg: []byte("<svg>\nnew\n</svg>")}
	wantProblems(t, sorted(w.differences()),
		`README.md:4: have nothing, want "![It climbs`,
		`README.md:6: have "0", want "1.75"`,
		`README.md:6: have "?", want "[claim 2.1]`,
		`docs/01-start.md:5: have "0", want "1.75"`,
		`docs/01-start.md:9: have nothing, want "func ruledOut(w io.Writer) {"`,
		`docs/01-start.md:13: have "old", want "$ go run ./chapters/01-start diary"`,
		`docs/01-start.md:16: have "0", want "1.8"`,
		`docs/01-start.md:16: have "0", want "2"`,
		`docs/01-start.md:16: have "0", want "−0.5"`,
		`docs/01-start.md:20: have nothing, want "// Nats`,
		`docs/01-start.md:24: have nothing, want "\\tfrac`,
		`docs/01-start.md:29: have nothing, want "> **[Claim 1.1]`,
		`docs/02-end.md:7: have "?", want "[claim 1.1]`,
		`docs/02-end.md:7: have "?", want "[claim 2.1]`,
		`docs/claims.md:4: have nothing, want "### 1.1 Gibbs' inequality"`,
		`docs/claims.md:7: have nothing, want "### 2.1 chain rule"`,
		`docs/figures/curve.svg:1: have a file, want none`,
		`docs/figures/drop.svg:1: have no file`,
		`docs/figures/stale.svg:2: have "old", want "new"`,
	)
}

// Woven again, a woven book stays as it is.
func TestWeaveTwice(t *testing.T) {
	w, _ := fakeWork(t, "")
	var pages []page
	for _, d := range w.drafts {
		pages = append(pages, newPage(d.path, d.woven.text))
	}
	again, problems := weave(w.book, pages)
	wantProblems(t, problems)
	wantProblems(t, again.differences())
}
