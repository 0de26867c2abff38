package main

import (
	"strings"
	"testing"
)

func TestReadClaims(t *testing.T) {
	_, problems := readClaims([]byte(`package main
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
`))
	wantProblems(t, sorted(problems),
		"properties_test.go:5: claim 1.1 stands after claim 1.2",
		`properties_test.go:7: claim 1.1 has the name of claim 1.2, "one"`,
		"properties_test.go:7: two claims 1.1",
		"properties_test.go:9: TestFour has no doc comment",
		"properties_test.go:10: TestFive has no doc comment",
	)
	_, problems = readClaims([]byte("package"))
	wantProblems(t, problems, "properties_test.go: ")
}

func TestBlocks(t *testing.T) {
	c, ok := newClaim("Claim 3.12 (a (b) c). One\ntwo:\n\n\tx\n\t\ty\n\n\tz\n\nthree.\n\nSource: A\n2006.\n")
	want := []block{{"One two:", false}, {"x\n    y\n\nz", true}, {"three.", false}}
	if !ok || c.name != "a (b) c" || c.source != "A 2006." || c.String() != "3.12" || len(c.statement) != len(want) {
		t.Fatalf("have %+v", c)
	}
	for i, b := range c.statement {
		if b != want[i] {
			t.Errorf("block %d is %+v, want %+v", i, b, want[i])
		}
	}
}

func TestKebab(t *testing.T) {
	for name, want := range map[string]string{
		"Gibbs": "gibbs", "ChainRule": "chain-rule", "KLIsConvex": "kl-is-convex", "Log2Sum": "log2-sum",
		"Between0And1": "between0-and1", "IsKL": "is-kl",
	} {
		if have := kebab(name); have != want {
			t.Errorf("%s is %s, want %s", name, have, want)
		}
	}
}

func TestFailingClaims(t *testing.T) {
	_, failure := readControls([]byte(`{"Action":"output","Test":"TestA","Output":"a breaks\n"}
{"Action":"fail","Test":"TestA"}
{"Action":"output","Test":"TestB","Output":"b holds\n"}
{"Action":"output","Output":"FAIL\n"}
{"Action":"fail"}
`))
	if failure != "a breaks\n" {
		t.Errorf("have %q", failure)
	}
	_, failure = readControls([]byte(`{"Action":"build-output","Output":"x.go:1: undefined\n"}
{"Action":"build-fail"}
`))
	if failure != "x.go:1: undefined\n" {
		t.Errorf("have %q", failure)
	}
}

func TestClaimWithoutControls(t *testing.T) {
	problems := withControls([]claim{{chapter: 1, number: 2, test: "TestA", first: 7}}, nil)
	wantProblems(t, problems, "properties_test.go:7: claim 1.2 logs nothing")
}

func TestBrokenFigure(t *testing.T) {
	for _, svg := range []string{"", "<svg>", "<svg><title>a</title></svg>", "<svg><g><title>a</title><desc>b</desc></g></svg>"} {
		if f, err := newFigure([]byte(svg)); err == nil {
			t.Errorf("%s is %+v", svg, f)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
	}{{"-h", 0}, {"-chek", 2}, {"-check x", 2}} {
		var out, errs strings.Builder
		code := command(strings.Fields(c.args), &out, &errs)
		if code != c.code || code == 2 && strings.Count(errs.String(), "\n") != 1 || code == 0 && out.Len() == 0 {
			t.Errorf("%s exits %d, prints %q and %q", c.args, code, out.String(), errs.String())
		}
	}
}
