package main

import (
	"fmt"
	"strings"
	"testing"
)

func TestVariants(t *testing.T) {
	s := sourceOf(t, `package a

type n int

func (x *n) add(k, by int, more ...int) {
	*x += n(k)
}

func twice(s string) string { return s + s }

func first(_ int, b int) int { return b + 1 }

func same[T any](x T) T { return x }
`)
	var together, alone []mutant
	for i, m := range s.mutants() {
		if m.number = i + 1; m.within != nil {
			together = append(together, m)
		} else {
			alone = append(alone, m)
		}
	}
	for _, m := range alone {
		if m.function != "first" && m.function != "same" {
			t.Errorf("%v is built alone", m)
		}
	}
	text, compile, err := s.variants(together)
	if err != nil {
		t.Fatal(err)
	}
	var changes []string
	for _, m := range compile {
		changes = append(changes, fmt.Sprint(m.number, " ", m.change))
	}
	const want = "1 drop *x += n(k), 2 += → -=, 3 += → =, 4 k → by"
	if got := strings.Join(changes, ", "); got != want {
		t.Errorf("compile: %s\nwant     %s", got, want)
	}
	for _, want := range []string{
		"case -1: reachMutant(1)\ncase 1: x.addMutant1(k, by, more...); return\n",
		"func (x *n) addMutant2(k, by int, more ...int) {\n\t*x -= n(k)\n}\n",
		"func twice(s string) string { return s + s }\n", // with no variants that compile
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if faults := s.faults(text); len(faults) > 0 {
		t.Error(faults)
	}
}
