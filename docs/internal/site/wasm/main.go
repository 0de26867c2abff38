//go:build wasip1

// Command wasm is the library as the pages call it: a WASI reactor, of one room.
//
// A page puts values into the room and names a function, whose answer comes to lie where they
// were.
package main

import (
	"unsafe"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/language"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// functions are all that pages can call, in no order.
var functions = []struct {
	name   string
	answer func(in *reader) any
}{
	{"number", func(in *reader) any { return number(in.float()) }},
	{"normalize", func(in *reader) any { return must(info.Normalize(list[float64](in)...)) }},
	{"surprisal", func(in *reader) any { return info.Surprisal(in.float()) }},
	{"perplexity", func(in *reader) any { return info.Perplexity(info.Bits(in.float())) }},
	{"term", func(in *reader) any { return term(in.float()) }},
	{"entropy", func(in *reader) any { return info.Entropy(in.distribution()) }},
	{"crossEntropy", func(in *reader) any {
		return info.CrossEntropy(in.distribution(), in.distribution())
	}},
	{"kullbackLeibler", func(in *reader) any {
		return info.KullbackLeibler(in.distribution(), in.distribution())
	}},

	{"huffman", func(in *reader) any { return code.Huffman(in.distribution()) }},
	{"shannon", func(in *reader) any { return code.Shannon(in.distribution()) }},
	{"kraft", func(in *reader) any { return code.Kraft(list[int](in)) }},
	{"meanLength", func(in *reader) any { return code.Mean(in.distribution(), list[int](in)) }},
	{"codewords", func(in *reader) any { return must(code.Words(list[int](in))) }},

	{"sigmoid", func(in *reader) any { return loss.Sigmoid(in.float()) }},
	{"binary", func(in *reader) any { return loss.Binary(in.float(), in.float()).Bits() }},
	{"softmax", func(in *reader) any { return must(loss.Softmax(list[float64](in)...)) }},
	{"classLoss", func(in *reader) any {
		return classLoss(list[float64](in), list[float64](in), list[float64](in))
	}},

	{"answers", func(in *reader) any {
		return learn.Answers{Logits: in.rows(), Targets: list[int](in)}
	}},
	{"temperature", func(in *reader) any {
		a := kept[learn.Answers](in)
		return must(learn.Temperature(a.Logits, a.Targets))
	}},
	{"costs", func(in *reader) any { return kept[learn.Answers](in).At(in.float()).Costs() }},
	{"costAt", func(in *reader) any { return kept[learn.Answers](in).At(in.float()).Loss() }},
	{"judge", func(in *reader) any { return judge(kept[learn.Answers](in).At(in.float())) }},

	{"valley", func(in *reader) any { return valley(in.rows(), list[int](in)) }},
	{"smoothness", func(in *reader) any { return kept[learn.Problem](in).Smoothness() }},
	{"descend", func(in *reader) any {
		return descend(kept[learn.Problem](in), list[float64](in), list[float64](in))
	}},

	{"letters", func(in *reader) any { return language.Letters(in.text()) }},
	{"pairs", func(in *reader) any { return pairs(in.text(), list[int](in), in.int()) }},
	{"reading", func(in *reader) any { return newReading(in.text(), in.int()) }},
	{"readOn", func(in *reader) any { return kept[*reading](in).on(in.int()) }},
	{"contexts", func(in *reader) any { return kept[*reading](in).contexts() }},
	{"tells", func(in *reader) any { return kept[language.Model](in).Surprisals(in.text()) }},
	{"cost", func(in *reader) any { return kept[language.Model](in).Cost(in.text()) }},
	{"guesses", func(in *reader) any {
		return kept[language.Model](in).Guesses(in.text(), in.text())
	}},
	{"posterior", func(in *reader) any { return language.Posterior(list[info.Bits](in)...) }},

	{"shuffle", func(in *reader) any { return shuffle(in.int(), in.int()) }},
	{"diary", func(in *reader) any { return hiddenDiary(in.int(), in.int(), in.distribution()) }},
	{"pair", func(in *reader) any { return numbered(in.int()) }},
	{"mistake", func(in *reader) any { return hiddenMistake(in.int()) }},
}

// room holds the values that a page hands over, and then the answer.
var room [1 << 18]float64

//go:wasmexport room
func roomAt() unsafe.Pointer { return unsafe.Pointer(&room) }

// names puts the names of the functions into the room.
//
//go:wasmexport names
func names() {
	var all []string
	for _, f := range functions {
		all = append(all, f.name)
	}
	write(room[:0], all)
}

// call calls a function by its place among the names.
//
//go:wasmexport call
func call(place int32) { write(room[:0], functions[place].answer(&reader{room[:]})) }

func main() {}
