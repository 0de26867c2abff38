package claim

import (
	"math"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"crossentropy/info"
	"crossentropy/info/arbitrary"
	"crossentropy/info/learn"
)

// atMostOneBit is false: two outcomes are the most that it holds for.
func atMostOneBit(l Library, p info.Distribution) Verdict {
	return Exactly(1).AtLeast(l.H(p))
}

func TestSearchFindsAndShrinks(t *testing.T) {
	found, tried := search("example", arbitrary.Distributions, atMostOneBit, Standard(), -1)
	if found == nil {
		t.Fatalf("not broken by any of %v", tried)
	}
	if got := arbitrary.Vector(found.shrunk); got != "(1/2, 1/4, 1/4)" {
		t.Errorf("shrunk to %s, want (1/2, 1/4, 1/4)", got)
	}
	if found.verdict != "1 is less than H(p) = 1.5" {
		t.Errorf("the verdict is %q", found.verdict)
	}
	again, _ := search("example", arbitrary.Distributions, atMostOneBit, Standard(), found.number)
	if again == nil || arbitrary.Vector(again.drawn) != arbitrary.Vector(found.drawn) {
		t.Errorf("case %d drawn alone is another one", found.number)
	}
}

// All cases are false, and the one that is tried first takes longest.
func TestSearchFindsTheFirst(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var begun atomic.Bool
	slowly := func(Library, info.Distribution) Verdict {
		if !begun.Swap(true) {
			time.Sleep(10 * time.Millisecond)
		}
		return "false"
	}
	found, _ := search("example", arbitrary.Distributions, slowly, Standard(), -1)
	if found == nil || found.number != 0 {
		t.Errorf("found %+v, want case 0", found)
	}
}

func TestSearchCountsWhatIsTrue(t *testing.T) {
	found, tried := search("example", arbitrary.Distributions, func(Library, info.Distribution) Verdict { return True }, Standard(), -1)
	if found != nil || tried.total() != *cases {
		t.Errorf("found %v in %v", found, tried)
	}
}

func TestPanicsAreVerdicts(t *testing.T) {
	mistake := func(l Library, p info.Distribution) Verdict {
		return l.HPQ(p, info.Uniform(p.Len()+1)).Finite()
	}
	found, _ := search("example", arbitrary.Distributions, mistake, Standard(), -1)
	if found == nil || !strings.HasPrefix(string(found.verdict), "panic: info: p has 1 outcomes, q has 2") {
		t.Errorf("found %v", found)
	}
}

func TestNothingExcusesItself(t *testing.T) {
	one, infinite, none := Exactly(1), Exactly(math.Inf(1)), Exactly(math.NaN())
	for _, c := range []struct {
		what    string
		verdict Verdict
		want    bool
	}{
		{"∞ is ∞", infinite.Is(infinite), true},
		{"1 is ∞", one.Is(infinite), false},
		{"1 is NaN", one.Is(none), false},
		{"NaN ≥ 1", none.AtLeast(one), false},
		{"1 ≥ NaN", one.AtLeast(none), false},
		{"NaN > 1", none.Exceeds(one), false},
		{"NaN differs", none.Differs(one), false},
		{"NaN is finite", none.Finite(), false},
		{"∞ is finite", infinite.Finite(), false},
		{"1 is 1 + ulp/2", one.Is(Rounded("", 1+0x1p-52, 2, 1)), true},
		{"1 is 1 + ulp", one.Is(Rounded("", 1+0x1p-52, 1, 1)), false},
		{"1 ≥ 1 + ulp/2", one.AtLeast(Rounded("", 1+0x1p-52, 2, 1)), true},
		{"1 ≥ 1 + ulp", one.AtLeast(Rounded("", 1+0x1p-52, 1, 1)), false},
		{"an infinite bound", one.Is(Quantity{"", 2, math.Inf(1)}), false},
		{"a bound of NaN", one.Is(Quantity{"", 2, math.NaN()}), false},
		{"0 is −0, exactly", Exactly(0).IsExactly(Exactly(math.Copysign(0, -1))), false},
	} {
		if got := c.verdict == True; got != c.want {
			t.Errorf("%s: %v, want %v (%s)", c.what, got, c.want, c.verdict)
		}
	}
}

// Bounds come from what was given: a product that is wrong, or 0, has no smaller one,
// and what rows 1000 times as large leave to rounding is more.
func TestBoundsOfLearning(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{1}, {-1}}, Y: []int{0, 1}, Classes: 2}, Penalty: 0.25}
	m := p.Start()
	likely := Likelihood(p, m)
	m.Weights[0][0] = -1000 // and of both rows e^−1000, which is 0
	p.Penalty = 0
	if unlikely := Likelihood(p, m); unlikely.value != 0 || !(unlikely.bound >= likely.bound) {
		t.Errorf("likelihood %v, to %v", unlikely.value, unlikely.bound)
	}
	p.Penalty = 0.25
	near := Lowest(p)
	p.Data.X = [][]float64{{1000}, {-1000}}
	if far := Lowest(p); !(far.bound > 100*near.bound && near.bound > 0) {
		t.Errorf("lowest to %v, and of larger rows to %v", near.bound, far.bound)
	}
}
