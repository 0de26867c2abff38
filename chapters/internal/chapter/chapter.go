// Package chapter runs a chapter's program: its sections, all or by name, on
// the book's examples or on what the reader gives in their place.
package chapter

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"crossentropy/info/data"
)

// A Program is a chapter's sections in the order of the book.
type Program struct {
	About    string // what the chapter asks, in one line
	Book     Input  // the book's examples: what it has none of has no flag
	Outcomes int    // how many the reader's own p must have, 0 for any
	File     string // what -file is for, where a section reads one
	Text     string // what -text is for, where a section reads one
	Sections []Section
}

// A Section is one idea of a chapter. It prints what the book quotes, with Run, or
// with RunE where the reader's own input can be at fault. What it prints is a table
// where it has tabs: its columns are aligned, with a space between them.
//
// A section may be a game in their place: with Play, and a script of answers that the
// book quotes. Named alone it is played with the reader.
type Section struct {
	Name, About string
	Uses        string // what of the input it is given, as in "p q symbols logits file text seed"
	Run         func(w io.Writer, in Input)
	RunE        func(w io.Writer, in Input) error
	Play        func(t *Terminal, in Input) error
	Script      []string
}

// Main runs the program and exits: 0 when it did what was asked, 2 when it
// could not tell what that was, 1 when it could not do it.
func Main(p Program) {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	err := p.run(name, os.Args[1:], os.Stdin, os.Stdout)
	if err == nil {
		return
	}
	if _, title, ok := strings.Cut(name, "-"); ok { // its number, or an appendix's letter
		name = title
	}
	for _, line := range lines(err) {
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, line)
	}
	os.Exit(status(err))
}

func status(err error) int {
	if errors.As(err, new(data.UsageError)) {
		return 2
	}
	return 1
}

// lines returns a line for each error that was joined.
func lines(err error) (all []string) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			all = append(all, lines(err)...)
		}
		return all
	}
	return []string{strings.NewReplacer("\n", " ", "\r", " ").Replace(err.Error())}
}

func (p Program) run(name string, args []string, stdin *os.File, w io.Writer) error {
	given := data.Flags{}
	flags := p.flags(name, given)
	named, err := p.parse(flags, given, args)
	if errors.Is(err, flag.ErrHelp) {
		var out bytes.Buffer
		p.help(flags, &out)
		_, err := out.WriteTo(w)
		return err
	}
	if err != nil {
		return data.UsageError{Err: err}
	}
	sections, err := p.choose(named, given)
	if err != nil {
		return data.UsageError{Err: err}
	}
	game := len(sections) == 1 && sections[0].Play != nil
	if len(given) == 0 && !game && data.HasText(stdin) {
		return data.UsageError{Err: errors.New("nothing reads the text on standard input: " + p.reading())}
	}
	in, err := p.input(given)
	if err != nil {
		return err
	}
	if game {
		if len(given.Given("seed")) == 0 {
			in.Seed = 2 // the book shows how 1 goes
		}
		return sections[0].play(in, stdin, w)
	}
	return printAll(w, sections, in)
}

// parse reads flags and names of sections, whichever comes first. An argument of several
// words is text.
func (p Program) parse(flags *flag.FlagSet, given data.Flags, args []string) (named []Section, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return named, nil
		}
		args = flags.Args()[1:]
		if given.TakeFile(flags.Arg(0)) {
			continue
		}
		if _, twice := given["text"]; p.Text != "" && !twice && strings.Contains(flags.Arg(0), " ") {
			given["text"] = flags.Arg(0)
			continue
		}
		s, err := p.section(flags.Arg(0))
		if err != nil {
			return nil, err
		}
		named = append(named, s)
	}
}

func (p Program) section(name string) (Section, error) {
	for _, s := range p.Sections {
		if s.Name == name {
			return s, nil
		}
	}
	hint := ""
	if p.Text != "" {
		hint = "; text goes in quotation marks, a word after -text"
	}
	return Section{}, fmt.Errorf("no section %q: there are %s%s", name, names(p.Sections), hint)
}

func names(sections []Section) string {
	var all []string
	for _, s := range sections {
		all = append(all, s.Name)
	}
	return strings.Join(all, ", ")
}

