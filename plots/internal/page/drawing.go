package page

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// A Drawing is a figure laid out on its page: the marks to print one after the
// other, and what the figure says in words and numbers. Lengths are in points of
// the layout, from the lower left corner.
type Drawing struct {
	Name, Title, Alt string
	Width, Height    vg.Length // of the layout
	Print            vg.Point  // its size in print, to which a format scales it
	Marks            []Mark
	Texts            []string // title, alternative text and labels, before any is replaced
	Data             [][]any  // the rows of its table of numbers, as in [Page.Record]
	omitted          []omission
	squeezed         bool // a chart is too low or too narrow to be read
}

// Scale is what a length of the layout is multiplied by in print.
func (d *Drawing) Scale() vg.Length { return d.Print.X / d.Width }

// Squeeze keeps in mind that what is drawn is too low or too narrow to be read.
func (pg *Page) Squeeze() { pg.rec.drawing.squeezed = true }

// Squeezed returns an error where a chart is too low or too narrow to be read.
func (d *Drawing) Squeezed() error {
	if d.squeezed {
		return errors.New("no room for the chart")
	}
	return nil
}

// Unprintable returns an error that names the characters that cannot be drawn as shapes beside
// others, if there are any: no font has them, or their shape and their place depend on their
// neighbours, as those of accents and of Arabic do.
func (d *Drawing) Unprintable() error {
	var changing, missing []string
	named := map[rune]bool{}
	for _, m := range d.Marks {
		for _, c := range m.Text {
			into := &missing
			if class, _ := bidi.LookupRune(c); class.Class() == bidi.R || class.Class() == bidi.AL || // to the left
				unicode.In(c, unicode.M, unicode.Cf, unicode.Mongolian, unicode.Phags_Pa) {
				into = &changing
			} else if has(m.Face, c) {
				continue
			}
			if !named[c] {
				named[c] = true
				*into = append(*into, fmt.Sprintf("%q (U+%04[1]X, in %q)", c, m.Text))
			}
		}
	}
	switch {
	case changing != nil:
		change := " change with their neighbours"
		if len(changing) == 1 {
			change = " changes with its neighbours"
		}
		return errors.New(few(changing) + change + ": only svg with -text text shows it")
	case missing != nil:
		return fmt.Errorf("no font has %s: name one with -font", few(missing))
	}
	return nil
}

// Crowded returns an error that names two texts of which one lies over the other, or one
// that leaves the paper, if there are any, or says that a chart is squeezed.
func (d *Drawing) Crowded() error {
	if d.squeezed {
		return d.Squeezed()
	}
	const slack = 0.5 // neighbours in a line touch
	var boxes []vg.Rectangle
	var texts []string
	for _, m := range d.Marks {
		if m.Kind != Text {
			continue
		}
		size := m.Face.Font.Size
		box := rect(m.At.X, m.At.Y-0.15*size, advance(m.Face, m.Text)-slack, 0.87*size-slack)
		if !within(box, rect(0, 0, d.Width, d.Height)) {
			return fmt.Errorf("%q leaves the paper", m.Text)
		}
		for i, other := range boxes {
			if overlap(box, other) {
				return fmt.Errorf("%q lies over %q", m.Text, texts[i])
			}
		}
		boxes, texts = append(boxes, box), append(texts, m.Text)
	}
	return nil
}

// A Mark is one thing drawn.
type Mark struct {
	Kind   Kind
	Ink    Ink
	Path   vg.Path
	Width  vg.Length   // of a line
	Dashes []vg.Length // of a line
	Text   string
	Face   font.Face // of the text
	At     vg.Point  // where its baseline begins
	Rise   int       // −1 for a subscript, 1 for a superscript

	// Of a line of text, which is one mark or several of different faces.
	Anchor    vg.Point        // what the line is aligned to
	Align     text.XAlignment // 0 where it begins there, −1 where it ends, −1/2 for its middle
	Continues bool            // the line that the mark before belongs to
	Space     string          // before the text, within the line
}

