package claim

import (
	"go/ast"
	"go/parser"
	"go/token"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// stated remembers which tests have logged their statement.
var stated sync.Map

// logStatement logs what the test that called our caller claims, in the words of
// its doc comment, once, where somebody reads along.
func logStatement(t *testing.T) {
	t.Helper()
	if _, again := stated.LoadOrStore(t, true); again || !testing.Verbose() {
		return
	}
	if _, file, _, ok := runtime.Caller(2); ok {
		if s := statements(file)[t.Name()]; s != "" {
			t.Log("\n" + s)
		}
	}
}

// parsed holds the doc comments of the files that were read, by test.
var parsed = map[string]map[string]string{}

func statements(file string) map[string]string {
	if docs, ok := parsed[file]; ok {
		return docs
	}
	docs := map[string]string{}
	parsed[file] = docs
	source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		return docs // the source lies elsewhere: the claim is checked all the same
	}
	for _, d := range source.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			docs[f.Name.Name] = strings.TrimSpace(f.Doc.Text())
		}
	}
	return docs
}
