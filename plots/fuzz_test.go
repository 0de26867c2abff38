package main

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/gofont/gosmallcaps"

	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
)

// FuzzCommand looks for arguments, with single spaces between them, that the command
// falls over, answers with more than one line, or draws half a figure of. FILE among them
// is the name of a file that holds data.
func FuzzCommand(f *testing.F) {
	addCommands(f)
	for _, figure := range figures { // training takes longer than a call may
		if figure.early != nil {
			figure.early()
		}
	}
	f.Fuzz(func(t *testing.T, args string, figure byte, data []byte) {
		if len(args) > 200 || strings.Contains(args, "-labels") {
			t.Skip("more than anyone types, or a file that all figures are drawn for")
		}
		t.Chdir(t.TempDir())
		path := filepath.Join(t.TempDir(), "data")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = strings.ReplaceAll(args, "FILE", path)
		all := []string{"-only", figures[int(figure)%len(figures)].name, "-format", "svg,pdf,png,eps,csv"}
		all = append(all, strings.Split(args, " ")...)
		status, stdout, stderr := call(append(all, "-dpi", "36", "-out", ".")...)
		line := strings.TrimSuffix(stderr, "\n")
		if status != 0 && (line == stderr || strings.ContainsFunc(line, unicode.IsControl)) {
			t.Errorf("%q: %q is not one line", args, stderr)
		}
		files := contents(t, ".")
		for name, file := range files {
			checkWhole(t, name, []byte(file))
		}
		if (status == 0) != (stderr == "") || status == 0 && stdout == "" {
			t.Errorf("%q: status %d with %q and %q", args, status, stdout, stderr)
		}
	})
}

// addCommands adds arguments, some of which name a file.
func addCommands(f *testing.F) {
	for i, tt := range wrongUses {
		f.Add(tt.args, byte(i), []byte{})
	}
	for i, args := range []string{
		"-h", "-list", "-- -list", "-only cost -p 1/2,1/2 -q 0.9,0.1", "-out . -q 1/8,1/8,1/4,1/2",
		"-p 1,5e-324 -q 5e-324,1", "-p 1,0 -q 0.5,0.5", "-a\nb=\n", "-out= -p 1\n", "\x00 \xff",
		"-counts 3,2,1 -add 0.5", "-symbols *a_1*,\\_,\u05e9,\U0001f600", "-width 84mm -theme dark",
		"-text paths -title=false", "-data -", "-p 1/2,1/2 -symbols \r,\t",
		"-base e -p 1", "-decimal , -height 60mm", "-bins equal:3 -only reliability -data -",
	} {
		f.Add(args, byte(i), []byte{})
	}
	for args, files := range map[string][]string{
		"-font FILE": {"testdata/CFFTest.otf", "testdata/glyfTest.ttf", "digits.json"},
		"-font FILE,FILE,FILE -only cost -p 1/2,1/2 -symbols 0567,89Q": {
			"testdata/CFFTest.otf", "testdata/glyfTest.ttf",
		},
		"-count bytes FILE": {"main.go"}, "-count letters FILE -model flags.go -add 1": {"main.go"},
		"-only cost -data FILE": {"main.go", "digits.json"}, "-only joint -data FILE": {"digits.json"},
		"-only sentence -data FILE": {"main.go"}, "-only long-tail -data FILE": {"digits.json"},
	} {
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(args, byte(9), data)
		}
	}
	f.Add("-font FILE", byte(9), gosmallcaps.TTF)
	f.Add("-only joint -data FILE", byte(0), []byte("x;a;b\nc;1;2\nd;3;4\n"))
	f.Add("-only cost -data FILE", byte(0), []byte("name,p,q\na,1,2\nb,0.5,3\n"))
	f.Add("-only reliability -data FILE", byte(0), []byte("label,forecast\n1,0.5\n0,0.1\n"))
	f.Add("-only learning-curve -data FILE", byte(0), []byte("step,training\n1,2\n3,\n"))
}

// FuzzLabels looks for labels that are taken, and that no format can print whole.
func FuzzLabels(f *testing.F) {
	f.Add([]byte(`{"entropy, bits": "\u0000*e_{", "0.5": "\r", "*p*": "\u2028^"}`))
	f.Add([]byte(`{"A fair coin is the most uncertain coin": "", "0": "\ud800<&>'"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		labels, err := parseLabels(data)
		if err != nil {
			return
		}
		look := page.Look{Width: page.Width, Title: true, Labels: labels}
		d := binaryEntropy.of(binaryEntropy.inBook(), look)
		for _, in := range format.All {
			if file, err := in.Print(d, bookOptions); err == nil {
				checkWhole(t, "labels."+in.Name, file)
			}
		}
	})
}

// checkWhole holds a file to be one of its format, to the end.
func checkWhole(t *testing.T, name string, file []byte) {
	var err error
	whole := true
	switch filepath.Ext(name) {
	case ".svg":
		err = xml.Unmarshal(file, new(struct{}))
		whole = !regexp.MustCompile(` (d|x|y|dy)="[^"]*(NaN|Inf)`).Match(file)
	case ".png":
		_, err = png.Decode(bytes.NewReader(file))
	case ".pdf":
		whole = bytes.HasPrefix(file, []byte("%PDF-")) && bytes.HasSuffix(file, []byte("\n%%EOF\n"))
	case ".eps":
		whole = bytes.HasPrefix(file, []byte("%!PS-Adobe")) && bytes.HasSuffix(file, []byte("\n%%EOF\n"))
	case ".csv":
		_, err = csv.NewReader(bytes.NewReader(file)).ReadAll()
	default:
		whole = false
	}
	if err != nil || !whole {
		t.Errorf("%s is not whole, or error %v", name, err)
	}
}
