package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"math"
	"slices"
	"strconv"
)

// operators lists what each operator or keyword is mistaken for.
var operators = map[token.Token][]token.Token{
	token.ADD: {token.SUB}, token.SUB: {token.ADD}, token.MUL: {token.QUO},
	token.QUO: {token.MUL}, token.REM: {token.QUO}, token.SHL: {token.SHR}, token.SHR: {token.SHL},
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR},
	token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL},
	token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD_ASSIGN: {token.SUB_ASSIGN, token.ASSIGN},
	token.SUB_ASSIGN: {token.ADD_ASSIGN, token.ASSIGN},
	token.MUL_ASSIGN: {token.QUO_ASSIGN, token.ASSIGN},
	token.QUO_ASSIGN: {token.MUL_ASSIGN, token.ASSIGN},
	token.SHL_ASSIGN: {token.SHR_ASSIGN, token.ASSIGN},
	token.SHR_ASSIGN: {token.SHL_ASSIGN, token.ASSIGN},
	token.INC:        {token.DEC}, token.DEC: {token.INC},
	token.BREAK: {token.CONTINUE}, token.CONTINUE: {token.BREAK},
}

func (f *finder) operator(at token.Pos, op token.Token) {
	for _, other := range operators[op] {
		f.swap(at, at+token.Pos(len(op.String())), other.String())
	}
}

func (f *finder) binary(e *ast.BinaryExpr) {
	f.operator(e.OpPos, e.Op)
	if e.Op == token.SUB && f.textOf(e.X) == "0" { // 0 - x is +0 where -x is -0
		f.replace(e.X.Pos(), e.OpPos, "", "drop 0")
	}
}

func (f *finder) unary(e *ast.UnaryExpr) {
	if e.Op == token.SUB || e.Op == token.NOT {
		f.replace(e.OpPos, e.X.Pos(), "", "drop "+e.Op.String())
	}
}

// literal moves a number by one, or to its double and half where it is no whole
// number, a character to the next, and empties a string.
func (f *finder) literal(e *ast.BasicLit) {
	if f.silent[e] {
		return
	}
	switch e.Kind {
	case token.INT, token.FLOAT:
		x, err := strconv.ParseFloat(e.Value, 64)
		if err != nil {
			return
		}
		more, less := x+1, x-1
		if x != math.Trunc(x) {
			more, less = 2*x, x/2
		}
		for _, y := range []float64{more, less} {
			if y == x {
				continue
			}
			digits := strconv.FormatFloat(y, 'g', -1, 64)
			if e.Kind == token.FLOAT && y == math.Trunc(y) {
				digits = strconv.FormatFloat(y, 'f', 1, 64)
			}
			f.replace(e.Pos(), e.End(), "("+digits+")", e.Value+" → "+digits)
		}
	case token.CHAR:
		if r, _, _, err := strconv.UnquoteChar(e.Value[1:], '\''); err == nil {
			f.swap(e.Pos(), e.End(), strconv.QuoteRune(r+1))
		}
	case token.STRING:
		if len(e.Value) > 2 {
			f.swap(e.Pos(), e.End(), `""`)
		}
	}
}

// variable puts the next variable of the same type in the place of one.
func (f *finder) variable(id *ast.Ident) {
	v, ok := f.info.Uses[id].(*types.Var)
	if !ok || v.IsField() {
		return
	}
	others := f.peers(v, id.Pos())
	if i := slices.Index(others, v); i >= 0 && len(others) > 1 {
		f.swap(id.Pos(), id.End(), others[(i+1)%len(others)].Name())
	}
}

// peers lists the function's variables of the type of v that can be named at
// pos, in the order of their declarations.
func (f *finder) peers(v *types.Var, pos token.Pos) []*types.Var {
	var all []*types.Var
	inner := f.scope.Innermost(pos)
	for s := inner; s != nil && s != f.scope; s = s.Parent() {
		for _, name := range s.Names() {
			_, o := inner.LookupParent(name, pos)
			w, ok := o.(*types.Var)
			if ok && types.Identical(v.Type(), w.Type()) && !slices.Contains(all, w) {
				all = append(all, w)
			}
		}
	}
	slices.SortFunc(all, func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
	return all
}

// bound moves the bound of a loop by one, unless it is a literal, which is
// moved as such.
func (f *finder) bound(cond ast.Expr) {
	b, ok := cond.(*ast.BinaryExpr)
	if !ok || b.Op.Precedence() != token.LSS.Precedence() {
		return // no comparison
	}
	if _, ok := b.Y.(*ast.BasicLit); !ok {
		for _, step := range []string{" + 1", " - 1"} {
			f.swap(b.Y.Pos(), b.Y.End(), fmt.Sprint(f.textOf(b.Y), step))
		}
	}
}
