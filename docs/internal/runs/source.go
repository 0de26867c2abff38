package runs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

const (
	maxColumns = 72 // a quoted line fits a phone held sideways
	tabColumns = 4
)

// Code quotes a declaration: of a chapter without its doc comment, which the
// prose replaces; of the library with it, because it is the contract.
func (r *Results) Code(dir, name string) (string, error) {
	_, isChapter := r.Chapters[dir]
	if isChapter {
		dir = "chapters/" + dir
	}
	paths, _ := fs.Glob(r.Files, path.Join(dir, "*.go"))
	if len(paths) == 0 {
		return "", fmt.Errorf("no chapter and no package %q", dir)
	}
	declarations := map[string]string{}
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		if err := r.declarations(p, !isChapter, declarations); err != nil {
			return "", err
		}
	}
	code, err := lookUp(declarations, name, "declaration in "+dir)
	if err != nil {
		return "", err
	}
	return code, checkWidth(code)
}

// declarations adds the declarations of a file by their names, to the ends of
// their last lines.
func (r *Results) declarations(file string, withDoc bool, all map[string]string) error {
	src, err := fs.ReadFile(r.Files, file)
	if err != nil {
		return err
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ParseComments)
	if err != nil {
		return err
	}
	for _, d := range f.Decls {
		names, doc := declared(d)
		from := d.Pos()
		if withDoc && doc != nil {
			from = doc.Pos()
		}
		code := string(src[from-f.FileStart : d.End()-f.FileStart])
		behind, _, _ := strings.Cut(string(src[d.End()-f.FileStart:]), "\n")
		for _, name := range names {
			all[name] = code + behind + "\n"
		}
	}
	return nil
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

// checkWidth refuses code that is too wide to quote.
func checkWidth(code string) error {
	for line := range strings.Lines(code) {
		columns := utf8.RuneCountInString(line) - 1 + (tabColumns-1)*strings.Count(line, "\t")
		if columns > maxColumns {
			return fmt.Errorf("a quoted line has %d columns, more than %d: %q",
				columns, maxColumns, strings.TrimSpace(line))
		}
	}
	return nil
}
