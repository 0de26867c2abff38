package crossentropy

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"crossentropy/chapters/exercises"
	"crossentropy/chapters/exercises/solutions"
	"crossentropy/info"
	"crossentropy/info/claim"
	"crossentropy/info/code"
	"crossentropy/info/language"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// The claims of the book, in its order. Each is a law that holds on every case
// drawn, fails once an assumption is dropped, and rejects mathematics that is
// wrong. p is the truth, q the model, h surprisal, H entropy, D divergence.
//
// A claim more is a test here, with its statement for a doc comment, and a marker on
// a chapter's page: TestTheBestGuess is cited by <!-- cite the-best-guess --><!-- / -->.

type library = claim.Library

var book = claim.Standard()

func init() { claim.Flags(flag.CommandLine) }

// Exercises are functions that readers write, for claims to mark: go test -mine Entropy.
// One more is a function in chapters/exercises, its solution and mistakes, and a row here.

var mine = flag.String("mine", "", "mark your function of this `name`, and test nothing else")

type judges = []func(t *testing.T) // claims, the most telling first

var marked = []claim.Exercise{
	{
		Name: "Surprisal", Mine: exercises.Surprisal, Place: func(l *library) any { return &l.Surprisal },
		Claims: judges{
			TestHalving, TestTheImpossible, TestNoNegativeSurprise, TestRarity, TestAdditivity, TestUnits,
		},
		Solution: solutions.Surprisal, Wrong: solutions.SurprisalMistakes,
	},
	{
		Name: "Entropy", Mine: exercises.Entropy, Place: func(l *library) any { return &l.Entropy },
		Claims: judges{
			TestWholeBits, TestNothingInDoubt, TestNoNegativeEntropy, TestTwoOutcomes, TestMostInDoubt,
			TestNames, TestGrouping,
		},
		Solution: solutions.Entropy, Wrong: solutions.EntropyMistakes,
	},
	{
		Name: "Kraft", Mine: exercises.Kraft, Place: func(l *library) any { return &l.Kraft },
		Claims:   judges{TestKraft, TestUniqueDecoding},
		Solution: solutions.Kraft, Wrong: solutions.KraftMistakes,
	},
	{
		Name: "Huffman", Mine: exercises.Huffman, Place: func(l *library) any { return &l.HuffmanLengths },
		Claims:   judges{TestTheShortestCode, TestHuffman, TestBlocks},
		Solution: solutions.Huffman, Wrong: solutions.HuffmanMistakes,
	},
	{
		Name: "CrossEntropy", Mine: exercises.CrossEntropy,
		Place: func(l *library) any { return &l.CrossEntropy },
		Claims: judges{
			TestRuledOut, TestGibbs, TestNoOpinion, TestThePriceOfACode, TestMixedTruths, TestFloorAndGap,
		},
		Solution: solutions.CrossEntropy, Wrong: solutions.CrossEntropyMistakes,
	},
	{
		Name: "KullbackLeibler", Mine: exercises.KullbackLeibler,
		Place:    func(l *library) any { return &l.KullbackLeibler },
		Claims:   judges{TestNoNegativeDivergence, TestFloorAndGap, TestPinsker, TestBlurring},
		Solution: solutions.KullbackLeibler, Wrong: solutions.KullbackLeiblerMistakes,
	},
	{
		Name: "BinaryLogit", Mine: exercises.BinaryLogit,
		Place: func(l *library) any { return &l.BinaryLogit },
		Claims: judges{
			TestLogitOrForecast, TestAlwaysANumber, TestEitherClass, TestTheSlope, TestOneValley,
			TestAHeavierClass,
		},
		Solution: solutions.BinaryLogit, Wrong: solutions.BinaryLogitMistakes,
	},
	{
		Name: "Softmax", Mine: exercises.Softmax, Place: func(l *library) any { return &l.Softmax },
		Claims: judges{
			TestSoftmax, TestInOrder, TestOnlyDifferencesCount, TestTwoOfMany, TestTemperature,
			TestTheLossOfLogits, TestThePullOnEachClass,
		},
		Solution: solutions.Softmax, Wrong: solutions.SoftmaxMistakes,
	},
	{
		Name: "CrossEntropyOfLogits", Mine: exercises.CrossEntropyOfLogits, Place: lossOfRow,
		Claims: judges{
			TestNoIdea, TestTwoOfMany, TestOnlyDifferencesCount, TestOneValleyForMany, TestMixedTargets,
		},
		Solution: solutions.CrossEntropyOfLogits, Wrong: solutions.CrossEntropyOfLogitsMistakes,
	},
	{
		Name: "Gradient", Mine: exercises.Gradient, Place: slopesOfRow,
		Claims:   judges{TestThePullOnEachClass, TestMixedTargets, TestOneClassForCertain},
		Solution: solutions.Gradient, Wrong: solutions.GradientMistakes,
	},
}

// lossOfRow is the loss of a row of logits, of which rows without weights and smoothing
// are made.
func lossOfRow(l *library) any {
	ofRow := func(z []float64, right int) info.Nats { return rowLoss(book, z, right) }
	l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
		own := book
		if e.Weight == nil && e.Smoothing == 0 {
			costing(func(z []float64, y int) float64 { return float64(ofRow(z, y)) })(&own)
		}
		return own.Classes(e, z, y, slopes)
	}
	return &ofRow
}

// slopesOfRow are the slopes of a row of logits, of which those of such rows are made.
func slopesOfRow(l *library) any {
	ofRow := func(z, t []float64) []float64 {
		return book.SoftCost(oneRow(z, 0), [][]float64{t}).Slopes[0]
	}
	l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
		sum, err := e.Soft(z, t, slopes)
		if e.Weight == nil && e.Smoothing == 0 {
			for i := range slopes {
				copy(slopes[i], ofRow(z[i], t[i]))
			}
		}
		return sum, err
	}
	return &ofRow
}

func TestMain(m *testing.M) {
	flag.Parse()
	if *mine == "" {
		os.Exit(m.Run())
	}
	var names []string
	for _, e := range marked {
		if e.Name == *mine {
			mark := e.Mark(e.Mine)
			fmt.Println(mark.Text)
			os.Exit(int(oneWhere(!mark.Passed)))
		}
		names = append(names, e.Name)
	}
	fmt.Printf("no exercise is called %q (has %s)\n", *mine, strings.Join(names, ", "))
	os.Exit(1)
}

// TestExercises marks solutions, mistakes, and what the reader has begun.
func TestExercises(t *testing.T) {
	oneLine := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	markMine := func(name string) (string, error) {
		out, err := exec.Command(os.Args[0], "-mine", name).CombinedOutput()
		return string(out), err
	}
	cases := flag.Lookup("cases").Value
	defer cases.Set(cases.String())
	cases.Set("200") // enough to tell these answers apart
	for _, e := range marked {
		t.Run(e.Name, func(t *testing.T) {
			if mark := e.Mark(e.Solution); !mark.Passed {
				t.Errorf("the solution does not pass:\n%s", mark.Text)
			}
			for _, wrong := range e.Wrong {
				mark := e.Mark(wrong.Answer)
				if mark.Passed || !strings.Contains(mark.Text, "It breaks at ") ||
					!strings.HasSuffix(oneLine(mark.Text), "It looks like "+wrong.Name+".") {
					t.Errorf("of %q it is said:\n%s", wrong.Name, mark.Text)
				}
			}
			said, err := markMine(e.Name)
			switch notBegun := strings.Contains(oneLine(said), exercises.NotBegun); {
			case notBegun && err != nil:
				t.Skipf("not begun; go test -mine %s marks it", e.Name)
			case notBegun || err != nil:
				t.Errorf("your answer: %s", said)
			}
		})
	}
	said, err := markMine("Entrpy")
	if err == nil || !strings.HasPrefix(said, `no exercise is called "Entrpy" (has Surprisal, `) {
		t.Errorf("of an unknown exercise it is said: %s", said)
	}
}

// Claim 1.1 (Halving). Halving a probability adds one bit, and k halvings of 1 make k:
//
//	h(2⁻ᵏ) = k
//
// exactly, down to the smallest float, where k = 1074.
func TestHalving(t *testing.T) {
	halving := func(l library, x claim.Whole) string {
		return claim.Same("h(p)", l.Surprisal(math.Ldexp(1, -int(x.K))), "", x.K)
	}
	claim.Holds(t, halving, claim.Halvings)
	claim.Rejects(t, halving, claim.Halvings, claim.Mistakes{
		{"the natural logarithm", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(0 - math.Log(p)) }
		}},
		{"no number below 2⁻¹⁰²²", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Surprisal(max(p, 0x1p-1022)) }
		}},
	})
}

// Claim 1.2 (Additivity). Surprisals of independent events add up:
//
//	h(A and B) = h(A) + h(B) for independent A and B
//
// as long as a float can hold the probability of both.
//
// Source: Shannon 1948, Introduction.
func TestAdditivity(t *testing.T) {
	additive := func(l library, x claim.Events) string {
		return claim.Equal("h(A and B)", l.Surprisal(x.Both), "h(A) + h(B)", l.Surprisal(x.A)+l.Surprisal(x.B))
	}
	claim.Holds(t, additive, claim.Independent)
	claim.FailsWithout(t, "the events are independent", additive, claim.Dependent)
	claim.Rejects(t, additive, claim.Independent, claim.Mistakes{
		{"1/p in place of its logarithm", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(1 / p) }
		}},
	})
}

// Claim 1.3 (Rarity). The rarer of two events tells more:
//
//	h(p) > h(q) where p < q
//
// Floats that differ by less than a part in 10¹² may have the same surprisal.
func TestRarity(t *testing.T) {
	rarer := func(l library, x claim.TwoChances) string {
		more := claim.Exceeds[info.Bits, info.Bits]
		if x.Q-x.P <= claim.Tolerance*x.Q {
			more = claim.AtLeast
		}
		return more("h(p)", l.Surprisal(x.P), "h(q)", l.Surprisal(x.Q))
	}
	claim.Holds(t, rarer, claim.UnequalChances)
	claim.Holds(t, rarer, claim.CloseChances)
	claim.Rejects(t, rarer, claim.UnequalChances, claim.Mistakes{
		{"information as p itself", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(p) }
		}},
	})
}

// Claim 1.4 (Powers). Raising a probability to a power multiplies what it tells:
//
//	h(pᵏ) = k·h(p) for every real k > 0
//
// as was tried for k from 1/16 to 16, where a float can hold the power.
func TestPowers(t *testing.T) {
	powers := func(l library, x claim.Power) string {
		return claim.Equal("h(pᵏ)", l.Surprisal(math.Pow(x.P, x.K)), "k·h(p)", x.K*float64(l.Surprisal(x.P)))
	}
	claim.Holds(t, powers, claim.Powers)
	claim.Rejects(t, powers, claim.Powers, claim.Mistakes{
		{"the root of the surprisal", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(math.Sqrt(float64(info.Surprisal(p)))) }
		}},
	})
}

// Claim 1.5 (No negative surprise). No event takes information away:
//
//	h(p) ≥ 0 for 0 ≤ p ≤ 1
func TestNoNegativeSurprise(t *testing.T) {
	positive := func(l library, x claim.Chance) string {
		return claim.AtLeastWithin(0, "h(p)", l.Surprisal(x.P), "", 0.0)
	}
	claim.Holds(t, positive, claim.Chances)
	claim.Rejects(t, positive, claim.Chances, claim.Mistakes{
		{"the logarithm without its minus", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(math.Log2(p)) }
		}},
	})
}

// Claim 1.6 (Units). Bits and nats measure one thing on two scales, and a
// quantity can be taken from one to the other and back:
//
//	h in nats = h in bits · ln 2 = ln 1/p
//
// Source: Cover & Thomas 2006, Lemma 2.1.2.
func TestUnits(t *testing.T) {
	units := func(l library, x claim.Chance) string {
		h := l.Surprisal(x.P)
		return cmp.Or(
			claim.Equal("h in nats", h.Nats(), "ln 1/p", -claim.NaturalLog(x.P)),
			claim.Equal("bits and back", h.Nats().Bits(), "h(p)", h),
		)
	}
	claim.Holds(t, units, claim.Chances)
	claim.Rejects(t, units, claim.Chances, claim.Mistakes{
		{"nats that are called bits", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(info.Surprisal(p).Nats()) }
		}},
	})
}

// Claim 1.7 (Certainty). A certain event tells nothing:
//
//	h(1) = 0
func TestCertainty(t *testing.T) {
	certainty := func(l library, x claim.Chance) string {
		return claim.Same("h(p)", l.Surprisal(x.P), "", 0.0)
	}
	claim.Holds(t, certainty, claim.Certainty)
	claim.Rejects(t, certainty, claim.Certainty, claim.Mistakes{
		{"the logarithm of 1 + p", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(math.Log2(1 + p)) }
		}},
		{"minus the logarithm, which makes it −0", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(-math.Log2(p)) }
		}},
	})
}

// Claim 1.8 (The impossible). An event is infinitely surprising exactly when
// its probability is 0:
//
//	h(p) = ∞ if and only if p = 0
func TestTheImpossible(t *testing.T) {
	impossible := func(l library, x claim.Chance) string {
		if x.P == 0 {
			return claim.Same("h(p)", l.Surprisal(x.P), "", math.Inf(1))
		}
		return claim.Finite("h(p)", l.Surprisal(x.P))
	}
	claim.Holds(t, impossible, claim.Chances)
	claim.Rejects(t, impossible, claim.Chances, claim.Mistakes{
		{"a floor of 1e-12 under p", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Surprisal(max(p, 1e-12)) }
		}},
	})
}

// Claim 2.1 (No negative entropy). Entropy is never negative, as no probability is above 1:
//
//	H(p) ≥ 0
//
// Source: Cover & Thomas 2006, Lemma 2.1.1.
func TestNoNegativeEntropy(t *testing.T) {
	positive := func(l library, x claim.Distribution) string {
		return claim.AtLeastWithin(0, "H(p)", l.Entropy(x.P), "", 0.0)
	}
	claim.Holds(t, positive, claim.Distributions)
	claim.HoldsEven(t, "p sums to something else than 1", positive, claim.LooseChances)
	claim.FailsWithout(t, "no p(x) is above 1", positive, claim.LooseWeights)
	claim.Rejects(t, positive, claim.Distributions, claim.Mistakes{{"the logarithm without its minus", negative}})
}

// Claim 2.2 (Nothing in doubt). Entropy is 0 exactly when one outcome alone can
// happen:
//
//	H(p) = 0 if and only if p(x) > 0 for one x alone
//
// Source: Shannon 1948, §6, property 1.
func TestNothingInDoubt(t *testing.T) {
	certain := func(l library, x claim.Distribution) string {
		if possible(x.P) == 1 {
			return claim.Same("H(p)", l.Entropy(x.P), "", 0.0)
		}
		return claim.Exceeds("H(p)", l.Entropy(x.P), "", 0.0)
	}
	claim.Holds(t, certain, claim.Distributions)
	claim.Rejects(t, certain, claim.Distributions, claim.Mistakes{
		{"0·log 0 left to the computer", func(l *library) {
			l.Entropy = func(p []float64) (h info.Bits) {
				for _, px := range p {
					h -= info.Bits(px * math.Log2(px))
				}
				return h
			}
		}},
		{"the logarithm of the number of outcomes", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return info.Bits(math.Log2(float64(len(p)))) }
		}},
	})
}

// Claim 2.3 (Kraft's inequality). A codeword of l digits uses up 2⁻ˡ of all messages, those
// that begin with it. The codewords of a prefix code, none of which begins another, share
// a budget of 1:
//
//	Σ 2⁻ˡ ≤ 1
//
// For whatever lengths keep to it there is a prefix code. An outcome without a codeword,
// whose length is 0, spends nothing of it.
//
// Source: Kraft 1949; Cover & Thomas 2006, Theorem 5.2.1.
func TestKraft(t *testing.T) {
	budget := func(l library, x claim.Code) string {
		return claim.AtLeast("", 1.0, "Σ 2⁻ˡ", l.Kraft(x.Lengths()))
	}
	share := func(l library, x claim.Code) string {
		return claim.Equal("Σ 2⁻ˡ", l.Kraft(x.Lengths()), "share of messages", x.Begun())
	}
	nothing := func(l library, x claim.Code) string {
		longer := append(x.Lengths(), 0)
		return claim.Equal("Σ 2⁻ˡ with a length of 0", l.Kraft(longer), "Σ 2⁻ˡ", l.Kraft(x.Lengths()))
	}
	converse := func(l library, x claim.Lengths) string { return isPrefixCode(l.Codewords(x.L), x.L) }
	claim.Holds(t, budget, claim.PrefixCodes)
	claim.FailsWithout(t, "none begins another", budget, claim.DistinctWords)
	claim.Holds(t, converse, claim.LengthsInBudget)
	claim.FailsWithout(t, "the lengths keep to it", converse, claim.AnyLengths)
	claim.Holds(t, share, claim.PrefixCodes)
	claim.Rejects(t, share, claim.PrefixCodes, claim.Mistakes{
		{"1/l in place of 2⁻ˡ", spending(func(length int) float64 { return 1 / float64(length) })},
		{"every codeword as long as the longest", func(l *library) {
			l.Kraft = func(lengths []int) float64 {
				return math.Ldexp(float64(len(lengths)), -slices.Max(lengths))
			}
		}},
	})
	claim.Holds(t, nothing, claim.PrefixCodes)
	claim.Rejects(t, nothing, claim.PrefixCodes, claim.Mistakes{
		{"a length of 0 that spends 2⁰ = 1", spending(func(length int) float64 { return math.Ldexp(1, -length) })},
	})
}

// Claim 2.4 (McMillan's inequality). A code some of whose words begin others, and which can
// be read back in one way all the same, keeps to the same budget. So none that can be read
// back has a mean length below the entropy:
//
//	Σ 2⁻ˡ ≤ 1 and Σ p(x)·l(x) ≥ H(p)
//
// Source: McMillan 1956; Cover & Thomas 2006, Theorems 5.5.1 and 5.3.1.
func TestUniqueDecoding(t *testing.T) {
	decodable := func(l library, x claim.Coded) string {
		return cmp.Or(
			claim.AtLeast("", 1.0, "Σ 2⁻ˡ", l.Kraft(x.Lengths())),
			claim.AtLeast("mean length", meanLength(x.P, x.Lengths()), "H(p)", l.Entropy(x.P)),
		)
	}
	claim.Holds(t, decodable, claim.CodedDecodably)
	claim.FailsWithout(t, "it can be read back in one way", decodable, claim.CodedDistinctly)
	claim.Rejects(t, decodable, claim.CodedDecodably, claim.Mistakes{
		{"the logarithm of the number of outcomes in place of entropy", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return book.Entropy(claim.Uniform(len(p))) }
		}},
	})
}

// Claim 2.5 (Shannon's lengths). Surprisals rounded up, l(x) = ⌈log₂ 1/p(x)⌉ where p(x) > 0,
// are lengths that keep to the budget. Their mean L is less than a digit above the entropy:
//
//	H(p) ≤ L < H(p) + 1
//
// Source: Shannon 1948, §9; Cover & Thomas 2006, Theorem 5.4.1.
func TestShannonsLengths(t *testing.T) {
	shannon := func(l library, x claim.Distribution) string {
		return withinADigit(x.P, x.P, l.ShannonLengths(x.P), "H(p)", l.Entropy(x.P))
	}
	claim.Holds(t, shannon, claim.Distributions)
	claim.Rejects(t, shannon, claim.Distributions, claim.Mistakes{
		{"surprisals rounded down", func(l *library) { l.ShannonLengths = rounding(math.Floor) }},
		{"surprisals rounded down, and a digit more", func(l *library) {
			l.ShannonLengths = rounding(func(h float64) float64 { return math.Floor(h) + 1 })
		}},
	})
}

// Claim 2.6 (The shortest code). No prefix code has a shorter mean than Huffman's. With L
// for the mean of that,
//
//	Σ p(x)·l(x) ≥ L where Σ 2⁻ˡ ≤ 1, and l(x) ≥ 1 if there are several x
//
// It is compared, for up to five outcomes, with every code whose longest codeword has fewer
// digits than there are outcomes. Longer ones only cost more.
//
// Source: Huffman 1952; Cover & Thomas 2006, Theorem 5.8.1.
func TestTheShortestCode(t *testing.T) {
	against := func(codes func(n int) [][]int) claim.Law[claim.Distribution] {
		return func(l library, x claim.Distribution) string {
			lengths := l.HuffmanLengths(x.P)
			others, shortest := best(codes(possible(x.P)), x.P)
			return cmp.Or(
				isCode(x.P, lengths),
				claim.AtLeast(fmt.Sprintf("mean of lengths %v", others), shortest, "L", meanLength(x.P, lengths)),
			)
		}
	}
	shortest := against(claim.PrefixLengths)
	claim.Holds(t, shortest, claim.FiveOutcomes)
	claim.FailsWithout(t, "none begins another", against(claim.DistinctLengths), claim.FiveOutcomes)
	claim.Rejects(t, shortest, claim.FiveOutcomes, claim.Mistakes{
		{"Shannon's lengths", func(l *library) { l.HuffmanLengths = book.ShannonLengths }},
	})
}

// Claim 2.7 (Huffman's code). The mean length L of Huffman's code is less than a digit
// above the entropy, too, and is the entropy where each probability is a power of two:
//
//	H(p) ≤ L < H(p) + 1, and L = H(p) where each p(x) is 2⁻ᵏ
//
// Source: Huffman 1952; Cover & Thomas 2006, Theorems 5.4.1 and 5.8.1.
func TestHuffman(t *testing.T) {
	huffman := func(l library, x claim.Distribution) string {
		return withinADigit(x.P, x.P, l.HuffmanLengths(x.P), "H(p)", l.Entropy(x.P))
	}
	exact := func(l library, x claim.Distribution) string {
		return claim.Equal("L", meanLength(x.P, l.HuffmanLengths(x.P)), "H(p)", l.Entropy(x.P))
	}
	claim.Holds(t, exact, claim.Dyadic)
	claim.FailsWithout(t, "powers of two", exact, claim.Distributions)
	claim.Holds(t, huffman, claim.Distributions)
	claim.Rejects(t, huffman, claim.Distributions, claim.Mistakes{
		{"one length for all", func(l *library) { l.HuffmanLengths = oneLength }},
		{"the last time that two became one not counted", func(l *library) {
			l.HuffmanLengths = func(p []float64) []int {
				lengths := book.HuffmanLengths(p)
				for x := range lengths {
					lengths[x] = max(0, lengths[x]-1)
				}
				return lengths
			}
		}},
	})
}

