package weave

import (
	"fmt"
	"regexp"
	"strings"
)

// formula is a line that a section prints, as TeX. The label that begins the
// line is left out.
func (b *Book) formula(_ string, args []string) (string, error) {
	out, err := b.Runs.Section(args[0], args[1])
	if err != nil {
		return "", err
	}
	found := labelled(out, `[ \t]*`, args[2:], nothing)
	if len(found) != 1 {
		return "", fmt.Errorf("%s %s: %d lines begin with label %q, want 1",
			args[0], args[1], len(found), strings.Join(args[2:], " "))
	}
	f, err := tex(found[0][1])
	return f + "\n", err
}

var texSigns = strings.NewReplacer(
	"·", `\cdot `, "×", `\times `, "−", "-", "≈", `\approx `, "≠", `\ne `, "≤", `\le `, "≥", `\ge `,
	"<", `\lt `, ">", `\gt `, "‖", `\| `, "|", `\mid `, "∞", `\infty `, "½", `\tfrac{1}{2}`,
	"log₂", `\log_2 `, "ln", `\ln `, "ŷ", `\hat{y}`,
)

// texKnown are the signs above, numbers, letters that stand alone, and what TeX
// writes as print does.
var texKnown = regexp.MustCompile(
	`^(?:[·×−≈≠≤≥<>‖|∞½]|log₂|ln\b|ŷ|[\d.]+\b|[A-Za-z]\b|[-+=()[\],.;:!/' ])*`)

// tex writes a printed formula as TeX. Signs that it does not know are errors.
func tex(line string) (string, error) {
	line = strings.Join(strings.Fields(line), " ")
	if rest := line[len(texKnown.FindString(line)):]; rest != "" {
		return "", fmt.Errorf("no TeX for %.1q in %.120q", rest, line)
	}
	return strings.Join(strings.Fields(texSigns.Replace(line)), " "), nil
}
