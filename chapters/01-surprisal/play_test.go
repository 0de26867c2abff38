package main

import (
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info"
)

// cardGame is the book's game.
var cardGame = chapter.Input{Words: book.Words, P: book.P, Seed: 1}

// ownGame is a game about the reader's words.
func ownGame(p ...float64) chapter.Input {
	words := []string{"Routine", "friends", "outing", "first time"}
	return chapter.Input{Words: words[:len(p)], P: info.Must(p...), Own: true, Seed: 1}
}

func TestPlay(t *testing.T) {
	diary := ownGame(0.5, 0.25, 0.125, 0.125)
	for _, c := range []struct {
		in      chapter.Input
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{
			cardGame, "5 of diamonds",
			"\nyes, p = 0.01923: 5.7 bits\n\nIt is: 5 of diamonds, h = 5.7 bits\n1 answer: 5.7 = 5.7 bits\n" +
				"Whatever you ask, what the answers tell adds up to h.\nAnother card: -seed 2\n",
		},
		{cardGame, "red/red/q", "\n2 answers: 1 + 0 = 1 bit\n4.7 bits of h were never asked for.\n"},
		{cardGame, "red/spades/red/q", "\nno, as you knew: 0 bits\n26 cards left, 4.7 bits of doubt> red\nyes, as you knew: 0 bits\n"},
		{cardGame, strings.Repeat("red/", 20) + "5", "\n20 answers: 1 + 0 + 0 + … + 0 = 1 bit\n4.7 bits of h"},
		{cardGame, strings.Repeat("red/", 19) + "5 of diamonds", "\nWhatever you ask"},
		{cardGame, "5", "\nleft: 5 of clubs, 5 of diamonds, 5 of hearts, 5 of spades\n4 cards left, 2 bits of doubt> \n"},
		{cardGame, "red or hearst", "\n\"hearst\": ask red, hearts,"},
		{diary, "first time", "\nno, p = 0.875: 0.1926 bits\nleft: Routine, friends, outing\n3 words left, 1.379 bits"},
		{diary, "friends/Routine", "\nno, p = 0.75: 0.415 bits\nleft: Routine, outing, first time\n3 words left, 1.252 bits of doubt> Routine\nyes, p = 0.6667: 0.585 bits\n\nIt is: Routine, h = 1 bit\n2 answers: 0.415 + 0.585 = 1 bit\n"},
		{diary, "hearts", "\n\"hearts\": ask a word, first a-m,"},
		{ownGame(0, 1), "", "and, or, not.\n\n\nIt is: friends, h = 0 bits\nWhatever you ask"},
		{ownGame(1e-20, 1), "friends", "\n1 answer: 0 = 0 bits\nWhatever"},
	} {
		out := chaptertest.Transcript(t, play, c.in, strings.Split(c.answers, "/")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%s: printed\n%s\nwant in it\n%s", c.answers, out, c.want)
		}
	}
}

// The book's player finds the card.
func TestScript(t *testing.T) {
	out := chaptertest.Transcript(t, play, cardGame, script...)
	if lines := strings.Count(out, "\n"); lines > 32 || !strings.Contains(out, "adds up to h") {
		t.Errorf("%d lines:\n%s", lines, out)
	}
}

// Each question asks for so many of the cards, or words; 0 where it is not understood.
func TestRead(t *testing.T) {
	diary := ownWords(ownGame(0.5, 0.25, 0.125, 0.125))
	for _, c := range []struct {
		from     pile
		question string
		want     int
	}{
		{cards(), "red", 26},
		{cards(), "black", 26},
		{cards(), "  Hearts ?", 13},
		{cards(), "a heart", 13},
		{cards(), "face", 12},
		{cards(), "aces", 4},
		{cards(), "7", 4},
		{cards(), "10", 4},
		{cards(), "2-6", 20},
		{cards(), "king-10", 16},
		{cards(), "5 of hearts", 1},
		{cards(), "red ace", 2},
		{cards(), "red and face", 6},
		{cards(), "not face", 40},
		{cards(), "not not face", 0},
		{cards(), "ace or king or 7", 12},
		{cards(), "red and not ace or spades", 37},
		{cards(), "not red or ace", 28}, // black cards, and red aces
		{cards(), "hearts and spades", 0},
		{cards(), "", 0},
		{cards(), "the", 0},
		{cards(), "11", 0},
		{cards(), "2-", 0},
		{cards(), "red or", 0},
		{cards(), "and", 0},
		{cards(), "or red", 0},
		{cards(), "not", 0},
		{diary, "routine", 1},
		{diary, "FIRST TIME", 1},
		{diary, "first f", 2},
		{diary, "first f-o", 3},
		{diary, "has t", 3},
		{diary, "has t t", 1},
		{diary, "longer 6", 3},
		{diary, "longer -1", 4},
		{diary, "not longer 6 or friends", 2},
		{diary, "has", 0},
		{diary, "first", 0},
		{diary, "first o-f", 0},
		{diary, "longer e", 0},
	} {
		is, err := c.from.read(c.question)
		got := 0
		for x := range c.from.names {
			if err == nil && is(x) {
				got++
			}
		}
		if got != c.want || (err == nil) == (c.want == 0) && c.question != "hearts and spades" {
			t.Errorf("%q asks for %d, error %v, want %d", c.question, got, err, c.want)
		}
	}
}

// FuzzPlay types anything: what is told and what is not add up to the surprisal.
func FuzzPlay(f *testing.F) {
	for _, typed := range []string{
		strings.Join(script, "\n"), "", `""""""""""`, "\n\n", "red or", "not not 2-", "first a-m\nhas e\nlonger 4", "first -\nfirst a-\xff", "q",
	} {
		f.Add(typed, uint64(1))
	}
	f.Fuzz(func(t *testing.T, typed string, seed uint64) {
		for _, in := range []chapter.Input{cardGame, ownGame(0.5, 0.25, 0, 0.25)} {
			in.Seed = seed
			out := chaptertest.Transcript(t, play, in, strings.Split(typed, "\n")...)
			if !strings.Contains(out, "\nIt is: ") || !strings.Contains(out, "\nAnother ") {
				t.Errorf("%q: printed %s", typed, out)
			}
		}
	})
}