// Claim 2.8 (Blocks). Huffman's code for blocks of k letters, drawn independently from p,
// costs less than 1/k of a digit a letter above the entropy. With L for the mean length of
// a block:
//
//	H(p) ≤ L/k < H(p) + 1/k
//
// Source: Cover & Thomas 2006, Theorem 5.4.2.
func TestBlocks(t *testing.T) {
	costing := func(lengths func(l library, x claim.Letters) []int) claim.Law[claim.Letters] {
		return func(l library, x claim.Letters) string {
			k, h, lengths := float64(x.K), float64(l.Entropy(x.P)), lengths(l, x)
			mean := meanLength(x.Blocks, lengths) / k
			return cmp.Or(
				isCode(x.Blocks, lengths),
				claim.AtLeast("L/k", mean, "H(p)", h),
				exceeds(x.Blocks)("H(p) + 1/k", h+1/k, "L/k", mean),
			)
		}
	}
	whole := costing(func(l library, x claim.Letters) []int { return l.HuffmanLengths(x.Blocks) })
	spelled := costing(func(l library, x claim.Letters) []int {
		letters, lengths := l.HuffmanLengths(x.P), []int{0}
		for range x.K {
			var longer []int
			for _, length := range lengths {
				for _, letter := range letters {
					longer = append(longer, length+letter)
				}
			}
			lengths = longer
		}
		for block, p := range x.Blocks {
			if p == 0 {
				lengths[block] = 0
			}
		}
		return lengths
	})
	claim.Holds(t, whole, claim.IndependentLetters)
	claim.FailsWithout(t, "a block has a codeword of its own", spelled, claim.IndependentLetters)
	claim.FailsWithout(t, "letters are independent", whole, claim.RepeatedLetters)
	claim.Rejects(t, whole, claim.IndependentLetters, claim.Mistakes{
		{"one length for all", func(l *library) { l.HuffmanLengths = oneLength }},
	})
}

// Claim 2.9 (Long samples). Entropy is the mean surprisal of what happens. Of N outcomes
// drawn from p, each by itself, the mean surprisal is further from H(p) than
//
//	b·s + √(b²s² + 6v·s), with s = ln(2·10¹²)/(3N)
//
// with probability 10⁻¹² at most. Here b is how far the surprisal of an outcome can be from
// H(p), and v is its variance. The samples that are tried are of N = 2000.
//
// Source: Cover & Thomas 2006, Theorem 3.1.1, for the limit; Bernstein 1924, and Boucheron,
// Lugosi & Massart 2013, Corollary 2.11, for the bound.
func TestLongSamples(t *testing.T) {
	mean := func(l library, x claim.Sample) string {
		return claim.EqualWithin(luck(x.P, x.P), "mean surprisal", meanSurprisal(l, x.Counts, x.P), "H(p)", l.Entropy(x.P))
	}
	claim.Holds(t, mean, claim.Samples)
	claim.FailsWithout(t, "the sample is drawn from p", mean, claim.SamplesOfTheModel)
	claim.Rejects(t, mean, claim.Samples, claim.Mistakes{{"entropy in nats", inNats}})
}

// Claim 2.10 (Most in doubt). Entropy is at most the logarithm of the number of
// outcomes, and reaches it only where all are equally likely:
//
//	H(p) ≤ log₂ n, with equality only for p = (1/n, …, 1/n)
//
// Source: Shannon 1948, §6, property 2; Cover & Thomas 2006, Theorem 2.6.4.
func TestMostInDoubt(t *testing.T) {
	most := func(l library, x claim.Distribution) string {
		equal := claim.Uniform(len(x.P))
		limit := l.Surprisal(equal[0])
		shortfall := pinsker(claim.Pair{P: x.P, Q: equal}) // above 0 wherever p is not uniform
		return cmp.Or(
			claim.Equal("H(1/n, …, 1/n)", l.Entropy(equal), "log₂ n", limit),
			claim.AtLeast("log₂ n", limit, "H(p) + 2·TV²/ln 2", l.Entropy(x.P)+shortfall),
		)
	}
	claim.Holds(t, most, claim.Distributions)
	claim.Rejects(t, most, claim.Distributions, claim.Mistakes{
		{"bits compared with ln n", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return info.Bits(info.Surprisal(p).Nats()) }
		}},
		{"the impurity 1 − Σp² in place of entropy", func(l *library) { l.Entropy = impurity }},
	})
}

// Claim 2.11 (More to choose from). More equally likely outcomes have more
// entropy:
//
//	H(1/m, …, 1/m) > H(1/n, …, 1/n) where m > n
//
// Source: Shannon 1948, §6, axiom 2.
func TestMoreToChooseFrom(t *testing.T) {
	more := func(l library, x claim.Growth) string {
		return claim.Exceeds("H(many)", l.Entropy(x.Many), "H(few)", l.Entropy(x.Few))
	}
	claim.Holds(t, more, claim.Choices)
	claim.FailsWithout(t, "equally likely", more, claim.UnevenChoices)
	claim.Rejects(t, more, claim.Choices, claim.Mistakes{
		{"entropy as a share of log n", func(l *library) {
			l.Entropy = func(p []float64) info.Bits {
				limit := book.Entropy(p) // which is log n here
				return limit / max(1, limit)
			}
		}},
	})
}

// Claim 2.12 (Whole bits). Outcomes that are equally likely, and a power of two in
// number, have a whole number of bits, to the last bit:
//
//	H(2⁻ᵏ, …, 2⁻ᵏ) = k
func TestWholeBits(t *testing.T) {
	whole := func(l library, x claim.Whole) string {
		return claim.Same("H", l.Entropy(claim.Uniform(1<<int(x.K))), "", x.K)
	}
	claim.Holds(t, whole, claim.Doublings)
	claim.Rejects(t, whole, claim.Doublings, claim.Mistakes{
		{"one outcome more than there are", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return book.Entropy(claim.Uniform(len(p) + 1)) }
		}},
		{"a sum of −p ln p, and bits made of it in the end", func(l *library) {
			l.Entropy = func(p []float64) info.Bits {
				var nats float64
				for _, px := range p {
					nats -= px * math.Log(px)
				}
				return info.Bits(nats / math.Ln2)
			}
		}},
	})
}

// Claim 2.13 (The best guess). Whoever knows p guesses the next outcome right at
// least one time in the perplexity, which is n for n equally likely outcomes:
//
//	max p · 2^H(p) ≥ 1
//
// Source: no surprisal is less than that of the likeliest outcome.
func TestTheBestGuess(t *testing.T) {
	guess := func(l library, x claim.Distribution) string {
		n := len(x.P)
		return cmp.Or(
			claim.AtLeast("max p · 2^H(p)", slices.Max(x.P)*l.Perplexity(l.Entropy(x.P)), "", 1.0),
			claim.Equal("2^H(1/n, …, 1/n)", l.Perplexity(l.Entropy(claim.Uniform(n))), "", float64(n)),
		)
	}
	claim.Holds(t, guess, claim.Distributions)
	claim.Rejects(t, guess, claim.Distributions, claim.Mistakes{
		{"2 to the nats", func(l *library) {
			l.Perplexity = func(h info.Bits) float64 { return info.Perplexity(info.Bits(h.Nats())) }
		}},
	})
}

// Claim 2.14 (Grouping). Deciding on a group first and then within it tells what
// deciding at once tells. With X the group and Y the place in it:
//
//	H(X, Y) = H(X) + Σ p(x)·H(Y|X = x)
//
// Source: Shannon 1948, §6, axiom 3.
func TestGrouping(t *testing.T) {
	grouping := func(l library, j claim.Joint) string {
		x, _ := l.Margins(j.P)
		var within info.Bits
		for i, group := range j.P {
			if x[i] > 0 {
				within += info.Bits(x[i]) * l.Entropy(l.Normalize(group))
			}
		}
		return cmp.Or(
			claim.Equal("H(X, Y)", l.JointEntropy(j.P), "H(X) + Σ p(x)·H(Y|X = x)", l.Entropy(x)+within),
			claim.Equal("H(Y|X)", l.EntropyYGivenX(j.P), "Σ p(x)·H(Y|X = x)", within),
		)
	}
	claim.Holds(t, grouping, claim.Joints)
	claim.Rejects(t, grouping, claim.Joints, claim.Mistakes{
		{"a mean over groups that are not weighed", func(l *library) {
			l.EntropyYGivenX = func(p [][]float64) (h info.Bits) {
				for _, group := range p {
					if within, err := info.Normalize(group...); err == nil {
						h += info.Entropy(within) / info.Bits(len(p))
					}
				}
				return h
			}
		}},
		{"H(X|Y) in place of H(Y|X)", conditionedOnY},
		{"the impurity 1 − Σp² in place of entropy", func(l *library) {
			l.Entropy = impurity
			l.JointEntropy = func(p [][]float64) info.Bits { return impurity(claim.Cells(p)) }
		}},
	})
}

// Claim 2.15 (Small changes). A small change of p makes a small change of H. With
// T the total variation between p and q, ½ Σ |p(x) − q(x)|, and h₂ the entropy of two
// outcomes:
//
//	|H(p) − H(q)| ≤ T·log₂(n − 1) + h₂(T), for n ≥ 2
//
// Source: Audenaert 2007.
func TestSmallChanges(t *testing.T) {
	continuous := func(l library, x claim.Pair) string {
		apart := min(1, x.TotalVariation())
		limit := l.BinaryEntropy(apart)
		if n := len(x.P); n > 2 {
			limit += info.Bits(apart) * l.Surprisal(1/float64(n-1))
		}
		difference := math.Abs(float64(l.Entropy(x.P) - l.Entropy(x.Q)))
		return claim.AtLeast("T·log(n−1) + h₂(T)", limit, "|H(p) − H(q)|", difference)
	}
	claim.Holds(t, continuous, claim.Pairs)
	claim.Rejects(t, continuous, claim.Pairs, claim.Mistakes{
		{"the bound without h₂(T)", func(l *library) {
			l.BinaryEntropy = func(float64) info.Bits { return 0 }
		}},
		{"entropies twice as large", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return 2 * book.Entropy(p) }
		}},
	})
}

// Claim 2.16 (Two outcomes). The entropy of a coin is that of a distribution of
// two outcomes. It does not care which side is which, and peaks at one bit:
//
//	h₂(p) = h₂(1 − p) ≤ h₂(½) = 1
//
// Source: Cover & Thomas 2006, Example 2.1.1.
func TestTwoOutcomes(t *testing.T) {
	coin := func(l library, x claim.Chance) string {
		h := l.BinaryEntropy(x.P)
		return cmp.Or(
			claim.Equal("h₂(p)", h, "h₂(1−p)", l.BinaryEntropy(1-x.P)),
			claim.Equal("h₂(p)", h, "H((p, 1−p))", l.Entropy([]float64{x.P, 1 - x.P})),
			claim.Equal("h₂(½)", l.BinaryEntropy(0.5), "", 1.0),
			claim.AtLeast("", 1.0, "h₂(p)", h),
		)
	}
	claim.Holds(t, coin, claim.Chances)
	claim.Rejects(t, coin, claim.Chances, claim.Mistakes{
		{"the first of its two terms alone", func(l *library) {
			l.BinaryEntropy = func(p float64) info.Bits { return info.Bits(p) * info.Surprisal(max(p, 0x1p-1022)) }
		}},
	})
}

// Claim 2.17 (Names). What the outcomes are called, and in which order they
// stand, changes nothing:
//
//	H(p) = H(q) where q is p with its outcomes exchanged
func TestNames(t *testing.T) {
	names := func(l library, x claim.Pair) string {
		return claim.Equal("H(p)", l.Entropy(x.P), "H(q)", l.Entropy(x.Q))
	}
	claim.Holds(t, names, claim.Relabelled)
	claim.FailsWithout(t, "q has the same probabilities", names, claim.Pairs)
	claim.Rejects(t, names, claim.Relabelled, claim.Mistakes{
		{"outcomes weighed by their place", func(l *library) {
			l.Entropy = func(p []float64) (h info.Bits) {
				for x, px := range p {
					if px > 0 {
						h += info.Bits(float64(x+1)*px) * info.Surprisal(px)
					}
				}
				return h
			}
		}},
	})
}

// Claim 2.18 (What never happens). An outcome of probability 0 can be added to
// the list and changes nothing:
//
//	H(p₁, …, pₙ, 0) = H(p₁, …, pₙ)
func TestWhatNeverHappens(t *testing.T) {
	never := func(l library, x claim.Distribution) string {
		return claim.Same("H(p₁, …, pₙ, 0)", l.Entropy(append(slices.Clone(x.P), 0)), "H(p)", l.Entropy(x.P))
	}
	claim.Holds(t, never, claim.Distributions)
	claim.Rejects(t, never, claim.Distributions, claim.Mistakes{
		{"each p clipped at 1e-7, so that its logarithm is finite", func(l *library) {
			l.Entropy = func(p []float64) (h info.Bits) {
				for _, px := range p {
					px = max(px, 1e-7)
					h += info.Bits(px) * info.Surprisal(px)
				}
				return h
			}
		}},
	})
}

// Claim 2.19 (Levelling). Moving probability from a likelier outcome to a rarer
// one, at most their difference, never lowers the entropy.
//
// Source: Shannon 1948, §6, property 4.
func TestLevelling(t *testing.T) {
	levelling := func(l library, x claim.Change) string {
		return claim.AtLeast("H after", l.Entropy(x.After), "H before", l.Entropy(x.Before))
	}
	claim.Holds(t, levelling, claim.Levellings)
	claim.FailsWithout(t, "at most their difference", levelling, claim.Transfers)
	claim.Rejects(t, levelling, claim.Levellings, claim.Mistakes{{"the logarithm without its minus", negative}})
}

// Claim 2.20 (Counting). What was counted has the entropy of its shares. In whatever
// parts and order it was counted, merged they have the same, to the last bit:
//
//	H = log₂ N − 1/N Σ n·log₂ n
func TestCounting(t *testing.T) {
	counting := func(l library, x claim.Text) string {
		first, second := spelled(x.Halves[0]), spelled(x.Halves[1])
		whole := l.CountsEntropy(l.Count(slices.Concat(first, second)))
		var n, sum float64
		for _, times := range x.Counts {
			n += times
			if times > 1 {
				sum += times * math.Log2(times)
			}
		}
		slices.Reverse(first) // the letters come in another order
		return cmp.Or(
			claim.Equal("H", whole, "log₂ N − 1/N Σ n·log₂ n", math.Log2(n)-sum/n),
			claim.Same("H", whole, "H of two parts", l.CountsEntropy(l.Count(first, second))),
			claim.Same("H", whole, "H of the parts exchanged", l.CountsEntropy(l.Count(second, first))),
		)
	}
	claim.Holds(t, counting, claim.Texts)
	claim.Rejects(t, counting, claim.Texts, claim.Mistakes{
		{"the last part alone counted", func(l *library) {
			l.Count = func(parts ...[]int) *info.Counts[int] { return book.Count(parts[len(parts)-1]) }
		}},
		{"an outcome of the second part lost", func(l *library) {
			l.Count = func(parts ...[]int) *info.Counts[int] {
				for i := range parts[1:] {
					parts[1+i] = slices.DeleteFunc(slices.Clone(parts[1+i]), func(x int) bool { return x == 0 })
				}
				return book.Count(parts...)
			}
		}},
		{"(n − 1)/2N added, as if it had no unit", func(l *library) {
			l.CountsEntropy = func(c *info.Counts[int]) info.Bits {
				seen := c.Distribution().Len()
				return c.Entropy() + info.Bits(float64(seen-1)/float64(2*c.Total()))
			}
		}},
	})
}

// Claim 2.21 (The wrong code). Outcomes from p cost H(p, q) in Shannon's code for q, and
// less than a digit more. With L for the mean length, Σ p(x)·⌈log₂ 1/q(x)⌉, wherever it is
// finite:
//
//	H(p, q) ≤ L < H(p, q) + 1
//
// Source: Cover & Thomas 2006, Theorem 5.4.3.
func TestTheWrongCode(t *testing.T) {
	in := func(lengths func(l library, q []float64) []int) claim.Law[claim.Pair] {
		return func(l library, x claim.Pair) string {
			return withinADigit(x.P, x.Q, lengths(l, x.Q), "H(p, q)", l.CrossEntropy(x.P, x.Q))
		}
	}
	shannons := in(func(l library, q []float64) []int { return l.ShannonLengths(q) })
	huffmans := in(func(l library, q []float64) []int { return l.HuffmanLengths(q) })
	claim.Holds(t, shannons, claim.OpenModels)
	claim.FailsWithout(t, "lengths are Shannon's", huffmans, claim.OpenModels)
	claim.Rejects(t, shannons, claim.OpenModels, claim.Mistakes{
		{"p and q swapped", swapped},
		{"D(p‖q) in place of H(p, q)", func(l *library) { l.CrossEntropy = book.KullbackLeibler }},
	})
}

// Claim 2.22 (Separate sources). Entropies of independent variables add up. Where variables
// depend on each other, both together have less:
//
//	H(X, Y) ≤ H(X) + H(Y), with equality only for independent X and Y
//
// Source: Shannon 1948, §6, property 3; Cover & Thomas 2006, Theorem 2.6.6.
func TestSeparateSources(t *testing.T) {
	separate := func(l library, j claim.Joint) string {
		x, y := l.Margins(j.P)
		return claim.Equal("H(X, Y)", l.JointEntropy(j.P), "H(X) + H(Y)", l.Entropy(x)+l.Entropy(y))
	}
	together := func(l library, j claim.Joint) string {
		x, y := l.Margins(j.P)
		shortfall := dependence(j.P) // above 0 wherever X and Y are not independent
		return claim.AtLeast("H(X) + H(Y)", l.Entropy(x)+l.Entropy(y),
			"H(X, Y) + 2·TV²/ln 2", l.JointEntropy(j.P)+shortfall)
	}
	claim.Holds(t, together, claim.Joints)
	claim.Rejects(t, together, claim.Joints, claim.Mistakes{
		{"the margin of X taken for both", func(l *library) {
			l.Margins = func(p [][]float64) (x, y []float64) {
				x, _ = book.Margins(p)
				return x, x
			}
		}},
	})
	claim.Holds(t, separate, claim.IndependentJoints)
	claim.FailsWithout(t, "X and Y are independent", separate, claim.Joints)
	claim.Rejects(t, separate, claim.IndependentJoints, claim.Mistakes{
		{"a joint that sums to 1.1", func(l *library) {
			l.JointEntropy = func(p [][]float64) (h info.Bits) {
				for _, cell := range claim.Cells(p) {
					if cell > 0 {
						h -= info.Bits(1.1 * cell * math.Log2(1.1*cell))
					}
				}
				return h
			}
		}},
		{"the impurity 1 − Σp² in place of entropy", func(l *library) {
			l.Entropy = impurity
			l.JointEntropy = func(p [][]float64) info.Bits { return impurity(claim.Cells(p)) }
		}},
	})
}

// Claim 2.23 (No negative information). What X tells about Y is what Y tells about X. It is
// never negative, and 0 only where they are independent:
//
//	I(X; Y) = H(Y) − H(Y|X) = I(Y; X) ≥ 0
//
// Source: Cover & Thomas 2006, Theorem 2.4.1 and the corollary of Theorem 2.6.3.
func TestNoNegativeInformation(t *testing.T) {
	mutual := func(l library, j claim.Joint) string {
		_, y := l.Margins(j.P)
		i := l.MutualInformation(j.P)
		return cmp.Or(
			claim.AtLeast("I(X; Y)", i, "2·TV²/ln 2", dependence(j.P)), // above 0 unless independent
			claim.Equal("I(X; Y)", i, "I(Y; X)", l.MutualInformation(claim.Transposed(j.P))),
			claim.Equal("I(X; Y)", i, "H(Y) − H(Y|X)", l.Entropy(y)-l.EntropyYGivenX(j.P)),
		)
	}
	nothing := func(l library, j claim.Joint) string {
		return claim.Equal("I(X; Y)", l.MutualInformation(j.P), "", 0.0)
	}
	claim.Holds(t, mutual, claim.Joints)
	claim.Holds(t, nothing, claim.IndependentJoints)
	claim.FailsWithout(t, "independent", nothing, claim.Joints)
	claim.Rejects(t, mutual, claim.Joints, claim.Mistakes{
		{"a vector that is not the marginal", notTheMarginal},
		{"H(Y|X) in place of I(X; Y)", func(l *library) { l.MutualInformation = book.EntropyYGivenX }},
	})
}

// Claim 2.24 (Mixing). Entropy is concave. A mixture has at least the mixture of
// the entropies:
//
//	H(λp + (1−λ)r) ≥ λ·H(p) + (1−λ)·H(r) for 0 ≤ λ ≤ 1
//
// Source: Cover & Thomas 2006, Theorem 2.7.3.
func TestMixing(t *testing.T) {
	concave := func(l library, x claim.Mixture) string {
		mean := average(x.Share, l.Entropy(x.P), l.Entropy(x.R))
		return claim.AtLeast("H(mixture)", l.Entropy(x.Mixed), "mean of the entropies", mean)
	}
	claim.Holds(t, concave, claim.Mixtures)
	claim.Rejects(t, concave, claim.Mixtures, claim.Mistakes{
		{"the logarithm without its minus", negative},
		{"the surprisal of the rarest outcome", func(l *library) {
			l.Entropy = func(p []float64) (h info.Bits) {
				for _, px := range p {
					if px > 0 {
						h = max(h, info.Surprisal(px))
					}
				}
				return h
			}
		}},
	})
}

// Claim 2.25 (Functions). A function of X tells no more than X:
//
//	H(f(X)) ≤ H(X)
//
// Source: Cover & Thomas 2006, Problem 2.4.
func TestFunctions(t *testing.T) {
	functions := func(l library, x claim.Change) string {
		return claim.AtLeast("H(X)", l.Entropy(x.Before), "H(f(X))", l.Entropy(x.After))
	}
	claim.Holds(t, functions, claim.Coarsened)
	claim.FailsWithout(t, "f tosses no coin", functions, claim.Tossed)
	claim.Rejects(t, functions, claim.Coarsened, claim.Mistakes{{"the logarithm without its minus", negative}})
}

