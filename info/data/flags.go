package data

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"crossentropy/info"
)

// Flags are the values that a reader gave to the flags that put distributions of their
// own in the place of a program's, by the names of the flags.
type Flags map[string]string

// The names of the flags that give p, and of those that give q: one of each.
var (
	TruthFlags = []string{"p", "counts", "count"}
	ModelFlags = []string{"q", "model-counts", "model"}
)

// A UsageError says that flags do not make sense together.
type UsageError struct{ Err error }

func (e UsageError) Error() string { return e.Err.Error() }
func (e UsageError) Unwrap() error { return e.Err }

func usageErrorf(format string, args ...any) error { return UsageError{fmt.Errorf(format, args...)} }

// Declare adds the flags to set: those of p, a model q where the program has one, and
// what goes with them.
func (f Flags) Declare(set *flag.FlagSet, p, q info.Distribution) {
	f.Add(set, "p", "the truth, `probabilities` that sum to 1: decimals, fractions, percentages\n"+
		"(default "+commas(p)+")")
	f.Add(set, "counts", "the truth, by `numbers` of how often each outcome was seen, as in 3,2,1")
	f.Add(set, "count", "the truth, by counting `words|letters|bytes FILE`, which are two arguments;\n"+
		"the file - is standard input")
	f.Add(set, "symbols", "call the outcomes by these `names`, with commas between them")
	f.Add(set, "add", "add this `number` to every count, so that what was never seen can happen\n(default 0)")
	if q.Len() > 0 {
		f.Add(set, "q", "the model, `probabilities` as for -p; uniform where only the truth is given\n"+
			"(default "+commas(q)+")")
		f.Add(set, "model-counts", "the model, by `numbers` as for -counts")
		f.Add(set, "model", "the model, by counting in this `file` what -count counts in another")
	}
}

// Add adds a flag to set, whose value it keeps as it is written: a wrong one is a failure,
// where a wrong flag is an error of usage.
func (f Flags) Add(set *flag.FlagSet, name, usage string) {
	set.Func(name, usage, func(value string) error {
		f[name] = value
		return nil
	})
}

func commas(d info.Distribution) string {
	written, _ := d.MarshalText() // which never fails
	return string(written)
}

// Given returns those of the names whose flags were given.
func (f Flags) Given(names ...string) (given []string) {
	for _, name := range names {
		if _, ok := f[name]; ok {
			given = append(given, name)
		}
	}
	return given
}

// TakeFile takes an argument for the file of -count, and says whether that lacked one.
func (f Flags) TakeFile(arg string) bool {
	unit, given := f["count"]
	if !given || strings.Contains(unit, " ") {
		return false
	}
	f["count"] = unit + " " + arg
	return true
}

// Own is what a reader gave: distributions without outcomes, and no names, where they
// gave none.
type Own struct {
	P, Q  info.Distribution
	Names []string
}

// Read reads what the flags give, from files too. An error is one line that names the
// flag, and a [UsageError] where flags do not go together.
func (f Flags) Read() (own Own, err error) {
	if err := f.agree(); err != nil {
		return own, err
	}
	p, q, add, err := f.weights()
	if err != nil {
		return own, err
	}
	own.Names = p.names
	if names, ok := f["symbols"]; ok {
		if own.Names, err = ParseNames(names); err != nil {
			return own, f.invalid("symbols", err)
		}
	}
	if own.P, err = p.distribution(add); err == nil {
		own.Q, err = q.distribution(add)
	}
	return own, err
}

// agree returns an error where a flag would change nothing.
func (f Flags) agree() error {
	for _, same := range [][]string{TruthFlags, ModelFlags, {"count", "symbols"}, {"file", "text"}} {
		if given := f.Given(same...); len(given) > 1 {
			return usageErrorf("-%s and -%s give the same, want one of them", given[0], given[1])
		}
	}
	_, source, _ := strings.Cut(f["count"], " ")
	switch {
	case len(f.Given("count")) > 0 && source == "":
		return usageErrorf("-count %s: want words, letters or bytes, and a file after it, "+
			"- for standard input", f["count"])
	case len(f.Given("model")) > 0 && source == "":
		return usageErrorf("-model goes with -count, which says what to count")
	case len(f.Given("add")) > 0 && len(f.Given("counts", "count", "model-counts")) == 0:
		return usageErrorf("-add goes with counts, by -counts, -count or -model-counts")
	case len(f.standardInput()) > 1:
		return usageErrorf("-%s both read standard input, want one of them",
			strings.Join(f.standardInput(), " and -"))
	}
	return nil
}

func (f Flags) standardInput() (flags []string) {
	if _, source, _ := strings.Cut(f["count"], " "); source == "-" {
		flags = append(flags, "count")
	}
	for _, name := range []string{"model", "file"} {
		if f[name] == "-" {
			flags = append(flags, name)
		}
	}
	return flags
}

