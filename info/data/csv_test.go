package data

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"crossentropy/info/learn"
)

func TestReadCSV(t *testing.T) {
	x, y := [][]float64{{1, 2}, {3, 4}, {5, 6}}, []int{1, 0, 1}
	for _, c := range []struct {
		text  string
		names []string
		y     []int
	}{
		{"1,2,b\n3,4,a\n5,6,b\n", []string{"a", "b"}, y},
		{"u,v,class\n1,2,b\n3,4,a\n5,6,b\n", []string{"a", "b"}, y},
		{"\ufeffu,v,class\r\n1, 2,b\r\n\r\n3,4 , a\r\n5,6,b", []string{"a", "b"}, y},
		{"\ufeff1,2,b\n3,4,a\n5,6,b\n", []string{"a", "b"}, y},
		{"u,v,1\n1,2,10\n3,4,9\n5,6,10\n", []string{"9", "10"}, y},
		{"1,2,10\n3,4,9\n5,6,x\n", []string{"10", "9", "x"}, []int{0, 1, 2}},
		{"1,2,2.0\n3,4,1.5\n5,6,2.0\n", []string{"1.5", "2.0"}, y},
		{",v,class\n1,2,b\n3,4,a\n5,6,b\n", []string{"a", "b"}, y},
		{"u,v,class\n1,2,x\n3,4,10\n5,6,x\n", []string{"10", "x"}, y},
		{"u,v,class\n1,2,a\n3,4,1\n5,6,2\n", []string{"1", "2", "a"}, []int{2, 0, 1}},
		{"1e0,0x1p1,nan\n3,4,inf\n5,6,nan\n", []string{"inf", "nan"}, y},
	} {
		d, names, err := ReadCSV("f.csv", strings.NewReader(c.text))
		if want := (learn.Data{X: x, Y: c.y, Classes: len(c.names)}); err != nil || !reflect.DeepEqual(d, want) {
			t.Errorf("%q: %v, %v, want %v", c.text, d, err, want)
		}
		if !reflect.DeepEqual(names, c.names) {
			t.Errorf("%q: classes %q, want %q", c.text, names, c.names)
		}
	}
}

func TestReadCSVRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "f.csv: no rows of features and a class"},
		{"u,v,class\n", "f.csv: no rows of features and a class"},
		{"1,2,a\n3,b\n", "f.csv:2: 2 columns, want 3"},
		{"1,2,a\n\n3,4,b,c\n", "f.csv:3: 4 columns, want 3"},
		{"u,class\n1,2,a\n", "f.csv:2: 3 columns, want 2"},
		{"1,2,a\n3,x,b\n", `f.csv:2: column 2 = "x", want a number`},
		{"u,v,c\nu,v,c\n", `f.csv:2: column 1 = "u", want a number`},
		{"1,2,a\n3,NaN,b\n", `f.csv:2: column 2 = "NaN", want a number`},
		{"1,2,a\n-Inf,4,b\n", `f.csv:2: column 1 = "-Inf", want a number`},
		{"1,2,a\n3,,b\n", `f.csv:2: column 2 = "", want a number`},
		{"1,2,a\n\"\n3\n4\",,b\n", `f.csv:2: column 1 = "3\n4", want a number`},
		{"?,?,1\n3,4,0\n5,6,1\n", `f.csv:1: column 1 = "?", want a number`},
		{",,\n3,4,0\n5,6,1\n", `f.csv:1: column 1 = "", want a number`},
		{"NaN,1e999,1\n3,4,0\n5,6,1\n", `f.csv:1: column 1 = "NaN", want a number`},
		{"\n0,1,class\n3,4,0\n5,6,0\n", `f.csv:2: looks like headings: class "class", and numbers in all other lines`},
		{"1,2,a\n3,4,\n", "f.csv:2: column 3 is empty, want a class"},
		{"1,a\n2\n", "f.csv:2: 1 column, want features and a class"},
		{"1,2,a\n3,4,a\n", `f.csv: every row is of class "a", want two classes`},
		{"1,2,a\n3,\"4,b\n", `f.csv:2: extraneous or missing " in quoted-field`},
	} {
		if _, _, err := ReadCSV("f.csv", strings.NewReader(c.text)); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
	_, _, err := ReadCSV("f.csv", iotest.ErrReader(errors.New("gone")))
	if err == nil || err.Error() != "f.csv: gone" {
		t.Errorf("%v, want f.csv: gone", err)
	}
}

// FuzzReadCSV looks for a file that the reader falls over, or takes for what cannot
// be learned from.
func FuzzReadCSV(f *testing.F) {
	for _, text := range []string{
		"", "u,v\n1,a\n2,b\n", "\ufeffu,v\r\n1,a\r\n\r\n 2, b\r\n", "1,2\n3,4\n", "1,a\n1e999,b", "1,NaN\n0x1p-1,Inf",
		"1", "1,2,3\n1,2", "1,\"a\nb\"\n2,\"", "1,a\"b", "\xff,\x00\n1,\xfe\n2,\x00", "-1e308,a\n1e308,b", "0,1,class\n1,2,3",
		"?,a\n1,b", "-1.7e308,a\n1.7e308,b\n1.7e308,b", "5e-324,0\n0,1",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, names, err := ReadCSV("f.csv", strings.NewReader(text))
		if err != nil {
			if says := err.Error(); !strings.HasPrefix(says, "f.csv:") || strings.Contains(says, "\n") {
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
