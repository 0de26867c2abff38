package main

import (
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info"
)

// friendGame is the book's game: routine comes first, and then again.
var friendGame = chapter.Input{Words: book.Words, P: book.P, Q: book.Q, Seed: 1}

// rainGame is a game in which it always rains.
var rainGame = chapter.Input{
	Words: []string{"sun", "rain"}, P: info.Must(0, 1), Q: info.Must(0.75, 0.25), Own: true,
}

func TestPlay(t *testing.T) {
	for _, c := range []struct {
		in      chapter.Input
		answers string // with slashes between them
		want    string // somewhere in the transcript
	}{
		{
			rainGame, "50 50//0 100",
			"\nday came   paid    you   hers   even  next> 50 50\n" +
				"  1 rain      1      1      2      1  next> \n" +
				"  2 rain      1      2      4      2  next> 0 100\n" +
				"  3 rain      0      2      6      3  next> \n\n",
		},
		{
			rainGame, "50 50//0 100",
			"\n       bits a day = H(p) + D(p‖q) + luck\n" +
				"truth   0           0      0        0\n" +
				"you     0.6667      0      0.6667   0\n" +
				"even    1           0      1        0\n" +
				"hers    2           0      2        0\n" +
				"Where you gave what came less than the truth does you lost 0.6667 bits a day,\n" +
				"and saved 0 bits where you gave it more: 0.6667 bits above the truth.\n" +
				"The truth: sun 0 %, rain 100 %\n",
		},
		{rainGame, "/100 0/50 50", "\nYou gave rain 0 %, and it came: no number of bits pays for that.\n  2 rain      ∞      ∞      4      2  next> 50 50\n"},
		{rainGame, "/100 0/50 50", "\nyou     ∞           0      ∞        –\n"},
		{rainGame, "/100 0/50 50", " you lost ∞ bits a day,\nand saved 0 bits where you gave it more: ∞ bits above the truth.\nOn the other 2 days you paid 1 bit a day.\n"},
		{rainGame, "100 0/q", ": ∞ bits above the truth.\nThe truth:"},
		{rainGame, strings.Repeat("/", 13), "\n 14 rain      1     14     28     14\n\n       bits a day"},
		{rainGame, "q", "  next> q\nThe truth: sun 0 %, rain 100 %\nAnother friend: -seed 1\n"},
		{rainGame, "60 50", "\nthey sum to 110 %, want 100\n                                          > \n"},
		{rainGame, "0.5 0.5", "\nthey sum to 1 %, want 100\n"},
		{rainGame, "33 66.99", "\nthey sum to 99.99 %, want 100\n"},
		{rainGame, "33.3333%, 66.6667%", "\n  1 rain  0.585  0.585      2      1  next> "},
		{rainGame, "100", "\n1 percentage, want 2 that sum to 100, or nothing to keep the last\n"},
		{rainGame, "50 50 0", "\n3 percentages, want 2"},
		{rainGame, "-50 150", "\n\"-50\": type 2 percentages, or nothing to keep the last\n"},
		{rainGame, "50 NaN", "\n\"NaN\": type"},
		{rainGame, "Inf 1e999", "\n\"Inf\": type"},
		{rainGame, "half half", "\n\"half\": type"},
		{friendGame, "100 0 0 0/q", "\nyou     0           1.578   ∞        –\n"},
		{friendGame, "100 0 0 0/q", " you lost 0 bits a day,\nand saved 1.515 bits where you gave it more: 1.515 bits below the truth.\n"},
	} {
		out := chaptertest.Transcript(t, play, c.in, strings.Split(c.answers, "/")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%q: printed\n%s\nwant in it\n%s", c.answers, out, c.want)
		}
	}
}

// The book's player learns, and pays less than those who do not.
func TestScript(t *testing.T) {
	out := chaptertest.Transcript(t, play, friendGame, script...)
	_, end, _ := strings.Cut(out, "+ luck\n")
	order := strings.Index(end, "you") < strings.Index(end, "even") && strings.Index(end, "even") < strings.Index(end, "hers")
	if !order || !strings.Contains(out, "\n 14 ") || strings.Count(out, "\n") > 33 {
		t.Error(out)
	}
}

func TestPlayRefuses(t *testing.T) {
	for n, want := range map[int]string{1: "1 word, want 2 to 8", 9: "9 words, want 2 to 8"} {
		in := chapter.Input{Words: make([]string, n), P: info.Uniform(n), Q: info.Uniform(n), Own: true}
		if err := play(chapter.Scripted(&strings.Builder{}), in); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// FuzzPlay types anything, whatever the truth and her model are.
func FuzzPlay(f *testing.F) {
	for _, typed := range []string{strings.Join(script, "\n"), "", "100 0\n0 100", "1e-300 100", "50,50%", "\xff", "q"} {
		f.Add(typed, "1/3,2/3", "1,0", uint64(1))
	}
	f.Fuzz(func(t *testing.T, typed, p, q string, seed uint64) {
		games := []chapter.Input{{Words: book.Words, P: book.P, Q: book.Q, Seed: seed}}
		own := chapter.Input{Own: true, Seed: seed}
		if own.P.UnmarshalText([]byte(p)) == nil && own.Q.UnmarshalText([]byte(q)) == nil &&
			own.P.Len() == own.Q.Len() && own.P.Len() > 1 && own.P.Len() < 9 {
			own.Words = make([]string, own.P.Len())
			games = append(games, own)
		}
		for _, in := range games {
			out := chaptertest.Transcript(t, play, in, strings.Split(typed, "\n")...)
			if !strings.Contains(out, "\nThe truth: ") {
				t.Errorf("%q: printed %s", typed, out)
			}
		}
	})
}
