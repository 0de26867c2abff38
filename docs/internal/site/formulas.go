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
//go:generate go run ./temml

// A Formula is TeX, within a line or displayed on lines of its own.
type Formula struct {
	TeX     string `json:"tex"`
	Display bool   `json:"display"`
}

// Key is the name of the formula in formulas.json.
func (f Formula) Key() string {
	if f.Display {
		return "display " + f.TeX
	}
	return "inline " + f.TeX
}

//go:embed formulas.json
var formulasFile []byte

// mathML reads formulas.json: the MathML of each formula, by its key.
func mathML() (map[string]string, error) {
	all := map[string]string{}
	if err := json.Unmarshal(formulasFile, &all); err != nil {
		return nil, fmt.Errorf("docs/internal/site/formulas.json: %w", err)
	}
	return all, nil
}

// Formulas are the formulas of the book, by their keys.
func Formulas(files fs.FS) (map[string]Formula, error) {
	pages, err := readPages(files)
	if err != nil {
		return nil, err
	}
	all := map[string]Formula{}
	for _, p := range pages {
		for n := range markdown.All[ast.Node](p.Doc) {
			if f, ok := formulaOf(p.Page, n); ok {
				all[f.Key()] = f
			}
		}
	}
	return all, nil
}

// formulaOf is the formula that a node of a page holds, if it is one.
func formulaOf(p markdown.Page, n ast.Node) (Formula, bool) {
	switch n := n.(type) {
	case *markdown.Math:
		return Formula{TeX: string(n.TeX.Value(p.Text))}, true
	case *ast.FencedCodeBlock:
		if string(n.Language(p.Text)) == "math" {
			return Formula{strings.TrimSpace(string(n.Lines().Value(p.Text))), true}, true
		}
	}
	return Formula{}, false
}
