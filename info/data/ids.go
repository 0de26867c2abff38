package data

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
)

// An IDColumn is a column that tells the rows of a table apart, or may do so.
type IDColumn struct {
	Number  int    // from 1
	Heading string // "" where there is none
	Counts  bool   // whether it counts the rows, from 0 or 1
	Left    bool   // whether it is left out
}

// headsIDs matches headings of what tells rows apart, whatever it is: id, user_id and
// PassengerId, but not acid.
var headsIDs = regexp.MustCompile(`^(?i:(.*[ _.-])?id)$|[a-z]I[dD]$`)

// headsNumbers says whether a heading may stand above the numbers of rows. It may stand above
// something else too, an index of prices or nitric oxide, but that is hardly another whole
// number in each row.
func headsNumbers(heading string) bool {
	return slices.Contains([]string{"index", "row", "no", "nr", "#"},
		strings.ToLower(strings.TrimSuffix(heading, ".")))
}

// An idColumn is an IDColumn as far as rows have been read.
type idColumn struct {
	IDColumn
	rows    int
	from    float64          // the first number
	seen    map[float64]bool // whole numbers
	repeats bool             // one of them, or is none
}

// add takes note of the field in one more row.
func (c *idColumn) add(field string) {
	n, err := parseField(field)
	whole := err == nil && n == math.Trunc(n)
	if c.rows == 0 {
		c.from, c.seen = n, map[float64]bool{}
		c.Counts = n == 0 || n == 1
	}
	c.Counts = c.Counts && whole && n == c.from+float64(c.rows)
	c.repeats = c.repeats || !whole || c.seen[n]
	if headsNumbers(c.Heading) && !c.repeats {
		c.seen[n] = true
	}
	c.rows++
}

// idColumns are those of a table.
type idColumns struct {
	told  []*idColumn // by a heading, or as names of rows
	first *idColumn   // the first other column, which may be one; nil where there is none
	out   []bool      // for each field of a row, whether it is told
}

// begin looks at the headings above a row.
func (ids *idColumns) begin(row Row) {
	if row.index == 1 {
		ids.told = append(ids.told, &idColumn{IDColumn: IDColumn{Number: 1, Left: true}})
	}
	ids.out = make([]bool, len(row.Fields))
	for i := range len(row.Fields) - 1 {
		c := &idColumn{IDColumn: IDColumn{Number: i + row.index + 1}}
		if row.Headings != nil {
			c.Heading = row.Headings[i]
		}
		switch {
		case headsIDs.MatchString(c.Heading):
			c.Left, ids.out[i] = true, true
			ids.told = append(ids.told, c)
		case ids.first == nil:
			ids.first = c
		}
	}
}

// add takes note of one more row.
func (ids *idColumns) add(row Row) {
	if ids.out == nil {
		ids.begin(row)
	}
	for _, c := range ids.told {
		c.add(row.line.fields[c.Number-1])
	}
	if c := ids.first; c != nil {
		c.add(row.line.fields[c.Number-1])
	}
}

// end returns all, and says whether the first of the features is one that is left out.
func (ids *idColumns) end(features int) (all []IDColumn, leaveFirst bool) {
	for _, c := range ids.told {
		all = append(all, c.IDColumn)
	}
	c := ids.first
	c.Left = features > 1 && (headsNumbers(c.Heading) && !c.repeats || c.Heading == "" && c.Counts)
	if c.Left || c.Counts {
		all = append(all, c.IDColumn)
	}
	slices.SortFunc(all, func(a, b IDColumn) int { return cmp.Compare(a.Number, b.Number) })
	return all, c.Left
}
