// Package site writes the book as pages for a browser, which need no network.
package site

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// assets are the parts of the site that are not the book's.
//
//go:embed assets
var assets embed.FS

// A site is the pages of the book, and the files that become of them.
type site struct {
	book     fs.FS
	pages    []*page
	formulas map[string]string // as MathML, by what formulaOf says of them
	notes    []note            // what can be explained in place
	named    map[string][]note // by the words that mention them
	mentions *regexp.Regexp    // those words
	sources  map[string]bool   // the files of code that pages link to
	files    map[string][]byte // of the site, by their names
}

// Build writes the site of the book, whose project is at root, into a folder.
func Build(ctx context.Context, root, dir string) error {
	files, err := makeFiles(ctx, root)
	if err != nil {
		return err
	}
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// makeFiles makes the files of the site in memory.
func makeFiles(ctx context.Context, root string) (map[string][]byte, error) {
	s, err := render(os.DirFS(root))
	if err != nil {
		return nil, err
	}
	library, err := packLibrary(ctx, root)
	if err != nil {
		return nil, err
	}
	for name, data := range map[string]any{
		"info.wasm": library, "lumps": lumpFacts(), "digits": digitFacts(), "letters": letterFacts(),
	} {
		if err := s.writeScript(name, data); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return s.files, nil
}

// render makes those that are the book's.
func render(files fs.FS) (*site, error) {
	pages, err := readPages(files)
	if err != nil {
		return nil, err
	}
	s := &site{book: files, pages: pages, sources: map[string]bool{}, files: map[string][]byte{}}
	for _, step := range []func() error{
		s.readFormulas, s.findNotes, s.link, s.writePages, s.writeBook, s.writeNotes, s.writeSearch,
		s.writeSources, s.writeAssets,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

var pageTemplate = template.Must(template.ParseFS(assets, "assets/page.tmpl"))

func (s *site) write(p *page) error {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, struct {
		*page
		Pages []*page
	}{p, s.pages})
	s.files[p.File()] = b.Bytes()
	return err
}

func (s *site) writePages() (err error) {
	for _, p := range s.pages {
		if p.Body, err = s.writer(p, p.Explorables()...).html(p.Doc); err != nil {
			return err
		}
		if err := s.write(p); err != nil {
			return err
		}
	}
	return nil
}

// writeBook writes one page of all pages, to print.
func (s *site) writeBook() error {
	var all bytes.Buffer
	for _, p := range s.pages {
		body, err := s.writer(p).html(p.Doc)
		if err != nil {
			return err
		}
		fmt.Fprintf(&all, "<article id=%q>\n%s</article>\n", p.Name, p.inBook(string(body)))
	}
	return s.write(&page{Name: "book", Heading: "The whole book", Body: template.HTML(all.String())})
}

// writeScript writes data as a script that sets the variable of that name, bytes as base64.
// It is a script since pages that are opened from the disk may load nothing else.
func (s *site) writeScript(name string, data any) error {
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	s.files[name+".js"] = fmt.Appendf(nil, "window[%q] = %s;\n", name, text)
	return nil
}

// writeSources writes the files of code that pages link to.
func (s *site) writeSources() error {
	for name := range s.sources {
		text, err := fs.ReadFile(s.book, name)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		fmt.Fprintf(&b, "<h1>%s</h1>\n<pre>", name)
		for i, line := range bytes.SplitAfter(text, []byte("\n")) {
			fmt.Fprintf(&b, "<span id=\"L%d\">", i+1)
			template.HTMLEscape(&b, line)
			b.WriteString("</span>")
		}
		b.WriteString("</pre>\n")
		p := &page{Name: sourceName(name), Heading: name, Body: template.HTML(b.String())}
		if err := s.write(p); err != nil {
			return err
		}
	}
	return nil
}

// sourceName is the name of the page of a file of code.
func sourceName(file string) string { return strings.ReplaceAll(file, "/", "-") }

// writeAssets writes scripts as they are, and the style with what the book adds.
func (s *site) writeAssets() error {
	return fs.WalkDir(assets, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) == ".tmpl" {
			return err
		}
		text, err := assets.ReadFile(name)
		if name == "assets/style.css" {
			text = slices.Concat(text, codeStyle())
		}
		s.files[name[len("assets/"):]] = text
		return err
	})
}
