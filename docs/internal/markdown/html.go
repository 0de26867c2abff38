package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/report"
)

// htmlBlocks lists where blocks of HTML begin and stop, but for comments. Each goes on
// to a blank line, and Markdown reads nothing in it.
func (p Page) htmlBlocks() (all [][2]int) {
	for block := range All[*ast.HTMLBlock](p.Doc) {
		if lines := block.Lines(); block.HTMLBlockType != ast.HTMLBlockType2 && lines.Len() > 0 {
			all = append(all, [2]int{lines.At(0).Start, lines.At(lines.Len() - 1).Stop})
		}
	}
	return all
}

var (
	tag      = regexp.MustCompile(`(?s)<!--.*?-->|</?[A-Za-z][^>]*>`)
	foldTag  = regexp.MustCompile(`<(/?)details\b`)
	markdown = regexp.MustCompile("<!--|```|`|\\]\\(|\\*\\*|\\$")
)

// HTMLProblems lists what Markdown would not read because it stands within HTML, and
// folds, from <details> to </details>, that are not closed or not open.
func (p Page) HTMLProblems() report.Problems {
	var problems report.Problems
	var open []int // where folds begin that are not closed
	for _, block := range p.htmlBlocks() {
		html := p.Text[block[0]:block[1]]
		if at := markdown.FindIndex(html); at != nil {
			problems.Add(p.Path, p.Line(block[0]+at[0]),
				"%s is not read within HTML, which goes on to a blank line", html[at[0]:at[1]])
		}
		for _, m := range foldTag.FindAllSubmatchIndex(html, -1) {
			switch {
			case m[2] == m[3]: // no slash
				open = append(open, block[0]+m[0])
			case len(open) > 0:
				open = open[:len(open)-1]
			default:
				problems.Add(p.Path, p.Line(block[0]+m[0]), "this </details> closes nothing")
			}
		}
	}
	for _, at := range open {
		problems.Add(p.Path, p.Line(at), "no </details> closes this <details>")
	}
	return problems
}
