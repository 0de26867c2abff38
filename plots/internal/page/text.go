package page

import (
	"cmp"
	"sort"
	"strings"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Style says how a text is set. The zero value is plain, of 10 points, and
// begins at its point, the middle of its capitals at that height.
type Style struct {
	Ink   Ink
	size  vg.Length
	bold  bool
	align text.XAlignment
}

// Typeface is the one of the book.
const Typeface = "Liberation"

const (
	titleSize = 12
	bodySize  = 10
	tickSize  = 9
	leading   = 1.25 // from line to line, in font sizes
)

var titleStyle = Style{size: titleSize, bold: true}

// Body is the style of most texts.
func Body(k Ink) Style { return Style{Ink: k} }

// Bold is the style of what a line is called.
func Bold(k Ink) Style { return Style{Ink: k, bold: true} }

// Small is the style of ticks and of cells.
func Small(k Ink) Style { return Style{Ink: k, size: tickSize} }

// Sized is the style in another size.
func (s Style) Sized(size vg.Length) Style {
	s.size = size
	return s
}

// Right is the style of a text that ends at its point.
func (s Style) Right() Style {
	s.align = draw.XRight
	return s
}

// Center is the style of a text whose middle is at its point.
func (s Style) Center() Style {
	s.align = draw.XCenter
	return s
}

// Leading is the distance from line to line.
func (s Style) Leading() vg.Length {
	return leading * cmp.Or(s.size, bodySize)
}

// font is that of a style.
func (s Style) font() font.Font {
	f := font.Font{Typeface: Typeface, Variant: "Sans", Size: cmp.Or(s.size, bodySize)}
	if s.bold {
		f.Weight = xfont.WeightBold
	}
	return f
}

// textStyle returns a style in gonum/plot's terms.
func (r *recorder) textStyle(s Style) text.Style {
	return text.Style{
		Color: cmp.Or(s.Ink, Plain), Font: s.font(), XAlign: s.align, YAlign: draw.YCenter, Handler: r,
	}
}

// Write sets s at (x, y), a point of the page.
func (pg *Page) Write(x, y vg.Length, s string, st Style) {
	sty := pg.rec.textStyle(st)
	pg.FillText(sty, vg.Point{X: x, Y: y + sty.FontExtents().Descent}, s)
}

// wider is how much wider than in Liberation Sans a text may be where that is missing:
// DejaVu Sans, in which many a Linux desktop sets it, is the widest of its successors. Where
// the letters come with the figure, a little is left for air.
func (r *recorder) wider(s Style) vg.Length {
	switch {
	case r.hasLetters:
		return 1.03
	case s.bold:
		return 1.22
	}
	return 1.15
}

// Wider is how much wider than in its own font a plain text may be.
func (pg *Page) Wider() vg.Length { return pg.rec.wider(Style{}) }

// TextWidth returns the room that a text takes as it is written: the width of its
// widest line, in another font at most.
func (pg *Page) TextWidth(s string, st Style) vg.Length {
	return pg.rec.wider(st) * pg.rec.width(pg.rec.words(s), st.font())
}

// Wrapped breaks a text, as it is written, into lines of a width.
func (pg *Page) Wrapped(s string, width vg.Length, st Style) string {
	words := pg.rec.words(s)
	lines := pg.rec.wrap(words, width/pg.rec.wider(st), st.font())
	if words == s {
		return lines
	}
	pg.rec.remember(s)
	return asSaid(lines)
}

// Listed makes a text break behind its semicolons, where what stands between them has room in a line.
func (pg *Page) Listed(s string, st Style) string {
	parts := strings.Split(s, "; ")
	for i, part := range parts {
		if one := strings.ReplaceAll(part, " ", "\u00a0"); pg.TextWidth(one+";", st) < pg.Size().X {
			parts[i] = one
		}
	}
	return strings.Join(parts, "; ")
}

// twoLines breaks a text, as it is written, into at most two lines of a width, and says whether
// they have room for it.
func (pg *Page) twoLines(s string, width vg.Length, st Style) (lines string, ok bool) {
	s = pg.Wrapped(s, width, st)
	return s, pg.TextWidth(s, st) <= width && strings.Count(s, "\n") < 2
}

// CutShort returns s where it is no wider than a width, else as much of its
// beginning as leaves room for an ellipsis, and "" if that is less than three letters.
func (pg *Page) CutShort(s string, width vg.Length, st Style) string {
	if pg.TextWidth(s, st) <= width {
		return s
	}
	letters := []rune(PlainText(pg.rec.say(s)))
	cut := func(n int) string {
		return asSaid(Literal(strings.TrimRight(string(letters[:n]), " ")) + "…")
	}
	n := sort.Search(len(letters), func(n int) bool { return pg.TextWidth(cut(n), st) > width }) - 1
	if n < 3 {
		return ""
	}
	return cut(n)
}

// Shortened breaks a name into two lines of a width at most, or where it has no room there, cuts it
// short, and says whether it is whole.
func (pg *Page) Shortened(name string, width vg.Length, st Style) (lines string, isWhole bool) {
	if lines, isWhole = pg.twoLines(name, width, st); isWhole {
		return lines, true
	}
	return pg.CutShort(Unbroken(name), width, st), false
}

// Spread moves the middles of texts, which go from left to right, as far apart as it takes for a
// gap between any two, with no text beyond an end.
func Spread(at, half []vg.Length, left, right, gap vg.Length) {
	const rounds, slack = 300, 0.1 // in which neighbours part
	for range rounds {
		for i := range at {
			at[i] = max(left+half[i], min(at[i], right-half[i]))
			if i == 0 {
				continue
			}
			if over := at[i-1] + half[i-1] + gap + half[i] - at[i]; over > slack {
				at[i-1], at[i] = at[i-1]-over/2, at[i]+over/2
			}
		}
	}
}

// A lettering is a text in a font.
type lettering struct {
	text string
	font font.Font
}

// width returns that of the widest line of markup. It remembers it, as layouts ask many times.
func (r *recorder) width(s string, f font.Font) vg.Length {
	all := lettering{s, f}
	widest, ok := r.widths[all]
	if ok {
		return widest
	}
	for _, line := range r.Lines(s) {
		var width vg.Length
		for _, s := range spans(line) {
			for _, piece := range r.pieces(s, f) {
				width += advance(piece.face, piece.text)
			}
		}
		widest = max(widest, width)
	}
	r.widths[all] = widest
	return widest
}

// Kern is how much further from the letter before it a letter stands in a face than their widths say: less
// than 0 where they are kerned. Two digits are not, so that those of a column stand under each other.
func Kern(f font.Face, before, letter rune) vg.Length {
	if before == 0 || isDigit(before) && isDigit(letter) {
		return 0
	}
	return kern(f, before, letter)
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// kern is that of a face.
func kern(f font.Face, before, letter rune) vg.Length {
	first, second := string(before), string(letter)
	return f.Width(first+second) - f.Width(first) - f.Width(second)
}

// advance is the width of a text in a face.
func advance(f font.Face, text string) vg.Length {
	width := f.Width(text)
	var before rune
	for _, letter := range text {
		if isDigit(before) && isDigit(letter) {
			width -= kern(f, before, letter)
		}
		before = letter
	}
	return width
}

// Lines splits a text into its lines. What is italic where one ends is so where the next begins.
func (r *recorder) Lines(s string) []string {
	lines, isOpen := strings.Split(s, "\n"), false
	for i := range lines {
		if isOpen {
			lines[i] = "*" + lines[i]
		}
		if isOpen = strings.Count(strings.ReplaceAll(lines[i], `\*`, ""), "*")%2 == 1; isOpen {
			lines[i] += "*"
		}
	}
	return lines
}

// Box returns the width of a line of markup, and the height and depth of its font.
func (r *recorder) Box(line string, f font.Font) (width, height, depth vg.Length) {
	e := r.Extents(f)
	return r.width(line, f), e.Ascent, e.Descent
}

// Draw writes the lines of txt. Centred text has the middle of its capitals,
// which is what the eye aligns, where others have the middle of its box. No text
// is turned: the house style has none.
func (r *recorder) Draw(_ vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	lines, lead := r.Lines(r.say(txt)), leading*sty.Font.Size
	last := lead * vg.Length(len(lines)-1)
	e := r.Extents(sty.Font)
	pt.Y -= e.Descent // gonum/plot asks for its labels a descent too high
	switch sty.YAlign {
	case draw.YTop:
		pt.Y -= e.Ascent
	case draw.YCenter:
		pt.Y += last/2 - 0.36*sty.Font.Size
	default:
		pt.Y += last + e.Descent
	}
	r.SetColor(sty.Color)
	for _, line := range lines {
		r.line(line, sty.Font, sty.XAlign, pt)
		pt.Y -= lead
	}
}

// line writes one line, aligned to a point. Spaces that begin a piece move the pen
// and are no part of the mark, because a line of SVG cannot begin with any.
func (r *recorder) line(line string, f font.Font, align text.XAlignment, anchor vg.Point) {
	pt := anchor
	if align != draw.XLeft {
		pt.X += vg.Length(align) * r.width(line, f)
	}
	continues := false
	for _, s := range spans(line) {
		at := pt
		switch s.rise {
		case -1:
			at.Y -= 0.22 * f.Size
		case 1:
			at.Y += 0.36 * f.Size
		}
		for _, piece := range r.pieces(s, f) {
			word := strings.TrimLeft(piece.text, " ")
			space := piece.text[:len(piece.text)-len(word)]
			if at.X = pt.X; space != "" {
				at.X += piece.face.Width(space)
			}
			if word != "" {
				r.mark(Mark{
					Kind: Text, Text: word, Face: piece.face, At: at, Rise: s.rise,
					Anchor: anchor, Align: align, Continues: continues, Space: space,
				})
				continues = true
			}
			pt.X += advance(piece.face, piece.text)
		}
	}
}

// A piece is a stretch of text in one font.
type piece struct {
	text string
	face font.Face
}

// pieces splits a span where a font of the author's own lacks characters.
func (r *recorder) pieces(s span, f font.Font) (all []piece) {
	if s.italic {
		f.Style = xfont.StyleItalic
	}
	if s.rise != 0 {
		f.Size = min(f.Size, max(0.72*f.Size, smallestScript/r.scale))
	}
	face := r.Fonts.Lookup(f, f.Size)
	if r.own == nil {
		return []piece{{s.text, face}}
	}
	own := r.own.Lookup(f, f.Size)
	for _, c := range s.text {
		chosen := own
		if !has(own, c) {
			chosen = face
		}
		if last := len(all) - 1; last >= 0 && all[last].face == chosen {
			all[last].text += string(c)
		} else {
			all = append(all, piece{string(c), chosen})
		}
	}
	return all
}

// has reports whether a font has a glyph for a character, as a shape of one colour, and no
// larger than the letters of any script: a broken one may be thousands of times as large.
func has(f font.Face, c rune) bool {
	g, err := f.Face.GlyphIndex(nil, c)
	if err != nil || g == 0 {
		return false
	}
	em := fixed.Int26_6(f.Face.UnitsPerEm())
	shape, err := f.Face.LoadGlyph(nil, g, em, nil)
	advance, wrong := f.Face.GlyphAdvance(nil, g, em, xfont.HintingNone)
	most := 16 * em
	room := fixed.Rectangle26_6{
		Min: fixed.Point26_6{X: -most, Y: -most}, Max: fixed.Point26_6{X: most, Y: most},
	}
	return err == nil && wrong == nil && shape.Bounds().In(room) && advance <= most
}
