package arbitrary

import (
	"math"
	"math/rand"
	"slices"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/prop"

	"crossentropy/info"
)

const draws = 1000

// sumsToOne allows for what near-certain distributions hold below the grid.
func sumsToOne(d info.Distribution) bool {
	var sum float64
	for _, p := range d.All() {
		if !(p >= 0 && p <= 1) {
			return false
		}
		sum += p
	}
	return sum == 1
}

func TestDistributionsSumToOne(t *testing.T) {
	r, shapes := rand.New(rand.NewSource(1)), map[string]int{}
	for range draws {
		d, shape := Distributions.Draw(r)
		shapes[shape]++
		if !sumsToOne(d) {
			t.Fatalf("%s: %v", shape, d)
		}
		for _, simpler := range Distributions.Shrink(d) {
			if !sumsToOne(simpler) {
				t.Fatalf("%v shrinks to %v", d, simpler)
			}
		}
	}
	for _, s := range shapesOf() {
		if shapes[s] < draws/50 {
			t.Errorf("%d of %d are %s", shapes[s], draws, s)
		}
	}
}

func shapesOf() (names []string) {
	for _, s := range shapes {
		names = append(names, s.name)
	}
	return names
}

func TestPairsOfDistributions(t *testing.T) {
	for name, g := range map[string]Gen[Pair]{
		"Pairs": Pairs, "Twins": Twins, "Relabelled": Relabelled, "UniformModels": UniformModels,
		"DyadicModels": DyadicModels, "Coins": Coins, "ThreeSided": ThreeSided,
	} {
		r := rand.New(rand.NewSource(1))
		for range draws / 5 {
			x, _ := g.Draw(r)
			for _, x := range append(g.Shrink(x), x) {
				// 1/n written n times may sum to a float next to 1
				if !sumsToOne(x.P) || name != "UniformModels" && !sumsToOne(x.Q) || x.P.Len() != x.Q.Len() {
					t.Fatalf("%s: %s", name, showPair(x))
				}
				p, q := floats(x.P), floats(x.Q)
				slices.Sort(p)
				slices.Sort(q)
				if (name == "Twins" || name == "Relabelled") && !slices.Equal(p, q) {
					t.Fatalf("%s: %s", name, showPair(x))
				}
			}
		}
	}
}

func TestLoosePairs(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range draws {
		model, _ := LooseModels.Draw(r)
		truth, _ := LooseTruths.Draw(r)
		if !sumsToOne(model.P) || !sumsToOne(truth.Q) {
			t.Fatalf("%s; %s", showPair(model), showPair(truth))
		}
	}
}

// Every shrink must lead to something simpler: following the last candidate,
// the least simple, from any value must come to an end.
func TestShrinkingEnds(t *testing.T) {
	shrinkingEnds(t, Distributions)
	shrinkingEnds(t, Loose)
	shrinkingEnds(t, Pairs)
	shrinkingEnds(t, LooseModels)
	shrinkingEnds(t, Mixtures)
	shrinkingEnds(t, Triples)
	shrinkingEnds(t, Levellings)
	shrinkingEnds(t, Texts)
	shrinkingEnds(t, Dependent)
	shrinkingEnds(t, Logits)
	shrinkingEnds(t, Classes)
	shrinkingEnds(t, SoftRows)
	shrinkingEnds(t, HeavySoftRows)
	shrinkingEnds(t, Contests)
	shrinkingEnds(t, Heatings)
	shrinkingEnds(t, Batches)
	shrinkingEnds(t, Divisions)
	shrinkingEnds(t, Joints)
	shrinkingEnds(t, SeparateModels)
	shrinkingEnds(t, Merged)
	shrinkingEnds(t, Blends)
	shrinkingEnds(t, AllIn)
	shrinkingEnds(t, LooseLeads)
}

func shrinkingEnds[T any](t *testing.T, g Gen[T]) {
	t.Helper()
	r := rand.New(rand.NewSource(1))
	for range 5 {
		v, _ := g.Draw(r)
		if len(g.Shrink(v)) > 100 {
			continue // a long list takes its time, and shrinks as a short one does
		}
		for steps := 0; ; steps++ {
			simpler := g.Shrink(v)
			if len(simpler) == 0 {
				break
			}
			if v = simpler[len(simpler)-1]; steps > 10000 {
				t.Fatalf("still shrinking at %s", g.Show(v))
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "−0"},
		{1, "1"},
		{-2, "−2"},
		{0.375, "3/8"},
		{-0.5, "−1/2"},
		{1023. / 1024, "1023/1024"},
		{1. / 2048, "0.000488"},
		{1. / 3, "0.333"},
		{5e-324, "4.94e−324"},
		{1e6, "1e+06"},
		{math.Inf(1), "∞"},
		{math.Inf(-1), "−∞"},
		{math.NaN(), "NaN"},
	} {
		if got := Number(c.x); got != c.want {
			t.Errorf("Number(%v) = %q, want %q", c.x, got, c.want)
		}
	}
}

// The generators serve gopter's own properties too, which shrink what fails.
func TestGopter(t *testing.T) {
	parameters := gopter.DefaultTestParametersWithSeed(1)
	result := prop.ForAll(func(d info.Distribution) bool { return info.Entropy(d) <= 1 }, Distributions.Gopter()).
		Check(parameters)
	if result.Passed() || len(result.Args) != 1 {
		t.Fatalf("gopter found no distribution of more than 1 bit: %v", result)
	}
	if got := Vector(result.Args[0].Arg.(info.Distribution)); got != "(1/2, 1/4, 1/4)" {
		t.Errorf("gopter shrank to %s, want (1/2, 1/4, 1/4)", got)
	}
}
