package main

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	places  = regexp.MustCompile(`^\.\d$`)
	numeral = regexp.MustCompile(`^[-−+]?(\d+(\.\d+)?(e[-+]?\d+)?|\d+/\d+|∞)$`)
	fillers = []string{"=", ":", "≈", "is"}
)

// value is the number behind a label in what a section prints.
func (b *book) value(_ string, args []string) (string, error) {
	out, err := b.section(args[0], args[1])
	if err != nil {
		return "", err
	}
	label, round := args[2:], -1
	if last := label[len(label)-1]; len(label) > 1 && places.MatchString(last) {
		label, round = label[:len(label)-1], int(last[1]-'0')
	}
	v, err := lookUp(out, label)
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", args[0], args[1], err)
	}
	if round >= 0 {
		v = roundTo(v, round)
	}
	if strings.HasPrefix(v, "-") {
		v = "−" + v[1:]
	}
	return v, nil
}

// A matcher finds a label in a line, and returns what follows it.
type matcher func(line, label []string) (rest []string, ok bool)

// lookUp finds the number right after the label. Words of the label stand in
// order in a line, each equal to a word there. Others may lie between, where no
// line has the label in one piece.
func lookUp(out string, label []string) (string, error) {
	name := strings.Join(label, " ")
	var line string
	for _, behind := range []matcher{behindPiece, behindWords} {
		found, other := numbersBehind(out, label, behind)
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return "", fmt.Errorf("label %q has several values: %s", name, strings.Join(found, ", "))
		}
		line = cmp.Or(line, other)
	}
	if line != "" {
		return "", fmt.Errorf("no number behind label %q in %q", name, shorten(line))
	}
	return "", fmt.Errorf("no line has label %q", name)
}

// numbersBehind lists the different numbers behind a label, and a line that has
// the label before something else.
func numbersBehind(out string, label []string, behind matcher) (found []string, other string) {
	for _, line := range splitLines(out) {
		rest, ok := behind(strings.Fields(line), label)
		if !ok {
			continue
		}
		v, ok := firstNumber(rest)
		if !ok {
			other = line
		} else if !slices.Contains(found, v) {
			found = append(found, v)
		}
	}
	return found, other
}

// behindPiece returns what follows the label where it first stands in one piece.
func behindPiece(line, label []string) ([]string, bool) {
	for i := range line {
		if n := i + len(label); n <= len(line) && slices.EqualFunc(line[i:n], label, sameWord) {
			return line[n:], true
		}
	}
	return nil, false
}

// behindWords returns what follows the label's words where they first stand in
// order.
func behindWords(line, label []string) ([]string, bool) {
	k := 0
	for i, w := range line {
		if sameWord(w, label[k]) {
			k++
		}
		if k == len(label) {
			return line[i+1:], true
		}
	}
	return nil, false
}

func sameWord(a, b string) bool {
	return strings.TrimRight(a, ":,") == strings.TrimRight(b, ":,")
}

func firstNumber(words []string) (string, bool) {
	for len(words) > 0 && slices.Contains(fillers, words[0]) {
		words = words[1:]
	}
	if len(words) == 0 {
		return "", false
	}
	w := strings.TrimRight(words[0], ",;.)%")
	return w, numeral.MatchString(w)
}

// roundTo rounds the printed decimal, halves away from zero: what the reader
// would do with the number on the screen, not what the float behind it says.
func roundTo(v string, n int) string {
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(v, "−", "-"))
	if !ok {
		return v
	}
	s := r.FloatString(n)
	if f, err := strconv.ParseFloat(s, 64); err == nil && f == 0 {
		return strings.TrimPrefix(s, "-")
	}
	return s
}
