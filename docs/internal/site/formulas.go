package site

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/markdown"
)

//go:generate npm ci --silent --no-audit --no-fund --prefix temml
//go:generate sh -c "go run ./temml | node temml/generate.mjs"

//go:embed formulas.json
var formulasFile []byte

func (s *site) readFormulas() error {
	if err := json.Unmarshal(formulasFile, &s.formulas); err != nil {
		return fmt.Errorf("docs/internal/site/formulas.json: %w", err)
	}
	return nil
}

// Formulas are those of the book: of each "inline" or "display", and its TeX.
func Formulas(files fs.FS) (all []string, err error) {
	pages, err := readPages(files)
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		for n := range markdown.All[ast.Node](p.Doc) {
			if f, ok := formulaOf(p.Page, n); ok {
				all = append(all, f)
			}
		}
	}
	return all, nil
}

// formulaOf is the formula that a node of a page holds, if it is one.
func formulaOf(p markdown.Page, n ast.Node) (formula string, ok bool) {
	switch n := n.(type) {
	case *markdown.Math:
		return "inline " + string(n.TeX.Value(p.Text)), true
	case *ast.FencedCodeBlock:
		if string(n.Language(p.Text)) == "math" {
			return "display " + strings.TrimSpace(string(n.Lines().Value(p.Text))), true
		}
	}
	return "", false
}
