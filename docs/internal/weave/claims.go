package weave

import (
	"fmt"
	"go/doc/comment"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/runs"
)

// ClaimsPage lists the claims.
const ClaimsPage = "docs/claims.md"

// cite names a claim within a sentence.
func (b *Book) cite(from string, args []string) (string, error) {
	c, err := b.Runs.Claim(args[0])
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("[claim %v](%s)", c, claimLink(from, c)), nil
}

func claimLink(from string, c runs.Claim) string {
	return markdown.Relative(from, ClaimsPage) + "#" + markdown.Slug(c.Heading())
}

// claimBox states a claim in a quote.
func (b *Book) claimBox(from string, args []string) (string, error) {
	c, err := b.Runs.Claim(args[0])
	if err != nil {
		return "", err
	}
	parts := statement(c)
	name := markdown.Escape(c.Name)
	parts[0] = fmt.Sprintf("**[Claim %v](%s)** (%s). ", c, claimLink(from, c), name) + parts[0]
	// A dropped assumption says more about a claim than a mistake does.
	k := slices.IndexFunc(c.Controls, func(k runs.Control) bool { return !k.Rejects })
	parts = append(parts, controlText(c.Controls[max(k, 0)]))
	parts = append(parts, "Checked by "+checkedBy(from, c))
	var box strings.Builder
	for line := range strings.SplitSeq(strings.Join(parts, "\n\n"), "\n") {
		box.WriteString(strings.TrimRight("> "+line, " ") + "\n")
	}
	return box.String(), nil
}

// statement is a claim's in Markdown, a paragraph or a fence each.
func statement(c runs.Claim) []string {
	var parts []string
	text := comment.Printer{TextWidth: -1}
	for _, b := range new(comment.Parser).Parse(c.Statement).Content {
		if formula, ok := b.(*comment.Code); ok {
			code := strings.ReplaceAll(formula.Text, "\t", "    ")
			parts = append(parts, "```text\n"+code+"```")
			continue
		}
		paragraph := text.Text(&comment.Doc{Content: []comment.Block{b}})
		parts = append(parts, markdown.Escape(strings.TrimSpace(string(paragraph))))
	}
	return parts
}

// minus is a hyphen that stands for a minus sign.
var minus = regexp.MustCompile(`(^|[\s(\[=,+·])-([\d.∞])`)

func controlText(c runs.Control) string {
	format := "Without “%s” it breaks: %s"
	if c.Rejects {
		format = "It catches “%s”: %s"
	}
	how := markdown.Escape(minus.ReplaceAllString(c.How, "$1−$2"))
	return fmt.Sprintf(format, markdown.Escape(c.What), sentence(how))
}

// checkedBy is the command that checks a claim, linked to its lines.
func checkedBy(from string, c runs.Claim) string {
	file := markdown.Relative(from, runs.ClaimsFile)
	return fmt.Sprintf("[`go test . -run '%s$'`](%s#L%d-L%d)", c.Test, file, c.First, c.Last)
}

// claimList lists the claims of a chapter.
func (b *Book) claimList(from string, args []string) (string, error) {
	var parts []string
	for _, c := range b.Runs.Claims {
		if strconv.Itoa(c.Chapter) == args[0] {
			parts = append(parts, b.entry(from, c)...)
		}
	}
	return strings.Join(parts, "\n\n") + "\n", nil
}

func (b *Book) entry(from string, c runs.Claim) []string {
	parts := append([]string{"### " + markdown.Escape(c.Heading())}, statement(c)...)
	var controls []string
	for _, k := range c.Controls {
		controls = append(controls, "- "+controlText(k))
	}
	parts = append(parts, strings.Join(controls, "\n"))
	last := "Checked by " + checkedBy(from, c) + "."
	if c.Source != "" {
		last += "\nSource: " + sentence(markdown.Escape(c.Source))
	}
	if places := b.Places[c.Key()]; len(places) > 0 {
		last += "\nMade in " + placeLinks(from, places) + "."
	}
	return append(parts, last)
}

// A Place is where the book makes a claim.
type Place struct {
	page, title string
	heading     markdown.Heading
}

// findPlaces finds where the chapters make each claim, in a box or in passing.
func (b *Book) findPlaces() {
	b.Places = map[string][]Place{}
	for _, d := range b.Drafts {
		if d.Page.Chapter() == "" {
			continue
		}
		for _, m := range d.Woven.Marks {
			if name := m.Kind.Name(); name != "claim" && name != "cite" {
				continue
			}
			p := Place{d.Page.Path, d.Woven.Title(), d.Woven.Section(m.At)}
			if key := m.Args[0]; !slices.Contains(b.Places[key], p) {
				b.Places[key] = append(b.Places[key], p)
			}
		}
	}
}

// placeLinks links the places by chapter, and more of one chapter by section.
func placeLinks(from string, places []Place) string {
	var links []string
	for i, p := range places {
		text := p.title
		if i > 0 && places[i-1].page == p.page {
			text = p.heading.Text
		}
		links = append(links, fmt.Sprintf("[%s](%s#%s)",
			markdown.EscapeLabel(text), markdown.Relative(from, p.page), p.heading.Slug))
	}
	return strings.Join(links, ", ")
}
