// Package claim tries the laws of information theory with gopter. A claim says of
// a [Law] that it holds on many cases, that it fails without each assumption that
// can be dropped, and that it rejects mathematics that is wrong: a law that
// nothing can break says nothing.
//
// The laws themselves stand in properties_test.go, in the order of the book. The
// generators here draw what laws are about, small cases first, and shrink with
// gopter's shrinkers.
package claim

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/prop"
)

// A Law says what is wrong with a case, computed with a library, or "" where
// nothing is.
type Law[C any] func(l Library, x C) string

// Mistakes are changes to the library that a law must notice, each with its name.
type Mistakes []struct {
	Name string
	Make func(l *Library)
}

// How many cases a law is tried on, and the seed that they are drawn from.
var (
	cases = 1000
	seed  = int64(1)
)

// Flags gives a test binary the flags -cases and -seed.
func Flags(f *flag.FlagSet) {
	f.IntVar(&cases, "cases", cases, "how many `cases` to try each claim on")
	f.Int64Var(&seed, "seed", seed, "the `number` that all cases are drawn from")
}

// Holds fails the test if the law is broken by a case that g draws.
func Holds[C any](t *testing.T, law Law[C], g gopter.Gen) {
	t.Helper()
	if onTrial != nil {
		judge(onTrial, law, g)
		return
	}
	logStatement(t)
	t.Logf("holds in %d cases", holds(t, law, Standard(), g))
}

// HoldsEven fails the test if the law is broken by a case that g draws, although it does
// not meet what is asked of cases elsewhere. Probabilities that need not sum to 1 are put
// into the formulas as they stand.
func HoldsEven[C any](t *testing.T, where string, law Law[C], g gopter.Gen) {
	t.Helper()
	if onTrial != nil {
		return
	}
	t.Logf("holds even where %s: in %d cases", where, holds(t, law, unchecked(), g))
}

// holds returns how many cases there were, if all of them passed.
func holds[C any](t *testing.T, law Law[C], l Library, g gopter.Gen) int {
	t.Helper()
	result := check(law, l, g)
	if !result.Passed() || result.Succeeded < max(1, cases) {
		t.Fatalf("%sreplay with: go test . -run '%s$' -args -seed %d -cases %d",
			report(t.Name(), result), t.Name(), seed, cases)
	}
	return result.Succeeded
}

// FailsWithout fails the test unless the law is broken by a case that g draws,
// which does not meet an assumption. Probabilities that need not sum to 1 are
// put into the formulas as they stand.
func FailsWithout[C any](t *testing.T, assumption string, law Law[C], g gopter.Gen) {
	t.Helper()
	if onTrial != nil {
		return
	}
	breaks(t, fmt.Sprintf("fails without %q", assumption), law, unchecked(), g)
}

// Rejects fails the test unless each mistake breaks the law on a case that g draws.
func Rejects[C any](t *testing.T, law Law[C], g gopter.Gen, mistakes Mistakes) {
	t.Helper()
	if onTrial != nil {
		return
	}
	for _, mistake := range mistakes {
		l := Standard()
		mistake.Make(&l)
		breaks(t, fmt.Sprintf("rejects %q", mistake.Name), law, l, g)
	}
}

func breaks[C any](t *testing.T, control string, law Law[C], l Library, g gopter.Gen) {
	t.Helper()
	result := check(law, l, g)
	if result.Status != gopter.TestFailed {
		t.Errorf("%s: not noticed\n%s", control, report(t.Name(), result))
		return
	}
	t.Logf("%s: %s: %s", control, result.Args[0].ArgFormatted, result.Labels[0])
}

// check tries the law on cases of growing size. A broken case is made simpler in
// steps, of which hundreds are never needed.
func check[C any](law Law[C], l Library, g gopter.Gen) *gopter.TestResult {
	parameters := gopter.DefaultTestParametersWithSeed(seed)
	parameters.MinSuccessfulTests = cases
	parameters.MinSize, parameters.MaxSize = 1, 32
	parameters.MaxShrinkCount = 300
	return prop.ForAll(func(x C) string { return law(l, x) }, g).Check(parameters)
}

// report is gopter's.
func report(name string, result *gopter.TestResult) string {
	var text strings.Builder
	gopter.NewFormatedReporter(true, 100, &text).ReportTestResult(name, result)
	return text.String()
}

// stated is the test whose statement was logged last.
var stated *testing.T

// logStatement logs the doc comment of the test that called our caller, which is
// what it claims, once, where somebody reads along.
func logStatement(t *testing.T) {
	t.Helper()
	if _, file, _, ok := runtime.Caller(2); ok && testing.Verbose() && stated != t {
		stated = t
		t.Log("\n" + strings.TrimSpace(docComments(file)[t.Name()]))
	}
}

// docsOf are the doc comments of files, as each is read once.
var docsOf sync.Map

// docComments are those of the functions of a file, none where it is not at hand.
func docComments(file string) map[string]string {
	if docs, known := docsOf.Load(file); known {
		return docs.(map[string]string)
	}
	docs := map[string]string{}
	defer docsOf.Store(file, docs)
	source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		return docs
	}
	for _, d := range source.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			docs[f.Name.Name] = f.Doc.Text()
		}
	}
	return docs
}
