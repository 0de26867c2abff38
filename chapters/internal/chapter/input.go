package chapter

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"crossentropy/info"
	"crossentropy/info/data"
)

// An Input is what sections work on: the book's examples, or what the reader has
// put in their place.
type Input struct {
	Words  []string          // the names of the outcomes
	P, Q   info.Distribution // the truth, and a model of it
	Logits Logits            // a score for each outcome
	File   string            // the name of the reader's file, "" for what the book takes
	Text   string            // what the reader wrote
	Own    bool              // whether P is the reader's: a game makes up another
	OwnQ   bool              // whether Q is
	Seed   uint64            // of what a game draws at random
}

// Logits are scores, one an outcome.
type Logits []float64

// Open opens the reader's file, "-" being standard input, and says what to call it.
func (in Input) Open() (file *os.File, name string, err error) {
	if in.File == "-" {
		return os.Stdin, "standard input", nil
	}
	file, err = os.Open(in.File)
	if name = in.File; strings.ContainsFunc(name, unicode.IsControl) {
		name = strconv.Quote(name)
	}
	return file, name, err
}

// only returns of the input what the section uses.
func (in Input) only(s Section) (own Input, err error) {
	if s.uses("symbols") {
		own.Words = in.Words
	}
	if s.uses("p") {
		own.P, own.Own = in.P, in.Own
	}
	if s.uses("q") {
		own.Q, own.OwnQ = in.Q, in.OwnQ
	}
	if s.uses("logits") {
		own.Logits = in.Logits
	}
	if s.uses("file") {
		own.File = in.File
	}
	if s.uses("text") {
		own.Text = in.Text
	}
	if s.uses("seed") {
		own.Seed = in.Seed
	}
	if n := len(own.Logits); s.uses("p") && s.uses("logits") && n != own.P.Len() {
		err = fmt.Errorf("-logits has %s, the book's p has %d: give -p too",
			data.Count(n, "number"), own.P.Len())
	}
	return own, err
}

// flags returns the flags of the program, whose values are left in given.
func (p Program) flags(name string, given data.Flags) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error says it, without the whole usage
	if p.Book.P.Len() > 0 {
		given.Declare(flags, p.Book.P, p.Book.Q)
	}
	if p.Book.Logits != nil {
		given.Add(flags, "logits", "a score for each outcome, as `numbers`; all 0 where only the truth\nis given")
	}
	if p.File != "" {
		given.Add(flags, "file", p.File)
	}
	if p.Text != "" {
		given.Add(flags, "text", p.Text)
	}
	if slices.ContainsFunc(p.Sections, func(s Section) bool { return s.uses("seed") }) {
		given.Add(flags, "seed", "play the game of this `number` (default 2; the book shows game 1)")
	}
	return flags
}

// reading says what would read text on standard input.
func (p Program) reading() string {
	var ways []string
	if p.Book.P.Len() > 0 {
		ways = append(ways, "-count words - counts it")
	}
	if p.File != "" {
		ways = append(ways, "-file - reads it")
	}
	for _, s := range p.Sections {
		if s.Play != nil {
			ways = append(ways, "section "+s.Name+" takes it for answers")
		}
	}
	return strings.Join(ways, ", ")
}

// input puts what is given in the place of the book's examples.
func (p Program) input(given data.Flags) (in Input, err error) {
	own, err := given.Read()
	if err != nil {
		return in, err
	}
	in = p.Book
	if in.File = given["file"]; in.File != "" && in.File != "-" {
		file, err := os.Open(in.File) // to say once that none can
		if err != nil {
			return in, err
		}
		file.Close()
	}
	if text, ok := given["text"]; ok {
		in.Text = text
	}
	if text, ok := given["logits"]; ok {
		if in.Logits, err = data.ParseNumbers(text); err != nil {
			return in, fmt.Errorf("-logits: %w", err)
		}
	}
	if in.Seed, err = seed(given); err != nil {
		return in, err
	}
	if in.Own = own.P.Len() > 0; in.Own {
		in.P, in.Q = own.P, info.Uniform(own.P.Len())
		if len(given.Given("logits")) == 0 && len(in.Logits) != in.P.Len() {
			in.Logits = make(Logits, in.P.Len())
		}
	}
	if own.Q.Len() > 0 {
		in.Q, in.OwnQ = own.Q, true
	}
	err = in.name(own, given)
	if err == nil {
		err = p.check(in, given)
	}
	return in, err
}

func seed(given data.Flags) (uint64, error) {
	text, ok := given["seed"]
	if !ok {
		return 1, nil
	}
	seed, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		err = fmt.Errorf("invalid value %q for flag -seed: want a whole number from 0 to 2⁶⁴ − 1", text)
	}
	return seed, err
}

// name names the outcomes: those that the reader gave, or else by their numbers.
func (in *Input) name(own data.Own, given data.Flags) error {
	n, of := in.P.Len(), flagOf(given, data.TruthFlags)
	if own.P.Len() == 0 && len(given.Given("logits")) > 0 {
		n, of = len(in.Logits), "-logits"
	}
	switch {
	case own.Names != nil && len(own.Names) != n:
		return fmt.Errorf("-symbols has %s, %s has %s",
			data.Count(len(own.Names), "name"), of, data.Count(n, "outcome"))
	case own.Names != nil:
		in.Words = shortened(own.Names)
	case own.P.Len() > 0 || len(in.Words) != n:
		in.Words = numbered(n)
	}
	return nil
}

// shortened cuts names that would not leave enough of a line.
func shortened(names []string) (all []string) {
	for _, name := range names {
		all = append(all, Short(name))
	}
	return all
}

// Short returns a name, or its beginning if it would not leave enough of a line.
func Short(name string) string {
	const most = 16
	if Width(name) <= most {
		return name
	}
	columns := 0
	for i, c := range name {
		if columns += Width(string(c)); columns >= most {
			return name[:i] + "…"
		}
	}
	return name
}

func numbered(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("outcome %d", i+1)
	}
	return names
}

// check returns an error if what is given differs in outcomes. Where it is the book's p
// that the reader's logits do not fit, sections that do not use both can do without.
func (p Program) check(in Input, given data.Flags) error {
	n, truth, model := in.P.Len(), flagOf(given, data.TruthFlags), flagOf(given, data.ModelFlags)
	own := len(given.Given(data.TruthFlags...)) > 0
	has := fmt.Sprintf("%s has %s", model, data.Count(in.Q.Len(), "outcome"))
	switch {
	case p.Outcomes > 0 && n != p.Outcomes:
		return fmt.Errorf("%s has %s, want %d", truth, data.Count(n, "outcome"), p.Outcomes)
	case len(given.Given(data.ModelFlags...)) > 0 && in.Q.Len() != n && !own:
		return fmt.Errorf("%s, the book's p has %d: give -p too", has, n)
	case len(given.Given(data.ModelFlags...)) > 0 && in.Q.Len() != n:
		return fmt.Errorf("%s, %s has %d", has, truth, n)
	case own && len(given.Given("logits")) > 0 && len(in.Logits) != n:
		return fmt.Errorf("-logits has %s, %s has %s",
			data.Count(len(in.Logits), "number"), truth, data.Count(n, "outcome"))
	}
	return nil
}

// flagOf returns the flag of several that was given, or the first.
func flagOf(given data.Flags, several []string) string {
	return "-" + append(given.Given(several...), several[0])[0]
}
