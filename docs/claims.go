package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

const claimsFile = "properties_test.go"

// A claim is a test whose doc comment states what it checks.
type claim struct {
	chapter, number int // claim 3.2 is 3 and 2
	name            string
	test            string
	statement       []block
	source          string // "" where the comment names none
	first, last     int    // lines of the function
	controls        []control
}

// A block is a paragraph of a doc comment, or a formula.
type block struct {
	text string
	code bool
}

func (c claim) String() string { return fmt.Sprintf("%d.%d", c.chapter, c.number) }

// key is the claim's name in the Markdown: TestChainRule is chain-rule.
func (c claim) key() string { return kebab(strings.TrimPrefix(c.test, "Test")) }

func (c claim) heading() string { return c.String() + " " + c.name }

func (c claim) slug() string { return slug(c.heading()) }

// readClaims reads the tests of the claims file.
func readClaims(src []byte) ([]claim, []problem) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, claimsFile, src, parser.ParseComments)
	if err != nil {
		return nil, []problem{{claimsFile, 0, err.Error()}}
	}
	var claims []claim
	var problems []problem
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !strings.HasPrefix(fn.Name.Name, "Test") || fn.Name.Name == "TestMain" {
			continue
		}
		c, ok := newClaim(fn.Doc.Text())
		c.test = fn.Name.Name
		c.first, c.last = fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line
		if !ok {
			problems = append(problems, problem{
				claimsFile, c.first,
				c.test + " has no doc comment that begins “Claim 1.2 (Name). Statement”",
			})
			continue
		}
		claims = append(claims, c)
	}
	return claims, append(problems, disorder(claims)...)
}

var claimHead = regexp.MustCompile(`^Claim (\d+)\.(\d+) \((.+?)\)\.\s+`)

// newClaim reads a claim from its doc comment.
func newClaim(doc string) (claim, bool) {
	m := claimHead.FindStringSubmatch(doc)
	if m == nil {
		return claim{}, false
	}
	c := claim{name: oneLine(m[3]), statement: blocks(doc[len(m[0]):])}
	c.chapter, _ = strconv.Atoi(m[1])
	c.number, _ = strconv.Atoi(m[2])
	if last := len(c.statement) - 1; last >= 0 {
		if s, ok := strings.CutPrefix(c.statement[last].text, "Source: "); ok {
			c.statement, c.source = c.statement[:last], s
		}
	}
	return c, len(c.statement) > 0
}

// blocks splits a comment at its blank lines; indented lines are formulas.
func blocks(text string) []block {
	var bs []block
	for part := range strings.SplitSeq(strings.Trim(text, "\n"), "\n\n") {
		part = strings.Trim(part, "\n")
		code := strings.HasPrefix(part, "\t") || strings.HasPrefix(part, "    ")
		switch {
		case part == "":
		case !code:
			bs = append(bs, block{oneLine(part), false})
		case len(bs) > 0 && bs[len(bs)-1].code:
			bs[len(bs)-1].text += "\n\n" + outdent(part)
		default:
			bs = append(bs, block{outdent(part), true})
		}
	}
	return bs
}

func outdent(code string) string {
	lines := strings.Split(code, "\n")
	for i, l := range lines {
		if t, ok := strings.CutPrefix(l, "\t"); ok {
			lines[i] = t
		} else {
			lines[i] = strings.TrimPrefix(l, "    ")
		}
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), "\t", "    ")
}

// disorder reports claims that share a number or a name, or are out of order.
func disorder(claims []claim) []problem {
	var problems []problem
	names := map[string]claim{}
	for i, c := range claims {
		if d, ok := names[strings.ToLower(c.name)]; ok {
			problems = append(problems, problem{
				claimsFile, c.first,
				fmt.Sprintf("claim %v has the name of claim %v, %q", c, d, d.name),
			})
		}
		names[strings.ToLower(c.name)] = c
		if i == 0 {
			continue
		}
		b := claims[i-1]
		switch n := (c.chapter-b.chapter)<<16 + c.number - b.number; {
		case n == 0:
			problems = append(problems, problem{claimsFile, c.first, fmt.Sprintf("two claims %v", c)})
		case n < 0:
			problems = append(problems, problem{
				claimsFile, c.first,
				fmt.Sprintf("claim %v stands after claim %v", c, b),
			})
		}
	}
	return problems
}

// kebab writes ChainRule as chain-rule and KLIsConvex as kl-is-convex.
func kebab(name string) string {
	var b strings.Builder
	rs := []rune(name)
	for i, r := range rs {
		begins := i > 0 && unicode.IsUpper(r) &&
			(!unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1]))
		if begins && rs[i-1] != '_' {
			b.WriteByte('-')
		}
		if r == '_' {
			r = '-'
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
