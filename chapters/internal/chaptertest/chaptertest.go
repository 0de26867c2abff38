// Package chaptertest tries a chapter's sections on what readers may give them.
package chaptertest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// Uses checks that each section shows all that it says it uses: with something else in
// the place of the book's, it prints something else.
func Uses(t *testing.T, p chapter.Program) {
	t.Helper()
	n := p.Book.P.Len()
	for _, s := range p.Sections {
		for _, what := range strings.Fields(s.Uses) {
			in := p.Book
			if what == "symbols" && n > 0 {
				in.Q = certain(n) // of which some sections name what it rules out
			}
			asIs, err := printed(s, in)
			if err != nil {
				t.Errorf("%s: %v", s.Name, err)
			}
			switch what {
			case "p":
				in.P, in.Own = rising(n, 2), true
			case "q":
				in.Q, in.OwnQ = rising(n, 3), true
			case "symbols":
				in.Words = []string{"α", "β", "γ", "δ"}[:n]
			case "text":
				in.Text = "words that nobody wrote in the book"
			case "seed":
				in.Seed = 7
			case "logits":
				in.Logits = slices.Repeat(chapter.Logits{0.5, 0.7}, n)[:n]
			default: // a file
				continue
			}
			if other, err := printed(s, in); err != nil || other == asIs {
				t.Errorf("%s prints the same with another -%s, or error %v", s.Name, what, err)
			}
		}
	}
}

// Fits checks that what sections print of the book's examples fits a terminal, ends no
// line in a space, and holds no NaN.
func Fits(t *testing.T, p chapter.Program) {
	t.Helper()
	for _, s := range p.Sections {
		text, err := printed(s, p.Book)
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
		for line := range strings.Lines(string(chapter.Align([]byte(text)))) {
			line = strings.TrimSuffix(line, "\n")
			if chapter.Width(line) > 80 || strings.HasSuffix(line, " ") || strings.Contains(line, "NaN") {
				t.Errorf("%s printed %q", s.Name, line)
			}
		}
	}
}

func certain(n int) info.Distribution {
	p := make([]float64, n)
	p[0] = 1
	return info.Must(p...)
}

// rising returns n probabilities, the later the higher.
func rising(n int, first float64) info.Distribution {
	weights := make([]float64, n)
	for i := range weights {
		weights[i] = first + float64(i)
	}
	p, err := info.Normalize(weights...)
	if err != nil {
		panic(err) // they are positive
	}
	return p
}

func printed(s chapter.Section, in chapter.Input) (string, error) {
	var out strings.Builder
	switch {
	case s.Run != nil:
		s.Run(&out, in)
		return out.String(), nil
	case s.RunE != nil:
		err := s.RunE(&out, in)
		return out.String(), err
	}
	err := s.Play(chapter.Scripted(&out, s.Script...), in)
	return out.String(), err
}

// Transcript returns what a game shows a player who gives these answers. It checks that
// each line fits a terminal, beside what the player types, and that numbers are numbers.
func Transcript(t *testing.T, game func(*chapter.Terminal, chapter.Input) error, in chapter.Input, answers ...string) string {
	t.Helper()
	var out strings.Builder
	if err := game(chapter.Scripted(&out, answers...), in); err != nil {
		t.Fatal(err)
	}
	typed := strings.Join(answers, "\n")
	for line := range strings.Lines(out.String()) {
		_, _, asks := strings.Cut(line, "> ")
		if !asks && utf8.RuneCountInString(line) > 81 {
			t.Errorf("%q: %q is longer than 80 columns", answers, line)
		}
		for _, no := range []string{"NaN", "Inf", "\t"} {
			if strings.Contains(line, no) && !strings.Contains(typed, no) {
				t.Errorf("%q: printed %q", answers, line)
			}
		}
	}
	return out.String()
}

// odd are distributions of shapes that readers give.
var odd = map[string]info.Distribution{
	"certain":        info.Must(1),
	"second certain": info.Must(0, 1),
	"first certain":  info.Must(1, 0),
	"rare":           info.Must(1e-20, 1),
	"rarest":         info.Must(5e-324, 1),
	"over 1":         info.Must(0.5000000009, 0.5),
	"more over 1":    info.Must(0, 1, 0.0000000009),
	"under 1":        info.Must(0.4999999991, 0.5),
	"many":           info.Uniform(10_000),
}

// Odd checks that the sections that use p, for all shapes of p and a model q, print a
// page or two that hold no NaN, or an error. The program's book is left out.
func Odd(t *testing.T, p chapter.Program) {
	t.Helper()
	for name, shape := range odd {
		if n := shape.Len(); p.Outcomes == 0 || p.Outcomes == n {
			for _, pair := range [][2]info.Distribution{
				{shape, shape}, {shape, info.Uniform(n)}, {info.Uniform(n), shape},
			} {
				in := chapter.Input{P: pair[0], Q: pair[1], Words: slices.Repeat([]string{"w"}, n), Own: true}
				tryAll(t, p, name, in)
			}
		}
	}
}

func tryAll(t *testing.T, p chapter.Program, name string, in chapter.Input) {
	t.Helper()
	for _, s := range p.Sections {
		if !slices.Contains(strings.Fields(s.Uses), "p") {
			continue
		}
		text, err := printed(s, in)
		switch {
		case err != nil && strings.ContainsAny(err.Error(), "\n"):
			t.Errorf("%s, %s: %q is not one line", s.Name, name, err)
		case strings.Contains(text, "NaN"), strings.Contains(text, "Inf"), len(text) > 8000:
			t.Errorf("%s, %s: printed %d bytes, or no number:\n%.2000s", s.Name, name, len(text), text)
		}
	}
}
