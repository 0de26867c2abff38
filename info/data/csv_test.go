package data

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"crossentropy/info/learn"
)

// encoded returns a text in UTF-16, with or without a byte order mark.
func encoded(text string, littleEndian, mark bool) string {
	if mark {
		text = "\ufeff" + text
	}
	var b []byte
	for _, c := range utf16.Encode([]rune(text)) {
		if littleEndian {
			b = append(b, byte(c), byte(c>>8))
		} else {
			b = append(b, byte(c>>8), byte(c))
		}
	}
	return string(b)
}

// windows returns a text in Windows-1252.
func windows(text string) string {
	s, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return s
}

// spread writes a table as its rows of numbers and names of classes, or else the error.
func spread(text string) string {
	t, err := ReadCSV("f.csv", strings.NewReader(text))
	if err != nil {
		return err.Error()
	}
	var rows []string
	for i, x := range t.X {
		rows = append(rows, fmt.Sprint(x, t.Names[t.Y[i]]))
	}
	return strings.Join(rows, " ")
}

// Tables as people have them, each with what it gets.
func TestReadCSV(t *testing.T) {
	const (
		ab    = "[1 2]b [3 4]a"
		half  = "[1.5 2]b [3 4.25]a"
		umlat = "[1.5]für [2]é"
	)
	for _, c := range []struct{ what, text, want string }{
		{"plain", "1,2,b\n3,4,a\n", ab},
		{"headings", "u,v,class\n1,2,b\n3,4,a\n", ab},
		{"heading of the class a number", "u,v,1\n1,2,b\n3,4,a\n", ab},
		{"one heading empty", "u,,class\n1,2,b\n3,4,a\n", ab},
		{"one heading missing", "u,NA,class\n1,2,b\n3,4,a\n", ab},
		{"no end of the last line", "1,2,b\n3,4,a", ab},
		{"empty lines", "\n1,2,b\n\n\n3,4,a\n\n", ab},
		{"empty rows of a spreadsheet", ",,\n1,2,b\n,,\n3,4,a\n,,\n", ab},
		{"other forms of numbers", "+1.0e0,0x1p1,b\n3.,.4e1,a\n", ab},
		{"minus", "-1,−2,b\n3,-0,a\n", "[-1 -2]b [3 0]a"},
		{"per cent", "50%,2.5 %,b\n12.3%,0%,a\n", "[0.5 0.025]b [0.123 0]a"},
		{"the ends of the floats", "5e-324,1.7976931348623157e308,b\n0e-999,0.0,a\n", "[5e-324 1.7976931348623157e+308]b [0 0]a"},
		{"class with a word for infinity", "1,2,inf\n3,4,nano\n", "[1 2]inf [3 4]nano"},

		{"CRLF", "u,v,class\r\n1,2,b\r\n3,4,a\r\n", ab},
		{"CR", "u,v,class\r1,2,b\r3,4,a\r", ab},
		{"a file from DOS", "u,v,class\r\n1,2,b\r\n3,4,a\r\n\x1a", ab},
		{"CR, twice, and LF", "u,v,class\r\r\n1,2,b\r\r\n3,4,a\r\r\n", ab},
		{"mixed ends", "u,v,class\r\n1,2,b\r3,4,a\n", ab},
		{"line break in quotes", "\"u\nv\",w,class\n1,2,\"b\r\nc\"\n3,4,a\n", "[1 2]b\nc [3 4]a"},
		{"a line of 200,000 bytes", strings.Repeat("x", 200_000) + ",v,class\n1,2,b\n3,4,a\n", ab},

		{"mark", "\ufeff1,2,b\n3,4,a\n", ab},
		{"mark and quotes", "\ufeff\"u\",\"v\",\"class\"\n1,2,b\n3,4,a\n", ab},
		{"mark and sep=", "\ufeffsep=;\r\n1;2;b\r\n3;4;a\r\n", ab},
		{"UTF-8", "1.5,für\n2,é\n", umlat},
		{"Windows-1252", windows("1.5,für\n2,é\n"), umlat},
		{"Windows-1252, headings", windows("Größe,class\n1.5,€\n2,b\n"), "[1.5]€ [2]b"},
		{"Windows-1252, a line like UTF-8", windows("1.5,für\n2,é\n3,Ã¼\n"), umlat + " [3]Ã¼"},
		{"UTF-16LE with mark", encoded("1.5,für\r\n2,é\r\n", true, true), umlat},
		{"UTF-16BE with mark", encoded("1.5,für\r\n2,é\r\n", false, true), umlat},
		{"UTF-16LE without", encoded("1.5,für\r\n2,é\r\n", true, false), umlat},
		{"UTF-16BE without", encoded("1.5,für\r\n2,é\r\n", false, false), umlat},
		{"Excel's Unicode text", encoded("Maß\tclass\r\n1,5\tfür\r\n2\té\r\n", true, true), umlat},
		{"NFC and NFD", "1.5,u\u0308\n2,\u00fc\n3,a\n", "[1.5]\u00fc [2]\u00fc [3]a"},

		{"semicolons", "1;2;b\n3;4;a\n", ab},
		{"tabs", "u\tv\tclass\n1\t2\tb\n3\t4\ta\n", ab},
		{"bars", "1|2|b\n3|4|a\n", ab},
		{"spaces", "1 2 b\n3 4 a\n", ab},
		{"aligned by spaces", "   u  v class  \n   1  2     b  \n   3  4     a  \n", ab},
		{"sep= with quotes", "\"sep=|\"\n1|2|b\n3|4|a\n", ab},
		{"sep= is believed", "SEP=,\nu;v,w,class\n1,2,b\n3,4,a\n", ab},
		{"commas in headings between tabs", "u, in m\tv, in s\tclass\n1\t2\tb\n3\t4\ta\n", ab},
		{"commas in headings between semicolons", "u, in m;v, in s;class\n1;2;b\n3;4;a\n", ab},
		{"semicolon in a heading between commas", "u; in m,v,class\n1,2,b\n3,4,a\n", ab},
		{"separators in quotes", "\"u;v\tw\",x,\"a;b\"\n1,2,\"b;c\t\"\n3,4,a\n", "[1 2]b;c [3 4]a"},
		{"spaces around", " 1 , 2 , b\n3,\u00a04\u00a0,a \n", ab},
		{"spaces around quotes", "1, \"2\" , \"b\" \n\"3\" ,4, \"a\"\n", ab},
		{"quotes in quotes", "1,2,\"the \"\"b\"\"\"\n3,4,a\n", `[1 2]the "b" [3 4]a`},

		{"Excel in Germany", "\ufeffu;v;class\r\n1,5;2;b\r\n3;4,25;a\r\n", half},
		{"Excel in Germany, no mark", windows("Größe;v;class\r\n1,5;2;b\r\n3;4,25;a\r\n"), half},
		{"Sheets in Germany", "u,v,class\r\n\"1,5\",2,b\r\n3,\"4,25\",a\r\n", half},
		{"decimal points between semicolons", "1.5;2;b\n3;4.25;a\n", half},
		{"decimal commas with exponents", "1,5E+00;2;b\n3;4,25E+00;a\n", half},
		{"three decimals, told by another number", "1,234;2,5;b\n3;4;a\n", "[1.234 2.5]b [3 4]a"},
		{"three decimals, told by semicolons", "1,234;2;b\n3;4;a\n", "[1.234 2]b [3 4]a"},
		{"three decimals, told by a fourth", "1,2340;2;b\n3;4,125;a\n", "[1.234 2]b [3 4.125]a"},
		{"three decimals and points", "1.234,2,b\n3,4.125,a\n", "[1.234 2]b [3 4.125]a"},
		{"three decimals and points between semicolons", "1.234;2.5;b\n3;4.125;a\n", "[1.234 2.5]b [3 4.125]a"},
		{"three decimals, told by a nought", "0,125;2;b\n3;4,125;a\n", "[0.125 2]b [3 4.125]a"},

		{"R's write.csv", "\"\",\"u\",\"v\",\"Species\"\n\"1\",1.5,2,\"b\"\n\"2\",3,4.25,\"a\"\n", half},
		{"R's write.csv2", "\"\";\"u\";\"v\";\"Species\"\n\"1\";1,5;2;\"b\"\n\"2\";3;4,25;\"a\"\n", half},
		{"R's write.table", "\"u\" \"v\" \"Species\"\n\"1\" 1.5 2 \"b\"\n\"2\" 3 4.25 \"a\"\n", half},
		{"R's write.table with commas", "\"u\",\"v\",\"Species\"\n\"1\",1.5,2,\"b\"\n\"2\",3,4.25,\"a\"\n", half},
		{"its numbers of rows, without quotes", "u;v;class\n1;1,5;2;b\n2;3;4,25;a\n", half},
		{"R's names of rows", "u,v,class\nMazda RX4,1.5,2,b\nDatsun 710,3,4.25,a\n", half},
		{"a collection of R's data", "rownames,u,v,class\n1,1.5,2,b\n2,3,4.25,a\n", half},
		{"pandas", ",u,v,class\n0,1.5,2,b\n1,3,4.25,a\n", half},
		{"pandas, saved twice", "Unnamed: 0,u,v,class\n0,1.5,2,b\n1,3,4.25,a\n", half},
		{"pandas, columns without names", ",0,1,class\n0,1.5,2,b\n1,3,4.25,a\n", half},
		{"pandas, nor the class", ",0,1,2\n0,1.5,2,b\n1,3,4.25,a\n", half},

		{"separators at the ends of lines", "u;v;class;\n1;2;b;\n3;4;a;\n", ab},
		{"at those of headings", "u;v;class;;\n1;2;b\n3;4;a\n", ab},
		{"at those of rows", "u;v;class\n1;2;b;;\n3;4;a;\n", ab},
		{"of some rows, without headings", "1;2;b\n3;4;a;\n", ab},
		{"of all", "1;2;b;\n3;4;a;\n", ab},
		{"of R's names of rows", "u,v,class\nx,1,2,b,\ny,3,4,a,\n", ab},
		{"where the class is headed by a number", "u;v;1;\n1;2;b;\n3;4;a;\n", ab},
		{"the class without a heading", "u,v,\n1,2,b\n3,4,a\n", ab},

		{"comments", "# made by hand; in May, \"late\n#\n\nu,v,class\n1,2,b\n3,4,a\n", ab},
		{"a comment of three fields", "# u, v, and their class\nu,v,class\n1,2,b\n3,4,a\n", ab},
		{"comments below an empty line", "\n# by hand\n\n#\nu,v,class\n1,2,b\n3,4,a\n", ab},
		{"comments without headings", "# made by hand\n1,2,b\n3,4,a\n", ab},
		{"headings behind a sign", "# u,v,class\n1,2,b\n3,4,a\n", ab},
		{"a sign as a heading", "#;u;v;class\n7;1;2;b\n9;3;4;a\n", ab},
		{"texts of spreadsheets", "=\"1\",2,b\n3,\"=\"\"4\"\"\",=\"a\"\n", ab},
		{"a text that looks like one", "1,2,\"b,=\"\"c\"\"\"\n3,4,a\n", `[1 2]b,="c" [3 4]a`},

		{"numbers as classes", "1,10\n2,9\n3,10\n", "[1]10 [2]9 [3]10"},
		{"numbers and a word", "1,10\n2,9\n3,x\n", "[1]10 [2]9 [3]x"},
		{"headings, and one class a word", "u,class\n1,x\n2,10\n", "[1]x [2]10"},
		{"a first row that counts", "0,1,2\n3,4,1\n", "[0 1]2 [3 4]1"},
		{"signs as classes", "1,+\n2,-\n3,+\n", "[1]+ [2]- [3]+"},
		{"escape codes", "1,\x1b[31mred\n2,b\n", "[1]\x1b[31mred [2]b"},
	} {
		if got := spread(c.text); got != c.want {
			t.Errorf("%s: %q gave\n%q, want\n%q", c.what, c.text, got, c.want)
		}
	}
}

