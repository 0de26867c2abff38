package data

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// isMissing says whether a field stands for a value that is not there.
func isMissing(field string) bool {
	switch strings.ToLower(field) {
	case "", "?", "-", ".", "na", "n/a", "<na>", "#n/a", "nan", "null", `\n`:
		return true
	}
	return false
}

// What can be wrong with a number.
var (
	errNoNumber  = errors.New(", want a number")
	errMissing   = errors.New(" is missing, want a number")
	errInfinite  = errors.New(" is not finite, want a number")
	errLarge     = errors.New(" is beyond the largest float, 1.8e+308")
	errSmall     = errors.New(" is nearer to 0 than any other float: write 0")
	errThousands = errors.New(", want a number without thousands separators")
)

// grouped matches numbers with thousands separators.
var grouped = regexp.MustCompile(`^[-+]?\d{1,3}([.,'’ \x{a0}\x{202f}]\d{3})+([.,]\d+)?$`)

// parseField reads a number as programs write them: with a decimal point or comma, and
// perhaps a sign for per cent.
func parseField(field string) (float64, error) {
	if isMissing(field) {
		return 0, errMissing
	}
	s := strings.Replace(field, "−", "-", 1)
	if !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	if share, ok := strings.CutSuffix(s, "%"); ok {
		s = strings.TrimSpace(share) + "e-2"
	}
	x, err := strconv.ParseFloat(s, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, errLarge
	case err != nil && grouped.MatchString(field):
		return 0, errThousands
	case err != nil:
		return 0, errNoNumber
	case math.IsNaN(x) || math.IsInf(x, 0):
		return 0, errInfinite
	case x == 0 && !isZero(s):
		return 0, errSmall
	}
	return x + 0, nil // −0 + 0 is 0
}

// isZero says whether a number is 0 as it is written, before it is rounded.
func isZero(s string) bool {
	digits, _, hexadecimal := strings.Cut(strings.ToLower(s), "p")
	if !hexadecimal {
		digits, _, _ = strings.Cut(digits, "e")
	}
	return !strings.ContainsAny(digits, "123456789abcdef")
}

// isNumber says whether a field is a number that a float can hold.
func isNumber(field string) bool {
	_, err := parseField(field)
	return err == nil
}

// isWord says whether a field is nothing like a number, nor stands for a missing one.
func isWord(field string) bool {
	_, err := parseField(field)
	return err == errNoNumber
}

// Decimals are the first numbers of a file with a decimal point, with a comma, and with a
// comma that may also stand for thousands.
type decimals struct {
	point, comma, doubtful place
	doubt                  error // about the doubtful one
}

// A place is a field as it is written, and the line it stands in.
type place struct {
	field string
	line  int // 0 where there is none
}

func (p place) String() string { return fmt.Sprintf("%q in line %d", p.field, p.line) }

// mayBeThousands matches numbers with a comma that alone can be read in two ways.
var mayBeThousands = regexp.MustCompile(`^[-+−]?[1-9]\d{0,2},\d{3}$`)

// add takes note of a number in a column of a row.
func (d *decimals) add(row Row, column int) error {
	field := row.Fields[column]
	first := &d.comma
	switch {
	case strings.Contains(field, "."):
		first = &d.point
	case !strings.Contains(field, ","):
		return nil
	case mayBeThousands.MatchString(field):
		first = &d.doubtful
	}
	if first.line > 0 {
		return nil
	}
	*first = place{strings.Clone(field), row.Line}
	if first == &d.doubtful {
		d.doubt = row.Errorf(column, " is %s or %s: write it without the comma, or with a point",
			strings.Replace(field, ",", ".", 1), strings.Replace(field, ",", "", 1))
	}
	other := d.comma
	if other.line == 0 {
		other = d.doubtful
	}
	if d.point.line > 0 && other.line > 0 {
		return row.Errorf(column, ", want one decimal mark, and not both of %v and %v", d.point, other)
	}
	return nil
}

// err says that no number has told what the commas in others are.
func (d *decimals) err() error {
	if d.comma.line > 0 {
		return nil
	}
	return d.doubt
}
