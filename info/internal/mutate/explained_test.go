package main

import (
	"errors"
	"strings"
	"testing"
)

const head = "| file | function | change | line | why |\n|---|---|---|---|---|\n"

func TestParseExplained(t *testing.T) {
	all, err := parseExplained("Prose, a | b.\n\n" + head +
		"| `a.go` | `f` | `a \\|\\| b → !(a \\|\\| b)` | `if a \\|\\| b {` | It is. |\n" +
		"\nMore prose.\n\n" + head + "| `b.go` | `T.g` | `x → y` | `` s = `x` `` | Too. |\n")
	if err != nil {
		t.Fatal(err)
	}
	for k, at := range map[key]int{
		{"a.go", "f", "a || b → !(a || b)", "if a || b {"}: 5,
		{"b.go", "T.g", "x → y", "s = `x`"}:                11,
	} {
		if all[k] != at {
			t.Errorf("%v stands in line %d, want %d", k, all[k], at)
		}
	}
	if len(all) != 2 {
		t.Errorf("read %d rows, want 2: %v", len(all), all)
	}
}

func TestParseExplainedRefuses(t *testing.T) {
	const row = "| `a.go` | `f` | `0 → 1` | `x = 0` | So. |\n"
	for _, c := range []struct{ rows, want string }{
		{"| `a.go` | `f` | `0 → 1` | `x = 0` | |\n", "docs/mutants.md:3: want a file"},
		{"| `a.go` | `f` | `0 → 1` | `x = 0` |\n", "docs/mutants.md:3: want a file"},
		{"| `a.go` | `f` | `a || b` | `x = 0` | So. |\n", "docs/mutants.md:3: want a file"},
		{row + row, "docs/mutants.md:4: the same mutant as in line 3"},
	} {
		_, err := parseExplained(head + c.rows)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.rows, err, c.want)
		}
	}
}

func TestTally(t *testing.T) {
	named := func(change string) mutant { return mutant{key: key{change: change}} }
	var out strings.Builder
	tally := tally{out: &out, unbuildable: 4, useful: map[key]bool{}, known: explained{
		named("equivalent").key: 7, named("killed").key: 8, named("gone").key: 9,
		named("… → neighbour").key: 10, named("none … such").key: 11,
	}}
	for _, c := range []struct {
		change string
		v      verdict
	}{
		{"equivalent", survived},
		{"gap", survived},
		{"killed", killed},
		{"loop", timedOut},
		{"bug", killed},
		{"1 → neighbour", survived},
		{"2 → neighbour", killed},
	} {
		tally.count(named(c.change), c.v, 6)
	}
	tally.finish()
	if want := ":0:0: gap in \"\"\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
	const want = "7 mutants: 3 killed, 1 timed out, 3 survived, of which docs/mutants.md explains 2; " +
		"4 more do not compile"
	if got := tally.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	const wrong = "docs/mutants.md:8: this mutant is killed\n" +
		"docs/mutants.md:9: there is no such mutant\n" +
		"docs/mutants.md:11: there is no such mutant"
	if err := errors.Join(tally.falsehoods...); err == nil || err.Error() != wrong {
		t.Errorf("errors\n%v\nwant\n%s", err, wrong)
	}
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"a", "a", true},
		{"a", "ab", false},
		{"a…", "ab", true},
		{"…b", "ab", true},
		{"…", "", true},
		{"a…a", "a", false},
		{"t[…][…]++", "t[0][b[1]]++", true},
		{"t[…][…]++", "t[0]++", false},
		{"x…y…z", "xyz", true},
		{"x…y…z", "xzy", false},
	} {
		if got := matches(c.pattern, c.text); got != c.want {
			t.Errorf("matches(%q, %q) = %v", c.pattern, c.text, got)
		}
	}
}
