package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxColumns = 72 // a quoted line fits a phone held sideways
	tabColumns = 4
)

// code quotes a declaration: of a chapter without its doc comment, which the
// prose replaces; of the library with it, because it is the contract.
func (b *book) code(_ string, args []string) (string, error) {
	dir, name, chapter := args[0], args[1], false
	if _, chapter = b.chapters[dir]; chapter {
		dir, name = "chapters/"+dir, camelCase(name)
	}
	return quote(b.files, dir, name, !chapter)
}

func quote(files fs.FS, dir, name string, doc bool) (string, error) {
	paths, _ := fs.Glob(files, path.Join(dir, "*.go"))
	paths = slices.DeleteFunc(paths, func(p string) bool { return strings.HasSuffix(p, "_test.go") })
	if len(paths) == 0 {
		return "", fmt.Errorf("no chapter and no package %q", dir)
	}
	var has []string
	for _, p := range paths {
		src, err := fs.ReadFile(files, p)
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
				return cut(p, src, fset.File(from), from, d.End())
			}
			has = append(has, names...)
		}
	}
	return "", missing("declaration", name, " in "+dir, has)
}

// declared lists what a declaration declares, and its doc comment.
func declared(d ast.Decl) ([]string, *ast.CommentGroup) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		return []string{receiver(d) + d.Name.Name}, d.Doc
	case *ast.GenDecl:
		var names []string
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

// receiver is "T." for a method of T or *T.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	t := d.Recv.List[0].Type
	if s, ok := t.(*ast.StarExpr); ok {
		t = s.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "."
	}
	return ""
}

// cut takes a declaration out of its file, to the end of its last line.
func cut(p string, src []byte, file *token.File, from, to token.Pos) (string, error) {
	start, stop := file.Offset(from), nextLine(src, file.Offset(to))
	text := strings.TrimRight(string(src[start:stop]), "\n") + "\n"
	for i, line := range splitLines(text) {
		if n := columns(line); n > maxColumns {
			return "", fmt.Errorf("%s:%d: a quoted line has %d columns, more than %d",
				p, file.Line(from)+i, n, maxColumns)
		}
	}
	return text, nil
}

func columns(line string) int {
	return utf8.RuneCountInString(line) + (tabColumns-1)*strings.Count(line, "\t")
}

// camelCase is the Go name of a section: ruled-out is ruledOut.
func camelCase(name string) string {
	var b strings.Builder
	up := false
	for _, r := range name {
		switch {
		case r == '-':
			up = true
			continue
		case up:
			r = unicode.ToUpper(r)
		}
		up = false
		b.WriteRune(r)
	}
	return b.String()
}