// The classes are in the order of numbers, or else of the alphabet.
func TestReadCSVClasses(t *testing.T) {
	for _, c := range []struct {
		text  string
		names []string
		y     []int
	}{
		{"1,b\n2,a\n3,b\n", []string{"a", "b"}, []int{1, 0, 1}},
		{"1,10\n2,9\n3,10\n", []string{"9", "10"}, []int{1, 0, 1}},
		{"1,10\n2,9\n3,x\n", []string{"10", "9", "x"}, []int{0, 1, 2}},
		{"1;2,0\n2;1,5\n3;2,0\n", []string{"1,5", "2,0"}, []int{1, 0, 1}},
	} {
		got, err := ReadCSV("f.csv", strings.NewReader(c.text))
		if err != nil || !slices.Equal(got.Names, c.names) || !slices.Equal(got.Y, c.y) || got.Classes != len(c.names) {
			t.Errorf("%q: %v, %v, want %v, %q", c.text, got, err, c.y, c.names)
		}
	}
}

func TestReadCSVRefuses(t *testing.T) {
	const drawing = "a table drawn with lines: save it without them, by mysql -B, psql --csv or sqlite3 -csv"
	const name = " is a missing class, or one of that name: leave the row out, or write the name in another way"
	for _, c := range []struct{ text, want string }{
		{"", "f.csv: no rows of features and a class"},
		{"\ufeff", "f.csv: no rows of features and a class"},
		{"sep=,\n", "f.csv: no rows of features and a class"},
		{"u,v,class\n", "f.csv: no rows of features and a class"},
		{"1\n2\n", "f.csv:1: 1 column, want features and a class"},
		{"class\n", "f.csv:1: 1 column, want features and a class"},
		{"1,2,a\n3,b\n", "f.csv:2: 2 columns, want 3"},
		{"1,2,a\n\n3,4,b,c\n", "f.csv:3: 4 columns, want 3"},
		{"1,2,a\n3\n", "f.csv:2: 1 column, want 3"},
		{"1;2;a\n3\n", "f.csv:2: 1 column, want 3"},
		{"u,class\n1,2,3,a\n", "f.csv:2: 4 columns, want 2"},
		{"u,class\n1,a\n1,2,b\n", "f.csv:3: 3 columns, want 2"},
		{",u,class\n1,a\n", "f.csv:2: 2 columns, want 3"},
		{"1,2,a\n3,4,a\n", `f.csv: every row is of class "a", want two classes`},

		{"1,2,a\n3,x,b\n", `f.csv:2: column 2 = "x", want a number`},
		{"u,v,c\nu,v,c\n", `f.csv:2: column 1 = "u", want a number`},
		{",u,class\n1,x,a\n", `f.csv:2: column 2 = "x", want a number`},
		{"1,2,a\n\"\n3\n4\",,b\n", `f.csv:2: column 1 = "3\n4", want a number`},
		{"1,2,a\n3," + strings.Repeat("é", 61) + ",b\n", `f.csv:2: column 2 = "` + strings.Repeat("é", 60) + `"…, want a number`},
		{"1,2,a\n3,2024-01-31,b\n", `f.csv:2: column 2 = "2024-01-31", want a number`},
		{"1,2,a\n3,5 €,b\n", `f.csv:2: column 2 = "5 €", want a number`},
		{"1,2,a\n3,#DIV/0!,b\n", `f.csv:2: column 2 = "#DIV/0!", want a number`},
		{"1,2,a\n3,1e5%,b\n", `f.csv:2: column 2 = "1e5%", want a number`},
		{"1,2,a\n-Inf,4,b\n", `f.csv:2: column 1 = "-Inf" is not finite, want a number`},
		{"1,1e400\n1e400,b\n", `f.csv:2: column 1 = "1e400" is beyond the largest float, 1.8e+308`},
		{"1,a\n-1e400,b\n", `f.csv:2: column 1 = "-1e400" is beyond the largest float, 1.8e+308`},
		{"1,a\n1e-400,b\n", `f.csv:2: column 1 = "1e-400" is nearer to 0 than any other float: write 0`},
		{"1,a\n-0x1p-2000,b\n", `f.csv:2: column 1 = "-0x1p-2000" is nearer to 0 than any other float: write 0`},

		{"1,2,a\n3,,b\n", `f.csv:2: column 2 = "" is missing, want a number`},
		{"1,2,a\n3,#NULL!,b\n", `f.csv:2: column 2 = "#NULL!" is missing, want a number`},
		{"1,2,a\n3,NaN,b\n", `f.csv:2: column 2 = "NaN" is missing, want a number`},
		{"1\t2\ta\n\t\\N\tb\n", `f.csv:2: column 1 = "" is missing, want a number`},
		{"1\t2\ta\n3\t\\N\tb\n", `f.csv:2: column 2 = "\\N" is missing, want a number`},
		{"?,?,1\n3,4,0\n5,6,1\n", `f.csv:1: column 1 = "?" is missing, want a number`},
		{"NA,n/a,a\n3,4,b\n", `f.csv:1: column 1 = "NA" is missing, want a number`},
		{"-,null,class\n3,4,b\n", `f.csv:1: column 1 = "-" is missing, want a number`},
		{"NaN,1e999,1\n3,4,0\n5,6,1\n", `f.csv:1: column 1 = "NaN" is missing, want a number`},
		{"1,2,a\n3,4,\n", `f.csv:2: column 3 = "" is missing, want a class`},
		{"u;class;\n1;a;\n2;;\n", `f.csv:3: column 2 = "" is missing, want a class`},
		{"1,2,\n3,4,b\n", `f.csv:2: column 3 = "b", where line 1 has nothing`},
		{"u,v,class\n1,2,\n3,4,b\n", `f.csv:2: column 3 = "" is missing, want a class`},
		{"1,2,a\n3,4,NA\n", `f.csv:2: column 3 = "NA"` + name},
		{"1,2,a\n3,4,nan\n", `f.csv:2: column 3 = "nan"` + name},
		{"1,2,a\n3,4,?\n", `f.csv:2: column 3 = "?"` + name},
		{"1,2,a\n3,4,-\n5,6,-\n", `f.csv:2: column 3 = "-"` + name},

		{"1,\"1,234,567\",a\n", `f.csv:1: column 2 = "1,234,567", want a number without thousands separators`},
		{"1;1.234,5;a\n", `f.csv:1: column 2 = "1.234,5", want a number without thousands separators`},
		{"1,\"1,234.5\",a\n", `f.csv:1: column 2 = "1,234.5", want a number without thousands separators`},
		{"1,1'234.5,a\n", `f.csv:1: column 2 = "1'234.5", want a number without thousands separators`},
		{"1;1\u202f234,5;a\n", "f.csv:1: column 2 = \"1\\u202f234,5\", want a number without thousands separators"},
		{"1;2;a\n3;-1.234;b\n", `f.csv:2: column 2 = "-1.234" is -1.234 or -1234: write -1234, or -1.2340 for the fraction`},
		{"1\t2\ta\n3\t1,234\tb\n", `f.csv:2: column 2 = "1,234" is 1.234 or 1234: write 1234, or 1,2340 for the fraction`},
		{"1\t2\ta\n3\t1.234\tb\n", `f.csv:2: column 2 = "1.234" is 1.234 or 1234: write 1234, or 1.2340 for the fraction`},
		{"1;2,5;a\n3;1.234;b\n", `f.csv:2: column 2 = "1.234", want one decimal mark and no thousands separators, not "1.234" in line 2 and "2,5" in line 1`},
		{"1;2.5;a\n3;1,234;b\n", `f.csv:2: column 2 = "1,234", want one decimal mark and no thousands separators, not "2.5" in line 1 and "1,234" in line 2`},

		{"1,1\n2,0\n3,1.0\n", `f.csv:3: column 2 = "1.0", and "1" in line 1: write one class in one way`},
		{"1,x\n2,01\n3,1\n", `f.csv:3: column 2 = "1", and "01" in line 2: write one class in one way`},
		{"\n0,1,class\n3,4,0\n5,6,0\n7,8,1\n", `f.csv:2: looks like headings: class "class", and numbers in all other lines`},
		{"0,1,2,3\n3,4,1,0\n5,6,1,1\n", "f.csv:1: looks like headings: 0, 1, 2 and so on; write words above it"},
		{"u,class\n1,5,a\n2,7,b\n", "f.csv:2: 3 columns under 2 headings: quote numbers with a decimal comma, or write a heading above the names of rows"},
		{"u,class\n1, 5, a\n2, 7, b\n", "f.csv:2: 3 columns under 2 headings: quote numbers with a decimal comma, or write a heading above the names of rows"},
		{",u,class\n0,1,a\n1,2,b\n0,3,a\n", `f.csv:4: column 1 = "0", as in line 2, want names of rows, each once: write a heading above other columns`},

		{"sep=;\r\n1;a\r\nx;b\r\n", `f.csv:3: column 1 = "x", want a number`},
		{"sep=x\n1x2\n", "f.csv:1: separator 'x', want a comma, semicolon, tab, bar or space"},
		{"1,2,a\n3,\"4,b\n", "f.csv:2: column 2 opens a quote that does not close at its end"},
		{"u,v,class\n1,2,\"x\n3,4,y\n5,6,\"z\"\n", "f.csv:2: column 3 opens a quote that does not close at its end"},
		{"u,v,class\n\"1\n\",\"2\n\n\",\"x\n3,4,y\n", "f.csv:5: column 3 opens a quote that does not close at its end"},
		{"\"1,2,a\n3,4,b\n", "f.csv:1: column 1 opens a quote that does not close at its end"},
		{"1,2,a\n3,4\",b\n", "f.csv:2: column 2 has a quote inside: put it in quotes, and double those inside"},
		{"1,für\n2,f\xfcr\n", "f.csv:2: not UTF-8, as lines above are: save the table as UTF-8"},
		{"  x  | y | class \n-----+---+-------\n 1.5 | 2 | b\n(1 row)\n", "f.csv:2: " + drawing},
		{"+---+-------+\n| u | class |\n+---+-------+\n", "f.csv:1: " + drawing},
		{"# a note\n| u | class |\n|--:|:------|\n| 1 | a     |\n", "f.csv:3: " + drawing},
		{"u    class\n---  -----\n1    a    \n", "f.csv:2: " + drawing},
		{"┌───┬───────┐\n│ u │ class │\n", "f.csv:1: " + drawing},
		{"id,user_id,class\n1,7,a\n2,8,b\n", "f.csv:2: no features, only ids and a class"},
		{"# u,class\n1,a\nx,b\n", `f.csv:3: column 1 = "x", want a number`},
		{"1,\n2,b\n", `f.csv:1: column 2 = "" is missing, want a class`},
		{"# a note\n# another\n\nu,class\nx,a\n", `f.csv:5: column 1 = "x", want a number`},
		{"PK\x03\x04\x14\x00\x06\x00", "f.csv:1: a zero byte, want text: save the table as CSV"},
	} {
		if _, err := ReadCSV("f.csv", strings.NewReader(c.text)); err == nil || err.Error() != c.want {
			t.Errorf("%q:\n%v, want\n%s", c.text, err, c.want)
		}
	}
	_, err := ReadCSV("f.csv", iotest.ErrReader(errors.New("gone")))
	if err == nil || err.Error() != "f.csv: gone" {
		t.Errorf("%v, want f.csv: gone", err)
	}
}

