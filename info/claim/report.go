package claim

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"

	"crossentropy/info/arbitrary"
)

// table is the file that -report names. It has a line for each claim, how many
// cases of which shapes it was tried on, and how much of the rounding that it
// allows was needed; and one for each control, in what share of the cases it is
// caught.
type table struct{ path string }

func (r table) holds(t *testing.T, tried shapes, used float64) {
	t.Helper()
	r.write(t, "holds", fmt.Sprintf("using %.0f %% of its bound, in %v", 100*used, tried))
}

func (r table) write(t *testing.T, what, found string) {
	t.Helper()
	file, err := os.OpenFile(r.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	_, err = fmt.Fprintf(file, "%-30s %-70s %s\n", strings.TrimPrefix(t.Name(), "Test"), what, found)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		t.Fatal(err)
	}
}

// share is in how many of the cases a property is false.
func share[T any](name string, g arbitrary.Gen[T], property Property[T], l Library) float64 {
	caught := 0
	for number := range *cases {
		x, _ := g.Draw(rand.New(newSource(name, number)))
		if judge(property, l, x) != True {
			caught++
		}
	}
	return float64(caught) / float64(*cases)
}
