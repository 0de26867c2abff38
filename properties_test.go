package crossentropy

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info"
	"crossentropy/info/arbitrary"
	"crossentropy/info/claim"
	"crossentropy/info/code"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// The claims of the book, in its order. Each is a property that holds on every
// case drawn, fails once an assumption is dropped, and rejects mathematics that
// is wrong. p is the truth, q the model, h surprisal, H entropy, D divergence.

type (
	library      = claim.Library
	distribution = info.Distribution
	classifier   = loss.CrossEntropy
	classLoss    = func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error)
	softLoss     = func(e classifier, z, t, slopes [][]float64) (loss.Sum, error)
)

// Claim 1.1 (Certainty). A certain event tells nothing:
//
//	h(1) = 0
func TestCertainty(t *testing.T) {
	certainty := func(l library, one float64) claim.Verdict {
		return l.S(one).IsExactly(claim.Exactly(0))
	}
	once := arbitrary.Just(1.0, func(float64) string { return "p = 1" })
	claim.Holds(t, once, certainty)
	claim.Rejects(t, once, certainty, "the logarithm of 1 + p", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(math.Log2(1 + p)) }
	})
	claim.Rejects(t, once, certainty, "minus the logarithm, which makes it −0", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(-math.Log2(p)) }
	})
}

// Claim 1.2 (No negative surprise). No event takes information away:
//
//	h(p) ≥ 0 for 0 ≤ p ≤ 1
func TestNoNegativeSurprise(t *testing.T) {
	positive := func(l library, p float64) claim.Verdict {
		return l.S(p).AtLeast(claim.Exactly(0))
	}
	claim.Holds(t, arbitrary.Probabilities, positive)
	claim.Rejects(t, arbitrary.Probabilities, positive, "the logarithm without its minus", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(math.Log2(p)) }
	})
}

// Claim 1.3 (Rarity). The rarer of two events tells more:
//
//	h(p) > h(q) where p < q
func TestRarity(t *testing.T) {
	rarer := func(l library, x arbitrary.Chances) claim.Verdict {
		low, high := min(x.P, x.Q), max(x.P, x.Q)
		rare, common := l.S(low).Named("h(rarer)"), l.S(high).Named("h(likelier)")
		if low > high/2 { // closer than that, rounding may make them equal
			return rare.AtLeast(common)
		}
		if low == high { // both are 0
			return rare.Is(common)
		}
		return rare.Exceeds(common)
	}
	claim.Holds(t, arbitrary.TwoChances, rarer)
	claim.Rejects(t, arbitrary.TwoChances, rarer, "information as p itself", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(p) }
	})
}

// Claim 1.4 (Additivity). Surprisals of independent events add up:
//
//	h(A and B) = h(A) + h(B) for independent A and B
//
// Source: Shannon 1948, Introduction.
func TestAdditivity(t *testing.T) {
	additive := func(l library, x arbitrary.Events) claim.Verdict {
		const product = 1 // the roundings of P·Q
		return l.SComputed(x.Both, product).Named("h(A and B)").Is(l.S(x.P).Plus(l.S(x.Q)).Named("h(A) + h(B)"))
	}
	claim.Holds(t, arbitrary.Independent, additive)
	claim.FailsWithout(t, "the events are independent", arbitrary.Dependent, additive)
	claim.Rejects(t, arbitrary.Independent, additive, "1/p in place of its logarithm", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(1 / p) }
	})
}

// Claim 1.5 (Halving). Halving a probability adds one bit:
//
//	h(2⁻ᵏ) = k
//
// exactly, down to the smallest float, where k = 1074.
func TestHalving(t *testing.T) {
	halving := func(l library, k float64) claim.Verdict {
		return l.S(math.Ldexp(1, -int(k))).IsExactly(claim.Exactly(k))
	}
	claim.Holds(t, arbitrary.Halvings, halving)
	claim.Rejects(t, arbitrary.Halvings, halving, "the natural logarithm", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(0 - math.Log(p)) }
	})
	claim.Rejects(t, arbitrary.Halvings, halving, "no number below 2⁻¹⁰²²", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Surprisal(max(p, 0x1p-1022)) }
	})
}

// Claim 1.6 (Powers). Raising a probability to a power multiplies what it tells:
//
//	h(pᵏ) = k·h(p) for every real k > 0
func TestPowers(t *testing.T) {
	powers := func(l library, x arbitrary.Power) claim.Verdict {
		return l.SComputed(math.Pow(x.P, x.K), claim.PowRoundings).Named("h(pᵏ)").Is(l.S(x.P).Times(x.K).Named("k·h(p)"))
	}
	claim.Holds(t, arbitrary.Powers, powers)
	claim.Rejects(t, arbitrary.Powers, powers, "the root of the surprisal", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(math.Sqrt(float64(info.Surprisal(p)))) }
	})
}

// Claim 1.7 (Units). Bits and nats measure one thing on two scales, and a
// quantity can be taken from one to the other and back:
//
//	h in nats = h in bits · ln 2 = ln 1/p
//
// Source: Cover & Thomas 2006, Lemma 2.1.2.
func TestUnits(t *testing.T) {
	units := func(l library, p float64) claim.Verdict {
		h := l.Surprisal(p)
		return claim.All(
			claim.Exactly(float64(h.Nats())).Named("h in nats").Is(claim.NaturalLog(p).Times(-1).Named("ln 1/p")),
			claim.Exactly(float64(h.Nats().Bits())).Named("bits and back").Is(l.S(p)),
		)
	}
	claim.Holds(t, arbitrary.Probabilities, units)
	claim.Rejects(t, arbitrary.Probabilities, units, "nats that are called bits", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(info.Surprisal(p).Nats()) }
	})
}

// Claim 1.8 (The impossible). An event is infinitely surprising exactly when
// its probability is 0:
//
//	h(p) = ∞ if and only if p = 0
func TestTheImpossible(t *testing.T) {
	impossible := func(l library, p float64) claim.Verdict {
		if p == 0 {
			return l.S(p).Is(claim.Exactly(math.Inf(1)))
		}
		return l.S(p).Finite()
	}
	claim.Holds(t, arbitrary.Probabilities, impossible)
	claim.Rejects(t, arbitrary.Probabilities, impossible, "a floor of 1e-12 under p", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Surprisal(max(p, 1e-12)) }
	})
}

// Claim 2.1 (No negative entropy). Entropy is never negative:
//
//	H(p) ≥ 0
//
// Source: Cover & Thomas 2006, Lemma 2.1.1.
func TestNoNegativeEntropy(t *testing.T) {
	positive := func(l library, p distribution) claim.Verdict {
		return l.H(p).AtLeast(claim.Exactly(0))
	}
	claim.Holds(t, arbitrary.Distributions, positive)
	claim.FailsWithout(t, "p sums to 1", arbitrary.Loose, positive)
	claim.Rejects(t, arbitrary.Distributions, positive, "the logarithm without its minus", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return -info.Entropy(p) }
	})
}

// Claim 2.2 (Nothing in doubt). Entropy is 0 exactly when one outcome is
// certain:
//
//	H(p) = 0 if and only if p(x) = 1 for some x
//
// Source: Shannon 1948, §6, property 1.
func TestNothingInDoubt(t *testing.T) {
	certain := func(l library, p distribution) claim.Verdict {
		possible := 0
		for _, px := range p.All() {
			if px > 0 {
				possible++
			}
		}
		if possible == 1 {
			return l.H(p).IsExactly(claim.Exactly(0))
		}
		return claim.Exactly(float64(l.Entropy(p))).Named("H(p)").Exceeds(claim.Exactly(0))
	}
	claim.Holds(t, arbitrary.Distributions, certain)
	claim.Rejects(t, arbitrary.Distributions, certain, "0·log 0 left to the computer", func(l *library) {
		l.Entropy = func(p distribution) info.Bits {
			var h float64
			for _, px := range p.All() {
				h -= px * math.Log2(px)
			}
			return info.Bits(h)
		}
	})
}

// Claim 2.3 (Most in doubt). Entropy is at most the logarithm of the number of
// outcomes, and reaches it only where all are equally likely:
//
//	H(p) ≤ log₂ n, with equality only for p = (1/n, …, 1/n)
//
// Source: Shannon 1948, §6, property 2; Cover & Thomas 2006, Theorem 2.6.4.
func TestMostInDoubt(t *testing.T) {
	most := func(l library, p distribution) claim.Verdict {
		equal := info.Uniform(p.Len())
		limit := l.S(equal.P(0)).Named("log₂ n")
		shortfall := claim.Pinsker(p, equal) // above 0 wherever p is not uniform
		return claim.All(
			l.H(equal).Named("H(1/n, …, 1/n)").Is(limit),
			limit.AtLeast(l.H(p).Plus(shortfall)),
		)
	}
	claim.Holds(t, arbitrary.Distributions, most)
	claim.Rejects(t, arbitrary.Distributions, most, "bits compared with ln n", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return info.Bits(info.Surprisal(p).Nats()) }
	})
	claim.Rejects(t, arbitrary.Distributions, most, "the impurity 1 − Σp² in place of entropy", func(l *library) {
		l.Entropy = impurity
	})
}

// Claim 2.4 (Names). What the outcomes are called, and in which order they
// stand, changes nothing:
//
//	H(p) = H(q) where q is p with its outcomes exchanged
func TestNames(t *testing.T) {
	names := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.H(x.P).Is(l.H(x.Q).Named("H(q)"))
	}
	claim.Holds(t, arbitrary.Relabelled, names)
	claim.FailsWithout(t, "q has the same probabilities", arbitrary.Pairs, names)
	claim.Rejects(t, arbitrary.Relabelled, names, "outcomes weighed by their place", func(l *library) {
		l.Entropy = func(p distribution) info.Bits {
			var h info.Bits
			for x, px := range p.All() {
				if px > 0 {
					h += info.Bits(float64(x+1)*px) * info.Surprisal(px)
				}
			}
			return h
		}
	})
}

// Claim 2.5 (What never happens). An outcome of probability 0 can be added to
// the list and changes nothing:
//
//	H(p₁, …, pₙ, 0) = H(p₁, …, pₙ)
func TestWhatNeverHappens(t *testing.T) {
	never := func(l library, p distribution) claim.Verdict {
		return l.H(arbitrary.WithImpossible(p)).Named("H(p₁, …, pₙ, 0)").IsExactly(l.H(p))
	}
	claim.Holds(t, arbitrary.Distributions, never)
	claim.Rejects(t, arbitrary.Distributions, never, "ε = 1e-7 added to each p", func(l *library) {
		l.Entropy = func(p distribution) info.Bits {
			var h float64
			for _, px := range p.All() {
				h -= (px + 1e-7) * math.Log2(px+1e-7)
			}
			return info.Bits(h)
		}
	})
}

// Claim 2.6 (Small changes). A small change of p makes a small change of H. With
// T the total variation between p and q, and h₂ the entropy of two outcomes:
//
//	|H(p) − H(q)| ≤ T·log₂(n − 1) + h₂(T)
//
// Source: Audenaert 2007.
func TestSmallChanges(t *testing.T) {
	continuous := func(l library, x arbitrary.Pair) claim.Verdict {
		apart := claim.TotalVariation(x.P, x.Q)
		limit := l.H2Near(apart)
		if n := x.P.Len(); n > 2 {
			limit = limit.Plus(apart.By(l.S(1 / float64(n-1))))
		}
		difference := l.H(x.P).Minus(l.H(x.Q)).Magnitude()
		return limit.Named("T·log(n−1) + h₂(T)").AtLeast(difference.Named("|H(p) − H(q)|"))
	}
	claim.Holds(t, arbitrary.Pairs, continuous)
	claim.Rejects(t, arbitrary.Pairs, continuous, "the bound without h₂(T)", func(l *library) {
		l.BinaryEntropy = func(float64) info.Bits { return 0 }
	})
	claim.Rejects(t, arbitrary.Pairs, continuous, "entropies twice as large", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return 2 * info.Entropy(p) }
	})
}

// Claim 2.7 (Grouping). Deciding on a group first and then within it tells what
// deciding at once tells. With X the group and Y the place in it:
//
//	H(X, Y) = H(X) + Σ p(x)·H(Y|X = x)
//
// Source: Shannon 1948, §6, axiom 3.
func TestGrouping(t *testing.T) {
	grouping := func(l library, j info.Joint) claim.Verdict {
		return l.HXY(j).Is(l.H(j.X()).Named("H(X)").Plus(l.HYX(j)))
	}
	claim.Holds(t, arbitrary.Joints, grouping)
	claim.Rejects(t, arbitrary.Joints, grouping, "a mean over groups that are not weighed", func(l *library) {
		l.EntropyYGivenX = func(j info.Joint) info.Bits {
			var h info.Bits
			groups := arbitrary.Rows(j)
			for _, group := range groups {
				if within, err := info.Normalize(group...); err == nil {
					h += info.Entropy(within) / info.Bits(len(groups))
				}
			}
			return h
		}
	})
	claim.Rejects(t, arbitrary.Joints, grouping, "the impurity 1 − Σp² in place of entropy", func(l *library) {
		l.Entropy = impurity
	})
}

