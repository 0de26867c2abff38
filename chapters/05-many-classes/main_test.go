package main

import (
	"io"
	"math"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info"
)

func TestUses(t *testing.T) { chaptertest.Uses(t, program) }

// What PyTorch wrote down is what this library says, further than the book prints.
func TestWeek(t *testing.T) {
	theirs := pytorch()
	ours, grad := beside()
	if off := math.Abs(float64(ours.Mean()) - theirs.Mean); off > 1e-12 {
		t.Errorf("mean %v, PyTorch has %v", ours.Mean(), theirs.Mean)
	}
	for i, row := range theirs.Gradient {
		for c, want := range row {
			if got := grad[i][c] / ours.Weight; math.Abs(got-want) > 1e-14 {
				t.Errorf("slope %d, %d is %v, PyTorch has %v", i, c, got, want)
			}
		}
	}
}

// Whatever the reader's scores are, nothing but the fraction as it is written, in
// shift, says NaN.
func TestAnyScores(t *testing.T) {
	for _, own := range []chapter.Logits{{1e307, -1e307}, {0, 0}, {1e308, -1e308}, {5e-324, 800}, {-800, -900}} {
		for _, p := range []info.Distribution{info.Must(1, 0), info.Must(0.5, 0.5)} {
			in := chapter.Input{Words: []string{"a", "b"}, P: p, Logits: own}
			var out strings.Builder
			for _, section := range []func(io.Writer, chapter.Input){softmax, cost, slope, step, temperature} {
				section(&out, in)
			}
			if strings.Contains(out.String(), "NaN") {
				t.Errorf("p = %v, scores %v: %s", p, own, out.String())
			}
		}
	}
}

// Where a probability is rounded to 1, the entropy still has its digits: those of Python's
// decimal module, with 1200.
func TestTemperature(t *testing.T) {
	for _, c := range []struct {
		logits chapter.Logits
		want   string // at T = 0.25, 1 and 4
	}{
		{chapter.Logits{40, 0}, "7.566e-68 2.513e-16 0.0007204"},
		{chapter.Logits{0, 36.5, 1}, "4.496e-60 2.775e-14 0.003582"},
		{chapter.Logits{2.5, 1, -3}, "0.02498 0.7153 1.406"},
	} {
		var out strings.Builder
		temperature(&out, chapter.Input{Logits: c.logits})
		var got []string
		for _, at := range []int{0, 2, 4} {
			_, entropy, _ := strings.Cut(strings.Split(out.String(), "\n")[at], "H(q) = ")
			got = append(got, strings.TrimSuffix(entropy, " bits"))
		}
		if said := strings.Join(got, " "); said != c.want {
			t.Errorf("%v: H(q) = %s, want %s", c.logits, said, c.want)
		}
	}
}
