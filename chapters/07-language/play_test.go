package main

import (
	"slices"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info/data"
	"crossentropy/info/language"
)

func TestPlay(t *testing.T) {
	for _, c := range []struct {
		seed    uint64
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{1, "", "\n> \nIt was: a_drop_"},
		{1, "q", "\n> q\nIt was: a_drop_"},
		{1, "e/e/A", "\n> e\n not e> e\ne was wrong before\n not e> A\na> \n\n          a\nyou       2"},
		{1, "3", "\n\"3\": type letters from a to z, _ for a space, or ?\n> \n"},
		{1, "é", "\n\"é\": type letters from a to z, _ for a space, or ?\n> \n"},
		{1, "a drill", "\n> a drill\na_dr not i> \n\n          a_dr\nyou       1111\n"},
		{1, "a/_/?", "\na_> ?\na_d> \n\n          a_d\nyou       119\n"},
		{1, "qu/x/a", "\n not qx> a\n"},
		{
			2, "the morning came in through the window and more",
			"\nyou       " + strings.Repeat("1", 39) + "\n",
		},
		{
			2, "the morning came in through the window/s/_",
			"window> s\nthe_morning_came_in_through_the_window not s> _\n\n",
		},
		{2, "the_/?", "\nyou                4 of 5      6.20     1.673          1.817              –\n"},
		{0, "", "It was: the_colours_"},
		{8, "", "It was: the_colours_"},
	} {
		var out strings.Builder
		terminal := chapter.Scripted(&out, strings.Split(c.answers, "/")...)
		if err := play(terminal, chapter.Input{Seed: c.seed}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), c.want) {
			t.Errorf("%q: want %q in\n%s", c.answers, c.want, out.String())
		}
	}
}

// Models guess the letter that they expect most first, and all letters in the end.
func TestGuessing(t *testing.T) {
	c := language.NewCounts(1)
	c.Add("abacab")
	g := guessing("pairs", c.AddLambda(1, 1, len(guessable)), "abz")
	if !slices.Equal(g.guesses, []int{1, 1, 27}) {
		t.Errorf("it took %v guesses", g.guesses)
	}
}

// What is hidden can be guessed, and stands nowhere in what the models have counted.
func TestHidden(t *testing.T) {
	newton := language.Letters(data.Opticks())
	for _, sentence := range data.Sentences() {
		text := language.Letters(sentence)
		if strings.Trim(text, guessable) != "" || strings.Contains(newton, text) {
			t.Errorf("%q cannot be guessed, or is Newton's", sentence)
		}
	}
}
