package data

import (
	"fmt"
	"strings"
	"testing"
)

// The names of rows, and what is missing in the last column.
func TestRowNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{",u,v\na,1,2\nb,3,NA\n", "a false b true"},
		{"u,v\na,1,2\nb,3,?\n", "a false b true"}, // as R writes them
		{"\"1\" \"2\"\n\"a\" 1 2\n\"b\" 3 NA\n", "a false b true"},
		{"rownames;u;v\na;1;2\nb;3;\n", "a false b true"},
		{"name,u,v\na,1,2\nb,3,-\n", " false  true"},
		{"1,2\n3,nan\n", " false  true"},
		{"1,2\n3,No log\n", " false  true"}, // as Hugging Face writes them
	} {
		var all []string
		for row, err := range Rows("f.csv", strings.NewReader(c.text)) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, fmt.Sprint(row.Name, " ", row.IsMissing(len(row.Fields)-1)))
		}
		if got := strings.Join(all, " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestForecast(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1,0.25\n", "1 0.25 <nil>"},
		{"id;Forecast;Label\n7;25%;WAHR\n", "1 0.25 <nil>"},
		{"0,1.25\n", `0 0 f.csv:1: column 2 = "1.25", want a forecast from 0 to 1: divide by 100, or write % in each cell or in the heading`},
		{"n,label,p (%)\n7,1,25\n", "1 0.25 <nil>"},
		{"y;Risiko_%\n1;8,1e-1\n", "1 0.0081 <nil>"},
		{"y,forecast %\n1,25%\n", "1 0.25 <nil>"},
		{"y,p below 5%\n1,0.25\n", "1 0.25 <nil>"},
		{"2,0.25\n", `0 0 f.csv:1: column 1 = "2", want 0 or 1, FALSE or TRUE: write 1 for what the forecasts are of, and 0 for the other`},
		{"1,\n", `0 0 f.csv:1: column 2 = "" is missing, want a number`},
		{"1,2,3\n", "0 0 f.csv:1: 3 columns, want label,forecast"},
		{"n,Y true,run - Prob.1\n7,1,0.25\n", "1 0.25 <nil>"},
		{"y,p,label,forecast\n0,0.5,1,0.25\n", "1 0.25 <nil>"},
		{"truth,.pred_1,.pred_class\n1,0.25,0\n", "1 0.25 <nil>"}, // as tidymodels writes it
		{"n,y,target,p\n7,1,0,0.25\n", `0 0 f.csv:1: columns "y" and "target" may both be the label: head one of them label`},
		{"n,y,p,P\n7,1,0,0.25\n", `0 0 f.csv:1: columns "p" and "P" may both be the forecast: head one of them forecast`},
		{"n,y,p,p\n7,1,0,0.25\n", `0 0 f.csv:1: columns 3 and 4 are both headed "p", want one`},
		{"a - label,b - label,p\n7,1,0.25\n", `0 0 f.csv:1: columns 1 and 2 are both headed "label", want one`},
		{"Target,q\n1,0.25\n", "1 0.25 <nil>"},
		{"sun,0.5\n1,0.25\n", `0 0 f.csv:1: the headings are "sun", "0.5", want label,forecast among them`},
		{"n,Target,q\n1,1,0.25\n", `0 0 f.csv:1: the headings are "n", "Target", "q", want Target,forecast among them`},
	} {
		for row, err := range Rows("f.csv", strings.NewReader(c.text)) {
			if err != nil {
				t.Fatal(err)
			}
			label, forecast, err := row.Forecast()
			if got := fmt.Sprint(label, " ", forecast, " ", err); got != c.want {
				t.Errorf("%q: %s, want %s", c.text, got, c.want)
			}
		}
	}
}

func TestText(t *testing.T) {
	const table = "n,token,p\n1, a,0.5\n2, \" b \" ,0.5\n3,\"\n \",0.5\n4,\"c, \"\"\",1\n"
	var all []string
	for row, err := range Rows("f.csv", strings.NewReader(table)) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row.Text(1))
	}
	if got, want := fmt.Sprintf("%q", all), `[" a" " b " "\n " "c, \""]`; got != want {
		t.Errorf("the texts are %s, want %s", got, want)
	}
}
