package runs

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"crossentropy/docs/internal/report"
)

// Results is what runs say, and the files of the project that they are of.
type Results struct {
	Files    fs.FS                // from the project's root
	Chapters map[string][]Section // by the names of their folders
	Figures  map[string]Figure
	Claims   []Claim
}

// A Section is one idea of a chapter, and what the program prints of it.
type Section struct {
	Name, Text string
}

// Read makes sense of what the programs of a project print.
func Read(files fs.FS, out Output) (*Results, report.Problems) {
	r := &Results{Files: files, Chapters: map[string][]Section{}, Figures: map[string]Figure{}}
	var problems report.Problems
	for name, printed := range out.Chapters {
		sections, err := sections(printed)
		if err != nil {
			problems.Add("chapters/"+name, 0, "%v", err)
		}
		r.Chapters[name] = sections
	}
	for name, svg := range out.Figures {
		figure, err := newFigure(svg)
		if err != nil {
			problems.Add("plots", 0, "%s.svg: %v", name, err)
		}
		r.Figures[name] = figure
	}
	r.Claims = readClaims(files, out.Claims, &problems)
	return r, problems
}

var (
	sectionLine = regexp.MustCompile(`(?m)^-- (\S+) --[ \r]*$`)
	lineEnds    = regexp.MustCompile(`(?m)[ \t\r]+$`)
)

// sections splits what a chapter prints at its lines "-- section --".
func sections(printed string) ([]Section, error) {
	heads := sectionLine.FindAllStringSubmatchIndex(printed, -1)
	if heads == nil {
		return nil, errors.New("prints no line such as -- section --")
	}
	if before := strings.TrimSpace(printed[:heads[0][0]]); before != "" {
		first, _, _ := strings.Cut(before, "\n")
		return nil, fmt.Errorf("prints %.120q before its first section", first)
	}
	var all []Section
	for i, at := range heads {
		stop := len(printed)
		if i+1 < len(heads) {
			stop = heads[i+1][0]
		}
		text := lineEnds.ReplaceAllString(printed[at[1]:stop], "")
		s := Section{printed[at[2]:at[3]], strings.Trim(text, "\n")}
		if slices.ContainsFunc(all, func(t Section) bool { return t.Name == s.Name }) {
			return nil, fmt.Errorf("prints two sections %q", s.Name)
		}
		all = append(all, s)
	}
	return all, nil
}

// Section is what a section of a chapter prints.
func (r *Results) Section(chapter, name string) (string, error) {
	if err := r.HasChapter(chapter); err != nil {
		return "", err
	}
	var has []string
	for _, s := range r.Chapters[chapter] {
		if s.Name == name {
			return s.Text, nil
		}
		has = append(has, s.Name)
	}
	return "", missing("section", name, " in "+chapter, has)
}

// HasChapter is an error where there is no such chapter.
func (r *Results) HasChapter(name string) error {
	if _, ok := r.Chapters[name]; !ok {
		return missing("chapter", name, "", slices.Sorted(maps.Keys(r.Chapters)))
	}
	return nil
}

// A Figure is an SVG that states its finding and describes itself.
type Figure struct {
	Title, Alt string
	SVG        []byte
}

func newFigure(src []byte) (Figure, error) {
	var svg struct {
		XMLName xml.Name `xml:"svg"`
		Title   []string `xml:"title"`
		Desc    []string `xml:"desc"`
	}
	if err := xml.Unmarshal(src, &svg); err != nil {
		return Figure{}, err
	}
	if len(svg.Title) == 0 || len(svg.Desc) == 0 {
		return Figure{}, errors.New("has no title or no description")
	}
	return Figure{oneLine(svg.Title[0]), oneLine(svg.Desc[0]), src}, nil
}

// Figure is the figure of a name.
func (r *Results) Figure(name string) (Figure, error) {
	f, ok := r.Figures[name]
	if !ok {
		return f, missing("figure", name, "", slices.Sorted(maps.Keys(r.Figures)))
	}
	return f, nil
}

// Claim is the claim of a key.
func (r *Results) Claim(key string) (Claim, error) {
	var has []string
	for _, c := range r.Claims {
		if c.Key() == key {
			return c, nil
		}
		has = append(has, c.Key())
	}
	return Claim{}, missing("claim", key, "", has)
}

// missing says that there is no such thing, and what there is instead.
func missing(what, name, where string, has []string) error {
	return fmt.Errorf("no %s %q%s (has %s)", what, name, where, strings.Join(has, ", "))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
