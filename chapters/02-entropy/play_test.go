package main

import (
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info"
	"crossentropy/info/code"
)

// weekGame is the book's game.
var weekGame = chapter.Input{Words: book.Words, P: book.P, Seed: 1}

// diaryGame is a game on the diary, with a word that never comes.
var diaryGame = chapter.Input{
	Words: []string{"routine", "never", "friends", "outing", "first time"},
	P:     info.Must(0.5, 0, 0.25, 0.125, 0.125), Own: true,
}

// underGame is on a coin whose sides sum to a little less than 1, and so may its code.
var underGame = chapter.Input{Words: []string{"heads", "tails"}, P: info.Must(0.4999999991, 0.5), Own: true}

func TestPlay(t *testing.T) {
	const all = "\nWord by word, no code that can be read back gets below H(p), or Huffman's.\n"
	for _, c := range []struct {
		in      chapter.Input
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{
			diaryGame, "1 2 3 3/done/2 2 2 2",
			"\n|-------------------------------|---------------|-------|-------|\n" +
				"1 spent: 1.75 digits a day, 0 above H(p); best so far 1.75\n4 lengths> done\n\nword ",
		},
		{diaryGame, "2, 2,3 ,3/q", "|---------------|---------------|-------|-------................|\n3/4 spent: 2.25 digits a day, 0.5 above H(p)"},
		{diaryGame, "3 2 2 2/2 2 3 3", "\n3/4 spent: 2.25 digits a day, 0.5 above H(p); best so far 2.25\n"},
		{diaryGame, "1 2 3 3/3 3 3 3", "; best so far 1.75\n4 lengths> \n\nword "},
		{diaryGame, "1 2 3 3/3 3 3 3", "\nouting     0.125 3 110       110\n"},
		{diaryGame, "1 2 3 3/3 3 3 3", "\nHuffman's: 1.75 digits a day, 0 above H(p)\nyours:     1.75 digits a day, 0 above H(p)" + all},
		{diaryGame, "2 2 2 2", "\nyours:     2 digits a day, 0.25 above H(p)" + all},
		{diaryGame, "1 2 2 3", "\n9/8 spent, 1/8 too much: no code that can be read back has these lengths\n4 lengths> \n"},
		{diaryGame, "1 1 1 1", "\n2 spent, 1 too much:"},
		{diaryGame, "16 16 16 16", "\n................................................................|\n1/16384 spent: 16 digits"},
		{diaryGame, "", "\nfirst time 0.125 3 111       –\nHuffman's: 1.75 digits a day, 0 above H(p)" + all},
		{diaryGame, "1 2 3", "\n3 lengths, want 4 from 1 to 16, or done\n"},
		{diaryGame, "\n", "\n0 lengths, want 4 from 1 to 16, or done\n"},
		{diaryGame, "1 2 3 0", "\n\"0\": type 4 lengths from 1 to 16, or done\n"},
		{diaryGame, "1 2 3 17", "\n\"17\": type"},
		{diaryGame, "1 2 3 -3", "\n\"-3\": type"},
		{diaryGame, "1 2 3 2.5", "\n\"2.5\": type"},
		{diaryGame, "done now", "\n\"done\": type"},
		{diaryGame, "DONE", " DONE\n\nword"},
		{underGame, "1 1", "\n1 spent: 1 digits a day, 0 above H(p); best so far 1\n"},
		{weekGame, "q", all + "Another week: -seed 2\n"},
	} {
		out := chaptertest.Transcript(t, play, c.in, strings.Split(c.answers, "/")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%q: printed\n%s\nwant in it\n%s", c.answers, out, c.want)
		}
	}
}

// The book's player shows a code that is too dear, and leaves the best to the reader.
func TestScript(t *testing.T) {
	out := chaptertest.Transcript(t, play, weekGame, script...)
	for _, want := range []string{"too much", "want 7", "\nyours: "} {
		if !strings.Contains(out, want) || strings.Count(out, "\n") > 30 {
			t.Errorf("want %q, and 30 lines:\n%s", want, out)
		}
	}
}

func TestPlayRefuses(t *testing.T) {
	for _, c := range []struct {
		p    info.Distribution
		want string
	}{
		{info.Must(0, 1), "1 word can happen, want 2 to 16"},
		{info.Uniform(17), "17 words can happen, want 2 to 16"},
	} {
		err := play(chapter.Scripted(&strings.Builder{}), chapter.Input{Words: make([]string, c.p.Len()), P: c.p, Own: true})
		if err == nil || err.Error() != c.want {
			t.Errorf("%v: %v, want %s", c.p, err, c.want)
		}
	}
}

// No week is dyadic, and none has a word that never comes.
func TestPercentages(t *testing.T) {
	for seed := range uint64(200) {
		_, p, err := toCode(chapter.Input{Words: book.Words, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		if over := code.Mean(p, code.Huffman(p)) - float64(info.Entropy(p)); p.P(6) < 0.0099 || over < 0.001 {
			t.Errorf("seed %d: p = %v, Huffman's code %g above H", seed, p, over)
		}
	}
}

// FuzzPlay types anything, for any probabilities.
func FuzzPlay(f *testing.F) {
	for _, typed := range []string{strings.Join(script, "\n"), "", "\n", "16 16,16\t16", "1 1 1 1\n1e1", "done", "\xff 3"} {
		f.Add(typed, "1/2,1/4,1/8,1/8", uint64(1))
	}
	f.Fuzz(func(t *testing.T, typed, p string, seed uint64) {
		games := []chapter.Input{{Words: book.Words, Seed: seed}}
		own := chapter.Input{Own: true}
		if err := own.P.UnmarshalText([]byte(p)); err == nil && own.P.Len() <= 16 {
			own.Words = make([]string, own.P.Len())
			games = append(games, own)
		}
		for _, in := range games {
			if _, _, err := toCode(in); err != nil {
				continue
			}
			out := chaptertest.Transcript(t, play, in, strings.Split(typed, "\n")...)
			if !strings.Contains(out, "\nWord by word, no code that can be read back gets below") || strings.Contains(out, ", -") {
				t.Errorf("%q: printed %s", typed, out)
			}
		}
	})
}
