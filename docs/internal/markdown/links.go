package markdown

import (
	"net/url"
	"path"
	"path/filepath"

	"github.com/yuin/goldmark/ast"
)

// A Link leads from an offset of a page to a file of the project.
type Link struct {
	At             int
	File, Fragment string
}

// Links lists the page's links and images within the project.
func (p Page) Links() []Link {
	var links []Link
	for n := range All[ast.Node](p.Doc) {
		var to []byte
		switch n := n.(type) {
		case *ast.Link:
			to = n.Destination
		case *ast.Image:
			to = n.Destination
		default:
			continue
		}
		u, err := url.Parse(string(to))
		if err != nil || u.Scheme != "" || u.Host != "" {
			continue
		}
		file := p.Path
		if u.Path != "" {
			file = path.Join(path.Dir(p.Path), u.Path)
		}
		links = append(links, Link{n.Pos(), file, u.Fragment})
	}
	return links
}

// Relative is the link from the page called from to the file called to.
func Relative(from, to string) string {
	r, _ := filepath.Rel(path.Dir(from), to) // both are relative, so that there is one
	return filepath.ToSlash(r)
}