// Claim 2.8 (Separate sources). Entropies of independent variables add up:
//
//	H(X, Y) = H(X) + H(Y)
//
// Source: Shannon 1948, §6, property 3; Cover & Thomas 2006, Theorem 2.6.6.
func TestSeparateSources(t *testing.T) {
	separate := func(l library, j info.Joint) claim.Verdict {
		return l.HXY(j).Is(l.H(j.X()).Named("H(X)").Plus(l.H(j.Y()).Named("H(Y)")))
	}
	claim.Holds(t, arbitrary.IndependentJoints, separate)
	claim.FailsWithout(t, "X and Y are independent", arbitrary.Joints, separate)
	claim.Rejects(t, arbitrary.IndependentJoints, separate, "a joint that sums to 1.1", func(l *library) {
		l.JointEntropy = func(j info.Joint) info.Bits { return info.Entropy(arbitrary.Scaled(j.Pairs(), 1.1)) }
	})
	claim.Rejects(t, arbitrary.IndependentJoints, separate, "the impurity 1 − Σp² in place of entropy", func(l *library) {
		l.Entropy = impurity
		l.JointEntropy = func(j info.Joint) info.Bits { return impurity(j.Pairs()) }
	})
}

// Claim 2.9 (Mixing). Entropy is concave. A mixture has at least the mixture of
// the entropies:
//
//	H(λp + (1−λ)r) ≥ λ·H(p) + (1−λ)·H(r)
//
// Source: Cover & Thomas 2006, Theorem 2.7.3.
func TestMixing(t *testing.T) {
	concave := func(l library, x arbitrary.Mixture) claim.Verdict {
		mean := l.H(x.P).Times(x.Share).Plus(l.H(x.R).Times(1 - x.Share))
		return l.H(x.Mixed).Named("H(mixture)").AtLeast(mean.Named("mean of the entropies"))
	}
	claim.Holds(t, arbitrary.Mixtures, concave)
	claim.Rejects(t, arbitrary.Mixtures, concave, "the logarithm without its minus", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return -info.Entropy(p) }
	})
	claim.Rejects(t, arbitrary.Mixtures, concave, "the surprisal of the rarest outcome", func(l *library) {
		l.Entropy = func(p distribution) (h info.Bits) {
			for _, px := range p.All() {
				if px > 0 {
					h = max(h, info.Surprisal(px))
				}
			}
			return h
		}
	})
}

// Claim 2.10 (Levelling). Moving probability from a likelier outcome to a rarer
// one, at most their difference, never lowers the entropy.
//
// Source: Shannon 1948, §6, property 4.
func TestLevelling(t *testing.T) {
	levelling := func(l library, x arbitrary.Transfer) claim.Verdict {
		return l.H(x.After).Named("H after").AtLeast(l.H(x.Before).Named("H before"))
	}
	claim.Holds(t, arbitrary.Levellings, levelling)
	claim.FailsWithout(t, "at most their difference", arbitrary.Robberies, levelling)
	claim.Rejects(t, arbitrary.Levellings, levelling, "the logarithm without its minus", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return -info.Entropy(p) }
	})
}

// Claim 2.11 (Two outcomes). The entropy of a coin is that of a distribution of
// two outcomes. It does not care which side is which, and peaks at one bit:
//
//	h₂(p) = h₂(1 − p) ≤ h₂(½) = 1
//
// Source: Cover & Thomas 2006, Example 2.1.1.
func TestTwoOutcomes(t *testing.T) {
	coin := func(l library, p float64) claim.Verdict {
		return claim.All(
			l.H2(p).Is(l.H2(1-p).Named("h₂(1−p)")),
			l.H2(p).Is(l.H(info.Must(p, 1-p)).Named("H((p, 1−p))")),
			l.H2(0.5).Named("h₂(½)").Is(claim.Exactly(1)),
			claim.Exactly(1).AtLeast(l.H2(p)),
		)
	}
	claim.Holds(t, arbitrary.SixtyFourths, coin)
	claim.Rejects(t, arbitrary.SixtyFourths, coin, "the first of its two terms alone", func(l *library) {
		l.BinaryEntropy = func(p float64) info.Bits { return info.Bits(p) * info.Surprisal(max(p, 0x1p-1022)) }
	})
}

// Claim 2.12 (Functions). A function of X tells no more than X:
//
//	H(f(X)) ≤ H(X)
//
// Source: Cover & Thomas 2006, Problem 2.4.
func TestFunctions(t *testing.T) {
	functions := func(l library, x arbitrary.Image) claim.Verdict {
		return l.H(x.Before.P).Named("H(X)").AtLeast(l.H(x.After.P).Named("H(f(X))"))
	}
	claim.Holds(t, arbitrary.Merged, functions)
	claim.FailsWithout(t, "f tosses no coin", arbitrary.Split, functions)
	claim.Rejects(t, arbitrary.Merged, functions, "the logarithm without its minus", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return -info.Entropy(p) }
	})
}

// Claim 2.13 (Long samples). Entropy is the mean surprisal of what happens. In a
// long sample from p the mean surprisal lies as near to H(p) as luck allows.
//
// Source: Cover & Thomas 2006, Theorem 3.1.1; the bound is Bernstein's.
func TestLongSamples(t *testing.T) {
	mean := func(l library, s arbitrary.Sample) claim.Verdict {
		return l.SampleMean(s, s.P).Is(l.H(s.P))
	}
	claim.Holds(t, arbitrary.Samples, mean)
	claim.FailsWithout(t, "the sample is drawn from p", arbitrary.SamplesOfModel, mean)
	claim.Rejects(t, arbitrary.Samples, mean, "entropy in nats", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return info.Bits(info.Entropy(p).Nats()) }
	})
}

// Claim 2.14 (More to choose from). More equally likely outcomes have more
// entropy:
//
//	H(1/m, …, 1/m) > H(1/n, …, 1/n) where m > n
//
// Source: Shannon 1948, §6, axiom 2.
func TestMoreToChooseFrom(t *testing.T) {
	more := func(l library, x arbitrary.Growing) claim.Verdict {
		return l.H(x.Many).Named("H(many)").Exceeds(l.H(x.Few).Named("H(few)"))
	}
	claim.Holds(t, arbitrary.Uniforms, more)
	claim.FailsWithout(t, "equally likely", arbitrary.Grown, more)
	claim.Rejects(t, arbitrary.Uniforms, more, "entropy as a share of log n", func(l *library) {
		l.Entropy = func(p distribution) info.Bits {
			limit := info.Entropy(p) // which is log n here
			return info.Entropy(p) / max(1, limit)
		}
	})
}

// Claim 2.15 (The best guess). Whoever knows p guesses the next outcome right at
// least one time in the perplexity, which is n for n equally likely outcomes:
//
//	max p · 2^H(p) ≥ 1
//
// Source: no surprisal is less than that of the likeliest outcome.
func TestTheBestGuess(t *testing.T) {
	guess := func(l library, p distribution) claim.Verdict {
		best := 0.0
		for _, px := range p.All() {
			best = max(best, px)
		}
		equal := info.Uniform(p.Len())
		return claim.All(
			l.PerplexityOf(p).Times(best).Named("max p · 2^H(p)").AtLeast(claim.Exactly(1)),
			l.PerplexityOf(equal).Named("2^H(1/n, …, 1/n)").Is(claim.Exactly(float64(p.Len()))),
		)
	}
	claim.Holds(t, arbitrary.Distributions, guess)
	claim.Rejects(t, arbitrary.Distributions, guess, "2 to the nats", func(l *library) {
		l.Perplexity = func(h info.Bits) float64 { return info.Perplexity(info.Bits(h.Nats())) }
	})
}

// Claim 2.16 (Every term). The library's entropy is the sum of the formula, worked
// out to 40 digits, but for rounding.
func TestEveryTerm(t *testing.T) {
	right := func(l library, p distribution) claim.Verdict {
		return l.H(p).Is(claim.TrueH(p))
	}
	claim.Holds(t, arbitrary.Distributions, right)
	claim.Rejects(t, arbitrary.Distributions, right, "the last outcome forgotten", func(l *library) {
		l.Entropy = func(p distribution) info.Bits {
			last := p.P(p.Len() - 1)
			if last == 0 {
				return info.Entropy(p)
			}
			return info.Entropy(p) - info.Bits(last)*info.Surprisal(last)
		}
	})
	claim.Rejects(t, arbitrary.Distributions, right, "logarithms to base ten", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return info.Entropy(p) * math.Ln2 / math.Ln10 }
	})
}

// Claim 2.17 (Whole bits). Outcomes that are equally likely, and a power of two in
// number, have a whole number of bits, to the last bit:
//
//	H(2⁻ᵏ, …, 2⁻ᵏ) = k
func TestWholeBits(t *testing.T) {
	whole := func(l library, k float64) claim.Verdict {
		equal := claim.Exactly(float64(l.Entropy(info.Uniform(1 << int(k)))))
		return equal.Named("H").IsExactly(claim.Exactly(k))
	}
	claim.Holds(t, arbitrary.Doublings, whole)
	claim.Rejects(t, arbitrary.Doublings, whole, "a sum of −p ln p, and bits made of it in the end", func(l *library) {
		l.Entropy = func(p distribution) info.Bits {
			var nats float64
			for _, px := range p.All() {
				nats -= px * math.Log(px)
			}
			return info.Bits(nats / math.Ln2)
		}
	})
	claim.Rejects(t, arbitrary.Doublings, whole, "one outcome more than there are", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return info.Entropy(info.Uniform(p.Len() + 1)) }
	})
}

// Claim 3.1 (Your own code). A distribution costs its own entropy under itself:
//
//	H(p, p) = H(p), to the last bit
func TestYourOwnCode(t *testing.T) {
	own := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.HPQ(x.P, x.Q).IsExactly(l.H(x.P))
	}
	claim.Holds(t, arbitrary.Twins, own)
	claim.FailsWithout(t, "q is p, and not p relabelled", arbitrary.Relabelled, own)
	claim.Rejects(t, arbitrary.Twins, own, "cross entropy in nats", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.Bits(info.CrossEntropy(p, q).Nats()) }
	})
}

// Claim 3.2 (Gibbs' inequality). No model beats the truth:
//
//	H(p, q) ≥ H(p)
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestGibbs(t *testing.T) {
	gibbs := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.HPQ(x.P, x.Q).AtLeast(l.H(x.P))
	}
	claim.Holds(t, arbitrary.Pairs, gibbs)
	claim.FailsWithout(t, "q sums to 1", arbitrary.LooseModels, gibbs)
	claim.FailsWithout(t, "p sums to 1", arbitrary.LooseTruths, gibbs)
	claim.Rejects(t, arbitrary.Pairs, gibbs, "p and q swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
	claim.Rejects(t, arbitrary.Pairs, gibbs, "the logarithm without its minus", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return -info.CrossEntropy(p, q) }
	})
	claim.Rejects(t, arbitrary.Pairs, gibbs, "cross entropy in nats", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.Bits(info.CrossEntropy(p, q).Nats()) }
	})
	claim.Rejects(t, arbitrary.Pairs, gibbs, "surprisals weighed by q", func(l *library) {
		l.CrossEntropy = func(_, q distribution) info.Bits { return info.Entropy(q) }
	})
}

// Claim 3.3 (Only the truth). Only the truth itself reaches the floor:
//
//	H(p, q) = H(p) if and only if q = p
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestOnlyTheTruth(t *testing.T) {
	only := func(l library, x arbitrary.Pair) claim.Verdict {
		gap := claim.Pinsker(x.P, x.Q) // above 0 wherever q is not p
		return l.HPQ(x.P, x.Q).AtLeast(l.H(x.P).Plus(gap).Named("H(p) + 2·TV²/ln 2"))
	}
	claim.Holds(t, arbitrary.Pairs, only)
	claim.FailsWithout(t, "q sums to 1", arbitrary.LooseModels, only)
	claim.Rejects(t, arbitrary.Pairs, only, "the entropy of p, whatever q is", func(l *library) {
		l.CrossEntropy = func(p, _ distribution) info.Bits { return info.Entropy(p) }
	})
}