// Claim 2.26 (Conditioning). To know X never makes Y more uncertain, on average:
//
//	H(Y|X) ≤ H(Y)
//
// Source: Cover & Thomas 2006, Theorem 2.6.5.
func TestConditioning(t *testing.T) {
	average := func(l library, j claim.Joint) string {
		_, y := l.Margins(j.P)
		return claim.AtLeast("H(Y)", l.Entropy(y), "H(Y|X)", l.EntropyYGivenX(j.P))
	}
	each := func(l library, j claim.Joint) (wrong string) {
		x, y := l.Margins(j.P)
		for i, row := range j.P {
			if x[i] > 0 {
				left := l.Entropy(l.Normalize(row))
				wrong = cmp.Or(wrong, claim.AtLeast("H(Y)", l.Entropy(y), "H(Y|X = x)", left))
			}
		}
		return wrong
	}
	claim.Holds(t, average, claim.Joints)
	claim.FailsWithout(t, "on average", each, claim.Joints)
	claim.Rejects(t, average, claim.Joints, claim.Mistakes{
		{"H(X|Y) in place of H(Y|X)", conditionedOnY},
		{"H(X, Y) in place of H(Y|X)", func(l *library) { l.EntropyYGivenX = book.JointEntropy }},
	})
}

// Claim 2.27 (Every term). The library's entropy is the sum of the formula, worked
// out to 40 digits, but for rounding.
func TestEveryTerm(t *testing.T) {
	right := func(l library, x claim.Distribution) string {
		return claim.ToLastDigits("H(p)", l.Entropy(x.P), "Σ p log₂ 1/p", claim.ExactEntropy(x.P))
	}
	claim.Holds(t, right, claim.FewOutcomes)
	claim.Rejects(t, right, claim.FewOutcomes, claim.Mistakes{
		{"the last outcome forgotten", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return claim.Formula(p[:len(p)-1], p) }
		}},
		{"logarithms to base ten", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return book.Entropy(p) * math.Ln2 / math.Ln10 }
		}},
	})
}

// Claim 3.1 (The price of a code). In a code made for q, whose probabilities are
// powers of two, the mean length of a codeword for p is the cross entropy:
//
//	Σ p(x)·length(x) = H(p, q)
//
// Source: Cover & Thomas 2006, Theorem 5.4.3.
func TestThePriceOfACode(t *testing.T) {
	price := func(l library, x claim.Pair) string {
		lengths := l.ShannonLengths(x.Q)
		return cmp.Or(
			isPrefixCode(l.Codewords(lengths), lengths),
			claim.Equal("mean length", meanLength(x.P, lengths), "H(p, q)", l.CrossEntropy(x.P, x.Q)),
		)
	}
	claim.Holds(t, price, claim.DyadicModels)
	claim.FailsWithout(t, "powers of two", price, claim.ThreeSided)
	claim.Rejects(t, price, claim.DyadicModels, claim.Mistakes{
		{"codewords all of one length", func(l *library) { l.ShannonLengths = oneLength }},
		{"the natural logarithm", crossInNats},
		{"codewords of noughts alone", func(l *library) {
			l.Codewords = func(lengths []int) []string {
				words := book.Codewords(lengths)
				for i, word := range words {
					words[i] = strings.Repeat("0", len(word))
				}
				return words
			}
		}},
	})
}

// Claim 3.2 (Gibbs' inequality). No model beats the truth:
//
//	H(p, q) ≥ H(p)
//
// Nor does a model that leaves some probability unused.
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestGibbs(t *testing.T) {
	gibbs := func(l library, x claim.Pair) string {
		return claim.AtLeast("H(p, q)", l.CrossEntropy(x.P, x.Q), "H(p)", l.Entropy(x.P))
	}
	claim.Holds(t, gibbs, claim.Pairs)
	claim.HoldsEven(t, "q sums to less than 1", gibbs, claim.DefectiveModels)
	claim.FailsWithout(t, "q sums to at most 1", gibbs, claim.LooseModels)
	claim.FailsWithout(t, "p sums to 1", gibbs, claim.LooseTruths)
	claim.Rejects(t, gibbs, claim.Pairs, claim.Mistakes{
		{"p and q swapped", swapped},
		{"the logarithm without its minus", func(l *library) {
			l.CrossEntropy = func(p, q []float64) info.Bits { return -book.CrossEntropy(p, q) }
		}},
		{"cross entropy in nats", crossInNats},
		{"surprisals weighed by q", weighedByModel},
	})
}

// Claim 3.3 (Only the truth). Only the truth itself reaches the floor:
//
//	H(p, q) = H(p) if and only if q = p
//
// That is also true among models that leave some probability unused.
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestOnlyTheTruth(t *testing.T) {
	only := func(l library, x claim.Pair) string {
		gap := pinsker(x) // above 0 wherever q is not p
		return cmp.Or(
			claim.AtLeast("H(p, q)", l.CrossEntropy(x.P, x.Q), "H(p) + 2·TV²/ln 2", l.Entropy(x.P)+gap),
			claim.Equal("H(p, p)", l.CrossEntropy(x.P, x.P), "H(p)", l.Entropy(x.P)),
		)
	}
	claim.Holds(t, only, claim.Pairs)
	claim.HoldsEven(t, "q sums to less than 1", only, claim.DefectiveModels)
	claim.FailsWithout(t, "q sums to at most 1", only, claim.LooseModels)
	claim.Rejects(t, only, claim.Pairs, claim.Mistakes{
		{"the entropy of p, whatever q is", func(l *library) {
			l.CrossEntropy = func(p, _ []float64) info.Bits { return book.Entropy(p) }
		}},
	})
}

// Claim 3.4 (Long samples under a model). Where H(p, q) is finite, the mean surprisal under
// q of N outcomes drawn from p, each by itself, is further from H(p, q) than
//
//	b·s + √(b²s² + 6v·s), with s = ln(2·10¹²)/(3N)
//
// with probability 10⁻¹² at most. Here b is how far the surprisal of an outcome under q can be
// from H(p, q), and v is its variance. The samples that are tried are of N = 2000.
//
// Source: Cover & Thomas 2006, Theorem 3.1.1, for the limit; Bernstein 1924, and Boucheron,
// Lugosi & Massart 2013, Corollary 2.11, for the bound.
func TestLongSamplesUnderAModel(t *testing.T) {
	mean := func(l library, x claim.Sample) string {
		return claim.EqualWithin(luck(x.P, x.Q),
			"mean surprisal", meanSurprisal(l, x.Counts, x.Q), "H(p, q)", l.CrossEntropy(x.P, x.Q))
	}
	claim.Holds(t, mean, claim.Samples)
	claim.FailsWithout(t, "the sample is drawn from p", mean, claim.SamplesOfTheModel)
	claim.Rejects(t, mean, claim.Samples, claim.Mistakes{
		{"p and q swapped", swapped},
		{"the divergence in place of the cross entropy", func(l *library) { l.CrossEntropy = book.KullbackLeibler }},
	})
}

// Claim 3.5 (Floor and gap). What a model costs is what the truth costs, and
// the divergence on top:
//
//	H(p, q) = H(p) + D(p‖q)
//
// Source: Cover & Thomas 2006, Theorem 5.4.3, for its meaning in codes.
func TestFloorAndGap(t *testing.T) {
	sum := func(l library, x claim.Pair) string {
		return claim.Equal("H(p, q)", l.CrossEntropy(x.P, x.Q), "H(p) + D(p‖q)", l.Entropy(x.P)+l.KullbackLeibler(x.P, x.Q))
	}
	claim.Holds(t, sum, claim.Pairs)
	claim.Rejects(t, sum, claim.Pairs, claim.Mistakes{
		{"D(q‖p) in place of D(p‖q)", turned},
		{"p and q sorted first, and an absolute value to hide it", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits {
				p, q = slices.Sorted(slices.Values(p)), slices.Sorted(slices.Values(q))
				return info.Bits(math.Abs(float64(book.CrossEntropy(p, q) - book.Entropy(p))))
			}
		}},
	})
}

// Claim 3.6 (No symmetry). The divergence is not symmetric. Over two outcomes,
//
//	D(p‖q) ≠ D(q‖p) unless q is p or its mirror image
//
// Source: Cover & Thomas 2006, Example 2.3.1, for a pair that differs.
func TestNoSymmetry(t *testing.T) {
	asymmetric := func(l library, x claim.Pair) string {
		there, back := l.KullbackLeibler(x.P, x.Q), l.KullbackLeibler(x.Q, x.P)
		if x.Mirrored() {
			return claim.Equal("D(p‖q)", there, "D(q‖p)", back)
		}
		return claim.Differ("D(p‖q)", there, "D(q‖p)", back)
	}
	claim.Holds(t, asymmetric, claim.Coins)
	claim.FailsWithout(t, "two outcomes", asymmetric, claim.ThreeSided)
	claim.Rejects(t, asymmetric, claim.Coins, claim.Mistakes{
		{"Jensen–Shannon in place of D", func(l *library) { l.KullbackLeibler = book.JensenShannon }},
	})
}

// Claim 3.7 (Ruled out). A model costs infinitely much exactly when it rules
// out what the truth allows:
//
//	H(p, q) = ∞ if and only if q(x) = 0 < p(x) for some x
func TestRuledOut(t *testing.T) {
	ruledOut := func(l library, x claim.Pair) string {
		for i, px := range x.P {
			if px > 0 && x.Q[i] == 0 {
				return claim.Same("H(p, q)", l.CrossEntropy(x.P, x.Q), "", math.Inf(1))
			}
		}
		return claim.Finite("H(p, q)", l.CrossEntropy(x.P, x.Q))
	}
	claim.Holds(t, ruledOut, claim.Pairs)
	claim.Rejects(t, ruledOut, claim.Pairs, claim.Mistakes{
		{"q clipped at 1e-7", func(l *library) {
			l.CrossEntropy = func(p, q []float64) (h info.Bits) {
				for x, px := range p {
					h += info.Bits(px) * info.Surprisal(max(q[x], 1e-7))
				}
				return h
			}
		}},
	})
}

// Claim 3.8 (Likelihood). The mean surprisal of a text under a model is the
// cross entropy of the frequencies in the text and the model. So of two models the
// text is likelier under the one of less cross entropy, and likeliest under the one of
// least.
func TestLikelihood(t *testing.T) {
	likelihood := func(l library, x claim.Text) string {
		return claim.Equal("H(frequencies, q)", l.CrossEntropy(l.Normalize(x.Counts), x.Q),
			"mean surprisal", meanSurprisal(l, x.Counts, x.Q))
	}
	likelier := func(l library, x claim.Text) string {
		frequencies, order := l.Normalize(x.Counts), x.Likelihood(x.Q).Cmp(x.Likelihood(x.R))
		q, r := l.CrossEntropy(frequencies, x.Q), l.CrossEntropy(frequencies, x.R)
		switch {
		case order > 0:
			return claim.AtLeast("likelier under q, but H(frequencies, r)", r, "H(frequencies, q)", q)
		case order < 0:
			return claim.AtLeast("likelier under r, but H(frequencies, q)", q, "H(frequencies, r)", r)
		}
		return claim.Equal("as likely under both, but H(frequencies, q)", q, "H(frequencies, r)", r)
	}
	claim.Holds(t, likelihood, claim.Texts)
	claim.Rejects(t, likelihood, claim.Texts, claim.Mistakes{{"one added to each count", oneMore}})
	claim.Holds(t, likelier, claim.Texts)
	claim.Rejects(t, likelier, claim.Texts, claim.Mistakes{
		{"p and q swapped", swapped},
		{"one added to each count", oneMore},
	})
}

// Claim 3.9 (No opinion). Under the uniform model every truth costs the same:
//
//	H(p, q) = log₂ n for q = (1/n, …, 1/n)
func TestNoOpinion(t *testing.T) {
	flat := func(l library, x claim.Pair) string {
		return claim.Equal("H(p, q)", l.CrossEntropy(x.P, x.Q), "log₂ n", l.Surprisal(1/float64(len(x.P))))
	}
	claim.Holds(t, flat, claim.UniformModels)
	claim.FailsWithout(t, "q is uniform", flat, claim.Pairs)
	claim.Rejects(t, flat, claim.UniformModels, claim.Mistakes{{"p and q swapped", swapped}})
}

// Claim 3.10 (Pinsker's inequality). The divergence is at least twice the square
// of the total variation, TV = ½ Σ |p(x) − q(x)|, in nats. In bits,
//
//	D(p‖q) ≥ 2·TV²/ln 2
//
// Source: Cover & Thomas 2006, Lemma 11.6.1.
func TestPinsker(t *testing.T) {
	atLeast := func(l library, x claim.Pair) string {
		return claim.AtLeast("D(p‖q)", l.KullbackLeibler(x.P, x.Q), "2·TV²/ln 2", pinsker(x))
	}
	claim.Holds(t, atLeast, claim.Pairs)
	claim.Rejects(t, atLeast, claim.Pairs, claim.Mistakes{
		{"half the divergence", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits { return book.KullbackLeibler(p, q) / 2 }
		}},
	})
}

// Claim 3.11 (Halfway). Of two truths p and r, each is right half of the time. From the mixture
// m that is halfway between them they diverge least, by the Jensen–Shannon divergence, and from
// any other model q by what m diverges from it on top:
//
//	½ D(p‖q) + ½ D(r‖q) = JS(p, r) + D(m‖q)
//
// Source: Lin 1991, for JS; Cover & Thomas 2006, Lemma 10.8.1.
func TestHalfway(t *testing.T) {
	from := func(m func(p, r []float64) []float64) claim.Law[claim.Triple] {
		return func(l library, x claim.Triple) string {
			mean := (l.KullbackLeibler(x.P, x.Q) + l.KullbackLeibler(x.R, x.Q)) / 2
			return claim.Equal("½D(p‖q) + ½D(r‖q)", mean,
				"JS(p, r) + D(m‖q)", l.JensenShannon(x.P, x.R)+l.KullbackLeibler(m(x.P, x.R), x.Q))
		}
	}
	halfway := from(claim.Midpoint)
	claim.Holds(t, halfway, claim.Triples)
	claim.FailsWithout(t, "m is halfway", from(func(p, _ []float64) []float64 { return p }), claim.Triples)
	claim.Rejects(t, halfway, claim.Triples, claim.Mistakes{
		{"the mean of D(p‖q) and D(q‖p)", func(l *library) {
			l.JensenShannon = func(p, q []float64) info.Bits {
				return (book.KullbackLeibler(p, q) + book.KullbackLeibler(q, p)) / 2
			}
		}},
		{"p's half alone, and twice", func(l *library) {
			l.JensenShannon = func(p, q []float64) info.Bits { return book.KullbackLeibler(p, claim.Midpoint(p, q)) }
		}},
		{"weights of 0.4 and 0.6", func(l *library) {
			l.JensenShannon = func(p, q []float64) info.Bits {
				m := claim.Midpoint(p, q)
				return 0.4*book.KullbackLeibler(p, m) + 0.6*book.KullbackLeibler(q, m)
			}
		}},
	})
}

// Claim 3.12 (A distance). The Jensen–Shannon divergence is the same both ways, to the last
// bit. It is never negative, 0 for equals alone, and at most one bit. Its root obeys the
// triangle inequality:
//
//	√JS(p, r) ≤ √JS(p, q) + √JS(q, r)
//
// Source: Lin 1991; Endres & Schindelin 2003.
func TestADistance(t *testing.T) {
	distance := func(l library, x claim.Triple) string {
		there, back := l.JensenShannon(x.P, x.R), l.JensenShannon(x.R, x.P)
		return cmp.Or(
			claim.Same("JS(p, r)", there, "JS(r, p)", back),
			claim.AtLeastWithin(0, "JS(p, r)", there, "", 0.0),
			claim.Same("JS(p, p)", l.JensenShannon(x.P, x.P), "", 0.0),
			claim.AtLeast("JS(p, r)", there, "TV²/(2·ln 2)", pinsker(claim.Pair{P: x.P, Q: x.R})/4),
			claim.AtLeast("", 1.0, "JS(p, r)", there),
		)
	}
	triangle := func(l library, x claim.Triple) string {
		root := func(p, q []float64) float64 { return math.Sqrt(float64(l.JensenShannon(p, q))) }
		return claim.AtLeast("√JS(p, q) + √JS(q, r)", root(x.P, x.Q)+root(x.Q, x.R), "√JS(p, r)", root(x.P, x.R))
	}
	claim.Holds(t, distance, claim.Triples)
	claim.Holds(t, triangle, claim.Triples)
	claim.Rejects(t, triangle, claim.Triples, claim.Mistakes{
		{"JS without the root", func(l *library) {
			l.JensenShannon = func(p, q []float64) info.Bits { js := book.JensenShannon(p, q); return js * js }
		}},
	})
	claim.Rejects(t, distance, claim.Triples, claim.Mistakes{
		{"D in its place", func(l *library) { l.JensenShannon = book.KullbackLeibler }},
		{"the sum of its halves, not their mean", func(l *library) {
			l.JensenShannon = func(p, q []float64) info.Bits { return 2 * book.JensenShannon(p, q) }
		}},
	})
}

// Claim 3.13 (Blurring). What is done to truth and model alike, by merging
// outcomes or by passing them through the same noise, never drives them apart:
//
//	D(f(p)‖f(q)) ≤ D(p‖q)
//
// Source: Cover & Thomas 2006, Theorem 2.7.1.
func TestBlurring(t *testing.T) {
	blurring := func(l library, x claim.Image) string {
		before, after := l.KullbackLeibler(x.Before.P, x.Before.Q), l.KullbackLeibler(x.After.P, x.After.Q)
		return claim.AtLeast("D(p‖q)", before, "D(f(p)‖f(q))", after)
	}
	claim.Holds(t, blurring, claim.Merged)
	claim.Holds(t, blurring, claim.Channelled)
	claim.FailsWithout(t, "the same is done to both", blurring, claim.MergedApart)
	claim.Rejects(t, blurring, claim.Merged, claim.Mistakes{
		{"the entropy of p taken off", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits { return book.KullbackLeibler(p, q) - book.Entropy(p) }
		}},
		{"the divergence for each outcome, D/n", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits {
				return book.KullbackLeibler(p, q) / info.Bits(possible(p))
			}
		}},
	})
}

// Claim 3.14 (Both mixed). The divergence is convex in truth and model together. For
// 0 < λ < 1,
//
//	D(λp₁ + (1−λ)p₂ ‖ λq₁ + (1−λ)q₂) ≤ λ·D(p₁‖q₁) + (1−λ)·D(p₂‖q₂)
//
// Source: Cover & Thomas 2006, Theorem 2.7.2.
func TestBothMixed(t *testing.T) {
	convex := func(l library, x claim.Blend) string {
		mean := average(x.Share, l.KullbackLeibler(x.First.P, x.First.Q), l.KullbackLeibler(x.Second.P, x.Second.Q))
		return claim.AtLeast("mean divergence", mean, "D of the mixtures", l.KullbackLeibler(x.Mixed.P, x.Mixed.Q))
	}
	claim.Holds(t, convex, claim.Blends)
	claim.Rejects(t, convex, claim.Blends, claim.Mistakes{
		{"H(p, q) in place of D(p‖q)", func(l *library) { l.KullbackLeibler = book.CrossEntropy }},
		{"the root of D(p‖q)", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits {
				return info.Bits(math.Sqrt(float64(book.KullbackLeibler(p, q))))
			}
		}},
	})
}

// Claim 3.15 (Mixed models). Cross entropy is convex in the model. A mixture of two
// models costs at most the mixture of their costs:
//
//	H(p, λq + (1−λ)r) ≤ λ·H(p, q) + (1−λ)·H(p, r) for 0 < λ < 1
func TestMixedModels(t *testing.T) {
	convex := func(l library, x claim.Mixture) string {
		mean := average(x.Share, l.CrossEntropy(x.P, x.Q), l.CrossEntropy(x.P, x.R))
		return claim.AtLeast("mean of the costs", mean, "cost of the mixture", l.CrossEntropy(x.P, x.Mixed))
	}
	claim.Holds(t, convex, claim.MixedModels)
	claim.Rejects(t, convex, claim.MixedModels, claim.Mistakes{
		{"the root of each surprisal", func(l *library) {
			l.CrossEntropy = func(p, q []float64) (h info.Bits) {
				for x, px := range p {
					if px > 0 {
						h += info.Bits(px * math.Sqrt(float64(info.Surprisal(q[x]))))
					}
				}
				return h
			}
		}},
		{"surprisals weighed by q", weighedByModel},
	})
}

// Claim 3.16 (Mixed truths). A mixture of two truths costs the mixture of their
// costs:
//
//	H(λp + (1−λ)r, q) = λ·H(p, q) + (1−λ)·H(r, q) for 0 < λ < 1
func TestMixedTruths(t *testing.T) {
	linear := func(l library, x claim.Mixture) string {
		mean := average(x.Share, l.CrossEntropy(x.P, x.Q), l.CrossEntropy(x.R, x.Q))
		return claim.Equal("H(mixture, q)", l.CrossEntropy(x.Mixed, x.Q), "mean of the costs", mean)
	}
	claim.Holds(t, linear, claim.Mixtures)
	claim.Rejects(t, linear, claim.Mixtures, claim.Mistakes{{"p and q swapped", swapped}})
}

// Claim 3.17 (Separate models). Under a model in which X and Y are independent,
// the costs of the two add up, whatever the truth is:
//
//	H(p(x, y), q(x)·q(y)) = H(p(x), q(x)) + H(p(y), q(y))
func TestSeparateModels(t *testing.T) {
	separate := func(l library, m claim.Modelled) string {
		x, y := l.Margins(m.P)
		qx, qy := l.Margins(m.Q)
		return claim.Equal("cost of the pair", l.CrossEntropy(claim.Cells(m.P), claim.Cells(m.Q)),
			"sum of the costs", l.CrossEntropy(x, qx)+l.CrossEntropy(y, qy))
	}
	claim.Holds(t, separate, claim.SeparateModels)
	claim.FailsWithout(t, "the model keeps X and Y apart", separate, claim.TiedModels)
	claim.Rejects(t, separate, claim.SeparateModels, claim.Mistakes{{"p and q swapped", swapped}})
}

