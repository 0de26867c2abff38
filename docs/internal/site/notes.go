package site

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/weave"
)

// A note says in place what a link leads to: a claim, the first definition of a term, or a
// source.
type note struct {
	page        *page
	anchor      string
	title, kind string
	nodes       []ast.Node
	words       []string // that mention it; a term's are in small letters
	year        string   // of a source
}

// notePrefix begins the anchors that the site adds to the book's.
const notePrefix = "note-"

// sourcesFile lists the sources of the book.
const sourcesFile = "docs/sources.md"

// findNotes finds what can be explained, and links to it where it is mentioned.
func (s *site) findNotes() error {
	for _, p := range s.pages {
		switch {
		case p.Path == weave.ClaimsPage:
			s.addClaims(p)
		case p.Path == sourcesFile:
			s.addSources(p)
		case p.Chapter() != "":
			s.addTerms(p)
		}
	}
	s.nameNotes()
	for _, p := range s.pages {
		if p.Chapter() != "" || p.Path == weave.ClaimsPage {
			s.mention(p)
		}
	}
	return nil
}

// addClaims adds the sections of the page of claims, each from its heading to the next.
func (s *site) addClaims(p *page) {
	var claim *note
	for n := p.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch h := p.Section(n.Pos()); {
		case n.Kind() == ast.KindHeading && h.Level == 3:
			s.notes = append(s.notes, note{page: p, anchor: h.Slug, title: h.Text, kind: "claim"})
			claim = &s.notes[len(s.notes)-1]
		case n.Kind() == ast.KindHeading || n.Kind() == ast.KindHTMLBlock:
			claim = nil
		case claim != nil:
			claim.nodes = append(claim.nodes, n)
		}
	}
}

