package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
)

// lumpGame is the book's game: benign, of radius 14.87, comes first, and then malignant.
var lumpGame = chapter.Input{Seed: 1}

func TestPlay(t *testing.T) {
	for _, c := range []struct {
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{
			"50/100/",
			"     you    base   model   next: radius 14.87 > 50\n" +
				"   1 benign          1       1  0.6725   1.092   next: radius 20.16 > 100\n" +
				"   2 malignant       0       1   2.097   1.097   next: radius 8.196 > \n" +
				"   3 benign     0.6725   1.673   2.769   1.099   next: radius 20.26 > \n",
		},
		{
			"50/100",
			"\n\n       bits  a lump\n" +
				"you    1     0.5\n" +
				"model  1.097 0.5486\n" +
				"base   2.097 1.048\n" +
				"Lump 1 cost you most, benign with a radius of 14.87. You said 50 % and\n" +
				"paid 1 bit, the model said 53.09 % and paid 1.092 bits.\n" +
				"Other lumps: -seed 2\n",
		},
		{"0", "1 benign          0       0  0.6725   1.092 "},
		{"-0", " You said 0 % and\n"},
		{"100", "\nYou gave benign 0 %, and it is: no number of bits pays for that.\n   1 benign          ∞       ∞  0.6725 "},
		{"/0/", "\nYou gave malignant 0 %, and it is:"},
		{"/0/", "\nyou    ∞     ∞\nLump 2 cost you most, malignant with a radius of 20.16. You said 0 % and\npaid ∞ bits,"},
		{"/0/", "\nOn the other 2 lumps you paid 0.6725 bits a lump.\n"},
		{"100", "You said 100 % and\npaid ∞ bits, the model said 53.09 % and paid 1.092 bits.\nOther lumps"},
		{strings.Repeat("/", rounds-1), "\n  20 benign     0.6725   20.22   20.22   12.53\n\n  "},
		{"q", " > q\nOther lumps: -seed 2\n"},
		{"50 %", "\n   1 benign          1"},
		{"101", "\n\"101\": type per cent, from 0 to 100, or nothing for the base rate\n" + strings.Repeat(" ", 68) + "> \n"},
		{"-1/50", "\n\"-1\": type"},
		{"NaN", "\n\"NaN\": type"},
		{"likely", "\n\"likely\": type"},
		{"%", "\n\"%\": type"},
		{"0.5 0.5", "\n\"0.5 0.5\": type"},
	} {
		out := chaptertest.Transcript(t, play, lumpGame, strings.Split(c.answers, "/")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%q: printed\n%s\nwant in it\n%s", c.answers, out, c.want)
		}
	}
}

// The book's player beats the base rate, and has one dear lump.
func TestScript(t *testing.T) {
	out := chaptertest.Transcript(t, play, lumpGame, script...)
	_, end, _ := strings.Cut(out, " a lump\n")
	order := strings.Index(end, "you") < strings.Index(end, "base")
	if !order || !strings.Contains(out, "\n  16 ") || strings.Count(out, "\n") > 30 {
		t.Error(out)
	}
}

// No lump comes twice, and seeds draw others.
func TestDraw(t *testing.T) {
	seen := map[lump]bool{}
	for seed := range uint64(200) {
		lumps := draw(rand.New(rand.NewPCG(seed, 1993))).lumps
		if len(lumps) != rounds {
			t.Fatalf("seed %d: %d lumps", seed, len(lumps))
		}
		for _, l := range lumps {
			seen[l] = true
		}
	}
	if len(seen) < 450 { // 456 radii, some of either kind
		t.Errorf("of all lumps %d are drawn", len(seen))
	}
}

// FuzzPlay types anything, on any lumps.
func FuzzPlay(f *testing.F) {
	for _, typed := range []string{strings.Join(script, "\n"), "", "100\n0", "1e-300", "50,5%", "\xff", "q"} {
		f.Add(typed, uint64(1))
	}
	f.Fuzz(func(t *testing.T, typed string, seed uint64) {
		out := chaptertest.Transcript(t, play, chapter.Input{Seed: seed}, strings.Split(typed, "\n")...)
		if !strings.Contains(out, "\nOther lumps: ") || slices.Contains(strings.Fields(out), "-0") {
			t.Errorf("%q: printed %s", typed, out)
		}
	})
}