// Claim 3.18 (The price of apart). The best model that keeps X and Y apart is the
// product of their own distributions. It costs more than the pair by their mutual
// information:
//
//	H(p, q(x)·q(y)) ≥ H(X) + H(Y) = H(X, Y) + I(X; Y)
//
// Source: Cover & Thomas 2006, Theorem 2.4.1.
func TestThePriceOfApart(t *testing.T) {
	apart := func(l library, m claim.Modelled) string {
		x, y := l.Margins(m.P)
		sum, best := l.Entropy(x)+l.Entropy(y), claim.Cells(claim.Product(x, y))
		return cmp.Or(
			claim.Equal("cost of the product", l.CrossEntropy(claim.Cells(m.P), best), "H(X) + H(Y)", sum),
			claim.AtLeast("cost of the model", l.CrossEntropy(claim.Cells(m.P), claim.Cells(m.Q)), "H(X) + H(Y)", sum),
			claim.Equal("H(X) + H(Y)", sum, "H(X, Y) + I(X; Y)", l.JointEntropy(m.P)+l.MutualInformation(m.P)),
		)
	}
	claim.Holds(t, apart, claim.SeparateModels)
	claim.FailsWithout(t, "the model keeps X and Y apart", apart, claim.TiedModels)
	claim.Rejects(t, apart, claim.SeparateModels, claim.Mistakes{
		{"mutual information of a joint that sums to 1.1", func(l *library) {
			l.MutualInformation = func(p [][]float64) info.Bits {
				x, y := book.Margins(p)
				return informationOf(p, 1.1, x, y)
			}
		}},
		{"mutual information with a vector that is not the marginal", notTheMarginal},
	})
}

// Claim 3.19 (No luck). A wrong model beats the truth by k bits on an outcome of the
// truth with probability at most 2⁻ᵏ:
//
//	P(h(p) ≥ h(q) + k) ≤ 2⁻ᵏ
//
// That is true, too, of a model that leaves some probability unused.
//
// Source: Markov's inequality; Cover & Thomas 2006, Theorem 5.10.1.
func TestNoLuck(t *testing.T) {
	luck := func(l library, x claim.Lead) string {
		beaten := 0.0
		for i, px := range x.P {
			if px > 0 && l.Surprisal(px) >= l.Surprisal(x.Q[i])+info.Bits(x.Bits) {
				beaten += px
			}
		}
		return claim.AtLeast("2⁻ᵏ", math.Exp2(-x.Bits), "P(beaten by k bits)", beaten)
	}
	claim.Holds(t, luck, claim.Leads)
	claim.HoldsEven(t, "q sums to less than 1", luck, claim.DefectiveLeads)
	claim.FailsWithout(t, "q sums to at most 1", luck, claim.LooseLeads)
	claim.Rejects(t, luck, claim.Leads, claim.Mistakes{
		{"half bits that are called bits", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return 2 * info.Surprisal(p) }
		}},
	})
}

// Claim 3.20 (The gambler). Odds, what each horse x pays for one if it wins, are fair where they
// are 1/r(x) and r sums to 1. The money of a gambler who bets all she has, a share q(x) on
// each horse, then doubles H(p, r) − H(p, q) times a race on average, or halves where that
// is negative:
//
//	Σ p(x)·log₂ q(x)/r(x) = H(p, r) − H(p, q)
//
// At even odds on two horses, two for one on either, that is 1 − H(p, q).
//
// Source: Cover & Thomas 2006, §6.1.
func TestTheGambler(t *testing.T) {
	gambler := func(l library, b claim.Bet) string {
		growth := 0.0
		for x, px := range b.P {
			if px > 0 {
				money := 1 - b.Stake + b.Stake*b.Q[x]*b.Odds[x] // after a race that x won
				growth += px * math.Log2(money)
			}
		}
		return claim.Equal("growth", growth,
			"H(p, r) − H(p, q)", l.CrossEntropy(b.P, b.Fair)-l.CrossEntropy(b.P, b.Q))
	}
	claim.Holds(t, gambler, claim.BetsOfAll)
	claim.FailsWithout(t, "she bets all", gambler, claim.CautiousBets)
	claim.Rejects(t, gambler, claim.BetsOfAll, claim.Mistakes{
		{"cross entropy in nats", crossInNats},
		{"surprisals weighed by q", weighedByModel},
	})
}

// Claim 3.21 (No negative divergence). A divergence is never negative, not even
// by a rounding error, and 0 for equals:
//
//	D(p‖q) ≥ 0 and D(p‖p) = 0
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestNoNegativeDivergence(t *testing.T) {
	positive := func(l library, x claim.Pair) string {
		return cmp.Or(
			claim.AtLeastWithin(0, "D(p‖q)", l.KullbackLeibler(x.P, x.Q), "", 0.0),
			claim.Same("D(p‖p)", l.KullbackLeibler(x.P, x.P), "", 0.0),
		)
	}
	claim.Holds(t, positive, claim.Pairs)
	claim.Holds(t, positive, claim.ClosePairs)
	claim.Rejects(t, positive, claim.Pairs, claim.Mistakes{
		{"what the truth saves, H(p) − H(p, q)", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits { return book.Entropy(p) - book.CrossEntropy(p, q) }
		}},
		{"H(p, q) in place of D(p‖q)", func(l *library) { l.KullbackLeibler = book.CrossEntropy }},
	})
	claim.Rejects(t, positive, claim.ClosePairs, claim.Mistakes{
		{"the plain sum of p·log(p/q)", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) (d info.Bits) {
				for x, px := range p {
					if px > 0 {
						d += info.Bits(px * math.Log2(px/q[x]))
					}
				}
				return d
			}
		}},
	})
}

// Claim 3.22 (Every digit). However close q is to p, the library's divergences are right
// to their last digits, although the terms nearly cancel, but for those below 10⁻³⁸. Floats
// may sum to a little more or less than 1, and what they differ by is taken off:
//
//	D(p‖q) = Σ (p log₂ p/q − (p − q) log₂ e)
func TestEveryDigit(t *testing.T) {
	right := func(l library, x claim.Pair) string {
		return cmp.Or(
			claim.ToLastDigits("D(p‖q)", l.KullbackLeibler(x.P, x.Q), "Σ (p log₂ p/q − (p − q) log₂ e)", claim.ExactKullbackLeibler(x.P, x.Q)),
			claim.ToLastDigits("JS(p, q)", l.JensenShannon(x.P, x.Q), "½D(p‖m) + ½D(q‖m)", claim.ExactJensenShannon(x.P, x.Q)),
		)
	}
	claim.Holds(t, right, claim.ClosePairs)
	claim.Rejects(t, right, claim.ClosePairs, claim.Mistakes{
		{"H(p, q) − H(p)", func(l *library) {
			l.KullbackLeibler = func(p, q []float64) info.Bits { return book.CrossEntropy(p, q) - book.Entropy(p) }
		}},
		{"JS from entropies, H(m) − ½H(p) − ½H(q)", func(l *library) {
			l.JensenShannon = func(p, q []float64) info.Bits {
				return book.Entropy(claim.Mixed(0.5, p, q)) - book.Entropy(p)/2 - book.Entropy(q)/2
			}
		}},
		{"D(q‖p) in place of D(p‖q)", turned},
	})
}

// Claim 4.1 (Two classes). The binary loss is a cross entropy. It is in nats, and H in
// bits, of ln 2 nats each:
//
//	loss(y, ŷ) = ln 2 · H((y, 1−y), (ŷ, 1−ŷ))
func TestTwoClasses(t *testing.T) {
	twoClasses := func(l library, x claim.Pair) string {
		return claim.Equal("loss(y, ŷ)", l.Binary(x.P[0], x.Q[0]), "ln 2 · H(p, q)", math.Ln2*l.CrossEntropy(x.P, x.Q))
	}
	claim.Holds(t, twoClasses, claim.Coins)
	claim.Rejects(t, twoClasses, claim.Coins, claim.Mistakes{
		{"its second term dropped", func(l *library) {
			l.Binary = func(y, yhat float64) info.Nats {
				if y == 0 {
					return 0
				}
				return info.Nats(y * -math.Log(yhat))
			}
		}},
		{"the loss in bits", func(l *library) {
			l.Binary = func(y, yhat float64) info.Nats { return info.Nats(loss.Binary(y, yhat).Bits()) }
		}},
	})
}

// Claim 4.2 (The honest forecast). The loss is least where the forecast is the
// target, and is the target's entropy there, h₂ in bits and the loss in nats:
//
//	loss(y, ŷ) ≥ loss(y, y) = ln 2 · h₂(y)
func TestTheHonestForecast(t *testing.T) {
	honest := func(l library, x claim.Forecast) string {
		return claim.AtLeast("loss(y, ŷ)", l.Binary(x.Y, x.Yhat), "loss(y, y)", l.Binary(x.Y, x.Y))
	}
	entropy := func(l library, x claim.Forecast) string {
		return claim.Equal("loss(y, y)", l.Binary(x.Y, x.Y), "ln 2 · h₂(y)", math.Ln2*l.BinaryEntropy(x.Y))
	}
	claim.Holds(t, honest, claim.Forecasts)
	claim.Holds(t, entropy, claim.Forecasts)
	claim.Rejects(t, entropy, claim.Forecasts, claim.Mistakes{
		{"the squared error", func(l *library) {
			l.Binary = func(y, yhat float64) info.Nats { return info.Nats((y - yhat) * (y - yhat)) }
		}},
	})
	claim.Rejects(t, honest, claim.Forecasts, claim.Mistakes{
		{"the mean absolute error", func(l *library) {
			l.Binary = func(y, yhat float64) info.Nats { return info.Nats(y*(1-yhat) + (1-y)*yhat) }
		}},
	})
}

// Claim 4.3 (Honesty pays). Scored by the logarithm, no forecast q beats the
// true probabilities p on average:
//
//	Σ p(x)·score(q, x) is least for q = p
//
// Source: Good 1952; Gneiting & Raftery 2007.
func TestHonestyPays(t *testing.T) {
	proper := func(l library, x claim.Pair) string {
		return claim.AtLeast("cost of q", meanSurprisal(l, x.P, x.Q), "cost of p", meanSurprisal(l, x.P, x.P))
	}
	claim.Holds(t, proper, claim.Pairs)
	claim.FailsWithout(t, "q sums to 1", proper, claim.LooseModels)
	claim.Rejects(t, proper, claim.Pairs, claim.Mistakes{
		{"a linear score, 1 − q", linearScore},
		{"a floor of 1/3 under q", func(l *library) {
			l.Surprisal = func(q float64) info.Bits { return info.Surprisal(max(q, 1./3)) }
		}},
	})
}

// Claim 4.4 (The base rate). Of all constant forecasts the share of ones costs
// least, and it costs its binary entropy, h₂ in bits and the loss in nats:
//
//	mean loss(y, c) ≥ ln 2 · h₂(share of ones), with equality for c = share of ones
func TestTheBaseRate(t *testing.T) {
	baseRate := func(l library, x claim.Labels) string {
		share := l.Normalize([]float64{x.Ones, x.Noughts})[0]
		mean := func(c float64) info.Nats {
			return average(x.Ones/(x.Ones+x.Noughts), l.Binary(1, c), l.Binary(0, c))
		}
		return cmp.Or(
			claim.AtLeast("cost of ŷ", mean(x.Yhat), "cost of the share of ones", mean(share)),
			claim.Equal("cost of the share of ones", mean(share), "ln 2 · h₂(share of ones)", math.Ln2*l.BinaryEntropy(share)),
		)
	}
	claim.Holds(t, baseRate, claim.ConstantForecasts)
	claim.Rejects(t, baseRate, claim.ConstantForecasts, claim.Mistakes{{"one added to each count", oneMore}})
}

// Claim 4.5 (The slope in the forecast). The slope of the loss in the forecast is
//
//	∂loss/∂ŷ = (ŷ − y)/(ŷ·(1 − ŷ)) for 0 < ŷ < 1
//
// which has no bound for a sure mistake: where y is 1 it is −1/ŷ.
func TestTheSlopeInTheForecast(t *testing.T) {
	slope := func(l library, x claim.Forecast) string {
		at := func(yhat float64) float64 { return (yhat - x.Y) / (yhat * (1 - yhat)) }
		small := step * min(x.Yhat, 1-x.Yhat)
		rise := float64(l.Binary(x.Y, x.Yhat+small) - l.Binary(x.Y, x.Yhat))
		return measured("ŷ", rise/small, at(x.Yhat), at(x.Yhat+small))
	}
	claim.Holds(t, slope, claim.OpenForecasts)
	claim.Rejects(t, slope, claim.OpenForecasts, claim.Mistakes{
		{"half the squared error, whose slope is ŷ − y", func(l *library) {
			l.Binary = func(y, yhat float64) info.Nats { return info.Nats((yhat - y) * (yhat - y) / 2) }
		}},
		{"the loss in bits", func(l *library) {
			l.Binary = func(y, yhat float64) info.Nats { return info.Nats(loss.Binary(y, yhat).Bits()) }
		}},
		{"ŷ clipped at 1e-7, where the slope ends", clipped},
	})
}

// Claim 4.6 (The slope). The slope of the loss in the logit is the forecast less
// the target:
//
//	∂loss/∂z = ŷ − y, with ŷ = 1/(1 + e⁻ᶻ)
//
// Source: Bishop 2006, §4.3.2.
func TestTheSlope(t *testing.T) {
	slope := func(l library, x claim.Scored) string {
		rise := float64(l.BinaryLogit(x.Y, x.Z+step) - l.BinaryLogit(x.Y, x.Z))
		return cmp.Or(
			claim.Equal("slope", l.BinaryLogitGradient(x.Y, x.Z), "ŷ − y", l.Sigmoid(x.Z)-x.Y),
			measured("z", rise/step, l.BinaryLogitGradient(x.Y, x.Z), l.BinaryLogitGradient(x.Y, x.Z+step)),
		)
	}
	claim.Holds(t, slope, claim.ModestScores)
	claim.Rejects(t, slope, claim.ModestScores, claim.Mistakes{
		{"y − ŷ", func(l *library) {
			l.BinaryLogitGradient = func(y, z float64) float64 { return y - loss.Sigmoid(z) }
		}},
		{"the slope of squared error", squaredErrorSlope},
		{"a loss in bits", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats { return info.Nats(loss.BinaryLogit(y, z).Bits()) }
		}},
	})
}

// Claim 4.7 (Confident mistakes). However wrong a forecast is, it is pulled back
// with at least half of the largest force: for y = 1 and z ≤ 0,
//
//	ŷ − y ≤ −½
func TestConfidentMistakes(t *testing.T) {
	pulled := func(l library, x claim.Scored) string {
		return claim.AtLeast("", -0.5, "slope", l.BinaryLogitGradient(x.Y, x.Z))
	}
	claim.Holds(t, pulled, claim.WrongScores)
	claim.FailsWithout(t, "the forecast is a mistake", pulled, claim.RightScores)
	claim.Rejects(t, pulled, claim.WrongScores, claim.Mistakes{{"the slope of squared error", squaredErrorSlope}})
}

// Claim 4.8 (One valley). The loss is convex in the logit: halfway between two
// logits it is at most the mean of the losses at both.
func TestOneValley(t *testing.T) {
	convex := func(l library, x claim.Rivalry) string {
		ends := average(0.5, l.BinaryLogit(x.Y, x.Z), l.BinaryLogit(x.Y, x.Other))
		return claim.AtLeast("mean of the ends", ends, "loss midway", l.BinaryLogit(x.Y, x.Z/2+x.Other/2))
	}
	claim.Holds(t, convex, claim.Rivals)
	claim.Rejects(t, convex, claim.Rivals, claim.Mistakes{
		{"squared error of the forecast", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats {
				miss := loss.Sigmoid(z) - y
				return info.Nats(miss * miss)
			}
		}},
	})
}

// Claim 4.9 (Either class). Which class is called 1 makes no difference, to the
// last bit where 1 − y is not rounded, as for 0 and 1:
//
//	loss(y, z) = loss(1−y, −z)
func TestEitherClass(t *testing.T) {
	either := func(l library, x claim.Scored) string {
		return claim.Same("loss(y, z)", l.BinaryLogit(x.Y, x.Z), "loss(1−y, −z)", l.BinaryLogit(1-x.Y, -x.Z))
	}
	claim.Holds(t, either, claim.Scores)
	claim.FailsWithout(t, "1 − y is not rounded", either, claim.RoundedScores)
	claim.Rejects(t, either, claim.Scores, claim.Mistakes{
		{"class 1 counted twice", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats {
				return 2*info.Nats(y)*loss.BinaryLogit(1, z) + info.Nats(1-y)*loss.BinaryLogit(0, z)
			}
		}},
	})
}

// Claim 4.10 (Logit or forecast). The loss of a logit is the loss of its
// forecast, but for what rounding takes from a forecast that is nearly 1:
//
//	|loss(y, z) − loss(y, ŷ)| ≤ 2⁻⁵⁰·e^|z| for |z| ≤ 30
//
// which is less than 2·10⁻¹¹ nats for |z| ≤ 10, and than 1/100 for 30.
func TestLogitOrForecast(t *testing.T) {
	same := func(l library, x claim.Scored) string {
		lost := 0x1p-50 * math.Exp(math.Abs(x.Z))
		return claim.EqualWithin(lost,
			"loss(y, z)", l.BinaryLogit(x.Y, x.Z), "loss(y, ŷ)", l.Binary(x.Y, loss.Sigmoid(x.Z)))
	}
	claim.Holds(t, same, claim.ModestScores)
	claim.FailsWithout(t, "|z| ≤ 30", same, claim.Scores)
	claim.Rejects(t, same, claim.ModestScores, claim.Mistakes{
		{"ŷ clipped at 1e-7", clipped},
		{"e^z for the odds of class 0", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats { return loss.BinaryLogit(y, -z) }
		}},
	})
}

// Claim 4.11 (Always a number). The loss of a logit is finite, for every finite
// logit.
func TestAlwaysANumber(t *testing.T) {
	finite := func(l library, x claim.Scored) string { return claim.Finite("loss(y, z)", l.BinaryLogit(x.Y, x.Z)) }
	claim.Holds(t, finite, claim.Scores)
	claim.Rejects(t, finite, claim.Scores, claim.Mistakes{
		{"the surprisal of the decision, 1 where z > 0", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats { return loss.Binary(y, oneWhere(z > 0)) }
		}},
		{"the loss of the rounded forecast", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats { return loss.Binary(y, loss.Sigmoid(z)) }
		}},
		{"ln(1 + e^z) − y·z as it stands", func(l *library) {
			l.BinaryLogit = func(y, z float64) info.Nats { return info.Nats(math.Log(1+math.Exp(z)) - y*z) }
		}},
	})
}

// Claim 4.12 (A heavier class). Where class 1 weighs w, its losses and slopes count w
// times, and those of class 0 once:
//
//	loss = w·y·loss(1, z) + (1−y)·loss(0, z)
//
// The mean divides by the number of logits, whatever class 1 weighs.
//
// Source: PyTorch, torch.nn.BCEWithLogitsLoss, pos_weight.
func TestAHeavierClass(t *testing.T) {
	heavier := func(l library, x claim.Weighted) string {
		slopes := make([]float64, len(x.Logits))
		sum, err := l.BinaryLogits(x.Logits, x.Targets, x.Weight, slopes)
		if err != nil {
			return err.Error()
		}
		wrong, total := "", 0.0
		for i, z := range x.Logits {
			positive, negative := x.Weight*x.Targets[i], 1-x.Targets[i]
			cost := positive*float64(l.BinaryLogit(1, z)) + negative*float64(l.BinaryLogit(0, z))
			pull := positive*l.BinaryLogitGradient(1, z) + negative*l.BinaryLogitGradient(0, z)
			total += cost
			wrong = cmp.Or(wrong,
				claim.Equal("loss", sum.Each[i], "w·y·loss(1, z) + (1−y)·loss(0, z)", cost),
				claim.Equal("slope", slopes[i], "slope of both", pull),
			)
		}
		n := float64(len(x.Logits))
		return cmp.Or(wrong, claim.Equal("mean", l.Mean(sum), "total over the number of logits", total/n))
	}
	claim.Holds(t, heavier, claim.WeightedScores)
	claim.Rejects(t, heavier, claim.WeightedScores, claim.Mistakes{
		{"a weight that is forgotten", func(l *library) {
			l.BinaryLogits = func(z, y []float64, _ float64, slopes []float64) (loss.Sum, error) {
				return loss.BinaryLogits(z, y, 1, slopes)
			}
		}},
		{"a weight for class 0 too", func(l *library) {
			l.BinaryLogits = func(z, y []float64, w float64, slopes []float64) (loss.Sum, error) {
				sum, err := loss.BinaryLogits(z, y, 1, slopes)
				for i := range sum.Each {
					sum.Each[i] *= info.Nats(w)
				}
				return sum, err
			}
		}},
		{"a mean over the weights", func(l *library) {
			l.BinaryLogits = func(z, y []float64, w float64, slopes []float64) (loss.Sum, error) {
				sum, err := loss.BinaryLogits(z, y, w, slopes)
				sum.Weight = 0
				for _, target := range y {
					sum.Weight += w*target + 1 - target
				}
				return sum, err
			}
		}},
		{"the sum in place of the mean", sums},
	})
}

// Claim 5.1 (Two of many). The softmax of two logits is the sigmoid of their
// difference, and its loss is the binary loss of that:
//
//	softmax(z, z′) = (σ(z − z′), σ(z′ − z))
func TestTwoOfMany(t *testing.T) {
	binary := func(l library, x claim.Row) string {
		q, gap := l.Softmax(x.Logits), x.Logits[0]-x.Logits[1]
		binary := l.BinaryLogit(float64(1-x.Target), gap)
		return cmp.Or(
			claim.Equal("q(0)", q[0], "σ(z − z′)", l.Sigmoid(gap)),
			claim.Equal("q(1)", q[1], "σ(z′ − z)", l.Sigmoid(-gap)),
			claim.EqualWithin(claim.Tolerance*float64(binary), // a small loss has digits, too
				"loss", rowLoss(l, x.Logits, x.Target), "binary loss", binary),
		)
	}
	claim.Holds(t, binary, claim.TwoClasses)
	claim.FailsWithout(t, "two classes", binary, claim.MoreClasses)
	claim.Rejects(t, binary, claim.TwoClasses, claim.Mistakes{
		{"a sigmoid for each class", sigmoids},
		{"the other class for the target", costing(func(z []float64, target int) float64 {
			return float64(loss.BinaryLogit(float64(target), z[0]-z[1]))
		})},
		{"ln(1 + x), which drops what 1 + x has no digits for", costing(func(z []float64, target int) float64 {
			top, sum := slices.Max(z), 0.0
			for _, zc := range z {
				sum += math.Exp(zc - top)
			}
			return math.Log(sum) + top - z[target]
		})},
	})
}

