// Package chaptertest tests what the sections of a chapter say of themselves.
package chaptertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// Uses fails the test if a section that takes -p, -q or -logits prints the same for
// other values, or one that does not prints something else.
func Uses(t *testing.T, p chapter.Program) {
	n := p.Book.P.Len()
	own := p.Book
	own.Words, own.Logits = nil, nil
	weights := make([]float64, n)
	for i := range weights {
		weights[i] = float64(2 + i)
		own.Words = append(own.Words, fmt.Sprintf("outcome %d", i))
		own.Logits = append(own.Logits, 0.5*float64(i))
	}
	own.P, _ = info.Normalize(weights...)
	slices.Reverse(weights)
	own.Q, _ = info.Normalize(weights...)
	for _, s := range p.Sections {
		uses := strings.Fields(s.Uses)
		for flag, in := range map[string]chapter.Input{
			"p":      {P: own.P, Words: own.Words, Q: p.Book.Q, Logits: p.Book.Logits},
			"q":      {P: p.Book.P, Words: p.Book.Words, Q: own.Q, Logits: p.Book.Logits},
			"logits": {P: p.Book.P, Words: p.Book.Words, Q: p.Book.Q, Logits: own.Logits},
		} {
			differs := printed(t, s, in) != printed(t, s, p.Book)
			if differs && !slices.Contains(uses, flag) {
				t.Errorf("%s does not say that it uses -%s", s.Name, flag)
			}
			if !differs && slices.Contains(uses, flag) && !slices.Contains(uses, "logits") { // of which -p says how many
				t.Errorf("%s says that it uses -%s", s.Name, flag)
			}
		}
	}
}

func printed(t *testing.T, s chapter.Section, in chapter.Input) string {
	var out strings.Builder
	if s.Run != nil {
		s.Run(&out, in)
	} else if err := s.RunE(&out, in); err != nil {
		t.Errorf("%s: %v", s.Name, err)
	}
	return out.String()
}
