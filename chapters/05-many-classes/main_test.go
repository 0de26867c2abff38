package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"crossentropy/info"
)

func TestLogits(t *testing.T) {
	for _, c := range []struct {
		text string
		want logits
		err  string
	}{
		{"1", logits{1}, ""},
		{"2, -1e3,0", logits{2, -1000, 0}, ""},
		{"", nil, `logits[0] = "" is not a finite number`},
		{"1,x", nil, `logits[1] = "x" is not a finite number`},
		{"1,NaN", nil, `logits[1] = "NaN" is not a finite number`},
		{"Inf,1", nil, `logits[0] = "Inf" is not a finite number`},
		{"1,,2", nil, `logits[1] = "" is not a finite number`},
	} {
		var got logits
		err := got.UnmarshalText([]byte(c.text))
		if said := saying(err); said != c.err || !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, %q, want %v, %q", c.text, got, said, c.want, c.err)
		}
	}
	if text, err := (logits{2, -0.5}).MarshalText(); string(text) != "2,-0.5" || err != nil {
		t.Errorf("%s, %v", text, err)
	}
}

func saying(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestReady(t *testing.T) {
	bookP, bookScores := p, scores
	defer func() { p, scores = bookP, bookScores }()
	for _, c := range []struct {
		p    info.Distribution
		own  logits
		want logits
		err  string
	}{
		{bookP, nil, bookScores, ""},
		{info.Must(0, 1), nil, logits{0, 0}, ""},
		{info.Must(0, 1), logits{3, 4}, logits{3, 4}, ""},
		{info.Must(0, 1), logits{3}, bookScores, "-logits has 1 numbers, -p has 2"},
	} {
		p, scores = c.p, bookScores
		if said := saying(ready(c.own)); said != c.err || !slices.Equal(scores, c.want) {
			t.Errorf("-p %v -logits %v: %v, %q, want %v, %q", c.p, c.own, scores, said, c.want, c.err)
		}
	}
}

// What PyTorch wrote down is what this library says, further than the book prints.
func TestWeek(t *testing.T) {
	theirs, ours, grad := beside()
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
	bookP, bookScores, bookWords := p, scores, words
	defer func() { p, scores, words = bookP, bookScores, bookWords }()
	for _, own := range []logits{{1e307, -1e307}, {0, 0}, {5e-324, 800}, {-800, -900}} {
		for _, truth := range []info.Distribution{info.Must(1, 0), info.Must(0.5, 0.5)} {
			p, scores, words = truth, own, []string{"a", "b"}
			var out strings.Builder
			softmax(&out)
			slope(&out)
			step(&out)
			temperature(&out)
			if strings.Contains(out.String(), "NaN") {
				t.Errorf("p = %v, scores %v: %s", p, own, out.String())
			}
		}
	}
}
