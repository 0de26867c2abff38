package format

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"encoding/binary"
	"fmt"
	"image/color"
	"maps"
	"slices"
	"sync"
	"unicode/utf16"

	"crossentropy/plots/internal/page"
)

// pdf prints a drawing as a tagged PDF file, with text that can be searched, copied and
// read aloud. Its one tag is a figure, whose alternative text says what it shows to
// those who cannot see it, as the subject of the file does.
func pdf(d *page.Drawing, o Options) ([]byte, error) {
	if err := d.Unprintable(); err != nil {
		return nil, err
	}
	w := pdfWriter{opacities: map[uint8]bool{}}
	if !o.Outline {
		w.fonts = embedded(d.Marks)
	}
	w.page.WriteString("1 j /Figure <</MCID 0>> BDC\n") // round joins
	for _, m := range d.Marks {
		w.mark(scaled(m, d.Scale()), m.Ink.In(o.Theme == "dark"))
	}
	w.page.WriteString("EMC\n")

	language := ""
	if slices.Contains(d.Texts, d.Alt) { // and no label has taken its place
		language = "/Lang (en)"
	}
	size := decimals(0, 0, d.Print.X, d.Print.Y)
	var file pdfFile
	file.add("<</Type /Catalog /Pages 2 0 R %s /MarkInfo <</Marked true>> /StructTreeRoot 5 0 R"+
		" /Metadata 7 0 R /ViewerPreferences <</DisplayDocTitle true>>>>", language)
	file.add("<</Type /Pages /Kids [3 0 R] /Count 1>>")
	file.add("<</Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /StructParents 0"+
		" /Resources <<%s>>>>", size, w.resources())
	file.stream("", w.page.Bytes())
	file.add("<</Type /StructTreeRoot /K 6 0 R /ParentTree <</Nums [0 [6 0 R]]>>>>")
	file.add("<</Type /StructElem /S /Figure /P 5 0 R /Pg 3 0 R /K 0 /Alt %s"+
		" /A <</O /Layout /Placement /Block /BBox [%s]>>>>", textString(d.Alt), size)
	xmp := fmt.Sprintf(metadata, escape(d.Title), escape(d.Alt))
	file.add("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(xmp), xmp)
	file.add("<</Title %s /Subject %s>>", textString(d.Title), textString(d.Alt))
	for _, f := range w.fonts {
		f.addTo(&file)
	}
	return file.bytes(), nil
}

// metadata is what the file's title and subject are in XMP.
const metadata = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

// A pdfFile is the objects of a PDF file, of which the first has number 1.
type pdfFile struct{ objects [][]byte }

const (
	infoObject = 8 // the title and the subject
	firstFont  = infoObject + 1
)

func (f *pdfFile) add(object string, values ...any) {
	f.objects = append(f.objects, fmt.Appendf(nil, object, values...))
}

// deflaters are kept, because a new one takes longer than to compress what a figure has.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// stream adds data, compressed, under a dictionary.
func (f *pdfFile) stream(dictionary string, data []byte) {
	var b bytes.Buffer
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	w.Write(data) // a Buffer returns no error
	w.Close()
	f.add("<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", dictionary, b.Len(), &b)
}

// bytes writes the file: the objects, and a table of where they are. Its name is made
// from the objects, so that it repeats.
func (f *pdfFile) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for i, object := range f.objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	name, start := md5.Sum(b.Bytes()), b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size %d /Root 1 0 R /Info %d 0 R /ID [<%x> <%x>]>>\n",
		table, len(f.objects)+1, infoObject, name, name)
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

// textString writes s as PDF writes text outside a page.
func textString(s string) string { return fmt.Sprintf("<feff%x>", bigEndian(s)) }

// bigEndian returns s in UTF-16.
func bigEndian(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}

// A pdfWriter writes marks on a page.
type pdfWriter struct {
	page      bytes.Buffer
	fonts     []*pdfFont
	opacities map[uint8]bool // those in use
}

// resources names the opacities and the fonts.
func (w *pdfWriter) resources() string {
	s := "/ExtGState <<"
	for _, a := range slices.Sorted(maps.Keys(w.opacities)) {
		s += fmt.Sprintf("/G%d <</ca %.3g /CA %.3[2]g>>", a, float64(a)/255)
	}
	s += ">> /Font <<"
	for i := range w.fonts {
		s += fmt.Sprintf("/F%d %d 0 R ", i, firstFont+i*objectsOfFont)
	}
	return s + ">>"
}

func (w *pdfWriter) mark(m page.Mark, k color.NRGBA) {
	w.opacities[k.A] = true
	fmt.Fprintf(&w.page, "/G%d gs %s ", k.A, rgb(k))
	if i := fontOf(m, w.fonts); i >= 0 {
		w.page.WriteString("rg\n")
		w.text(m, i)
		return
	}
	path := postScript(cubic(outlined(m).Path)) // whose operators are those of PDF
	if m.Kind == page.Stroke {
		fmt.Fprintf(&w.page, "RG %s w [%s] 0 d\n%sS\n", decimals(m.Width), decimals(m.Dashes...), path)
	} else {
		w.page.WriteString("rg\n" + path + "f\n")
	}
}

// text writes a text in the i-th font, with letters as far apart as in its layout. A script
// reads, on one line, with the characters that Unicode has for it.
func (w *pdfWriter) text(m page.Mark, i int) {
	if script := page.Raised(m.Text, m.Rise); script != m.Text {
		fmt.Fprintf(&w.page, "/Span <</ActualText %s>> BDC\n", textString(script))
		defer w.page.WriteString("EMC\n")
	}
	fmt.Fprintf(&w.page, "BT /F%d %s Tf %s Td [<", i, decimals(m.Face.Font.Size),
		decimals(m.At.X, m.At.Y))
	var before rune
	for _, r := range m.Text {
		kern := page.Kern(m.Face, before, r)
		before = r
		if tighter := rounding(float64(-1000 * kern / m.Face.Font.Size)); tighter != 0 {
			fmt.Fprintf(&w.page, ">%.0f<", tighter)
		}
		fmt.Fprintf(&w.page, "%04x", w.fonts[i].codes[r])
	}
	w.page.WriteString(">] TJ ET\n")
}
