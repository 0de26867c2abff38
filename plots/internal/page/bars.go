package page

import (
	"cmp"

	"gonum.org/v1/plot/vg"
)

// Bars are amounts drawn from left to right in rows, from the top of a page down,
// to show how some add up to others.
type Bars struct {
	*Page
	Most  float64   // the amount that is as long as the page is wide
	Gap   vg.Length // between neighbours
	Pitch vg.Length // from row to row; 0 for BarPitch
}

// BarPitch is the usual height of a row of bars.
const BarPitch = 16

func (b Bars) pitch() vg.Length { return cmp.Or(b.Pitch, BarPitch) }

// At returns how far from the left an amount reaches.
func (b Bars) At(amount float64) vg.Length {
	return b.Min.X + b.Size().X*vg.Length(amount/b.Most)
}

// Middle returns the height of the middle of a row.
func (b Bars) Middle(row int) vg.Length { return b.Max.Y - b.pitch()*(vg.Length(row)+0.5) }

// Box returns the bar between two amounts.
func (b Bars) Box(row int, from, to float64) vg.Rectangle {
	left, right := b.At(from)+b.Gap/2, b.At(to)-b.Gap/2
	height := b.pitch() - 5
	return rect(left, b.Middle(row)-height/2, right-left, height)
}

// Join draws dashes at an amount between the bars of two rows.
func (b Bars) Join(amount float64, first, last int) {
	upper, lower := b.Box(first, amount, amount), b.Box(last, amount, amount)
	x := b.At(amount)
	b.StrokeLine2(Muted.Line(Hair, 1.5, 1.5), x, upper.Min.Y, x, lower.Max.Y)
}

// Holds reports whether a name can be set in the bar between two amounts.
func (b Bars) Holds(name string, from, to float64) bool {
	return b.TextWidth(name, Small(Plain))+6 <= b.At(to)-b.At(from)
}

// Label sets a name in the bar between two amounts, if that has room for it, and says whether it has.
func (b Bars) Label(row int, from, to float64, name string) bool {
	if !b.Holds(name, from, to) {
		return false
	}
	b.Write((b.At(from)+b.At(to))/2, b.Middle(row), name, Small(Plain).Center())
	return true
}
