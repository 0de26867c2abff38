package runs_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"crossentropy/docs/internal/booktest"
	"crossentropy/docs/internal/runs"
)

// read reads a project that holds claims and nothing else.
func read(claims string, out runs.Output) (*runs.Results, []string) {
	files := fstest.MapFS{runs.ClaimsFile: {Data: []byte("package main\n" + claims)}}
	r, problems := runs.Read(files, out)
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return r, lines
}

func TestClaimsInDisorder(t *testing.T) {
	files := fstest.MapFS{runs.ClaimsFile: {Data: []byte(`package main
// Claim 1.2 (one). It is.
func TestOne(t *testing.T) {}
// Claim 1.1 (two). It is.
func TestTwo(t *testing.T) {}
// Claim 1.1 (One). It is.
func TestThree(t *testing.T) {}
// TestFour is not a claim.
func TestFour(t *testing.T) {}
func TestFive(t *testing.T) {}
func TestMain(m *testing.M) {}
func helper() {}
`)}}
	_, problems := runs.Read(files, runs.Output{})
	booktest.WantProblems(t, problems,
		"properties_test.go:5: claim 1.1 stands after claim 1.2",
		`properties_test.go:7: claim 1.1 has the name of claim 1.2, "one"`,
		"properties_test.go:7: two claims 1.1",
		"properties_test.go:9: TestFour has no doc comment",
		"properties_test.go:10: TestFive has no doc comment",
	)
	_, problems = runs.Read(fstest.MapFS{}, runs.Output{})
	booktest.WantProblems(t, problems, "properties_test.go: cannot be read")
	files[runs.ClaimsFile].Data = []byte("package")
	_, problems = runs.Read(files, runs.Output{})
	booktest.WantProblems(t, problems, "properties_test.go: ")
}

func TestClaim(t *testing.T) {
	r, problems := read(`
// Claim 3.12 (a (b) c). One
// two:
//
//	x
//		y
//
//	z
//
// three.
//
// Source: A
// 2006.
func TestA(t *testing.T) {
}`, runs.Output{Claims: []byte(`{"Action":"pass"}`)})
	want := []runs.Block{{"One two:", false}, {"x\n    y\n\nz", true}, {"three.", false}}
	c := r.Claims[0]
	if c.Name != "a (b) c" || c.Source != "A 2006." || c.String() != "3.12" || len(c.Statement) != len(want) {
		t.Fatalf("have %+v", c)
	}
	for i, b := range c.Statement {
		if b != want[i] {
			t.Errorf("block %d is %+v, want %+v", i, b, want[i])
		}
	}
	if len(problems) != 1 || problems[0] != "properties_test.go:15: claim 3.12 logs nothing that it fails without or rejects" {
		t.Errorf("have problems %q", problems)
	}
}

func TestKey(t *testing.T) {
	for test, want := range map[string]string{
		"TestGibbs": "gibbs", "TestChainRule": "chain-rule", "TestKLIsConvex": "kl-is-convex",
		"TestLog2Sum": "log2-sum", "TestBetween0And1": "between0-and1", "TestIsKL": "is-kl", "TestA_B": "a-b",
	} {
		if have := (runs.Claim{Test: test}).Key(); have != want {
			t.Errorf("%s is %s, want %s", test, have, want)
		}
	}
}

func TestSections(t *testing.T) {
	for _, c := range []struct{ printed, want string }{
		{"", "chapters/01-a: prints no line such as -- section --"},
		{"x\n-- a --\n", `chapters/01-a: prints "x" before its first section`},
		{"-- a --\n-- a --\n", `chapters/01-a: prints two sections "a"`},
		{"\n-- a --\r\n\n  x \n\ny\n\n-- b c --\n", ""},
	} {
		r, problems := read("", runs.Output{Chapters: map[string]string{"01-a": c.printed}})
		if have := strings.Join(problems, "\n"); have != c.want {
			t.Errorf("%q: have %q, want %q", c.printed, have, c.want)
		}
		if c.want == "" {
			text, err := r.Section("01-a", "a")
			if err != nil || text != "  x\n\ny\n\n-- b c --" {
				t.Errorf("%q is %q, %v", c.printed, text, err)
			}
		}
	}
}

func TestBrokenFigure(t *testing.T) {
	for _, svg := range []string{
		"", "<svg>", "<svg><title>a</title></svg>", "<svg><g><title>a</title><desc>b</desc></g></svg>",
	} {
		_, problems := read("", runs.Output{Figures: map[string][]byte{"bowl": []byte(svg)}})
		if len(problems) != 1 || !strings.HasPrefix(problems[0], "plots: bowl.svg: ") {
			t.Errorf("%s has problems %q", svg, problems)
		}
	}
}