// Claim 5.2 (In order). Softmax keeps the order of the logits, and ties:
//
//	q(a) > q(b) where z(a) > z(b), and q(a) = q(b) where z(a) = z(b)
//
// Logits in quarters of at most 30 were tried: floats may not tell the order of closer ones,
// nor of some that are far behind the largest.
func TestInOrder(t *testing.T) {
	ordered := func(l library, x claim.Row) string {
		wrong, q := "", l.Softmax(x.Logits)
		for c, z := range x.Logits {
			switch target := x.Logits[x.Target]; {
			case z > target:
				wrong = cmp.Or(wrong, claim.Exceeds("q of the higher", q[c], "q of the lower", q[x.Target]))
			case z < target:
				wrong = cmp.Or(wrong, claim.Exceeds("q of the higher", q[x.Target], "q of the lower", q[c]))
			default:
				wrong = cmp.Or(wrong, claim.Same("q", q[c], "q of the same logit", q[x.Target]))
			}
		}
		return wrong
	}
	claim.Holds(t, ordered, claim.ModestRows)
	claim.Rejects(t, ordered, claim.ModestRows, claim.Mistakes{
		{"squares in place of exponentials", func(l *library) {
			l.Softmax = proportional(func(z float64) float64 { return z * z })
		}},
		{"minus the logits", func(l *library) {
			l.Softmax = proportional(func(z float64) float64 { return math.Exp(-z) })
		}},
	})
}

// Claim 5.3 (Softmax). Softmax makes a distribution of any finite logits, and of
// logits of −∞ beside one that is finite. Odds to a class k whose logit is finite, and
// whose share a float can hold, are e to the difference of logits:
//
//	q(c) = e^z(c) / Σ e^z(k), so that Σ q(c) = 1 and q(c)/q(k) = e^(z(c)−z(k))
//
// Source: Bridle 1990; Bishop 2006, (4.104).
func TestSoftmax(t *testing.T) {
	const lastFloats = 0x1p-1070 // where floats end, digits do
	distributes := func(l library, x claim.Row) string {
		q, sum, top := l.Softmax(x.Logits), 0.0, slices.Index(x.Logits, slices.Max(x.Logits))
		for _, qc := range q {
			sum += qc
		}
		wrong := claim.Equal("Σ q", sum, "", 1.0)
		for c, z := range x.Logits {
			want := q[top] * math.Exp(z-x.Logits[top])
			wrong = cmp.Or(wrong, claim.EqualWithin(claim.Tolerance*want+lastFloats, // of a small q, too
				"q", q[c], "q of the largest · e^(z − max z)", want))
		}
		return wrong
	}
	claim.Holds(t, distributes, claim.Rows)
	claim.Rejects(t, distributes, claim.Rows, claim.Mistakes{
		{"a sigmoid for each class", sigmoids},
		{"the same for each class", func(l *library) {
			l.Softmax = func(z []float64) []float64 { return claim.Uniform(len(z)) }
		}},
		{"half of each logit", func(l *library) {
			l.Softmax = proportional(func(z float64) float64 { return math.Exp(z / 2) })
		}},
		{"exponentials as they stand", func(l *library) { l.Softmax = proportional(math.Exp) }},
		{"1e-13 added to each", func(l *library) {
			l.Softmax = func(z []float64) []float64 {
				q := book.Softmax(z)
				for c := range q {
					q[c] += 1e-13
				}
				return q
			}
		}},
		{"0 for what is below 1e-12", func(l *library) {
			l.Softmax = func(z []float64) []float64 {
				q := book.Softmax(z)
				for c := range q {
					if q[c] < 1e-12 {
						q[c] = 0
					}
				}
				return q
			}
		}},
	})
}

// Claim 5.4 (Only differences count). Adding a constant to all logits changes
// nothing, as long as no sum is rounded:
//
//	softmax(z + k) = softmax(z) and loss(z + k) = loss(z)
func TestOnlyDifferencesCount(t *testing.T) {
	same := func(l library, x claim.Shift) string {
		wrong, after := "", l.Softmax(x.After)
		for c, q := range l.Softmax(x.Logits) {
			wrong = cmp.Or(wrong, claim.Equal("q", q, "q after", after[c]))
		}
		return cmp.Or(wrong, claim.Equal("loss", rowLoss(l, x.Logits, x.Target), "loss after", rowLoss(l, x.After, x.Target)))
	}
	claim.Holds(t, same, claim.Shifts)
	claim.FailsWithout(t, "no sum is rounded", same, claim.RoundedShifts)
	claim.Rejects(t, same, claim.Shifts, claim.Mistakes{
		{"each logit as a share of their sum", func(l *library) {
			l.Softmax = proportional(func(z float64) float64 { return z })
		}},
		{"a sigmoid for each class", sigmoids},
		{"minus the logit of the target, and no more", costing(func(z []float64, target int) float64 { return -z[target] })},
	})
}

// Claim 5.5 (Temperature). Heating never lowers the entropy of a softmax, and cooling
// never raises it:
//
//	H(softmax(z/T)) never falls as T > 0 grows
//
// Source: Guo et al. 2017, §4.2.
func TestTemperature(t *testing.T) {
	heating := func(l library, x claim.Heating) string {
		entropy := func(temperature float64) info.Bits {
			heated := slices.Clone(x.Logits)
			for c, z := range heated {
				heated[c] = l.Heated(z, temperature)
			}
			return l.Entropy(l.Softmax(heated))
		}
		return claim.AtLeast("H when hot", entropy(x.Hot), "H when cool", entropy(x.Cool))
	}
	claim.Holds(t, heating, claim.Heatings)
	claim.Rejects(t, heating, claim.Heatings, claim.Mistakes{
		{"z multiplied by T", func(l *library) {
			l.Heated = func(z, temperature float64) float64 { return z * temperature }
		}},
		{"the logarithm without its minus", negative},
	})
}

// Claim 5.6 (What softmax is best at). Of all distributions the softmax has the most
// entropy and logit together, and they reach the log-sum-exp, with H in bits, of ln 2 nats:
//
//	ln 2 · H(p) + Σ p(c)·z(c) ≤ ln Σ eᶻ, with equality for p = softmax(z)
//
// Source: Gibbs' inequality; Cover & Thomas 2006, Theorem 12.1.1.
func TestWhatSoftmaxIsBestAt(t *testing.T) {
	best := func(l library, x claim.SoftRow) string {
		both := func(p []float64) float64 {
			value := float64(math.Ln2 * l.Entropy(p))
			for c, pc := range p {
				if pc > 0 {
					value += pc * x.Logits[c]
				}
			}
			return value
		}
		limit := l.LogSumExp(x.Logits)
		return cmp.Or(
			claim.AtLeast("log-sum-exp", limit, "ln 2 · H(p) + mean logit", both(x.Target)),
			claim.Equal("ln 2 · H + mean logit of the softmax", both(l.Softmax(x.Logits)), "log-sum-exp", limit),
		)
	}
	claim.Holds(t, best, claim.SoftRows)
	claim.Rejects(t, best, claim.SoftRows, claim.Mistakes{
		{"the mean logit alone, without H", func(l *library) { l.Entropy = func([]float64) info.Bits { return 0 } }},
		{"entropy in bits beside logits", func(l *library) {
			l.Entropy = func(p []float64) info.Bits { return book.Entropy(p) / math.Ln2 }
		}},
		{"the largest logit in place of log-sum-exp", func(l *library) {
			l.LogSumExp = func(z []float64) float64 { return slices.Max(z) }
		}},
	})
}

// Claim 5.7 (A soft maximum). The log-sum-exp of n logits is the largest of them, or
// up to ln n more:
//
//	max z ≤ ln Σ eᶻ ≤ max z + ln n
//
// Source: Boyd & Vandenberghe 2004, §3.1.5.
func TestASoftMaximum(t *testing.T) {
	between := func(l library, x claim.Row) string {
		most := slices.Max(x.Logits)
		return cmp.Or(
			claim.AtLeast("log-sum-exp", l.LogSumExp(x.Logits), "max", most),
			claim.AtLeast("max + ln n", most+logOf(l, len(x.Logits)), "log-sum-exp", l.LogSumExp(x.Logits)),
		)
	}
	claim.Holds(t, between, claim.Rows)
	claim.Rejects(t, between, claim.Rows, claim.Mistakes{
		{"the bound without ln n", func(l *library) { l.Surprisal = func(float64) info.Bits { return 0 } }},
		{"their mean in place of their sum", func(l *library) {
			l.LogSumExp = func(z []float64) float64 { return book.LogSumExp(z) - math.Log(float64(len(z))) }
		}},
		{"exponentials as they stand", func(l *library) {
			l.LogSumExp = func(z []float64) (sum float64) {
				for _, zc := range z {
					sum += math.Exp(zc)
				}
				return claim.NaturalLog(sum)
			}
		}},
	})
}

// Claim 5.8 (No idea). Without weights, equal logits cost ln n nats, whatever finite number
// they are and whichever class is right, a perplexity of n:
//
//	loss(z) = ln n for z = (k, …, k)
func TestNoIdea(t *testing.T) {
	flat := func(l library, x claim.Row) string {
		n := len(x.Logits)
		twice := claim.Batch{Logits: [][]float64{x.Logits, x.Logits}, Targets: []int{x.Target, x.Target}}
		return cmp.Or(
			claim.Equal("loss", rowLoss(l, x.Logits, x.Target), "ln n", logOf(l, n)),
			claim.Equal("perplexity of two rows", l.PerplexityOf(l.Cost(twice).Sum), "", float64(n)),
		)
	}
	claim.Holds(t, flat, claim.Ties)
	claim.FailsWithout(t, "the logits are equal", flat, claim.Rows)
	claim.Rejects(t, flat, claim.Ties, claim.Mistakes{
		{"a binary loss for each class", costing(func(z []float64, target int) (sum float64) {
			for c := range z {
				sum += float64(loss.BinaryLogit(oneWhere(c == target), z[c]))
			}
			return sum
		})},
		{"2 to the nats", func(l *library) {
			l.PerplexityOf = func(s loss.Sum) float64 { return math.Exp2(float64(s.Mean())) }
		}},
	})
}

// Claim 5.9 (The loss of logits). Without weights and smoothing, what logits cost is the cross
// entropy of the target t and their softmax, as long as none is more than 700 behind the
// largest. The loss is in nats, and H in bits, of ln 2 nats each:
//
//	loss(t, z) = −Σ t(c)·ln softmax(z)(c) = ln 2 · H(t, softmax(z))
//
// The sum of logarithms is right for any logits that are no further apart than the largest
// float, if each is computed from the logits at once.
//
// Source: PyTorch, torch.nn.CrossEntropyLoss.
func TestTheLossOfLogits(t *testing.T) {
	crossEntropy := func(l library, x claim.SoftRow) string {
		return claim.Equal("loss", softLoss(l, x), "ln 2 · H(t, softmax)", math.Ln2*l.CrossEntropy(x.Target, l.Softmax(x.Logits)))
	}
	inLogs := func(l library, x claim.SoftRow) string {
		var sum info.Nats
		for c, log := range l.LogSoftmax(x.Logits) {
			if x.Target[c] > 0 {
				sum -= info.Nats(x.Target[c]) * log
			}
		}
		return claim.Equal("loss", softLoss(l, x), "−Σ t·ln q", sum)
	}
	claim.Holds(t, crossEntropy, claim.NearSoftRows)
	claim.Holds(t, inLogs, claim.SoftRows)
	claim.FailsWithout(t, "at most 700 behind", crossEntropy, claim.SoftRows)
	claim.Rejects(t, crossEntropy, claim.NearSoftRows, claim.Mistakes{
		{"softmax twice", func(l *library) {
			l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
				return e.Soft(softened(z), t, slopes)
			}
		}},
		{"t and softmax swapped", swapped},
	})
	claim.Rejects(t, inLogs, claim.ModestSoftRows, claim.Mistakes{
		{"q clipped at 1e-7", func(l *library) {
			l.LogSoftmax = func(z []float64) []info.Nats {
				logs := book.LogSoftmax(z)
				for c := range logs {
					logs[c] = max(logs[c], info.Nats(math.Log(1e-7)))
				}
				return logs
			}
		}},
	})
}

// Claim 5.10 (The pull on each class). Where each class weighs 1, and without smoothing, the
// slope of the loss in each logit is what softmax gives the class less what the target does,
// and all slopes add up to 0:
//
//	∂loss/∂z(c) = softmax(z)(c) − t(c)
//
// Source: Bishop 2006, §4.3.4.
func TestThePullOnEachClass(t *testing.T) {
	slope := func(l library, x claim.SoftRow) string {
		cost := softCost(l, x)
		here, sum, wrong := cost.Slopes[0], 0.0, ""
		for c, q := range l.Softmax(x.Logits) {
			moved := x
			moved.Logits = slices.Clone(x.Logits)
			moved.Logits[c] += step
			ahead := softCost(l, moved)
			wrong = cmp.Or(wrong,
				claim.Equal("slope", here[c], "q − t", q-x.Target[c]),
				measured("z(c)", float64(ahead.Total-cost.Total)/step, here[c], ahead.Slopes[0][c]),
			)
			sum += here[c]
		}
		return cmp.Or(wrong, claim.Equal("sum of the slopes", sum, "", 0.0))
	}
	claim.Holds(t, slope, claim.ModestSoftRows)
	claim.FailsWithout(t, "each class weighs 1", slope, claim.HeavySoftRows)
	claim.Rejects(t, slope, claim.ModestSoftRows, claim.Mistakes{
		{"the target less the softmax", sloping(func(q, t float64) float64 { return t - q })},
		{"plus in place of minus", sloping(func(q, t float64) float64 { return q + t })},
		{"the slope of a sigmoid, times 1 − q", sloping(func(q, t float64) float64 { return (q - t) * (1 - q) })},
	})
}

// Claim 5.11 (One valley for many). The loss is convex in the logits: halfway between
// two rows of them it is at most the mean of the losses of both.
//
// Source: Boyd & Vandenberghe 2004, §3.1.5.
func TestOneValleyForMany(t *testing.T) {
	convex := func(l library, x claim.Contest) string {
		ends := average(0.5, rowLoss(l, x.Logits, x.Target), rowLoss(l, x.Other, x.Target))
		return claim.AtLeast("mean of the ends", ends, "loss midway", rowLoss(l, x.Midway, x.Target))
	}
	claim.Holds(t, convex, claim.Contests)
	claim.Rejects(t, convex, claim.Contests, claim.Mistakes{
		{"squared error of the softmax", costing(func(z []float64, target int) (cost float64) {
			for c, q := range book.Softmax(z) {
				miss := q - oneWhere(c == target)
				cost += miss * miss
			}
			return cost
		})},
		{"1 − q of the target", costing(func(z []float64, target int) float64 { return 1 - book.Softmax(z)[target] })},
	})
}

// Claim 5.12 (Parts of a batch). A batch may come in parts: what their losses and
// weights add up to has the mean of the whole, within rounding, as long as no total
// and no mean is beyond the range of floats.
func TestPartsOfABatch(t *testing.T) {
	parts := func(l library, x claim.Divided) string {
		merged, whole := l.Merged(partCosts(l, x)), l.Cost(x.Batch).Sum
		wrong := cmp.Or(
			sameMean(l.Mean(merged), "of the whole", l.Mean(whole)),
			claim.Equal("loss", merged.Total, "of the whole", whole.Total),
			claim.Equal("weight", merged.Weight, "of the whole", whole.Weight),
		)
		for i, cost := range whole.Each {
			wrong = cmp.Or(wrong, claim.Same("loss of a row", merged.Each[i], "of the whole", cost))
		}
		return wrong
	}
	claim.Holds(t, parts, claim.Divisions)
	claim.Rejects(t, parts, claim.Divisions, claim.Mistakes{
		{"the rows in place of their weights", func(l *library) {
			l.Merged = func(s, t loss.Sum) loss.Sum {
				merged := s.Add(t)
				merged.Weight = float64(len(merged.Each))
				return merged
			}
		}},
	})
}

// Claim 5.13 (The mean of means). The mean of a batch is that of its parts, if each weighs
// more than 0 and counts for as much as its rows weigh together:
//
//	mean = (w₁·mean₁ + w₂·mean₂)/(w₁ + w₂)
//
// which is (mean₁ + mean₂)/2 where both parts weigh the same.
func TestMeanOfMeans(t *testing.T) {
	weighed := func(l library, x claim.Divided) string {
		one, two := partCosts(l, x)
		w1, w2 := info.Nats(one.Weight), info.Nats(two.Weight)
		return claim.Equal("(w₁·mean₁ + w₂·mean₂)/(w₁ + w₂)",
			(w1*l.Mean(one)+w2*l.Mean(two))/(w1+w2), "mean of all", l.Mean(l.Cost(x.Batch).Sum))
	}
	even := func(l library, x claim.Divided) string {
		one, two := partCosts(l, x)
		return claim.Equal("(mean₁ + mean₂)/2", average(0.5, l.Mean(one), l.Mean(two)), "mean of all", l.Mean(l.Cost(x.Batch).Sum))
	}
	claim.Holds(t, weighed, claim.Parts)
	claim.Holds(t, even, claim.Halves)
	claim.FailsWithout(t, "both parts weigh the same", even, claim.Parts)
	claim.FailsWithout(t, "each weighs more than 0", weighed, claim.Divisions)
	claim.Rejects(t, weighed, claim.Parts, claim.Mistakes{{"a mean over the rows", overRows}})
	claim.Rejects(t, weighed, claim.Halves, claim.Mistakes{{"the sum in place of the mean", sums}})
}

// Claim 5.14 (Weights). Where classes weigh differently, and targets are classes without
// smoothing, the mean is one of weighted losses, over the weights of the targets:
//
//	mean = Σ w(y)·loss(y, z) / Σ w(y)
//
// and no number where these sum to 0. Each row pulls by the weight of its target.
//
// Source: PyTorch, torch.nn.CrossEntropyLoss, weight.
func TestWeights(t *testing.T) {
	weighted := func(l library, x claim.Batch) string {
		all, wrong, total, weights := l.Cost(x), "", 0.0, 0.0
		for i, target := range x.Targets {
			unweighted := oneRow(x.Logits[i], target)
			unweighted.Smoothing = x.Smoothing
			w, row := x.WeightOf(target), l.Cost(unweighted)
			if w > 0 {
				total += w * float64(row.Total)
			}
			weights += w
			for c, slope := range row.Slopes[0] {
				wrong = cmp.Or(wrong, claim.Equal("slope", all.Slopes[i][c], "w times the unweighted", w*slope))
			}
		}
		return cmp.Or(wrong, sameMean(l.Mean(all.Sum), "Σ w·loss / Σ w", info.Nats(total/weights)))
	}
	claim.Holds(t, weighted, claim.WeightedBatches)
	claim.FailsWithout(t, "no smoothing", weighted, claim.SmoothBatches)
	claim.Rejects(t, weighted, claim.WeightedBatches, claim.Mistakes{
		{"a mean over the rows", overRows},
		{"weights in the divisor alone", func(l *library) {
			l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
				weighted, err := e.Classes(z, y, slopes)
				e.Weight = nil
				s, _ := e.Classes(z, y, slopes)
				s.Weight = weighted.Weight
				return s, err
			}
		}},
		{"slopes that are not weighted", func(l *library) {
			l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
				s, err := e.Classes(z, y, slopes)
				e.Weight = nil
				e.Classes(z, y, slopes)
				return s, err
			}
		}},
	})
}

// Claim 5.15 (Ignored rows). Rows that are ignored might as well not be there,
// whatever numbers they hold: neither loss nor mean nor slopes change, to the last bit, and
// the ignored rows cost 0 and have slopes of 0.
//
// Source: PyTorch, torch.nn.CrossEntropyLoss, ignore_index.
func TestIgnoredRows(t *testing.T) {
	ignoring := func(l library, x claim.Batch) string {
		counted, ignored := x.Rows()
		all, without, wrong := l.Cost(x), l.Cost(x.Only(counted)), ""
		for to, i := range counted {
			wrong = cmp.Or(wrong, claim.Same("loss of a row", all.Each[i], "without ignored rows", without.Each[to]))
			for c := range x.Logits[i] {
				wrong = cmp.Or(wrong, claim.Same("slope", all.Slopes[i][c], "without ignored rows", without.Slopes[to][c]))
			}
		}
		for _, i := range ignored {
			wrong = cmp.Or(wrong, claim.Same("loss of an ignored row", all.Each[i], "", 0.0))
			for _, slope := range all.Slopes[i] {
				wrong = cmp.Or(wrong, claim.Same("slope of an ignored row", slope, "", 0.0))
			}
		}
		return cmp.Or(wrong,
			claim.Same("loss", all.Total, "without ignored rows", without.Total),
			claim.Same("mean", l.Mean(all.Sum), "without ignored rows", l.Mean(without.Sum)),
		)
	}
	claim.Holds(t, ignoring, claim.Batches)
	claim.Rejects(t, ignoring, claim.Batches, claim.Mistakes{
		{"a mean over all rows", overRows},
		{"ignored rows that count as class 0", func(l *library) {
			l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
				all, numbers := slices.Clone(y), slices.Clone(z)
				for i := range all {
					if all[i] == *e.Ignore {
						all[i], numbers[i] = 0, make([]float64, len(z[i]))
					}
				}
				e.Ignore = nil
				return e.Classes(numbers, all, slopes)
			}
		}},
		{"slopes multiplied by 0, which leaves NaN", func(l *library) {
			l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
				s, err := e.Classes(z, y, slopes)
				for i, row := range slopes {
					for c := range row {
						if y[i] == *e.Ignore {
							row[c] = 0 * z[i][c]
						}
					}
				}
				return s, err
			}
		}},
	})
}

// Claim 5.16 (Smoothing). Label smoothing is a target mixed with the uniform
// distribution over all n classes. It costs, and pulls, as the mixture does:
//
//	t(c) = (1 − ε)·[c is the target] + ε/n
//
// What the mean divides by does not change.
//
// Source: Szegedy et al. 2016, §7; PyTorch, torch.nn.CrossEntropyLoss.
func TestSmoothing(t *testing.T) {
	mixed := func(l library, x claim.Batch) string {
		hard, targets := x, x.OneHot()
		hard.Smoothing = 0
		for i, row := range targets {
			targets[i] = claim.Mixed(x.Smoothing, claim.Uniform(len(row)), row)
		}
		smooth, asMixed := l.Cost(x), l.SoftCost(hard, targets)
		return cmp.Or(
			claim.EqualCosts("smoothed", smooth, "of mixed targets", asMixed),
			claim.EqualCosts("smoothed", l.SoftCost(x, x.OneHot()), "of mixed targets", asMixed),
			claim.Equal("weight", smooth.Weight, "weight unsmoothed", l.Cost(hard).Weight),
		)
	}
	claim.Holds(t, mixed, claim.SmoothBatches)
	claim.Rejects(t, mixed, claim.SmoothBatches, claim.Mistakes{
		{"ε among the other classes only", smoothing(amongOthers)},
		{"ε for each class, not ε/n", smoothing(func(e, target, n float64) float64 {
			return ((1-e)*target + e) / (1 + e*(n-1))
		})},
		{"the mean divided by mixed weights", func(l *library) {
			l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
				s, err := e.Classes(z, y, slopes)
				for _, target := range y {
					for _, w := range e.Weight {
						s.Weight += e.Smoothing * (w - e.Weight[target]) / float64(len(e.Weight))
					}
				}
				return s, err
			}
		}},
	})
}

