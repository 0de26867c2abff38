//go:build wasip1

// Command wasm is the library as the pages call it: a WASI reactor, of one room.
//
// A page puts values into the room and names a function, whose answer comes to lie where they
// were.
package main

import (
	"maps"
	"slices"
	"unsafe"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/language"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// functions are all that pages can call, by name.
var functions = map[string]function{
	"number": one(number),
	"normalize": one(func(weights []float64) info.Distribution {
		return must(info.Normalize(weights...))
	}),
	"surprisal":       one(info.Surprisal),
	"perplexity":      one(info.Perplexity),
	"term":            one(term),
	"entropy":         one(info.Entropy),
	"crossEntropy":    two(info.CrossEntropy),
	"kullbackLeibler": two(info.KullbackLeibler),

	"huffman":    one(code.Huffman),
	"shannon":    one(code.Shannon),
	"kraft":      one(code.Kraft),
	"meanLength": two(code.Mean),
	"codewords":  one(func(lengths []int) []string { return must(code.Words(lengths)) }),

	"sigmoid": one(loss.Sigmoid),
	"binary":  two(func(y, yhat float64) info.Bits { return loss.Binary(y, yhat).Bits() }),
	"softmax": one(func(logits []float64) info.Distribution {
		return must(loss.Softmax(logits...))
	}),
	"classLoss": three(classLoss),

	"answers": two(func(logits [][]float64, targets []int) learn.Answers {
		return learn.Answers{Logits: logits, Targets: targets}
	}),
	"temperature": one(func(a learn.Answers) float64 {
		return must(learn.Temperature(a.Logits, a.Targets))
	}),
	"costs":  two(func(a learn.Answers, t float64) []info.Bits { return a.At(t).Costs() }),
	"costAt": two(func(a learn.Answers, t float64) info.Bits { return a.At(t).Loss() }),
	"judge":  two(func(a learn.Answers, t float64) []any { return judge(a.At(t)) }),

	"valley":     two(valley),
	"smoothness": one(learn.Problem.Smoothness),
	"descend":    three(descend),

	"letters":  one(language.Letters),
	"pairs":    three(pairs),
	"reading":  two(newReading),
	"readOn":   two((*reading).on),
	"contexts": one((*reading).contexts),
	"tells":    two(language.Model.Surprisals),
	"cost":     two(language.Model.Cost),
	"guesses":  three(guesses),
	"counted":  one(counted),
	"posterior": one(func(costs []info.Bits) info.Distribution {
		return language.Posterior(costs...)
	}),

	"shuffle":         two(shuffle),
	"diary":           three(hiddenDiary),
	"small":           one(numbered),
	"mistake":         one(hiddenMistake),
	"mistakes":        func(*reader) any { return mistakeNames() },
	"bent":            three(func(m int, p, q []float64) []float64 { return mistakes[m].table(p, q) }),
	"counterexamples": one(counterexamples),
}

// sorted are their names.
var sorted = slices.Sorted(maps.Keys(functions))

// room holds the values that a page hands over, and then the answer.
var room [1 << 18]float64

//go:wasmexport room
func roomAt() unsafe.Pointer { return unsafe.Pointer(&room) }

// names puts the names of the functions into the room.
//
//go:wasmexport names
func names() { write(room[:0], sorted) }

// call calls a function by its place among the names.
//
//go:wasmexport call
func call(place int32) {
	write(room[:0], functions[sorted[place]](&reader{room[:]}))
}

func main() {}
