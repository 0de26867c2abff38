package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// Liberation Sans has no ∪, which the Go font has, and neither has 日.
var union = []string{"-only", "cost", "-p", "1/2,1/2", "-symbols", "A ∪ B,C"}

func TestMissingCharactersAreNamed(t *testing.T) {
	for _, format := range []string{"pdf", "png", "eps"} {
		dir := t.TempDir()
		var out, errs strings.Builder
		status := run(append(union, "-out", dir, "-format", "svg,"+format), &out, &errs)
		const want = "plots: cost: no font has ∪ (U+222A, in \"A ∪ B\"): name one with -font\n"
		if status != 1 || errs.String() != want || len(contents(t, dir)) > 0 {
			t.Errorf("%s: status %d, %q, %d files", format, status, errs.String(), len(contents(t, dir)))
		}
	}
	if svg := drawFiles(t, union...)["cost.svg"]; !strings.Contains(svg, "∪ B<") {
		t.Error("SVG leaves ∪ out, which a reader's fonts have")
	}
}

func TestFontOfYourOwn(t *testing.T) {
	t.Cleanup(func() { reserve = nil })
	path := filepath.Join(t.TempDir(), "go.ttf")
	if err := os.WriteFile(path, goregular.TTF, 0o644); err != nil {
		t.Fatal(err)
	}
	args := append(union, "-font", path, "-format", "svg,pdf,png,eps")
	files := drawFiles(t, args...)
	if !strings.Contains(files["cost.svg"], ` font-family="&#39;Go&#39;,sans-serif"`) {
		t.Error("SVG does not name the font")
	}
	if !bytes.Contains(streams(t, []byte(files["cost.pdf"])), bigEndian("∪")) {
		t.Error("PDF does not say ∪")
	}
	var out, errs strings.Builder
	run([]string{"-only", "bowl", "-font", "main.go", "-out", t.TempDir()}, &out, &errs)
	const want = `plots: invalid value "main.go" for flag -font: not a font`
	if !strings.HasPrefix(errs.String(), want) {
		t.Errorf("%q, want %q", errs.String(), want)
	}
}
