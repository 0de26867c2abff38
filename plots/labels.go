package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// readLabels reads the labels of a file. It is an error if there are any that
// no figure has for a text: they would be lost.
func (o options) readLabels(path string) (page.Labels, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	labels, err := parseLabels(data)
	if err != nil {
		return nil, err
	}
	unknown := maps.Clone(labels)
	for _, width := range []vg.Length{page.Width, page.LeastWidth} {
		for _, text := range o.texts(slices.Concat(figures, o.made), page.Look{Width: width, Title: true}) {
			delete(unknown, page.Unbroken(text))
		}
	}
	if len(unknown) > 0 {
		first := slices.Sorted(maps.Keys(unknown))[0]
		return nil, fmt.Errorf("no figure says %q; -labels - prints what they say", first)
	}
	return labels, nil
}

// parseLabels reads an object of JSON.
func parseLabels(data []byte) (page.Labels, error) {
	var all map[string]string
	if err := json.Unmarshal(data, &all); err != nil {
		line := func(offset int64) int { return 1 + bytes.Count(data[:offset], []byte("\n")) }
		var syntax *json.SyntaxError
		var kind *json.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			err = fmt.Errorf("line %d: %w", line(syntax.Offset), err)
		case errors.As(err, &kind):
			err = fmt.Errorf("line %d: want a text in quotation marks, have %s",
				line(kind.Offset), kind.Value)
		}
		return nil, err
	}
	labels := page.Labels{}
	for text, own := range all {
		labels[page.Unbroken(text)] = own
	}
	return labels, nil
}

// texts returns the titles, alternative texts and labels of figures, each once.
func (o options) texts(figures []figure, look page.Look) (all []string) {
	known := map[string]bool{}
	for _, f := range figures {
		ex := o.of(f)
		if f.check(ex) != nil {
			continue
		}
		for _, text := range f.of(ex, look).Texts {
			if key := page.Unbroken(text); !known[key] {
				known[key] = true
				all = append(all, text)
			}
		}
	}
	return all
}

// printLabels returns a file to start from, in which each text replaces itself.
func printLabels(texts []string) string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, "  "+quoted(page.Unbroken(text))+": "+quoted(text))
	}
	return "{\n" + strings.Join(lines, ",\n") + "\n}\n"
}

// quoted writes s as a string of JSON.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // a Builder returns no error
	return strings.TrimSpace(b.String())
}
