package memory_test

import (
	"fmt"
	"slices"
	"testing"

	"crossentropy/info/internal/memory"
)

// A case names rows as parts of one slice: "0-2" are its first two floats.
func parts(all []float64, names ...string) (rows [][]float64) {
	for _, name := range names {
		var from, to int
		if _, err := fmt.Sscanf(name, "%d-%d", &from, &to); err != nil {
			panic(err)
		}
		rows = append(rows, all[from:to:to])
	}
	return rows
}

func TestApart(t *testing.T) {
	type names = []string
	const room = ", want room of its own"
	for _, c := range []struct {
		grad, logits names
		want         string
	}{
		{nil, nil, ""},
		{names{"0-2", "2-4"}, names{"4-6", "6-8"}, ""},
		{names{"2-4", "0-2"}, names{"6-8", "4-6"}, ""},
		{names{"0-2", "4-6"}, names{"2-4", "6-8"}, ""},
		{names{"4-6", "0-2"}, names{"6-8", "2-4"}, ""},
		{names{"0-2"}, names{"2-6", "3-8", "2-6"}, ""},
		{names{"3-3", "0-2"}, names{"1-1", "2-4"}, ""},
		{names{"0-2", "2-4"}, names{"2-4", "6-8"}, "grad[1] shares memory with logits[0]" + room},
		{names{"0-2", "2-4"}, names{"4-6", "3-5"}, "grad[1] shares memory with logits[1]" + room},
		{names{"0-2", "3-4"}, names{"2-8"}, "grad[1] shares memory with logits[0]" + room},
		{names{"7-8", "0-2"}, names{"2-8", "3-4", "5-6"}, "grad[0] shares memory with logits[0]" + room},
		{names{"0-8"}, names{"3-4"}, "grad[0] shares memory with logits[0]" + room},
		{names{"1-2"}, names{"0-1", "0-8"}, "grad[0] shares memory with logits[1]" + room},
		{names{"0-2", "1-3"}, names{"4-6"}, "grad[0] shares memory with grad[1]" + room},
		{names{"0-2", "4-6", "0-2"}, nil, "grad[0] shares memory with grad[2]" + room},
	} {
		all := make([]float64, 8)
		err := memory.Apart(
			memory.Rows{Name: "grad", Floats: parts(all, c.grad...)},
			memory.Rows{Name: "targets", Floats: [][]float64{make([]float64, 8)}},
			memory.Rows{Name: "logits", Floats: parts(all, c.logits...)})
		if got := fmt.Sprint(err); got != c.want && (c.want != "" || err != nil) {
			t.Errorf("%v beside %v: %v, want %s", c.grad, c.logits, err, c.want)
		}
	}
}

// All pairs of parts of six floats share memory where they have an index in common.
func TestOverlap(t *testing.T) {
	all := make([]float64, 6)
	index := []int{0, 1, 2, 3, 4, 5}
	for i := range index {
		for j := i; j <= len(index); j++ {
			for k := range index {
				for l := k; l <= len(index); l++ {
					want := slices.ContainsFunc(index[i:j], func(x int) bool { return slices.Contains(index[k:l], x) })
					if got := memory.Overlap(all[i:j], all[k:l]); got != want {
						t.Errorf("%d-%d and %d-%d: %v, want %v", i, j, k, l, got, want)
					}
				}
			}
		}
	}
}

func TestApartAllocatesNothing(t *testing.T) {
	all := make([]float64, 400)
	grad := slices.Collect(slices.Chunk(all[:200], 2))
	logits := slices.Collect(slices.Chunk(all[200:], 2))
	if n := testing.AllocsPerRun(10, func() {
		_ = memory.Apart(memory.Rows{Name: "grad", Floats: grad}, memory.Rows{Name: "logits", Floats: logits})
	}); n > 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}
