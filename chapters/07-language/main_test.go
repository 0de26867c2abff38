package main

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info/language"
)

func TestUses(t *testing.T) { chaptertest.Uses(t, program) }

// The numbers of Python over the same counts.
func TestLetters(t *testing.T) {
	c := english().Train
	if h := letterEntropy(c); math.Abs(h-4.0799116) > 1e-6 {
		t.Errorf("a letter tells %v bits", h)
	}
	if h := nextLetter(c); math.Abs(h-3.1796214) > 1e-6 {
		t.Errorf("the next one tells %v bits", h)
	}
}

// At least 95 % of the sentences are named right, ten in each language and ten words long.
func TestSentences(t *testing.T) {
	all := allSentences()
	right := 0
	of := map[string]int{}
	for _, s := range all {
		if n := len(strings.Fields(s.text)); n != 10 {
			t.Errorf("%q has %d words", s.text, n)
		}
		of[s.language]++
		ranked := candidates(language.Letters(s.text), 1)
		if ranked[0].Name == s.language {
			right++
			continue
		}
		t.Logf("%s is named %s, by %v: %s",
			s.language, ranked[0].Name, ranked[1].cost-ranked[0].cost, s.text)
	}
	if models, _ := corpus(); len(of) != len(models) {
		t.Errorf("sentences in %d languages, want %d", len(of), len(models))
	}
	for name, n := range of {
		if n != 10 {
			t.Errorf("%d sentences in %s, want 10", n, name)
		}
	}
	if least := len(all) * 95 / 100; right < least {
		t.Errorf("%d of %d named right, want %d", right, len(all), least)
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Wie spät ist es denn jetzt", "German, 20.35 bits ahead of Dutch\n"},
		{"wie spa\u0308t, ist es denn JETZT!?", "German, 20.35 bits ahead of Dutch\n"},
		{"Wie spät ист es denn jetzt", "German, "}, // letters that none has are left out
		{"что это такое", "no letter of it is one that the 14 languages have"},
		{"1234", "-text: no letters to read"},
		{"", "-text: no letters to read"},
		{"\xff", "-text: line 1 is not UTF-8: save the text as UTF-8"},
		{"x", ""},
	} {
		said, err := printed(name, chapter.Input{Text: c.text})
		if err != nil {
			said = err.Error()
		}
		if !strings.HasPrefix(said, c.want) || strings.Contains(said, "NaN") {
			t.Errorf("%q: %q, want %q", c.text, said, c.want)
		}
	}
}

func printed(section func(io.Writer, chapter.Input) error, in chapter.Input) (string, error) {
	var out strings.Builder
	err := section(&out, in)
	return out.String(), err
}

// What a file of the reader's own gets of each section that reads one.
func TestFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "f.txt")
	for _, c := range []struct{ text, name, contexts, perplexity string }{
		{
			strings.Repeat("Det regnade hela dagen. ", 40),
			"Swedish, ", "736 letters counted, 184 held back, 10 different ones\n", "model\t",
		},
		{
			"ja", "Finnish, ",
			"3 letters, want at least 10, to count some and hold others back",
			"3 letters, want at least 10, to count some and hold others back",
		},
		{"aaaaaaaaa", "", "8 letters counted, 2 held back, 2 different ones\n", "model\t"},
		{
			"42", file + ": no letters to read",
			file + ": no letters to read", file + ": no letters to read",
		},
	} {
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		for i, section := range []func(io.Writer, chapter.Input) error{name, contexts, perplexity} {
			said, err := printed(section, chapter.Input{File: file})
			if err != nil {
				said = err.Error()
			}
			if want := []string{c.name, c.contexts, c.perplexity}[i]; !strings.HasPrefix(said, want) {
				t.Errorf("%q: %q, want %q", c.text, said, want)
			}
			if strings.Contains(said, "NaN") {
				t.Errorf("%q: %s", c.text, said)
			}
		}
	}
}
