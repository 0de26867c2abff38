package main

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info"
)

// wordGame is the book's game: routine came in its first round, outing and first time come
// in its second.
var wordGame = chapter.Input{Words: book.Words, Seed: 1}

func TestPlay(t *testing.T) {
	for _, c := range []struct {
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{
			"0 0 0 0/2,2, 2 2/5 0 0 0",
			"\n   q                      q − t                      nats    bits\n" +
				" 0 0.25 0.25 0.25 0.25   -0.75  0.25  0.25  0.25  1.3863  2.0000 > 0 0 0 0\n" +
				" 1 0.25 0.25 0.25 0.25   -0.75  0.25  0.25  0.25  1.3863  2.0000 > 2,2, 2 2\n" +
				" 2 0.25 0.25 0.25 0.25   -0.75  0.25  0.25  0.25  1.3863  2.0000 > 5 0 0 0\n" +
				" 3 0.98 0.01 0.01 0.01   -0.02  0.01  0.01  0.01  0.0200  0.0289\n" +
				"Gradient descent with step 1 takes 16 moves, and after 3 is at 0.2941 nats.\n" +
				"The truth: routine 100 %.\n\nRound 2:",
		},
		{"0 10 0 0", " 1 0.00 1.00 0.00 0.00   -1.00  1.00  0.00  0.00 10.0001 14.4271 > \n"},
		{"10 −10 −10 −10", " 1 1.00 0.00 0.00 0.00    0.00  0.00  0.00  0.00  0.0000  0.0000"},
		{"9 0 0 0/0 0 9 9", "\n 1 0.00 0.00 0.50 0.50    0.00  0.00  0.03 -0.03  0.6933  1.0002\nGradient descent with step 1 takes 21 moves, and after 1 is at 1.166 nats.\nThe truth: outing 47 %, first time 53 %.\n\nRound 3: "},
		{"9 0 0 0/0 0 9 9/-1.61 -3.51 -1.66 -0.545", "\nThe truth: routine 20 %, friends 3 %, outing 19 %, first time 58 %.\n\nWho knows t needs one move, z = ln t, and -10 for 0. Other truths: -seed 2\n"},
		{"9 0 0 0/0 0 9 9/-1.61 -3.51 -1.66 -0.545", " 1 0.20 0.03 0.19 0.58    0.00  0.00  0.00  0.00  1.0586  1.5272\n"},
		{"q", " > q\nGradient descent with step 1 takes 16 moves, and after 0 is at 1.386 nats.\nThe truth: routine 100 %.\n\nWho"},
		{strings.Repeat("0 0 0 0/", 40), " after 40 is at "},
		{"1 2 3", "\n3 logits, want 4 from −10 to 10, or q\n" + strings.Repeat(" ", 65) + "> \n"},
		{"1", "\n1 logit, want 4"},
		{"/5 0 0 0", "\n0 logits, want 4"},
		{"1 2 3 11", "\n\"11\": type 4 logits from −10 to 10, or q\n"},
		{"1 2 3 NaN", "\n\"NaN\": type"},
		{"1 2 3 -Inf", "\n\"-Inf\": type"},
		{"one 2 3 4", "\n\"one\": type"},
	} {
		out := chaptertest.Transcript(t, play, wordGame, strings.Split(c.answers, "/")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%q: printed\n%s\nwant in it\n%s", c.answers, out, c.want)
		}
	}
}

// The book's player gets through all rounds.
func TestScript(t *testing.T) {
	out := chaptertest.Transcript(t, play, wordGame, script...)
	if strings.Count(out, "\nThe truth: ") != 3 || strings.Count(out, " > ") != len(script) || strings.Count(out, "\n") > 33 {
		t.Error(out)
	}
}

// At first no loss is below its goal, and from z = ln t it is.
func TestRounds(t *testing.T) {
	for seed := range uint64(200) {
		for i, g := range rounds(book.Words, rand.New(rand.NewPCG(seed, 1990))) {
			first, _ := price(g.truth, g.logits)
			for x, tx := range g.truth.All() {
				g.logits[x] = max(-farthest, math.Log(tx))
			}
			last, _ := price(g.truth, g.logits)
			floor := info.Entropy(g.truth).Nats()
			if first < g.goal()+0.2 || last < floor-1e-12 || last > floor+0.0002 {
				t.Errorf("seed %d, round %d: at first %v, from ln t %v, floor %v", seed, i+1, first, last, floor)
			}
		}
	}
}

// What descent reaches is what the section step prints, where its logits are 0.
func TestDescend(t *testing.T) {
	g := round{truth: info.Must(0, 1, 0, 0), logits: make([]float64, 4), moves: 4}
	after, needed := g.descend()
	var out strings.Builder
	step(&out, chapter.Input{P: g.truth, Logits: g.logits})
	if !strings.HasSuffix(out.String(), " costs "+after.String()+"\n") || needed != 16 {
		t.Errorf("after 4 steps at %v, below the goal after %d, and\n%s", after, needed, out.String())
	}
}

// FuzzPlay types anything, against any truths.
func FuzzPlay(f *testing.F) {
	for _, typed := range []string{strings.Join(script, "\n"), "", "0 0 0", "1e-300 0 0 0", "5,5,5,5", "\xff", "q"} {
		f.Add(typed, uint64(1))
	}
	f.Fuzz(func(t *testing.T, typed string, seed uint64) {
		in := chapter.Input{Words: book.Words, Seed: seed}
		out := chaptertest.Transcript(t, play, in, strings.Split(typed, "\n")...)
		if !strings.Contains(out, "\nWho knows t ") || strings.Contains(out, "-0.00") && !strings.Contains(typed, "-0.00") {
			t.Errorf("%q: printed %s", typed, out)
		}
	})
}
