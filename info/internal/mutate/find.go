package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A mutant is a file in which the bytes from start to stop are others.
type mutant struct {
	key
	start, stop int
	with        string
	row, column int
	source      *source
	within      *ast.FuncDecl // nil if it is built alone
	number      int           // from 1
}

// A key names a mutant and outlasts edits elsewhere in its file.
type key struct {
	file, function string
	change         string // "0 → 1", or "0 → 1 #2" for the second such in its line
	line           string // as it stands, without its margins and comment
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d:%d: %s in %q", m.file, m.row, m.column, m.change, m.line)
}

// A finder collects the mutants of a file.
type finder struct {
	*source
	function string
	silent   map[ast.Node]bool // what is part of an error, or returned beside one
	found    []mutant
}

func (s *source) mutants() []mutant {
	f := finder{source: s, silent: map[ast.Node]bool{}}
	for _, d := range s.syntax.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			f.function = d.Name.Name
			if d.Recv != nil {
				receiver := f.textOf(d.Recv.List[0].Type)
				f.function = strings.TrimPrefix(receiver, "*") + "." + f.function
			}
			first := len(f.found)
			ast.Inspect(d, f.visit)
			for i, m := range f.found[first:] {
				if handsOver(d) && m.start > f.offset(d.Body.Lbrace) {
					f.found[first+i].within = d
				}
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					f.function = v.Names[0].Name
					ast.Inspect(v, f.visit)
				}
			}
		}
	}
	f.tellApart()
	return f.found
}

// tellApart puts the mutants in the order of the text, and numbers those of one key.
func (f *finder) tellApart() {
	slices.SortStableFunc(f.found, func(a, b mutant) int { return a.start - b.start })
	seen := map[key]int{}
	for i, m := range f.found {
		seen[m.key]++
		if n := seen[m.key]; n > 1 {
			f.found[i].change += fmt.Sprintf(" #%d", n)
		}
	}
}

func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		f.binary(n)
	case *ast.UnaryExpr:
		f.unary(n)
	case *ast.BasicLit:
		f.literal(n)
	case *ast.Ident:
		f.variable(n)
	case *ast.SelectorExpr:
		f.selector(n)
	case *ast.CallExpr:
		f.call(n)
	case *ast.ReturnStmt:
		f.failure(n)
	case *ast.AssignStmt:
		f.operator(n.TokPos, n.Tok)
	case *ast.IncDecStmt:
		f.operator(n.TokPos, n.Tok)
	case *ast.BranchStmt:
		f.operator(n.TokPos, n.Tok)
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.statements(n.Body)
		f.conditions(n.List...)
	case *ast.IfStmt:
		f.initial(n.Init)
		f.conditions(n.Cond)
	case *ast.ForStmt:
		f.bound(n.Cond)
	case *ast.RangeStmt:
		f.ranged(n)
	}
	return true
}

// replace adds the mutant in which with stands from start to stop.
func (f *finder) replace(start, stop token.Pos, with, change string) {
	from, to := f.fset.Position(start), f.fset.Position(stop)
	k := key{f.path, f.function, oneLine(change), f.lineAt(from.Offset)}
	f.found = append(f.found, mutant{
		key: k, start: from.Offset, stop: to.Offset, with: with,
		row: from.Line, column: from.Column, source: f.source,
	})
}

// swap is replace for one piece of text in the place of another.
func (f *finder) swap(start, stop token.Pos, with string) {
	f.replace(start, stop, with, f.between(start, stop)+" → "+with)
}

func (f *finder) between(start, stop token.Pos) string {
	return string(f.text[f.offset(start):f.offset(stop)])
}

func (f *finder) textOf(n ast.Node) string { return f.between(n.Pos(), n.End()) }

func (f *finder) lineAt(offset int) string {
	before, after := string(f.text[:offset]), string(f.text[offset:])
	after, _, _ = strings.Cut(after, "\n")
	line, _, _ := strings.Cut(before[strings.LastIndex(before, "\n")+1:]+after, " // ")
	return strings.TrimSpace(line)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// typeOf is the type of e, an untyped constant's default type.
func (f *finder) typeOf(e ast.Expr) types.Type {
	if t := f.info.TypeOf(e); t != nil {
		return types.Default(t)
	}
	return types.Typ[types.Invalid]
}