var (
	initials   = regexp.MustCompile(`(?:[A-Z]\.[- ]?)+`)
	authors    = regexp.MustCompile(`^(?:` + initials.String() + `(?:van den )?[^\s,]+(?:, | and )?)+`)
	sourceYear = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d\b`)
)

// addSources adds the items of the list of sources. They are mentioned as they are cited, which
// is the title, and by the name of their first author.
func (s *site) addSources(p *page) {
	for n := range markdown.All[*ast.ListItem](p.Doc) {
		said := p.Plain(n)
		by := strings.TrimSuffix(authors.FindString(said), ", ")
		if by == "" { // as an organization has no initials
			by, _, _ = strings.Cut(said, ",")
		}
		cited := strings.Replace(initials.ReplaceAllString(by, ""), " and ", " & ", 1)
		first, _, _ := strings.Cut(strings.ReplaceAll(cited, " &", ","), ",")
		source := note{page: p, kind: "source", nodes: []ast.Node{n.FirstChild()}, year: sourceYear.FindString(said)}
		source.title = cited + " " + source.year
		source.words = []string{source.title, first}
		source.anchor = notePrefix + markdown.Slug(source.title)
		n.SetAttributeString("id", []byte(source.anchor))
		s.notes = append(s.notes, source)
	}
}

// addTerms adds what stands in bold for the first time in the book, but for words that end
// a sentence, such as **By hand.**, and those that stay unmarked.
func (s *site) addTerms(p *page) {
	for bold := range markdown.All[*ast.Emphasis](p.Doc) {
		if bold.Level != 2 || bold.FirstChild().Kind() != ast.KindText {
			continue
		}
		title := p.Plain(bold)
		word := strings.ToLower(title)
		anchor := notePrefix + markdown.Slug(word)
		known := func(n note) bool { return strings.TrimSuffix(n.anchor, "s") == strings.TrimSuffix(anchor, "s") }
		if strings.HasSuffix(title, ".") || slices.Contains(unmarked, word) || slices.ContainsFunc(s.notes, known) {
			continue
		}
		term := note{page: p, anchor: anchor, title: title, kind: "term", words: []string{word}}
		block := bold.Parent()
		for block.Type() != ast.TypeBlock {
			block = block.Parent()
		}
		term.nodes = []ast.Node{block}
		for isContinued(p, term.nodes[0]) {
			term.nodes = slices.Insert(term.nodes, 0, term.nodes[0].PreviousSibling())
		}
		if _, follows := formulaOf(p.Page, block.NextSibling()); follows && strings.HasSuffix(p.Plain(block), ":") {
			term.nodes = append(term.nodes, block.NextSibling())
		}
		bold.SetAttributeString("id", []byte(term.anchor))
		s.notes = append(s.notes, term)
	}
}

// isContinued reports whether a block goes on with a sentence that another begins.
func isContinued(p *page, n ast.Node) bool {
	_, isFormula := formulaOf(p.Page, n)
	begins, _ := utf8.DecodeRuneInString(p.Plain(n))
	return n.PreviousSibling() != nil && (isFormula || unicode.IsLower(begins))
}

// unmarked are terms that the book also uses as words of every day, and authors whose
// names it uses in other ways.
var unmarked = []string{
	"batch", "block", "code", "context", "cover", "good", "label", "model", "newton", "objective", "penalty",
	"proper", "rate", "truth", "typical", "validation", "weight",
}

// nameNotes lists notes by the words that mention them, of which the longest are looked for first.
func (s *site) nameNotes() {
	s.named = map[string][]note{}
	var words []string
	for _, n := range s.notes {
		for _, word := range n.words {
			if !slices.Contains(unmarked, strings.ToLower(word)) {
				s.named[word] = append(s.named[word], n)
				words = append(words, regexp.QuoteMeta(word))
			}
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	s.mentions = regexp.MustCompile(`(?i)\b(` + strings.Join(words, "|") + `)(?:e?s)?\b`)
}

// mention makes links of the words on a page that a note explains: of a term of an earlier
// page and of an author where they are first read, and of a source wherever it is cited.
func (s *site) mention(p *page) {
	var texts []*ast.Text
	for t := range markdown.All[*ast.Text](p.Doc) {
		if explained(t) {
			continue
		}
		for t.NextSibling() != nil && t.Merge(t.NextSibling(), p.Text) { // the parser splits at spaces
			t.Parent().RemoveChild(t.Parent(), t.NextSibling())
		}
		texts = append(texts, t)
	}
	seen := map[string]bool{}
	for _, t := range texts {
		for at := t.Segment.Start; at < t.Segment.Stop; {
			m := s.mentions.FindSubmatchIndex(p.Text[at:t.Segment.Stop])
			if m == nil {
				break
			}
			n, ok := s.meant(p, t, string(p.Text[at+m[2]:at+m[3]]))
			if start, stop := at+m[0], at+m[1]; ok && !seen[n.anchor] {
				linkWithin(t, start, stop, markdown.Relative(p.Path, n.page.Path)+"#"+n.anchor, n.kind)
				seen[n.anchor] = p.Path != weave.ClaimsPage
			}
			at += m[1]
		}
	}
}

// explained reports whether a text stands where links would not help.
func explained(t *ast.Text) bool {
	for up := t.Parent(); up != nil; up = up.Parent() {
		switch up.Kind() {
		case ast.KindHeading, ast.KindLink, ast.KindImage, ast.KindCodeSpan, ast.KindEmphasis:
			return true
		}
	}
	return false
}

// meant is the note that a word of a page asks for. Authors of several sources need the
// year of one beside them.
func (s *site) meant(p *page, t *ast.Text, word string) (note, bool) {
	said := p.Plain(t.Parent())
	for _, n := range slices.Concat(s.named[strings.ToLower(word)], s.named[word]) {
		switch {
		case n.kind == "term":
			return n, p.Chapter() != "" && slices.Index(s.pages, n.page) < slices.Index(s.pages, p)
		case len(s.named[word]) == 1 || strings.Contains(said, n.year):
			return n, true
		}
	}
	return note{}, false
}

// linkWithin makes a link of a part of a text, and leaves what stands behind it.
func linkWithin(t *ast.Text, start, stop int, to, class string) {
	link := ast.NewLink()
	link.Destination = []byte(to)
	link.SetAttributeString("class", []byte(class))
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(start, stop)))
	t.Parent().InsertBefore(t.Parent(), t, ast.NewTextSegment(t.Segment.WithStop(start)))
	t.Parent().InsertBefore(t.Parent(), t, link)
	t.Segment = t.Segment.WithStart(stop)
}

var (
	announcing = regexp.MustCompile(`([.?!]\)?)\s(?:[^.?!]|[.?!][^\s)])*[?:]</p>\s*$`) // a last sentence, of what comes next
	noteID     = regexp.MustCompile(` id="` + notePrefix + `[^"]*"`)
)

// writeNotes writes what the notes say as a script, by the links that lead there, to be
// loaded when a note is first asked for.
func (s *site) writeNotes() error {
	said := map[string]string{}
	for _, n := range s.notes {
		w := s.writer(n.page)
		link := n.page.File() + "#" + n.anchor
		var b strings.Builder
		title := html.EscapeString(n.title)
		if n.kind == "term" {
			title += ", in " + html.EscapeString(n.page.Heading)
		}
		fmt.Fprintf(&b, `<p class="from"><a href="%s">%s</a></p>`, link, title)
		for _, node := range n.nodes {
			text, err := w.html(node)
			if err != nil {
				return err
			}
			b.WriteString(n.page.elsewhere(string(text)))
		}
		said[link] = announcing.ReplaceAllString(noteID.ReplaceAllString(b.String(), ""), "$1</p>\n")
	}
	return s.writeScript("notes", said)
}
