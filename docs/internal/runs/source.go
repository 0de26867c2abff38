package runs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	maxColumns = 72 // a quoted line fits a phone held sideways
	tabColumns = 4
)

// Code quotes a declaration: of a chapter without its doc comment, which the
// prose replaces; of the library with it, because it is the contract. In a
// chapter, name may be a section's: ruled-out is ruledOut.
func (r *Results) Code(dir, name string) (string, error) {
	if r.HasChapter(dir) == nil {
		return r.quote("chapters/"+dir, camelCase(name), false)
	}
	return r.quote(dir, name, true)
}

func (r *Results) quote(dir, name string, doc bool) (string, error) {
	paths, _ := fs.Glob(r.Files, path.Join(dir, "*.go"))
	isTest := func(p string) bool { return strings.HasSuffix(p, "_test.go") }
	paths = slices.DeleteFunc(paths, isTest)
	if len(paths) == 0 {
		return "", fmt.Errorf("no chapter and no package %q", dir)
	}
	var has []string
	for _, p := range paths {
		src, err := fs.ReadFile(r.Files, p)
		if err != nil {
			return "", err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, src, parser.ParseComments)
		if err != nil {
			return "", err
		}
		for _, d := range f.Decls {
			names, comment := declared(d)
			if slices.Contains(names, name) {
				from := d.Pos()
				if doc && comment != nil {
					from = comment.Pos()
				}
				return cut(src, fset.Position(from), fset.Position(d.End()))
			}
			has = append(has, names...)
		}
	}
	return "", missing("declaration", name, " in "+dir, has)
}

// declared lists what a declaration declares, methods as T.Name, and its doc
// comment.
func declared(d ast.Decl) (names []string, doc *ast.CommentGroup) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			receiver := d.Recv.List[0].Type
			if star, ok := receiver.(*ast.StarExpr); ok {
				receiver = star.X
			}
			name = fmt.Sprint(receiver) + "." + name
		}
		return []string{name}, d.Doc
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
			case *ast.ValueSpec:
				for _, n := range s.Names {
					names = append(names, n.Name)
				}
			}
		}
		return names, d.Doc
	}
	return nil, nil
}

// cut takes a declaration out of its file, to the end of its last line.
func cut(src []byte, from, to token.Position) (string, error) {
	rest, _, _ := strings.Cut(string(src[to.Offset:]), "\n")
	text := string(src[from.Offset:to.Offset]) + rest + "\n"
	line := from.Line
	for l := range strings.Lines(text) {
		n := utf8.RuneCountInString(l) - 1 + (tabColumns-1)*strings.Count(l, "\t")
		if n > maxColumns {
			return "", fmt.Errorf("%s:%d: a quoted line has %d columns, more than %d",
				from.Filename, line, n, maxColumns)
		}
		line++
	}
	return text, nil
}

// camelCase is the Go name of a section: ruled-out is ruledOut.
func camelCase(section string) string {
	words := strings.Split(section, "-")
	for i, w := range words[1:] {
		if w != "" {
			words[i+1] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "")
}
