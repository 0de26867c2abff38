package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
)

// longest is how many letters the contexts have that cost least on held-back text; up to
// tried letters are.
const longest, tried = 5, 7

// read returns the letters of the reader's file, or else of Newton's Opticks, in two parts:
// four fifths to count, and one to hold back.
func read(in chapter.Input) (counted, held string, err error) {
	all := language.Letters(data.Opticks())
	if in.File != "" {
		file, name, err := in.Open()
		if err != nil {
			return "", "", err
		}
		defer file.Close()
		if all, err = data.ReadLetters(name, file); err != nil {
			return "", "", err
		}
	}
	if n := utf8.RuneCountInString(all); n < 10 {
		return "", "", fmt.Errorf("%d letters, want at least 10, to count some and hold others back", n)
	}
	counted, held = language.Split(all, 4./5)
	return counted, held, nil
}

func contexts(w io.Writer, in chapter.Input) error {
	counted, held, err := read(in)
	if err != nil {
		return err
	}
	c := language.NewCounts(tried)
	c.Add(counted)
	n := alphabet(counted + held)
	fmt.Fprintf(w, "%d letters counted, %d held back, %d different ones\n",
		c.Total(), utf8.RuneCountInString(held), n)
	fmt.Fprint(w, "known\t  counted\t  held back:\tas counted\t  λ = 0.1\t  mixed\n")
	for k := range tried + 1 {
		plain := c.AddLambda(k, 0, n)
		mean, standardError := info.Estimate(c.Interpolated(k, 0.5, n).Surprisals(held))
		fmt.Fprintf(w, "%d letters\t%9s\t\t%10s\t%9s\t%7s ± %.3f\n", k,
			bits(info.Bits(plain.Cost(counted))/info.Bits(c.Total())),
			bits(plain.Cost(held)/info.Bits(utf8.RuneCountInString(held))),
			bits(c.AddLambda(k, lambda, n).Cost(held)/info.Bits(utf8.RuneCountInString(held))),
			bits(mean), standardError)
	}
	return nil
}

// alphabet is how many different letters a text has.
func alphabet(text string) int {
	c := language.NewCounts(0)
	c.Add(text)
	return len(c.Alphabet())
}

func perplexity(w io.Writer, in chapter.Input) error {
	counted, held, err := read(in)
	if err != nil {
		return err
	}
	c := language.NewCounts(longest)
	c.Add(counted)
	n := alphabet(counted + held)
	letters := utf8.RuneCountInString(held)
	fmt.Fprint(w, "model\t  token\t  tokens\t  bits each\t  perplexity\t  bits a byte\n")
	for _, model := range []struct {
		name string
		m    language.Model
	}{{"pairs", c.AddLambda(1, lambda, n)}, {"contexts", c.Interpolated(longest, 0.5, n)}} {
		cost := model.m.Cost(held)
		for _, cut := range []struct {
			token  string
			tokens int
		}{{"letter", letters}, {"two letters", (letters + 1) / 2}, {"word", strings.Count(held, "_")}} {
			h := cost / info.Bits(cut.tokens)
			fmt.Fprintf(w, "%s\t  %s\t%8d\t%11.3f\t%12s\t%13.3f\n", model.name, cut.token, cut.tokens, h,
				chapter.Number(info.Perplexity(h)), float64(cost)/float64(len(held)))
		}
	}
	return nil
}
