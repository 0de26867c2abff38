package arbitrary_test

import (
	"fmt"
	"math/rand"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/prop"

	"crossentropy/info"
	"crossentropy/info/arbitrary"
)

// A property of your own, tried by gopter on distributions of every shape. It is
// false, and the case that gopter reports can be checked by hand.
func Example() {
	parameters := gopter.DefaultTestParametersWithSeed(1)
	atMostOneBit := prop.ForAll(func(p info.Distribution) bool {
		return info.Entropy(p) <= 1
	}, arbitrary.Distributions.Gopter())
	broken := atMostOneBit.Check(parameters).Args[0].Arg.(info.Distribution)
	fmt.Println(arbitrary.Vector(broken), info.Entropy(broken))
	// Output: (1/2, 1/4, 1/4) 1.5 bits
}

func ExampleGen_Gopter() {
	p, ok := arbitrary.Uniforms.Gopter().Sample()
	grown := p.(arbitrary.Growing)
	fmt.Println(ok, grown.Many.Len() > grown.Few.Len())
	// Output: true true
}

func ExampleGen() {
	r := rand.New(rand.NewSource(4))
	for range 3 {
		x, shape := arbitrary.Coins.Draw(r)
		fmt.Println(arbitrary.Coins.Show(x), shape)
	}
	// Output:
	// p = (31/64, 33/64), q = (31/64, 33/64) relabelled
	// p = (59/64, 5/64), q = (59/64, 5/64) equal
	// p = (63/64, 1/64), q = (5/32, 27/32) unrelated
}

func ExampleNumber() {
	fmt.Println(arbitrary.Number(0.375), arbitrary.Number(-0.5), arbitrary.Number(1e-9))
	// Output: 3/8 −1/2 1e−09
}

func ExampleVector() {
	fmt.Println(arbitrary.Vector(info.Must(0.5, 0.25, 0.25)))
	// Output: (1/2, 1/4, 1/4)
}

func ExampleTable() {
	j, err := info.NewJoint([][]float64{{0.5, 0}, {0, 0.5}})
	fmt.Println(arbitrary.Table(j), err)
	// Output: (1/2, 0) (0, 1/2) <nil>
}

func ExampleWithImpossible() {
	fmt.Println(arbitrary.WithImpossible(info.Uniform(2)))
	// Output: (0.5, 0.5, 0)
}
