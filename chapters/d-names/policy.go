package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// What a model says before it is rewarded, and the reward for each word.
var (
	words     = []string{"yes", "no", "maybe", "lol"}
	reference = info.Must(0.5, 0.3, 0.15, 0.05)
	rewards   = []float64{0, 0.2, 0.5, 1}
)

// worth is the mean reward, less β for each nat that q is away from
// the reference.
func worth(q info.Distribution, beta float64) (sum float64) {
	for x, qx := range q.All() {
		sum += qx * rewards[x]
	}
	return sum - beta*float64(info.KullbackLeibler(q, reference).Nats())
}

// tilted is the distribution that is worth most: ∝ p·e^(r/β).
func tilted(beta float64) info.Distribution {
	var weights []float64
	for x, p := range reference.All() {
		weights = append(weights, p*math.Exp(rewards[x]/beta))
	}
	return must(info.Normalize(weights...))
}

func policy(w io.Writer, _ chapter.Input) {
	fmt.Fprintf(w, "words: %s\nrewards: %v\n", chapter.List(words, "%s", ", "), rewards)
	fmt.Fprintf(w, "before:\tp = [%s]\n", chapter.List(reference.Probabilities(), "%.4f", " "))
	for _, beta := range []float64{10, 1, 0.3, 0.1} {
		q := tilted(beta)
		fmt.Fprintf(w, "β = %v:\tq = [%s]\tD(q‖p) %.4f nats\tworth %.4f\n",
			beta, chapter.List(q.Probabilities(), "%.4f", " "),
			info.KullbackLeibler(q, reference).Nats(), worth(q, beta))
	}
	const beta = 0.3
	best := tilted(beta)
	fmt.Fprintf(w, "at β = %v, others are short of the best:\n", beta)
	for _, c := range []struct {
		what string
		q    info.Distribution
	}{
		{"as before", reference}, {"equal odds", info.Uniform(4)}, {"always lol", info.Must(0, 0, 0, 1)},
	} {
		fmt.Fprintf(w, "%s:\tworth %.4f\tshort by %.4f\tβ·D(q‖best) = %.4f\n",
			c.what, worth(c.q, beta), worth(best, beta)-worth(c.q, beta),
			beta*float64(info.KullbackLeibler(c.q, best).Nats()))
	}
}
