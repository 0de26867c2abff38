package solutions

import (
	"math"
	"slices"
)

// BinaryLogitMistakes are wrong answers to BinaryLogit.
var BinaryLogitMistakes = []mistake{
	{"the loss of σ(z), which a float rounds to 0 or 1", func(y, z float64) float64 {
		return binary(y, sigmoid(z))
	}},
	{"eᶻ as it stands, which overflows", func(y, z float64) float64 {
		return math.Log1p(math.Exp(z)) - y*z
	}},
	{"e⁻ᶻ as it stands, which overflows", func(y, z float64) float64 {
		return math.Log1p(math.Exp(-z)) + (1-y)*z
	}},
	{"σ(z) kept away from 0 and 1", func(y, z float64) float64 {
		return binary(y, max(1e-7, min(1-1e-7, sigmoid(z))))
	}},
	{"a little added to σ(z), so that nothing costs +Inf", func(y, z float64) float64 {
		return -y*math.Log(sigmoid(z)+1e-9) - (1-y)*math.Log(1-sigmoid(z)+1e-9)
	}},
	{"the two classes swapped", func(y, z float64) float64 { return BinaryLogit(1-y, z) }},
	{"the term of y alone, without that of 1 − y", func(y, z float64) float64 {
		return y * BinaryLogit(1, z)
	}},
	{"a y between 0 and 1 taken for 0", func(y, z float64) float64 {
		return BinaryLogit(math.Floor(y), z)
	}},
	{"bits in place of nats", func(y, z float64) float64 { return BinaryLogit(y, z) / math.Ln2 }},
	{"logarithms without their minus", func(y, z float64) float64 { return -BinaryLogit(y, z) }},
	{"the squared error", func(y, z float64) float64 {
		miss := sigmoid(z) - y
		return miss * miss
	}},
	{"the slope, σ(z) − y", func(y, z float64) float64 { return sigmoid(z) - y }},
	{"|z| on the wrong side alone, without ln (1 + e^−|z|)", func(y, z float64) float64 {
		return max(z, 0) - y*z
	}},
}

// SoftmaxMistakes are wrong answers to Softmax.
var SoftmaxMistakes = []mistake{
	{"eᶻ as it stands, which overflows", plainSoftmax},
	{"eᶻ without its divisor", func(z []float64) []float64 { return each(z, math.Exp) }},
	{"e to the logit less the largest, without a divisor", func(z []float64) []float64 {
		return each(z, func(zc float64) float64 { return math.Exp(zc - slices.Max(z)) })
	}},
	{"each logit as a share of their sum", func(z []float64) []float64 {
		return each(z, func(zc float64) float64 { return zc / total(z) })
	}},
	{"a sigmoid for each class", func(z []float64) []float64 { return each(z, sigmoid) }},
	{"powers of 2 in place of those of e", func(z []float64) []float64 {
		return Softmax(each(z, func(zc float64) float64 { return zc * math.Ln2 }))
	}},
	{"e⁻ᶻ, which turns the order around", func(z []float64) []float64 {
		return Softmax(each(z, func(zc float64) float64 { return -zc }))
	}},
	{"1 for the largest logit and 0 for the others", func(z []float64) []float64 {
		q := make([]float64, len(z))
		q[slices.Index(z, slices.Max(z))] = 1
		return q
	}},
	{"the logarithms of the probabilities", func(z []float64) []float64 {
		return each(Softmax(z), math.Log)
	}},
	{"softmax twice", func(z []float64) []float64 { return Softmax(Softmax(z)) }},
}

