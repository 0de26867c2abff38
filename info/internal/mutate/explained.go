package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// explanations is the page of the mutants that change nothing.
const explanations = "docs/mutants.md"

// explained holds the line of the page that explains each mutant, or each of many:
// in a row, … stands for anything.
type explained map[key]int

// many returns the row with … that explains the mutant, if there is one.
func (e explained) many(k key) (row key, ok bool) {
	for row := range e {
		if row.stands() && matches(row.file, k.file) && matches(row.function, k.function) &&
			matches(row.change, k.change) && matches(row.line, k.line) {
			return row, true
		}
	}
	return key{}, false
}

// stands says whether a row is about many mutants.
func (k key) stands() bool {
	return strings.Contains(k.file+k.function+k.change+k.line, anything)
}

const anything = "…"

// matches says whether text is what pattern says, with anything for each ….
func matches(pattern, text string) bool {
	parts := strings.Split(pattern, anything)
	text, ok := strings.CutPrefix(text, parts[0])
	for i, part := range parts[1:] {
		if !ok {
			return false
		}
		if i == len(parts)-2 {
			return strings.HasSuffix(text, part)
		}
		_, text, ok = strings.Cut(text, part)
	}
	return ok && text == ""
}

// readExplained reads the rows of the page that are about the files, or about
// any where none is named.
func readExplained(root string, files []string) (explained, error) {
	text, err := os.ReadFile(filepath.Join(root, explanations))
	if err != nil {
		return nil, err
	}
	all, err := parseExplained(string(text))
	if err != nil {
		return nil, err
	}
	for k := range all {
		if len(files) > 0 && !slices.Contains(files, k.file) {
			delete(all, k)
		}
	}
	return all, nil
}

// parseExplained reads the page's tables, whose columns are the file, the
// function, the change, the line changed, and the reason why nothing changes.
func parseExplained(text string) (explained, error) {
	all := explained{}
	var before []string
	for i, line := range strings.Split(text, "\n") {
		row := cells(line)
		head := before == nil || strings.HasPrefix(line, "|--")
		before = row
		if row == nil || head {
			continue
		}
		at := fmt.Sprintf("%s:%d", explanations, i+1)
		if len(row) != 5 || slices.Contains(row, "") {
			return nil, fmt.Errorf("%s: want a file, function, change, line and reason", at)
		}
		k := key{row[0], row[1], row[2], row[3]}
		if first, ok := all[k]; ok {
			return nil, fmt.Errorf("%s: the same mutant as in line %d", at, first)
		}
		all[k] = i + 1
	}
	return all, nil
}

// cells takes a row of a table apart, nil where the line is none. Markdown
// wants | escaped in a table, even in code.
func cells(line string) []string {
	inner, ok := strings.CutPrefix(strings.TrimSpace(line), "|")
	if !ok {
		return nil
	}
	const bar = "\x00"
	inner = strings.TrimSuffix(strings.ReplaceAll(inner, `\|`, bar), "|")
	var row []string
	for cell := range strings.SplitSeq(inner, "|") {
		row = append(row, code(strings.TrimSpace(strings.ReplaceAll(cell, bar, "|"))))
	}
	return row
}

// code is what stands in a code span. One that holds a ` is fenced by two, and
// by spaces.
func code(cell string) string {
	if inner, ok := strings.CutPrefix(cell, "``"); ok && len(cell) > 4 {
		return strings.TrimSpace(strings.TrimSuffix(inner, "``"))
	}
	inner, fenced := strings.CutPrefix(cell, "`")
	inner, closed := strings.CutSuffix(inner, "`")
	if fenced && closed && !strings.Contains(inner, "`") {
		return inner
	}
	return cell
}