// Claim 3.4 (Floor and gap). What a model costs is what the truth costs, and
// the divergence on top:
//
//	H(p, q) = H(p) + D(p‖q)
//
// Source: Cover & Thomas 2006, Theorem 5.4.3, for its meaning in codes.
func TestFloorAndGap(t *testing.T) {
	sum := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.HPQ(x.P, x.Q).Is(l.H(x.P).Plus(l.D(x.P, x.Q)))
	}
	claim.Holds(t, arbitrary.Pairs, sum)
	claim.Rejects(t, arbitrary.Pairs, sum, "D(q‖p) in place of D(p‖q)", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits { return info.KullbackLeibler(q, p) }
	})
	claim.Rejects(t, arbitrary.Pairs, sum, "p and q sorted first, and an absolute value to hide it", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits {
			p, q = arbitrary.Sorted(p), arbitrary.Sorted(q)
			return info.Bits(math.Abs(float64(info.CrossEntropy(p, q) - info.Entropy(p))))
		}
	})
}

// Claim 3.5 (No negative divergence). A divergence is never negative, not even
// by a rounding error, and 0 for equals:
//
//	D(p‖q) ≥ 0 and D(p‖p) = 0
//
// Source: Cover & Thomas 2006, Theorem 2.6.3.
func TestNoNegativeDivergence(t *testing.T) {
	positive := func(l library, x arbitrary.Pair) claim.Verdict {
		d := claim.Exactly(float64(l.KullbackLeibler(x.P, x.Q))).Named("D(p‖q)")
		self := claim.Exactly(float64(l.KullbackLeibler(x.P, x.P))).Named("D(p‖p)")
		return claim.All(d.AtLeast(claim.Exactly(0)), self.IsExactly(claim.Exactly(0)))
	}
	claim.Holds(t, arbitrary.Pairs, positive)
	claim.Holds(t, arbitrary.ClosePairs, positive)
	claim.Rejects(t, arbitrary.ClosePairs, positive, "the plain sum of p·log(p/q)", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits {
			var d float64
			for x, px := range p.All() {
				if px > 0 {
					d += px * math.Log2(px/q.P(x))
				}
			}
			return info.Bits(d)
		}
	})
}

// Claim 3.6 (No symmetry). Truth and model cannot change places. Over two
// outcomes, D(p‖q) = D(q‖p) only where q is p or its mirror image.
//
// Source: Cover & Thomas 2006, Example 2.3.1, for a pair that differs.
func TestNoSymmetry(t *testing.T) {
	asymmetric := func(l library, x arbitrary.Pair) claim.Verdict {
		there, back := l.D(x.P, x.Q), l.D(x.Q, x.P).Named("D(q‖p)")
		if x.Mirrored() {
			return there.Is(back)
		}
		return there.Differs(back)
	}
	claim.Holds(t, arbitrary.Coins, asymmetric)
	claim.FailsWithout(t, "two outcomes", arbitrary.ThreeSided, asymmetric)
	claim.Rejects(t, arbitrary.Coins, asymmetric, "Jensen–Shannon in place of D", func(l *library) {
		l.KullbackLeibler = info.JensenShannon
	})
}

// Claim 3.7 (Ruled out). A model costs infinitely much exactly when it rules
// out what the truth allows:
//
//	H(p, q) = ∞ if and only if q(x) = 0 < p(x) for some x
func TestRuledOut(t *testing.T) {
	ruledOut := func(l library, x arbitrary.Pair) claim.Verdict {
		for i, px := range x.P.All() {
			if px > 0 && x.Q.P(i) == 0 {
				return l.HPQ(x.P, x.Q).Is(claim.Exactly(math.Inf(1)))
			}
		}
		return l.HPQ(x.P, x.Q).Finite()
	}
	claim.Holds(t, arbitrary.Pairs, ruledOut)
	claim.Rejects(t, arbitrary.Pairs, ruledOut, "q clipped at 1e-7", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits {
			var h info.Bits
			for x, px := range p.All() {
				h += info.Bits(px) * info.Surprisal(max(q.P(x), 1e-7))
			}
			return h
		}
	})
}

// Claim 3.8 (Mixed truths). A mixture of two truths costs the mixture of their
// costs:
//
//	H(λp + (1−λ)r, q) = λ·H(p, q) + (1−λ)·H(r, q)
func TestMixedTruths(t *testing.T) {
	linear := func(l library, x arbitrary.Mixture) claim.Verdict {
		mean := l.HPQ(x.P, x.Q).Times(x.Share).Plus(l.HPQ(x.R, x.Q).Times(1 - x.Share))
		return l.HPQ(x.Mixed, x.Q).Named("H(mixture, q)").Is(mean.Named("mean of the costs"))
	}
	claim.Holds(t, arbitrary.Mixtures, linear)
	claim.Rejects(t, arbitrary.Mixtures, linear, "p and q swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
}

// Claim 3.9 (Mixed models). Cross entropy is convex in the model. A mixture of two
// models costs at most the mixture of their costs:
//
//	H(p, λq + (1−λ)r) ≤ λ·H(p, q) + (1−λ)·H(p, r)
func TestMixedModels(t *testing.T) {
	convex := func(l library, x arbitrary.Mixture) claim.Verdict {
		truth, first, second := x.Q, x.P, x.R // here the two that are mixed are models
		mean := l.HPQ(truth, first).Times(x.Share).Plus(l.HPQ(truth, second).Times(1 - x.Share))
		return mean.Named("mean of the costs").AtLeast(l.HPQ(truth, x.Mixed).Named("cost of the mixture"))
	}
	claim.Holds(t, arbitrary.Mixtures, convex)
	claim.Rejects(t, arbitrary.Mixtures, convex, "the root of each surprisal", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits {
			var h float64
			for x, px := range p.All() {
				if px > 0 {
					h += px * math.Sqrt(float64(info.Surprisal(q.P(x))))
				}
			}
			return info.Bits(h)
		}
	})
	claim.Rejects(t, arbitrary.Mixtures, convex, "surprisals weighed by q", func(l *library) {
		l.CrossEntropy = func(_, q distribution) info.Bits { return info.Entropy(q) }
	})
}

// Claim 3.10 (Both mixed). The divergence is convex in truth and model together:
//
//	D(λp₁ + (1−λ)p₂ ‖ λq₁ + (1−λ)q₂) ≤ λ·D(p₁‖q₁) + (1−λ)·D(p₂‖q₂)
//
// Source: Cover & Thomas 2006, Theorem 2.7.2.
func TestBothMixed(t *testing.T) {
	convex := func(l library, x arbitrary.Blend) claim.Verdict {
		first, second := l.D(x.First.P, x.First.Q), l.D(x.Second.P, x.Second.Q)
		mean := first.Times(x.Share).Plus(second.Times(1 - x.Share))
		return mean.Named("mean divergence").AtLeast(l.D(x.Mixed.P, x.Mixed.Q).Named("D of the mixtures"))
	}
	claim.Holds(t, arbitrary.Blends, convex)
	claim.Rejects(t, arbitrary.Blends, convex, "H(p, q) in place of D(p‖q)", func(l *library) {
		l.KullbackLeibler = info.CrossEntropy
	})
	claim.Rejects(t, arbitrary.Blends, convex, "the root of D(p‖q)", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits {
			return info.Bits(math.Sqrt(float64(info.KullbackLeibler(p, q))))
		}
	})
}

// Claim 3.11 (Separate models). Under a model in which X and Y are independent,
// the costs of the two add up, whatever the truth is:
//
//	H(p(x, y), q(x)·q(y)) = H(p(x), q(x)) + H(p(y), q(y))
func TestSeparateModels(t *testing.T) {
	separate := func(l library, m arbitrary.Modelled) claim.Verdict {
		x, y := l.HPQ(m.P.X(), m.Q.X()), l.HPQ(m.P.Y(), m.Q.Y())
		return l.HPQ(m.P.Pairs(), m.Q.Pairs()).Named("cost of the pair").Is(x.Plus(y).Named("sum of the costs"))
	}
	claim.Holds(t, arbitrary.SeparateModels, separate)
	claim.FailsWithout(t, "the model keeps X and Y apart", arbitrary.TiedModels, separate)
	claim.Rejects(t, arbitrary.SeparateModels, separate, "p and q swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
}

// Claim 3.12 (Blurring). What is done to truth and model alike, by merging
// outcomes or by passing them through the same noise, never drives them apart:
//
//	D(f(p)‖f(q)) ≤ D(p‖q)
//
// Source: Cover & Thomas 2006, Theorem 2.7.1.
func TestBlurring(t *testing.T) {
	blurring := func(l library, x arbitrary.Image) claim.Verdict {
		return l.D(x.Before.P, x.Before.Q).AtLeast(l.D(x.After.P, x.After.Q).Named("D(f(p)‖f(q))"))
	}
	claim.Holds(t, arbitrary.Merged, blurring)
	claim.Holds(t, arbitrary.Channelled, blurring)
	claim.FailsWithout(t, "the same is done to both", arbitrary.MergedApart, blurring)
	claim.Rejects(t, arbitrary.Merged, blurring, "the entropy of p taken off", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits { return info.KullbackLeibler(p, q) - info.Entropy(p) }
	})
	claim.Rejects(t, arbitrary.Merged, blurring, "the divergence for each outcome, D/n", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits {
			return info.KullbackLeibler(p, q) / info.Bits(arbitrary.Possible(p))
		}
	})
}

// Claim 3.13 (Pinsker's inequality). The divergence is at least twice the square
// of the total variation, TV = ½ Σ |p(x) − q(x)|, in nats:
//
//	D(p‖q) ≥ 2·TV²/ln 2
//
// Source: Cover & Thomas 2006, Lemma 11.6.1.
func TestPinsker(t *testing.T) {
	pinsker := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.D(x.P, x.Q).AtLeast(claim.Pinsker(x.P, x.Q))
	}
	claim.Holds(t, arbitrary.Pairs, pinsker)
	claim.Rejects(t, arbitrary.Pairs, pinsker, "half the divergence", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits { return info.KullbackLeibler(p, q) / 2 }
	})
}

// Claim 3.14 (No opinion). Under the uniform model every truth costs the same:
//
//	H(p, q) = log₂ n for q = (1/n, …, 1/n)
func TestNoOpinion(t *testing.T) {
	flat := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.HPQ(x.P, x.Q).Is(l.S(1 / float64(x.P.Len())).Named("log₂ n"))
	}
	claim.Holds(t, arbitrary.UniformModels, flat)
	claim.FailsWithout(t, "q is uniform", arbitrary.Pairs, flat)
	claim.Rejects(t, arbitrary.UniformModels, flat, "p and q swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
}

// Claim 3.15 (A distance). The Jensen–Shannon divergence is the same both ways, to
// the last bit, never negative, at most one bit, and its root obeys the triangle inequality:
//
//	√JS(p, r) ≤ √JS(p, q) + √JS(q, r)
//
// Source: Lin 1991; Endres & Schindelin 2003.
func TestADistance(t *testing.T) {
	distance := func(l library, x arbitrary.Triple) claim.Verdict {
		there, back := l.JS(x.P, x.R), l.JS(x.R, x.P)
		detour := l.JS(x.P, x.Q).Root().Plus(l.JS(x.Q, x.R).Root())
		return claim.All(
			there.Named("JS(p, r)").IsExactly(back.Named("JS(r, p)")),
			claim.Exactly(float64(l.JensenShannon(x.P, x.R))).Named("JS(p, r)").AtLeast(claim.Exactly(0)),
			claim.Exactly(1).AtLeast(there.Named("JS(p, r)")),
			detour.Named("√JS(p, q) + √JS(q, r)").AtLeast(there.Root().Named("√JS(p, r)")),
		)
	}
	claim.Holds(t, arbitrary.Triples, distance)
	claim.Rejects(t, arbitrary.Triples, distance, "JS without the root", func(l *library) {
		l.JensenShannon = func(p, q distribution) info.Bits { js := info.JensenShannon(p, q); return js * js }
	})
	claim.Rejects(t, arbitrary.Triples, distance, "D in its place", func(l *library) {
		l.JensenShannon = info.KullbackLeibler
	})
	claim.Rejects(t, arbitrary.Triples, distance, "the sum of its halves, not their mean", func(l *library) {
		l.JensenShannon = func(p, q distribution) info.Bits { return 2 * info.JensenShannon(p, q) }
	})
}

