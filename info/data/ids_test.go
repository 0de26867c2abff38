package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Columns that tell rows apart are left out, or said.
func TestReadCSVIDs(t *testing.T) {
	for _, c := range []struct {
		what, text string
		features   string // of the first row
		want       []IDColumn
	}{
		{"an id", "id,u,class\n1,5,a\n2,5,b\n", "[5]", []IDColumn{{1, "id", true, true}}},
		{"a float", "index,u,class\n1.0,5,a\n2.0,5,b\n", "[5]", []IDColumn{{1, "index", true, true}}},
		{"two that count", "u,id,class\n1,1,a\n2,2,b\n", "[1]", []IDColumn{{1, "u", true, false}, {2, "id", true, true}}},
		{"a word", "ID,u,class\nP1,5,a\nP1,5,b\n", "[5]", []IDColumn{{1, "ID", false, true}}},
		{"two, in the middle", "u,customer_id,v,PassengerId,class\n5,7,6,1,a\n5,8,6,2,b\n", "[5 6]", []IDColumn{{2, "customer_id", false, true}, {4, "PassengerId", true, true}}},
		{"none", "acid,covid,class\n5,7,a\n5,8,b\n", "[5 7]", nil},
		{"no heading", "0,5,a\n1,5,b\n2,6,b\n", "[5]", []IDColumn{{1, "", true, true}}},
		{"no heading, from 2", "2,5,a\n3,5,b\n", "[2 5]", nil},
		{"no heading, a gap", "1,5,a\n2,5,b\n4,5,b\n", "[1 5]", nil},
		{"a number", "Nr.;u;class\n7;5;a\n3;5;b\n", "[5]", []IDColumn{{1, "Nr.", false, true}}},
		{"nitric oxide", "NO,u,class\n7,5,a\n3,5,b\n3,6,b\n", "[7 5]", nil},
		{"an index of prices", "index,u,class\n1.5,5,a\n3,5,b\n", "[1.5 5]", nil},
		{"under another heading", "day,u,class\n1,5,a\n2,5,b\n", "[1 5]", []IDColumn{{1, "day", true, false}}},
		{"the only feature", "1,a\n2,b\n", "[1]", []IDColumn{{1, "", true, false}}},
		{"names of rows", ",u,class\n0,5,a\n1,5,b\n", "[5]", []IDColumn{{1, "", true, true}}},
		{"names of rows, and an id", "\"Id\",\"u\",\"class\"\n\"x\",1,5,\"a\"\n\"y\",2,5,\"b\"\n", "[5]", []IDColumn{{1, "", false, true}, {2, "Id", true, true}}},
	} {
		got, err := ReadCSV("f.csv", strings.NewReader(c.text))
		if err != nil || fmt.Sprint(got.X[0]) != c.features || !slices.Equal(got.IDs, c.want) {
			t.Errorf("%s: %v, %v, %v, want %s, %v", c.what, got.X, got.IDs, err, c.features, c.want)
		}
	}
}
