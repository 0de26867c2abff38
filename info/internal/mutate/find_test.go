package main

import (
	"go/importer"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// sourceOf type-checks a file that is text alone.
func sourceOf(t *testing.T, text string) *source {
	t.Helper()
	u := &unit{fset: token.NewFileSet()}
	u.importer = importer.ForCompiler(u.fset, "source", nil)
	if err := u.add("a.go", []byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := u.check(); err != nil {
		t.Fatal(err)
	}
	return u.files[0]
}

// TestMutants lists all that is changed in one line each, in its order.
func TestMutants(t *testing.T) {
	for _, c := range []struct{ code, want string }{
		{
			"func f(a, b float64) bool { return a <= b }",
			"drop return a <= b; a → b; <= → <; <= → >; b → a",
		},
		{"func f(a int, b float64) float64 { return b }", "drop return b"},
		{"func f(a bool) bool { return !a }", "drop return !a; drop !"},
		{"func f(a int) int { return 0 - a }", "drop return 0 - a; drop 0; 0 → 1; 0 → -1; - → +"},
		{"func f(a int) int { return -a * 7 }", "drop return -a * 7; drop -; * → /; 7 → 8; 7 → 6"},
		{"const c = 0.5", "0.5 → 1.0; 0.5 → 0.25"},
		{"const c = 1e6", "1e6 → 1000001.0; 1e6 → 999999.0"},
		{"const c = 'f'", "'f' → 'g'"},
		{`const c = "bit"`, `"bit" → ""`},
		{`func f() { panic("this " + "stays") }`, `drop panic("this " + "stays"); + → -`},
		{
			"func f(s []int) { for range s { continue } }",
			"range s but the first; range s but the last; drop continue; continue → break",
		},
		{"func f(n int) { for range n { n-- } }", "n → n + 1; n → n - 1; drop n--; -- → ++"},
		{
			"func f(n int) { for n != 9 { n += n } }",
			"!= → ==; 9 → 10; 9 → 8; drop n += n; += → -=; += → =",
		},
		{
			"func f(n, m int) { for n < m { } }",
			"n → m; < → <=; < → >=; m → m + 1; m → m - 1; m → n",
		},
		{
			"func g(a bool) bool { return a }; func f(a bool) { if g(a) { } }",
			"drop return a; g(a) → !(g(a)); g(a) → a",
		},
		{"func f(a, b bool) { if a && b { } }", "a && b → !(a && b); a → b; && → ||; b → a"},
		{"func f(a bool) { switch { case a: } }", "a → !(a)"},
		{"func f(a int) { if a++; true { } }", "drop a++; ++ → --; true → !(true)"},
		{
			"func g(a, b int, c bool) {}; func f(a int) { g(a, 3, true) }",
			"drop g(a, 3, true); a, 3 → 3, a; 3 → 4; 3 → 2",
		},
		{"func f() int { return min(1, 3) }", "drop return min(1, 3); 1 → 2; 1 → 0; 3 → 4; 3 → 2"},
		{
			"type s struct { a, b int; c bool }; func f(x s) int { return x.b }",
			"drop return x.b; b → a",
		},
		{
			"import \"math\"; func f(x float64) float64 { return math.Log1p(x) }",
			"drop return math.Log1p(x); math.Log1p(x) → x; Log1p → Log",
		},
		{
			"import \"errors\"; func f() (int, error) { return 7, errors.New(\"8\") }",
			"drop return 7, errors.New(\"8\")",
		},
		{"func f(err error) (int, error) { return 7, err }", "drop return 7, err"},
		{"func f() (int, error) { return 7, nil }", "drop return 7, nil; 7 → 8; 7 → 6"},
		{"func f(a, b int) int { return a + a }", "drop return a + a; a → b; + → -; a → b #2"},
	} {
		var changes []string
		for _, m := range sourceOf(t, "package a\n"+c.code).mutants() {
			changes = append(changes, m.change)
		}
		if got := strings.Join(changes, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.code, got, c.want)
		}
	}
}

func TestMutantSaysWhere(t *testing.T) {
	s := sourceOf(t, "package a\n\ntype n int\n\nfunc (x *n) half() {\n\t*x /= 2 // to 0\n}\n")
	i := slices.IndexFunc(s.mutants(), func(m mutant) bool { return m.change == "/= → *=" })
	if i < 0 {
		t.Fatal("/= is not changed")
	}
	m := s.mutants()[i]
	if got, want := m.String(), `a.go:6:5: /= → *= in "*x /= 2"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if m.function != "n.half" {
		t.Errorf("in function %q, want n.half", m.function)
	}
	if got := string(m.apply(s.text)); !strings.Contains(got, "\t*x *= 2 // to 0\n") {
		t.Errorf("the mutant is\n%s", got)
	}
}

func TestCompiles(t *testing.T) {
	s := sourceOf(t, "package a\n\nfunc f(s string) string { return s + s }\n")
	for _, m := range s.mutants() {
		if s.compiles(m) { // strings have no difference, and f wants its return
			t.Errorf("%v: compiles", m)
		}
	}
	s = sourceOf(t, "package a\n\nfunc f(a int) int { return a + a }\n")
	if !slices.ContainsFunc(s.mutants(), s.compiles) {
		t.Error("no mutant of a + a compiles")
	}
}
