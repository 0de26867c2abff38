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
	Files     fs.FS // from the project's root
	Chapters  map[string]Chapter
	Figures   map[string]Figure
	Claims    []Claim
	Exercises []Exercise
}

// A Chapter is what its program prints, by the names of its sections.
type Chapter map[string]string

// Read makes sense of what the programs of a project print.
func Read(files fs.FS, out Output) (*Results, report.Problems) {
	r := &Results{Files: files, Chapters: map[string]Chapter{}, Figures: map[string]Figure{}}
	var problems report.Problems
	for name, printed := range out.Chapters {
		chapter, err := newChapter(printed)
		if err != nil {
			problems.Add("chapters/"+name, 0, "%v", err)
		}
		r.Chapters[name] = chapter
	}
	for name, svg := range out.Figures {
		figure, err := newFigure(svg)
		if err != nil {
			problems.Add("plots", 0, "%s.svg: %v", name, err)
		}
		r.Figures[name] = figure
	}
	r.Claims = readClaims(files, out.Claims, &problems)
	r.Exercises = readExercises(files, &problems)
	return r, problems
}

var (
	sectionLine = regexp.MustCompile(`(?m)^-- (\S+) --$`)
	lineEnds    = regexp.MustCompile(`(?m)[ \t]+$`)
)

// newChapter splits what a program prints at its lines "-- section --".
func newChapter(printed string) (Chapter, error) {
	c := Chapter{}
	heads := sectionLine.FindAllStringSubmatch(printed, -1)
	texts := sectionLine.Split(printed, -1)
	if heads == nil || strings.TrimSpace(texts[0]) != "" {
		return c, errors.New("prints no line such as -- section -- before the rest")
	}
	for i, head := range heads {
		if _, again := c[head[1]]; again {
			return c, fmt.Errorf("prints two sections %q", head[1])
		}
		c[head[1]] = strings.Trim(lineEnds.ReplaceAllString(texts[1+i], ""), "\n")
	}
	return c, nil
}

// Chapter is the chapter of a name, that of its folder.
func (r *Results) Chapter(name string) (Chapter, error) {
	return lookUp(r.Chapters, name, "chapter")
}

// Section is what a section of a chapter prints.
func (r *Results) Section(chapter, name string) (string, error) {
	c, err := r.Chapter(chapter)
	if err != nil {
		return "", err
	}
	return lookUp(c, name, "section of "+chapter)
}

// A Figure is an SVG that states its finding and describes itself.
type Figure struct {
	Title, Alt string
	SVG        []byte
}

func newFigure(src []byte) (Figure, error) {
	var svg struct {
		Title string `xml:"title"`
		Desc  string `xml:"desc"`
	}
	err := xml.Unmarshal(src, &svg)
	if err == nil && (svg.Title == "" || svg.Desc == "") {
		err = errors.New("has no title or no description")
	}
	return Figure{oneLine(svg.Title), oneLine(svg.Desc), src}, err
}

// Figure is the figure of a name.
func (r *Results) Figure(name string) (Figure, error) {
	return lookUp(r.Figures, name, "figure")
}

// Claim is the claim of a key.
func (r *Results) Claim(key string) (Claim, error) {
	claims := map[string]Claim{}
	for _, c := range r.Claims {
		claims[c.Key()] = c
	}
	return lookUp(claims, key, "claim")
}

// lookUp finds what a name stands for, or says which names there are.
func lookUp[T any](all map[string]T, name, what string) (T, error) {
	found, ok := all[name]
	if !ok {
		names := strings.Join(slices.Sorted(maps.Keys(all)), ", ")
		return found, fmt.Errorf("no %s is called %q (has %s)", what, name, names)
	}
	return found, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
