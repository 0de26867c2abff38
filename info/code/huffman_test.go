package code_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
	"crossentropy/info/code"
)

func ExampleHuffman() {
	p := info.Must(0.4, 0.3, 0.2, 0.1)
	lengths := code.Huffman(p)
	words, err := code.Words(lengths)
	fmt.Println(lengths, words, err)
	fmt.Printf("%.4g digits, where %v is the floor\n", code.Mean(p, lengths), info.Entropy(p))
	// Output:
	// [1 2 3 3] [0 10 110 111] <nil>
	// 1.9 digits, where 1.846 bits is the floor
}

func TestHuffman(t *testing.T) {
	for _, c := range []struct {
		p    info.Distribution
		want []int
	}{
		{info.Distribution{}, []int{}},
		{info.Must(1), []int{0}},
		{info.Must(0, 1), []int{0, 0}},
		{info.Must(0.9, 0, 0.1), []int{1, 0, 1}},
		{info.Must(0.5, 0.25, 0.125, 0.125), []int{1, 2, 3, 3}},
		{info.Must(0.125, 0.5, 0.125, 0.25), []int{3, 1, 3, 2}},
		{info.Uniform(3), []int{1, 2, 2}},
		{info.Uniform(6), []int{2, 2, 3, 3, 3, 3}},
		{info.Must(1./3, 1./3, 1./6, 1./6), []int{2, 2, 2, 2}},         // 1 2 3 3 would do as well
		{info.Must(0.25, 0.25, 0.2, 0.15, 0.15), []int{2, 2, 2, 3, 3}}, // Cover & Thomas 2006, §5.6
		{info.Must(0.35, 0.17, 0.17, 0.16, 0.15), []int{1, 3, 3, 3, 3}},
	} {
		if got := code.Huffman(c.p); !slices.Equal(got, c.want) {
			t.Errorf("Huffman(%v) = %v, want %v", c.p, got, c.want)
		}
	}
}

// What halves again and again has codewords as long as there are outcomes, and a million
// outcomes are no hardship.
func TestHuffmanOfMany(t *testing.T) {
	p := make([]float64, 1075)
	for x := range p {
		p[x] = math.Ldexp(1, -max(1, x))
	}
	p[0] = 0x1p-1074
	lengths := code.Huffman(info.Must(p...))
	if got, want := []int{lengths[1], lengths[1000], lengths[1074]}, []int{1, 1000, 1074}; !slices.Equal(got, want) {
		t.Errorf("lengths of every so many are %v, want %v", got, want)
	}

	weights := make([]float64, 1_000_000)
	for x := range weights {
		weights[x] = 1 / float64(1+x)
	}
	zipf, err := info.Normalize(weights...)
	if err != nil {
		t.Fatal(err)
	}
	lengths = code.Huffman(zipf)
	mean, h := code.Mean(zipf, lengths), float64(info.Entropy(zipf))
	if spent := code.Kraft(lengths); spent != 1 || mean < h || mean > h+0.1 {
		t.Errorf("a budget of %v is spent, and the mean is %v where H = %v", spent, mean, h)
	}
}
