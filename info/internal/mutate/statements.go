package main

import (
	"go/ast"
	"go/token"
	"go/types"
)

// statements removes each statement of a list that can go. It stays behind an
// "if false", so that what it names is still used.
func (f *finder) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		case *ast.ExprStmt, *ast.IncDecStmt, *ast.ReturnStmt, *ast.BranchStmt, *ast.DeferStmt:
		default:
			continue
		}
		text := f.textOf(s)
		f.replace(s.Pos(), s.End(), "if false { "+text+" }", "drop "+text)
	}
}

// initial removes what is done at the head of an if, unless it defines what the
// rest needs.
func (f *finder) initial(s ast.Stmt) {
	if s == nil {
		return
	}
	if a, ok := s.(*ast.AssignStmt); ok && a.Tok == token.DEFINE {
		return
	}
	f.replace(s.Pos(), s.End(), "", "drop "+f.textOf(s))
}

// conditions negates conditions that are more than a comparison. Of those, the
// operator is changed, and a ! is dropped.
func (f *finder) conditions(list ...ast.Expr) {
	for _, e := range list {
		t, ok := f.typeOf(e).Underlying().(*types.Basic)
		if !ok || t.Kind() != types.Bool || negated(e) {
			continue
		}
		f.swap(e.Pos(), e.End(), "!("+f.textOf(e)+")")
	}
}

// negated reports whether another mutant of e is its negation.
func negated(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return e.Op != token.LAND && e.Op != token.LOR
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	}
	return false
}

// ranged leaves out the first or the last element of a slice that a loop is
// over, and moves the end of a loop over whole numbers by one.
func (f *finder) ranged(s *ast.RangeStmt) {
	x := f.textOf(s.X)
	switch t := f.typeOf(s.X).Underlying().(type) {
	case *types.Slice:
		from, to := s.X.Pos(), s.X.End()
		f.replace(from, to, x+"[min(1, len("+x+")):]", "range "+x+" but the first")
		f.replace(from, to, x+"[:max(1, len("+x+"))-1]", "range "+x+" but the last")
	case *types.Basic:
		if t.Info()&types.IsInteger != 0 {
			f.swap(s.X.Pos(), s.X.End(), x+" + 1")
			f.swap(s.X.Pos(), s.X.End(), x+" - 1")
		}
	}
}
