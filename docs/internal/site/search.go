package site

import (
	"html"
	"regexp"
	"strings"
)

// An entry is a section of a page, as the search knows it.
type entry struct {
	File    string `json:"file"` // with the anchor of the section
	Page    string `json:"page"`
	Section string `json:"section"`
	Text    string `json:"text"`
	Terms   string `json:"terms"` // that it explains, in small letters
}

var (
	sectionHead = regexp.MustCompile(`<h\d id=".*<a class="self".*</h\d>`)
	definition  = regexp.MustCompile(`(?s)<strong id="` + notePrefix + `[^"]*">(.*?)</strong>`)
	// What is folded, such as answers, displayed formulas, names of explorables, and all tags but
	// for what they say of an image.
	unsearched = regexp.MustCompile(`(?s)<details.*?</details>|<div class="formula">.*?</div>|<h3.*?</h3>` +
		`|<img[^>]* alt="([^"]*)"[^>]*>|<[^>]*>`)
)

// writeSearch writes the text of the book as a script, to be loaded with the first search.
func (s *site) writeSearch() error {
	var all []entry
	for _, p := range s.pages {
		sections := sectionHead.Split(string(p.Body), -1)[1:]
		for i, h := range p.Headings() {
			e := entry{File: p.File() + "#" + h.Slug, Page: p.Heading, Section: h.Text}
			e.Text = plain(unsearched.ReplaceAllString(sections[i], "$1"))
			for _, term := range definition.FindAllStringSubmatch(sections[i], -1) {
				e.Terms += strings.ToLower(plain(term[1])) + "; "
			}
			all = append(all, e)
		}
	}
	return s.writeScript("entries", all)
}

// plain is text of a page on one line.
func plain(text string) string { return strings.Join(strings.Fields(html.UnescapeString(text)), " ") }
