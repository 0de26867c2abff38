package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// readLabels reads the labels of a file. One that is for no text of the figures that are chosen, or
// of any others, would be lost: unknown says so, but the rest stand.
func (o options) readLabels(path string) (labels page.Labels, unknown, err error) {
	file, err := os.ReadFile(path)
	if err == nil {
		file, _, err = transform.Bytes(unicode.BOMOverride(transform.Nop), file)
	}
	if err == nil {
		labels, err = parseLabels(file)
	}
	if err != nil {
		return nil, nil, err
	}
	if unsaid := o.unsaid(labels); len(unsaid) > 0 {
		unknown = fmt.Errorf("-labels %s: no figure says %q; -labels - prints what they say", path, unsaid[0])
	}
	return labels, unknown, nil
}

// unsaid are the texts of labels that no figure says, neither as it is chosen nor in the book, in the
// usual width or in a column.
func (o options) unsaid(labels page.Labels) []string {
	lost, book := maps.Clone(labels), o
	book.own = nil
	sources := []iter.Seq[string]{o.texts(o.chosen, o.Look)}
	for _, width := range []vg.Length{page.Width, page.LeastWidth} {
		look := page.Look{Width: width, Title: true}
		sources = append(sources, book.texts(slices.Concat(figures, o.chosen), look))
		if len(o.own) > 0 {
			sources = append(sources, o.texts(figures, look))
		}
	}
	for _, texts := range sources {
		for text := range texts {
			if len(lost) == 0 {
				return nil
			}
			template, _ := page.Template(page.Unbroken(text))
			delete(lost, page.Unbroken(text))
			delete(lost, template)
		}
	}
	return slices.Sorted(maps.Keys(lost))
}

// parseLabels reads an object of JSON, each of whose keys stands there once.
func parseLabels(file []byte) (page.Labels, error) {
	line := func(offset int64) int { return 1 + bytes.Count(file[:offset], []byte("\n")) }
	if i := bytes.IndexFunc(file, func(c rune) bool { return c == utf8.RuneError }); i >= 0 {
		return nil, fmt.Errorf("line %d: not UTF-8: save the file as UTF-8", line(int64(i)))
	}
	var all map[string]string
	if err := json.Unmarshal(file, &all); err != nil {
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
	in := json.NewDecoder(bytes.NewReader(file))
	in.Token() // the brace; all of it is right, as it was read above
	for in.More() {
		key, _ := in.Token()
		text := page.Unbroken(key.(string))
		if _, twice := labels[text]; twice {
			return nil, fmt.Errorf("line %d: %q again, want each text once", line(in.InputOffset()), text)
		}
		own, _ := in.Token()
		translated, ok := own.(string)
		if !ok {
			return nil, fmt.Errorf("line %d: want a text in quotation marks, have null", line(in.InputOffset()))
		}
		labels[text] = strings.ReplaceAll(translated, " ‖ ", "\u200a‖\u200a") // as figures have it
	}
	return labels, nil
}

// texts are the titles, alternative texts and labels of figures, which are drawn one by one.
func (o options) texts(figures []figure, look page.Look) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, f := range figures {
			ex := o.of(f)
			if f.check(ex) != nil {
				continue
			}
			for _, text := range f.of(ex, look).Texts {
				if !yield(text) {
					return
				}
			}
		}
	}
}

// printLabels returns a file to start from, in which each text replaces itself, with {n} for
// numbers.
func printLabels(texts iter.Seq[string]) string {
	var lines []string
	for text := range texts {
		template, _ := page.Template(page.Unbroken(text))
		if line := "  " + quoted(template) + ": " + quoted(template); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
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
