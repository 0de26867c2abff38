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

	"crossentropy/docs/internal/markdown"
)

// fence writes what stands in a fence: a formula, code in its colours, or what a program
// printed. That of a marker may be what an explorable stands in for.
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
	if before := n.PreviousSibling(); before != nil && err == nil {
		if mark, ok := w.opens[before.Pos()]; ok && mark.Kind.Place != markdown.Block {
			w.close(out, mark)
		}
	}
	return err
}

var (
	digits  = regexp.MustCompile(`\b\d{12,}\b`)                                         // a row of them, each of which stands for itself
	named   = regexp.MustCompile(`^(\pL[\pL'’-]*(?: [\pL'’-]+)*) +([-−]?[\d.]+)\s.*\d`) // a name, and numbers
	drawing = regexp.MustCompile(`(?m)(?:^ *[.:*+#%@-][ .:*+#%@-]*\n){4,}`)             // in the signs of the digits
)

// rowName returns the name of a row in a table of numbers: the row above or below has another,
// and its number stands over or under this one. It is "" where the line is no such row, or its
// name so long that it would hide numbers on a phone.
func rowName(line string, others ...string) string {
	const longest = 14
	in := named.FindStringSubmatchIndex(line)
	if in == nil || in[3] > longest {
		return ""
	}
	for _, other := range others {
		on := named.FindStringSubmatchIndex(other)
		if on == nil || on[4] != in[4] && on[5] != in[5] || other[:on[3]] == line[:in[3]] {
			continue
		}
		if in[4] > in[3]+1 || on[4] > on[3]+1 { // else the lines are sentences
			return line[:in[3]]
		}
	}
	return ""
}

// console marks the commands of what stood in a terminal and the names of rows, and has
// digits read one by one, and a drawing as one.
func console(text string) string {
	if in := drawing.FindStringIndex(text); in != nil {
		return console(text[:in[0]]) + `<span role="img" aria-label="a drawing, in signs">` +
			html.EscapeString(text[in[0]:in[1]]) + "</span>" + console(text[in[1]:])
	}
	var b strings.Builder
	lines := slices.Collect(strings.Lines(text))
	for i, line := range lines {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			command = strings.TrimSuffix(command, "\n")
			fmt.Fprintf(&b, "<span class=\"prompt\">$ </span><kbd>%s</kbd>\n", html.EscapeString(command))
			continue
		}
		name := rowName(line, slices.Concat(lines[max(0, i-1):i], lines[i+1:min(i+2, len(lines))])...)
		if line = html.EscapeString(line[len(name):]); name != "" {
			line = fmt.Sprintf(`<span class="row">%s</span>`, html.EscapeString(name)) + line
		}
		b.WriteString(digits.ReplaceAllStringFunc(line, func(row string) string {
			return fmt.Sprintf(`<span role="img" aria-label="%s">%s</span>`, strings.Join(strings.Split(row, ""), " "), row)
		}))
	}
	return b.String()
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
