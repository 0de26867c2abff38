package site

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/weave"
)

// contentsFile lists the pages in their order.
const contentsFile = "docs/README.md"

// A page is one of the book's.
type page struct {
	markdown.Page
	Name    string // of its file, without .html
	Heading string // what it is about, in short
	Mark    string // 1 to 7 for a chapter, A to D for an appendix
	Body    template.HTML

	Previous, Next *page
}

// File is the name of the page's file.
func (p *page) File() string { return p.Name + ".html" }

// errorf says what is wrong at an offset of the page.
func (p *page) errorf(at int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", p.Path, p.Line(at), fmt.Errorf(format, args...))
}

// Sections are the headings that the contents show of the page at hand.
func (p *page) Sections() []markdown.Heading {
	if p.Doc == nil {
		return nil
	}
	return slices.DeleteFunc(p.Headings(), func(h markdown.Heading) bool { return h.Level != 2 })
}

// readPages reads the pages of the book: the contents, and then those that it links to.
func readPages(files fs.FS) ([]*page, error) {
	contents, err := readPage(files, contentsFile)
	if err != nil {
		return nil, err
	}
	pages := []*page{contents}
	seen := map[string]bool{contentsFile: true}
	for _, l := range contents.Links() {
		if seen[l.File] || path.Ext(l.File) != ".md" {
			continue
		}
		seen[l.File] = true
		p, err := readPage(files, l.File)
		if err != nil {
			return nil, err
		}
		pages = append(pages, p)
	}
	all, _ := fs.Glob(files, "docs/*.md")
	for _, file := range all {
		if !seen[file] {
			return nil, fmt.Errorf("%s: %s does not link to it", file, contentsFile)
		}
	}
	for i, p := range pages[1:] {
		p.Previous, pages[i].Next = pages[i], p
	}
	return pages, nil
}

func readPage(files fs.FS, file string) (*page, error) {
	text, err := fs.ReadFile(files, file)
	if err != nil {
		return nil, err
	}
	p := &page{Page: markdown.Parse(file, text, weave.Kinds()), Name: pageName(file)}
	if len(p.Problems) > 0 {
		return nil, p.Problems
	}
	p.Heading, _, _ = strings.Cut(p.Title(), ":")
	if chapter, _, ok := strings.Cut(p.Chapter(), "-"); ok {
		p.Mark = strings.ToUpper(strings.TrimLeft(chapter, "0"))
	}
	p.dropPager()
	return p, nil
}

// pageName is the name of a page by its Markdown file.
func pageName(file string) string {
	if file == contentsFile {
		return "index"
	}
	return strings.TrimSuffix(path.Base(file), ".md")
}

// dropPager drops the lines that link to the page before and after, for which the pages
// have a place.
func (p *page) dropPager() {
	for n := p.Doc.FirstChild(); n != nil; {
		at := n
		n = n.NextSibling()
		if first, ok := at.FirstChild().(*ast.Link); ok && p.Plain(first) == "Contents" {
			p.Doc.RemoveChild(p.Doc, at)
		}
	}
}
