package main

import (
	"go/ast"
	"go/types"
	"slices"
)

// confusions lists what each function and constant of a package is mistaken for.
var confusions = map[string]map[string]string{
	"math": {
		"Log": "Log2", "Log2": "Log", "Log10": "Log2", "Log1p": "Log",
		"Exp": "Exp2", "Exp2": "Exp", "Expm1": "Exp",
		"Ceil": "Floor", "Floor": "Ceil", "Max": "Min", "Min": "Max", "Ln2": "Log2E",
	},
	"slices": {"Max": "Min", "Min": "Max"},
}

func (f *finder) selector(e *ast.SelectorExpr) {
	if to := confusions[f.packageOf(e)][e.Sel.Name]; to != "" {
		f.swap(e.Sel.Pos(), e.Sel.End(), to)
	}
	if v, ok := f.info.Uses[e.Sel].(*types.Var); ok && v.IsField() {
		f.field(e, v)
	}
}

// packageOf is the name of the package that e is an identifier of, if it is.
func (f *finder) packageOf(e ast.Expr) string {
	s, ok := e.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	x, ok := s.X.(*ast.Ident)
	if !ok {
		return ""
	}
	if p, ok := f.info.Uses[x].(*types.PkgName); ok {
		return p.Imported().Path()
	}
	return ""
}

// field puts the next field of the same type in the place of v.
func (f *finder) field(e *ast.SelectorExpr, v *types.Var) {
	t := f.typeOf(e.X)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	var same []*types.Var
	for w := range s.Fields() {
		if types.Identical(v.Type(), w.Type()) {
			same = append(same, w)
		}
	}
	if i := slices.Index(same, v); i >= 0 && len(same) > 1 {
		f.swap(e.Sel.Pos(), e.Sel.End(), same[(i+1)%len(same)].Name())
	}
}

// call swaps neighbouring arguments of one type, and puts the argument of a
// function that returns what it takes in the place of its result.
func (f *finder) call(e *ast.CallExpr) {
	f.silence(e)
	name := f.textOf(e.Fun)
	if f.info.Types[e.Fun].IsType() || name == "min" || name == "max" {
		return
	}
	for i := range len(e.Args) - 1 {
		a, b := e.Args[i], e.Args[i+1]
		if !types.Identical(f.typeOf(a), f.typeOf(b)) || f.textOf(a) == f.textOf(b) {
			continue
		}
		f.swap(a.Pos(), b.End(), f.textOf(b)+f.between(a.End(), b.Pos())+f.textOf(a))
	}
	if len(e.Args) == 1 && types.Identical(f.typeOf(e.Args[0]), f.typeOf(e)) {
		argument := f.textOf(e.Args[0])
		f.replace(e.Pos(), e.End(), "("+argument+")", f.textOf(e)+" → "+argument)
	}
}

// silence notes the literals of a call that makes an error or panics: what it
// says is for the tests of errors, word by word.
func (f *finder) silence(e *ast.CallExpr) {
	if name := f.textOf(e.Fun); name == "panic" || name == "errors.New" || name == "fmt.Errorf" {
		f.silenceAll(e)
	}
}

// failure notes the literals returned beside an error, which mean nothing.
func (f *finder) failure(s *ast.ReturnStmt) {
	failed := types.Universe.Lookup("error").Type()
	for _, e := range s.Results {
		if types.Identical(f.typeOf(e), failed) {
			f.silenceAll(s)
		}
	}
}

func (f *finder) silenceAll(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok {
			f.silent[l] = true
		}
		return true
	})
}
