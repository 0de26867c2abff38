package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

const figureDir = "docs/figures/"

// A figure is an SVG that states its finding and describes itself.
type figure struct {
	title, alt string
	svg        []byte
}

// readFigures reads the SVG files of a folder, by name.
func readFigures(dir fs.FS) (map[string]figure, []problem) {
	paths, _ := fs.Glob(dir, "*.svg")
	figures := map[string]figure{}
	var problems []problem
	for _, p := range paths {
		src, err := fs.ReadFile(dir, p)
		if err == nil {
			figures[strings.TrimSuffix(p, ".svg")], err = newFigure(src)
		}
		if err != nil {
			problems = append(problems, problem{"plots", 0, p + ": " + err.Error()})
		}
	}
	return figures, problems
}

func newFigure(src []byte) (figure, error) {
	var svg struct {
		XMLName xml.Name `xml:"svg"`
		Title   []string `xml:"title"`
		Desc    []string `xml:"desc"`
	}
	if err := xml.Unmarshal(src, &svg); err != nil {
		return figure{}, err
	}
	if len(svg.Title) == 0 || len(svg.Desc) == 0 {
		return figure{}, errors.New("has no title or no description")
	}
	return figure{oneLine(svg.Title[0]), oneLine(svg.Desc[0]), src}, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// figure shows a figure with its caption.
func (b *book) figure(from string, args []string) (string, error) {
	f, ok := b.figures[args[0]]
	if !ok {
		return "", missing("figure", args[0], "", slices.Sorted(maps.Keys(b.figures)))
	}
	return fmt.Sprintf("![%s](%s)\n\n*%s* Drawn by `go run ./plots -only %s`.\n",
		escapeLabel(f.alt), rel(from, figureDir+args[0]+".svg"), sentence(escape(f.title)), args[0]), nil
}

// sentence ends a text with a full stop where it has no end of its own.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// figureDifferences compares the figures drawn with those in docs/figures.
func figureDifferences(b *book) []problem {
	var problems []problem
	for name, f := range b.figures {
		file := figureDir + name + ".svg"
		have, err := fs.ReadFile(b.files, file)
		if err != nil {
			problems = append(problems, problem{file, 1, "have no file, want what ./plots draws"})
		} else if string(have) != string(f.svg) {
			i, text := differ(string(have), string(f.svg))
			problems = append(problems, problem{file, i + 1, text})
		}
	}
	for _, name := range superfluous(b) {
		problems = append(problems, problem{name, 1, "have a file, want none: ./plots does not draw it"})
	}
	return problems
}

// superfluous lists the files of figures that nothing draws any more.
func superfluous(b *book) []string {
	files, _ := fs.Glob(b.files, figureDir+"*.svg")
	return slices.DeleteFunc(files, func(file string) bool {
		_, drawn := b.figures[strings.TrimSuffix(path.Base(file), ".svg")]
		return drawn
	})
}
