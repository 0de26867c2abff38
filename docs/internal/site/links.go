package site

import (
	"errors"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/markdown"
)

// link makes the links of the Markdown those of the site, and adds the figures to it.
func (s *site) link() error {
	for _, p := range s.pages {
		for n := range markdown.All[ast.Node](p.Doc) {
			var err error
			switch n := n.(type) {
			case *ast.Link:
				var to string
				to, err = s.href(p, string(n.Destination))
				n.Destination = []byte(to)
			case *ast.Image:
				err = s.addFigure(n)
			}
			if err != nil {
				return p.errorf(n.Pos(), "%w", err)
			}
		}
	}
	return nil
}

// href is where a link of a page leads to on the site.
func (s *site) href(p *page, link string) (string, error) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" {
		return link, err
	}
	file := p.Path
	if u.Path != "" {
		file = path.Join(path.Dir(file), u.Path)
	}
	for _, to := range s.pages {
		switch {
		case to.Path != file:
		case to == p && u.Fragment != "":
			return "#" + u.Fragment, nil
		default:
			return strings.TrimSuffix(to.File()+"#"+u.Fragment, "#"), nil
		}
	}
	if _, err := fs.Stat(s.book, file); err != nil {
		return "", err
	}
	s.sources[file] = true
	line, _, _ := strings.Cut(u.Fragment, "-")
	return strings.TrimSuffix(sourceName(file)+".html#"+line, "#"), nil
}

var figureSize = regexp.MustCompile(`^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"`)

// addFigure adds a figure to the site. Its image has its size, for which pages keep room until
// it is loaded.
func (s *site) addFigure(image *ast.Image) error {
	name := string(image.Destination)
	svg, err := fs.ReadFile(s.book, "docs/"+name)
	if err != nil {
		return err
	}
	size := figureSize.FindSubmatch(svg)
	if size == nil {
		return errors.New(name + " is no figure with a size")
	}
	image.SetAttributeString("width", size[1])
	image.SetAttributeString("height", size[2])
	s.files[name] = svg
	return nil
}

var (
	asksForNote = regexp.MustCompile(` class="(?:term|source)"`)
	toPage      = regexp.MustCompile(` href="([\w-]+)\.html"`)
	toPart      = regexp.MustCompile(` href="([\w-]+)\.html#`)
)

// elsewhere is HTML of a page for where it is not on the page: links lead there from anywhere.
func (p *page) elsewhere(text string) string {
	return strings.ReplaceAll(text, ` href="#`, ` href="`+p.File()+"#")
}

// inBook is HTML of a page among all pages on one, where each anchor begins with the name of
// its page, and no link asks for a note.
func (p *page) inBook(text string) string {
	text = asksForNote.ReplaceAllString(text, "")
	text = strings.ReplaceAll(p.elsewhere(text), ` id="`, ` id="`+p.Name+"-")
	text = toPage.ReplaceAllString(text, ` href="#$1"`)
	return toPart.ReplaceAllString(text, ` href="#$1-`)
}
