package weave

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
)

// value is the number behind a label in what a section prints.
func (b *Book) value(_ string, args []string) (string, error) {
	out, err := b.Runs.Section(args[0], args[1])
	if err != nil {
		return "", err
	}
	label, places := args[2:], ""
	if last := label[len(label)-1]; len(label) > 1 && len(last) == 2 && last[0] == '.' {
		label, places = label[:len(label)-1], last[1:]
	}
	v, err := lookUp(out, label)
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", args[0], args[1], err)
	}
	if places != "" {
		v = roundTo(v, int(places[0]-'0'))
	}
	if rest, ok := strings.CutPrefix(v, "-"); ok {
		v = "−" + rest
	}
	return v, nil
}

// What may lie between the words of a label.
const (
	nothing = `[ \t]+`
	words   = `[ \t]+(?:\S+[ \t]+)*?`
)

// labelled finds the lines of a text that have the words of a label in order,
// and what follows the last. A colon or a comma after a word does not count.
func labelled(text, before string, label []string, between string) [][]string {
	var quoted []string
	for _, word := range label {
		quoted = append(quoted, regexp.QuoteMeta(strings.TrimRight(word, ":,"))+"[:,]*")
	}
	line := regexp.MustCompile(`(?m)^` + before + strings.Join(quoted, between) + `((?:[ \t].*)?)$`)
	return line.FindAllStringSubmatch(text, -1)
}

var number = regexp.MustCompile(`^(?:[ \t]+(?:=|:|≈|is))*[ \t]+` +
	`([-−+]?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|\d+/\d+|∞))[,;.)%]*(?:[ \t]|$)`)

// lookUp finds the number right after the label, which stands in one piece or,
// where no line has that, with other words between its own.
func lookUp(out string, label []string) (string, error) {
	name := strings.Join(label, " ")
	other := "" // a line that has the label before something else
	for _, between := range []string{nothing, words} {
		var found []string
		for _, line := range labelled(out, `(?:.*?[ \t])??`, label, between) {
			if m := number.FindStringSubmatch(line[1]); m == nil {
				other = cmp.Or(other, line[0])
			} else if !slices.Contains(found, m[1]) {
				found = append(found, m[1])
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			all := strings.Join(found, ", ")
			return "", fmt.Errorf("label %q has several values: %s", name, all)
		}
	}
	if other != "" {
		return "", fmt.Errorf("no number behind label %q in %.120q", name, other)
	}
	return "", fmt.Errorf("no line has label %q", name)
}

// roundTo rounds the printed decimal, halves away from zero: what the reader
// would do with the number on the screen, not what the float behind it says.
func roundTo(v string, places int) string {
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(v, "−", "-"))
	if !ok {
		return v
	}
	s := r.FloatString(places)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}