// Claim 5.17 (Mixed targets). A target that is a distribution costs, and pulls, what
// its classes do, each as much as it is likely, whatever the classes weigh, as long as
// none of them costs more than the largest float:
//
//	loss(t, z) = Σ t(c)·loss(c, z)
func TestMixedTargets(t *testing.T) {
	linear := func(l library, x claim.SoftRow) string {
		var total info.Nats
		slopes := make([]float64, len(x.Logits))
		for target, share := range x.Target {
			if share == 0 {
				continue
			}
			row := oneRow(x.Logits, target)
			row.Weight = x.Weights
			cost := l.Cost(row)
			total += info.Nats(share) * cost.Total
			for c, slope := range cost.Slopes[0] {
				slopes[c] += share * slope
			}
		}
		cost := softCost(l, x)
		wrong := claim.Equal("loss", cost.Total, "mixed of classes", total)
		for c, slope := range cost.Slopes[0] {
			wrong = cmp.Or(wrong, claim.Equal("slope", slope, "mixed of classes", slopes[c]))
		}
		return wrong
	}
	claim.Holds(t, linear, claim.SoftRows)
	claim.Holds(t, linear, claim.HeavySoftRows)
	claim.Rejects(t, linear, claim.HeavySoftRows, claim.Mistakes{
		{"weights that are forgotten", func(l *library) {
			l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
				e.Weight = nil
				return e.Soft(z, t, slopes)
			}
		}},
		{"the likeliest class alone", func(l *library) {
			l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
				likeliest := make([]int, len(t))
				for i, row := range t {
					likeliest[i] = slices.Index(row, slices.Max(row))
				}
				return e.Classes(z, likeliest, slopes)
			}
		}},
	})
}

// Claim 5.18 (One class for certain). Without weights, a distribution that is certain
// of one class costs what that class costs as a target, mean and slopes included:
//
//	loss((0, …, 1, …, 0), z) = loss(y, z)
//
// Source: PyTorch, torch.nn.CrossEntropyLoss.
func TestOneClassForCertain(t *testing.T) {
	certain := func(l library, x claim.Batch) string {
		class, soft := l.Cost(x), l.SoftCost(x, x.OneHot())
		return cmp.Or(
			claim.EqualCosts("of classes", class, "of distributions", soft),
			sameMean(l.Mean(class.Sum), "of distributions", l.Mean(soft.Sum)),
		)
	}
	claim.Holds(t, certain, claim.PlainBatches)
	claim.FailsWithout(t, "no weights", certain, claim.SmoothBatches)
	claim.Rejects(t, certain, claim.PlainBatches, claim.Mistakes{
		{"a mean over rows and classes", func(l *library) {
			l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
				s, err := e.Soft(z, t, slopes)
				if len(z) > 0 {
					s.Weight *= float64(len(z[0]))
				}
				return s, err
			}
		}},
		{"target and logits swapped", func(l *library) {
			l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
				return e.Soft(t, softened(z), slopes)
			}
		}},
	})
}

// Claim 5.19 (Honest weights). Where classes that come weigh differently, the truth is no
// longer the forecast that costs least on average, as was tried for classes that come one
// time in 64 at least. That is the one in proportion to w·p:
//
//	Σ p(c)·w(c)·ln 1/q(c) is least for q(c) = w(c)·p(c) / Σ w·p
//
// Weights 1, 2, 4, 4 make equal odds the cheapest forecast of p = (1/2, 1/4, 1/8, 1/8).
func TestHonestWeights(t *testing.T) {
	cheapest := func(l library, x claim.Scoring) string {
		return claim.AtLeast("cost of q", l.MeanScore(x, x.Q), "cost of w·p", l.MeanScore(x, l.Normalize(x.Reweighted())))
	}
	dearer := func(l library, x claim.Scoring) string {
		return claim.Exceeds("cost of p", l.MeanScore(x, x.P), "cost of w·p", l.MeanScore(x, l.Normalize(x.Reweighted())))
	}
	claim.Holds(t, cheapest, claim.WeightedScorings)
	claim.Holds(t, dearer, claim.UnevenScorings)
	claim.Holds(t, truthIsCheapest, claim.EvenScorings)
	claim.FailsWithout(t, "all that come weigh the same", truthIsCheapest, claim.InverseScoring)
	claim.FailsWithout(t, "those that come weigh differently", dearer, claim.EvenScorings)
	claim.Rejects(t, cheapest, claim.WeightedScorings, claim.Mistakes{
		{"weights that are forgotten", unweighted},
		{"one added to each w·p", oneMore},
	})
	claim.Rejects(t, dearer, claim.UnevenScorings, claim.Mistakes{{"weights that are forgotten", unweighted}})
}

func unweighted(l *library) {
	l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
		e.Weight = nil
		return e.Classes(z, y, slopes)
	}
}

// Claim 5.20 (Honest smoothing). With smoothing ε over n classes and without weights, the
// forecast that costs least on average is as smooth as the targets, and no forecast costs
// less than its entropy:
//
//	mean loss(q) ≥ mean loss(t) = ln 2 · H(t), with t(c) = (1 − ε)·p(c) + ε/n
//
// with H in bits and the loss in nats. The truth itself, where it is certain, costs
// infinitely much, if ε > 0 and there are two classes or more. Without smoothing, no forecast
// costs less than the truth.
func TestHonestSmoothing(t *testing.T) {
	cheapest := func(l library, x claim.Scoring) string {
		smooth := claim.Mixed(x.Smoothing, claim.Uniform(len(x.P)), x.P)
		least := l.MeanScore(x, smooth)
		return cmp.Or(
			claim.AtLeast("cost of q", l.MeanScore(x, x.Q), "cost of (1 − ε)·p + ε/n", least),
			claim.Equal("cost of (1 − ε)·p + ε/n", least, "ln 2 · its entropy", math.Ln2*l.Entropy(smooth)),
		)
	}
	infinite := func(l library, x claim.Scoring) string {
		return claim.Same("cost of p", l.MeanScore(x, x.P), "", math.Inf(1))
	}
	claim.Holds(t, cheapest, claim.SmoothedScorings)
	claim.Holds(t, infinite, claim.SureScorings)
	claim.Holds(t, truthIsCheapest, claim.PlainScorings)
	claim.FailsWithout(t, "no smoothing", truthIsCheapest, claim.SmoothedScorings)
	claim.FailsWithout(t, "the truth is certain", infinite, claim.UnsureScorings)
	claim.FailsWithout(t, "ε > 0", infinite, claim.UnsmoothedScorings)
	forgotten := smoothing(func(_, target, _ float64) float64 { return target })
	claim.Rejects(t, cheapest, claim.SmoothedScorings, claim.Mistakes{
		{"smoothing that is forgotten", forgotten},
		{"ε among the other classes only", smoothing(amongOthers)},
	})
	claim.Rejects(t, infinite, claim.SureScorings, claim.Mistakes{{"smoothing that is forgotten", forgotten}})
}

// Claim 5.21 (Focal loss). The logarithm is a proper loss, which is least on average for the
// truth. The focal loss of a forecast q, with γ > 0, is not:
//
//	Σ p(c)·(1 − q(c))^γ·ln 1/q(c)
//
// Of two classes with ½ < p(0) < 1, some forecast between p and equal odds costs less than p.
// A γ from ¼ to 5 was tried.
//
// Source: Lin et al. 2017, (4); Charoenphakdee et al. 2021.
func TestFocal(t *testing.T) {
	cost := func(l library, x claim.Focused, q []float64) (mean info.Nats) {
		for c, p := range x.P {
			if p > 0 {
				mean += info.Nats(p*math.Pow(1-q[c], x.Gamma)) * l.Surprisal(q[c]).Nats()
			}
		}
		return mean
	}
	proper := func(l library, x claim.Focused) string {
		return claim.AtLeast("cost of q", cost(l, x, x.Q), "cost of p", cost(l, x, x.P))
	}
	lessSure := func(l library, x claim.Focused) string {
		p := x.P[0]
		q := p - (p-0.5)*(1-p)/4
		return claim.Exceeds("cost of p", cost(l, x, x.P), "cost of "+claim.Number(q, 4), cost(l, x, []float64{q, 1 - q}))
	}
	claim.Holds(t, proper, claim.Unfocused)
	claim.FailsWithout(t, "γ = 0", proper, claim.FocusedCoins)
	claim.Holds(t, lessSure, claim.FocusedCoins)
	claim.FailsWithout(t, "γ > 0", lessSure, claim.UnfocusedCoins)
	claim.Rejects(t, proper, claim.Unfocused, claim.Mistakes{{"a linear score, 1 − q", linearScore}})
	claim.Rejects(t, lessSure, claim.FocusedCoins, claim.Mistakes{
		{"the logarithm without its minus", func(l *library) {
			l.Surprisal = func(p float64) info.Bits { return -info.Surprisal(p) }
		}},
	})
}

// Claim 5.22 (Distillation). A student with logits z learns from the softmax of a teacher's
// logits v, both at temperature T, and its loss counts T² times. Each logit is then pulled by
//
//	T·(softmax(z/T)(c) − softmax(v/T)(c))
//
// which hardly depends on T where that is large: it is off from the difference of the logits,
// taken from their means z̄ and v̄,
//
//	((z(c) − z̄) − (v(c) − v̄))/n
//
// by (r(z)² + r(v)²)/2T at most, where r is the largest logit less the smallest. A T from 1
// to 2²⁰ was tried.
//
// Source: Hinton, Vinyals & Dean 2015, §2.1.
func TestDistillation(t *testing.T) {
	pull := func(l library, x claim.Lecture) string {
		student, teacher := slices.Clone(x.Student), slices.Clone(x.Teacher)
		for c := range student {
			student[c], teacher[c] = l.Heated(student[c], x.Temperature), l.Heated(teacher[c], x.Temperature)
		}
		wrong, off := "", (squaredRange(x.Student)+squaredRange(x.Teacher))/(2*x.Temperature)
		lesson := claim.SoftRow{Logits: student, Target: l.Softmax(teacher)}
		here, by := softCost(l, lesson), step*x.Temperature // so that z/T moves by a step
		for c, slope := range here.Slopes[0] {
			moved := lesson
			moved.Logits = slices.Clone(student)
			moved.Logits[c] = l.Heated(x.Student[c]+by, x.Temperature)
			ahead := softCost(l, moved)
			rise := x.Temperature * x.Temperature * float64(ahead.Total-here.Total) / by
			apart := (x.Student[c] - mean(x.Student)) - (x.Teacher[c] - mean(x.Teacher))
			rounding := 1e-15 * x.Temperature // of q − t, which are nearly the same
			wrong = cmp.Or(wrong,
				measured("z(c), over T", rise/x.Temperature, slope, ahead.Slopes[0][c]),
				claim.EqualWithin(off+rounding+claim.Tolerance,
					"pull", x.Temperature*slope, "((z − z̄) − (v − v̄))/n", apart/float64(len(student))),
			)
		}
		return wrong
	}
	claim.Holds(t, pull, claim.Lectures)
	claim.Rejects(t, pull, claim.Lectures, claim.Mistakes{
		{"logits that are not divided by T", func(l *library) {
			l.Heated = func(logit, _ float64) float64 { return logit }
		}},
		{"the target less the softmax", sloping(func(q, t float64) float64 { return t - q })},
		{"the slopes in bits", func(l *library) {
			l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
				s, err := e.Soft(z, t, slopes)
				for _, row := range slopes {
					for c := range row {
						row[c] /= math.Ln2
					}
				}
				return s, err
			}
		}},
	})
}

// Claim 6.1 (A safe step). Subtracting 1/L of the gradient lowers the loss by at least
//
//	‖gradient‖²/(2L)
//
// where L > 0 bounds how much it can curve: ¼ of the largest eigenvalue of XᵀX/N for the
// sigmoid, ½ of it for the softmax, and λ more where λ/2·‖W‖² is added to the loss, to charge
// for large weights. X has a row for each of N examples, and a column of ones beside the
// features, for the bias, unless there is none.
//
// Source: Böhning 1992.
func TestASafeStep(t *testing.T) {
	const accuracy = 0.01 // of an eigenvalue in the library, which may be too large
	safe := func(l library, x claim.Lesson) string {
		steepest := l.Smoothness(x.Problem)
		grad, after := x.Problem.Start(), x.At.Clone()
		l.Gradient(x.Problem, x.At, grad)
		slopes := claim.Numbers(x.Problem, grad)
		least := 0.0
		for i, w := range claim.Numbers(x.Problem, after) {
			if *slopes[i] != 0 {
				if steepest == 0 {
					return "L = 0, but the loss has a slope"
				}
				*w -= *slopes[i] / steepest
				least += *slopes[i] * *slopes[i] / (2 * steepest)
			}
		}
		before, bound := float64(l.Objective(x.Problem, x.At)), mostCurved(x.Problem)
		return cmp.Or(
			claim.AtLeast("loss before", before, "loss after + ‖gradient‖²/(2L)", float64(l.Objective(x.Problem, after))+least),
			claim.AtLeast("L", steepest, "¼ or ½ of the eigenvalue, + λ", bound),
			claim.EqualWithin(accuracy*bound, "L", steepest, "¼ or ½ of the eigenvalue, + λ", bound),
		)
	}
	claim.Holds(t, safe, claim.Lessons)
	claim.Rejects(t, safe, claim.Lessons, claim.Mistakes{
		{"an L a third as large", func(l *library) {
			l.Smoothness = func(p learn.Problem) float64 { return p.Smoothness() / 3 }
		}},
		{"the column of ones left out", func(l *library) {
			l.Smoothness = func(p learn.Problem) float64 {
				p.NoBias = true
				return p.Smoothness()
			}
		}},
		{"the eigenvalue left out", func(l *library) {
			l.Smoothness = func(p learn.Problem) float64 { return 1./2 + p.Penalty }
		}},
		{"½ for the sigmoid too", func(l *library) {
			l.Smoothness = func(p learn.Problem) float64 {
				p.Pinned = p.Pinned && p.Data.Classes > 2
				return p.Smoothness()
			}
		}},
		{"an L with a minus", func(l *library) {
			l.Smoothness = func(p learn.Problem) float64 { return -p.Smoothness() }
		}},
	})
}

// Claim 6.2 (The bottom). At any weights the slopes bound what is left to gain, if each
// weight costs a penalty λ, and there are no biases, which are free of it:
//
//	loss − lowest loss ≤ ‖gradient‖²/(2λ)
//
// where the loss has its penalty with it, and the lowest is the one that Newton's method
// finds. So training until the gradient is below ε leaves ε²/(2λ) at most. Without a penalty
// a small gradient promises nothing.
//
// Source: Boyd & Vandenberghe 2004, (9.9).
func TestTheBottom(t *testing.T) {
	const tolerance = 1e-4
	anywhere := func(l library, x claim.Lesson) string {
		grad := x.Problem.Start()
		l.Gradient(x.Problem, x.At, grad)
		size := apart(x.Problem, grad, x.Problem.Start())
		left := l.Objective(x.Problem, x.At) - claim.LowestLoss(x.Problem)
		return cmp.Or(
			claim.AtLeast("‖gradient‖²/(2λ)", size*size/(2*x.Problem.Penalty), "left to gain", left),
			claim.AtLeast("left to gain", left, "", 0.0),
		)
	}
	trained := func(l library, x claim.Lesson) string {
		m, _ := l.Train(x.Problem, tolerance)
		left := l.Objective(x.Problem, m) - claim.LowestLoss(x.Problem)
		bound, penalty := "ε²/(2λ)", x.Problem.Penalty
		if penalty == 0 {
			bound, penalty = "ε²/(2λ) for λ = 1/8", 1./8
		}
		return claim.AtLeast(bound, tolerance*tolerance/(2*penalty), "left to gain", left)
	}
	claim.Holds(t, anywhere, claim.UnbiasedLessons)
	claim.Holds(t, trained, claim.UnbiasedLessons)
	claim.FailsWithout(t, "a penalty on every number", anywhere, claim.CompleteLessons)
	claim.FailsWithout(t, "a penalty", trained, claim.FaintLessons)
	claim.Rejects(t, anywhere, claim.UnbiasedLessons, claim.Mistakes{
		{"a gradient without that of the penalty", func(l *library) {
			l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
				objective := p.Gradient(m, grad)
				grad.Add(-p.Penalty, m)
				return objective
			}
		}},
	})
	claim.Rejects(t, trained, claim.UnbiasedLessons, claim.Mistakes{
		{"stopping at the first step that gains less than a millionth", func(l *library) {
			l.Train = func(p learn.Problem, _ float64) (learn.Linear, int) {
				last := info.Nats(math.Inf(1))
				return learn.Descend(p, 1000, func(_ int, _ learn.Linear, objective info.Nats) bool {
					gain := last - objective
					last = objective
					return gain >= 1e-6
				}), 0
			}
		}},
		{"squared error in place of cross entropy", bySquaredError},
	})
}

// Claim 6.3 (Momentum). As far as was tried, in valleys with κ = L/penalty of up to some
// 50,000, training with momentum, with a penalty and without biases, takes at most as many
// steps to a gradient below ε as Nesterov's steps, started anew at the best of times, are
// known to need at most. With w* the weights that it ends at:
//
//	steps ≤ e·√(8κ)·(1 + ln max(1, L·‖w*‖/ε))
//
// Source: O'Donoghue & Candès 2015, §3.1, for the best of times. That restarts which
// wait for the slope to turn keep within it was tried, not proven, for an ε of 1e-7.
func TestMomentum(t *testing.T) {
	const tolerance = 1e-7
	quick := func(l library, x claim.Lesson) string {
		m, steps := l.Train(x.Problem, tolerance)
		steepest := x.Problem.Smoothness()
		size := apart(x.Problem, m, x.Problem.Start())
		most := math.E * math.Sqrt(8*steepest/x.Problem.Penalty) * (1 + math.Log(max(1, steepest*size/tolerance)))
		grad := x.Problem.Start()
		x.Problem.Gradient(m, grad)
		return cmp.Or(
			claim.AtLeast("e·√(8κ)·(1 + ln max(1, L·‖w*‖/ε))", most, "steps", float64(steps)),
			claim.AtLeast("ε", tolerance, "size of the gradient", apart(x.Problem, grad, x.Problem.Start())))
	}
	claim.Holds(t, quick, claim.SteepLessons)
	claim.Rejects(t, quick, claim.SteepLessons, claim.Mistakes{
		{"steps without momentum", func(l *library) {
			l.Train = func(p learn.Problem, tolerance float64) (m learn.Linear, steps int) {
				m, grad, flat, rate := p.Start(), p.Start(), p.Start(), 1/p.Smoothness()
				for ; ; steps++ {
					p.Gradient(m, grad)
					if steps == 30_000 || apart(p, grad, flat) <= tolerance {
						return m, steps
					}
					m.Add(-rate, grad)
				}
			}
		}},
		{"stopping at a gradient of 100 ε", func(l *library) {
			train := l.Train
			l.Train = func(p learn.Problem, tolerance float64) (learn.Linear, int) {
				return train(p, 100*tolerance)
			}
		}},
	})
}

// Claim 6.4 (Right on average). Trained on cross entropy until its gradient vanishes, with
// biases that cost nothing, a classifier is right on average: for each class, its mean forecast is
// the share of the rows that are of that class.
func TestRightOnAverage(t *testing.T) {
	const tolerance = 1e-6
	onAverage := func(l library, x claim.Lesson) string {
		m, _ := l.Train(x.Problem, tolerance)
		wrong, rows := "", float64(len(x.Problem.Data.X))
		means := make([]float64, x.Problem.Data.Classes)
		for _, q := range l.Forecasts(m, x.Problem.Data.X) {
			for class, share := range q {
				means[class] += share / rows
			}
		}
		for class, share := range x.Problem.Data.BaseRate().All() { // a pinned class may miss by what the others do together
			wrong = cmp.Or(wrong, claim.EqualWithin(4*tolerance, "mean forecast", means[class], "base rate", share))
		}
		return wrong
	}
	claim.Holds(t, onAverage, claim.CompleteLessons)
	claim.FailsWithout(t, "a bias", onAverage, claim.UnbiasedLessons)
	claim.Rejects(t, onAverage, claim.CompleteLessons, claim.Mistakes{
		{"squared error in place of cross entropy", bySquaredError},
		{"a step towards it", func(l *library) {
			l.Train = func(p learn.Problem, _ float64) (learn.Linear, int) { return learn.Descend(p, 1, nil), 1 }
		}},
	})
}

// Claim 6.5 (Maximum likelihood). The lower the mean loss of N rows, the likelier was what
// happened, at any weights, with the loss in nats:
//
//	q(y₁ | x₁) · q(y₂ | x₂) · … · q(y_N | x_N) = e^(−N·mean loss)
//
// so that the weights of least cross entropy, where there are some, are those of maximum
// likelihood. A penalty λ multiplies both sides by e^(−N·λ/2·‖W‖²), which is to believe
// beforehand that weights are near 0, and the more firmly the more rows there are: normal,
// with variance 1/(N·λ). No other weights give a greater product than those that
// training, to the end, leads to.
//
// Source: Bishop 2006, §4.3.4; for the penalty, §1.2.5.
func TestMaximumLikelihood(t *testing.T) {
	const tolerance = 1e-6
	product := func(l library, x claim.Lesson) string {
		rows := float64(len(x.Problem.Data.X))
		loss := l.Objective(x.Problem, x.At) // and penalty
		return claim.Equal("ln likelihood", logLikelihood(l, x.Problem, x.At), "−N·loss", -info.Nats(rows)*loss)
	}
	likeliest := func(l library, x claim.Lesson) string {
		m, _ := l.Train(x.Problem, tolerance)
		wrong, best := "", logLikelihood(l, x.Problem, m)
		for _, other := range x.Rivals(m) {
			left := tolerance * apart(x.Problem, m, other) * float64(len(x.Problem.Data.X)) // what training may have left to gain
			wrong = cmp.Or(wrong, claim.AtLeastWithin(left+1e-9,
				"ln likelihood of what was learned", best, "ln likelihood of other weights", logLikelihood(l, x.Problem, other)))
		}
		return wrong
	}
	claim.Holds(t, product, claim.Lessons)
	claim.Holds(t, likeliest, claim.CompleteLessons)
	claim.Rejects(t, product, claim.Lessons, claim.Mistakes{
		{"a loss that is the squared error", func(l *library) {
			l.Objective = func(p learn.Problem, m learn.Linear) info.Nats {
				return info.Nats(p.SquaredError(m, p.Start()))
			}
		}},
		{"the loss in bits", func(l *library) {
			l.Objective = func(p learn.Problem, m learn.Linear) info.Nats {
				return info.Nats(p.Objective(m).Bits())
			}
		}},
	})
	claim.Rejects(t, likeliest, claim.CompleteLessons, claim.Mistakes{
		{"squared error in place of cross entropy", bySquaredError},
		{"no penalty", func(l *library) {
			l.Train = func(p learn.Problem, _ float64) (learn.Linear, int) {
				p.Penalty = 0
				return learn.Descend(p, 100, nil), 100
			}
		}},
		{"a penalty that does not grow with the rows", func(l *library) {
			l.Train = func(p learn.Problem, tolerance float64) (learn.Linear, int) {
				p.Penalty /= float64(len(p.Data.X))
				return book.Train(p, tolerance)
			}
		}},
	})
}