// choose returns the sections named, which must use all that is given. Where none is
// named, it returns those that use some of it.
func (p Program) choose(named []Section, given data.Flags) ([]Section, error) {
	for _, flag := range slices.Sorted(maps.Keys(given)) {
		using := slices.DeleteFunc(slices.Clone(p.Sections), func(s Section) bool { return !s.uses(flag) })
		for _, s := range named {
			if !s.uses(flag) {
				return nil, fmt.Errorf("section %s does not use -%s: %s", s.Name, flag, whoDoes(using))
			}
		}
		if len(using) == 0 {
			return nil, fmt.Errorf("no section uses -%s", flag)
		}
	}
	switch {
	case named != nil:
		return named, agree(named, given)
	case len(given) == 0:
		return p.Sections, nil
	}
	return withoutGames(slices.DeleteFunc(slices.Clone(p.Sections), func(s Section) bool {
		return !slices.ContainsFunc(slices.Collect(maps.Keys(given)), s.uses)
	}), given)
}

func whoDoes(sections []Section) string {
	if len(sections) == 0 {
		return "none does"
	}
	return "use it in " + names(sections)
}

// uses says whether the section is given what a flag gives.
func (s Section) uses(flag string) bool {
	used := strings.Fields(s.Uses)
	switch {
	case slices.Contains(data.TruthFlags, flag):
		flag = "p"
	case slices.Contains(data.ModelFlags, flag):
		flag = "q"
	case flag == "add":
		return slices.Contains(used, "p") || slices.Contains(used, "q")
	}
	return slices.Contains(used, flag)
}

// printAll prints the sections. One that cannot do with the input is left out, and an
// error that names it once the others are printed.
func printAll(w io.Writer, sections []Section, in Input) error {
	failed := map[string][]string{} // sections by what is wrong
	printed := 0
	for _, s := range sections {
		text, err := s.print(in)
		if err != nil {
			failed[err.Error()] = append(failed[err.Error()], s.Name)
			continue
		}
		if len(sections) > 1 {
			fmt.Fprintf(w, "%s-- %s --\n", strings.Repeat("\n", min(printed, 1)), s.Name)
		}
		if _, err := w.Write(text); err != nil {
			return err
		}
		printed++
	}
	var errs []error
	for _, what := range slices.Sorted(maps.Keys(failed)) {
		errs = append(errs, fmt.Errorf("%s: %s", strings.Join(failed[what], ", "), what))
	}
	return errors.Join(errs...)
}

// print returns what the section prints, its columns aligned.
func (s Section) print(in Input) ([]byte, error) {
	in, err := in.only(s)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	switch {
	case s.Run != nil:
		s.Run(&out, in)
	case s.RunE != nil:
		err = s.RunE(&out, in)
	default:
		err = s.Play(Scripted(&out, s.Script...), in)
	}
	return Align(out.Bytes()), err
}

func (p Program) help(flags *flag.FlagSet, w io.Writer) {
	fmt.Fprintf(w, "%s\n\nusage: go run ./chapters/%s [flags] [section ...]\n\n", p.About, flags.Name())
	fmt.Fprint(w, "Sections, and the flags that each listens to. Where none is named, all run, or\n"+
		"with flags those that listen to one of them:\n")
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, s := range p.Sections {
		var listens []string
		for _, flag := range strings.Fields(s.Uses) {
			listens = append(listens, "-"+flag)
		}
		fmt.Fprintf(columns, "  %s\t%s\t%s\n", s.Name, strings.Join(listens, " "), s.About)
	}
	columns.Flush()
	if slices.ContainsFunc(p.Sections, func(s Section) bool { return s.Play != nil }) {
		fmt.Fprintln(w, "A game is played with you where it is named alone.")
	}
	if p.Book.P.Len() > 0 {
		fmt.Fprint(w, "What listens to -p listens to -counts and -count in its place")
		if p.Book.Q.Len() > 0 {
			fmt.Fprint(w, ",\nand what listens to -q to -model-counts and -model")
		}
		fmt.Fprint(w, ".\n")
	}
	fmt.Fprint(w, "\nFlags, before or after the sections:\n")
	flags.SetOutput(w)
	flags.PrintDefaults()
}
