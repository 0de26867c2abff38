//go:build wasip1

// Command wasm is the library as the pages call it: a WASI reactor, of one room.
//
// A page puts lists of numbers into the room and names a function. The answer, a list of
// numbers too, comes to lie where they were. Texts are lists of code points.
package main

import (
	"maps"
	"slices"
	"strings"
	"unsafe"
)

// room holds how many lists there are, and each behind how long it is; then the answer.
var room [1 << 18]float64

//go:wasmexport room
func roomAt() unsafe.Pointer { return unsafe.Pointer(&room) }

// A function answers lists with a list, or says why it can't.
type function func(lists [][]float64) ([]float64, error)

// functions are all that pages can call, by name.
var functions = map[string]function{}

// define adds functions, each file its own.
func define(more map[string]function) bool {
	maps.Copy(functions, more)
	return true
}

// names puts the names of the functions into the room, and returns how long the text is.
//
//go:wasmexport names
func names() int32 {
	return int32(copy(room[:], codes(strings.Join(sorted(), " "))))
}

func sorted() []string { return slices.Sorted(maps.Keys(functions)) }

// call calls a function by its place among the names. It returns how long the answer is;
// below 0, less the length of the text that says why there is none.
//
//go:wasmexport call
func call(place int32) int32 {
	answer, err := functions[sorted()[place]](lists())
	if err != nil {
		return -int32(copy(room[:], codes(err.Error())))
	}
	return int32(copy(room[:], answer))
}

// lists reads what lies in the room.
func lists() (all [][]float64) {
	at := 1
	for range int(room[0]) {
		n := int(room[at])
		all = append(all, slices.Clone(room[at+1:at+1+n]))
		at += 1 + n
	}
	return all
}

// codes is a text as the pages read it.
func codes(text string) (all []float64) {
	for _, c := range text {
		all = append(all, float64(c))
	}
	return all
}

// text is a text that a page wrote.
func text(codes []float64) string {
	var b strings.Builder
	for _, c := range codes {
		b.WriteRune(rune(c))
	}
	return b.String()
}

func main() {}
