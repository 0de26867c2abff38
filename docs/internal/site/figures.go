package site

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

var (
	figureHead  = regexp.MustCompile(`^(<svg [^>]*?) width="[\d.]+" height="[\d.]+"`)
	figureStyle = regexp.MustCompile(`(?s)<style>\n(.*?)@media \(prefers-color-scheme: dark\) \{\n(.*?)\}\n</style>\n`)
	styleRule   = regexp.MustCompile(`#\S+ (\.\S+?)\{(.*?)(#[0-9a-f]{6})\}`)
	figureWords = regexp.MustCompile(` aria-labelledby=("[^"]*") aria-describedby=("[^"]*")`)
	figureID    = regexp.MustCompile(`^<svg [^>]*id="(.*?)"`)
)

// readFigures reads the figures of the book without their colours, which are in figureStyle.
// Their name is what they show in words, for those who listen; the caption has the title.
func (s *site) readFigures() error {
	s.figures = map[string]string{}
	files, _ := fs.Glob(s.book, "docs/figures/*.svg")
	for _, file := range files {
		svg, err := fs.ReadFile(s.book, file)
		if err != nil {
			return err
		}
		styles := figureStyle.FindSubmatch(svg)
		if !figureHead.Match(svg) || styles == nil {
			return fmt.Errorf("%s: it has no size, or no colours for light and dark", file)
		}
		dark := map[string]string{}
		for _, m := range styleRule.FindAllSubmatch(styles[2], -1) {
			dark[string(m[1])] = string(m[3])
		}
		for _, m := range styleRule.FindAllSubmatch(styles[1], -1) {
			s.colours = append(s.colours, fmt.Sprintf("figure %s { %slight-dark(%s, %s); }\n",
				m[1], m[2], m[3], dark[string(m[1])]))
		}
		drawing := figureHead.ReplaceAllString(string(svg), "$1")
		drawing = figureWords.ReplaceAllString(drawing, " aria-labelledby=$2 aria-describedby=$1")
		s.figures[file] = strings.TrimSpace(figureStyle.ReplaceAllString(drawing, ""))
	}
	return nil
}

// figureStyle is the colours of all figures, which follow the theme of the page in place of
// that of the system.
func (s *site) figureStyle() []byte {
	return []byte(strings.Join(slices.Compact(slices.Sorted(slices.Values(s.colours))), ""))
}
