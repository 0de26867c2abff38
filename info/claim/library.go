package claim

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/language"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// A Library is the mathematics that laws are about. A mistake puts something wrong
// in the place of one of its functions, and an exercise the reader's own. p is the
// truth, q a model of it; both are lists of probabilities, and a joint distribution
// has a row for each x.
type Library struct {
	Surprisal       func(p float64) info.Bits
	Entropy         func(p []float64) info.Bits
	BinaryEntropy   func(p float64) info.Bits
	CrossEntropy    func(p, q []float64) info.Bits
	KullbackLeibler func(p, q []float64) info.Bits
	JensenShannon   func(p, q []float64) info.Bits
	Perplexity      func(h info.Bits) float64
	Normalize       func(weights []float64) []float64

	// A code is known by the lengths of its codewords. An outcome without one has length 0.
	Kraft          func(lengths []int) float64
	Codewords      func(lengths []int) []string
	ShannonLengths func(p []float64) []int
	HuffmanLengths func(p []float64) []int

	Margins           func(p [][]float64) (x, y []float64)
	JointEntropy      func(p [][]float64) info.Bits
	EntropyYGivenX    func(p [][]float64) info.Bits
	MutualInformation func(p [][]float64) info.Bits

	// Count counts outcomes, each part by itself, and merges the counts.
	Count         func(parts ...[]int) *info.Counts[int]
	CountsEntropy func(c *info.Counts[int]) info.Bits
	Estimate      func(surprisals []info.Bits) (mean, standardError info.Bits)

	// Models of letters have counted texts, of at most [TextLetters] different letters.
	LetterModel  func(texts []string, order int, lambda float64) language.Model
	Interpolated func(texts []string, order int, weight float64) language.Model
	LetterCosts  func(m language.Model, text string) []info.Bits

	Binary              func(y, yhat float64) info.Nats
	BinaryLogit         func(y, z float64) info.Nats
	BinaryLogitGradient func(y, z float64) float64
	BinaryLogits        func(logits, targets []float64, posWeight float64, grad []float64) (loss.Sum, error)

	Sigmoid      func(z float64) float64
	Softmax      func(logits []float64) []float64
	LogSoftmax   func(logits []float64) []info.Nats
	LogSumExp    func(logits []float64) float64
	Heated       func(logit, temperature float64) float64
	Classes      func(l loss.CrossEntropy, logits [][]float64, targets []int, grad [][]float64) (loss.Sum, error)
	Soft         func(l loss.CrossEntropy, logits, targets, grad [][]float64) (loss.Sum, error)
	Merged       func(s, t loss.Sum) loss.Sum
	Mean         func(s loss.Sum) info.Nats
	PerplexityOf func(s loss.Sum) float64

	Objective    func(p learn.Problem, m learn.Linear) info.Nats
	Gradient     func(p learn.Problem, m, grad learn.Linear) info.Nats
	Smoothness   func(p learn.Problem) float64
	Train        func(p learn.Problem, tolerance float64) (m learn.Linear, steps int)
	Temperature  func(logits [][]float64, targets []int) (float64, error)
	SquaredError func(p learn.Problem, m, grad learn.Linear) float64
}

