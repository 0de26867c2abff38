package check_test

import (
	"strings"
	"testing"

	"crossentropy/docs/internal/booktest"
	"crossentropy/docs/internal/check"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

// problems weaves the small book at root, with the text as one more page, and
// checks it.
func problems(t *testing.T, root, text string) report.Problems {
	t.Helper()
	booktest.Write(t, root, "docs/more.md", text)
	b, problems := weave.Pages(booktest.Results(t, root))
	return append(problems, check.Book(b)...)
}

// fold is Markdown that a reader has to unfold.
func fold(text string) string {
	return "<details>\n<summary>Answer</summary>\n\n" + text + "\n\n</details>"
}

func TestProblems(t *testing.T) {
	root := booktest.Copy(t)
	for _, c := range []struct{ name, text, want string }{
		{"kind", "a <!-- valeu x -->1<!-- / -->", `1: no marker "valeu x" (has code, output,`},
		{"chapter", "a <!-- value 1-start diary H(p) -->1<!-- / -->", `1: no chapter is called "1-start" (has 01-start, 02-end)`},
		{"section", "a <!-- value 01-start diry H(p) -->1<!-- / -->", `1: no section of 01-start is called "diry" (has diary, ruled-out)`},
		{"label", "a <!-- value 01-start diary H(q) -->1<!-- / -->", `1: 01-start diary: no line has label "H(q)"`},
		{"figure", "<!-- figure curv -->\n<!-- / -->", `1: no figure is called "curv" (has curve, stale)`},
		{"claim", "<!-- claim gibs -->\n<!-- / -->", `1: no claim is called "gibs" (has chain-rule, gibbs)`},
		{"exercise", "<!-- exercise Haf -->\n<!-- / -->", `1: no exercise is called "Haf" (has Half)`},
		{"package", "<!-- code inf Bits -->\n```go\n```", `1: no chapter and no package "inf"`},
		{"function", "<!-- code 01-start short -->\n```go\n```", `1: no declaration in chapters/01-start is called "short" (has long, p, ruledOut)`},
		{"columns", "<!-- code 01-start long -->\n```go\n```", `1: a quoted line has 93 columns, more than 72: "fmt.Println`},
		{"arguments", "a <!-- value 01-start diary -->1<!-- / -->", `1: a marker reads <!-- value CHAPTER`},
		{"math", "<!-- math 01-start diary x -->\n```math\n```", `1: 01-start diary: 0 lines begin with label "x"`},
		{"no fence", "<!-- code 01-start p -->\n\ntext", "1: no ```go fence after this code marker"},
		{"open fence", "<!-- code 01-start p -->\n```go\nvar p\n", "1: the fence after this marker is not closed"},
		{"no close", "<!-- figure curve -->\n\ntext", "1: no <!-- / --> alone on a line closes this figure"},
		{"no close before the next", "<!-- figure curve -->\n\n<!-- claim gibbs -->\n<!-- / -->", "1: no <!-- / --> alone"},
		{"text after the close", "<!-- figure curve -->\n<!-- / --> b", "1: no <!-- / --> alone"},
		{"no inline close", "a <!-- cite gibbs -->x\n\nb <!-- / --> c", "1: no <!-- / --> closes this cite marker"},
		{"stray close", "a\n\n<!-- / -->", "3: this <!-- / --> closes nothing"},
		{"start of line", "a\n<!-- cite gibbs -->x<!-- / --> b", "2: a cite marker begins the line"},
		{"start of row", "a | b\n--|--\n<!-- cite gibbs -->x<!-- / --> | b", "3: a cite marker begins the line"},
		{"in code", "a `<!-- cite gibbs -->x<!-- / -->`", "1: this <!-- / --> closes nothing"},
		{"in mathematics", "a $`x = <!-- cite gibbs -->x<!-- / -->`$", "1: this <!-- / --> closes nothing"},
		{"pipe in a table", "a | b\n--|--\nx <!-- cite a|b -->x<!-- / --> | b", "3: this <!-- / --> closes nothing"},
		{"hyphens", "x <!-- value 01-start diary a -- b -->x<!-- / -->", `1: a marker holds no "--"`},
		{"text after a block", "<!-- figure curve --> text\n<!-- / -->", "1: a figure marker stands alone"},
		{"block in a list", "- <!-- figure curve -->\n  <!-- / -->", "1: a figure marker stands alone on its line, at the left margin"},
		{"in HTML", "<p>\n<!-- cite gibbs -->x<!-- / -->\n</p>", "2: <!-- is not read within HTML"},
		{"tight fold", "<details>\n<!-- code 01-start p -->\n```go\n```\n</details>", "2: <!-- is not read within HTML"},
		{"summary", "<details><summary>a `b`</summary>\n\nc\n\n</details>", "1: ` is not read within HTML"},
		{"link in HTML", "<details>\n[b](claims.md)\n\n</details>", "2: ]( is not read within HTML"},
		{"open fold", "a\n\n<details>\n\nb", "3: no </details> closes this <details>"},
		{"closed fold", "a\n</details>", "2: this </details> closes nothing"},
		{"link in a fold", fold("[b](c.md)"), "4: no file docs/c.md to link to"},
		{"value in a fold", fold("a <!-- value 01-start diary x -->1<!-- / -->"), `4: 01-start diary: no line has label "x"`},
		{"formula in a fold", fold("x-$p$ b"), "4: GitHub would not show \"$p$\" as a formula"},
		{"number in a fold", fold("b 1.5 c"), "4: the number 1.5 stands in no value"},
		{"number in a summary", "<details><summary>1.5</summary>\n\nc\n\n</details>", "1: the number 1.5 stands in no value"},
		{"link", "a [b](c.md)", "1: no file docs/c.md to link to"},
		{"image", "a ![b](figures/c.svg)", "1: no file docs/figures/c.svg to link to"},
		{"anchor", "a\n[b](01-start.md#same-2)", "2: no heading #same-2 in docs/01-start.md"},
		{"command", "a\n`go run ./chapters/03-gone`", `2: no chapter is called "03-gone" (has 01-start, 02-end)`},
		{"section run", "`go run ./chapters/02-end diary`", `1: no section of 02-end is called "diary" (has end)`},
		{"figure drawn", "`go run ./plots -only curl`", `1: no figure is called "curl" (has curve, stale)`},
		{"claim tested", "`go test . -run 'TestGibs$' -v`", "1: no claim is tested by TestGibs"},
		{"exercise marked", "a `go test -mine Haf`", `1: no exercise is called "Haf" (has Half)`},
		{"formula", "a\nx-$p$ b", "2: GitHub would not show \"$p$\" as a formula"},
		{"number", "a\nb 1.5 c", "2: the number 1.5 stands in no value"},
	} {
		t.Run(c.name, func(t *testing.T) {
			booktest.WantProblems(t, problems(t, root, c.text), "docs/more.md:"+c.want)
		})
	}
}

func TestNoProblems(t *testing.T) {
	root := booktest.Copy(t)
	for _, text := range []string{
		"```markdown\nx <!-- cite gibbs -->x<!-- / -->\n```",
		"```text\n<!-- cite gibbs -->\n```",
		"write \\<!-- cite gibbs --> there",
		"write `<!-- cite gibbs -->` there",
		"a | b\n--|--\n| <!-- cite gibbs -->x<!-- / --> | b",
		"- a <!-- cite gibbs -->x<!-- / -->",
		"a *b <!-- cite gibbs -->x<!-- / --> c*, with <!-- value 01-start\ndiary H(p) -->x<!-- /\n-->",
		"<!-- code 01-start p -->\n```go\n```",
		"a <!-- value 01-start diary H(p) -->2.75<!-- / -->", // stale, and no number of the author's
		"[a](https://example.org/x#y) <me@example.org> [b](../info) [c](02-end.md#it-ends)",
		"`go run ./chapters/01-start` or `go run ./chapters/01-start diary -p 0.5,0.5`",
		"`go run ./chapters/01-start \"two words\"`, `go run ./chapters/01-start -p 0.5,0.5 diary` and `go run ./plots -only curve -p 1`",
		"`go test . -run 'TestGibbs$' -v`. Next: [b](claims.md)",
		"`go test -mine Half`",
		fold("<!-- output 02-end end -->\n```console\n```\n\na <!-- value 01-start diary H(p) -->2.75<!-- / --> b\n\n" +
			"<!-- math 01-start diary sum -->\n```math\n```\n\n[b](02-end.md#it-ends), $p$"),
		fold("<!-- exercise Half -->\n<!-- / -->"),
	} {
		booktest.WantProblems(t, problems(t, root, text))
	}
}

func TestPageProblems(t *testing.T) {
	root := booktest.Copy(t)
	booktest.Write(t, root, "docs/01-start.md", "# Start\n")
	booktest.Write(t, root, "docs/02-end.md", "# End\n")
	booktest.Write(t, root, "docs/claims.md", "<!-- claims 1 -->\n<!-- / -->\n")
	results := booktest.Results(t, root)
	results.Chapters["03-more"], results.Chapters["02-end"] = runs.Chapter{}, nil
	b, problems := weave.Pages(results)
	booktest.WantProblems(t, append(problems, check.Book(b)...),
		"chapters/03-more: no page docs/03-more.md",
		"chapters/exercises/start.go:6: exercise Half has no place in the book",
		"docs/01-start.md:1: no link to the next page, 02-end.md",
		"docs/01-start.md:1: no link to the previous page, README.md",
		"docs/02-end.md:1: no link to the next page, claims.md",
		"docs/02-end.md:1: no link to the previous page, 01-start.md",
		"docs/02-end.md:1: no program chapters/02-end",
		"properties_test.go:12: claim 1.1 (gibbs) is a claim without a place",
		"properties_test.go:16: claim 2.1 (chain-rule) is a claim without a place",
		"properties_test.go:16: claim 2.1 is not listed in docs/claims.md",
	)
}

func TestNumbers(t *testing.T) {
	root := booktest.Copy(t)
	for _, c := range []struct {
		text string
		want int
	}{
		{"a 1.5, 12 and 1,000 or 3 or .5 or 2x", 4},
		{"# It is 1.5\n\n$p = 0.5$ and $`p_{12}`$", 3},
		{"*1.5* [1.5](a.md) | 1.5", 3},
		{"1e-9 float64 v0.17 x86 `1.5` [a](1.5.md) https://a.org/1.5", 0},
		{"Shannon (1948, §6; 1951), Theorem\n2.6.3, Claims 3.2 and 3.4, Go 1.25, CC BY 4.0", 0},
		{"2000 days, 64-bit", 1},
		{"```math\nx = 1.5 + 2^{64}\n```", 1},
		{"```text\n1.5\n```", 0},
		{"pages 12–14 of sections 2.1, 2.2 and 12", 0},
	} {
		have := 0
		for _, p := range problems(t, root, c.text) {
			if strings.Contains(p.Text, "stands in no value marker") {
				have++
			}
		}
		if have != c.want {
			t.Errorf("%q has %d numbers, want %d", c.text, have, c.want)
		}
	}
}