// A Kind is what a [Mark] is.
type Kind int

// Marks are of three kinds.
const (
	Stroke Kind = iota // a line along a path
	Fill               // the area within a path
	Text
)

// A recorder turns what gonum/plot draws into marks: it is the canvas and the text
// handler of every page. The embedded Canvas is nil, because no figure turns or
// moves the canvas or draws an image.
type recorder struct {
	vg.Canvas
	text.Plain
	drawing *Drawing
	pen     Mark // what the next mark looks like
	labels  Labels
	title   string      // as it stands over the figure; "" where none does
	comma   bool        // and no decimal point
	own     *font.Cache // for all characters that it has; may be nil
	x, y    string      // what the axes are called in the data
	scale   vg.Length   // of the layout in print
	widths  map[lettering]vg.Length

	hasLetters bool // the file; see Look
}

func newRecorder(d *Drawing, look Look) *recorder {
	r := &recorder{
		Plain: text.Plain{Fonts: font.DefaultCache}, drawing: d, pen: Mark{Ink: Plain, Width: 1},
		labels: look.Labels, comma: look.Comma, widths: map[lettering]vg.Length{},
		hasLetters: look.HasLetters,
	}
	if len(look.Fonts) > 0 {
		r.own = font.NewCache(look.Fonts)
	}
	return r
}

// SetLineWidth sets the width of lines.
func (r *recorder) SetLineWidth(w vg.Length) { r.pen.Width = w }

// SetLineDash sets the dashes of lines. The offset is ignored.
func (r *recorder) SetLineDash(dashes []vg.Length, _ vg.Length) { r.pen.Dashes = dashes }

// SetColor sets the ink, plain for nil. It panics for a colour that is no ink,
// because such a colour would be the same on dark paper.
func (r *recorder) SetColor(k color.Color) {
	r.pen.Ink = Plain
	if k != nil {
		r.pen.Ink = k.(Ink)
	}
}

// Stroke draws a line along p.
func (r *recorder) Stroke(p vg.Path) {
	if r.pen.Width > 0 {
		r.mark(Mark{Kind: Stroke, Path: p, Width: r.pen.Width, Dashes: r.pen.Dashes})
	}
}

// Fill fills p.
func (r *recorder) Fill(p vg.Path) { r.mark(Mark{Kind: Fill, Path: p}) }

func (r *recorder) mark(m Mark) {
	m.Ink = r.pen.Ink
	m.Path = slices.Clone(m.Path)
	r.drawing.Marks = append(r.drawing.Marks, m)
}

// said is before what is written for a text, which no label replaces again. It is no character, so that no
// text begins with it.
const said = "\ufdd0"

// asSaid marks what is written for a text, if it is anything.
func asSaid(s string) string {
	if s == "" {
		return ""
	}
	return said + s
}

// words returns the author's for a text, unless it has them.
func (r *recorder) words(s string) string {
	if strings.Contains(s, said) {
		return strings.ReplaceAll(s, said, "")
	}
	return r.labels.of(s)
}

// remember makes s one of the texts of the drawing, if it is the figure's.
func (r *recorder) remember(s string) {
	if s != "" && !strings.Contains(s, said) {
		r.drawing.Texts = append(r.drawing.Texts, s)
	}
}

// say returns what is written for a text, and remembers the text.
func (r *recorder) say(s string) string {
	r.remember(s)
	own := r.words(s)
	if r.comma {
		own = withDecimalComma(own)
	}
	return norm.NFC.String(own)
}

// Record adds a record to the data: the names of columns in markup, each followed by its value, a
// number or a word in markup. A record need not have a value in every column.
func (pg *Page) Record(columnsAndValues ...any) {
	pg.rec.drawing.Data = append(pg.rec.drawing.Data, columnsAndValues)
}