// Claim 3.16 (Long samples under a model). Where H(p, q) is finite, the mean
// surprisal under q of a long sample from p lies as near to H(p, q) as luck allows.
//
// Source: Cover & Thomas 2006, Theorem 3.1.1; the bound is Bernstein's.
func TestLongSamplesUnderAModel(t *testing.T) {
	mean := func(l library, s arbitrary.Sample) claim.Verdict {
		return l.SampleMean(s, s.Q).Is(l.HPQ(s.P, s.Q))
	}
	claim.Holds(t, arbitrary.Samples, mean)
	claim.FailsWithout(t, "the sample is drawn from p", arbitrary.SamplesOfModel, mean)
	claim.Rejects(t, arbitrary.Samples, mean, "p and q swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
	claim.Rejects(t, arbitrary.Samples, mean, "the divergence in place of the cross entropy", func(l *library) {
		l.CrossEntropy = info.KullbackLeibler
	})
}

// Claim 3.17 (Likelihood). The mean surprisal of a text under a model is the
// cross entropy of the frequencies in the text and the model, so that the model
// under which a text is likeliest is the one of least cross entropy.
func TestLikelihood(t *testing.T) {
	likelihood := func(l library, x arbitrary.Text) claim.Verdict {
		frequencies, err := l.Normalize(x.Counts...)
		if err != nil {
			return claim.Verdict(err.Error())
		}
		total, letters := claim.Exactly(0), 0.0
		for i, count := range x.Counts {
			total = total.Plus(l.S(x.Q.P(i)).Times(count))
			letters += count
		}
		mean := total.Times(1 / letters).Named("mean surprisal")
		return l.HPQ(frequencies, x.Q).Named("H(frequencies, q)").Is(mean)
	}
	claim.Holds(t, arbitrary.Texts, likelihood)
	claim.Rejects(t, arbitrary.Texts, likelihood, "one added to each count", func(l *library) {
		l.Normalize = func(counts ...float64) (distribution, error) {
			more := make([]float64, len(counts))
			for i, n := range counts {
				more[i] = n + 1
			}
			return info.Normalize(more...)
		}
	})
}

// Claim 3.18 (The price of a code). In a code made for q, whose probabilities are
// powers of two, the mean length of a codeword for p is the cross entropy:
//
//	Σ p(x)·length(x) = H(p, q)
//
// Source: Cover & Thomas 2006, Theorem 5.4.3.
func TestThePriceOfACode(t *testing.T) {
	price := func(l library, x arbitrary.Pair) claim.Verdict {
		words, err := l.Codewords(x.Q)
		if err != nil {
			return claim.Verdict(err.Error())
		}
		mean := claim.Exactly(0)
		for i, word := range words {
			mean = mean.Plus(claim.Exactly(x.P.P(i)).Times(float64(len(word))))
		}
		return mean.Named("mean length").Is(l.HPQ(x.P, x.Q))
	}
	claim.Holds(t, arbitrary.DyadicModels, price)
	claim.FailsWithout(t, "powers of two", arbitrary.ThreeSided, price)
	claim.Rejects(t, arbitrary.DyadicModels, price, "codewords all of one length", func(l *library) {
		l.Codewords = func(q distribution) ([]string, error) { return code.Words(info.Uniform(q.Len())) }
	})
	claim.Rejects(t, arbitrary.DyadicModels, price, "the natural logarithm", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.Bits(info.CrossEntropy(p, q).Nats()) }
	})
}

// Claim 3.19 (No luck). A wrong model beats the truth by k bits on an outcome with
// probability at most 2⁻ᵏ:
//
//	P(h(p) ≥ h(q) + k) ≤ 2⁻ᵏ
//
// Source: Markov's inequality; Cover & Thomas 2006, Theorem 5.10.1.
func TestNoLuck(t *testing.T) {
	luck := func(l library, x arbitrary.Lead) claim.Verdict {
		beaten := claim.Exactly(0)
		for i, px := range x.P.All() {
			truth, model := l.S(px), l.S(x.Q.P(i)).Plus(claim.Exactly(x.Bits))
			if px > 0 && truth.AtLeast(model) == claim.True {
				beaten = beaten.Plus(claim.Exactly(px))
			}
		}
		return l.Chance(x.Bits).AtLeast(beaten.Named("P(beaten by k bits)"))
	}
	claim.Holds(t, arbitrary.Leads, luck)
	claim.FailsWithout(t, "q sums to 1", arbitrary.LooseLeads, luck)
	claim.Rejects(t, arbitrary.Leads, luck, "half bits that are called bits", func(l *library) {
		l.Surprisal = func(p float64) info.Bits { return 2 * info.Surprisal(p) }
	})
}

// Claim 3.20 (The price of apart). The best model that keeps X and Y apart is the
// product of their own distributions. It costs more than the pair by their mutual
// information:
//
//	H(p, q(x)·q(y)) ≥ H(X) + H(Y) = H(X, Y) + I(X; Y)
//
// Source: Cover & Thomas 2006, Theorem 2.4.1.
func TestThePriceOfApart(t *testing.T) {
	apart := func(l library, m arbitrary.Modelled) claim.Verdict {
		sum := l.H(m.P.X()).Plus(l.H(m.P.Y())).Named("H(X) + H(Y)")
		return claim.All(
			l.HPQ(m.P.Pairs(), m.Q.Pairs()).Named("cost of the model").AtLeast(sum),
			sum.Is(l.HXY(m.P).Plus(l.I(m.P))),
		)
	}
	claim.Holds(t, arbitrary.SeparateModels, apart)
	claim.FailsWithout(t, "the model keeps X and Y apart", arbitrary.TiedModels, apart)
	claim.Rejects(t, arbitrary.SeparateModels, apart, "mutual information of a joint that sums to 1.1", func(l *library) {
		l.MutualInformation = func(j info.Joint) info.Bits {
			return informationOf(j, func(p float64) float64 { return 1.1 * p }, j.X())
		}
	})
	claim.Rejects(t, arbitrary.SeparateModels, apart, "mutual information with a vector that is not the marginal", func(l *library) {
		l.MutualInformation = func(j info.Joint) info.Bits {
			return informationOf(j, func(p float64) float64 { return p }, info.Uniform(j.X().Len()))
		}
	})
}

// Claim 3.21 (The gambler). At fair even odds, a gambler who bets all she has, a
// share q(x) on each of two horses, doubles her money every 1/(1 − H(p, q)) races:
//
//	Σ p(x)·log₂ 2q(x) = 1 − H(p, q)
//
// Source: Cover & Thomas 2006, Theorems 6.1.2 and 6.1.3.
func TestTheGambler(t *testing.T) {
	gambler := func(l library, b arbitrary.Bet) claim.Verdict {
		const stake = 3 // the roundings of a product and two sums
		growth := claim.Exactly(0)
		for x, px := range b.P.All() {
			capital := 1 - b.Stake + 2*b.Stake*b.Q.P(x) // after a race that x won
			bits := claim.Exactly(1).Minus(l.SComputed(capital/2, stake))
			growth = growth.Plus(bits.Times(px))
		}
		return growth.Named("growth").Is(claim.Exactly(1).Minus(l.HPQ(b.P, b.Q)).Named("1 − H(p, q)"))
	}
	claim.Holds(t, arbitrary.AllIn, gambler)
	claim.FailsWithout(t, "she bets all", arbitrary.Cautious, gambler)
	claim.Rejects(t, arbitrary.AllIn, gambler, "p and q swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
}

// Claim 3.22 (Every digit). However close q is to p, the library's divergences are
// right to their last digits, although the terms of the formula nearly cancel.
func TestEveryDigit(t *testing.T) {
	right := func(l library, x arbitrary.Pair) claim.Verdict {
		d, js := claim.TrueD(x.P, x.Q), claim.TrueJS(x.P, x.Q)
		return claim.All(
			l.D(x.P, x.Q).Closely(d).Is(d),
			l.JS(x.P, x.Q).Closely(js).Is(js),
		)
	}
	claim.Holds(t, arbitrary.ClosePairs, right)
	claim.Rejects(t, arbitrary.ClosePairs, right, "H(p, q) − H(p)", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits { return info.CrossEntropy(p, q) - info.Entropy(p) }
	})
	claim.Rejects(t, arbitrary.ClosePairs, right, "JS from entropies, H(m) − ½H(p) − ½H(q)", func(l *library) {
		l.JensenShannon = func(p, q distribution) info.Bits {
			return info.Entropy(arbitrary.Midpoint(p, q)) - info.Entropy(p)/2 - info.Entropy(q)/2
		}
	})
	claim.Rejects(t, arbitrary.ClosePairs, right, "D(q‖p) in place of D(p‖q)", func(l *library) {
		l.KullbackLeibler = func(p, q distribution) info.Bits { return info.KullbackLeibler(q, p) }
	})
}

// Claim 3.23 (Halfway). The Jensen–Shannon divergence is what p and q diverge, on
// average, from the mixture m that is halfway between them:
//
//	JS(p, q) = ½ D(p‖m) + ½ D(q‖m)
//
// Source: Lin 1991.
func TestHalfway(t *testing.T) {
	halfway := func(l library, x arbitrary.Pair) claim.Verdict {
		m := arbitrary.Midpoint(x.P, x.Q)
		mean := l.D(x.P, m).Times(0.5).Plus(l.D(x.Q, m).Times(0.5))
		return l.JS(x.P, x.Q).Is(mean.Named("½D(p‖m) + ½D(q‖m)"))
	}
	claim.Holds(t, arbitrary.Pairs, halfway)
	claim.FailsWithout(t, "m is halfway", arbitrary.Pairs, func(l library, x arbitrary.Pair) claim.Verdict {
		return l.JS(x.P, x.Q).Is(l.D(x.P, x.Q).Times(0.5).Plus(l.D(x.Q, x.Q).Times(0.5)).Named("½D(p‖q) + ½D(q‖q)"))
	})
	claim.Rejects(t, arbitrary.Pairs, halfway, "the mean of D(p‖q) and D(q‖p)", func(l *library) {
		l.JensenShannon = func(p, q distribution) info.Bits {
			return (info.KullbackLeibler(p, q) + info.KullbackLeibler(q, p)) / 2
		}
	})
	claim.Rejects(t, arbitrary.Pairs, halfway, "p's half alone, and twice", func(l *library) {
		l.JensenShannon = func(p, q distribution) info.Bits { return info.KullbackLeibler(p, arbitrary.Midpoint(p, q)) }
	})
}

// Claim 4.1 (Two classes). The binary loss is a cross entropy, in nats:
//
//	loss(y, ŷ) = H((y, 1−y), (ŷ, 1−ŷ))
func TestTwoClasses(t *testing.T) {
	twoClasses := func(l library, x arbitrary.Pair) claim.Verdict {
		return l.Loss(x.P.P(0), x.Q.P(0)).Is(l.HPQ(x.P, x.Q).Times(math.Ln2).Named("H(p, q) in nats"))
	}
	claim.Holds(t, arbitrary.Coins, twoClasses)
	claim.Rejects(t, arbitrary.Coins, twoClasses, "its second term dropped", func(l *library) {
		l.Binary = func(y, yhat float64) info.Nats {
			if y == 0 {
				return 0
			}
			return info.Nats(y * -math.Log(yhat))
		}
	})
}

// Claim 4.2 (The honest forecast). The loss is least where the forecast is the
// target, and is the target's entropy there:
//
//	loss(y, ŷ) ≥ loss(y, y) = h₂(y)
func TestTheHonestForecast(t *testing.T) {
	honest := func(l library, x arbitrary.Forecast) claim.Verdict {
		best := l.Loss(x.Y, x.Y).Named("loss(y, y)")
		return claim.All(
			l.Loss(x.Y, x.Yhat).AtLeast(best),
			best.Is(l.H2(x.Y).Times(math.Ln2).Named("h₂(y) in nats")),
		)
	}
	claim.Holds(t, arbitrary.Forecasts, honest)
	claim.Rejects(t, arbitrary.Forecasts, honest, "the mean absolute error", func(l *library) {
		l.Binary = func(y, yhat float64) info.Nats { return info.Nats(y*(1-yhat) + (1-y)*yhat) }
	})
}

