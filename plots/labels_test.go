package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLabelsToStartFromChangeNothing(t *testing.T) {
	for _, width := range []string{"480pt", "84mm"} {
		var out, errs strings.Builder
		if status := run([]string{"-labels", "-", "-width", width}, &out, &errs); status != 0 {
			t.Fatal(errs.String())
		}
		path := labelsFile(t, out.String())
		plain := drawFiles(t, "-width", width)
		for name, file := range drawFiles(t, "-width", width, "-labels", path) {
			if file != plain[name] {
				t.Errorf("%s wide, labels that change nothing change %s", width, name)
			}
		}
	}
}

// labelsFile returns the path of a file with these labels.
func labelsFile(t *testing.T, labels string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "labels.json")
	if err := os.WriteFile(path, []byte(labels), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLabelsReplaceTexts(t *testing.T) {
	path := labelsFile(t, `{
		"entropy, bits": "Entropie in Bit",
		"A fair coin is the most uncertain coin": "Keine Münze ist ungewisser",
		"0.5": "0,5",
		"routine": "Alltag",
		"first time": "erstes Mal"
	}`)
	files := drawFiles(t, "-labels", path, "-width", "84mm")
	for _, want := range []string{">Entropie in Bit<", ">Keine Münze ist ungewisser</title>", ">0,5<"} {
		if !strings.Contains(files["binary-entropy.svg"], want) {
			t.Errorf("binary-entropy does not say %s", want)
		}
	}
	for _, want := range []string{">Alltag<", ">erstes<", ">Mal<"} {
		if !strings.Contains(files["cost.svg"], want) {
			t.Errorf("cost does not say %s", want)
		}
	}
}

func TestLabelsAreRefused(t *testing.T) {
	for content, want := range map[string]string{
		"{\n\"0.5\": \"0,5\",\n}":        "line 3: invalid character '}'",
		"{\"0.5\":\n 5}":                 "line 2: want a text in quotation marks, have number",
		`["0.5"]`:                        "line 1: want a text in quotation marks, have array",
		`{"0.5": "0,5", "no such": "a"}`: `no figure says "no such"; -labels - prints what they say`,
		"":                               "line 1: unexpected end of JSON input",
	} {
		path := labelsFile(t, content)
		var out, errs strings.Builder
		status := run([]string{"-labels", path, "-out", t.TempDir()}, &out, &errs)
		if got := errs.String(); status != 1 || !strings.HasPrefix(got, "plots: -labels "+path+": "+want) {
			t.Errorf("%q: status %d, %q, want %q", content, status, got, want)
		}
	}
}
