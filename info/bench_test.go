package info_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"testing"

	"gonum.org/v1/gonum/stat"

	"crossentropy/info"
)

// These time the library beside gonum, on the same floats. To compare the two:
//
//	go test -run '^$' -bench . -count 10 ./info > times
//	benchstat -col /lib times
//
// In close pairs each q is within a hundred-thousandth of p.

func BenchmarkEntropy(b *testing.B) {
	compare(b, false, func(p, _ []float64) float64 { return stat.Entropy(p) },
		func(p, _ info.Distribution) info.Bits { return info.Entropy(p) })
}

func BenchmarkCrossEntropy(b *testing.B) {
	compare(b, false, stat.CrossEntropy, info.CrossEntropy)
}

func BenchmarkKullbackLeibler(b *testing.B) {
	compare(b, false, stat.KullbackLeibler, info.KullbackLeibler)
}

func BenchmarkKullbackLeiblerClose(b *testing.B) {
	compare(b, true, stat.KullbackLeibler, info.KullbackLeibler)
}

func BenchmarkJensenShannon(b *testing.B) {
	compare(b, false, stat.JensenShannon, info.JensenShannon)
}

func BenchmarkJensenShannonClose(b *testing.B) {
	compare(b, true, stat.JensenShannon, info.JensenShannon)
}

func compare(b *testing.B, near bool,
	gonum func(p, q []float64) float64, ours func(p, q info.Distribution) info.Bits,
) {
	for _, n := range []int{10, 1000, 1_000_000} {
		p, q := weights(n, near)
		ps, qs := p.Probabilities(), q.Probabilities()
		time := func(lib string, call func()) {
			b.Run(fmt.Sprintf("n=%d/lib=%s", n, lib), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					call()
				}
			})
		}
		time("gonum", func() { gonum(ps, qs) })
		time("info", func() { ours(p, q) })
	}
}

// weights draws a pair with exponential weights.
func weights(n int, near bool) (p, q info.Distribution) {
	const closeness = 1e-5
	r := rand.New(rand.NewPCG(1, uint64(n)))
	v, w := make([]float64, n), make([]float64, n)
	for x := range n {
		v[x], w[x] = r.ExpFloat64(), r.ExpFloat64()
		if near { // half of it, as to normalize can take away the other half
			w[x] = v[x] * (1 + closeness/2*(2*r.Float64()-1))
		}
	}
	p, _ = info.Normalize(v...) // exponential weights are positive and finite
	q, _ = info.Normalize(w...)
	return p, q
}

// Bytes as frequent as those of a text, about as 1/(rank + 5)².
func BenchmarkByteCounts(b *testing.B) {
	text := make([]byte, 16<<20)
	zipf := rand.NewZipf(rand.New(rand.NewPCG(1, 0)), 2, 5, 255)
	for i := range text {
		text[i] = byte(zipf.Uint64())
	}
	b.Run("lib=info", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			var c info.ByteCounts
			_, _ = c.Write(text)
			c.Entropy()
		}
	})
	ent, err := exec.LookPath("ent") // which computes four other numbers too
	if err != nil {
		return
	}
	b.Run("lib=ent", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			command := exec.Command(ent, "-t")
			command.Stdin = bytes.NewReader(text)
			if err := command.Run(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