// Claim 4.3 (The slope). The slope of the loss in the logit is the forecast less
// the target:
//
//	∂loss/∂z = ŷ − y, with ŷ = 1/(1 + e⁻ᶻ)
//
// Source: Bishop 2006, §4.3.2.
func TestTheSlope(t *testing.T) {
	slope := func(l library, x arbitrary.Scored) claim.Verdict {
		const step = 0x1p-13
		z, ahead := x.Z, x.Z+step
		mean := l.LogitLoss(x.Y, ahead).Minus(l.LogitLoss(x.Y, z)).Times(1 / (ahead - z)).Named("slope of a short chord")
		return claim.All( // the curve bends upwards, so its slopes at both ends bracket the chord's
			mean.AtLeast(l.Slope(x.Y, z).Named("slope before it")),
			l.Slope(x.Y, ahead).Named("slope behind it").AtLeast(mean),
		)
	}
	claim.Holds(t, arbitrary.ModestLogits, slope)
	claim.Rejects(t, arbitrary.ModestLogits, slope, "y − ŷ", func(l *library) {
		l.BinaryLogitGradient = func(y, z float64) float64 { return y - loss.Sigmoid(z) }
	})
	claim.Rejects(t, arbitrary.ModestLogits, slope, "the slope of squared error", func(l *library) {
		l.BinaryLogitGradient = func(y, z float64) float64 {
			yhat := loss.Sigmoid(z)
			return 2 * (yhat - y) * yhat * (1 - yhat)
		}
	})
}

// Claim 4.4 (The slope in the forecast). The slope of the loss in the forecast grows
// without bound towards a confident mistake:
//
//	∂loss/∂ŷ = (ŷ − y)/(ŷ·(1 − ŷ))
func TestTheSlopeInTheForecast(t *testing.T) {
	slope := func(l library, x arbitrary.Forecast) claim.Verdict {
		const step = 0x1p-10
		const roundings = 4 // of the difference, the rest, the product and the quotient
		if x.Yhat <= step || x.Yhat >= 1-2*step {
			return claim.True // no room for a step
		}
		at := func(yhat float64) claim.Quantity {
			s := (yhat - x.Y) / (yhat * (1 - yhat))
			return claim.Rounded("slope", s, roundings, 1/(yhat*(1-yhat)))
		}
		ahead := x.Yhat + step // exact but for its last digits, which the bound of the loss covers
		mean := l.Loss(x.Y, ahead).Minus(l.Loss(x.Y, x.Yhat)).Times(1 / step).Named("slope of a short chord")
		return claim.All(
			mean.AtLeast(at(x.Yhat).Named("slope before it")),
			at(ahead).Named("slope behind it").AtLeast(mean),
		)
	}
	claim.Holds(t, arbitrary.Forecasts, slope)
	claim.Rejects(t, arbitrary.Forecasts, slope, "half the squared error, whose slope is ŷ − y", func(l *library) {
		l.Binary = func(y, yhat float64) info.Nats { return info.Nats((yhat - y) * (yhat - y) / 2) }
	})
	claim.Rejects(t, arbitrary.Forecasts, slope, "the loss in bits", func(l *library) {
		l.Binary = func(y, yhat float64) info.Nats { return info.Nats(loss.Binary(y, yhat).Bits()) }
	})
}

// Claim 4.5 (One valley). The loss is convex in the logit: halfway between two
// logits it is at most the mean of the losses at both.
func TestOneValley(t *testing.T) {
	convex := func(l library, x arbitrary.Rivalry) claim.Verdict {
		ends := l.LogitLoss(x.Y, x.Z).Plus(l.LogitLoss(x.Y, x.Other)).Times(0.5)
		return ends.Named("mean of the ends").AtLeast(l.LogitLoss(x.Y, x.Z/2+x.Other/2).Named("loss midway"))
	}
	claim.Holds(t, arbitrary.Rivals, convex)
	claim.Rejects(t, arbitrary.Rivals, convex, "squared error of the forecast", func(l *library) {
		l.BinaryLogit = func(y, z float64) info.Nats {
			miss := loss.Sigmoid(z) - y
			return info.Nats(miss * miss)
		}
	})
}

// Claim 4.6 (Either class). Which class is called 1 makes no difference, to the
// last bit:
//
//	loss(y, z) = loss(1−y, −z)
func TestEitherClass(t *testing.T) {
	either := func(l library, x arbitrary.Scored) claim.Verdict {
		return l.LogitLoss(x.Y, x.Z).IsExactly(l.LogitLoss(1-x.Y, -x.Z).Named("loss(1−y, −z)"))
	}
	claim.Holds(t, arbitrary.Logits, either)
	claim.Rejects(t, arbitrary.Logits, either, "class 1 counted twice", func(l *library) {
		l.BinaryLogit = func(y, z float64) info.Nats {
			return 2*info.Nats(y)*loss.BinaryLogit(1, z) + info.Nats(1-y)*loss.BinaryLogit(0, z)
		}
	})
}

// Claim 4.7 (Logit or forecast). The loss of a logit is the loss of its
// forecast, as long as a float can tell the forecast from 0 and 1:
//
//	loss(y, z) = loss(y, ŷ) for |z| ≤ 30
func TestLogitOrForecast(t *testing.T) {
	same := func(l library, x arbitrary.Scored) claim.Verdict {
		yhat := loss.Sigmoid(x.Z)
		return l.LogitLoss(x.Y, x.Z).Is(l.LossComputed(x.Y, yhat))
	}
	claim.Holds(t, arbitrary.ModestLogits, same)
	claim.FailsWithout(t, "|z| ≤ 30", arbitrary.Logits, same)
	claim.Rejects(t, arbitrary.ModestLogits, same, "ŷ clipped at 1e-7", func(l *library) {
		l.Binary = func(y, yhat float64) info.Nats {
			yhat = max(1e-7, min(1-1e-7, yhat))
			return info.Nats(-y*math.Log(yhat) - (1-y)*math.Log(1-yhat))
		}
	})
}

// Claim 4.8 (Always a number). The loss of a logit is finite, for every finite
// logit.
func TestAlwaysANumber(t *testing.T) {
	finite := func(l library, x arbitrary.Scored) claim.Verdict { return l.LogitLoss(x.Y, x.Z).Finite() }
	claim.Holds(t, arbitrary.Logits, finite)
	claim.Rejects(t, arbitrary.Logits, finite, "the loss of the rounded forecast", func(l *library) {
		l.BinaryLogit = func(y, z float64) info.Nats { return l.Binary(y, loss.Sigmoid(z)) }
	})
	claim.Rejects(t, arbitrary.Logits, finite, "ln(1 + e^z) − y·z as it stands", func(l *library) {
		l.BinaryLogit = func(y, z float64) info.Nats { return info.Nats(math.Log(1+math.Exp(z)) - y*z) }
	})
}

// Claim 4.9 (Confident mistakes). However wrong a forecast is, it is pulled back
// with at least half of the largest force: for y = 1 and z ≤ 0,
//
//	ŷ − y ≤ −½
func TestConfidentMistakes(t *testing.T) {
	pulled := func(l library, x arbitrary.Scored) claim.Verdict {
		return claim.Exactly(-0.5).AtLeast(l.Slope(x.Y, x.Z))
	}
	claim.Holds(t, arbitrary.Mistakes, pulled)
	claim.FailsWithout(t, "the forecast is a mistake", arbitrary.Hits, pulled)
	claim.Rejects(t, arbitrary.Mistakes, pulled, "the slope of squared error", func(l *library) {
		l.BinaryLogitGradient = func(y, z float64) float64 {
			yhat := loss.Sigmoid(z)
			return 2 * (yhat - y) * yhat * (1 - yhat)
		}
	})
}

// Claim 4.10 (Honesty pays). Scored by the logarithm, no forecast q beats the
// true probabilities p on average:
//
//	Σ p(x)·score(q, x) is least for q = p
//
// Source: Good 1952; Gneiting & Raftery 2007.
func TestHonestyPays(t *testing.T) {
	proper := func(l library, x arbitrary.Pair) claim.Verdict {
		cost := func(q distribution) claim.Quantity {
			sum := claim.SumOver(x.P)
			for i, px := range x.P.All() {
				sum = sum.Plus(l.S(q.P(i)).Times(px))
			}
			return sum
		}
		return cost(x.Q).Named("cost of q").AtLeast(cost(x.P).Named("cost of p"))
	}
	claim.Holds(t, arbitrary.Pairs, proper)
	claim.FailsWithout(t, "q sums to 1", arbitrary.OverfullModels, proper)
	claim.Rejects(t, arbitrary.Pairs, proper, "a linear score, 1 − q", func(l *library) {
		l.Surprisal = func(q float64) info.Bits { return info.Bits(1 - q) }
	})
	claim.Rejects(t, arbitrary.Pairs, proper, "a floor of 1/4 under q", func(l *library) {
		l.Surprisal = func(q float64) info.Bits { return info.Surprisal(max(q, 0.25)) }
	})
}

// Claim 4.11 (The base rate). Of all constant forecasts the share of ones costs
// least, and it costs its binary entropy:
//
//	mean loss(y, c) ≥ h₂(share of ones)
func TestTheBaseRate(t *testing.T) {
	baseRate := func(l library, x arbitrary.Draft) claim.Verdict {
		share, err := l.Normalize(x.Ones, x.Noughts)
		if err != nil {
			return claim.Verdict(err.Error())
		}
		labels := x.Ones + x.Noughts
		mean := func(c float64) claim.Quantity {
			return l.Loss(1, c).Times(x.Ones / labels).Plus(l.Loss(0, c).Times(x.Noughts / labels))
		}
		best := mean(share.P(0)).Named("cost of the share of ones")
		return claim.All(
			mean(x.Yhat).Named("cost of ŷ").AtLeast(best),
			best.Is(l.H2(share.P(0)).Times(math.Ln2).Named("h₂(share of ones)")),
		)
	}
	claim.Holds(t, arbitrary.Drafts, baseRate)
	claim.Rejects(t, arbitrary.Drafts, baseRate, "one added to each count", func(l *library) {
		l.Normalize = func(counts ...float64) (distribution, error) {
			return info.Normalize(counts[0]+1, counts[1]+1)
		}
	})
}

// Claim 5.1 (Softmax). Softmax makes a distribution of any finite logits, and of
// logits of −∞ beside one that is finite:
//
//	q(c) = e^z(c) / Σ e^z(k) ≥ 0 and Σ q(c) = 1
//
// Source: Bridle 1990; Bishop 2006, (4.104).
func TestSoftmax(t *testing.T) {
	distributes := func(l library, x arbitrary.Row) claim.Verdict {
		sum, positive := claim.Exactly(0), claim.True
		for _, q := range l.P(x.Logits) {
			sum, positive = sum.Plus(q), claim.All(positive, q.AtLeast(claim.Exactly(0)))
		}
		return claim.All(sum.Named("Σ q").Is(claim.Exactly(1)), positive)
	}
	claim.Holds(t, arbitrary.Classes, distributes)
	claim.Rejects(t, arbitrary.Classes, distributes, "exponentials as they stand", func(l *library) {
		l.Softmax = proportional(math.Exp)
	})
	claim.Rejects(t, arbitrary.Classes, distributes, "a sigmoid for each class", func(l *library) {
		l.Softmax = sigmoids
	})
}

// Claim 5.2 (Only differences count). Adding a constant to all logits changes
// nothing, as long as no sum is rounded:
//
//	softmax(z + k) = softmax(z) and loss(z + k) = loss(z)
func TestOnlyDifferencesCount(t *testing.T) {
	same := func(l library, x arbitrary.Shift) claim.Verdict {
		odds, after := claim.True, arbitrary.Row{Logits: x.After, Target: x.Target}
		q, qAfter := l.P(x.Logits), l.P(x.After)
		for c := range q {
			odds = claim.All(odds, q[c].Is(qAfter[c].Named("q after")))
		}
		return claim.All(odds, l.Cost(x.Row).Is(l.Cost(after).Named("loss after")))
	}
	claim.Holds(t, arbitrary.Shifts, same)
	claim.FailsWithout(t, "no sum is rounded", arbitrary.RoundedShifts, same)
	claim.Rejects(t, arbitrary.Shifts, same, "each logit as a share of their sum", func(l *library) {
		l.Softmax = proportional(func(z float64) float64 { return z })
	})
	claim.Rejects(t, arbitrary.Shifts, same, "a sigmoid for each class", func(l *library) {
		l.Softmax = sigmoids
	})
	claim.Rejects(t, arbitrary.Shifts, same, "minus the logit of the target, and no more", func(l *library) {
		l.Classes = costing(func(z []float64, target int) float64 { return -z[target] })
	})
}

// Claim 5.3 (In order). Softmax keeps the order of the logits, and ties:
//
//	q(a) > q(b) where z(a) > z(b), and q(a) = q(b) where z(a) = z(b)
func TestInOrder(t *testing.T) {
	ordered := func(l library, x arbitrary.Row) claim.Verdict {
		order, q := claim.True, l.P(x.Logits)
		for c := range q {
			order = claim.All(order, inOrder(x.Logits, q, c, x.Target))
		}
		return order
	}
	claim.Holds(t, arbitrary.Classes, ordered)
	claim.Rejects(t, arbitrary.Classes, ordered, "squares in place of exponentials", func(l *library) {
		l.Softmax = proportional(func(z float64) float64 { return z * z })
	})
	claim.Rejects(t, arbitrary.Classes, ordered, "minus the logits", func(l *library) {
		l.Softmax = proportional(func(z float64) float64 { return math.Exp(-z) })
	})
}

