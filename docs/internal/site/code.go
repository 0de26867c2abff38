package site

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	chromahtml "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// fence writes what stands in a fence: a formula, code in its colours, or what a program
// printed. That of a marker may be what an explorable stands in for.
func (w *writer) fence(out util.BufWriter, n ast.Node, entering bool) error {
	if !entering {
		return nil
	}
	fence := n.(*ast.FencedCodeBlock)
	text := string(fence.Lines().Value(w.page.Text))
	var err error
	switch language := string(fence.Language(w.page.Text)); language {
	case "math":
		out.WriteString(`<div class="formula">`)
		err = w.formula(out, n)
		out.WriteString("</div>\n")
	case "console":
		fmt.Fprintf(out, "<pre class=\"output\"><code>%s</code></pre>\n", console(text))
	case "", "text":
		fmt.Fprintf(out, "<pre><code>%s</code></pre>\n", html.EscapeString(text))
	default:
		err = colour(out, language, text)
	}
	if before := n.PreviousSibling(); before != nil && err == nil {
		if mark, ok := w.opens[before.Pos()]; ok {
			w.close(out, mark)
		}
	}
	return err
}

// console marks the commands of what stood in a terminal.
func console(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			command = strings.TrimSuffix(command, "\n")
			fmt.Fprintf(&b, "<span class=\"prompt\">$ </span><kbd>%s</kbd>\n", html.EscapeString(command))
			continue
		}
		b.WriteString(html.EscapeString(line))
	}
	return b.String()
}

var codeFormat = chromahtml.New(chromahtml.WithClasses(true), chromahtml.PreventSurroundingPre(true))

func colour(out util.BufWriter, language, code string) error {
	lexer := lexers.Get(language)
	if lexer == nil {
		return fmt.Errorf("no colours for code in %q", language)
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, code)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "<pre class=\"code\"><code class=\"language-%s\">", language)
	err = codeFormat.Format(out, styles.Fallback, tokens)
	out.WriteString("</code></pre>\n")
	return err
}

// codeStyle is the colours of code, light and dark.
func codeStyle() []byte {
	light, dark := styles.Get("github"), styles.Get("github-dark")
	var rules []string
	for kind, class := range chroma.StandardTypes {
		l, d := light.Get(kind).Colour, dark.Get(kind).Colour
		if class == "" || kind <= 0 || !l.IsSet() || !d.IsSet() {
			continue
		}
		rules = append(rules, fmt.Sprintf(".code .%s { color: light-dark(%s, %s); }\n", class, l, d))
	}
	slices.Sort(rules)
	return []byte(strings.Join(rules, ""))
}