// Standard is the library as the book has it. Its functions panic where the
// library refuses what they are given.
func Standard() Library {
	pair := func(f func(p, q info.Distribution) info.Bits) func(p, q []float64) info.Bits {
		return func(p, q []float64) info.Bits { return f(info.Must(p...), info.Must(q...)) }
	}
	return Library{
		Surprisal:       info.Surprisal,
		Entropy:         func(p []float64) info.Bits { return info.Entropy(info.Must(p...)) },
		BinaryEntropy:   info.BinaryEntropy,
		CrossEntropy:    pair(info.CrossEntropy),
		KullbackLeibler: pair(info.KullbackLeibler),
		JensenShannon:   pair(info.JensenShannon),
		Perplexity:      info.Perplexity,
		Normalize: func(weights []float64) []float64 {
			return must(info.Normalize(weights...)).Probabilities()
		},

		Kraft:          code.Kraft,
		Codewords:      func(lengths []int) []string { return must(code.Words(lengths)) },
		ShannonLengths: func(p []float64) []int { return code.Shannon(info.Must(p...)) },
		HuffmanLengths: func(p []float64) []int { return code.Huffman(info.Must(p...)) },

		Margins: func(p [][]float64) (x, y []float64) {
			j := must(info.NewJoint(p))
			return j.X().Probabilities(), j.Y().Probabilities()
		},
		JointEntropy:      func(p [][]float64) info.Bits { return must(info.NewJoint(p)).Entropy() },
		EntropyYGivenX:    func(p [][]float64) info.Bits { return must(info.NewJoint(p)).EntropyYGivenX() },
		MutualInformation: func(p [][]float64) info.Bits { return must(info.NewJoint(p)).MutualInformation() },

		Count:         count,
		CountsEntropy: (*info.Counts[int]).Entropy,
		Estimate:      info.Estimate[info.Bits],

		LetterModel:  letterModel,
		Interpolated: interpolated,
		LetterCosts:  language.Model.Surprisals,

		Binary:              loss.Binary,
		BinaryLogit:         loss.BinaryLogit,
		BinaryLogitGradient: loss.BinaryLogitGradient,
		BinaryLogits:        loss.BinaryLogits,

		Sigmoid:      loss.Sigmoid,
		Softmax:      func(z []float64) []float64 { return must(loss.Softmax(z...)).Probabilities() },
		LogSoftmax:   func(z []float64) []info.Nats { return must(loss.LogSoftmax(z...)) },
		LogSumExp:    func(z []float64) float64 { return loss.LogSumExp(z...) },
		Heated:       func(logit, temperature float64) float64 { return logit / temperature },
		Classes:      loss.CrossEntropy.Classes,
		Soft:         loss.CrossEntropy.Soft,
		Merged:       loss.Sum.Add,
		Mean:         loss.Sum.Mean,
		PerplexityOf: loss.Sum.Perplexity,

		Objective:    learn.Problem.Objective,
		Gradient:     learn.Problem.Gradient,
		Smoothness:   learn.Problem.Smoothness,
		Train:        train,
		Temperature:  learn.Temperature,
		SquaredError: learn.Problem.SquaredError,
	}
}

// train stops a training that gets nowhere. What is right takes a sixth of these
// steps at most.
func train(p learn.Problem, tolerance float64) (learn.Linear, int) {
	return learn.Accelerate(p, tolerance, func(step int, _ learn.Linear, _ info.Nats) bool { return step < 10_000 })
}

func count(parts ...[]int) *info.Counts[int] {
	var all info.Counts[int]
	for _, part := range parts {
		var counts info.Counts[int]
		for _, outcome := range part {
			counts.Add(outcome)
		}
		all.Merge(&counts)
	}
	return &all
}

// unchecked is the library for weights that it refuses because they do not sum to
// 1: the formulas as they stand. Where lengths spend too much it has no codewords.
func unchecked() Library {
	l := Standard()
	l.Surprisal = func(p float64) info.Bits { return info.Bits(-math.Log2(p)) }
	l.Entropy = func(p []float64) info.Bits { return Formula(p, p) }
	l.CrossEntropy = Formula
	l.Codewords = func(lengths []int) []string {
		words, _ := code.Words(lengths)
		return words
	}
	return l
}

// Formula is Σ p log₂ 1/q as it stands, in which what has no weight adds nothing.
func Formula(p, q []float64) (sum info.Bits) {
	for x := range p {
		if p[x] > 0 {
			sum -= info.Bits(p[x] * math.Log2(q[x]))
		}
	}
	return sum
}

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// A Cost is what rows cost, in nats, with the slopes of the total in each logit.
type Cost struct {
	loss.Sum
	Slopes [][]float64
}

// Cost is the loss of rows whose targets are classes.
func (l Library) Cost(x Batch) Cost {
	slopes := room(x.Logits)
	return Cost{must(l.Classes(x.CrossEntropy, x.Logits, x.Targets, slopes)), slopes}
}

// SoftCost is the loss of the rows of x, whose targets are distributions.
func (l Library) SoftCost(x Batch, targets [][]float64) Cost {
	slopes := room(x.Logits)
	return Cost{must(l.Soft(x.CrossEntropy, x.Logits, targets, slopes)), slopes}
}

// room is rows as long as those of logits, full of what no slope is.
func room(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		rows[i] = slices.Repeat([]float64{math.NaN()}, len(z))
	}
	return rows
}

// EqualCosts says that rows cost and pull the same, each by itself and all together.
func EqualCosts(nameA string, a Cost, nameB string, b Cost) string {
	if len(a.Each) != len(b.Each) {
		return fmt.Sprintf("%d rows are not %d", len(a.Each), len(b.Each))
	}
	for i := range a.Each {
		wrong := Equal("loss of a row "+nameA, a.Each[i], nameB, b.Each[i])
		for c := range a.Slopes[i] {
			wrong = cmp.Or(wrong, Equal("slope "+nameA, a.Slopes[i][c], nameB, b.Slopes[i][c]))
		}
		if wrong != "" {
			return wrong
		}
	}
	return Equal("loss "+nameA, a.Total, nameB, b.Total)
}
