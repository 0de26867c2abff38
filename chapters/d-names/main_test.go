package main

import (
	"math"
	"testing"

	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info"
)

func TestFits(t *testing.T) { chaptertest.Fits(t, program) }

// The slopes of distillation are those that are measured, and nearly nought where the
// student says what the teacher does.
func TestDistil(t *testing.T) {
	const h = 1e-5
	for _, temperature := range []float64{1, 3} {
		_, slopes := distil(teacher, student, temperature)
		for x := range student {
			cost := func(by float64) float64 {
				moved := append([]float64(nil), student...)
				moved[x] += by
				c, _ := distil(teacher, moved, temperature)
				return float64(c)
			}
			if measured := (cost(h) - cost(-h)) / (2 * h); !(math.Abs(measured-slopes[x]) <= 1e-9) {
				t.Errorf("T = %v, score %d: slope %v, measured %v", temperature, x, slopes[x], measured)
			}
		}
	}
	if _, slopes := distil(teacher, teacher, 2); slopes[0] != 0 {
		t.Errorf("the teacher is told to move by %v", slopes[0])
	}
}

// No other distribution is worth more than the tilted one, and what it falls short by is β
// times the divergence.
func TestTilted(t *testing.T) {
	for _, beta := range []float64{0.2, 1, 5} {
		best := tilted(beta)
		for _, q := range []info.Distribution{reference, info.Uniform(4), info.Must(0, 0, 0, 1), info.Must(0.1, 0.2, 0.3, 0.4)} {
			short := worth(best, beta) - worth(q, beta)
			if want := beta * float64(info.KullbackLeibler(q, best).Nats()); !(math.Abs(short-want) <= 1e-12) {
				t.Errorf("β = %v, q = %v: short by %v, want %v", beta, q, short, want)
			}
		}
	}
}

// Views are of length 1, so that their products are cosines.
func TestViews(t *testing.T) {
	for _, v := range append(captions, pictures...) {
		if length := math.Hypot(v[0], v[1]); !(math.Abs(length-1) <= 1e-12) {
			t.Errorf("%v is of length %v", v, length)
		}
	}
}
