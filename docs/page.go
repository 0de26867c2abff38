package main

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A page is one Markdown file of the book. Offsets are into its text.
type page struct {
	path     string // from the module's root, with slashes
	text     []byte
	doc      ast.Node
	marks    []mark
	problems []problem
}

var markdown = goldmark.New(
	goldmark.WithExtensions(extension.GFM),
	goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(mathParser{}, 90))))

func newPage(path string, src []byte) page {
	p := page{path: path, text: src, doc: markdown.Parser().Parse(text.NewReader(src))}
	p.findMarks()
	return p
}

func (p *page) problem(offset int, text string) {
	p.problems = append(p.problems, problem{p.path, lineAt(p.text, offset), text})
}

// readPages reads docs/*.md and the README.md at the top.
func readPages(files fs.FS) ([]page, []problem) {
	names, err := fs.Glob(files, "docs/*.md")
	if err != nil {
		return nil, []problem{{"docs", 0, err.Error()}}
	}
	var pages []page
	var problems []problem
	for _, name := range append([]string{"README.md"}, names...) {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			problems = append(problems, problem{name, 0, "cannot be read: " + err.Error()})
			continue
		}
		pages = append(pages, newPage(name, src))
	}
	return pages, problems
}

var chapterPage = regexp.MustCompile(`^docs/((?:\d\d|[a-z])-[^/]+)\.md$`)

// chapter is the name of the page's chapter, "" when it has none.
func (p page) chapter() string {
	if m := chapterPage.FindStringSubmatch(p.path); m != nil {
		return m[1]
	}
	return ""
}

// title is the text of the page's first heading.
func (p page) title() string {
	for _, h := range p.headings() {
		return h.text
	}
	return p.path
}

// rel is the link from the page called from to the file called to.
func rel(from, to string) string {
	r, err := filepath.Rel(path.Dir(from), to)
	if err != nil {
		return to
	}
	return filepath.ToSlash(r)
}

var escapes = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "~", `\~`)

// escape writes plain text as Markdown.
func escape(s string) string { return escapes.Replace(s) }

// escapeLabel writes plain text as the text of a link or an image.
func escapeLabel(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(escape(s))
}

func splitLines(s string) []string {
	if s = strings.TrimSuffix(s, "\n"); s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}
