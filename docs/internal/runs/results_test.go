package runs_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"crossentropy/docs/internal/booktest"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
)

// read reads a project that holds claims and nothing else.
func read(claims string, out runs.Output) (*runs.Results, report.Problems) {
	files := fstest.MapFS{runs.ClaimsFile: {Data: []byte("package main\n" + claims)}}
	return runs.Read(files, out)
}

func TestClaims(t *testing.T) {
	_, problems := read(`
// Claim 1.2 (one). It is.
func TestOne(t *testing.T) {}
// Claim 1.1 (two). It is.
func TestTwo(t *testing.T) {}
// Claim 1.1 (three). It is.
func TestThree(t *testing.T) {}
func TestMain(m *testing.M) {}
func TestExercises(t *testing.T) {}
// TestFour is not a claim.
func TestFour(t *testing.T) {}
func TestFive(t *testing.T) {}
func helper() {}
`, runs.Output{Claims: []byte(log("One") + log("Two"))})
	booktest.WantProblems(t, problems,
		"properties_test.go:6: claim 1.1 stands after claim 1.2",
		"properties_test.go:8: claim 1.1 logs nothing that it fails without or rejects",
		"properties_test.go:8: claim 1.1 logs nothing that it holds in",
		"properties_test.go:8: claim 1.1 stands after claim 1.1",
		"properties_test.go:12: TestFour has no doc comment",
		"properties_test.go:13: TestFive has no doc comment",
	)
}

func log(test string) string {
	const lines = `x.go:1: holds in 9 cases\nx.go:1: rejects \"it\": x = 1\n`
	return `{"Action":"output","Test":"Test` + test + `","Output":"` + lines + `"}` + "\n"
}

func TestClaim(t *testing.T) {
	r, problems := read(`
// Claim 3.12 (a (b) c). One
// two.
//
//	x
//
// Source: A
// 2006.
func TestA(t *testing.T) {
}`, runs.Output{Claims: []byte(log("A"))})
	booktest.WantProblems(t, problems)
	c := r.Claims[0]
	have := []string{c.String(), c.Name, c.Statement, c.Source}
	want := []string{"3.12", "a (b) c", "One\ntwo.\n\n\tx", "A 2006."}
	if !slices.Equal(have, want) {
		t.Errorf("have %q, want %q", have, want)
	}
}

func TestKey(t *testing.T) {
	for test, want := range map[string]string{
		"TestGibbs": "gibbs", "TestChainRule": "chain-rule", "TestKLIsConvex": "kl-is-convex",
		"TestLog2Sum": "log2-sum", "TestBetween0And1": "between0-and1", "TestIsKL": "is-kl",
	} {
		if have := (runs.Claim{Test: test}).Key(); have != want {
			t.Errorf("%s is %s, want %s", test, have, want)
		}
	}
}

func TestSection(t *testing.T) {
	printed := "\n-- a --\n\n  x \n\ny\n\n-- b c --\n\n-- b --\nz\n"
	r, _ := read("", runs.Output{Chapters: map[string]string{"01-a": printed}})
	text, err := r.Section("01-a", "a")
	if want := "  x\n\ny\n\n-- b c --"; err != nil || text != want {
		t.Errorf("have %q, %v, want %q", text, err, want)
	}
}

func TestBrokenChapter(t *testing.T) {
	for printed, want := range map[string]string{
		"x\n":                      "chapters/01-a: prints no line such as -- section --",
		"x\n-- a --\ny\n":          "chapters/01-a: prints no line such as -- section --",
		"-- a --\nx\n-- a --\ny\n": `chapters/01-a: prints two sections "a"`,
	} {
		_, problems := read("", runs.Output{Chapters: map[string]string{"01-a": printed}})
		booktest.WantProblems(t, problems, want)
	}
}

func TestBrokenExercise(t *testing.T) {
	files := fstest.MapFS{
		runs.ClaimsFile:           {Data: []byte("package main\n")},
		"chapters/exercises/a.go": {Data: []byte("package a\n\n// A is one.\n")},
		"chapters/exercises/b.go": {Data: []byte("package a\n\nfunc B() {}\n\n// C is\n// " +
			strings.Repeat("wide ", 14) + "\nfunc C() {}\n")},
		"chapters/exercises/c.go": {Data: []byte("func")},
	}
	_, problems := runs.Read(files, runs.Output{})
	booktest.WantProblems(t, problems,
		"chapters/exercises/b.go:3: exercise B has no doc comment",
		"chapters/exercises/b.go:7: a quoted line has 73 columns",
		"chapters/exercises/c.go: chapters/exercises/c.go:1:1: expected 'package'",
	)
}

func TestBrokenFigure(t *testing.T) {
	for _, svg := range []string{
		"", "<svg>", "<svg><title>a</title></svg>", "<svg><g><title>a</title><desc>b</desc></g></svg>",
	} {
		_, problems := read("", runs.Output{Figures: map[string][]byte{"bowl": []byte(svg)}})
		booktest.WantProblems(t, problems, "plots: bowl.svg: ")
	}
}