// What is read does not depend on how the bytes arrive.
func TestReadCSVByteByByte(t *testing.T) {
	text := encoded("u\tv\tclass\r\n1\t2\tfür\r\r\n3\tx\ta\r", true, true)
	_, err := ReadCSV("f.csv", iotest.OneByteReader(strings.NewReader(text)))
	if want := `f.csv:4: column 2 = "x", want a number`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// FuzzReadCSV looks for a file that the reader falls over, or takes for what cannot
// be learned from.
func FuzzReadCSV(f *testing.F) {
	for _, text := range []string{
		"", "u,v\n1,a\n2,b\n", "\ufeffu,v\r\n1,a\r\n\r\n 2, b\r\n", "1,2\n3,4\n", "1,a\n1e999,b", "1,NaN\n0x1p-1,Inf",
		"1", "1,2,3\n1,2", "1,\"a\nb\"\n2,\"", "1,a\"b", "\xff,\x00\n1,\xfe\n2,\x00", "-1e308,a\n1e308,b", "0,1,class\n1,2,3",
		"?,a\n1,b", "-1.7e308,a\n1.7e308,b\n1.7e308,b", "5e-324,0\n0,1", "sep=;\r1,5;a\r2%;b", "u\tv\n1\t1,234\ta\n2\t0,5\tb\n",
		encoded("1,ä\n2,b\n", true, true), encoded("1,ä\n2,b\n", false, false), windows("1|ä\n2|b\n"), ",0,1\n0,1,+\n1,2,-\n",
		"\"u\" \"v\"\n\"1\" 2 \"a\"\n\"2\" 3 \"b\"\n", "1, \"2\" ,a\n3,4,\"b\" \n", "1,1\n2,1.0\n", "\"1,234\",a\n\"1.5\",b",
		"# a,b\n1,2\n3,4\n", "#\n\n#,u,c\n1,2,a;\n", "u;c;\n1;a;\n", "--\n1,a", "=\"1\",a\n", "id,u,c\nx,1,a\ny,2,b\n", "u,c\n1,5,a\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, err := ReadCSV("f.csv", strings.NewReader(text))
		d, names := table.Data, table.Names
		if err != nil {
			if says := err.Error(); !strings.HasPrefix(says, "f.csv:") || strings.ContainsAny(says, "\n\r\x1b") {
				t.Errorf("%q: %q", text, says)
			}
			return
		}
		if len(names) != d.Classes || d.Classes < 2 || slices.Min(d.BaseRate().Probabilities()) == 0 {
			t.Fatalf("%q: %v, %q", text, d, names)
		}
		if len(d.Y)*len(d.X[0])*d.Classes > 1000 {
			return // to train on it takes too long
		}
		d.X = learn.ScaleOf(d.X).Apply(d.X)
		p := learn.Problem{Data: d, Penalty: 0.1}
		if got := float64(p.Objective(learn.Descend(p, 3, nil))); !(got <= math.Log(float64(d.Classes))+1e-9) {
			t.Errorf("%q: learned to %v", text, got)
		}
	})
}
