package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

// A tally counts verdicts, and holds them against what the page explains.
type tally struct {
	killed, survived, timedOut, unbuildable int
	unexplained                             int
	known                                   explained
	useful                                  map[key]bool // rows about many, that explained one
	falsehoods                              []error
	out                                     io.Writer
}

// count takes the verdict on one of the mutants, and prints a line about it if
// it survives unexplained.
func (t *tally) count(m mutant, v verdict, of int) {
	at, known := t.known[m.key]
	delete(t.known, m.key)
	row, many := t.known.many(m.key)
	switch v {
	case killed:
		t.killed++
	case timedOut:
		t.timedOut++
	case survived:
		t.survived++
		if many {
			t.useful[row] = true
		}
		if !known && !many {
			t.unexplained++
			clearProgress()
			fmt.Fprintln(t.out, m)
		}
	}
	if known && v == killed {
		t.isFalse(at, "this mutant is killed")
	}
	if known && v == timedOut {
		t.isFalse(at, "this mutant does not end")
	}
	progress(t.killed+t.survived+t.timedOut, of, t.unexplained)
}

// finish notes the explanations that explain nothing.
func (t *tally) finish() {
	clearProgress()
	maps.DeleteFunc(t.known, func(row key, _ int) bool { return t.useful[row] })
	for _, at := range slices.Sorted(maps.Values(t.known)) {
		t.isFalse(at, "there is no such mutant")
	}
}

func (t *tally) isFalse(at int, why string) {
	t.falsehoods = append(t.falsehoods, fmt.Errorf("%s:%d: %s", explanations, at, why))
}

func (t *tally) String() string {
	return fmt.Sprintf("%d mutants: %d killed, %d timed out, %d survived, of which %s explains %d; "+
		"%d more do not compile", t.killed+t.timedOut+t.survived, t.killed, t.timedOut,
		t.survived, explanations, t.survived-t.unexplained, t.unbuildable)
}

// progress shows how far the run is, to whoever watches it.
func progress(done, of, survivors int) {
	if watched() {
		fmt.Fprintf(os.Stderr, "\r%d of %d mutants, %d unexplained", done, of, survivors)
	}
}

func clearProgress() {
	if watched() {
		fmt.Fprint(os.Stderr, "\r\x1b[K")
	}
}

// watched reports whether the standard error is a terminal.
func watched() bool {
	s, err := os.Stderr.Stat()
	return err == nil && s.Mode()&os.ModeCharDevice != 0
}
