package site

import (
	"html"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
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
	images      = regexp.MustCompile(`<img[^>]* alt="([^"]*)"[^>]*>`)
	// What is folded, such as answers, displayed formulas, names of explorables, and all tags.
	unsearched = regexp.MustCompile(`(?s)<details.*?</details>|<div class="formula">.*?</div>|<h3.*?</h3>|<[^>]*>`)
)

// writeSearch writes the text of the book as a script, to be loaded with the first search.
func (s *site) writeSearch() error {
	var all []entry
	for _, p := range s.pages {
		sections := sectionHead.Split(string(p.Body), -1)[1:]
		for i, h := range p.Headings() {
			e := entry{File: p.File() + "#" + h.Slug, Page: p.Heading, Section: h.Text}
			e.Text = plain(unsearched.ReplaceAllString(readable(images.ReplaceAllString(sections[i], " $1 ")), ""))
			for _, term := range definition.FindAllStringSubmatch(sections[i], -1) {
				e.Terms += strings.ToLower(plain(term[1])) + "; "
			}
			all = append(all, e)
		}
	}
	return s.writeScript("entries", all)
}

// inLine has for formulas what stands between their parts on one line.
var inLine = strings.NewReplacer("\u2061", " ", "\u2062", "", "ˆ", "\u0302", "’", "'")

var (
	fraction = regexp.MustCompile(`(?s)(<mfrac[^>]*>(?:<m[ino][^>]*>[^<]*</m[ino]>|<mrow>.*?</mrow>))`)
	power    = regexp.MustCompile(`(?s)(<msup[^>]*>(?:<m[ino][^>]*>[^<]*</m[ino]>|<mrow>.*?</mrow>))`)
	root     = regexp.MustCompile(`<msqrt[^>]*>`)
)

// readable is HTML whose fractions have a slash, powers a sign and roots theirs where all tags are cut.
func readable(text string) string {
	text = fraction.ReplaceAllString(text, "$1/")
	return root.ReplaceAllString(power.ReplaceAllString(text, "$1^"), "√")
}

// plain is text of a page on one line.
func plain(text string) string {
	return norm.NFC.String(inLine.Replace(strings.Join(strings.Fields(html.UnescapeString(text)), " ")))
}
