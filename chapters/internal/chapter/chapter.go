// Package chapter runs a chapter's program: its sections, all or by name, on
// the book's examples or on what the reader gives in their place.
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
)

// A Program is a chapter's sections in the order of the book.
type Program struct {
	About    string // what the chapter asks, in one line
	Book     Input  // the book's examples: what it has none of has no flag
	Outcomes int    // how many the reader's own p must have, 0 for any
	File     string // what -file is for, where a section reads one
	Reader   string // the only section that reads it, which then runs alone; "" if there are others
	Sections []Section
}

// A Section is one idea of a chapter. It prints what the book quotes, with Run, or
// with RunE where the reader's own input can be at fault.
type Section struct {
	Name, About string
	Run         func(w io.Writer, in Input)
	RunE        func(w io.Writer, in Input) error
}

// Main runs the program and exits: 0 when it did what was asked, 2 when it
// could not tell what that was, 1 when it could not do it.
func Main(p Program) {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	var out bytes.Buffer // printed whole or not at all
	err := p.run(name, os.Args[1:], &out)
	if err == nil {
		_, err = out.WriteTo(os.Stdout)
	}
	if err == nil {
		return
	}
	if _, title, ok := strings.Cut(name, "-"); ok { // its number, or an appendix's letter
		name = title
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", name, oneLine(err))
	os.Exit(status(err))
}

// A usageError says that nobody can tell what was asked.
type usageError struct{ error }

func status(err error) int {
	if errors.As(err, new(usageError)) {
		return 2
	}
	return 1
}

func oneLine(err error) string { return strings.NewReplacer("\n", " ", "\r", " ").Replace(err.Error()) }

func (p Program) run(name string, args []string, w io.Writer) error {
	values := map[string]string{}
	flags := p.flags(name, values)
	sections, err := p.parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		p.help(flags, w)
		return nil
	}
	if err != nil {
		return usageError{err}
	}
	in, err := p.input(values)
	if err != nil {
		return err
	}
	if sections == nil {
		sections = p.Sections
		if only, err := p.section(p.Reader); err == nil && in.File != "" {
			sections = []Section{only}
		}
	}
	for i, s := range sections {
		if len(sections) > 1 {
			fmt.Fprintf(w, "%s-- %s --\n", strings.Repeat("\n", min(i, 1)), s.Name)
		}
		if s.Run != nil {
			s.Run(w, in)
		} else if err := s.RunE(w, in); err != nil {
			return err
		}
	}
	return nil
}

// parse reads flags and names of sections, whichever comes first.
func (p Program) parse(flags *flag.FlagSet, args []string) (named []Section, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return named, nil
		}
		s, err := p.section(flags.Arg(0))
		if err != nil {
			return nil, err
		}
		named, args = append(named, s), flags.Args()[1:]
	}
}

func (p Program) section(name string) (Section, error) {
	var names []string
	for _, s := range p.Sections {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return Section{}, fmt.Errorf("no section %q: there are %s", name, strings.Join(names, ", "))
}

func (p Program) help(flags *flag.FlagSet, w io.Writer) {
	fmt.Fprintf(w, "%s\n\nusage: go run ./chapters/%s [flags] [section ...]\n\n", p.About, flags.Name())
	fmt.Fprint(w, "Sections, all where none is named:\n")
	for _, s := range p.Sections {
		fmt.Fprintf(w, "  %-12s %s\n", s.Name, s.About)
	}
	fmt.Fprint(w, "\nFlags, before or after the sections:\n")
	flags.SetOutput(w)
	flags.PrintDefaults()
}
