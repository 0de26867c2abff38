package main

import (
	"os"
	"strings"
	"testing"
)

func TestGalleryCitesAllFigures(t *testing.T) {
	text, err := os.ReadFile("../docs/gallery.md")
	if err != nil {
		t.Fatal(err)
	}
	rest := string(text)
	for _, f := range figures {
		_, after, shown := strings.Cut(rest, "<!-- figure "+f.name+" -->")
		cite, after, cited := strings.Cut(after, `", *Bits of Surprise*, CC BY 4.0.`)
		if !shown || !cited || !strings.HasSuffix(cite, `Cite as: "`+f.title) {
			t.Errorf("the gallery does not show %s, or not here, or not cite it", f.name)
			continue
		}
		rest = after
	}
}
