package main

import (
	"io"
	"strings"
	"testing"

	"crossentropy/info/data"
	"crossentropy/info/loss"
)

func TestParseScores(t *testing.T) {
	for _, c := range []struct{ what, text string }{
		{"by hand", "Label,Forecast\n1,0.9\n\n0, 0.25\n"},
		{"with quotes and spaces", "\ufeff\"label\" , \"forecast\"\n1, \"0.9\" \n\n-0 , 25 %"},
		{"by pandas", ",label,forecast\n0,1.0,0.9\n\n1,0.0,0.25\n"},
		{"by R", "\"\",\"label\",\"forecast\"\n\"1\",1,0.9\n\n\"2\",0,0.25\n"},
		{"by R's write.table", "\"label\" \"forecast\"\n\"1\" 1 0.9\n\n\"2\" 0 0.25\n"},
		{"with other columns", "id,forecast,who,label\n7,0.9,a,1\n\n8,0.25,b,0\n"},
		{"with headings of one's own", "rain,said\nTRUE,90%\n\nFALSE,25%\n"},
		{"with truths as Python writes them", "True,0.9\n\n \nFalse,0.25\n"},
		{"with separators at the ends of lines", "label;forecast;\n1;0,9;\n;;\n0;0,25;\n"},
		{"with a note", "# two days\n# label,forecast\n1,0.9\n0,0.25\n"},
		{"with headings beside an id, and a note", "\n#,forecast,label\n7,0.9,1\n9,0.25,0\n"},
		{"with truths in German", "label;forecast\nWAHR;0,9\n\nFALSCH;25 %\n"},
		{"in small letters", "label;forecast\nwahr;0,9\n\nfalsch;25 %\n"},
		{"in Russian", "ИСТИНА;0,9\n\n\nЛОЖЬ;25 %\n"},
		{"in Polish", "label\tforecast\nPRAWDA\t0,9\n\nFAŁSZ\t0,25\n"},
		{"in Turkish", "label\tforecast\ndoğru\t0,9\n\nyanlış\t0,25\n"},
		{"by Excel in Germany", "\ufefflabel;forecast\r\n1;0,9\r\n;\r\n0;0,25\r\n"},
	} {
		got, err := parseScores("f.csv", strings.NewReader(c.text))
		want := scores{
			cases: 2, ones: 1, cost: loss.Binary(1, 0.9) + loss.Binary(0, 0.25),
			sq:    float64(loss.Binary(1, 0.9)*loss.Binary(1, 0.9)) + float64(loss.Binary(0, 0.25)*loss.Binary(0, 0.25)),
			worst: outcome{"line 4", 0, 0.25}, most: loss.Binary(0, 0.25),
		}
		if err != nil || got != want {
			t.Errorf("%s: %v, %v, want %v", c.what, got, err, want)
		}
	}
}

