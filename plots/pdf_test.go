package main

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// streams returns what the compressed streams of a PDF file hold.
func streams(t *testing.T, file []byte) []byte {
	t.Helper()
	var all []byte
	for _, part := range bytes.Split(file, []byte("\nstream\n"))[1:] {
		if r, err := zlib.NewReader(bytes.NewReader(part)); err == nil {
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data...)
		}
	}
	return all
}

// bigEndian is s in the encoding of text on a PDF page.
func bigEndian(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

func TestPDFHasUnicodeText(t *testing.T) {
	for name, says := range map[string][]string{
		"binary-loss": {"−0.25", "forecast ", "ŷ", "∂loss/∂"},
		"bowl":        {"‖ ", "0.8406"},
		"cost":        {"first time", "lost 1"},
	} {
		f, _ := findFigure(name)
		file, err := edition{f, book, bookLook}.pdf()
		if err != nil {
			t.Fatal(err)
		}
		text := streams(t, file)
		for _, s := range says {
			if !bytes.Contains(text, bigEndian(s)) {
				t.Errorf("%s does not say %q", name, s)
			}
		}
		if !bytes.Contains(file, []byte("/ToUnicode")) {
			t.Errorf("%s does not say which characters its glyphs are", name)
		}
	}
}

func TestPDFReadsScriptsAsUnicodeHasThem(t *testing.T) {
	file, err := edition{surprisal, book, bookLook}.pdf()
	const two = "/ActualText <feff2082>" // ₂
	if err != nil || !bytes.Contains(streams(t, file), []byte(two)) {
		t.Errorf("log₂ is not read so, or error %v", err)
	}
}

func TestPDFHasNoDate(t *testing.T) {
	file, err := edition{bowl, book, bookLook}.pdf()
	if err != nil || bytes.Contains(file, []byte("Date")) {
		t.Errorf("the file has a date, or error %v", err)
	}
	for _, s := range []string{bowl.title, bowl.alt(book)[:30]} {
		if !bytes.Contains(file, bigEndian(s)) {
			t.Errorf("the file's description does not say %q", s)
		}
	}
}

func TestPDFToText(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for name, says := range map[string][]string{
		"binary-loss": {binaryLoss.title, "−ln(1−ŷ)", "with ŷ = σ(z)", "−0.75", "(1−ŷ)²"},
		"surprisal":   {"surprisal log₂ 1/p, bits"},
		"digits":      {"10⁻⁴"},
	} {
		f, _ := findFigure(name)
		file, err := edition{f, book, bookLook}.pdf()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(path, file, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-layout", path, "-").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for _, want := range says {
			if !strings.Contains(string(out), want) {
				t.Errorf("pdftotext does not find %q in\n%s", want, out)
			}
		}
	}
}
