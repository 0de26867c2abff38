package format

import (
	"bytes"
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// pdf prints a drawing as a PDF file, with text that can be searched, copied and
// read aloud. Its title is the figure's, and its subject says what the figure
// shows to those who cannot see it.
func pdf(d *page.Drawing, o Options) ([]byte, error) {
	if err := d.Missing(); err != nil {
		return nil, err
	}
	size := fpdf.SizeType{Wd: float64(d.Print.X), Ht: float64(d.Print.Y)}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size})
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true) // or its order is that of a map
	doc.AddPage()
	doc.SetTitle(d.Title, true)
	doc.SetSubject(d.Alt, true)
	w := pdfWriter{doc, map[font.Font]bool{}, d.Print.Y}
	for _, m := range d.Marks {
		w.mark(scaled(rounded(m), d.Scale()), m.Ink.In(o.Theme == "dark"))
	}
	var b bytes.Buffer
	err := doc.Output(&b)
	return undated(b.Bytes()), err
}

// date matches the lines of a PDF file that say when it was made.
var date = regexp.MustCompile(`/(?:Creation|Mod)Date \(D:\d{14}\)`)

// undated blanks the dates out, which leaves all else where the file's table
// of contents says it is.
func undated(file []byte) []byte {
	return date.ReplaceAllFunc(file, func(s []byte) []byte {
		return bytes.Repeat([]byte(" "), len(s))
	})
}

// A pdfWriter writes marks on a page, whose y axis points down in fpdf.
type pdfWriter struct {
	doc    *fpdf.Fpdf
	fonts  map[font.Font]bool // by face, whether it is in the file
	height vg.Length
}

func (w pdfWriter) mark(m page.Mark, k color.NRGBA) {
	r, g, b := int(k.R), int(k.G), int(k.B)
	switch {
	case m.Kind == page.Stroke:
		var dashes []float64
		for _, d := range m.Dashes {
			dashes = append(dashes, float64(d))
		}
		w.doc.SetDashPattern(dashes, 0)
		w.doc.SetLineWidth(float64(m.Width))
		w.doc.SetDrawColor(r, g, b)
		w.path(m.Path, k, "D")
	case m.Kind == page.Fill:
		w.doc.SetFillColor(r, g, b)
		w.path(m.Path, k, "F")
	case w.embed(m.Face) && !strings.ContainsFunc(m.Text, func(r rune) bool { return r > 0xffff }):
		w.doc.SetTextColor(r, g, b)
		w.text(m, k)
	default: // fpdf knows no way to write it
		w.doc.SetFillColor(r, g, b)
		w.path(outlines(m.Face, m.At, m.Text), k, "F")
	}
}

func (w pdfWriter) path(p vg.Path, k color.NRGBA, style string) {
	w.doc.SetAlpha(float64(k.A)/255, "Normal")
	for _, e := range cubic(p) {
		x, y := w.point(e.Pos)
		switch e.Type {
		case vg.MoveComp:
			w.doc.MoveTo(x, y)
		case vg.LineComp:
			w.doc.LineTo(x, y)
		case vg.CurveComp:
			x1, y1 := w.point(e.Control[0])
			x2, y2 := w.point(e.Control[1])
			w.doc.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
		case vg.CloseComp:
			w.doc.ClosePath()
		}
	}
	w.doc.DrawPath(style)
}

func (w pdfWriter) point(p vg.Point) (x, y float64) { return float64(p.X), float64(w.height - p.Y) }

// text writes a text. A script reads, on one line, with the characters that
// Unicode has for it.
func (w pdfWriter) text(m page.Mark, k color.NRGBA) {
	if script := page.Raised(m.Text, m.Rise); script != m.Text {
		var hex string
		for _, u := range utf16.Encode([]rune(script)) {
			hex += fmt.Sprintf("%04x", u)
		}
		w.doc.RawWriteStr("/Span <</ActualText <feff" + hex + ">>> BDC")
		defer w.doc.RawWriteStr("EMC")
	}
	w.doc.SetFont(m.Face.Name(), "", float64(m.Face.Font.Size))
	w.doc.SetAlpha(float64(k.A)/255, "Normal")
	x, y := w.point(m.At)
	w.doc.Text(x, y, m.Text)
}

// embed puts a font into the file, once, and reports whether it is there. PDF can
// take in as it is a single font in TrueType.
func (w pdfWriter) embed(f font.Face) bool {
	key := f.Font
	key.Size = 0
	if _, known := w.fonts[key]; !known {
		var file bytes.Buffer
		_, err := f.Face.WriteSourceTo(nil, &file)
		w.fonts[key] = err == nil && bytes.HasPrefix(file.Bytes(), []byte{0, 1, 0, 0})
		if w.fonts[key] {
			w.doc.AddUTF8FontFromBytes(f.Name(), "", file.Bytes())
		}
	}
	return w.fonts[key]
}
