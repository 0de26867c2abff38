package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A source is a file of the library, and the package it is in.
type source struct {
	path   string // from the root, with slashes
	text   []byte
	syntax *ast.File
	*unit
}

// A unit is a package, type-checked.
type unit struct {
	fset     *token.FileSet
	importer types.Importer
	files    []*source
	scope    *types.Scope
	info     types.Info
}

// load reads and checks the packages in the folders dirs. It leaves out what was
// generated, which is to be mutated where it comes from.
func load(root string, dirs []string) ([]*source, error) {
	fset := token.NewFileSet()
	compiled, err := exported(root, fset)
	if err != nil {
		return nil, err
	}
	var all []*source
	for _, dir := range dirs {
		u := &unit{fset: fset, importer: compiled}
		names, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			if err := u.add(dir+"/"+filepath.Base(name), text); err != nil {
				return nil, err
			}
		}
		if err := u.check(); err != nil {
			return nil, err
		}
		for _, s := range u.files {
			if !ast.IsGenerated(s.syntax) {
				all = append(all, s)
			}
		}
	}
	return all, nil
}

// exported imports packages as the go command compiled them.
func exported(root string, fset *token.FileSet) (types.Importer, error) {
	const format = "{{.ImportPath}} {{.Export}}"
	list := exec.Command("go", "list", "-export", "-deps", "-f", format, "./info/...")
	list.Dir, list.Stderr = root, os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	objects := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, object, _ := strings.Cut(strings.TrimSpace(line), " ")
		objects[path] = object
	}
	return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(objects[path])
	}), nil
}

func (u *unit) add(path string, text []byte) error {
	syntax, err := parser.ParseFile(u.fset, path, text, parser.SkipObjectResolution|parser.ParseComments)
	if err == nil {
		u.files = append(u.files, &source{path, text, syntax, u})
	}
	return err
}

func (u *unit) check() error {
	u.info = types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Uses:  map[*ast.Ident]types.Object{},
	}
	var files []*ast.File
	for _, s := range u.files {
		files = append(files, s.syntax)
	}
	config := types.Config{Importer: u.importer}
	p, err := config.Check("library", u.fset, files, &u.info)
	if err == nil {
		u.scope = p.Scope()
	}
	return err
}

// compiles reports whether the package still does with the mutant in it.
func (s *source) compiles(m mutant) bool { return len(s.faults(m.apply(s.text))) == 0 }

// faults returns what is wrong with the package if text stands for the file.
func (s *source) faults(text []byte) (all []types.Error) {
	chooser, err := parser.ParseFile(s.fset, "", fmt.Sprintf(stub, s.syntax.Name.Name), parser.SkipObjectResolution)
	if err != nil {
		panic(err) // it is Go
	}
	files := []*ast.File{chooser}
	for _, f := range s.files {
		if f != s {
			files = append(files, f.syntax)
		}
	}
	changed, err := parser.ParseFile(s.fset, s.path, text, parser.SkipObjectResolution)
	if err != nil {
		return []types.Error{{Fset: s.fset, Msg: err.Error()}}
	}
	config := types.Config{Importer: s.importer, Error: func(err error) {
		all = append(all, err.(types.Error))
	}}
	config.Check("library", s.fset, append(files, changed), nil)
	return all
}

// offset is how far into its file a position is.
func (u *unit) offset(at token.Pos) int { return u.fset.Position(at).Offset }

func (m mutant) apply(text []byte) []byte {
	return bytes.Join([][]byte{text[:m.start], []byte(m.with), text[m.stop:]}, nil)
}
