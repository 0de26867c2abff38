package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

// complaint is every error about a file: one line with the row, and the field.
var complaint = regexp.MustCompile(`^f\.csv(: no lines of label,forecast|:\d+: (` +
	`label ".*", want 0 or 1|forecast ".*", want a number from 0 to 1|` +
	`\d+ fields, want label,forecast|` +
	`bare " in non-quoted-field|extraneous or missing " in quoted-field))$`)

// FuzzParseForecasts looks for a file that the reader falls over, or takes for what
// the sections cannot score.
func FuzzParseForecasts(f *testing.F) {
	for _, text := range []string{
		"", "label,forecast\n", "\ufeffLabel,Forecast\r\n1,0.9\r\n\r\n0, 0.25\r\n",
		"1,0\n", "0,1\n0,1e-400", "1,5e-324", "1,0x1p-1", "1,1.5\n", "2,0.5", "x,NaN", "1,Inf", "1",
		"1,0.5,0", "1,\"0.5\n", "1,0\"5", "\"1\n\",\"\n0.5\"\n0,x", "\xff,\x00",
	} {
		f.Add(text)
	}
	book := outcomes
	f.Cleanup(func() { outcomes = book })
	f.Fuzz(func(t *testing.T, text string) {
		all, err := parseForecasts("f.csv", strings.NewReader(text))
		if err != nil {
			row, rows := 1, 1+strings.Count(text, "\n")
			fmt.Sscanf(err.Error(), "f.csv:%d:", &row)
			if !complaint.MatchString(err.Error()) || row < 1 || row > rows {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		for _, o := range all {
			if o.label != 0 && o.label != 1 || !(o.forecast >= 0 && o.forecast <= 1) {
				t.Errorf("%q: %v", text, o)
			}
		}
		outcomes = all
		var out strings.Builder
		for _, section := range []func(io.Writer){baseRate, score, costliest} {
			section(&out)
		}
		if strings.Contains(out.String(), "NaN") {
			t.Errorf("%q printed %q", text, out.String())
		}
	})
}
