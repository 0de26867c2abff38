package data

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestParseProbabilities(t *testing.T) {
	third := 1. / 3
	for _, c := range []struct {
		text string
		want []float64
	}{
		{"1", []float64{1}},
		{"0.5,0.25,0.25", []float64{0.5, 0.25, 0.25}},
		{" 1/3 , 2 / 3 ", []float64{third, 2 * third}},
		{"50%,1/4, 25 %", []float64{0.5, 0.25, 0.25}},
		{"33.3%,33.3%,33.4%", []float64{0.333, 0.333, 0.334}},
		{"0,5;0,25;25%", []float64{0.5, 0.25, 0.25}},
		{"12,5%;87,5%", []float64{0.125, 0.875}},
		{".5,5e-1,0e-400", []float64{0.5, 0.5, 0}},
		{"-0,1", []float64{0, 1}},
	} {
		got, err := ParseProbabilities(c.text)
		if err != nil || !slices.Equal(got.Probabilities(), c.want) {
			t.Errorf("%q: %v, %v, want %v", c.text, got, err, c.want)
		}
	}
}

func TestParseProbabilitiesRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", `number 1 = "" is not a number`},
		{"0.5,", `number 2 = "" is not a number`},
		{"0.5,x", `number 2 = "x" is not a number`},
		{"0.5 0.5", `number 1 = "0.5 0.5" is not a number`},
		{"%,1", `number 1 = "%" is not a number`},
		{"50%%,1", `number 1 = "50%%" is not a number`},
		{"1,000;2", `number 1 = "1,000" is 1.000 or 1000: write 1000, or 1,0000 for the fraction`},
		{"1,000;2,0", `the numbers sum to 3, want 1`}, // 2,0 tells
		{"1,000,5;2", `number 1 = "1,000,5" is not a number`},
		{"1/0", `number 1 = "1/0" does not divide by a positive number`},
		{"0/0", `number 1 = "0/0" does not divide by a positive number`},
		{"1/-2", `number 1 = "1/-2" does not divide by a positive number`},
		{"1/inf", `number 1 = "1/inf" does not divide by a positive number`},
		{"1/2/3", `number 1 = "1/2/3" is not a number`},
		{"NaN,1", "number 1 is not a number"},
		{"-0.5,1.5", "number 1 = -0.5 is negative"},
		{"Inf", "number 1 is infinite"},
		{"1e400", `number 1 = "1e400" is too large, want at most 1.8e308`},
		{"1e-400,1", `number 1 = "1e-400" is too small, want 0 or at least 5e-324`},
		{"0.5,0.5000000012", "the numbers sum to 1.0000000012, want 1: fractions or counts would do"},
		{"0,1.0000000001", "number 2 = 1.0000000001 is above 1"},
		{"0.5,0.6", "the numbers sum to 1.1, want 1"},
	} {
		if _, err := ParseProbabilities(c.text); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}

func TestParseCounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"3,2,1", "[3 2 1]"},
		{"0, 2.5,1e3", "[0 2.5 1000]"},
		{"3;2,5", "[3 2.5]"},
		{"0,0", "all 2 numbers are 0"},
		{"3,-1", "number 2 = -1 is negative"},
		{"3,NaN", "number 2 is not a number"},
		{"49.9%,30%,20%", "[0.499 0.3 0.2]"}, // parts of 99.9 %
		{"1.234;500", `number 1 = "1.234" is 1.234 or 1234: write 1234, or 1.2340 for the fraction`},
		{"5;1,234", `number 2 = "1,234" is 1.234 or 1234: write 1234, or 1,2340 for the fraction`},
		{"1.234;0.5", "[1.234 0.5]"},
		{"", `number 1 = "" is not a number`},
	} {
		got, err := ParseCounts(c.text)
		said := fmt.Sprint(got)
		if err != nil {
			said = err.Error()
		}
		if said != c.want {
			t.Errorf("%q: %s, want %s", c.text, said, c.want)
		}
	}
}

func TestParseNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"sun, rain ,first time", "sun|rain|first time"},
		{"e\u0301,u", "é|u"},
		{"a,,b", "name 2 is empty"},
		{"", "name 1 is empty"},
		{"é,b,e\u0301", `names 1 and 3 are both "é"`},
		{"a,\x1b[31mb", `name 2, "\x1b[31mb", holds a control character`},
	} {
		got, err := ParseNames(c.text)
		said := strings.Join(got, "|")
		if err != nil {
			said = err.Error()
		}
		if said != c.want {
			t.Errorf("%q: %s, want %s", c.text, said, c.want)
		}
	}
}

// FuzzParseProbabilities looks for a text that the readers fall over, or take for what
// no section can work on.
func FuzzParseProbabilities(f *testing.F) {
	for _, text := range []string{"0.5,1/4,25%", "0,5;0,5", "1e-400", "1/0", "0x1p-1,.5", "%", "3,2,1", "-0,1", "\xff", "1/2;"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		oneLine := func(err error) {
			if err != nil && (err.Error() == "" || strings.Contains(err.Error(), "\n")) {
				t.Errorf("%q: %q is not one line", text, err)
			}
		}
		p, err := ParseProbabilities(text)
		oneLine(err)
		for _, px := range p.All() {
			if !(px >= 0 && px <= 1) {
				t.Errorf("%q: %v", text, p)
			}
		}
		counts, err := ParseCounts(text)
		oneLine(err)
		if err == nil && (slices.Min(counts) < 0 || math.IsInf(slices.Max(counts), 0)) {
			t.Errorf("%q: %v", text, counts)
		}
		names, err := ParseNames(text)
		oneLine(err)
		if err == nil && strings.Contains(strings.Join(names, ""), "\n") {
			t.Errorf("%q: names %q", text, names)
		}
	})
}
