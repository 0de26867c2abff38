package claim

import (
	"fmt"
	"go/doc/comment"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
)

// An Exercise is a function of the library that a reader writes, with plain numbers in
// place of the library's types. Claims mark it.
type Exercise struct {
	Name   string
	Place  func(l *Library) any // points to the function whose place it takes
	Mine   any
	Claims []func(t *testing.T) // that judge it, the most telling first

	Solution any
	Wrong    Answers
}

// Answers are common ones that are wrong, each with the name of its mistake.
type Answers []struct {
	Name   string
	Answer any
}

// A Mark is what claims say of an answer.
type Mark struct {
	Passed bool
	Text   string // in lines of at most 80 columns
}

// Mark puts the answer in the place of the library's function, and tries one claim after
// the other, up to the first that does not hold. If the answer gives what a wrong one
// gives, or does so but for zeros, the mark says so.
//
// Rounding is no mistake: what differs from the library's result by [Tolerance] counts as
// the library's, and the answer is not asked about probabilities below 2⁻¹⁰²².
//
// An answer that does not return, or fills the memory, is given up and goes on in the
// background. The program should end then.
func (e Exercise) Mark(answer any) Mark {
	a := newAttempt(e, answer)
	marked := make(chan Mark, 1)
	go func() { marked <- a.mark() }()
	return a.watch(marked)
}

// onTrial is the attempt that claims judge, if any: laws are tried with its library, and
// what comes of it is no matter for the test.
var onTrial *attempt

func (a *attempt) mark() Mark {
	onTrial = a
	defer func() { onTrial = nil }()
	if a.probe(); a.fault != "" {
		return Mark{Text: wrapped(a.fault)}
	}
	for _, claim := range a.exercise.Claims {
		claim(new(testing.T))
		if a.fault != "" {
			return Mark{Text: wrapped(a.fault)}
		}
		if a.broken != "" {
			return Mark{Text: a.failure(statements(claim)[0])}
		}
	}
	var names []string
	for _, statement := range statements(a.exercise.Claims...) {
		name, _, _ := strings.Cut(statement, "). ")
		names = append(names, name+")")
	}
	return Mark{true, wrapped(fmt.Sprintf("%s passes. In %d cases it keeps claims %s, rounding aside.",
		a.exercise.Name, a.cases, strings.Join(names, ", ")))}
}

// probe asks the answer for what is simple, before claims ask for more.
func (a *attempt) probe() {
	defer func() { _ = recover() }() // from a fault
	for _, args := range a.probes {
		a.gave = append(a.gave, a.ask(args))
	}
}

// judge tries the law with the library of the attempt, if none has broken before.
func judge[C any](a *attempt, law Law[C], g gopter.Gen) {
	if a.broken != "" {
		return
	}
	careful := func(_ Library, x C) (wrong string) {
		a.fault, a.told = "", nil
		defer func() {
			if r := recover(); r != nil {
				wrong = fmt.Sprint(r)
			}
		}()
		return law(a.library, x)
	}
	result := check(careful, a.library, g)
	a.cases += result.Succeeded
	if !result.Passed() {
		x := result.Args[0].Arg.(C)
		a.broken, a.how = fmt.Sprint(x), careful(a.library, x)
	}
}

// failure says which claim broke, at what case, and which mistake that looks like.
func (a *attempt) failure(claim string) string {
	name := a.exercise.Name
	lines := []string{
		wrapped(name + " breaks claim " + claim), "",
		wrapped("It breaks at " + a.broken + ":"),
		"    " + a.how,
	}
	if c := a.told; c != nil {
		value := c.value()
		if !strings.Contains(a.broken, c.String()) || !strings.Contains(a.how, value) {
			lines = append(lines, fmt.Sprintf("    %s gives %s for %v", name, value, c))
		}
	}
	if mistake := a.likeness(); mistake != "" {
		lines = append(lines, "", wrapped("It looks like "+mistake+"."))
	}
	return strings.Join(lines, "\n")
}

// likeness is the mistake that gives what the answer gave, or does so but for zeros, with
// which answers go wrong in many ways. It is "" if none does.
func (a *attempt) likeness() string {
	for _, wrong := range a.exercise.Wrong {
		if a.isLike(wrong.Answer, true) {
			return wrong.Name
		}
	}
	for _, wrong := range a.exercise.Wrong {
		if a.isLike(wrong.Answer, false) {
			return wrong.Name + ", where nothing is 0"
		}
	}
	return ""
}

