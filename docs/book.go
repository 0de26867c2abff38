package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// A book is everything that is woven into the pages.
type book struct {
	files    fs.FS // the project, from its root
	chapters map[string]sections
	figures  map[string]figure
	claims   []claim
	places   map[string][]place // where each claim is made, by its key
	pages    []page             // as they are woven into
}

// sections holds what each section of a chapter prints.
type sections struct {
	names []string // in the order of the program
	out   map[string]string
}

// readSections splits what a chapter prints at its lines "-- section --".
func readSections(text string) (sections, error) {
	s := sections{out: map[string]string{}}
	body := map[string][]string{}
	for _, line := range splitLines(text) {
		name, ok := sectionName(line)
		switch {
		case ok && slices.Contains(s.names, name):
			return s, fmt.Errorf("prints two sections %q", name)
		case ok:
			s.names = append(s.names, name)
		case len(s.names) > 0:
			last := s.names[len(s.names)-1]
			body[last] = append(body[last], strings.TrimRight(line, " \t\r"))
		case strings.TrimSpace(line) != "":
			return s, fmt.Errorf("prints %q before its first section", shorten(line))
		}
	}
	if len(s.names) == 0 {
		return s, errors.New("prints no line such as -- section --")
	}
	for name, lines := range body {
		s.out[name] = strings.Trim(strings.Join(lines, "\n"), "\n")
	}
	return s, nil
}

func sectionName(line string) (string, bool) {
	name, ok := strings.CutPrefix(line, "-- ")
	if !ok {
		return "", false
	}
	name, ok = strings.CutSuffix(strings.TrimRight(name, " \r"), " --")
	return name, ok && name != "" && !strings.ContainsAny(name, " \t")
}

// section is what a section prints.
func (b *book) section(chapter, name string) (string, error) {
	c, ok := b.chapters[chapter]
	if !ok {
		return "", missing("chapter", chapter, "", slices.Sorted(maps.Keys(b.chapters)))
	}
	if !slices.Contains(c.names, name) {
		return "", missing("section", name, " in "+chapter, c.names)
	}
	return c.out[name], nil
}

// missing says that there is no such thing, and what there is instead.
func missing(what, name, where string, has []string) error {
	return fmt.Errorf("no %s %q%s (has %s)", what, name, where, strings.Join(has, ", "))
}

// made is what weaving prints where nothing has changed.
func (b *book) made(string, []string) (string, error) {
	s := "$ make\ngo run ./docs\n"
	for _, p := range b.pages {
		if p.chapter() != "" {
			s += b.holds(p) + "; unchanged\n"
		}
	}
	return s + "in all: " + b.size() + "\n", nil
}

// verified is what verifying prints, without what differs from run to run.
func (b *book) verified(string, []string) (string, error) {
	return "$ make test\ngo vet ./...\ngo test ./...\n…\ngo run ./docs -check\n" + b.asRun() +
		"the claims once more, with seed …\nok  \tcrossentropy\t…\n", nil
}

// asRun is the verdict of -check on a book that differs in nothing.
func (b *book) asRun() string { return "the book says what its runs print: " + b.size() + "\n" }

// holds tells what of the project stands on a chapter's page.
func (b *book) holds(p page) string {
	c := p.chapter()
	return fmt.Sprintf("%s: %s, %s", c, count(len(b.chapters[c].names), "section"), p.counts())
}

func (b *book) size() string {
	return fmt.Sprintf("%s, %s, %s", count(len(b.pages), "page"), count(len(b.figures), "figure"),
		count(len(b.claims), "claim"))
}

func (b *book) output(_ string, args []string) (string, error) {
	out, err := b.section(args[0], args[1])
	if err != nil {
		return "", err
	}
	if strings.Contains("\n"+out, "\n```") {
		return "", fmt.Errorf("%s %s prints a line that would close the fence", args[0], args[1])
	}
	return fmt.Sprintf("$ go run ./chapters/%s %s\n%s\n", args[0], args[1], out), nil
}
