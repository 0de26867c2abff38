package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// What other libraries say depends on their versions, and on the processor too, so
// it was written down once: by others.py and by this package's test.
//
//go:embed others.json
var written []byte

type sayings struct {
	Versions    map[string]string `json:"versions"`
	Heads       float64           `json:"heads"`
	Divergences []divergence      `json:"divergences"` // in bits
	LogSmallest float64           `json:"log_smallest"`
}

type divergence struct {
	Epsilon float64 `json:"epsilon"`
	Gonum   float64 `json:"gonum"`
	SciPy   float64 `json:"scipy"`
	Torch   float64 `json:"torch"`
}

func read() (s sayings) {
	chapter.Check(json.Unmarshal(written, &s))
	return s
}

func others(w io.Writer) {
	s := read()
	own := p
	p = onGrid(s.Heads)
	defer func() { p = own }()
	fmt.Fprintf(w, "gonum %s, SciPy %s, PyTorch %s, and this library, in bits:\n",
		s.Versions["gonum"], s.Versions["scipy"], s.Versions["torch"])
	for _, d := range s.Divergences {
		fmt.Fprintf(w, "ε = %.0e gonum: %-11.4g SciPy: %-10.4g PyTorch: %-11.4g D: %.4g\n",
			d.Epsilon, d.Gonum, d.SciPy, d.Torch,
			float64(info.KullbackLeibler(p, moved(d.Epsilon))))
	}
}

func smallest(w io.Writer) {
	s := read()
	const smallest = math.SmallestNonzeroFloat64
	fmt.Fprintf(w, "math.Log(%g), %s on amd64: %.5g\n",
		smallest, s.Versions["go"], s.LogSmallest)
	fmt.Fprintf(w, "−h(%g) in nats: %.5g\n",
		smallest, -float64(info.Surprisal(smallest).Nats()))
	fmt.Fprintf(w, "h(%g) = %v\n", smallest, info.Surprisal(smallest))
}
