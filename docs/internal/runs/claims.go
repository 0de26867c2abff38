package runs

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"crossentropy/docs/internal/report"
)

// ClaimsFile holds the claims.
const ClaimsFile = "properties_test.go"

// notClaims are tests of the file that claim nothing.
var notClaims = []string{"TestMain", "TestExercises"}

// A Claim is a test whose doc comment states what it checks.
type Claim struct {
	Chapter, Number int // claim 3.2 is 3 and 2
	Name            string
	Test            string
	Statement       string // a doc comment
	Source          string // "" where the comment names none
	First, Last     int    // lines of the function
	Controls        []Control
}

func (c Claim) String() string { return fmt.Sprintf("%d.%d", c.Chapter, c.Number) }

// Heading is the claim's in the list of claims.
func (c Claim) Heading() string { return c.String() + " " + c.Name }

var (
	wordEnd    = regexp.MustCompile(`([^A-Z_])([A-Z])`)
	acronymEnd = regexp.MustCompile(`([A-Z])([A-Z][a-z])`)
)

// Key is the claim's name in the Markdown: TestKLIsConvex is kl-is-convex.
func (c Claim) Key() string {
	s := wordEnd.ReplaceAllString(strings.TrimPrefix(c.Test, "Test"), "$1-$2")
	s = acronymEnd.ReplaceAllString(s, "$1-$2")
	return strings.ToLower(s)
}

// readClaims reads the tests of the claims file, and from the events of a run
// what each fails without or rejects.
func readClaims(files fs.FS, events []byte, problems *report.Problems) []Claim {
	src, err := fs.ReadFile(files, ClaimsFile)
	if err != nil {
		problems.Add(ClaimsFile, 0, "cannot be read: %v", err)
		return nil
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, ClaimsFile, src, parser.ParseComments)
	if err != nil {
		problems.Add(ClaimsFile, 0, "%v", err)
		return nil
	}
	var claims []Claim
	outputs, _ := readTests(events)
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !strings.HasPrefix(fn.Name.Name, "Test") || slices.Contains(notClaims, fn.Name.Name) {
			continue
		}
		c := newClaim(fn.Doc.Text())
		c.Test = fn.Name.Name
		c.First, c.Last = fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line
		c.Controls = controls(outputs[c.Test])
		if c.Name == "" {
			problems.Add(ClaimsFile, c.First,
				"%s has no doc comment that begins “Claim 1.2 (Name). Statement”", c.Test)
			continue
		}
		if len(c.Controls) == 0 { // nothing shows that it can fail
			problems.Add(ClaimsFile, c.First,
				"claim %v logs nothing that it fails without or rejects", c)
		}
		if !holdsLine.MatchString(outputs[c.Test]) {
			problems.Add(ClaimsFile, c.First, "claim %v logs nothing that it holds in", c)
		}
		claims = append(claims, c)
	}
	findDisorder(claims, problems)
	return claims
}

var claimForm = regexp.MustCompile(
	`(?s)^Claim (\d+)\.(\d+) \((.+?)\)\.\s+(.+?)(?:\n\nSource: (.+))?$`)

// newClaim reads a claim from its doc comment. It has no name where that is none.
func newClaim(doc string) Claim {
	m := claimForm.FindStringSubmatch(doc)
	if m == nil {
		return Claim{}
	}
	c := Claim{Name: oneLine(m[3]), Statement: m[4], Source: oneLine(m[5])}
	c.Chapter, _ = strconv.Atoi(m[1])
	c.Number, _ = strconv.Atoi(m[2])
	return c
}

// findDisorder reports claims that do not come in the order of their numbers.
func findDisorder(claims []Claim, problems *report.Problems) {
	for i := 1; i < len(claims); i++ {
		b, c := claims[i-1], claims[i]
		if cmp.Or(cmp.Compare(b.Chapter, c.Chapter), cmp.Compare(b.Number, c.Number)) >= 0 {
			problems.Add(ClaimsFile, c.First, "claim %v stands after claim %v", c, b)
		}
	}
}

// A Control is a run of a claim that had to fail, and how it did.
type Control struct {
	Rejects bool   // wrong mathematics; otherwise it fails without an assumption
	What    string // the assumption, or the mistake
	How     string // the counterexample
}

var (
	holdsLine   = regexp.MustCompile(`(?m)^\s*\S+\.go:\d+: holds in \d+ cases$`)
	controlLine = regexp.MustCompile(`(?m)^\s*\S+\.go:\d+: (fails without|rejects) "(.*?)": (.*)$`)
)

// controls reads the lines that a claim logs.
func controls(output string) []Control {
	var all []Control
	for _, m := range controlLine.FindAllStringSubmatch(output, -1) {
		all = append(all, Control{m[1] == "rejects", m[2], strings.TrimSpace(m[3])})
	}
	return all
}

// readTests reads the events of go test -json: what each test prints, with its
// subtests, and of that what those print that fail, or what does not build.
func readTests(events []byte) (outputs map[string]string, failures string) {
	outputs = map[string]string{}
	for line := range bytes.Lines(events) {
		var e struct{ Action, Test, Output string }
		if json.Unmarshal(line, &e) != nil {
			continue // go prints some build errors as they are
		}
		test, _, _ := strings.Cut(e.Test, "/")
		outputs[test] += e.Output
		if e.Action == "fail" && e.Test == test && test != "" {
			failures += outputs[test]
		}
	}
	return outputs, cmp.Or(failures, outputs[""])
}