// CrossEntropyOfLogitsMistakes are wrong answers to CrossEntropyOfLogits.
var CrossEntropyOfLogitsMistakes = []mistake{
	{"eᶻ as it stands, which overflows", func(z []float64, right int) float64 {
		return math.Log(total(each(z, math.Exp))) - z[right]
	}},
	{"ln Σ eᶻ rounded before the logit is taken away", func(z []float64, right int) float64 {
		most := slices.Max(z)
		return (most + CrossEntropyOfLogits(z, slices.Index(z, most))) - z[right]
	}},
	{"−ln q, where a float rounds q to 0", func(z []float64, right int) float64 {
		return -math.Log(Softmax(z)[right])
	}},
	{"a little added to q, so that nothing costs +Inf", func(z []float64, right int) float64 {
		return -math.Log(Softmax(z)[right] + 1e-9)
	}},
	{"softmax twice", func(z []float64, right int) float64 {
		return CrossEntropyOfLogits(Softmax(z), right)
	}},
	{"bits in place of nats", func(z []float64, right int) float64 {
		return CrossEntropyOfLogits(z, right) / math.Ln2
	}},
	{"the logarithm without its minus", func(z []float64, right int) float64 {
		return -CrossEntropyOfLogits(z, right)
	}},
	{"−q of the right class, without its logarithm", func(z []float64, right int) float64 {
		return -Softmax(z)[right]
	}},
	{"1 − q of the right class", func(z []float64, right int) float64 {
		return 1 - Softmax(z)[right]
	}},
	{"minus the logit of the right class alone", func(z []float64, right int) float64 {
		return -z[right]
	}},
	{"max z − z of the right class, without ln Σ", func(z []float64, right int) float64 {
		return slices.Max(z) - z[right]
	}},
	{"a binary loss for each class", func(z []float64, right int) float64 {
		sum := 0.0
		for c, zc := range z {
			if c == right {
				zc = -zc
			}
			sum += BinaryLogit(0, zc)
		}
		return sum
	}},
	{"the squared error", func(z []float64, right int) float64 {
		t := make([]float64, len(z))
		t[right] = 1
		return total(each(Gradient(z, t), func(miss float64) float64 { return miss * miss }))
	}},
}

// GradientMistakes are wrong answers to Gradient.
var GradientMistakes = []mistake{
	{"t − q in place of q − t", func(z, t []float64) []float64 {
		return each(Gradient(z, t), func(slope float64) float64 { return -slope })
	}},
	{"q without t", func(z, _ []float64) []float64 { return Softmax(z) }},
	{"q + t", func(z, t []float64) []float64 {
		return pairs(Softmax(z), t, func(q, t float64) float64 { return q + t })
	}},
	{"z − t, without the softmax", func(z, t []float64) []float64 {
		return pairs(z, t, func(z, t float64) float64 { return z - t })
	}},
	{"a sigmoid for each class", func(z, t []float64) []float64 {
		return pairs(z, t, func(z, t float64) float64 { return sigmoid(z) - t })
	}},
	{"−t/q, which is the slope in the probabilities", func(z, t []float64) []float64 {
		return pairs(Softmax(z), t, func(q, t float64) float64 { return -t / q })
	}},
	{"q · (1 − q) as one factor more", func(z, t []float64) []float64 {
		return pairs(Softmax(z), t, func(q, t float64) float64 { return (q - t) * q * (1 - q) })
	}},
	{"the absolute value of q − t", func(z, t []float64) []float64 {
		return each(Gradient(z, t), math.Abs)
	}},
	{"q − t over the number of classes", func(z, t []float64) []float64 {
		return each(Gradient(z, t), func(slope float64) float64 { return slope / float64(len(z)) })
	}},
	{"softmax twice", func(z, t []float64) []float64 { return Gradient(Softmax(z), t) }},
	{"eᶻ as it stands, which overflows", func(z, t []float64) []float64 {
		return pairs(plainSoftmax(z), t, func(q, t float64) float64 { return q - t })
	}},
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func binary(y, yhat float64) float64 { return -y*math.Log(yhat) - (1-y)*math.Log(1-yhat) }

// plainSoftmax is the softmax as it stands.
func plainSoftmax(z []float64) []float64 {
	sum := total(each(z, math.Exp))
	return each(z, func(zc float64) float64 { return math.Exp(zc) / sum })
}

func total(z []float64) (sum float64) {
	for _, zc := range z {
		sum += zc
	}
	return sum
}

func each(z []float64, f func(float64) float64) []float64 {
	made := make([]float64, len(z))
	for c := range z {
		made[c] = f(z[c])
	}
	return made
}

func pairs(a, b []float64, f func(a, b float64) float64) []float64 {
	made := make([]float64, len(a))
	for c := range a {
		made[c] = f(a[c], b[c])
	}
	return made
}
