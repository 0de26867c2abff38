package markdown

import (
	"bytes"
	"testing"

	"github.com/yuin/goldmark/ast"
)

var kinds = []Kind{{"value A…", Inline}, {"figure A", Block}, {"code A B", Go}}

func TestSlug(t *testing.T) {
	p := Parse("a.md", []byte("# A `code`, _it's_ $H_2$!\n# Same\n## Same\n### Same\n# Ünï — 3.2 x-y_z\n"+
		"## A <!-- value a b c -->1.75<!-- / --> bits\n"), kinds)
	want := []string{"a-code-its-h_2", "same", "same-1", "same-2", "ünï--32-x-y_z", "a-175-bits"}
	for i, h := range p.Headings() {
		if h.Slug != want[i] {
			t.Errorf("%q has slug %s, want %s", h.Text, h.Slug, want[i])
		}
	}
}

func TestEscape(t *testing.T) {
	p := Parse("a.md", []byte("[a "+EscapeLabel("$5 and $x$, <b>, *c*, [d]")+"](e)"), nil)
	link := p.Doc.FirstChild().FirstChild()
	for n := link.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindText {
			t.Errorf("there is a %v in %s", n.Kind(), p.Text)
		}
	}
	if link.Kind() != ast.KindLink || p.MathProblems() != nil {
		t.Errorf("%s is a %v, with problems %v", p.Text, link.Kind(), p.MathProblems())
	}
}

// FuzzPage looks for a page that cannot be read, or whose marks overlap.
func FuzzPage(f *testing.F) {
	f.Add([]byte("# 1 Start\n\n<!-- code a b -->\n```go\nold\n```\n\n<!-- figure\na -->\nold\n<!-- / -->\n" +
		"a | b\n--|--\n| <!-- value a b c -->x<!-- / --> | [d](e)\n"))
	f.Add([]byte("- ```math\n  1.5\n  ```\n\na $x$ `<!-- value a -->b<!-- / -->` <!-- value a\n-->b<!-- / -->\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p := Parse("docs/01-start.md", text, kinds)
		at := 0
		for _, m := range p.Marks {
			if m.Start < at || m.Stop < m.Start || m.Stop > len(text) {
				t.Fatalf("mark %s from %d to %d, after %d", m.Kind.Name(), m.Start, m.Stop, at)
			}
			at = m.Stop
		}
		p.Links()
		p.Section(len(text))
		p.MathProblems()
		p.HTMLProblems()
		if prose := p.Own().Prose(); bytes.Count(prose, []byte("\n")) != bytes.Count(text, []byte("\n")) {
			t.Fatalf("the prose has other lines: %q", prose)
		}
	})
}
