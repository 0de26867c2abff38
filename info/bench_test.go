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

func BenchmarkEntropy(b *testing.B) {
	compare(b, func(p, _ []float64) float64 { return stat.Entropy(p) },
		func(p, _ info.Distribution) info.Bits { return info.Entropy(p) })
}

func BenchmarkCrossEntropy(b *testing.B) { compare(b, stat.CrossEntropy, info.CrossEntropy) }

func BenchmarkKullbackLeibler(b *testing.B) {
	compare(b, stat.KullbackLeibler, info.KullbackLeibler)
}

func BenchmarkJensenShannon(b *testing.B) { compare(b, stat.JensenShannon, info.JensenShannon) }

// compare times pairs of exponential weights, and pairs of which each q is within a
// hundred-thousandth of p.
func compare(b *testing.B,
	gonum func(p, q []float64) float64, ours func(p, q info.Distribution) info.Bits,
) {
	time := func(name string, v, w []float64) {
		p, _ := info.Normalize(v...) // exponential weights are positive and finite
		q, _ := info.Normalize(w...)
		ps, qs := p.Probabilities(), q.Probabilities()
		b.Run(name+"/lib=gonum", func(b *testing.B) {
			for b.Loop() {
				gonum(ps, qs)
			}
		})
		b.Run(name+"/lib=info", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ours(p, q)
			}
		})
	}
	for _, n := range []int{10, 1000, 1_000_000} {
		r := rand.New(rand.NewPCG(1, uint64(n)))
		v, apart, near := make([]float64, n), make([]float64, n), make([]float64, n)
		for x := range n {
			v[x], apart[x] = r.ExpFloat64(), r.ExpFloat64()
			near[x] = v[x] * (1 + 1e-5*(r.Float64()-0.5))
		}
		time(fmt.Sprintf("n=%d", n), v, apart)
		time(fmt.Sprintf("n=%d/close", n), v, near)
	}
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