func (a *attempt) isLike(wrong any, withZeros bool) bool {
	isWrong := false
	for i, args := range a.probes {
		if !withZeros && slices.ContainsFunc(args, hasZero) {
			continue
		}
		if !same(a.gave[i], reflect.ValueOf(wrong).Call(args)[0]) {
			return false
		}
		isWrong = isWrong || !same(a.gave[i], a.own.Call(args)[0])
	}
	return isWrong
}

// Arguments that tell wrong answers apart. Of no distribution are two parts as likely as
// each other while there is a third, so that all of Huffman's codes have the same lengths.
// To some logits e to the power is no number, and beside some a small one is lost.
var (
	probedChances       = []float64{0.5, 0.25, 0.9, 1, 0}
	probedDistributions = [][]float64{
		{1},
		{1, 0},
		{0.5, 0.5},
		{0.3, 0.7},
		{0.7, 0, 0.3},
		{0.5, 0.3, 0.2},
		{0, 0.1, 0.9},
		{0.6, 0.25, 0.1, 0.05},
		{0.35, 0.2, 0.19, 0.14, 0.12},
	}
	probedLengths = [][]int{{0}, {1}, {2, 0, 2}, {1, 1, 1}, {1, 2, 3, 3}, {3, 1, 4, 2}}
	probedScores  = []float64{0.5, -2, 30, 1000, -1000}
	probedLogits  = [][]float64{{3}, {0, 2}, {3, -1, 0.5}, {2, 1, 0.5, -1}, {1000, 10}, {1e17, 1e17}}
	probedClasses = []int{0, 1, 2, 3}
)

// probesOf are arguments for a function of this type, and what they are called.
func probesOf(f reflect.Type) (names string, all [][]reflect.Value) {
	switch reflect.Zero(f).Interface().(type) {
	case func(p float64) float64:
		return "p", tuples(probedChances)
	case func(lengths []int) float64:
		return "lengths", tuples(probedLengths)
	case func(y, z float64) float64:
		return "y z", tuples(probedChances, probedScores)
	case func(z []float64) []float64:
		return "z", tuples(probedLogits)
	case func(z []float64, right int) float64:
		return "z right", tuples(probedLogits, probedClasses)
	case func(z, t []float64) []float64:
		return "z t", tuples(probedLogits, probedDistributions)
	case func(p, q []float64) float64:
		return "p q", tuples(probedDistributions, probedDistributions)
	}
	return "p", tuples(probedDistributions)
}

// tuples are all choices of a value from each of the lists. In none do two lists differ in
// length, or is a number of a class none of those in the list before it.
func tuples(lists ...any) [][]reflect.Value {
	all := [][]reflect.Value{nil}
	for _, list := range lists {
		var longer [][]reflect.Value
		for _, args := range all {
			for _, arg := range reflect.ValueOf(list).Seq2() {
				if args == nil || fit(args[0], arg) {
					longer = append(longer, append(slices.Clip(args), arg))
				}
			}
		}
		all = longer
	}
	return all
}

func fit(first, arg reflect.Value) bool {
	switch arg.Kind() {
	case reflect.Slice:
		return arg.Len() == first.Len()
	case reflect.Int:
		return int(arg.Int()) < first.Len()
	}
	return true
}

// statements are the doc comments of claims, of one file, without the first word and
// from each up to its first formula.
func statements(claims ...func(t *testing.T)) (all []string) {
	var docs map[string]string
	for _, claim := range claims {
		f := runtime.FuncForPC(reflect.ValueOf(claim).Pointer())
		if docs == nil {
			file, _ := f.FileLine(f.Entry())
			docs = docComments(file)
		}
		_, name, _ := strings.Cut(f.Name(), ".")
		doc := new(comment.Parser).Parse(strings.TrimPrefix(docs[name], "Claim "))
		isFormula := func(b comment.Block) bool { _, is := b.(*comment.Code); return is }
		end := max(0, slices.IndexFunc(doc.Content, isFormula))
		doc.Content = doc.Content[:min(end+1, len(doc.Content))]
		all = append(all, string(new(comment.Printer).Comment(doc)))
	}
	return all
}

// wrapped breaks the lines of a text, but those of formulas.
func wrapped(text string) string {
	printer := comment.Printer{TextWidth: 78, TextCodePrefix: "    "}
	return strings.TrimRight(string(printer.Text(new(comment.Parser).Parse(text))), "\n")
}
