package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/claim"
)

// The lowest objective is the one that SciPy finds, of which info/learn/testdata
// says more.
func TestLumps(t *testing.T) {
	m, _ := train(lumps(), "lumps")
	if off := float64(lumps().Objective(m)) - 0.09959137548470548; math.Abs(off) > 1e-9 {
		t.Errorf("training ends %g above the lowest", off)
	}
}

// A flat cut parts the lumps of both kinds: all their losses together can be less than what
// a single one costs that is on the wrong side.
func TestLumpsApart(t *testing.T) {
	p := lumps()
	p.Penalty = 1e-10
	if sum := float64(claim.LowestLoss(p)) * float64(len(p.Data.Y)); !(sum < math.Ln2) {
		t.Errorf("all lumps cost %g nats together, want less than ln 2", sum)
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
			"1,a\n2,b\n3,c\n4,d\n5,e\n6,f\n9,f\n",
			"7 rows of 1 number, 6 classes: a, b, c, d, e, …\nbase rate of all: 2.522 bits\n",
		},
		{
			"1,\x1b[31mred\n2,\"two\nlines\"\n3,f\u00fcr uns\n4,d\n9,d\n",
			"5 rows of 1 number, 4 classes: \"\\x1b[31mred\", d, f\u00fcr uns, \"two\\nlines\"\n",
		},
		{
			"1," + strings.Repeat("a", 99) + "\n2," + strings.Repeat("\u732b", 99) + "\n9,c\n4,d\n5,d\n",
			"5 rows of 1 number, 4 classes: aaaaaaaaaaaaaaa\u2026, c, d, \u732b\u732b\u732b\u732b\u732b\u732b\u732b\u2026\n",
		},
		{
			"1,bbbbbbbbbbbbbbbbb\n2,ccccccccccccccccc\n3,ddddddddddddddddd\n4,ddddddddddddddddd\n",
			"column 1 counts the rows: what is learned from it is their order\n" +
				"4 rows of 1 number, 3 classes: bbbbbbbbbbbbbbb\u2026, ccccccccccccccc\u2026, \u2026\n",
		},
		{
			"id,u,class\n1,2,a\n2,4,b\n3,9,b\n",
			"column 1, \"id\", counts the rows and is left out\n3 rows of 1 number, 2 classes: a, b\n",
		},
		{
			"code_id,u,class\n7,2,a\n7,4,b\n3,9,b\n",
			"column 1, \"code_id\", names the rows and is left out\n3 rows of 1 number, 2 classes: a, b\n",
		},
		{"1,a\n2,b\n3,c\n", "3 rows of 3 classes, want classes of many rows in the last column"},
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
