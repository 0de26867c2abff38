package data

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// A Row is a line of numbers and words.
type Row struct {
	Line     int      // in the file, from 1
	Name     string   // that stood before the fields, as R and pandas write it; "" for none
	Headings []string // of the columns; nil where the file has none
	Headed   int      // the line of the headings; 0 where the file has none
	Fields   []string // as many, without the spaces around them, until the next row is read

	line     line
	named    []string // what the headings name, in small letters
	index    int      // 1 if the row's name stood before the fields, and else 0
	decimals *decimals
}

// Field returns what stands in a column, from 0, or as the name of the row in column −1.
func (r Row) Field(column int) string {
	if column < 0 {
		return r.Name
	}
	return r.Fields[column]
}

// Errorf returns an error about the field in a column, from 0, or about the name of the row
// in column −1, which begins with where it is and what it says: `name:3: column 2 = "abc"`.
func (r Row) Errorf(column int, format string, args ...any) error {
	return r.line.errorf("column %d = %s%w",
		column+r.index+1, quote(r.Field(column)), fmt.Errorf(format, args...))
}

// Number returns the number in a column, from 0, or that before the row in column −1. An
// error says where it is, what is there, and what would be read.
func (r Row) Number(column int) (float64, error) {
	x, err := parseField(r.Field(column))
	if err != nil {
		return 0, r.Errorf(column, "%w", err)
	}
	return x, r.decimals.add(r, column)
}

// Share returns the number in a column, from 0, which is one of percents where it or the heading has
// their sign.
func (r Row) Share(column int) (float64, error) {
	inPercent := false
	if r.Headings != nil {
		_, inPercent = CutPercent(r.Headings[column])
	}
	if inPercent {
		r.NoCounts(column)
	}
	x, err := r.Number(column)
	if err == nil && inPercent && !strings.HasSuffix(r.Fields[column], "%") { // and as exact as with a sign
		return strconv.ParseFloat(strconv.FormatFloat(x, 'f', -1, 64)+"e-2", 64)
	}
	return x, err
}

// NoCounts says of a table, by a row of it, in which columns the numbers are no counts, but losses or
// logarithms: a mark among their digits is decimal.
func (r Row) NoCounts(columns ...int) { r.decimals.noCounts = columns }

// TakenForFraction returns the first number of such a column, as it is written, that thousands would have
// been read from elsewhere, "" where there is none and where another number tells.
func (r Row) TakenForFraction() string {
	if r.decimals == nil || r.decimals.told {
		return ""
	}
	return r.decimals.taken
}

// Text returns what is written in a column, from 0, with the spaces around it, which a
// token of a text may begin with.
func (r Row) Text(column int) string { return strings.Clone(r.line.spaced[column+r.index]) }

// IsMissing says whether nothing stands in a column, from 0, or what stands for nothing.
func (r Row) IsMissing(column int) bool { return isMissing(r.Fields[column]) }

// ForecastHeadings are those of the columns that [Row.Forecast] reads, each with others that are
// as good.
var ForecastHeadings = [][]string{
	{
		"label", "y", "y_true", "y_test", "target", "outcome", "truth", "true", "true_label", "ground_truth",
		"actual", "observed", "obs",
	},
	{
		"forecast", "probability", "prob", "proba", "p", "y_prob", "y_proba", "y_pred_prob", "y_pred_proba",
		"pred_prob", "predicted_prob", "predicted_probability", "risk", "prob_1", "proba_1", "pred_1",
	},
}

// Forecast returns the label, 0 or 1, and the forecast, the probability given to label 1, in
// the columns of [ForecastHeadings], which are found as [Row.Columns] finds them. The label
// may be written as FALSE or TRUE, in any language in which spreadsheets do.
func (r Row) Forecast() (label, forecast float64, err error) {
	columns, err := r.Columns(ForecastHeadings...)
	if err != nil {
		return 0, 0, err
	}
	return r.ForecastIn(columns)
}

