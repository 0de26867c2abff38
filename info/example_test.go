package info_test

import (
	"fmt"

	"crossentropy/info"
)

// The diary gets one word a day, and the shorthand was made for another diary.
var (
	diary     = info.Must(0.5, 0.25, 0.125, 0.125)
	shorthand = info.Must(0.125, 0.5, 0.25, 0.125)
)

func ExampleBits() {
	fmt.Println(info.Bits(1.75), info.Bits(1), info.Bits(1.75).Nats())
	// Output: 1.75 bits 1 bit 1.213 nats
}

func ExampleNats() {
	fmt.Println(info.Nats(1), info.Nats(0.6931471805599453).Bits())
	// Output: 1 nat 1 bit
}

func ExampleNew() {
	_, err := info.New(0.5, 0.6)
	fmt.Println(err)
	_, err = info.New(0.5, 0.7, -0.2)
	fmt.Println(err)
	// Output:
	// info: p sums to 1.1, want 1
	// info: p[2] = -0.2 is negative
}

func ExampleNormalize() {
	fmt.Println(info.Normalize(8, 4, 2, 2))
	// Output: (0.5, 0.25, 0.125, 0.125) <nil>
}

func ExampleUniform() {
	fmt.Println(info.Uniform(4))
	// Output: (0.25, 0.25, 0.25, 0.25)
}

func ExampleDistribution_All() {
	for x, px := range info.Must(0.9, 0.1).All() {
		fmt.Println(x, px)
	}
	// Output:
	// 0 0.9
	// 1 0.1
}

func ExampleDistribution_UnmarshalText() {
	var p info.Distribution
	fmt.Println(p.UnmarshalText([]byte("1/2, 1/4, 0.25")), p)
	fmt.Println(p.UnmarshalText([]byte("1,2,x")))
	text, err := p.MarshalText()
	fmt.Println(string(text), err)
	// Output:
	// <nil> (0.5, 0.25, 0.25)
	// info: p[2] = "x" is not a number
	// 0.5,0.25,0.25 <nil>
}

func ExampleSurprisal() {
	fmt.Println(info.Surprisal(1), info.Surprisal(0.25), info.Surprisal(0))
	// Output: 0 bits 2 bits ∞ bits
}

func ExampleEntropy() {
	fmt.Println(info.Entropy(diary))
	// Output: 1.75 bits
}

func ExampleBinaryEntropy() {
	fmt.Println(info.BinaryEntropy(0.5), info.BinaryEntropy(0.9), info.BinaryEntropy(1))
	// Output: 1 bit 0.469 bits 0 bits
}

func ExampleCrossEntropy() {
	fmt.Println(info.CrossEntropy(diary, shorthand))
	fmt.Println(info.CrossEntropy(diary, info.Must(0.75, 0.25, 0, 0)))
	// Output:
	// 2.375 bits
	// ∞ bits
}

func ExampleKullbackLeibler() {
	fmt.Println(info.KullbackLeibler(diary, shorthand), info.KullbackLeibler(shorthand, diary))
	// Output: 0.625 bits 0.5 bits
}

func ExampleJensenShannon() {
	fmt.Println(info.JensenShannon(diary, shorthand), info.JensenShannon(info.Must(1, 0), info.Must(0, 1)))
	// Output: 0.1329 bits 1 bit
}

func ExamplePerplexity() {
	fmt.Printf("%.4g\n", info.Perplexity(info.Entropy(diary)))
	// Output: 3.364
}

// Weather and umbrella: p(x, y) for rain and sun, with and without.
var umbrella, _ = info.NewJoint([][]float64{
	{0.25, 0.25}, // rain: taken, left at home
	{0, 0.5},     // sun
})

func ExampleNewJoint() {
	_, err := info.NewJoint([][]float64{{0.5, 0.25}, {0.25}})
	fmt.Println(err)
	_, err = info.NewJoint([][]float64{{0.5, 0.25}, {0.25, 0.1}})
	fmt.Println(err)
	// Output:
	// info: rows[1] has length 1, rows[0] has 2
	// info: rows sum to 1.1, want 1
}

func ExampleNormalizeJoint() {
	// Of 100 days: rain, with and without an umbrella, and sun.
	j, err := info.NormalizeJoint([][]float64{{30, 10}, {20, 40}})
	fmt.Println(j, err)
	fmt.Println(j.MutualInformation())
	// Output:
	// ((0.3, 0.1), (0.2, 0.4)) <nil>
	// 0.1245 bits
}

func ExampleJoint_UnmarshalText() {
	var j info.Joint
	fmt.Println(j.UnmarshalText([]byte("1/4, 1/4; 0, 1/2")), j)
	text, err := j.MarshalText()
	fmt.Println(string(text), err)
	// Output:
	// <nil> ((0.25, 0.25), (0, 0.5))
	// 0.25,0.25;0,0.5 <nil>
}

func ExampleJoint() {
	fmt.Println(umbrella)
	fmt.Println(umbrella.X(), umbrella.Y(), umbrella.Pairs())
	fmt.Println(umbrella.Entropy(), umbrella.EntropyYGivenX(), umbrella.MutualInformation())
	// Output:
	// ((0.25, 0.25), (0, 0.5))
	// (0.5, 0.5) (0.25, 0.75) (0.25, 0.25, 0, 0.5)
	// 1.5 bits 0.5 bits 0.3113 bits
}