// Claim 5.4 (Two of many). The softmax of two logits is the sigmoid of their
// difference, and its loss is the binary loss of that:
//
//	softmax(z, z′) = (σ(z − z′), σ(z′ − z))
func TestTwoOfMany(t *testing.T) {
	binary := func(l library, x arbitrary.Row) claim.Verdict {
		p, z, other := l.P(x.Logits), x.Logits[0], x.Logits[1]
		return claim.All(
			p[0].Is(l.Gap(z, other).Named("σ(z − z′)")),
			p[1].Is(l.Gap(other, z).Named("σ(z′ − z)")),
			l.Cost(x).Is(l.GapLoss(float64(1-x.Target), z, other)),
		)
	}
	claim.Holds(t, arbitrary.TwoClasses, binary)
	claim.FailsWithout(t, "two classes", arbitrary.ManyClasses, binary)
	claim.Rejects(t, arbitrary.TwoClasses, binary, "a sigmoid for each class", func(l *library) {
		l.Softmax = sigmoids
	})
	claim.Rejects(t, arbitrary.TwoClasses, binary, "the other class for the target", func(l *library) {
		l.Classes = costing(func(z []float64, target int) float64 {
			return float64(loss.BinaryLogit(float64(target), z[0]-z[1]))
		})
	})
	claim.Rejects(t, arbitrary.TwoClasses, binary, "ln(1 + x), which drops what 1 + x has no digits for", func(l *library) {
		l.Classes = costing(func(z []float64, target int) float64 {
			top := slices.Max(z)
			return math.Log(sumOf(z, func(z float64) float64 { return math.Exp(z - top) })) + top - z[target]
		})
	})
}

// Claim 5.5 (The loss of logits). What logits cost is the cross entropy of the target
// t and their softmax, in nats, as long as none is more than 700 behind the largest:
//
//	loss(t, z) = H(t, softmax(z)) = −Σ t(c)·ln softmax(z)(c)
//
// The sum of logarithms is right for any logits, if each is computed from the logits at
// once.
//
// Source: PyTorch, torch.nn.CrossEntropyLoss.
func TestTheLossOfLogits(t *testing.T) {
	crossEntropy := func(l library, x arbitrary.SoftRow) claim.Verdict {
		return l.SoftRow(x).Total.Is(l.HUnder(x.Target, x.Logits))
	}
	inLogs := func(l library, x arbitrary.SoftRow) claim.Verdict {
		sum := claim.Exactly(0)
		for c, log := range l.LogP(x.Logits) {
			sum = sum.Plus(log.Times(-x.Target.P(c)))
		}
		return l.SoftRow(x).Total.Is(sum.Named("−Σ t·ln p"))
	}
	claim.Holds(t, arbitrary.NearSoftRows, crossEntropy)
	claim.Holds(t, arbitrary.SoftRows, inLogs)
	claim.FailsWithout(t, "at most 700 behind", arbitrary.SoftRows, crossEntropy)
	claim.Rejects(t, arbitrary.NearSoftRows, crossEntropy, "softmax twice", func(l *library) {
		l.Soft = func(e classifier, z, t, slopes [][]float64) (loss.Sum, error) {
			return e.Soft(softened(z), t, slopes)
		}
	})
	claim.Rejects(t, arbitrary.NearSoftRows, crossEntropy, "t and softmax swapped", func(l *library) {
		l.CrossEntropy = func(p, q distribution) info.Bits { return info.CrossEntropy(q, p) }
	})
	claim.Rejects(t, arbitrary.SoftRows, inLogs, "p clipped at 1e-7", func(l *library) {
		l.LogSoftmax = func(z ...float64) ([]info.Nats, error) {
			logs, err := loss.LogSoftmax(z...)
			for c := range logs {
				logs[c] = max(logs[c], info.Nats(math.Log(1e-7)))
			}
			return logs, err
		}
	})
}

// Claim 5.6 (The pull on each class). The slope of the loss in each logit is what
// softmax gives the class less what the target does, and all slopes add up to 0:
//
//	∂loss/∂z(c) = softmax(z)(c) − t(c)
//
// Source: Bishop 2006, §4.3.4.
func TestThePullOnEachClass(t *testing.T) {
	slope := func(l library, x arbitrary.SoftRow) claim.Verdict {
		here, sum, slopes := l.SoftRow(x), claim.Exactly(0), claim.True
		for c, q := range l.P(x.Logits) {
			slope := here.Slopes[0][c]
			ahead, step := l.Ahead(x, c)
			chord := ahead.Total.Minus(here.Total).Times(1 / step).Named("slope of a short chord")
			slopes = claim.All( // the curve bends upwards, so its slopes at both ends bracket the chord's
				slopes,
				slope.Is(q.Minus(claim.Exactly(x.Share(c))).Named("q − t")),
				chord.AtLeast(slope.Named("slope before it")),
				ahead.Slopes[0][c].Named("slope behind it").AtLeast(chord),
			)
			sum = sum.Plus(slope)
		}
		return claim.All(slopes, sum.Named("sum of the slopes").Is(claim.Exactly(0)))
	}
	claim.Holds(t, arbitrary.ModestSoftRows, slope)
	claim.FailsWithout(t, "each class weighs 1", arbitrary.HeavySoftRows, slope)
	claim.Rejects(t, arbitrary.ModestSoftRows, slope, "the target less the softmax", func(l *library) {
		l.Soft = sloping(func(q, t float64) float64 { return t - q })
	})
	claim.Rejects(t, arbitrary.ModestSoftRows, slope, "plus in place of minus", func(l *library) {
		l.Soft = sloping(func(q, t float64) float64 { return q + t })
	})
	claim.Rejects(t, arbitrary.ModestSoftRows, slope, "the slope of a sigmoid, times 1 − q", func(l *library) {
		l.Soft = sloping(func(q, t float64) float64 { return (q - t) * (1 - q) })
	})
}

// Claim 5.7 (One valley for many). The loss is convex in the logits: halfway between
// two rows of them it is at most the mean of the losses of both.
//
// Source: Boyd & Vandenberghe 2004, §3.1.5.
func TestOneValleyForMany(t *testing.T) {
	const halfway = 1 // the roundings of z/2 + z′/2
	convex := func(l library, x arbitrary.Contest) claim.Verdict {
		other := arbitrary.Row{Logits: x.Other, Target: x.Target}
		ends := l.Cost(x.Row).Plus(l.Cost(other)).Times(0.5)
		return ends.Named("mean of the ends").AtLeast(l.CostComputed(x.Midway(), halfway).Named("loss midway"))
	}
	claim.Holds(t, arbitrary.Contests, convex)
	claim.Rejects(t, arbitrary.Contests, convex, "squared error of the softmax", func(l *library) {
		l.Classes = costing(func(z []float64, target int) (miss float64) {
			p, _ := loss.Softmax(z...)
			for c, pc := range p.All() {
				if c == target {
					pc = 1 - pc
				}
				miss += pc * pc
			}
			return miss
		})
	})
	claim.Rejects(t, arbitrary.Contests, convex, "1 − q of the target", func(l *library) {
		l.Classes = costing(func(z []float64, target int) float64 {
			p, _ := loss.Softmax(z...)
			return 1 - p.P(target)
		})
	})
}

// Claim 5.8 (A soft maximum). The log-sum-exp of n logits is the largest of them, or
// up to ln n more:
//
//	max z ≤ ln Σ eᶻ ≤ max z + ln n
//
// Source: Boyd & Vandenberghe 2004, §3.1.5.
func TestASoftMaximum(t *testing.T) {
	between := func(l library, x arbitrary.Row) claim.Verdict {
		most := claim.Exactly(slices.Max(x.Logits))
		return claim.All(
			l.LSE(x.Logits).AtLeast(most.Named("max")),
			most.Plus(l.LogOf(len(x.Logits))).Named("max + ln n").AtLeast(l.LSE(x.Logits)),
		)
	}
	claim.Holds(t, arbitrary.Classes, between)
	claim.Rejects(t, arbitrary.Classes, between, "the bound without ln n", func(l *library) {
		l.Surprisal = func(float64) info.Bits { return 0 }
	})
	claim.Rejects(t, arbitrary.Classes, between, "exponentials as they stand", func(l *library) {
		l.LogSumExp = func(z ...float64) float64 { return logOf(sumOf(z, math.Exp)) }
	})
	claim.Rejects(t, arbitrary.Classes, between, "their mean in place of their sum", func(l *library) {
		l.LogSumExp = func(z ...float64) float64 { return loss.LogSumExp(z...) - math.Log(float64(len(z))) }
	})
}

// Claim 5.9 (No idea). Equal logits cost ln n nats, whatever they are and whichever
// class is right, a perplexity of n:
//
//	loss(z) = ln n for z = (k, …, k)
func TestNoIdea(t *testing.T) {
	flat := func(l library, x arbitrary.Row) claim.Verdict {
		n := len(x.Logits)
		return claim.All(
			l.Cost(x).Is(l.LogOf(n)),
			l.RowPerplexity(x).Is(claim.Exactly(float64(n))),
		)
	}
	claim.Holds(t, arbitrary.Ties, flat)
	claim.FailsWithout(t, "the logits are equal", arbitrary.Classes, flat)
	claim.Rejects(t, arbitrary.Ties, flat, "a binary loss for each class", func(l *library) {
		l.Classes = costing(func(z []float64, target int) (sum float64) {
			for c := range z {
				sum += float64(loss.BinaryLogit(oneWhere(c == target), z[c]))
			}
			return sum
		})
	})
	claim.Rejects(t, arbitrary.Ties, flat, "2 to the nats", func(l *library) {
		l.RowsPerplexity = func(s loss.Sum) float64 { return math.Exp2(float64(s.Mean())) }
	})
}

// Claim 5.10 (Smoothing). Label smoothing is a target mixed with the uniform
// distribution over all n classes. It costs, and pulls, as the mixture does:
//
//	t(c) = (1 − ε)·[c is the target] + ε/n
//
// What the mean divides by does not change.
//
// Source: Szegedy et al. 2016, §7; PyTorch, torch.nn.CrossEntropyLoss.
func TestSmoothing(t *testing.T) {
	mixed := func(l library, x arbitrary.Batch) claim.Verdict {
		hard, targets := x, x.OneHot()
		hard.Smoothing = 0
		for _, row := range targets {
			for c := range row {
				row[c] = (1-x.Smoothing)*row[c] + x.Smoothing/float64(len(row))
			}
		}
		smooth := l.Batch(x)
		return claim.All(
			smooth.Costs(l.SoftBatch(hard, targets).Named("of mixed targets")),
			l.SoftBatch(x, x.OneHot()).Costs(l.SoftBatch(hard, targets).Named("of mixed targets")),
			smooth.Weight.Is(l.Batch(hard).Weight.Named("weight unsmoothed")),
		)
	}
	claim.Holds(t, arbitrary.SmoothBatches, mixed)
	claim.Rejects(t, arbitrary.SmoothBatches, mixed, "ε among the other classes only", func(l *library) {
		l.Classes = smoothing(func(e classifier, target []float64, c int) float64 {
			if len(target) == 1 {
				return 1
			}
			return (1-e.Smoothing)*target[c] + e.Smoothing*(1-target[c])/float64(len(target)-1)
		})
	})
	claim.Rejects(t, arbitrary.SmoothBatches, mixed, "ε for each class, not ε/n", func(l *library) {
		l.Classes = smoothing(func(e classifier, target []float64, c int) float64 {
			return ((1-e.Smoothing)*target[c] + e.Smoothing) / (1 + e.Smoothing*float64(len(target)-1))
		})
	})
	claim.Rejects(t, arbitrary.SmoothBatches, mixed, "the mean divided by mixed weights", func(l *library) {
		l.Classes = func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
			s, err := e.Classes(z, y, slopes)
			for _, w := range e.Weight {
				s.Weight += e.Smoothing * w / float64(len(e.Weight))
			}
			return s, err
		}
	})
}