// Claim 6.6 (The gradient). A row pulls on the weights of a class by how far its
// forecast missed, times its features. The slopes of the mean loss are
//
//	∂loss/∂W = mean of (softmax − target)·x
//
// and a penalty adds penalty·W to those of the weights, and nothing to those of the biases.
//
// Source: Bishop 2006, (4.109).
func TestTheGradient(t *testing.T) {
	gradient := func(l library, x claim.Lesson) string {
		slopes := func(m learn.Linear) []*float64 {
			grad := x.Problem.Start()
			l.Gradient(x.Problem, m, grad)
			return claim.Numbers(x.Problem, grad)
		}
		wrong, before, pulls := "", slopes(x.At), claim.Numbers(x.Problem, pulled(l, x))
		for i := range before {
			wrong = cmp.Or(wrong, claim.Equal(x.NameOf(i), *before[i], "mean of (softmax − target)·x, and penalty·W", *pulls[i]))
			ahead := x.At.Clone()
			*claim.Numbers(x.Problem, ahead)[i] += step
			rise := float64(l.Objective(x.Problem, ahead) - l.Objective(x.Problem, x.At))
			wrong = cmp.Or(wrong, measured(x.NameOf(i), rise/step, *before[i], *slopes(ahead)[i]))
		}
		return wrong
	}
	claim.Holds(t, gradient, claim.Lessons)
	claim.Rejects(t, gradient, claim.Lessons, claim.Mistakes{
		{"softmax + target", func(l *library) {
			l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
				objective := p.Gradient(m, grad)
				if m.Pinned {
					return objective
				}
				rows := float64(len(p.Data.X))
				for i, x := range p.Data.X {
					y := p.Data.Y[i]
					for f := range x {
						grad.Weights[y][f] += 2 * x[f] / rows
					}
					grad.Bias[y] += 2 / rows
				}
				return objective
			}
		}},
		{"the gradient of squared error", func(l *library) {
			l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
				return info.Nats(p.SquaredError(m, grad))
			}
		}},
		{"a sum in place of the mean", func(l *library) {
			l.Objective = func(p learn.Problem, m learn.Linear) info.Nats {
				return p.Objective(m) * info.Nats(len(p.Data.X))
			}
			l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
				objective, n := p.Gradient(m, grad), float64(len(p.Data.X))
				for _, slope := range claim.Numbers(p, grad) {
					*slope *= n
				}
				return objective * info.Nats(n)
			}
		}},
		{"a penalty on the bias too", func(l *library) {
			l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
				objective := p.Gradient(m, grad)
				for c, b := range m.Bias {
					grad.Bias[c] += p.Penalty * b
				}
				return objective
			}
		}},
	})
}

// Claim 6.7 (The floor of learning). Whatever was learned, from whatever rows, it costs
// on new ones at least what X leaves in doubt about Y, on average:
//
//	Σ p(x, y)·log₂ 1/q(y|x) ≥ H(Y|X)
//
// Source: Cover & Thomas 2006, Theorem 2.6.3, for each x.
func TestTheFloorOfLearning(t *testing.T) {
	const tolerance = 1e-2 // no matter how well it was learned
	loss := func(l library, s claim.Survey, p [][]float64) (cost info.Bits) {
		m, _ := l.Train(s.Problem(), tolerance)
		for x, q := range l.Forecasts(m, s.Outcomes()) {
			for y, pxy := range p[x] {
				if pxy > 0 {
					cost += info.Bits(pxy) * l.Surprisal(q[y])
				}
			}
		}
		return cost
	}
	floor := func(l library, s claim.Survey) string {
		return claim.AtLeast("expected loss", loss(l, s, s.P), "H(Y|X)", l.EntropyYGivenX(s.P))
	}
	claim.Holds(t, floor, claim.Surveys)
	claim.FailsWithout(t, "the rows are new", func(l library, s claim.Survey) string {
		return claim.AtLeast("loss on the rows learned from", loss(l, s, s.Drawn()), "H(Y|X)", l.EntropyYGivenX(s.P))
	}, claim.Surveys)
	claim.Rejects(t, floor, claim.Surveys, claim.Mistakes{
		{"H(Y) in place of H(Y|X)", func(l *library) {
			l.EntropyYGivenX = func(p [][]float64) info.Bits {
				_, y := book.Margins(p)
				return book.Entropy(y)
			}
		}},
		{"a linear score, 1 − q", linearScore},
	})
}

// Claim 6.8 (A fitted temperature). The temperature T that suits a set of rows best never
// raises their loss, nor does another lower it further. Where it is 0 or ∞, the limit is
// meant:
//
//	loss of z/T ≤ loss of z, and of z/T′ for every T′ > 0
//
// Source: Guo et al. 2017, §4.2.
func TestAFittedTemperature(t *testing.T) {
	cost := func(l library, g claim.Graded, temperature float64) info.Nats {
		heated := claim.Batch{Logits: learn.Heat(g.Logits, temperature), Targets: g.Targets}
		return l.Cost(heated).Total
	}
	suits := func(l library, x claim.Calibration) string {
		fitted, err := l.Temperature(x.Fitted.Logits, x.Fitted.Targets)
		if err != nil {
			return err.Error()
		}
		best := cost(l, x.Tried, fitted)
		wrong := claim.AtLeast("loss as it is", cost(l, x.Tried, 1), "loss when fitted", best)
		for _, other := range []float64{x.Other, x.Other * fitted} {
			wrong = cmp.Or(wrong, claim.AtLeast("loss at another temperature", cost(l, x.Tried, other), "loss when fitted", best))
		}
		return wrong
	}
	claim.Holds(t, suits, claim.Calibrations)
	claim.FailsWithout(t, "it was fitted on these rows", suits, claim.FreshCalibrations)
	claim.Rejects(t, suits, claim.Calibrations, claim.Mistakes{
		{"1/T in place of T", func(l *library) {
			l.Temperature = func(logits [][]float64, targets []int) (float64, error) {
				t, err := learn.Temperature(logits, targets)
				return 1 / t, err
			}
		}},
		{"fitted on the first row alone", func(l *library) {
			l.Temperature = func(logits [][]float64, targets []int) (float64, error) {
				return learn.Temperature(logits[:1], targets[:1])
			}
		}},
	})
}

// Claim 6.9 (Squared error). The squared error of a softmax q, also called the Brier
// score, is the mean over the rows of
//
//	Σ (q(c) − t(c))², with a slope of 2q(c)·(q(c) − t(c) − Σ q·(q − t)) in each logit
//
// Source: Brier 1950.
func TestSquaredError(t *testing.T) {
	const nearby = 1e-3 // what the slope may change by over a short step
	score := func(l library, logits []float64, target int) (float64, []float64) {
		rows := learn.Data{X: [][]float64{{0}, {0}}, Y: []int{target, 0}, Classes: len(logits)}
		p := learn.Problem{Data: rows}
		m, grad := p.Start(), p.Start() // for features of 0 the biases are the logits
		copy(m.Bias, logits)
		return l.SquaredError(p, m, grad), grad.Bias
	}
	squared := func(l library, x claim.Row) string {
		total, slopes := score(l, x.Logits, x.Target)
		sum, wrong, softmax := 0.0, "", l.Softmax(x.Logits)
		slope := make([]float64, len(softmax)) // of the mean over both rows
		for _, target := range []int{x.Target, 0} {
			inner := 0.0
			for c, q := range softmax {
				miss := q - oneWhere(c == target)
				sum, inner = sum+miss*miss/2, inner+q*miss
			}
			for c, q := range softmax {
				slope[c] += q * (q - oneWhere(c == target) - inner)
			}
		}
		for c := range softmax {
			moved := slices.Clone(x.Logits)
			moved[c] += step
			ahead, _ := score(l, moved, x.Target)
			wrong = cmp.Or(wrong,
				claim.Equal("slope", slopes[c],
					fmt.Sprintf("mean of 2q·(q − t − Σ q·(q − t)) over targets %d and 0", x.Target), slope[c]),
				claim.EqualWithin(nearby, "slope", slopes[c], "measured slope", (ahead-total)/step),
			)
		}
		return cmp.Or(claim.Equal("score", total, "mean of Σ (q − t)²", sum), wrong)
	}
	claim.Holds(t, squared, claim.ModestRows)
	claim.Rejects(t, squared, claim.ModestRows, claim.Mistakes{
		{"half of it", func(l *library) {
			l.SquaredError = func(p learn.Problem, m, grad learn.Linear) float64 { return p.SquaredError(m, grad) / 2 }
		}},
		{"the first row alone", func(l *library) {
			l.SquaredError = func(p learn.Problem, m, grad learn.Linear) float64 {
				p.Data.X, p.Data.Y = p.Data.X[:1], p.Data.Y[:1]
				return p.SquaredError(m, grad)
			}
		}},
		{"the slope of the cross entropy", func(l *library) {
			l.SquaredError = func(p learn.Problem, m, grad learn.Linear) float64 {
				score := p.SquaredError(m, grad)
				p.Gradient(m, grad)
				return score
			}
		}},
	})
}

// Mistakes that several claims reject.

// oneLength gives each outcome a codeword as long as the others.
func oneLength(p []float64) []int { return book.ShannonLengths(claim.Uniform(len(p))) }

// rounding makes lengths of surprisals as f says.
func rounding(f func(h float64) float64) func(p []float64) []int {
	return func(p []float64) []int {
		lengths := make([]int, len(p))
		for x, px := range p {
			if 0 < px && px < 1 {
				lengths[x] = int(f(float64(info.Surprisal(px))))
			}
		}
		return lengths
	}
}

func negative(l *library) {
	l.Entropy = func(p []float64) info.Bits { return 0 - book.Entropy(p) }
}

func inNats(l *library) {
	l.Entropy = func(p []float64) info.Bits { return info.Bits(book.Entropy(p).Nats()) }
}

func crossInNats(l *library) {
	l.CrossEntropy = func(p, q []float64) info.Bits { return info.Bits(book.CrossEntropy(p, q).Nats()) }
}

func conditionedOnY(l *library) {
	l.EntropyYGivenX = func(p [][]float64) info.Bits {
		_, y := book.Margins(p)
		return book.JointEntropy(p) - book.Entropy(y)
	}
}

func notTheMarginal(l *library) {
	l.MutualInformation = func(p [][]float64) info.Bits {
		x, y := book.Margins(p)
		return informationOf(p, 1, claim.Uniform(len(x)), y)
	}
}

func swapped(l *library) {
	l.CrossEntropy = func(p, q []float64) info.Bits { return book.CrossEntropy(q, p) }
}

func turned(l *library) {
	l.KullbackLeibler = func(p, q []float64) info.Bits { return book.KullbackLeibler(q, p) }
}

func weighedByModel(l *library) {
	l.CrossEntropy = func(_, q []float64) info.Bits { return book.Entropy(q) }
}

// spending makes each codeword, of so many digits, spend what f says.
func spending(f func(length int) float64) func(l *library) {
	return func(l *library) {
		l.Kraft = func(lengths []int) (spent float64) {
			for _, length := range lengths {
				spent += f(length)
			}
			return spent
		}
	}
}

func oneMore(l *library) {
	l.Normalize = func(counts []float64) []float64 {
		more := slices.Clone(counts)
		for i := range more {
			more[i]++
		}
		return book.Normalize(more)
	}
}

func linearScore(l *library) {
	l.Surprisal = func(q float64) info.Bits { return info.Bits(1 - q) }
}

// clipped keeps forecasts away from 0 and 1.
func clipped(l *library) {
	l.Binary = func(y, yhat float64) info.Nats {
		yhat = max(1e-7, min(1-1e-7, yhat))
		return info.Nats(-y*math.Log(yhat) - (1-y)*math.Log(1-yhat))
	}
}

func squaredErrorSlope(l *library) {
	l.BinaryLogitGradient = func(y, z float64) float64 {
		yhat := loss.Sigmoid(z)
		return 2 * (yhat - y) * yhat * (1 - yhat)
	}
}

// sigmoids give each class a probability of its own, as if several could be right.
func sigmoids(l *library) {
	l.Softmax = func(z []float64) []float64 {
		q := slices.Clone(z)
		for c := range q {
			q[c] = loss.Sigmoid(z[c])
		}
		return q
	}
}

// overRows makes the mean divide by the rows, whatever they count for.
func overRows(l *library) {
	l.Mean = func(s loss.Sum) info.Nats {
		if s.Weight == 0 {
			return s.Mean()
		}
		return s.Total / info.Nats(len(s.Each))
	}
}

func sums(l *library) { l.Mean = func(s loss.Sum) info.Nats { return s.Total } }

func bySquaredError(l *library) {
	l.Train = func(p learn.Problem, _ float64) (learn.Linear, int) {
		m, grad, rate, steps := p.Start(), p.Start(), 1/p.Smoothness(), 0
		for steep := 1.0; steps < 3000 && steep > 1e-9; steps++ {
			p.SquaredError(m, grad)
			m.Add(-rate, grad)
			steep = apart(p, grad, p.Start())
		}
		return m, steps
	}
}

// costing makes rows cost what f says.
func costing(f func(z []float64, target int) float64) func(l *library) {
	return func(l *library) {
		l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
			s, err := e.Classes(z, y, slopes)
			s.Total = 0
			for i := range s.Each {
				s.Each[i] = info.Nats(f(z[i], y[i]))
				s.Total += s.Each[i]
			}
			return s, err
		}
	}
}

// sloping makes slopes what f says of softmax and target.
func sloping(f func(q, t float64) float64) func(l *library) {
	return func(l *library) {
		l.Soft = func(e loss.CrossEntropy, z, t, slopes [][]float64) (loss.Sum, error) {
			s, err := e.Soft(z, t, slopes)
			for i, row := range softened(z) {
				for c, q := range row {
					slopes[i][c] = f(q, t[i][c])
				}
			}
			return s, err
		}
	}
}

// smoothing smooths each target, of n classes, as f says.
func smoothing(f func(e, target, n float64) float64) func(l *library) {
	return func(l *library) {
		l.Classes = func(e loss.CrossEntropy, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
			hard, targets := e, claim.Batch{Logits: z, Targets: y}.OneHot()
			hard.Smoothing = 0
			for _, row := range targets {
				for c := range row {
					row[c] = f(e.Smoothing, row[c], float64(len(row)))
				}
			}
			return hard.Soft(z, targets, slopes)
		}
	}
}

// amongOthers leaves 1 − ε to the target, and shares ε among the other classes.
func amongOthers(e, target, n float64) float64 {
	if n == 1 {
		return 1
	}
	return (1-e)*target + e*(1-target)/(n-1)
}

// proportional is a softmax with f in the place of the exponential, and even odds
// where all that adds up to 0.
func proportional(f func(float64) float64) func(z []float64) []float64 {
	return func(z []float64) []float64 {
		q, sum := make([]float64, len(z)), 0.0
		for c := range z {
			q[c] = f(z[c])
			sum += q[c]
		}
		for c := range q {
			if q[c] /= sum; sum == 0 {
				q[c] = 1 / float64(len(q))
			}
		}
		return q
	}
}

// softened are rows of probabilities in the place of logits.
func softened(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		rows[i] = book.Softmax(z)
	}
	return rows
}

// impurity is 1 − Σp², which decision trees take for entropy.
func impurity(p []float64) info.Bits {
	h := 1.0
	for _, px := range p {
		h -= px * px
	}
	return info.Bits(h)
}

// informationOf is Σ kp log₂ kp/(a·b), with any a and b in the place of the
// margins.
func informationOf(p [][]float64, k float64, a, b []float64) (sum info.Bits) {
	for x, row := range p {
		for y, cell := range row {
			if cell > 0 {
				sum += info.Bits(k * cell * math.Log2(k*cell/(a[x]*b[y])))
			}
		}
	}
	return sum
}

// Sums and means that laws are about.

// possible is how many outcomes have some probability.
func possible(p []float64) (n int) {
	for _, px := range p {
		if px > 0 {
			n++
		}
	}
	return n
}

// average is share·a + (1 − share)·b, in which a share of 0 adds nothing.
func average[T ~float64](share float64, a, b T) T {
	switch share {
	case 0:
		return b
	case 1:
		return a
	}
	return T(share)*a + T(1-share)*b
}

func mean(x []float64) (m float64) {
	for _, v := range x {
		m += v / float64(len(x))
	}
	return m
}

// deviation is the standard deviation of all of x, none of which was left out.
func deviation(x []float64) float64 {
	var squares []float64
	for _, v := range x {
		squares = append(squares, (v-mean(x))*(v-mean(x)))
	}
	return math.Sqrt(mean(squares))
}

func squaredRange(x []float64) float64 {
	wide := slices.Max(x) - slices.Min(x)
	return wide * wide
}

// meanLength is that of the codewords of outcomes from p, and not a number where there are
// other lengths than outcomes, of which [isCode] says so.
func meanLength(p []float64, lengths []int) float64 {
	if len(lengths) != len(p) {
		return math.NaN()
	}
	return code.Mean(info.Must(p...), lengths)
}

// best is the least mean for p of all these lengths, the first of which are those of the
// likeliest outcomes, and the lengths that have it.
func best(codes [][]int, p []float64) (lengths []int, mean float64) {
	likely := slices.Sorted(slices.Values(p))
	slices.Reverse(likely)
	mean = math.Inf(1)
	for _, code := range codes {
		sum := 0.0
		for i, length := range code {
			sum += likely[i] * float64(length)
		}
		if sum < mean {
			lengths, mean = code, sum
		}
	}
	return lengths, mean
}

// isCode says what is wrong with lengths that are to be those of a prefix code for p.
func isCode(p []float64, lengths []int) string {
	if len(lengths) != len(p) {
		return fmt.Sprintf("there are %d lengths for %d outcomes", len(lengths), len(p))
	}
	for x, length := range lengths {
		if length < 0 || length == 0 && p[x] > 0 && possible(p) > 1 {
			return fmt.Sprintf("an outcome of probability %s has length %d", claim.Number(p[x], 3), length)
		}
	}
	return claim.AtLeast("", 1.0, fmt.Sprintf("Σ 2⁻ˡ for lengths %v", lengths), code.Kraft(lengths))
}

// isPrefixCode says what is wrong with codewords that are to have these lengths, and none
// of which is to begin another.
func isPrefixCode(words []string, lengths []int) string {
	if len(words) != len(lengths) {
		spent := claim.Number(code.Kraft(lengths), 4)
		return fmt.Sprintf("there are %d codewords, as Σ 2⁻ˡ = %s", len(words), spent)
	}
	for i, word := range words {
		if len(word) != lengths[i] {
			return fmt.Sprintf("codeword %q has not %d digits", word, lengths[i])
		}
		for j, other := range words {
			if i != j && word != "" && strings.HasPrefix(other, word) {
				return fmt.Sprintf("codeword %q begins like %q", other, word)
			}
		}
	}
	return ""
}

// withinADigit says that lengths made for q have a mean, for outcomes from p, that is at
// least h and less than 1 above it.
func withinADigit(p, q []float64, lengths []int, name string, h info.Bits) string {
	mean := meanLength(p, lengths)
	return cmp.Or(
		isCode(q, lengths),
		claim.AtLeast("L", mean, name, h),
		exceeds(q)(name+" + 1", float64(h)+1, "L", mean),
	)
}

// exceeds compares entropies with the means of lengths made for q, which differ by more
// than rounding unless some outcome is rare.
func exceeds(q []float64) func(nameA string, a float64, nameB string, b float64) string {
	if slices.ContainsFunc(q, func(qx float64) bool { return 0 < qx && qx < 0x1p-10 }) {
		return claim.AtLeast
	}
	return claim.Exceeds
}

// dependence is 2·TV²/ln 2 bits between what X and Y do together and what they would do if
// they were independent.
func dependence(p [][]float64) info.Bits {
	x, y := book.Margins(p)
	return pinsker(claim.Pair{P: claim.Cells(p), Q: claim.Cells(claim.Product(x, y))})
}

// pinsker is 2·TV²/ln 2 bits, what the divergence of p from q is at least.
func pinsker(x claim.Pair) info.Bits {
	tv := x.TotalVariation()
	return info.Bits(2 * tv * tv / math.Ln2)
}

// luck is how far a sample may have a mean surprisal from what it should be.
func luck(p, q []float64) float64 { return claim.Luck(p, q) + claim.Tolerance }

// meanSurprisal is that of outcomes that were counted, under a model.
func meanSurprisal(l library, counts, q []float64) info.Bits {
	var total, n info.Bits
	for x, times := range counts {
		if times > 0 {
			total += info.Bits(times) * l.Surprisal(q[x])
			n += info.Bits(times)
		}
	}
	return total / n
}

// spelled is a text in which each letter occurs so many times.
func spelled(times []float64) (letters []int) {
	for letter, n := range times {
		letters = append(letters, slices.Repeat([]int{letter}, int(n))...)
	}
	return letters
}

// oneRow is a batch of one.
func oneRow(logits []float64, target int) claim.Batch {
	return claim.Batch{Logits: [][]float64{logits}, Targets: []int{target}}
}

// rowLoss and softLoss are what a row costs, for those who do not ask for slopes.
func rowLoss(l library, logits []float64, target int) info.Nats {
	sum, err := l.Classes(loss.CrossEntropy{}, [][]float64{logits}, []int{target}, nil)
	if err != nil {
		panic(err)
	}
	return sum.Total
}

