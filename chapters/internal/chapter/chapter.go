// Package chapter runs a chapter's program: its sections, all or by name, on
// the book's distributions or the reader's own.
package chapter

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"crossentropy/info"
)

// A Program is a chapter's sections in the order of the book, and what the
// reader can put in the place of the book's examples.
type Program struct {
	About    string              // what the chapter asks, in one line
	P, Q     *info.Distribution  // the truth, and a model of it, where there are such
	Outcomes *[]string           // their names, which the reader's own p has none of
	Want     int                 // how many outcomes p must have, 0 for any
	Flags    func(*flag.FlagSet) // adds flags of the chapter's own
	Ready    func() error        // reads what those flags name, once all are known to be right
	Focus    func() string       // the section that those flags ask for where none is named, or ""
	sections []section
}

// A section is one idea of a chapter. It prints what the book quotes.
type section struct {
	name, about string
	run         func(w io.Writer)
}

// Add appends a section. About is a line for the list that -h prints.
func (c *Program) Add(name, about string, run func(w io.Writer)) {
	c.sections = append(c.sections, section{name, about, run})
}

// Main runs the program and exits: 0 when it did what was asked, 2 when it
// could not tell what that was, 1 when it could not do it.
func (c Program) Main() {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	var out bytes.Buffer // printed whole or not at all
	code, err := c.run(name, os.Args[1:], &out)
	if err == nil {
		if _, err = out.WriteTo(os.Stdout); err != nil {
			code = 1
		}
	}
	if err != nil {
		if _, title, ok := strings.Cut(name, "-"); ok { // its number, or an appendix's letter
			name = title
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, oneLine(err))
	}
	os.Exit(code)
}

func (c Program) run(name string, args []string, w io.Writer) (code int, err error) {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // the error says it, without the whole usage
	var p, q info.Distribution
	if c.P != nil {
		p, q = *c.P, info.Uniform(c.P.Len())
		flags.TextVar(&p, "p", p, "the truth, `probabilities` that sum to 1")
	}
	if c.Q != nil {
		q = *c.Q
		flags.TextVar(&q, "q", q, "the model, `probabilities` that sum to 1; uniform where only -p is given")
	}
	if c.Flags != nil {
		c.Flags(flags)
	}
	sections, err := c.parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		c.help(flags, w)
		return 0, nil
	}
	if err != nil && strings.HasPrefix(err.Error(), "invalid value") { // for a flag that there is
		return 1, err
	}
	if err != nil {
		return 2, err
	}
	if err := c.replace(flags, p, q); err != nil {
		return 1, err
	}
	if c.Ready != nil {
		if err := c.Ready(); err != nil {
			return 1, err
		}
	}
	defer func() {
		switch stopped := recover().(type) {
		case nil:
		case failure:
			code, err = 1, stopped
		default:
			panic(stopped)
		}
	}()
	for i, s := range sections {
		if len(sections) > 1 {
			fmt.Fprintf(w, "%s-- %s --\n", strings.Repeat("\n", min(i, 1)), s.name)
		}
		s.run(w)
	}
	return 0, nil
}

// parse reads flags and names of sections, whichever comes first.
func (c Program) parse(flags *flag.FlagSet, args []string) (chosen []section, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			break
		}
		s, err := c.find(flags.Arg(0))
		if err != nil {
			return nil, err
		}
		chosen, args = append(chosen, s), flags.Args()[1:]
	}
	if chosen == nil && c.Focus != nil && c.Focus() != "" {
		s, err := c.find(c.Focus())
		return []section{s}, err
	}
	if chosen == nil {
		return c.sections, nil
	}
	return chosen, nil
}

func (c Program) find(name string) (section, error) {
	var names []string
	for _, s := range c.sections {
		if s.name == name {
			return s, nil
		}
		names = append(names, s.name)
	}
	return section{}, fmt.Errorf("no section %q: there are %s", name, strings.Join(names, ", "))
}

// replace puts the reader's distributions in the place of the book's.
func (c Program) replace(flags *flag.FlagSet, p, q info.Distribution) error {
	if c.P == nil {
		return nil
	}
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if given["p"] && !given["q"] {
		q = info.Uniform(p.Len())
	}
	if c.Want > 0 && p.Len() != c.Want {
		return fmt.Errorf("-p has %d outcomes, want %d", p.Len(), c.Want)
	}
	if q.Len() != p.Len() {
		return fmt.Errorf("-q has %d outcomes, -p has %d", q.Len(), p.Len())
	}
	*c.P = p
	if c.Q != nil {
		*c.Q = q
	}
	if given["p"] {
		*c.Outcomes = numbered(p.Len())
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

func (c Program) help(flags *flag.FlagSet, w io.Writer) {
	fmt.Fprintf(w, "%s\n\nusage: go run ./chapters/%s [flags] [section ...]\n\nSections, all where none is named:\n",
		c.About, flags.Name())
	for _, s := range c.sections {
		fmt.Fprintf(w, "  %-12s %s\n", s.name, s.about)
	}
	fmt.Fprint(w, "\nFlags, before or after the sections:\n")
	flags.SetOutput(w)
	flags.PrintDefaults()
}

// oneLine keeps what a flag's error says once, without the package's name.
func oneLine(err error) string {
	s := strings.Replace(err.Error(), ": info: ", ": ", 1)
	return strings.NewReplacer("\n", " ", "\r", " ").Replace(s)
}
