// Package page lays figures out in the style of the book: the paper and its
// title, axes, labels, blocks and tables. What it draws is a [Drawing], a list of
// marks that every format can print.
package page

import (
	"cmp"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Sizes of the house, in points.
const (
	Width = 480

	Hair  = 0.6 // lines of axes and the grid
	Thin  = 1.0 // of guides
	Thick = 1.9 // of data

	columnWidth   = 300 // of narrower columns too, down to SmallestPrint
	height        = 270 // where the content asks for no more
	margin        = 7
	titleRoom     = 22 // with one line
	captionHeight = 19
	noteHeight    = 15
)

// SmallestPrint is the size in points that every label has in print, but for its scripts and those
// of a list, and LeastWidth is how narrow a figure can be. On the whole page labels have 7 points.
const (
	SmallestPrint = 6
	LeastWidth    = 55 * vg.Millimeter

	smallestOnPages = 7
	smallestScript  = 5.5
)

// A Figure is what there is to lay out.
type Figure struct {
	Name, Title, Alt string
	Height           vg.Length             // 0 for 270
	ColumnHeight     vg.Length             // in a column of text; 0 for the same
	Fit              func(*Page) vg.Length // returns the height, where it depends on the texts; or nil
	Draw             func(*Page)
}

// A Look is what an author wants figures to look like.
type Look struct {
	Width  vg.Length // in print
	Height vg.Length // in print; 0 for as high as the figure needs
	Title  bool      // it stands over the figure, and is not left to a caption
	Labels Labels
	Comma  bool            // in decimals, in the place of the point
	Fonts  font.Collection // regular first, by one name; none for Liberation Sans

	HasLetters bool // in the file, so that no other font takes their place
}

// A Page is a part of the paper, on which a figure draws.
type Page struct {
	draw.Canvas
	Column bool // it is as wide as a column of text
	rec    *recorder
}

// Draw lays a figure out: the paper, the title, and under it what the figure
// draws. The page is that of the book where its labels are large enough in print,
// and a column elsewhere.
func Draw(f Figure, look Look) *Drawing {
	d := &Drawing{Name: f.Name, Width: Width, Height: cmp.Or(f.Height, height)}
	r := newRecorder(d, look)
	heading := r.say(f.Title)
	d.Title, d.Alt = PlainText(cmp.Or(heading, f.Title)), cmp.Or(r.say(f.Alt), f.Alt)
	pg := &Page{Column: look.Width/Width*tickSize < smallestOnPages, rec: r}
	if pg.Column {
		d.Width = max(look.Width, min(columnWidth, look.Width*tickSize/SmallestPrint))
		d.Height = cmp.Or(f.ColumnHeight, d.Height)
	}
	r.scale = look.Width / d.Width
	if f.Fit != nil {
		pg.Canvas = draw.NewCanvas(r, d.Width, d.Height)
		d.Height = f.Fit(pg.Crop(margin, margin, 0, 0))
	}
	title := ""
	if look.Title {
		room := (d.Width - margin - 1) / r.wider(titleStyle) // to the edge of the paper, if need be
		r.title, title = heading, asSaid(r.wrap(heading, room, titleStyle.font()))
	}
	more := vg.Length(-titleRoom) // than a title of one line takes
	if title != "" {
		more = titleStyle.drop(title)
	}
	if d.Height += more; look.Height > 0 {
		d.Height = look.Height * d.Width / look.Width
	}
	d.Print = vg.Point{X: look.Width, Y: d.Height * look.Width / d.Width}

	pg.Canvas = draw.NewCanvas(r, d.Width, d.Height)
	pg.SetColor(Paper)
	pg.Fill(pg.Rectangle.Path())
	pg = pg.Crop(margin, margin, margin, margin)
	pg.Write(pg.Min.X, pg.Max.Y-6-more/2, title, titleStyle)
	f.Draw(pg.Below(titleRoom + more))
	return d
}

// Title is what stands over the figure; "" where nothing does.
func (pg *Page) Title() string { return pg.rec.title }

// on returns the page of a part of the paper.
func (pg *Page) on(c draw.Canvas) *Page { return &Page{c, pg.Column, pg.rec} }

// Crop returns the page without so much at each of its sides.
func (pg *Page) Crop(left, right, bottom, top vg.Length) *Page {
	return pg.on(draw.Crop(pg.Canvas, left, -right, bottom, -top))
}

// Below returns the page without its topmost points.
func (pg *Page) Below(points vg.Length) *Page { return pg.Crop(0, 0, 0, points) }

// Sketch returns the page on a drawing that nobody prints, to measure what is drawn there.
func (pg *Page) Sketch() *Page {
	r := *pg.rec
	r.drawing = &Drawing{}
	return &Page{draw.Canvas{Canvas: &r, Rectangle: pg.Rectangle}, pg.Column, &r}
}

// Printed is the size of the whole paper in print.
func (pg *Page) Printed() vg.Point { return pg.rec.drawing.Print }

// InPrint returns the length that has so many points in print.
func (pg *Page) InPrint(points vg.Length) vg.Length { return points / pg.rec.scale }

// Halves returns the page in two, side by side or in a column one over the other.
func (pg *Page) Halves() (first, second *Page) {
	if pg.Column {
		half := pg.Size().Y / 2
		return pg.Crop(0, 0, half+7, 0), pg.Crop(0, 0, 0, half+7)
	}
	half := pg.Size().X / 2
	return pg.Crop(0, half+10, 0, 0), pg.Crop(half+6, 0, 0, 0)
}

// Crowded is the style of labels that share the width of the page.
func (pg *Page) Crowded() Style {
	if pg.Column {
		return Small(Plain)
	}
	return Body(Plain)
}

// Caption names at the top of the page what a chart shows upwards, or says on the
// right what else there is to say, or where both are too long for a line, under it.
func (pg *Page) Caption(name, aside string) *Page {
	st := Body(Muted)
	wide, width := pg.TextWidth(name, st), pg.Size().X
	switch {
	case name != "" && aside != "" && wide+10+pg.TextWidth(aside, st) > width:
		return pg.Note(name, st).Note(aside, st).Below(captionHeight - noteHeight)
	case wide > width:
		return pg.Note(name, st).Below(captionHeight - noteHeight)
	}
	pg.Write(pg.Min.X, pg.Max.Y-5, name, st)
	pg.Write(pg.Max.X, pg.Max.Y-5, aside, st.Right())
	return pg.Below(captionHeight)
}

// Note writes s, if it says anything, in as many lines as it takes, over what is drawn on the page
// that it returns.
func (pg *Page) Note(s string, st Style) *Page {
	if s == "" {
		return pg
	}
	s = pg.Wrapped(s, pg.Size().X, st)
	pg.Write(pg.Min.X, pg.Max.Y-5-st.drop(s)/2, s, st)
	return pg.Below(noteHeight + st.drop(s))
}

// NoteHeight returns what a note takes of a page of this width.
func (pg *Page) NoteHeight(s string, st Style) vg.Length {
	if s == "" {
		return 0
	}
	return noteHeight + pg.MoreHeight(s, st)
}

// MoreHeight returns what the lines of a note or a caption take beyond the first.
func (pg *Page) MoreHeight(s string, st Style) vg.Length {
	return st.drop(pg.Wrapped(s, pg.Size().X, st))
}

// drop is how far the last line of a text is below its first.
func (s Style) drop(text string) vg.Length {
	return vg.Length(strings.Count(text, "\n")) * s.Leading()
}

// FillBox paints a rectangle over what lies under it, the grid say.
func (pg *Page) FillBox(r vg.Rectangle, k Ink) {
	for _, coat := range []Ink{Paper, k.Fill()} {
		pg.SetColor(coat)
		pg.Fill(r.Path())
	}
}

// Outline draws the edge of a rectangle.
func (pg *Page) Outline(r vg.Rectangle, edge draw.LineStyle) {
	pg.SetLineStyle(edge)
	pg.Stroke(r.Path())
}

// Hatch draws slanted lines across a rectangle, and its edge.
func (pg *Page) Hatch(r vg.Rectangle, k Ink) {
	const apart = 5
	style := k.Line(Thin)
	height := r.Size().Y
	for x := r.Min.X - height + apart; x < r.Max.X; x += apart {
		pg.StrokeLine2(style, max(x, r.Min.X), r.Min.Y+max(0, r.Min.X-x),
			min(x+height, r.Max.X), r.Min.Y+min(height, r.Max.X-x))
	}
	pg.Outline(r, style)
}

// Dot marks a point. A rim of paper lifts it off the line it lies on.
func (pg *Page) Dot(at vg.Point, k Ink) {
	pg.Disc(at, 4.2, Paper)
	pg.Disc(at, 2.8, k)
}

// Disc fills a circle about a point.
func (pg *Page) Disc(at vg.Point, radius vg.Length, k Ink) {
	pg.DrawGlyphNoClip(draw.GlyphStyle{Color: k, Radius: radius, Shape: draw.CircleGlyph{}}, at)
}
