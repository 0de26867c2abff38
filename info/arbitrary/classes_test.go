package arbitrary

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

// A row of logits holds ties and shared offsets often enough to matter, and keeps
// its target through every shrink.
func TestClasses(t *testing.T) {
	r, shapes := rand.New(rand.NewSource(1)), map[string]int{}
	for range draws {
		x, shape := Classes.Draw(r)
		shapes[shape]++
		for _, simpler := range append(Classes.Shrink(x), x) {
			if simpler.Target < 0 || simpler.Target >= len(simpler.Logits) || math.IsInf(simpler.Logits[simpler.Target], -1) {
				t.Fatal(simpler)
			}
		}
	}
	for _, shape := range []string{"wide", "modest", "offset", "tied", "ruled out"} {
		if shapes[shape] < draws/20 {
			t.Errorf("of %d rows %d are %s", draws, shapes[shape], shape)
		}
	}
}

func TestSoftRows(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range draws / 5 {
		near, _ := NearSoftRows.Draw(r)
		heavy, _ := HeavySoftRows.Draw(r)
		for _, x := range append(NearSoftRows.Shrink(near), near) {
			if apart(x.Logits) > 700 || !sumsToOne(x.Target) || x.Target.Len() != len(x.Logits) {
				t.Fatal(x)
			}
		}
		for _, x := range append(HeavySoftRows.Shrink(heavy), heavy) {
			if len(x.Weights) != len(x.Logits) || slices.Min(x.Weights) < 0 {
				t.Fatal(x)
			}
		}
	}
}

// Adding to a logit and taking away again gives the logit back.
func TestShifts(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range draws / 5 {
		x, _ := Shifts.Draw(r)
		for _, x := range append(Shifts.Shrink(x), x) {
			if !x.exact() {
				t.Fatal(Shifts.Show(x))
			}
		}
	}
}

// No loss refuses a batch or a part of it, and batches are of every kind.
func TestBatches(t *testing.T) {
	r, kinds := rand.New(rand.NewSource(1)), map[string]int{}
	for range draws {
		x, _ := Divisions.Draw(r)
		first, second := x.Parts()
		counted, ignored := x.Rows()
		for _, b := range []Batch{x.Batch, first, second, x.Only(counted), x.Only(ignored)} {
			if _, err := b.Classes(b.Logits, b.Targets, nil); err != nil {
				t.Fatal(err, b)
			}
		}
		for kind, is := range map[string]bool{
			"empty": len(x.Targets) == 0, "weighed": x.Weight != nil, "without weights": x.Weight == nil,
			"with a weight of 0": slices.Contains(x.Weight, 0), "smoothed": x.Smoothing > 0,
			"all ignored": len(x.Targets) > 0 && len(counted) == 0, "partly ignored": len(counted) > 0 && len(ignored) > 0,
			"ignoring a class": *x.Ignore >= 0,
		} {
			if is {
				kinds[kind]++
			}
		}
	}
	if len(kinds) != 8 {
		t.Errorf("of eight kinds there are %v", kinds)
	}
	for kind, n := range kinds {
		if n < draws/20 {
			t.Errorf("of %d batches %d are %s", draws, n, kind)
		}
	}
}
