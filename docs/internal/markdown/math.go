package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"crossentropy/docs/internal/report"
)

var kindMath = ast.NewNodeKind("Math")

// Math is inline mathematics, $…$ or $`…`$, which goldmark does not know.
type Math struct {
	ast.BaseInline
	TeX text.Segment
}

// Kind tells goldmark the nodes of mathematics from others.
func (n *Math) Kind() ast.NodeKind { return kindMath }

// Dump prints the node for debugging.
func (n *Math) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A mathForm is a way to write a formula within a line, and where GitHub takes it
// for one. GitHub documents the forms, and its users found out where they work:
// https://github.com/github/markup/issues/1742.
type mathForm struct {
	written *regexp.Regexp // a formula with its dollars; the group is its TeX
	before  *regexp.Regexp // the character that it may follow
	after   *regexp.Regexp // what may follow it
	rule    string         // the last two in words
}

var mathForms = []mathForm{
	{
		regexp.MustCompile("^\\$`(.+?)`\\$"),
		regexp.MustCompile(`[^\pL\d-]`),
		regexp.MustCompile(`^(?:[^*_]|$)`),
		"must not follow a letter, digit or hyphen, nor be followed by * or _",
	},
	{
		regexp.MustCompile(`^\$((?:\\.|[^\\$` + "`" + `\s])(?:(?:\\.|[^\\$])*(?:\\.|[^\\$\s]))?)\$`),
		regexp.MustCompile(`[\s(]`),
		regexp.MustCompile(`^(?:[^0-9A-Za-z$*_]|$)`),
		"must follow a space or a (, and not be followed by a letter, digit, $, * or _",
	},
}

type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

// find finds a formula of the form at the beginning of line, nil where none is
// written. It stands well where GitHub would take it for one.
func (f mathForm) find(before rune, line []byte) (at []int, standsWell bool) {
	at = f.written.FindSubmatchIndex(line)
	return at, at != nil && f.before.MatchString(string(before)) && f.after.Match(line[at[1]:])
}

// Parse reads what GitHub would take for a formula.
func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, start := block.PeekLine()
	for _, f := range mathForms {
		if at, ok := f.find(block.PrecendingCharacter(), line); ok {
			block.Advance(at[1])
			return &Math{TeX: text.NewSegment(start.Start+at[2], start.Start+at[3])}
		}
	}
	return nil
}

// MathProblems lists formulas that GitHub would not show as they are meant.
func (p Page) MathProblems() report.Problems {
	plain := Page{Text: p.Text, Doc: plainMarkdown.Parse(text.NewReader(p.Text))}
	m := mathChecker{page: p, prose: plain.Prose()}
	for n := range All[ast.Node](p.Doc) {
		switch n := n.(type) {
		case *Math:
			m.formula(n)
		case *ast.Text:
			if n.Parent().Kind() != ast.KindCodeSpan {
				m.dollars(n.Segment)
			}
		case *ast.FencedCodeBlock:
			if string(n.Language(p.Text)) == "math" {
				m.tex(p.inside(n))
			}
		}
	}
	return m.problems
}

// plainMarkdown knows no mathematics.
var plainMarkdown = goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()

// A mathChecker collects the problems of the formulas of a page.
type mathChecker struct {
	page     Page
	prose    []byte // what is left of the page where no formula is read
	checked  int    // the end of what was reported last
	problems report.Problems
}

func (m *mathChecker) add(at int, formula []byte, why string) {
	m.problems.Add(m.page.Path, m.page.Line(at), "GitHub would not show %.60q as a formula: %s",
		formula, why)
}

var displayForm = regexp.MustCompile(`^\$\$(?:[^$]*\$\$)?`)

// dollars reports the dollars in text, each formula that they were to be once.
func (m *mathChecker) dollars(in text.Segment) {
	for at := in.Start; at < in.Stop; at++ {
		switch m.page.Text[at] {
		case '\\':
			at++ // and what it escapes
		case '$':
			if at >= m.checked {
				m.dollar(at)
			}
		}
	}
}

func (m *mathChecker) dollar(at int) {
	before := '\n'
	if at > 0 {
		before, _ = utf8.DecodeLastRune(m.page.Text[:at])
	}
	line := m.page.Text[at:m.page.lineEnd(at)]
	if written := displayForm.Find(line); written != nil {
		m.checked = at + len(written)
		m.problems.Add(m.page.Path, m.page.Line(at),
			"%.60q: a displayed formula stands in a ```math fence, from which Markdown takes nothing", written)
		return
	}
	for _, f := range mathForms {
		written, standsWell := f.find(before, line)
		if written == nil {
			continue
		}
		m.checked = at + written[1]
		why := "it " + f.rule
		if standsWell {
			why = readFirst
		}
		m.add(at, line[:written[1]], why)
		return
	}
	m.add(at, bytes.TrimSpace(line), "it has no end on its line, or a space inside its dollars; "+
		`a dollar is written \$`)
}

const readFirst = "Markdown reads it first, and takes signs away; write $`…`$, and \\mid for |"

// formula reports a formula that stands in a link, or that Markdown changes.
func (m *mathChecker) formula(n *Math) {
	start, stop := n.TeX.Start, n.TeX.Stop
	written := m.page.Text[start:stop]
	for up := n.Parent(); up != nil; up = up.Parent() {
		if up.Kind() == ast.KindLink || up.Kind() == ast.KindImage {
			m.add(start, written, "it stands in a link or an image")
		}
	}
	left := markdownEscape.ReplaceAll(m.prose[start:stop], nil)
	if m.page.Text[start-1] == '$' && !bytes.Equal(left, written) {
		m.add(start, written, readFirst)
	}
	m.tex(start, stop)
}

// markdownEscape is a backslash that Markdown takes away.
var markdownEscape = regexp.MustCompile("\\\\[!-/:-@[-`{-~]")

// notShown is TeX that GitHub takes for HTML, or refuses.
var notShown = regexp.MustCompile(`<[A-Za-z]|` +
	`\\(?:operatorname|(?:re)?newcommand|DeclareMathOperator|def|let|require|unicode)\b`)

func (m *mathChecker) tex(start, stop int) {
	for _, at := range notShown.FindAllIndex(m.page.Text[start:stop], -1) {
		sign := m.page.Text[start+at[0] : start+at[1]]
		m.problems.Add(m.page.Path, m.page.Line(start+at[0]),
			"GitHub does not show %q in a formula: write \\lt for <, and define no macros", sign)
	}
}

// What plainTeX makes of fractions, of other commands, which leave their names or nothing, and
// of those that have a sign.
var (
	texFraction = regexp.MustCompile(`\\t?frac\{([^{}]*)\}\{([^{}]*)\}`)
	texCommand  = regexp.MustCompile(`\\(?:left|right|mathrm|text|quad|[^a-zA-Z]|([a-zA-Z]+))`)
	texSigns    = strings.NewReplacer(
		`\hat{y}`, "ŷ", `\cdots`, "…", `\cdot`, "·", `\sum`, "Σ", `\|`, "‖", `\mid`, "|", `\left`, "", `\le`, "≤", `\ge`, "≥",
		`\gt`, ">", `\lt`, "<", `\partial`, "∂", `\sigma`, "σ", `\varepsilon`, "ε", `\sqrt`, "√")
)

// plainTeX is a formula as near as letters in a row come to it.
func plainTeX(tex string) string {
	plain := texFraction.ReplaceAllString(texSigns.Replace(tex), "$1/$2")
	return strings.NewReplacer("{", "", "}", "").Replace(texCommand.ReplaceAllString(plain, "$1"))
}
