package site

import (
	"errors"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// fence writes what stands in a fence: a formula, code in its colours, or what a program
// printed. An explorable may stand behind it.
func (w *writer) fence(out util.BufWriter, n ast.Node) error {
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
		if err = colour(out, language, text); err != nil {
			err = w.page.errorf(n.Pos(), "code in %q: %w", language, err)
		}
	}
	if before := n.PreviousSibling(); before != nil {
		out.WriteString(w.behind[before.Pos()])
	}
	return err
}

var (
	command = regexp.MustCompile(`(?m)^\$ (.*)$`)
	drawing = regexp.MustCompile(`(?m)(?:^ *[.:*+#%@-][ .:*+#%@-]*\n){4,}`) // in the signs of the digits
	digits  = regexp.MustCompile(`\b\d{12,}\b`)                             // each of which stands for itself
)

// console marks the commands of what stood in a terminal, and has a drawing read as one, and
// digits one by one.
func console(text string) string {
	text = command.ReplaceAllString(html.EscapeString(text), `<span class="prompt">$$ </span><kbd>$1</kbd>`)
	text = drawing.ReplaceAllString(text, `<span role="img" aria-label="a drawing, in signs">$0</span>`)
	return digits.ReplaceAllStringFunc(text, func(row string) string {
		return fmt.Sprintf(`<span role="img" aria-label="%s">%s</span>`, strings.Join(strings.Split(row, ""), " "), row)
	})
}

// colour writes code with a class for each word that has a colour.
func colour(out util.BufWriter, language, code string) error {
	lexer := lexers.Get(language)
	if lexer == nil {
		return errors.New("no colours are known for it")
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, code)
	if err != nil {
		return err
	}
	out.WriteString(`<pre class="code"><code>`)
	for _, token := range tokens.Tokens() {
		if text := html.EscapeString(token.Value); colours(token.Type) == "" {
			out.WriteString(text)
		} else {
			fmt.Fprintf(out, `<span class="%s">%s</span>`, chroma.StandardTypes[token.Type], text)
		}
	}
	_, err = out.WriteString("</code></pre>\n")
	return err
}

var lightCode, darkCode = styles.Get("github"), styles.Get("github-dark")

// colours are those of a kind of word, for light and for dark, where it has its own.
func colours(kind chroma.TokenType) string {
	light, dark := lightCode.Get(kind).Colour, darkCode.Get(kind).Colour
	if light == lightCode.Get(chroma.Text).Colour || !light.IsSet() || !dark.IsSet() {
		return ""
	}
	return fmt.Sprintf("light-dark(%s, %s)", light, dark)
}

// codeStyle is the colours of code.
func codeStyle() []byte {
	var rules []string
	for kind, class := range chroma.StandardTypes {
		if c := colours(kind); class != "" && c != "" {
			rules = append(rules, fmt.Sprintf(".code .%s { color: %s; }\n", class, c))
		}
	}
	slices.Sort(rules)
	return []byte(strings.Join(rules, ""))
}