// ForecastIn returns what [Row.Forecast] does, of the label's column and the forecast's.
func (r Row) ForecastIn(columns []int) (label, forecast float64, err error) {
	if label, err = r.truth(columns[0]); err != nil {
		return 0, 0, err
	}
	if forecast, err = r.Share(columns[1]); err != nil {
		return 0, 0, err
	}
	if forecast < 0 || forecast > 1 {
		return 0, 0, r.Errorf(columns[1], ", want a forecast from 0 to 1%s", IfPercents(forecast))
	}
	return label, forecast, nil
}

// truth returns the 0 or 1 in a column, from 0.
func (r Row) truth(column int) (float64, error) {
	if y, ok := truths[strings.ToUpper(r.Fields[column])]; ok {
		return y, nil
	}
	y, err := r.Number(column)
	switch {
	case r.IsMissing(column):
		return 0, r.Errorf(column, ", want 0 or 1, FALSE or TRUE")
	case err != nil || y != 0 && y != 1:
		return 0, r.Errorf(column, ", want 0 or 1, FALSE or TRUE: "+
			"write 1 for what the forecasts are of, and 0 for the other")
	}
	return y, nil
}

// IfPercents says what helps where a probability is too large, or a sum of rounded ones, as
// those of percents are; "" for any other number.
func IfPercents(x float64) string {
	if x > 1 && x <= 102 {
		return ": divide by 100, or write % in each cell or in the heading"
	}
	return ""
}

// Rows reads a table as spreadsheets, databases and statistics programs save it, and
// yields its rows, all of one length. Lines with nothing in any field are left out, and so
// are empty columns at the end, where a line ends with separators.
//
// Text. UTF-8 and UTF-16 are told by the byte order mark, or UTF-16 by a zero byte among
// the first two. Without them, the first line that is not ASCII decides: it is UTF-8 if
// it is valid as such, and else Windows-1252, of which Latin-1 is part. Lines end with
// CR, LF or both. Older encodings are told from Windows-1252 by letters and signs that
// stand together as in no text, which is an error. It finds tables in Chinese, Japanese,
// Korean, Russian, Greek, Hebrew, Arabic and Thai, and many from Mac, DOS or Poland. What
// has a few words beyond ASCII may pass, in Czech, Hungarian, Romanian, Turkish or the
// Baltic languages above all: then the numbers are right, but letters in names are not.
//
// Separators. A first line such as "sep=;" says what stands between fields. Else it is
// the first of tab, semicolon, comma, bar and space that cuts both of the first two
// lines into fields. Several spaces count as one. A field in quotes may hold any of
// them, and ="1" is what spreadsheets call the text 1. Tables that are drawn with lines are
// an error.
//
// Comments. First lines that begin with # are left out. If the table has no headings, the last
// of these lines may hold them: it is cut into as many fields.
//
// Numbers have a decimal point or comma, all in the same file the same, and no thousands
// separators. Between semicolons "1,234" is 1.234; elsewhere it is an error unless another
// number, such as "0,5" or "12,25", tells that its comma is decimal. "1.234" is an error
// between semicolons. In columns of [Row.NoCounts] both are 1.234. "50%" is 0.5.
//
// Missing values are written as nothing, ?, -, ., NA, N/A, #N/A, <NA>, NaN, null, #NULL!, No
// log or \N, in small or capital letters. Wherever one stands, it is no number and no word.
//
// Headings. A first line holds them if, of its fields without the last, one at least is
// a word other than TRUE and FALSE, or is "true" before a last that is such a word, and none
// is a number, or if the first is empty and 0, 1, 2 and so on follow, as pandas calls columns
// without a name, or if it begins with quotes and is a field shorter than the next, as R
// writes columns beside names of rows.
//
// Names of rows, or their numbers, are no fields. R and pandas write them into a first
// column whose heading is missing, or empty, or "rownames" or "Unnamed: 0". It is an
// error if two are the same, as the column would then be something else, and if one is
// a number without quotes, between commas and without a heading, as it may be half of
// a number with a decimal comma.
//
// An error begins with name, and with the line number where it is about one line.
func Rows(name string, r io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		t := rowReader{names: map[string]int{}}
		for l, err := range linesOf(name, r) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			if t.headings == nil && t.columns == 0 && (l.heads || areHeadings(l.fields)) {
				t.headings, t.headed = slices.Clone(l.fields), l.number
				continue
			}
			row, err := t.row(l)
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := t.decimals.err(); err != nil {
			yield(Row{}, err)
		}
	}
}