// Claim 5.11 (Ignored rows). Rows that are ignored might as well not be there,
// whatever they hold: neither loss nor mean nor slopes change, to the last bit, and
// the ignored rows cost 0 and have slopes of 0.
//
// Source: PyTorch, torch.nn.CrossEntropyLoss, ignore_index.
func TestIgnoredRows(t *testing.T) {
	ignoring := func(l library, x arbitrary.Batch) claim.Verdict {
		counted, ignored := x.Rows()
		all := l.Batch(x)
		return claim.All(
			all.At(counted).Exactly().Is(l.Batch(x.Only(counted)).Exactly().Named("without ignored rows")),
			all.At(ignored).Nothing(),
		)
	}
	claim.Holds(t, arbitrary.Batches, ignoring)
	claim.Rejects(t, arbitrary.Batches, ignoring, "a mean over all rows", func(l *library) {
		l.Mean = overRows
	})
	claim.Rejects(t, arbitrary.Batches, ignoring, "ignored rows that count as class 0", func(l *library) {
		l.Classes = func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
			y, e.Ignore = countingAll(e, y), nil
			return e.Classes(z, y, slopes)
		}
	})
	claim.Rejects(t, arbitrary.Batches, ignoring, "slopes multiplied by 0, which leaves NaN", func(l *library) {
		l.Classes = func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
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
	})
}

// Claim 5.12 (Weights). Where classes weigh differently, the mean is one of weighted
// losses, over the weights of the targets:
//
//	mean = Σ w(y)·loss(y, z) / Σ w(y)
//
// and no number where these sum to 0. Each row pulls by the weight of its target.
//
// Source: PyTorch, torch.nn.CrossEntropyLoss, weight.
func TestWeights(t *testing.T) {
	weighted := func(l library, x arbitrary.Batch) claim.Verdict {
		all, same, total, weights := l.Batch(x), claim.True, claim.Exactly(0), 0.0
		counted, _ := x.Rows()
		for _, i := range counted {
			w := x.WeightOf(x.Targets[i])
			row := l.Row(arbitrary.Row{Logits: x.Logits[i], Target: x.Targets[i]}).Times(w)
			total, weights = total.Plus(row.Total), weights+w
			same = claim.All(same, all.At([]int{i}).Alike(row.Named("w times the unweighted")))
		}
		if weights == 0 {
			return claim.All(all.Mean.Undefined(), same)
		}
		return claim.All(all.Mean.Is(total.Times(1/weights).Named("Σ w·loss / Σ w")), same)
	}
	claim.Holds(t, arbitrary.WeightyBatches, weighted)
	claim.Rejects(t, arbitrary.WeightyBatches, weighted, "a mean over the rows", func(l *library) {
		l.Mean = overRows
	})
	claim.Rejects(t, arbitrary.WeightyBatches, weighted, "weights in the divisor alone", func(l *library) {
		l.Classes = func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
			weighted, err := e.Classes(z, y, slopes)
			e.Weight = nil
			s, _ := e.Classes(z, y, slopes)
			s.Weight = weighted.Weight
			return s, err
		}
	})
	claim.Rejects(t, arbitrary.WeightyBatches, weighted, "slopes that are not weighted", func(l *library) {
		l.Classes = func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
			s, err := e.Classes(z, y, slopes)
			e.Weight = nil
			e.Classes(z, y, slopes)
			return s, err
		}
	})
}

// Claim 5.13 (One class for certain). Without weights, a distribution that is certain
// of one class costs what that class costs as a target, mean and slopes included:
//
//	loss((0, …, 1, …, 0), z) = loss(y, z)
//
// Source: PyTorch, torch.nn.CrossEntropyLoss.
func TestOneClassForCertain(t *testing.T) {
	certain := func(l library, x arbitrary.Batch) claim.Verdict {
		return l.Batch(x).Is(l.SoftBatch(x, x.OneHot()).Named("of distributions"))
	}
	claim.Holds(t, arbitrary.PlainBatches, certain)
	claim.FailsWithout(t, "no weights", arbitrary.SmoothBatches, certain)
	claim.Rejects(t, arbitrary.PlainBatches, certain, "a mean over rows and classes", func(l *library) {
		l.Soft = func(e classifier, z, t, slopes [][]float64) (loss.Sum, error) {
			s, err := e.Soft(z, t, slopes)
			if len(z) > 0 {
				s.Weight *= float64(len(z[0]))
			}
			return s, err
		}
	})
	claim.Rejects(t, arbitrary.PlainBatches, certain, "target and logits swapped", func(l *library) {
		l.Soft = func(e classifier, z, t, slopes [][]float64) (loss.Sum, error) {
			return e.Soft(t, softened(z), slopes)
		}
	})
}

// Claim 5.14 (Temperature). Heating never lowers the entropy of a softmax, and cooling
// never raises it:
//
//	H(softmax(z/T)) grows with T > 0
//
// Source: Guo et al. 2017, §4.2.
func TestTemperature(t *testing.T) {
	heating := func(l library, x arbitrary.Heating) claim.Verdict {
		hot, cool := l.HHeated(x.Logits, x.Hot), l.HHeated(x.Logits, x.Cool)
		return hot.Named("H when hot").AtLeast(cool.Named("H when cool"))
	}
	claim.Holds(t, arbitrary.Heatings, heating)
	claim.Rejects(t, arbitrary.Heatings, heating, "z multiplied by T", func(l *library) {
		l.Heated = func(z, temperature float64) float64 { return z * temperature }
	})
	claim.Rejects(t, arbitrary.Heatings, heating, "the logarithm without its minus", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return -info.Entropy(p) }
	})
}

// Claim 5.15 (Parts of a batch). A batch may come in parts: what their losses and
// weights add up to has the mean of the whole, within rounding.
func TestPartsOfABatch(t *testing.T) {
	parts := func(l library, x arbitrary.Divided) claim.Verdict {
		first, second := x.Parts()
		merged := l.Both(l.Batch(first), l.Batch(second))
		return merged.Is(l.Batch(x.Batch).Named("of the whole"))
	}
	claim.Holds(t, arbitrary.Divisions, parts)
	claim.Rejects(t, arbitrary.Divisions, parts, "the mean of the means", func(l *library) {
		l.Merged = func(s, t loss.Sum) loss.Sum {
			merged := s.Add(t)
			if s.Weight > 0 && t.Weight > 0 {
				merged.Total, merged.Weight = s.Mean()+t.Mean(), 2
			}
			return merged
		}
	})
	claim.Rejects(t, arbitrary.Divisions, parts, "the rows in place of their weights", func(l *library) {
		l.Merged = func(s, t loss.Sum) loss.Sum {
			merged := s.Add(t)
			if merged.Weight > 0 {
				merged.Weight = float64(len(merged.Each))
			}
			return merged
		}
	})
}

// Claim 5.16 (What softmax is best at). Of all distributions the softmax has the most
// entropy and logit together, in nats, and they reach the log-sum-exp:
//
//	H(p) + Σ p(c)·z(c) ≤ ln Σ eᶻ, with equality for p = softmax(z)
//
// Source: Gibbs' inequality; Cover & Thomas 2006, Theorem 12.1.1.
func TestWhatSoftmaxIsBestAt(t *testing.T) {
	best := func(l library, x arbitrary.SoftRow) claim.Verdict {
		limit := l.LSE(x.Logits)
		given := l.H(x.Target).Times(math.Ln2).Plus(claim.MeanLogit(claim.Chances(x.Target), x.Logits))
		softmax := l.HSoftmax(x.Logits, 0).Plus(claim.MeanLogit(l.P(x.Logits), x.Logits))
		return claim.All(
			limit.AtLeast(given.Named("H(p) + mean logit")),
			softmax.Named("H + mean logit of the softmax").Is(limit),
		)
	}
	claim.Holds(t, arbitrary.SoftRows, best)
	claim.Rejects(t, arbitrary.SoftRows, best, "the mean logit alone, without H", func(l *library) {
		l.Entropy = func(distribution) info.Bits { return 0 }
	})
	claim.Rejects(t, arbitrary.SoftRows, best, "entropy in bits", func(l *library) {
		l.Entropy = func(p distribution) info.Bits { return info.Entropy(p) / math.Ln2 }
	})
	claim.Rejects(t, arbitrary.SoftRows, best, "the largest logit in place of log-sum-exp", func(l *library) {
		l.LogSumExp = func(z ...float64) float64 { return slices.Max(z) }
	})
}

// Claim 5.17 (Mixed targets). A target that is a distribution costs, and pulls, what
// its classes do, each as much as it is likely, whatever the classes weigh:
//
//	loss(t, z) = Σ t(c)·loss(c, z)
func TestMixedTargets(t *testing.T) {
	linear := func(l library, x arbitrary.SoftRow) claim.Verdict {
		return l.SoftRow(x).Costs(l.Mixed(x).Named("mixed of classes"))
	}
	claim.Holds(t, arbitrary.SoftRows, linear)
	claim.Holds(t, arbitrary.HeavySoftRows, linear)
	claim.Rejects(t, arbitrary.HeavySoftRows, linear, "weights that are forgotten", func(l *library) {
		l.Soft = func(e classifier, z, t, slopes [][]float64) (loss.Sum, error) {
			e.Weight = nil
			return e.Soft(z, t, slopes)
		}
	})
	claim.Rejects(t, arbitrary.HeavySoftRows, linear, "the likeliest class alone", func(l *library) {
		l.Soft = func(e classifier, z, t, slopes [][]float64) (loss.Sum, error) {
			likeliest := make([]int, len(t))
			for i, row := range t {
				likeliest[i] = slices.Index(row, slices.Max(row))
			}
			return e.Classes(z, likeliest, slopes)
		}
	})
}

// Claim 6.1 (The gradient). A row pulls on the weights of a class by how far its
// forecast missed, times its features. The slopes of the mean loss are
//
//	∂loss/∂W = mean of (softmax − target)·x
//
// Source: Bishop 2006, (4.109).
func TestTheGradient(t *testing.T) {
	gradient := func(l library, x arbitrary.Lesson) claim.Verdict {
		const step = 0x1p-13
		verdict := claim.True
		for i := range claim.Numbers(x.Problem) {
			ahead := claim.Moved(x.At, i, step)
			rise := l.MeanLoss(x.Problem, ahead).Minus(l.MeanLoss(x.Problem, x.At))
			mean := rise.Times(1 / step).Named("slope of a short chord")
			verdict = claim.All(verdict, // the loss is convex, so the slopes at both ends bracket the chord's
				mean.AtLeast(l.SlopeAlong(x.Problem, x.At, i).Named("slope before it")),
				l.SlopeAlong(x.Problem, ahead, i).Named("slope behind it").AtLeast(mean),
			)
		}
		return verdict
	}
	claim.Holds(t, arbitrary.Lessons, gradient)
	claim.Rejects(t, arbitrary.Lessons, gradient, "softmax + target", func(l *library) {
		l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
			objective := p.Gradient(m, grad)
			for i, y := range p.Data.Y {
				row := y
				if p.Pinned {
					row--
				}
				if row < 0 {
					continue
				}
				for f, x := range p.Data.X[i] {
					grad.Weights[row][f] += 2 * x / float64(len(p.Data.X))
				}
			}
			return objective
		}
	})
	claim.Rejects(t, arbitrary.Lessons, gradient, "the gradient of squared error", func(l *library) {
		l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
			p.SquaredError(m, grad)
			return p.Objective(m)
		}
	})
	claim.Rejects(t, arbitrary.Lessons, gradient, "a penalty on the bias too", func(l *library) {
		l.Gradient = func(p learn.Problem, m, grad learn.Linear) info.Nats {
			objective := p.Gradient(m, grad)
			for c, b := range m.Bias {
				grad.Bias[c] += p.Penalty * b
			}
			return objective
		}
	})
}

// Claim 6.2 (A safe step). Subtracting 1/L of the gradient never raises the loss, where
// L bounds how much it can curve: ¼ of the largest eigenvalue of XᵀX/N for the sigmoid,
// ½ of it for the softmax, plus the penalty.
//
// Source: Böhning 1992.
func TestASafeStep(t *testing.T) {
	safe := func(l library, x arbitrary.Lesson) claim.Verdict {
		steepest := l.Smoothness(x.Problem)
		if steepest == 0 { // nothing that could be learned
			return claim.True
		}
		grad := x.Problem.Start()
		l.Gradient(x.Problem, x.At, grad)
		after := claim.Stepped(x.At, grad, 1/steepest)
		return l.MeanLoss(x.Problem, x.At).Named("loss before").AtLeast(l.MeanLoss(x.Problem, after).Named("loss after"))
	}
	claim.Holds(t, arbitrary.Lessons, safe)
	claim.Rejects(t, arbitrary.Lessons, safe, "a step of 3/L", func(l *library) {
		l.Smoothness = func(p learn.Problem) float64 { return p.Smoothness() / 3 }
	})
	claim.Rejects(t, arbitrary.Lessons, safe, "the eigenvalue left out", func(l *library) {
		l.Smoothness = func(p learn.Problem) float64 { return 1./2 + p.Penalty }
	})
	claim.Rejects(t, arbitrary.Lessons, safe, "a step up the gradient", func(l *library) {
		l.Smoothness = func(p learn.Problem) float64 { return -p.Smoothness() }
	})
}

