package main

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzPage looks for a page that cannot be read, whose marks overlap, or that
// the checks fall over.
func FuzzPage(f *testing.F) {
	pages, _ := filepath.Glob("testdata/book/docs/*.md")
	for _, p := range pages {
		text, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("- ```math\n  1.5\n  ```\n\na $x$ `<!-- cite a -->b<!-- / -->` <!-- cite a\n-->b<!-- / -->\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p := newPage("docs/01-start.md", text)
		var edits []edit
		at := 0
		for _, m := range p.marks {
			if m.start < at || m.stop < m.start || m.stop > len(text) {
				t.Fatalf("mark %s from %d to %d, after %d", m.kind.name, m.start, m.stop, at)
			}
			at = m.stop
			edits = append(edits, edit{m.start, m.stop, string(text[m.start:m.stop])})
		}
		if same := apply(text, edits); string(same) != string(text) {
			t.Fatalf("have %q", same)
		}
		p.headings()
		p.links()
		numbers(p, nil)
	})
}

func FuzzTeX(f *testing.F) {
	f.Add("2⁻¹² · 1/2 log₂ ŷ = 1e-05 bits per day^2")
	f.Fuzz(func(_ *testing.T, line string) { _, _ = tex(line) })
}
