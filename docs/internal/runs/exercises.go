package runs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"strings"

	"crossentropy/docs/internal/report"
)

// An Exercise is a function that readers write.
type Exercise struct {
	Name string
	File string
	Line int
	Code string // without its body
}

// readExercises reads the exported functions of chapters/exercises.
func readExercises(files fs.FS, problems *report.Problems) (all []Exercise) {
	paths, _ := fs.Glob(files, "chapters/exercises/*.go")
	for _, file := range paths {
		exercises, err := exercisesIn(files, file)
		if err != nil {
			problems.Add(file, 0, "%v", err)
		}
		for _, e := range exercises {
			if !strings.HasPrefix(e.Code, "// "+e.Name) {
				problems.Add(file, e.Line, "exercise %s has no doc comment", e.Name)
			}
			if err := checkWidth(e.Code); err != nil {
				problems.Add(file, e.Line, "%v", err)
			}
		}
		all = append(all, exercises...)
	}
	return all
}

func exercisesIn(files fs.FS, file string) (all []Exercise, err error) {
	src, err := fs.ReadFile(files, file)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !fn.Name.IsExported() {
			continue
		}
		from := fn.Pos()
		if fn.Doc != nil {
			from = fn.Doc.Pos()
		}
		code := strings.TrimSpace(string(src[from-f.FileStart:fn.Body.Pos()-f.FileStart])) + "\n"
		all = append(all, Exercise{fn.Name.Name, file, fset.Position(fn.Pos()).Line, code})
	}
	return all, nil
}

// Exercise is the exercise of a name.
func (r *Results) Exercise(name string) (Exercise, error) {
	exercises := map[string]Exercise{}
	for _, e := range r.Exercises {
		exercises[e.Name] = e
	}
	return lookUp(exercises, name, "exercise")
}
