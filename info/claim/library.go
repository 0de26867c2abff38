package claim

import (
	"math"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// A Library is the mathematics that claims are about. A control puts something
// wrong in the place of one of its functions.
type Library struct {
	Surprisal       func(p float64) info.Bits
	Entropy         func(p info.Distribution) info.Bits
	BinaryEntropy   func(p float64) info.Bits
	CrossEntropy    func(p, q info.Distribution) info.Bits
	KullbackLeibler func(p, q info.Distribution) info.Bits
	JensenShannon   func(p, q info.Distribution) info.Bits
	Perplexity      func(h info.Bits) float64
	Normalize       func(weights ...float64) (info.Distribution, error)
	Codewords       func(p info.Distribution) ([]string, error)

	JointEntropy      func(j info.Joint) info.Bits
	EntropyYGivenX    func(j info.Joint) info.Bits
	MutualInformation func(j info.Joint) info.Bits

	Binary              func(y, yhat float64) info.Nats
	BinaryLogit         func(y, z float64) info.Nats
	BinaryLogitGradient func(y, z float64) float64

	Sigmoid        func(z float64) float64
	Softmax        func(logits ...float64) (info.Distribution, error)
	LogSoftmax     func(logits ...float64) ([]info.Nats, error)
	LogSumExp      func(logits ...float64) float64
	Heated         func(logit, temperature float64) float64
	Classes        func(l loss.CrossEntropy, logits [][]float64, targets []int, grad [][]float64) (loss.Sum, error)
	Soft           func(l loss.CrossEntropy, logits, targets, grad [][]float64) (loss.Sum, error)
	Merged         func(s, t loss.Sum) loss.Sum
	Mean           func(s loss.Sum) info.Nats
	RowsPerplexity func(s loss.Sum) float64

	Objective   func(p learn.Problem, m learn.Linear) info.Nats
	Gradient    func(p learn.Problem, m, grad learn.Linear) info.Nats
	Smoothness  func(p learn.Problem) float64
	Train       func(p learn.Problem, tolerance float64) learn.Linear
	Temperature func(logits [][]float64, targets []int) (float64, error)
}

// Standard is the library as the book has it.
func Standard() Library {
	return Library{
		info.Surprisal, info.Entropy, info.BinaryEntropy, info.CrossEntropy,
		info.KullbackLeibler, info.JensenShannon, info.Perplexity, info.Normalize, code.Words,
		info.Joint.Entropy, info.Joint.EntropyYGivenX, info.Joint.MutualInformation,
		loss.Binary, loss.BinaryLogit, loss.BinaryLogitGradient,
		loss.Sigmoid, loss.Softmax, loss.LogSoftmax, loss.LogSumExp,
		func(logit, temperature float64) float64 { return logit / temperature },
		loss.CrossEntropy.Classes, loss.CrossEntropy.Soft, loss.Sum.Add, loss.Sum.Mean, loss.Sum.Perplexity,
		learn.Problem.Objective, learn.Problem.Gradient, learn.Problem.Smoothness, train, learn.Temperature,
	}
}

// logRoundings is how many roundings a logarithm of ours takes at most, its
// product with a weight included.
const logRoundings = 3

// S is the surprisal h(p), in bits.
func (l Library) S(p float64) Quantity {
	return Rounded("h(p)", float64(l.Surprisal(p)), logRoundings, bitsOf(p))
}

// Chance is 2⁻ᵏ, where k is an amount by which surprisals were found to differ:
// each may be out by its bound, which is largest for the smallest float.
func (l Library) Chance(k float64) Quantity {
	chance := math.Exp2(-k)
	return Rounded("2⁻ᵏ", chance, 2*logRoundings*bitsOf(math.SmallestNonzeroFloat64), chance)
}

// SComputed is the surprisal of a probability that was itself computed, with so
// many roundings: each moves h(p) by the same, whatever p is.
func (l Library) SComputed(p float64, roundings int) Quantity {
	h := l.S(p)
	h.bound += float64(roundings) * ulp / math.Ln2
	return h
}

// PowRoundings is how many products math.Pow takes for powers up to 16: its
// square root and its squarings, each with an error of its own.
const PowRoundings = 16

// H is the entropy H(p), in bits.
func (l Library) H(p info.Distribution) Quantity {
	return summed("H(p)", l.Entropy(p), entropyRoundings, p, bitsUnder(p, p))
}

// H2 is the entropy of two outcomes of probabilities p and 1 − p, in bits.
func (l Library) H2(p float64) Quantity {
	return Rounded("h₂(p)", float64(l.BinaryEntropy(p)), 2*logRoundings, 1)
}

// PerplexityOf is the perplexity of p.
func (l Library) PerplexityOf(p info.Distribution) Quantity {
	h := l.H(p)
	value := l.Perplexity(info.Bits(h.value))
	return Quantity{"2^H(p)", value, (h.bound*math.Ln2 + 2*ulp) * float64(p.Len())}
}

// H2Near is the entropy of two outcomes of a probability that was itself computed:
// its error moves the entropy by at most the entropy of the error.
func (l Library) H2Near(p Quantity) Quantity {
	h := l.H2(p.value)
	h.bound += 2 * nats(p.bound, p.bound) / math.Ln2
	return h
}

// HPQ is the cross entropy H(p, q), in bits.
func (l Library) HPQ(p, q info.Distribution) Quantity {
	return summed("H(p, q)", l.CrossEntropy(p, q), entropyRoundings, p, bitsUnder(p, q))
}

// D is the divergence D(p‖q), in bits.
func (l Library) D(p, q info.Distribution) Quantity {
	return summed("D(p‖q)", l.KullbackLeibler(p, q), divergenceRoundings, p, bitsUnder(p, p)+bitsUnder(p, q))
}

// JS is the divergence JS(p, q), in bits.
func (l Library) JS(p, q info.Distribution) Quantity {
	return summed("JS(p, q)", l.JensenShannon(p, q), divergenceRoundings, p, 1)
}

// HXY is the entropy H(X, Y) of a pair, in bits.
func (l Library) HXY(j info.Joint) Quantity {
	return summed("H(X, Y)", l.JointEntropy(j), entropyRoundings, j.Pairs(), bitsUnder(j.Pairs(), j.Pairs()))
}

// HYX is the entropy H(Y|X) that is left in Y for who knows X, in bits.
func (l Library) HYX(j info.Joint) Quantity {
	return summed("H(Y|X)", l.EntropyYGivenX(j), divergenceRoundings, j.Pairs(), 2*bitsUnder(j.Pairs(), j.Pairs()))
}

// I is the mutual information I(X; Y), in bits.
func (l Library) I(j info.Joint) Quantity {
	return summed("I(X; Y)", l.MutualInformation(j), divergenceRoundings, j.Pairs(), 3*bitsUnder(j.Pairs(), j.Pairs()))
}

// Loss is the binary loss of the forecast yhat, in nats.
func (l Library) Loss(y, yhat float64) Quantity {
	scale := nats(y, yhat) + nats(1-y, 1-yhat)
	return Rounded("loss(y, ŷ)", float64(l.Binary(y, yhat)), 2*logRoundings, scale)
}

// LossComputed is the binary loss of a forecast that was itself computed from a
// logit, by an exponential, a sum and a quotient.
func (l Library) LossComputed(y, yhat float64) Quantity {
	loss := l.Loss(y, yhat)
	loss.bound += 4 * ulp / min(yhat, 1-yhat)
	return loss
}

// LogitLoss is the binary loss of the logit z, in nats.
func (l Library) LogitLoss(y, z float64) Quantity {
	return Rounded("loss(y, z)", float64(l.BinaryLogit(y, z)), logRoundings, math.Abs(z)+1)
}

// Slope is the slope of the binary loss in the logit z.
func (l Library) Slope(y, z float64) Quantity {
	return Rounded("slope", l.BinaryLogitGradient(y, z), logRoundings, 1)
}
