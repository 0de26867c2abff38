package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// Most mutants are built together. Each is a variant of one function: a copy with
// the change in it and a name of its own, to which the function hands over if the
// environment has the mutant's number. So the tests are built once for all of them.
//
// In a rehearsal, each function notes once that it was reached, by the number of its
// first variant. A suite that does not reach a function need not judge its variants.
const (
	numberEnv = "MUTANT"
	notesEnv  = "MUTANT_NOTES"
	rehearsal = -1
)

// chooser is a file that each package with variants has besides.
const chooser = `package %s

import (
	"fmt"
	"os"
	"strconv"
	"sync/atomic"
)

var chosenMutant, _ = strconv.Atoi(os.Getenv("` + numberEnv + `"))

var reachedMutants [%d]atomic.Bool

func reachMutant(first int) {
	if reachedMutants[first].Load() || reachedMutants[first].Swap(true) {
		return
	}
	f, err := os.OpenFile(os.Getenv("` + notesEnv + `"), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = fmt.Fprintln(f, first)
	}
	if err != nil {
		panic(err)
	}
	f.Close()
}
`

// stub has what the chooser declares, and imports nothing.
const stub = "package %s; var chosenMutant int; func reachMutant(int) {}"

// handsOver says whether a function can pass on its parameters. What is changed in
// one that cannot, or in none, is built alone.
func handsOver(d *ast.FuncDecl) bool {
	if d.Body == nil || d.Type.TypeParams != nil {
		return false
	}
	parameters := slices.Clone(d.Type.Params.List)
	if d.Recv != nil {
		parameters = append(parameters, d.Recv.List...)
	}
	return !slices.ContainsFunc(parameters, func(f *ast.Field) bool {
		return len(f.Names) == 0 || slices.ContainsFunc(f.Names, func(name *ast.Ident) bool { return name.Name == "_" })
	})
}

// variants drops the mutants that do not compile from those of the file that are
// built together, and returns the file with the others in it.
func (s *source) variants(all []mutant) (text []byte, compile []mutant, err error) {
	for _, m := range all {
		if _, err := parser.ParseFile(token.NewFileSet(), "", "package p;"+m.variant(), 0); err == nil {
			compile = append(compile, m)
		}
	}
	text, starts := s.with(compile)
	wrong := map[int]bool{}
	for _, f := range s.faults(text) {
		i, _ := slices.BinarySearch(starts, s.offset(f.Pos)+1)
		if i == 0 {
			return nil, nil, f
		}
		wrong[compile[i-1].number] = true
	}
	compile = slices.DeleteFunc(compile, func(m mutant) bool { return wrong[m.number] })
	text, _ = s.with(compile)
	return text, compile, nil
}

// with returns the file with variants, which are in its order, and where each of
// them starts.
func (s *source) with(variants []mutant) (text []byte, starts []int) {
	var b bytes.Buffer
	done := 0
	for rest := variants; len(rest) > 0; {
		d, n := rest[0].within, 1
		for n < len(rest) && rest[n].within == d {
			n++
		}
		inside := s.offset(d.Body.Lbrace) + 1
		b.Write(s.text[done:inside])
		b.WriteString(handOver(d, rest[:n]))
		done, rest = inside, rest[n:]
	}
	b.Write(s.text[done:])
	for _, m := range variants {
		starts = append(starts, b.Len())
		b.WriteString("\n" + m.variant() + "\n")
	}
	return b.Bytes(), starts
}

// variant is a copy of the mutant's function, with the change in it.
func (m mutant) variant() string {
	s := m.source
	text := m.apply(s.text)
	name, end := s.offset(m.within.Name.End()), s.offset(m.within.End())+len(text)-len(s.text)
	return string(text[s.offset(m.within.Pos()):name]) + m.suffix() + string(text[name:end])
}

func (m mutant) suffix() string { return fmt.Sprint("Mutant", m.number) }

// handOver is what a function with variants does first.
func handOver(d *ast.FuncDecl, variants []mutant) string {
	call := "%s; return"
	if d.Type.Results.NumFields() > 0 {
		call = "return %s"
	}
	name := d.Name.Name
	if d.Recv != nil {
		name = d.Recv.List[0].Names[0].Name + "." + name
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\nswitch chosenMutant {\ncase %d: reachMutant(%d)\n", rehearsal, variants[0].number)
	for _, m := range variants {
		fmt.Fprintf(&b, "case %d: "+call+"\n", m.number, name+m.suffix()+arguments(d.Type.Params))
	}
	return b.String() + "}\n"
}

func arguments(parameters *ast.FieldList) string {
	var all []string
	for _, f := range parameters.List {
		for _, name := range f.Names {
			all = append(all, name.Name)
		}
		if _, many := f.Type.(*ast.Ellipsis); many {
			all[len(all)-1] += "..."
		}
	}
	return "(" + strings.Join(all, ", ") + ")"
}
