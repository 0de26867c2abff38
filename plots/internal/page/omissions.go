package page

import (
	"fmt"
	"slices"
	"strings"
)

// An omission is what a drawing leaves out: what there is no room for, of which names, or
// something else, in words.
type omission struct {
	what  string
	names []string
}

// NoRoom keeps in mind what has no room: "the name", or "the numbers of", of which.
func (pg *Page) NoRoom(what string, names ...string) {
	d := pg.rec.drawing
	for _, name := range names {
		i := slices.IndexFunc(d.omitted, func(o omission) bool { return o.what == what })
		if i < 0 {
			i, d.omitted = len(d.omitted), append(d.omitted, omission{what: what})
		}
		if name = PlainText(pg.rec.words(name)); !slices.Contains(d.omitted[i].names, name) {
			d.omitted[i].names = append(d.omitted[i].names, name)
		}
	}
}

// NotDrawn keeps in mind what is not drawn, as in "2 outcomes too rare to draw".
// It may be empty.
func (pg *Page) NotDrawn(what string) {
	if what != "" {
		pg.rec.drawing.omitted = append(pg.rec.drawing.omitted, omission{what: what})
	}
}

// LacksRoom says whether a wider drawing may have what this one has no room for.
func (d *Drawing) LacksRoom() bool {
	return slices.ContainsFunc(d.omitted, func(o omission) bool { return o.names != nil })
}

// Lost says what a drawing has no room for, and what else it leaves out; "" where it has all.
func (d *Drawing) Lost() string {
	var says []string
	for _, o := range d.omitted {
		what := o.what
		if len(o.names) > 1 {
			what = strings.Replace(what, "the name", "the names", 1)
		}
		if o.names != nil {
			what = "no room for " + what + " " + few(o.names)
		}
		says = append(says, what)
	}
	return strings.Join(says, "; ")
}

// few lists the first of some names.
func few(names []string) string {
	const most = 8
	list := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list
}
