package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// Labels are an author's words for the texts of figures, by the texts as they
// are in one line.
type labels map[string]string

// of returns what is written for a text. What is not replaced stays broken
// where it is; of what stands each word on its own, so does its replacement.
func (l labels) of(text string) string {
	own, ok := l[unbroken(text)]
	switch {
	case !ok || unbroken(own) == unbroken(text):
		return text
	case strings.Contains(text, "\n") && !strings.Contains(text, " "):
		return strings.ReplaceAll(own, " ", "\n")
	}
	return own
}

// unbroken is text on one line: where it is broken depends on the layout.
func unbroken(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// parseLabels reads an object of JSON.
func parseLabels(data []byte) (labels, error) {
	var all labels
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
	l := labels{}
	for text, own := range all {
		l[unbroken(text)] = own
	}
	return l, nil
}

// readLabels reads the labels of a file. It is an error if there are any that
// no figure has for a text: they would be lost.
func (o options) readLabels(path string) (labels, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	l, err := parseLabels(data)
	if err != nil {
		return nil, err
	}
	known := labels{}
	for _, width := range []look{bookLook, columnLook} {
		for _, text := range o.texts(figures, width) {
			known[unbroken(text)] = text
		}
	}
	var lost []string
	for text := range l {
		if _, ok := known[text]; !ok {
			lost = append(lost, text)
		}
	}
	if len(lost) > 0 {
		return nil, fmt.Errorf("no figure says %q; -labels - prints what they say", slices.Min(lost))
	}
	return l, nil
}

// texts returns what the figures say, each text once: the title of each, what
// it says to those who cannot see it, and its labels.
func (o options) texts(figures []figure, lk look) (all []string) {
	said := &sheet{}
	for _, f := range figures {
		if f.check(o.example) != nil {
			continue
		}
		said.hear(f.title)
		said.hear(f.alt(o.example))
		for _, text := range (edition{f, o.example, lk}).paint(blank{}).texts {
			said.hear(text)
		}
	}
	return said.texts
}

// printLabels writes a file of labels to start from, in which each text is
// replaced by itself.
func printLabels(texts []string) []byte {
	var b bytes.Buffer
	quote := func(s string) {
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.Encode(s) // a Buffer returns no error
		b.Truncate(b.Len() - 1)
	}
	b.WriteString("{\n")
	for i, text := range texts {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString("  ")
		quote(unbroken(text))
		b.WriteString(": ")
		quote(text)
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}
