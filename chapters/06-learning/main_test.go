package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
)

// The lowest objective is the one that SciPy finds, of which info/learn/testdata
// says more.
func TestLumps(t *testing.T) {
	m, _ := train(lumps(), "lumps")
	if off := float64(lumps().Objective(m)) - 0.09959137548470548; math.Abs(off) > 1e-9 {
		t.Errorf("training ends %g above the lowest", off)
	}
}

func TestFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "table.csv")
	for _, c := range []struct{ text, want string }{
		{
			"size,kind\n" + strings.Repeat("1,small\n2,small\n8,large\n9,large\n", 3),
			"12 rows of 1 number, 2 classes: large, small\nbase rate of all: 1 bit\n" +
				"training: 9 rows, 50 steps, 0.03088 bits\nheld out: 3 rows, 0.01256 bits, right in 100.00 %\n",
		},
		{
			"1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n",
			"6 rows of 1 number, 6 classes: a, b, c, d, e, …\nbase rate of all: 2.585 bits\n",
		},
		{
			"1,\x1b[31mred\n2,\"two\nlines\"\n3,f\u00fcr uns\n4,d\n",
			"4 rows of 1 number, 4 classes: \"\\x1b[31mred\", d, f\u00fcr uns, \"two\\nlines\"\n",
		},
		{"1,a\n2,b\n", "2 rows, want at least 3, to train on some and hold others back"},
		{"1,a\n2,a\n", name + `: every row is of class "a", want two classes`},
	} {
		if err := os.WriteFile(name, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := file(&out, chapter.Input{File: name}); err != nil {
			out.WriteString(err.Error())
		}
		if !strings.HasPrefix(out.String(), c.want) {
			t.Errorf("%q printed %q, want %q", c.text, out.String(), c.want)
		}
	}
}