// areHeadings says whether fields of a first line head columns.
func areHeadings(fields []string) bool {
	fields = fields[:max(filled(fields), min(2, len(fields)))]
	features := fields[:len(fields)-1]
	if len(features) > 1 && features[0] == "" && areCounted(fields[1:]) {
		return true
	}
	heads := func(s string) bool { return isWord(s) || s == "true" && isWord(fields[len(fields)-1]) }
	return slices.ContainsFunc(features, heads) && !slices.ContainsFunc(features, isNumber)
}

// areCounted says whether fields are 0, 1, 2, …, as pandas calls columns without a name,
// but for the last, which may be anything.
func areCounted(fields []string) bool {
	for i, field := range fields[:len(fields)-1] {
		if field != strconv.Itoa(i) {
			return false
		}
	}
	return true
}

// filled is how many fields there are up to the last with anything in it.
func filled(fields []string) int {
	n := len(fields)
	for n > 0 && fields[n-1] == "" {
		n--
	}
	return n
}

// A rowReader is what is known of a table from the lines that have been read.
type rowReader struct {
	headings []string
	named    []string       // what they name
	headed   int            // their line
	columns  int            // of the rows and of their names; 0 before the first row
	first    int            // the line of that row
	wide     int            // and its fields, of which some at the end may be empty
	index    int            // 1 if names of rows stand before the other columns, and else 0
	names    map[string]int // those names, and the lines they stand in
	decimals decimals
}

// begin finds out by the headings and the first row what the columns are.
func (t *rowReader) begin(l line) error {
	t.first, t.wide = l.number, len(l.fields)
	named, width := filled(t.headings), filled(l.fields)
	t.columns = max(named, width, min(2, len(l.fields)))
	switch over := t.columns - len(t.headings); {
	case t.headings == nil:
		return nil
	case over > 1:
		return l.errorf("%s, want %d", Count(width, "column"), len(t.headings))
	case over == 1 && l.separator == ',' && !l.quoted && isNumber(l.fields[0]):
		return l.errorf("%s under %s: quote numbers with a decimal comma, "+
			"or write a heading above the names of rows", Count(width, "column"), Count(named, "heading"))
	case over == 1:
		t.index = 1
	case slices.Contains([]string{"", "rownames", "unnamed: 0"}, strings.ToLower(t.headings[0])):
		t.index, t.headings = 1, t.headings[1:]
	}
	t.headings = t.headings[:t.columns-t.index]
	for _, heading := range t.headings {
		t.named = append(t.named, NameOf(heading))
	}
	return nil
}

func (t *rowReader) row(l line) (Row, error) {
	if t.columns == 0 {
		if err := t.begin(l); err != nil {
			return Row{}, err
		}
	}
	switch width := filled(l.fields); {
	case width > t.columns && width <= t.wide:
		return Row{}, l.errorf("column %d = %s, where line %d has nothing",
			width, quote(l.fields[width-1]), t.first)
	case width > t.columns:
		return Row{}, l.errorf("%s, want %d", Count(width, "column"), t.columns)
	case len(l.fields) < t.columns:
		return Row{}, l.errorf("%s, want %d", Count(len(l.fields), "column"), t.columns)
	}
	name := ""
	if t.index == 1 {
		name = strings.Clone(l.fields[0])
		if before, twice := t.names[name]; twice {
			return Row{}, l.errorf("column 1 = %s, as in line %d, want names of rows, each once: "+
				"write a heading above other columns", quote(name), before)
		}
		t.names[name] = l.number
	}
	return Row{
		Line: l.number, Name: name, Headings: t.headings, Headed: t.headed,
		Fields: l.fields[t.index:t.columns],
		line:   l, named: t.named, index: t.index, decimals: &t.decimals,
	}, nil
}