func TestParseScoresRefuses(t *testing.T) {
	const hint = ": write 1 for what the forecasts are of, and 0 for the other"
	for _, c := range []struct{ text, want string }{
		{"label,forecast\n", "f.csv: no lines of label,forecast"},
		{"1,0.9\n2,0.5\n", `f.csv:2: column 1 = "2", want 0 or 1, FALSE or TRUE` + hint},
		{"0.9,1\n", `f.csv:1: column 1 = "0.9", want 0 or 1, FALSE or TRUE` + hint},
		{"1,1.5\n", `f.csv:1: column 2 = "1.5", want a forecast from 0 to 1: divide by 100, or write % in each cell or in the heading`},
		{"1,NaN\n", `f.csv:1: column 2 = "NaN" is missing, want a number`},
		{"1,0.5\n1\n", "f.csv:2: 1 column, want 2"},
		{"1,0.5,0\n", "f.csv:1: 3 columns, want label,forecast"},
		{"1,0.5\n1,\"0.5\n", "f.csv:2: column 2 opens a quote that does not close at its end"},
		{"1\n", "f.csv:1: 1 column, want label,forecast"},
		{"forecast,rain\n1,1\n", `f.csv:1: the headings are "forecast", "rain", want label,forecast among them`},
		{"id,rain,said\n1,1,1\n", `f.csv:1: the headings are "id", "rain", "said", want label,forecast among them`},
		{"a,b,c,d,e,f,g,label\n1,1,1,1,1,1,1,1\n", `f.csv:1: the headings are "a", "b", "c", "d", "e", "f", …, want label,forecast among them`},
		{"1,1e-400\n", `f.csv:1: column 2 = "1e-400" is nearer to 0 than any other float: write 0`},
		{"1,1e400\n", `f.csv:1: column 2 = "1e400" is beyond the largest float, 1.8e+308`},
		{"label,forecast,Label\n1,0.5,0\n", `f.csv:1: columns 1 and 3 are both headed "label", want one`},
		{",forecast,label,forecast\n0,0.5,1,0.5\n", `f.csv:1: columns 2 and 4 are both headed "forecast", want one`},
		{"label,forecast\n1,0,5\n", "f.csv:2: 3 columns under 2 headings: quote numbers with a decimal comma, or write a heading above the names of rows"},
		{"label,forecast\nsand,0.5\nfalskt,0.5\nyes,0.5\n", `f.csv:4: column 1 = "yes", want 0 or 1, FALSE or TRUE` + hint},
		{"label;forecast\nja;0,5\n", `f.csv:2: column 1 = "ja", want 0 or 1, FALSE or TRUE` + hint},
		{"1,0.5\n,0.5\n", `f.csv:2: column 1 = "", want 0 or 1, FALSE or TRUE`},
		{",label,forecast\n0,1,\n", `f.csv:2: column 3 = "" is missing, want a number`},
		{"1,0.5\nlabel,forecast\n", `f.csv:2: column 1 = "label", want 0 or 1, FALSE or TRUE` + hint},
	} {
		if _, err := parseScores("f.csv", strings.NewReader(c.text)); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}

// At the fitted weights the gradient vanishes: forecasts and labels agree on
// average, and so do both weighed by the radius.
func TestFit(t *testing.T) {
	tumours := data.Tumours()
	var miss, missByRadius float64
	for i, o := range forecast(tumours) {
		miss += o.forecast - o.label
		missByRadius += (o.forecast - o.label) * tumours.X[i][0]
	}
	const rounding = 569 * 30 * 0x1p-50 // of as many terms, none above 30
	if max(miss, -miss) > rounding || max(missByRadius, -missByRadius) > rounding {
		t.Errorf("forecasts miss by %g in all, and by %g weighed by the radius", miss, missByRadius)
	}
}

// FuzzParseScores looks for a file that the reader falls over, or takes for what
// the sections cannot score.
func FuzzParseScores(f *testing.F) {
	for _, text := range []string{
		"", "label,forecast\n", "\ufeffLabel,Forecast\r\n1,0.9\r\n\r\n0, 0.25\r\n",
		"1,0\n", "0,1\n0,1e-400", "1,5e-324", "1,0x1p-1", "1,1.5\n", "2,0.5", "x,NaN", "1,Inf", "1",
		"1,0.5,0", "1,\"0.5\n", "1,0\"5", "\"1\n\",\"\n0.5\"\n0,x", "\xff,\x00",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := parseScores("f.csv", strings.NewReader(text))
		if err != nil {
			if says := err.Error(); !strings.HasPrefix(says, "f.csv:") || strings.Contains(says, "\n") {
				t.Errorf("%q: %q", text, says)
			}
			return
		}
		if !(s.cost >= 0 && s.most >= 0 && s.ones >= 0 && s.ones <= float64(s.cases)) {
			t.Errorf("%q: %v", text, s)
		}
		var out strings.Builder
		for _, section := range []func(io.Writer, scores){baseRate, score, costliest} {
			section(&out, s)
		}
		if strings.Contains(out.String(), "NaN") {
			t.Errorf("%q printed %q", text, out.String())
		}
	})
}