// HasText says whether something was piped into a file, standard input say. It may read a
// byte of it, so it is for a file that nothing will read.
func HasText(file *os.File) bool {
	stat, err := file.Stat()
	switch {
	case err != nil:
		return false
	case stat.Mode().IsRegular():
		at, err := file.Seek(0, io.SeekCurrent)
		return err == nil && at < stat.Size()
	case stat.Mode()&os.ModeNamedPipe == 0: // a terminal, or none
		return false
	}
	came := make(chan bool, 1)
	go func() {
		n, _ := file.Read(make([]byte, 1))
		came <- n > 0
	}()
	select {
	case text := <-came:
		return text
	case <-time.After(50 * time.Millisecond): // a pipe that nobody writes to may stay open
		return false
	}
}

// given is a distribution as it was given, by probabilities or by counts.
type given struct {
	shares info.Distribution
	counts []float64
	names  []string
}

// distribution makes one of the counts, to each of which it adds a number.
func (g given) distribution(add float64) (info.Distribution, error) {
	if g.counts == nil {
		return g.shares, nil
	}
	counts := slices.Clone(g.counts)
	for i := range counts {
		counts[i] += add
	}
	d, err := info.Normalize(counts...)
	return d, inWords(err)
}

// weights reads p and q, and what to add to counts.
func (f Flags) weights() (p, q given, add float64, err error) {
	if p, err = f.list("p", "counts"); err != nil {
		return p, q, 0, err
	}
	if q, err = f.list("q", "model-counts"); err != nil {
		return p, q, 0, err
	}
	if add, err = f.Added(); err != nil {
		return p, q, 0, err
	}
	if unit, source, ok := strings.Cut(f["count"], " "); ok {
		err = f.texts(unit, source, &p, &q)
	}
	return p, q, add, err
}

// Added returns the number that -add adds to every count, 0 where it is not given.
func (f Flags) Added() (add float64, err error) {
	if text, ok := f["add"]; ok {
		if add, err = parseAdded(text); err != nil {
			return 0, f.invalid("add", err)
		}
	}
	return add, nil
}

// parseAdded reads what to add to counts, with a decimal point or comma.
func parseAdded(text string) (float64, error) {
	if strings.Contains(text, ",") && inDoubt([]string{text}) == 0 {
		return 0, doubtful(text)
	}
	x, err := parseAmount(strings.Replace(text, ",", ".", 1))
	if err != nil || !(x >= 0 && x <= 1e300) {
		return 0, errors.New("want a number from 0 to 1e300")
	}
	return x, nil
}

// list reads probabilities or counts.
func (f Flags) list(shares, counts string) (g given, err error) {
	if text, ok := f[shares]; ok {
		g.shares, err = ParseProbabilities(text)
		if err == nil {
			return g, nil
		}
		return g, fmt.Errorf("-%s: %w%s", shares, err, hint(text, counts))
	}
	if text, ok := f[counts]; ok {
		if g.counts, err = ParseCounts(text); err != nil {
			return g, fmt.Errorf("-%s: %w", counts, err)
		}
	}
	return g, nil
}

// hint says of probabilities that may be counts how to give them.
func hint(text, counts string) string {
	all, err := ParseCounts(strings.ReplaceAll(text, "%", ""))
	if err != nil || slices.Max(all) <= 1 {
		return ""
	}
	return "; counts go after -" + counts
}

// texts counts one text, or two of which the other is the model.
func (f Flags) texts(unit, source string, p, q *given) error {
	tally, err := countFile("count "+unit, source, unit)
	if err != nil {
		return err
	}
	var model Tally
	if len(f.Given("model")) > 0 {
		if model, err = countFile("model", f["model"], unit); err != nil {
			return err
		}
	}
	p.names = Names(tally, model)
	p.counts = tally.Counts(p.names)
	if model != nil {
		q.counts = model.Counts(p.names)
	}
	return nil
}

func countFile(flag, source, unit string) (Tally, error) {
	if !slices.Contains(Units, unit) {
		return nil, fmt.Errorf("-count %s: want words, letters or bytes", strconv.Quote(unit))
	}
	text, name := io.ReadCloser(os.Stdin), "standard input"
	if source != "-" {
		file, err := os.Open(source)
		if err != nil {
			return nil, fmt.Errorf("-%s: %w", flag, err)
		}
		text, name = file, source
	}
	defer text.Close()
	t, err := CountText(name, text, unit)
	if err != nil {
		return nil, fmt.Errorf("-%s: %w", flag, err)
	}
	return t, nil
}

func (f Flags) invalid(flag string, err error) error {
	return fmt.Errorf("invalid value %s for flag -%s: %w", quote(f[flag]), flag, err)
}
