// Package claim tries statements about information theory on generated cases.
//
// A statement is a [Property]: it takes a [Library], the mathematics, and a
// case, and says whether the statement is true of it. [Holds] tries it on many
// cases. [FailsWithout] drops an assumption, and [Rejects] bends the library:
// both search for a case that breaks the statement, shrink it, and fail the
// test if there is none, for a statement that nothing can break says nothing.
//
//	go test . -run 'TestGibbs$' -v -args -cases 100000 -seed 7
package claim

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"crossentropy/info/arbitrary"
)

var (
	cases  = flag.Int("cases", 1000, "how many cases to try each claim on")
	seed   = flag.Uint64("seed", 1, "what the cases are drawn from")
	replay = flag.Int("case", -1, "try each claim on its case of this `number` alone")
	report = flag.String("report", "", "append to this `file` what each claim was tried on, and in how many cases each control is caught")
)

// A Property says whether a statement is true of x, computed with l.
type Property[T any] func(l Library, x T) Verdict

// Holds fails the test if the property is false of a case that g draws.
func Holds[T any](t *testing.T, g arbitrary.Gen[T], property Property[T]) {
	t.Helper()
	logStatement(t)
	mostUsed = 0
	found, tried := search(t.Name(), g, property, Standard(), *replay)
	if found != nil {
		t.Fatalf("false in case %d\n  because   %s\n  take      %s\n  drawn as  %s\n  replay    go test . -run '%s$' -args -seed %d -case %d",
			found.number, found.verdict, g.Show(found.shrunk), g.Show(found.drawn), t.Name(), *seed, found.number)
	}
	if want := *cases; tried.total() < want && *replay < 0 {
		t.Fatalf("only %d of %d cases were tried", tried.total(), want)
	}
	if *report != "" {
		table{*report}.holds(t, tried, mostUsed)
	}
	t.Logf("holds in %v", tried)
}

// FailsWithout fails the test unless the property, an assumption of which the
// cases that g draws do not meet, is false of one of them.
func FailsWithout[T any](t *testing.T, assumption string, g arbitrary.Gen[T], property Property[T]) {
	t.Helper()
	mustBreak(t, fmt.Sprintf("fails without %q", assumption), g, property, Standard())
}

// Rejects fails the test unless the property is false of a case that g draws
// when bend has put something wrong into the library.
func Rejects[T any](t *testing.T, g arbitrary.Gen[T], property Property[T], wrong string, bend func(*Library)) {
	t.Helper()
	l := Standard()
	bend(&l)
	mustBreak(t, fmt.Sprintf("rejects %q", wrong), g, property, l)
}

func mustBreak[T any](t *testing.T, control string, g arbitrary.Gen[T], property Property[T], l Library) {
	t.Helper()
	if *replay >= 0 {
		return
	}
	found, tried := search(t.Name(), g, property, l, -1)
	if found == nil {
		t.Errorf("%s: not broken by any of %v", control, tried)
		return
	}
	if *report != "" {
		caught := share(t.Name(), g, property, l)
		table{*report}.write(t, control, fmt.Sprintf("caught in %.1f %% of the cases, first in case %d", 100*caught, found.number))
	}
	t.Logf("%s: %s: %s", control, g.Show(found.shrunk), found.verdict)
}

// shapes counts the cases of each shape.
type shapes map[string]int

func (s shapes) total() (n int) {
	for _, k := range s {
		n += k
	}
	return n
}

func (s shapes) String() string {
	var each []string
	for _, shape := range slices.Sorted(maps.Keys(s)) {
		each = append(each, fmt.Sprintf("%d %s", s[shape], shape))
	}
	return fmt.Sprintf("%d cases: %s", s.total(), strings.Join(each, ", "))
}
