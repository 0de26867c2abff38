package chapter

import (
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info"
)

// An Input is what sections work on: the book's examples, or what the reader has
// put in their place.
type Input struct {
	Words  []string          // the names of the outcomes, which the reader's own p has none of
	P, Q   info.Distribution // -p, the truth, and -q, a model of it
	Logits Logits            // -logits, a score for each outcome
	File   string            // -file, the name of the reader's file, "" for what the book takes
}

// Open opens the reader's file, "-" being standard input, and says what to call it.
func (in Input) Open() (file *os.File, name string, err error) {
	if in.File == "-" {
		return os.Stdin, "standard input", nil
	}
	file, err = os.Open(in.File)
	return file, in.File, err
}

// A text is the value of a flag as it was written. It is read once all flags are
// parsed, because a wrong value is a failure and no error of usage.
type text string

func (t *text) Set(s string) error { *t = text(s); return nil }
func (t *text) String() string     { return string(*t) }

// flags returns the flags that the sections use.
func (p Program) flags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error says it, without the whole usage
	add := func(name, book, usage string) {
		if slices.ContainsFunc(p.Sections, func(s Section) bool { return s.uses(name) }) {
			flags.Var((*text)(&book), name, usage)
		}
	}
	add("p", commas(p.Book.P), "the truth, `probabilities` that sum to 1")
	add("q", commas(p.Book.Q), "the model, `probabilities` that sum to 1; uniform where only -p is given")
	add("logits", "", "a score for each outcome, as `numbers`; all 0 where only -p is given")
	add("file", "", p.File)
	return flags
}

func commas(d info.Distribution) string {
	written, _ := d.MarshalText() // which never fails
	return string(written)
}

// input puts the values of flags in the place of the book's examples.
func (p Program) input(flags *flag.FlagSet) (in Input, err error) {
	in = p.Book
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) {
		given[f.Name] = true
		if err == nil {
			err = in.set(f.Name, f.Value.String())
		}
	})
	if err != nil {
		return in, err
	}
	n := in.P.Len()
	if given["p"] {
		in.Words = numbered(n)
	}
	if given["p"] && !given["q"] {
		in.Q = info.Uniform(n)
	}
	if !given["logits"] && len(in.Logits) != n {
		in.Logits = make(Logits, n)
	}
	switch {
	case p.Outcomes > 0 && n != p.Outcomes:
		return in, fmt.Errorf("-p has %d outcomes, want %d", n, p.Outcomes)
	case given["q"] && in.Q.Len() != n:
		return in, fmt.Errorf("-q has %d outcomes, -p has %d", in.Q.Len(), n)
	case len(in.Logits) != n:
		return in, fmt.Errorf("-logits has %d numbers, -p has %d", len(in.Logits), n)
	}
	return in, nil
}

// set reads the value of a flag.
func (in *Input) set(name, value string) (err error) {
	switch name {
	case "p":
		err = in.P.UnmarshalText([]byte(value))
	case "q":
		err = in.Q.UnmarshalText([]byte(value))
	case "logits":
		err = in.Logits.UnmarshalText([]byte(value))
	case "file":
		in.File = value
	}
	if err != nil {
		return fmt.Errorf("invalid value %q for flag -%s: %s", value, name, strings.TrimPrefix(err.Error(), "info: "))
	}
	return nil
}

func numbered(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("outcome %d", i+1)
	}
	return names
}

// Logits are scores that a flag can hold.
type Logits []float64

// UnmarshalText reads finite numbers with commas between them.
func (l *Logits) UnmarshalText(text []byte) error {
	var all Logits
	for i, field := range strings.Split(string(text), ",") {
		z, err := strconv.ParseFloat(strings.TrimSpace(field), 64)
		if err != nil || math.IsNaN(z) || math.IsInf(z, 0) {
			return fmt.Errorf("logits[%d] = %q is not a finite number", i, field)
		}
		all = append(all, z)
	}
	*l = all
	return nil
}
