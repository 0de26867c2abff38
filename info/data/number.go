package data

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// isMissing says whether a field stands for a value that is not there.
func isMissing(field string) bool {
	switch strings.ToLower(field) {
	case "", "?", "-", ".", "na", "n/a", "<na>", "#n/a", "nan", "null", "#null!", "no log", `\n`:
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

// truths are what spreadsheets write for TRUE and FALSE: in English, Czech, Danish, Dutch,
// Finnish, French, German, Hungarian, Italian, Norwegian, Polish, Portuguese, Russian,
// Spanish, Swedish and Turkish.
var truths = map[string]float64{
	"TRUE": 1, "PRAVDA": 1, "SAND": 1, "WAAR": 1, "TOSI": 1, "VRAI": 1, "WAHR": 1, "IGAZ": 1,
	"VERO": 1, "SANN": 1, "PRAWDA": 1, "VERDADEIRO": 1, "ИСТИНА": 1, "VERDADERO": 1,
	"SANT": 1, "DOĞRU": 1,
	"FALSE": 0, "NEPRAVDA": 0, "FALSK": 0, "ONWAAR": 0, "EPÄTOSI": 0, "FAUX": 0, "FALSCH": 0,
	"HAMIS": 0, "FALSO": 0, "USANN": 0, "FAŁSZ": 0, "ЛОЖЬ": 0, "FALSKT": 0, "YANLIŞ": 0,
}

// isWord says whether a field is nothing like a value: no number, nor TRUE or FALSE in any
// language, nor what stands for a missing one. In small letters, others than "true" and
// "false" are words: "sand" may head a column.
func isWord(field string) bool {
	_, err := parseField(field)
	_, truth := truths[field]
	english := strings.EqualFold(field, "true") || strings.EqualFold(field, "false")
	return err == errNoNumber && !truth && !english
}

// Decimals are what the numbers of a file have shown of how it writes decimals.
type decimals struct {
	point, comma place  // the first number with either
	told         bool   // by a number that cannot have thousands separators
	doubt        error  // about the first number that can
	noCounts     []int  // columns in which none does
	taken        string // the first number there that could
}

// A place is a field as it is written, and the line it stands in.
type place struct {
	field string
	line  int // 0 where there is none
}

func (p place) String() string { return fmt.Sprintf("%s in line %d", quote(p.field), p.line) }

// mayBeThousands matches numbers with a mark that alone can be read in two ways.
var mayBeThousands = regexp.MustCompile(`^[-+−]?[1-9]\d{0,2}[.,]\d{3}$`)

// add takes note of a number in a column of a row. A point is not doubtful between commas,
// nor a comma between semicolons, which programs write where a comma is decimal.
func (d *decimals) add(row Row, column int) error {
	field := row.Field(column)
	mark, first := ".", &d.point
	if strings.Contains(field, ",") {
		mark, first = ",", &d.comma
	}
	if !strings.Contains(field, mark) {
		return nil
	}
	if first.line == 0 {
		*first = place{strings.Clone(field), row.Line}
	}
	switch {
	case d.point.line > 0 && d.comma.line > 0:
		return row.Errorf(column, ", want one decimal mark and no thousands separators, not %v and %v",
			d.point, d.comma)
	case d.told:
	case mark == "." && row.line.separator == ',', mark == "," && row.line.separator == ';',
		!mayBeThousands.MatchString(field):
		d.told = true
	case slices.Contains(d.noCounts, column):
		d.taken = cmp.Or(d.taken, strings.Clone(field))
	case d.doubt == nil:
		d.doubt = row.line.errorf("column %d = %w", column+row.index+1, doubtful(field))
	}
	return nil
}

// err says that no number has told what the marks are.
func (d *decimals) err() error {
	if d.told {
		return nil
	}
	return d.doubt
}
