package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A link leads from an offset of a page to a file of the project.
type link struct {
	at             int
	file, fragment string
	label          string // the word before it
}

// links lists the page's links and images within the project.
func (p page) links() []link {
	var links []link
	p.walk(func(n ast.Node) {
		var to []byte
		switch n := n.(type) {
		case *ast.Link:
			to = n.Destination
		case *ast.Image:
			to = n.Destination
		default:
			return
		}
		u, err := url.Parse(string(to))
		if err != nil {
			links = append(links, link{n.Pos(), string(to), "", p.wordBefore(n)})
		} else if u.Scheme == "" && u.Host == "" {
			links = append(links, link{n.Pos(), p.resolve(u.Path), u.Fragment, p.wordBefore(n)})
		}
	})
	return links
}

// wordBefore is the last word of the text right before a node.
func (p page) wordBefore(n ast.Node) string {
	before, ok := n.PreviousSibling().(*ast.Text)
	if !ok {
		return ""
	}
	words := strings.Fields(string(before.Value(p.text)))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// targets is what links can lead to: the woven pages, the figures drawn, and
// the files of the project.
type targets struct {
	book  *book
	pages map[string]page
}

func (t targets) deadLinks(p page) []finding {
	var found []finding
	for _, l := range p.links() {
		if what := t.dead(l); what != "" {
			found = append(found, finding{l.at, what})
		}
	}
	return found
}

// dead says what is wrong with a link, "" when nothing is.
func (t targets) dead(l link) string {
	text, exists := t.read(l.file)
	if !exists {
		return fmt.Sprintf("no file %s to link to", l.file)
	}
	switch {
	case l.fragment == "":
		return ""
	case strings.HasSuffix(l.file, ".md"):
		return t.deadAnchor(l, text)
	}
	return deadLines(l, text)
}

func (t targets) read(file string) ([]byte, bool) {
	if p, ok := t.pages[file]; ok {
		return p.text, true
	}
	if name, ok := strings.CutPrefix(file, figureDir); ok && strings.HasSuffix(name, ".svg") {
		f, ok := t.book.figures[strings.TrimSuffix(name, ".svg")]
		return f.svg, ok
	}
	info, err := fs.Stat(t.book.files, file)
	if err != nil || info.IsDir() {
		return nil, err == nil
	}
	text, err := fs.ReadFile(t.book.files, file)
	return text, err == nil
}

func (t targets) deadAnchor(l link, text []byte) string {
	p, ok := t.pages[l.file]
	if !ok {
		p = newPage(l.file, text)
	}
	has := func(h heading) bool { return h.slug == l.fragment }
	if slices.ContainsFunc(p.headings(), has) {
		return ""
	}
	return fmt.Sprintf("no heading #%s in %s", l.fragment, l.file)
}

var lineRange = regexp.MustCompile(`^L(\d+)(?:-L(\d+))?$`)

func deadLines(l link, text []byte) string {
	m := lineRange.FindStringSubmatch(l.fragment)
	if m == nil {
		return fmt.Sprintf("no anchor #%s in %s", l.fragment, l.file)
	}
	first, _ := strconv.Atoi(m[1])
	last, err := strconv.Atoi(m[2])
	if err != nil {
		last = first
	}
	if lines := bytes.Count(text, []byte("\n")); first < 1 || last < first || last > lines {
		return fmt.Sprintf("no lines #%s in %s, which has %d", l.fragment, l.file, lines)
	}
	return ""
}