func softLoss(l library, x claim.SoftRow) info.Nats {
	sum, err := l.Soft(loss.CrossEntropy{Weight: x.Weights}, [][]float64{x.Logits}, [][]float64{x.Target}, nil)
	if err != nil {
		panic(err)
	}
	return sum.Total
}

func softCost(l library, x claim.SoftRow) claim.Cost {
	row := oneRow(x.Logits, 0)
	row.Weight = x.Weights
	return l.SoftCost(row, [][]float64{x.Target})
}

// partCosts is what the two parts of a batch cost.
func partCosts(l library, x claim.Divided) (first, second loss.Sum) {
	one, two := x.Parts()
	return l.Cost(one).Sum, l.Cost(two).Sum
}

// truthIsCheapest says that no forecast costs less on average than the truth.
func truthIsCheapest(l library, x claim.Scoring) string {
	return claim.AtLeast("cost of q", l.MeanScore(x, x.Q), "cost of p", l.MeanScore(x, x.P))
}

// sameMean says that two means are the same, which is no number where nothing counts.
func sameMean(a info.Nats, nameB string, b info.Nats) string {
	if a != a && b != b {
		return ""
	}
	return claim.Equal("mean", a, nameB, b)
}

// logOf is ln n, in nats.
func logOf(l library, n int) float64 { return float64(l.Surprisal(1 / float64(n)).Nats()) }

func oneWhere(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// step is how long a step is over which a slope is measured. A loss of some hundreds has
// lost digits enough to move what is measured by chord, or that part of it.
const (
	step  = 0x1p-13
	chord = 1e-9
)

// mostCurved is ¼ or ½ of the largest eigenvalue of XᵀX/N, of the sigmoid or the softmax, and the
// penalty.
func mostCurved(p learn.Problem) float64 {
	features := len(p.Data.X[0])
	products := mat.NewSymDense(features+1, nil)
	for _, row := range p.Data.X {
		x := append(slices.Clone(row), 1)
		if p.NoBias {
			x[features] = 0
		}
		products.SymRankOne(products, 1/float64(len(p.Data.X)), mat.NewVecDense(len(x), x))
	}
	var values mat.EigenSym
	if !values.Factorize(products, false) {
		return math.NaN()
	}
	steepest := 1. / 2
	if p.Pinned && p.Data.Classes == 2 {
		steepest = 1. / 4
	}
	return steepest*slices.Max(values.Values(nil)) + p.Penalty
}

// measured says that the slope of a loss over a small step is what a formula says. As the
// loss is convex, it lies between what that says at both ends.
func measured(name string, slope, before, after float64) string {
	between := max(0, after-before)/2 + chord*max(1, math.Abs(slope))
	return claim.EqualWithin(between, "measured slope in "+name, slope, "slope by the formula", before/2+after/2)
}

// pulled is the mean of (softmax − target)·x over the rows of a lesson, for each class that has weights,
// and the penalty times these.
func pulled(l library, x claim.Lesson) learn.Linear {
	grad, rows := x.Problem.Start(), float64(len(x.Problem.Data.X))
	first := x.Problem.Data.Classes - len(grad.Bias)
	for c := range grad.Bias {
		floats.AddScaled(grad.Weights[c], x.Problem.Penalty, x.At.Weights[c])
		for i, q := range l.Forecasts(x.At, x.Problem.Data.X) {
			miss := q[first+c]
			if x.Problem.Data.Y[i] == first+c {
				miss--
			}
			grad.Bias[c] += miss / rows
			floats.AddScaled(grad.Weights[c], miss/rows, x.Problem.Data.X[i])
		}
	}
	return grad
}

// apart is how far two classifiers are from each other.
func apart(p learn.Problem, m, o learn.Linear) (distance float64) {
	other := claim.Numbers(p, o)
	for i, w := range claim.Numbers(p, m) {
		distance = math.Hypot(distance, *w-*other[i])
	}
	return distance
}

// logLikelihood is the logarithm of what the forecasts of m give to what happened,
// and of how likely such weights were beforehand.
func logLikelihood(l library, p learn.Problem, m learn.Linear) float64 {
	var sum float64
	for i, q := range l.Forecasts(m, p.Data.X) {
		sum += claim.NaturalLog(q[p.Data.Y[i]])
	}
	var squares float64
	for _, weights := range m.Weights {
		for _, w := range weights {
			squares += w * w
		}
	}
	return sum - float64(len(p.Data.X))*p.Penalty/2*squares
}

// Claim 6.10 (Minibatches). The mean loss of a batch, of B rows drawn from all N, is right on
// average: over all the ways to draw B rows its mean is the mean loss of all, if each row
// weighs the same. Where a row may be drawn again, its standard deviation over all these
// ways, also called its standard error, is
//
//	σ/√B
//
// where σ is the standard deviation of what the rows cost. Where none is drawn twice, and
// N > 1, it is that times √((N − B)/(N − 1)).
func TestMinibatch(t *testing.T) {
	means := func(l library, x claim.Lottery) (all []float64) {
		for _, batch := range x.Draws() {
			all = append(all, float64(l.Mean(l.Cost(batch).Sum)))
		}
		return all
	}
	onAverage := func(l library, x claim.Lottery) string {
		return claim.Equal("mean over all batches", mean(means(l, x)), "mean loss", l.Mean(l.Cost(x.Batch).Sum))
	}
	spread := func(l library, x claim.Lottery) string {
		var rows []float64
		for _, cost := range l.Cost(x.Batch).Each {
			rows = append(rows, float64(cost))
		}
		return claim.Equal("standard deviation over all batches", deviation(means(l, x)),
			"σ/√B", deviation(rows)/math.Sqrt(float64(x.Size)))
	}
	withoutRepeats := func(l library, x claim.Lottery) string {
		n, size := float64(len(x.Targets)), float64(x.Size)
		again := x
		again.Apart = false
		return claim.Equal("standard deviation over all batches", deviation(means(l, x)),
			"that with repeats, times √((N − B)/(N − 1))", deviation(means(l, again))*math.Sqrt((n-size)/(n-1)))
	}
	claim.Holds(t, onAverage, claim.Lotteries)
	claim.Holds(t, onAverage, claim.SparseLotteries)
	claim.Holds(t, spread, claim.Lotteries)
	claim.Holds(t, withoutRepeats, claim.SparseLotteries)
	claim.FailsWithout(t, "each row weighs the same", onAverage, claim.HeavyLotteries)
	claim.FailsWithout(t, "a row may be drawn again", spread, claim.SparseLotteries)
	claim.Rejects(t, onAverage, claim.Lotteries, claim.Mistakes{{"the sum in place of the mean", sums}})
}

// Claim 7.1 (The cost of a text). A text costs what its letters cost, each behind all
// that stand before it:
//
//	h(text) = Σ log₂ 1/P(letter | letters before it)
//
// where the letters are counted with all that stand before them, in texts of which none
// is the beginning of a different one and none begins with a space, and h(text) is the
// surprisal of its share among them.
//
// Source: Cover & Thomas 2006, Theorem 2.5.1, for means.
func TestTheCostOfAText(t *testing.T) {
	chain := func(l library, x claim.Words) string {
		m := l.LetterModel(x.Texts, x.Order, 0)
		for _, text := range x.Texts {
			times := 0
			for _, other := range x.Texts {
				if other == text {
					times++
				}
			}
			wrong := claim.Equal("sum of letters of "+text, l.TextCost(m, text),
				"h(text)", l.Surprisal(float64(times)/float64(len(x.Texts))))
			if wrong != "" {
				return wrong
			}
		}
		return ""
	}
	claim.Holds(t, chain, claim.WholeWords)
	claim.FailsWithout(t, "no text begins another", chain, claim.WordsWithoutEnds)
	claim.Rejects(t, chain, claim.WholeWords, claim.Mistakes{
		{"each letter by itself, as if independent", func(l *library) {
			l.LetterModel = func(texts []string, _ int, lambda float64) language.Model {
				return book.LetterModel(texts, 0, lambda)
			}
		}},
		{"the first letter left out", func(l *library) {
			l.LetterCosts = func(m language.Model, text string) []info.Bits {
				return book.LetterCosts(m, text)[1:]
			}
		}},
		{"the letter after in place of the letter before", backwards},
	})
}

// backwards counts texts as they are read from their ends.
func backwards(l *library) {
	l.LetterModel = func(texts []string, order int, lambda float64) language.Model {
		var reversed []string
		for _, text := range texts {
			letters := []byte(text)
			slices.Reverse(letters)
			reversed = append(reversed, string(letters))
		}
		return book.LetterModel(reversed, order, lambda)
	}
}

// Claim 7.2 (A forecast for each letter). Behind whatever context, the forecasts of all
// letters sum to 1, where λ > 0 is added to each count, and where contexts are mixed.
func TestAForecastForEachLetter(t *testing.T) {
	sums := func(l library, x claim.Reading) string {
		added := l.LetterModel([]string{x.Counted}, x.Order, x.Lambda)
		mixed := l.Interpolated([]string{x.Counted}, x.Order, x.Lambda/4)
		for i := range x.Read {
			var sumAdded, sumMixed float64
			for _, next := range "abcd_" {
				sumAdded += added(x.Read[:i], next)
				sumMixed += mixed(x.Read[:i], next)
			}
			wrong := cmp.Or(
				claim.Equal("sum with λ added", sumAdded, "", 1.0),
				claim.Equal("sum of contexts mixed by λ/4", sumMixed, "", 1.0),
			)
			if wrong != "" {
				return fmt.Sprintf("behind %q: %s", x.Read[:i], wrong)
			}
		}
		return ""
	}
	claim.Holds(t, sums, claim.SmoothedReadings)
	claim.FailsWithout(t, "λ > 0", sums, claim.NewReadings)
	claim.Rejects(t, sums, claim.SmoothedReadings, claim.Mistakes{
		{"λ added for what was never seen alone", func(l *library) {
			l.LetterModel = func(texts []string, order int, lambda float64) language.Model {
				added, plain := book.LetterModel(texts, order, lambda), book.LetterModel(texts, order, 0)
				return func(before string, next rune) float64 {
					if plain(before, next) == 0 {
						return added(before, next)
					}
					return plain(before, next)
				}
			}
		}},
		{"shorter contexts added, not mixed", func(l *library) {
			l.Interpolated = func(texts []string, order int, weight float64) language.Model {
				m, plain := book.Interpolated(texts, order, weight), book.LetterModel(texts, order, 0)
				return func(before string, next rune) float64 {
					return m(before, next) + (1-weight)*plain(before, next)
				}
			}
		}},
	})
}

// Claim 7.3 (Never seen). Where letters are as likely as they were counted, a text costs
// infinitely much exactly if one of its letters never came after its context in what was
// counted.
func TestNeverSeen(t *testing.T) {
	never := func(l library, x claim.Reading) string {
		cost := l.TextCost(l.LetterModel([]string{x.Counted}, x.Order, x.Lambda), x.Read)
		if !x.Unseen() {
			return claim.Finite("cost", cost)
		}
		return claim.Same("cost", cost, "", math.Inf(1))
	}
	claim.Holds(t, never, claim.NewReadings)
	claim.FailsWithout(t, "nothing is added", never, claim.SmoothedReadings)
	claim.Rejects(t, never, claim.NewReadings, claim.Mistakes{
		{"no probability below 10⁻⁹", func(l *library) {
			l.LetterModel = func(texts []string, order int, lambda float64) language.Model {
				m := book.LetterModel(texts, order, lambda)
				return func(before string, next rune) float64 { return max(1e-9, m(before, next)) }
			}
		}},
		{"a context one letter shorter", func(l *library) {
			l.LetterModel = func(texts []string, order int, lambda float64) language.Model {
				return book.LetterModel(texts, max(0, order-1), lambda)
			}
		}},
	})
}

// Claim 7.4 (Longer contexts). On the text that was counted, a longer context never costs
// more, where all letters are counted, from the first on, and nothing is added to the
// counts:
//
//	H₀ ≥ H₁ ≥ H₂ ≥ …  for Hₖ = 1/N Σ log₂ 1/P(letter | k letters before it)
func TestLongerContexts(t *testing.T) {
	longer := func(l library, x claim.Reading) string {
		var mean [5]info.Bits
		for k := range mean {
			m := l.LetterModel([]string{x.Counted}, k, x.Lambda)
			mean[k], _ = l.Estimate(l.LetterCosts(m, x.Read))
		}
		for k, h := range mean[1:] {
			if wrong := claim.AtLeast(fmt.Sprint("H", k), mean[k], fmt.Sprint("H", k+1), h); wrong != "" {
				return wrong
			}
		}
		return ""
	}
	claim.Holds(t, longer, claim.Rereadings)
	claim.FailsWithout(t, "the text was counted", longer, claim.NewReadings)
	claim.FailsWithout(t, "nothing is added", longer, claim.SmoothedRereadings)
	claim.Rejects(t, longer, claim.Rereadings, claim.Mistakes{
		{"letters with too few before them left out", leavesOutFirst},
	})
}

// leavesOutFirst counts and charges only letters that have a whole context before them.
func leavesOutFirst(l *library) {
	l.LetterModel = func(texts []string, order int, lambda float64) language.Model {
		c := language.NewCounts(order)
		for _, text := range texts {
			for i := order; i < len(text); i++ {
				c.AddTimes(text[:i], rune(text[i]), 1)
			}
		}
		m := c.AddLambda(order, lambda, claim.TextLetters)
		return func(before string, next rune) float64 {
			if len(before) < order {
				return math.NaN()
			}
			return m(before, next)
		}
	}
	l.LetterCosts = func(m language.Model, text string) []info.Bits {
		costs := slices.DeleteFunc(book.LetterCosts(m, text), func(h info.Bits) bool { return h != h })
		if len(costs) == 0 {
			return []info.Bits{0}
		}
		return costs
	}
}

// Claim 7.5 (An even mixture). To mix evenly costs at most 1 bit a letter more than either
// part: the shares counted after the whole context, or the mixture for one a letter shorter.
//
//	log₂ 1/(½P + ½Q) ≤ log₂ 1/P + 1
func TestAnEvenMixture(t *testing.T) {
	even := func(l library, x claim.Reading) string {
		texts := []string{x.Counted}
		mixed := l.LetterCosts(l.Interpolated(texts, x.Order, 0.5), x.Read)
		parts := [][]info.Bits{l.LetterCosts(l.LetterModel(texts, x.Order, 0), x.Read)}
		if x.Order > 0 {
			parts = append(parts, l.LetterCosts(l.Interpolated(texts, x.Order-1, 0.5), x.Read))
		}
		for i, h := range mixed {
			for _, part := range parts {
				if wrong := claim.AtLeast("1 + a part's cost", 1+part[i], "the mixture's", h); wrong != "" {
					return fmt.Sprintf("letter %d: %s", i+1, wrong)
				}
			}
		}
		return ""
	}
	claim.Holds(t, even, claim.NewReadings)
	claim.Rejects(t, even, claim.NewReadings, claim.Mistakes{
		{"a quarter of the longest context", func(l *library) {
			l.Interpolated = func(texts []string, order int, _ float64) language.Model {
				return book.Interpolated(texts, order, 0.25)
			}
		}},
		{"the longest context alone, where it was seen", func(l *library) {
			l.Interpolated = func(texts []string, order int, _ float64) language.Model {
				return book.Interpolated(texts, order, 1)
			}
		}},
	})
}

// Claim 7.6 (The standard error). Means of the surprisals of N independent draws from one p,
// of a finite standard deviation σ each, have a standard deviation of σ/√N. The square of
// the standard error of a sample of two or more is right on average:
//
//	mean of (mean − H(p, q))² = σ²/N = mean of (standard error)²
func TestTheStandardError(t *testing.T) {
	spread := func(l library, x claim.Foretold) string {
		h := float64(l.CrossEntropy(x.P, x.Q))
		off := x.Mean(func(sample []int) float64 {
			mean, _ := l.Estimate(x.Surprisals(l, sample))
			return (float64(mean) - h) * (float64(mean) - h)
		})
		estimated := x.Mean(func(sample []int) float64 {
			_, standardError := l.Estimate(x.Surprisals(l, sample))
			return float64(standardError * standardError)
		})
		variance := x.Variance() / float64(x.N)
		return cmp.Or(
			claim.Equal("variance of the mean", off, "σ²/N", variance),
			claim.Equal("mean of (standard error)²", estimated, "σ²/N", variance),
		)
	}
	claim.Holds(t, spread, claim.ForetoldSamples)
	claim.FailsWithout(t, "two or more", spread, claim.ForetoldDraws)
	claim.FailsWithout(t, "independent", spread, claim.CopiedForetoldDraws)
	claim.Rejects(t, spread, claim.ForetoldSamples, claim.Mistakes{
		{"the standard deviation of one draw", func(l *library) {
			l.Estimate = func(h []info.Bits) (mean, standardError info.Bits) {
				mean, standardError = info.Estimate(h)
				return mean, standardError * info.Bits(math.Sqrt(float64(len(h))))
			}
		}},
		{"divided by N, not N − 1", func(l *library) {
			l.Estimate = func(h []info.Bits) (mean, standardError info.Bits) {
				mean, standardError = info.Estimate(h)
				return mean, standardError * info.Bits(math.Sqrt(float64(len(h)-1)/float64(len(h))))
			}
		}},
	})
}

// Claim 7.7 (Perplexity). Where all n letters are as likely, the perplexity is n:
//
//	2^H = n, with H in bits
func TestPerplexity(t *testing.T) {
	alphabet := func(l library, x claim.Growth) string {
		return claim.Equal("perplexity", l.Perplexity(l.Entropy(x.Few)), "n", float64(len(x.Few)))
	}
	claim.Holds(t, alphabet, claim.Choices)
	claim.FailsWithout(t, "as likely", alphabet, claim.UnevenChoices)
	claim.Rejects(t, alphabet, claim.Choices, claim.Mistakes{
		{"2 to the nats", func(l *library) {
			l.Perplexity = func(h info.Bits) float64 { return math.Exp2(float64(h.Nats())) }
		}},
	})
}

// Claim 7.8 (Your own counts). No other text of which the letters are counted makes a text
// cheaper than the text itself does, where contexts are as long and letters as likely as
// they were counted:
//
//	H(text, model of the text) ≤ H(text, model of another)
func TestYourOwnCounts(t *testing.T) {
	own := func(l library, x claim.Comparison) string {
		cost := func(counted string) info.Bits {
			return l.TextCost(l.LetterModel([]string{counted}, x.Order, x.Lambda), x.Read)
		}
		return claim.AtLeast("cost by the other's counts", cost(x.Other), "cost by its own", cost(x.Counted))
	}
	claim.Holds(t, own, claim.Comparisons)
	claim.FailsWithout(t, "the text was counted", own, claim.NewComparisons)
	claim.FailsWithout(t, "nothing is added", own, claim.SmoothedComparisons)
	claim.Rejects(t, own, claim.Comparisons, claim.Mistakes{
		{"the letter after in place of the letter before", backwards},
	})
}

// Claim 7.9 (Too low). The entropy of the shares among independent draws is on average never
// too high, and too low where two outcomes or more can happen. For N draws of n outcomes:
//
//	−ln(1 + (n − 1)/N) ≤ mean − H ≤ 0, in nats
//
// Source: Paninski 2003.
func TestTooLow(t *testing.T) {
	average := func(l library, x claim.Draws) float64 {
		return x.Mean(func(sample []int) float64 { return float64(l.CountsEntropy(l.Count(sample))) })
	}
	lower := func(l library, x claim.Draws) string {
		return claim.Exceeds("H", float64(l.Entropy(x.P)), "mean entropy", average(l, x))
	}
	low := func(l library, x claim.Draws) string {
		mean := average(l, x)
		n, h := 0, float64(l.Entropy(x.P))
		for _, p := range x.P {
			if p > 0 {
				n++
			}
		}
		most := info.Nats(math.Log1p(float64(n-1) / float64(x.N))).Bits()
		return cmp.Or(
			claim.AtLeast("H", h, "mean entropy", mean),
			claim.AtLeast("mean entropy", mean, "H − log₂(1 + (n − 1)/N)", h-float64(most)),
		)
	}
	claim.Holds(t, low, claim.SeparateDraws)
	claim.Holds(t, lower, claim.UncertainDraws)
	claim.FailsWithout(t, "independent", low, claim.CopiedDraws)
	claim.FailsWithout(t, "two outcomes or more", lower, claim.SeparateDraws)
	claim.Rejects(t, low, claim.SeparateDraws, claim.Mistakes{
		{"N/(N − 1) times, as variances are mended", func(l *library) {
			l.CountsEntropy = func(c *info.Counts[int]) info.Bits {
				return c.Entropy() * info.Bits(c.Total()) / info.Bits(max(1, c.Total()-1))
			}
		}},
		{"twice what Miller and Madow add", func(l *library) {
			l.CountsEntropy = func(c *info.Counts[int]) info.Bits { return 2*c.MillerMadow() - c.Entropy() }
		}},
		{"outcomes that were seen once left out", func(l *library) {
			l.Count = func(parts ...[]int) *info.Counts[int] {
				var seen []int
				for outcome, times := range book.Count(parts...).All() {
					if times > 1 {
						seen = append(seen, slices.Repeat([]int{outcome}, int(times))...)
					}
				}
				return book.Count(seen)
			}
		}},
	})
}

// Claim 7.10 (A fair measure). The mean surprisal of a sample, under a model that knew
// nothing of it, is on average the cross entropy, however small the sample:
//
//	the mean over all samples = H(p, q)
func TestAFairMeasure(t *testing.T) {
	fair := func(l library, x claim.Foretold) string {
		average := x.Mean(func(sample []int) float64 {
			mean, _ := l.Estimate(x.Surprisals(l, sample))
			return float64(mean)
		})
		return claim.Equal("average of means", average, "H(p, q)", l.CrossEntropy(x.P, x.Q))
	}
	claim.Holds(t, fair, claim.ForetoldDraws)
	claim.FailsWithout(t, "knew nothing of it", fair, claim.FittedForetoldDraws)
	claim.Rejects(t, fair, claim.ForetoldDraws, claim.Mistakes{
		{"p and q swapped", swapped},
		{"the dearest and the cheapest draw left out", func(l *library) {
			l.Estimate = func(h []info.Bits) (mean, standardError info.Bits) {
				if len(h) > 2 {
					h = slices.Sorted(slices.Values(h))[1 : len(h)-1]
				}
				return info.Estimate(h)
			}
		}},
	})
}