// Claim 6.3 (Right on average). Trained until the gradient vanishes, with biases that
// cost nothing, a classifier is right on average: for each class, its mean forecast is
// the share of the rows that are of that class.
func TestRightOnAverage(t *testing.T) {
	const tolerance = 1e-6
	onAverage := func(l library, x arbitrary.Lesson) claim.Verdict {
		d, verdict := x.Problem.Data, claim.True
		forecasts := claim.Forecasts(l.Train(x.Problem, tolerance), d.X)
		for class, share := range d.BaseRate().All() {
			var mean float64
			for _, q := range forecasts {
				mean += q.P(class) / float64(len(d.X))
			}
			verdict = claim.All(verdict, // a pinned class may miss by what the others do together
				claim.Within("mean forecast", mean, 2*tolerance).Is(claim.Exactly(share).Named("base rate")))
		}
		return verdict
	}
	claim.Holds(t, arbitrary.CompleteLessons, onAverage)
	claim.FailsWithout(t, "a bias", arbitrary.UnbiasedLessons, onAverage)
	claim.Rejects(t, arbitrary.CompleteLessons, onAverage, "squared error in place of cross entropy", func(l *library) {
		l.Train = bySquaredError
	})
	claim.Rejects(t, arbitrary.CompleteLessons, onAverage, "a step towards it", func(l *library) {
		l.Train = func(p learn.Problem, _ float64) learn.Linear { return learn.Descend(p, 1, nil) }
	})
}

// Claim 6.4 (Maximum likelihood). The weights of least cross entropy are those under which
// what happened was likeliest: no others give a greater product
//
//	q(y₁ | x₁) · q(y₂ | x₂) · … · e^(−N·penalty)
//
// in which large weights count as unlikely beforehand, if they cost a penalty.
//
// Source: Bishop 2006, §4.3.4.
func TestMaximumLikelihood(t *testing.T) {
	const tolerance = 1e-6
	likeliest := func(l library, x arbitrary.Lesson) claim.Verdict {
		m, verdict := l.Train(x.Problem, tolerance), claim.True
		best := claim.Likelihood(x.Problem, m).Named("likelihood of what was learned")
		for _, share := range []float64{1, 0x1p-4, -0x1p-4} {
			other := claim.Between(m, x.At, share)
			left := tolerance * claim.Apart(m, other) * float64(len(x.Problem.Data.X)) // what training may have left to gain
			likelihood := claim.Likelihood(x.Problem, other).Times(math.Exp(-left)).Named("likelihood of other weights")
			verdict = claim.All(verdict, best.AtLeast(likelihood))
		}
		return verdict
	}
	claim.Holds(t, arbitrary.CompleteLessons, likeliest)
	claim.Rejects(t, arbitrary.CompleteLessons, likeliest, "squared error in place of cross entropy", func(l *library) {
		l.Train = bySquaredError
	})
	claim.Rejects(t, arbitrary.CompleteLessons, likeliest, "no penalty", func(l *library) {
		l.Train = func(p learn.Problem, _ float64) learn.Linear {
			p.Penalty = 0
			return learn.Descend(p, 100, nil)
		}
	})
}

// Claim 6.5 (The floor of learning). Whatever was learned, from whatever rows, it costs
// on new ones at least what X leaves in doubt about Y, on average:
//
//	Σ p(x, y)·log₂ 1/q(y|x) ≥ H(Y|X)
//
// Source: Cover & Thomas 2006, Theorem 2.6.3, for each x.
func TestTheFloorOfLearning(t *testing.T) {
	const tolerance = 1e-2 // no matter how well it was learned
	learned := func(l library, s arbitrary.Survey) []distribution {
		return claim.Forecasts(l.Train(s.Problem(), tolerance), s.Outcomes())
	}
	floor := func(l library, s arbitrary.Survey) claim.Verdict {
		return l.ExpectedLoss(s.P, learned(l, s)).AtLeast(l.HYX(s.P))
	}
	claim.Holds(t, arbitrary.Surveys, floor)
	claim.FailsWithout(t, "the rows are new", arbitrary.Surveys, func(l library, s arbitrary.Survey) claim.Verdict {
		return l.ExpectedLoss(s.Drawn(), learned(l, s)).Named("loss on the rows learned from").AtLeast(l.HYX(s.P))
	})
	claim.Rejects(t, arbitrary.Surveys, floor, "H(Y) in place of H(Y|X)", func(l *library) {
		l.EntropyYGivenX = func(j info.Joint) info.Bits { return info.Entropy(j.Y()) }
	})
	claim.Rejects(t, arbitrary.Surveys, floor, "a linear score, 1 − q", func(l *library) {
		l.Surprisal = func(q float64) info.Bits { return info.Bits(1 - q) }
	})
}

// Claim 6.6 (A fitted temperature). The temperature T that suits a set of rows best never raises
// their loss, nor does another lower it further:
//
//	loss of z/T ≤ loss of z, and of z/T′ for every T′
//
// Source: Guo et al. 2017, §4.2.
func TestAFittedTemperature(t *testing.T) {
	suits := func(l library, c arbitrary.Calibration) claim.Verdict {
		fitted, err := l.Temperature(c.Fitted.Logits, c.Fitted.Targets)
		if err != nil {
			return claim.Verdict(err.Error())
		}
		cost := claim.TotalLoss(c.Tried, fitted)
		return claim.All(
			claim.TotalLoss(c.Tried, 1).AtLeast(cost),
			claim.TotalLoss(c.Tried, c.Other).AtLeast(cost),
		)
	}
	claim.Holds(t, arbitrary.Calibrations, suits)
	claim.FailsWithout(t, "it was fitted on these rows", arbitrary.FreshCalibrations, suits)
	claim.Rejects(t, arbitrary.Calibrations, suits, "1/T in place of T", func(l *library) {
		l.Temperature = func(logits [][]float64, targets []int) (float64, error) {
			t, err := learn.Temperature(logits, targets)
			return 1 / t, err
		}
	})
	claim.Rejects(t, arbitrary.Calibrations, suits, "fitted on the first row alone", func(l *library) {
		l.Temperature = func(logits [][]float64, targets []int) (float64, error) {
			return learn.Temperature(logits[:1], targets[:1])
		}
	})
}

// Claim 6.7 (The bottom). Training with momentum until the gradient is below 1e-7 leaves
// less than a millionth of a nat to gain, whatever the rows: the lowest loss is the one
// that Newton's method finds.
func TestTheBottom(t *testing.T) {
	const tolerance, millionth = 1e-7, 1e-6
	bottom := func(l library, x arbitrary.Lesson) claim.Verdict {
		reached, lowest := l.MeanLoss(x.Problem, l.Train(x.Problem, tolerance)), claim.Lowest(x.Problem)
		left := reached.Minus(lowest).Named("what is left to gain")
		return claim.All(claim.Exactly(millionth).AtLeast(left), left.AtLeast(claim.Exactly(0)))
	}
	claim.Holds(t, arbitrary.CompleteLessons, bottom)
	claim.Rejects(t, arbitrary.CompleteLessons, bottom, "stopping at the first step that gains less than a millionth", func(l *library) {
		l.Train = func(p learn.Problem, _ float64) learn.Linear {
			last := info.Nats(math.Inf(1))
			return learn.Descend(p, 1000, func(_ int, _ learn.Linear, objective info.Nats) bool {
				gain := last - objective
				last = objective
				return gain >= millionth
			})
		}
	})
	claim.Rejects(t, arbitrary.CompleteLessons, bottom, "squared error in place of cross entropy", func(l *library) {
		l.Train = bySquaredError
	})
}

// bySquaredError trains with squared error in place of cross entropy.
func bySquaredError(p learn.Problem, _ float64) learn.Linear {
	m, grad := p.Start(), p.Start()
	for range 300 {
		p.SquaredError(m, grad)
		m.Add(-1/p.Smoothness(), grad)
	}
	return m
}

// impurity is 1 − Σp², which decision trees take for entropy.
func impurity(p distribution) info.Bits {
	h := info.Bits(1)
	for _, px := range p.All() {
		h -= info.Bits(px * px)
	}
	return h
}

// informationOf is Σ p log₂ p/(a·p(y)) with each p bent and a in the place of the
// marginal p(x).
func informationOf(j info.Joint, bent func(float64) float64, a distribution) info.Bits {
	var sum float64
	for x, row := range arbitrary.Rows(j) {
		for y, p := range row {
			if p > 0 {
				sum += bent(p) * math.Log2(bent(p)/(a.P(x)*j.Y().P(y)))
			}
		}
	}
	return info.Bits(sum)
}

// proportional is a softmax with f in the place of the exponential, and even odds
// where all that adds up to 0.
func proportional(f func(float64) float64) func(z ...float64) (distribution, error) {
	return func(z ...float64) (distribution, error) {
		p, sum := make([]float64, len(z)), sumOf(z, f)
		for c := range z {
			if p[c] = f(z[c]) / sum; sum == 0 {
				p[c] = 1 / float64(len(z))
			}
		}
		return arbitrary.Unchecked(p...), nil
	}
}

func sumOf(z []float64, f func(float64) float64) (sum float64) {
	for _, zc := range z {
		sum += f(zc)
	}
	return sum
}

// logOf is ln x, also where math.Log is wrong.
func logOf(x float64) float64 {
	if x < 1 {
		return float64(-info.Surprisal(x).Nats())
	}
	return math.Log(x)
}

// overRows is a mean that divides by the rows, whatever they count for.
func overRows(s loss.Sum) info.Nats {
	if s.Weight == 0 {
		return s.Mean()
	}
	return s.Total / info.Nats(len(s.Each))
}

// sigmoids gives each class a probability of its own, as if several could be right.
func sigmoids(z ...float64) (distribution, error) {
	p := make([]float64, len(z))
	for c := range z {
		p[c] = loss.Sigmoid(z[c])
	}
	return arbitrary.Unchecked(p...), nil
}

// softened are rows of probabilities in the place of logits.
func softened(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		p, _ := loss.Softmax(z...)
		for _, pc := range p.All() {
			rows[i] = append(rows[i], pc)
		}
	}
	return rows
}

// inOrder says that p keeps the order of two logits, and is more for the higher one
// unless rounding may make them equal, or both 0.
func inOrder(z []float64, p []claim.Quantity, high, low int) claim.Verdict {
	const apart, behind = 0x1p-30, 700
	switch {
	case z[high] < z[low]:
		return inOrder(z, p, low, high)
	case z[high] == z[low]:
		return p[high].IsExactly(p[low])
	case z[high]-z[low] < apart || slices.Max(z)-z[high] > behind:
		return p[high].Named("p of the higher").AtLeast(p[low].Named("p of the lower"))
	default:
		return p[high].Named("p of the higher").Exceeds(p[low].Named("p of the lower"))
	}
}

// costing is a loss whose rows cost what f says.
func costing(f func(z []float64, target int) float64) classLoss {
	return func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
		s, err := e.Classes(z, y, slopes)
		s.Total = 0
		for i := range s.Each {
			s.Each[i] = info.Nats(f(z[i], y[i]))
			s.Total += s.Each[i]
		}
		return s, err
	}
}

// sloping is a loss whose slopes are what f says of softmax and target.
func sloping(f func(p, t float64) float64) softLoss {
	return func(e classifier, z, t, slopes [][]float64) (loss.Sum, error) {
		s, err := e.Soft(z, t, slopes)
		for i, row := range softened(z) {
			for c, p := range row {
				slopes[i][c] = f(p, t[i][c])
			}
		}
		return s, err
	}
}

// smoothing is a loss whose targets are smoothed as f says.
func smoothing(f func(e classifier, target []float64, c int) float64) classLoss {
	return func(e classifier, z [][]float64, y []int, slopes [][]float64) (loss.Sum, error) {
		hard, targets := e, arbitrary.Batch{Logits: z, Targets: y}.OneHot()
		hard.Smoothing = 0
		for i, target := range targets {
			row := make([]float64, len(target))
			for c := range row {
				row[c] = f(e, target, c)
			}
			targets[i] = row
		}
		return hard.Soft(z, targets, slopes)
	}
}

// countingAll are targets with class 0 for those that are ignored.
func countingAll(e classifier, y []int) []int {
	all := slices.Clone(y)
	for i := range all {
		if all[i] == *e.Ignore {
			all[i] = 0
		}
	}
	return all
}

func oneWhere(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
