package main

import (
	"fmt"
	"strconv"
	"strings"
)

const claimsPage = "docs/claims.md"

// A place is where the book makes a claim.
type place struct {
	page, title, heading, anchor string
}

func (b *book) claim(key string) (claim, error) {
	var has []string
	for _, c := range b.claims {
		if c.key() == key {
			return c, nil
		}
		has = append(has, c.key())
	}
	return claim{}, missing("claim", key, "", has)
}

// cite names a claim within a sentence.
func (b *book) cite(from string, args []string) (string, error) {
	c, err := b.claim(args[0])
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("[claim %v](%s)", c, c.link(from)), nil
}

func (c claim) link(from string) string { return rel(from, claimsPage) + "#" + c.slug() }

// claimBox states a claim in a quote.
func (b *book) claimBox(from string, args []string) (string, error) {
	c, err := b.claim(args[0])
	if err != nil {
		return "", err
	}
	head := fmt.Sprintf("**[Claim %v](%s)** (%s). ", c, c.link(from), escape(c.name))
	parts := append([]string{}, c.stated()...)
	parts[0] = head + parts[0]
	if k, ok := c.telling(); ok {
		parts = append(parts, k.sentence())
	}
	return quoted(append(parts, "Checked by "+c.check(from))), nil
}

// stated is the statement in Markdown, a paragraph or a fence each.
func (c claim) stated() []string {
	var parts []string
	for _, s := range c.statement {
		if s.code {
			parts = append(parts, "```text\n"+s.text+"\n```")
		} else {
			parts = append(parts, escape(s.text))
		}
	}
	if c.statement[0].code {
		parts = append([]string{""}, parts...)
	}
	return parts
}

// telling is the control that a box shows: a dropped assumption says more
// about a claim than a mistake does.
func (c claim) telling() (control, bool) {
	for _, k := range c.controls {
		if !k.rejects {
			return k, true
		}
	}
	if len(c.controls) > 0 {
		return c.controls[0], true
	}
	return control{}, false
}

// check is the command that checks the claim, linked to its lines.
func (c claim) check(from string) string {
	lines := fmt.Sprintf("#L%d", c.first)
	if c.last > c.first {
		lines += fmt.Sprintf("-L%d", c.last)
	}
	return fmt.Sprintf("[`go test . -run '%s$'`](%s%s)", c.test, rel(from, claimsFile), lines)
}

func quoted(parts []string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.Join(parts, "\n\n"), "\n") {
		b.WriteString(strings.TrimRight("> "+line, " ") + "\n")
	}
	return b.String()
}

// claimList lists the claims of a chapter.
func (b *book) claimList(from string, args []string) (string, error) {
	n, err := strconv.Atoi(args[0])
	var parts []string
	for _, c := range b.claims {
		if err == nil && c.chapter == n {
			parts = append(parts, c.entry(from, b.places[c.key()])...)
		}
	}
	if len(parts) == 0 {
		return "", fmt.Errorf("no claim is of chapter %s", args[0])
	}
	return strings.Join(parts, "\n\n") + "\n", nil
}

func (c claim) entry(from string, places []place) []string {
	parts := append([]string{"### " + escape(c.heading())}, c.stated()...)
	var controls []string
	for _, k := range c.controls {
		controls = append(controls, "- "+k.sentence())
	}
	if len(controls) > 0 {
		parts = append(parts, strings.Join(controls, "\n"))
	}
	last := "Checked by " + c.check(from) + "."
	if c.source != "" {
		last += "\nSource: " + sentence(escape(c.source))
	}
	if len(places) > 0 {
		last += "\nMade in " + placeLinks(from, places) + "."
	}
	return append(parts, last)
}

// placeLinks links the places by chapter, and more of one chapter by section.
func placeLinks(from string, places []place) string {
	var links []string
	for i, p := range places {
		text := p.title
		if i > 0 && places[i-1].page == p.page {
			text = p.heading
		}
		links = append(links, fmt.Sprintf("[%s](%s#%s)", escapeLabel(text), rel(from, p.page), p.anchor))
	}
	return strings.Join(links, ", ")
}
