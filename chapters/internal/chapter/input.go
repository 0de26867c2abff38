package chapter

import (
	"encoding"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
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

// flags returns the flags of the program. The values that are given are left in values,
// as they are written: a wrong one is a failure, where a wrong flag is an error of usage.
func (p Program) flags(name string, values map[string]string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error says it, without the whole usage
	add := func(name, usage string) {
		flags.Func(name, usage, func(value string) error {
			values[name] = value
			return nil
		})
	}
	if p.Book.P.Len() > 0 {
		add("p", "the truth, `probabilities` that sum to 1 (default "+commas(p.Book.P)+")")
	}
	if p.Book.Q.Len() > 0 {
		add("q", "the model, `probabilities` that sum to 1; uniform where only -p is given "+
			"(default "+commas(p.Book.Q)+")")
	}
	if p.Book.Logits != nil {
		add("logits", "a score for each outcome, as `numbers`; all 0 where only -p is given")
	}
	if p.File != "" {
		add("file", p.File)
	}
	return flags
}

func commas(d info.Distribution) string {
	written, _ := d.MarshalText() // which never fails
	return string(written)
}

// input puts the values of flags in the place of the book's examples.
func (p Program) input(values map[string]string) (in Input, err error) {
	in = p.Book
	if err := in.set(values); err != nil {
		return in, err
	}
	given := func(flag string) bool { _, ok := values[flag]; return ok }
	n := in.P.Len()
	if given("p") {
		in.Words = numbered(n)
	}
	if given("p") && !given("q") {
		in.Q = info.Uniform(n)
	}
	if !given("logits") && len(in.Logits) != n {
		in.Logits = make(Logits, n)
	}
	switch {
	case p.Outcomes > 0 && n != p.Outcomes:
		return in, fmt.Errorf("-p has %d outcomes, want %d", n, p.Outcomes)
	case given("q") && in.Q.Len() != n:
		return in, fmt.Errorf("-q has %d outcomes, -p has %d", in.Q.Len(), n)
	case len(in.Logits) != n:
		return in, fmt.Errorf("-logits has %d numbers, -p has %d", len(in.Logits), n)
	}
	return in, nil
}

// set reads the values of flags.
func (in *Input) set(values map[string]string) error {
	for _, flag := range []struct {
		name  string
		value encoding.TextUnmarshaler
	}{{"p", &in.P}, {"q", &in.Q}, {"logits", &in.Logits}} {
		text, given := values[flag.name]
		if !given {
			continue
		}
		if err := flag.value.UnmarshalText([]byte(text)); err != nil {
			return fmt.Errorf("invalid value %q for flag -%s: %s",
				text, flag.name, strings.TrimPrefix(err.Error(), "info: "))
		}
	}
	in.File = values["file"]
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
