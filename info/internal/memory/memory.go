// Package memory tells whether slices share memory. What writes a gradient while it still
// reads logits and targets has to know that it does not write over them.
package memory

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"sync"
)

// Rows are rows of floats, by the name that an error calls them.
type Rows struct {
	Name   string
	Floats [][]float64
}

// Apart returns an error if a row of written shares memory, whole or in part, with another
// of its rows or with a row of read. Those of read may share memory among themselves.
//
// Where the rows of each are parts of one slice, as those of a matrix mostly are, nothing
// is sorted. Where not, nothing is allocated once there was a call of that size.
func Apart(written Rows, read ...Rows) error {
	low, high, inOrder := extent(written.Floats)
	for _, r := range read {
		first, past, _ := extent(r.Floats)
		inOrder = inOrder && (past <= low || high <= first)
	}
	if inOrder {
		return nil
	}
	return search(written, read)
}

// Overlap says whether a and b share memory.
func Overlap(a, b []float64) bool {
	s, t := spanOf(a), spanOf(b)
	return s.start < t.past && t.start < s.past
}

// A span is the addresses of a row, and which row of which rows it is: 0 is what is
// written, and the rest is what is read.
type span struct {
	start, past uintptr
	rows, row   int
}

// spanOf is where x lies. It is empty if x is.
//
// The garbage collector moves nothing on the heap, and Pointer keeps x off the stack.
func spanOf(x []float64) span {
	if len(x) == 0 {
		return span{}
	}
	const bytes = 8 // of a float
	start := reflect.ValueOf(&x[0]).Pointer()
	return span{start: start, past: start + bytes*uintptr(len(x))}
}

// extent is between which addresses the rows lie, and whether each lies behind the one
// before.
func extent(rows [][]float64) (low, high uintptr, inOrder bool) {
	inOrder = true
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		s := spanOf(row)
		if high == 0 { // the first
			low = s.start
		}
		inOrder = inOrder && s.start >= high
		low, high = min(low, s.start), max(high, s.past)
	}
	return low, high, inOrder
}

// pool holds room for the spans of a batch, which the next can do with.
var pool = sync.Pool{New: func() any { return new([]span) }}

// search goes through the rows by where they start: one that starts before an earlier one
// has ended shares memory with it. The error names the first row of written that does.
func search(written Rows, read []Rows) error {
	spans := pool.Get().(*[]span)
	defer pool.Put(spans)
	*spans = appendSpans((*spans)[:0], 0, written)
	for i, r := range read {
		*spans = appendSpans(*spans, i+1, r)
	}
	slices.SortFunc(*spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.rows, b.rows), cmp.Compare(a.row, b.row))
	})
	var clashes []clash
	var ours, theirs span // of written, and of read: those so far that reach furthest
	for _, s := range *spans {
		own := s.rows == 0
		if s.start < ours.past {
			clashes = append(clashes, clash{ours, s})
		}
		if own && s.start < theirs.past {
			clashes = append(clashes, clash{s, theirs})
		}
		switch {
		case own: // behind ours, or there is a clash already
			ours = s
		case !own && s.past > theirs.past:
			theirs = s
		}
	}
	if len(clashes) == 0 {
		return nil
	}
	first := slices.MinFunc(clashes, func(a, b clash) int { return cmp.Compare(a.row.row, b.row.row) })
	return first.explain(written, read)
}

// appendSpans appends the spans of all rows but empty ones.
func appendSpans(spans []span, rows int, r Rows) []span {
	for i, row := range r.Floats {
		if len(row) > 0 {
			s := spanOf(row)
			s.rows, s.row = rows, i
			spans = append(spans, s)
		}
	}
	return spans
}

// A clash is a row of written that shares memory with another row.
type clash struct{ row, other span }

func (c clash) explain(written Rows, read []Rows) error {
	other := written.Name
	if c.other.rows > 0 {
		other = read[c.other.rows-1].Name
	}
	return fmt.Errorf("%s[%d] shares memory with %s[%d], want room of its own",
		written.Name, c.row.row, other, c.other.row)
}
