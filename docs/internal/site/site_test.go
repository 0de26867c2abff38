package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/weave"
)

var book = os.DirFS("../../..")

// built is the site of the book, made once.
var built = sync.OnceValues(func() (*site, error) { return render(book) })

func build(t *testing.T) *site {
	t.Helper()
	s, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// htmlPages are the pages of the site.
func htmlPages(t *testing.T) map[string][]byte {
	t.Helper()
	pages := maps.Clone(build(t).files)
	maps.DeleteFunc(pages, func(name string, _ []byte) bool { return path.Ext(name) != ".html" })
	return pages
}

// markdownPages are the pages as they stand, with nothing taken out or put in.
func markdownPages(t *testing.T) map[string]markdown.Page {
	t.Helper()
	pages := map[string]markdown.Page{}
	files, _ := fs.Glob(book, "docs/*.md")
	for _, file := range files {
		text, err := fs.ReadFile(book, file)
		if err != nil {
			t.Fatal(err)
		}
		pages[pageName(file)] = markdown.Parse(file, text, weave.Kinds())
	}
	return pages
}

// TestFormulas finds every formula of the Markdown on its page, in order.
func TestFormulas(t *testing.T) {
	s := build(t)
	for name, p := range markdownPages(t) {
		text := string(s.files[name+".html"])
		n := 0
		for node := range markdown.All[ast.Node](p.Doc) {
			f, ok := formulaOf(p, node)
			if !ok {
				continue
			}
			n++
			_, after, found := strings.Cut(text, s.formulas[f])
			if !found || s.formulas[f] == "" {
				t.Errorf("%s: %s is not on its page, or not in its order", p.Path, f)
			}
			text = after
		}
		if have := strings.Count(string(s.files[name+".html"]), "<math"); have != n {
			t.Errorf("%s.html has %d formulas, %s has %d", name, have, p.Path, n)
		}
	}
}

// TestNoFormula names a formula that formulas.json lacks.
func TestNoFormula(t *testing.T) {
	s := build(t)
	p := &page{Page: markdown.Parse("docs/x.md", []byte("a $x_{17}$\n"), nil)}
	_, err := s.writer(p).html(p.Doc)
	if err == nil || !strings.Contains(err.Error(), "docs/x.md:1: formulas.json has no inline x_{17}") {
		t.Errorf("a page with a formula that nobody wrote: %v", err)
	}
}

var (
	anchorForm = regexp.MustCompile(` id="([^"]*)"`)
	linkForm   = regexp.MustCompile(`<(?:a|link)[^>]* href="([^"]*)"`)
	loadForm   = regexp.MustCompile(`(?:src|href)="([^"]+\.(?:js|css|svg))"`)
)

func all(form *regexp.Regexp, text []byte) (found []string) {
	for _, m := range form.FindAllSubmatch(text, -1) {
		found = append(found, html.UnescapeString(string(m[1])))
	}
	return found
}

// TestLinks follows every link of the site, and finds those of the Markdown among them.
func TestLinks(t *testing.T) {
	s := build(t)
	anchors := map[string][]string{}
	for name, text := range htmlPages(t) {
		anchors[name] = all(anchorForm, text)
		sorted := slices.Sorted(slices.Values(anchors[name]))
		for i := range sorted[1:] {
			if sorted[i] == sorted[i+1] {
				t.Errorf("%s has anchor %s twice", name, sorted[i])
			}
		}
	}
	for name := range anchors {
		for _, link := range all(linkForm, s.files[name]) {
			if strings.Contains(link, ":") {
				continue
			}
			file, anchor, _ := strings.Cut(link, "#")
			anchor, _ = url.PathUnescape(anchor)
			file = path.Join(path.Dir(name), file)
			if strings.HasPrefix(link, "#") {
				file = name
			}
			if s.files[file] == nil || anchor != "" && !slices.Contains(anchors[file], anchor) {
				t.Errorf("%s: link %s leads nowhere", name, link)
			}
		}
		for _, file := range all(loadForm, s.files[name]) {
			if s.files[path.Join(path.Dir(name), file)] == nil {
				t.Errorf("%s loads %s, which the site lacks", name, file)
			}
		}
	}
	for name, p := range markdownPages(t) {
		have := all(linkForm, s.files[name+".html"])
		for link := range markdown.All[*ast.Link](p.Doc) {
			from := s.pages[slices.IndexFunc(s.pages, func(p *page) bool { return p.Name == name })]
			if want, err := s.href(from, string(link.Destination)); err != nil || !slices.Contains(have, want) {
				t.Errorf("%s: %s is not on its page, as %s (%v)", p.Path, link.Destination, want, err)
			}
		}
	}
}

// TestBook: on the page of all pages, links to a page lead to where it stands there.
func TestBook(t *testing.T) {
	s := build(t)
	_, articles, _ := bytes.Cut(s.files["book.html"], []byte("<article"))
	for _, link := range all(linkForm, articles) {
		file, _, _ := strings.Cut(link, "#")
		if slices.ContainsFunc(s.pages, func(p *page) bool { return p.File() == file }) {
			t.Errorf("%s leads away", link)
		}
	}
	for _, want := range []string{
		`<article id="02-entropy">`, `id="02-entropy-exercises"`, `href="#02-entropy-exercises"`,
		`href="#claims-32-gibbs-inequality"`, `href="#02-entropy-note-entropy"`,
	} {
		if !bytes.Contains(s.files["book.html"], []byte(want)) {
			t.Errorf("book.html has no %s", want)
		}
	}
}

// TestHeadings finds the headings of the Markdown under the anchors that GitHub gives them.
func TestHeadings(t *testing.T) {
	s := build(t)
	for name, p := range markdownPages(t) {
		for _, h := range p.Headings() {
			want := fmt.Sprintf(`<h%d id="%s">`, h.Level, h.Slug)
			if !bytes.Contains(s.files[name+".html"], []byte(want)) {
				t.Errorf("%s.html has no %s", name, want)
			}
		}
	}
}

// TestPlaces finds every explorable once, at its place, with what stays without scripts.
func TestPlaces(t *testing.T) {
	for _, p := range places {
		want := fmt.Sprintf(`data-explore="%s" id="explore-%[1]s"`, p.Name)
		for name, text := range htmlPages(t) {
			n := 0
			if name == p.page+".html" {
				n = 1
			}
			if have := bytes.Count(text, []byte(want)); have != n {
				t.Errorf("%s has %s %d times, want %d", name, p.Name, have, n)
			}
		}
	}
}

// TestSame: the site that browsers are shown was built a second time.
func TestSame(t *testing.T) {
	first := build(t).files
	again, err := allFiles()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range first {
		if !bytes.Equal(text, again[name]) {
			t.Errorf("%s has other bytes when the site is built again", name)
		}
	}
	if more := len(again) - len(first) - len(places); more != 4 { // the library and its data
		t.Errorf("the site has %d files more when it is built again, want 4", more)
	}
}

// TestPlain: no page has what its content security policy refuses, or asks another machine
// for anything.
func TestPlain(t *testing.T) {
	refused := regexp.MustCompile(`<style| style="| on[a-z]+="|<script>|<(?:img|script|iframe|link)[^>]*(?:src|href)="(?:https?:)?//`)
	for name, text := range htmlPages(t) {
		if at := refused.FindIndex(text); at != nil {
			t.Errorf("%s: …%s…", name, text[at[0]:min(len(text), at[1]+80)])
		}
	}
}

// TestConsole: digits that stand for themselves are read one by one, and a drawing as one.
func TestConsole(t *testing.T) {
	const drawing = "    ++##\n  @@--  --\n  ##\n  ****\n"
	want := `<span role="img" aria-label="0 1 0 0 1 1 1 0 1 1 0 1">010011101101</span>` + "\n" +
		`<span role="img" aria-label="a drawing, in signs">` + drawing + "</span>the end\n"
	if have := console("010011101101\n" + drawing + "the end\n"); have != want {
		t.Errorf("have %s, want %s", have, want)
	}
}

// TestTags: what is opened on a page is closed there, in order.
func TestTags(t *testing.T) {
	tag := regexp.MustCompile(`<(/?)(div|section|figure|figcaption|main|details|nav|ul|ol|li|p|blockquote|table|pre|a|h[1-6]|math|svg)\b[^>]*?(/?)>`)
	for name, text := range htmlPages(t) {
		var open []string
		for _, m := range tag.FindAllSubmatch(text, -1) {
			switch last := len(open) - 1; {
			case len(m[3]) > 0:
			case len(m[1]) == 0:
				open = append(open, string(m[2]))
			case last < 0 || open[last] != string(m[2]):
				t.Fatalf("%s: %s closes none of %v", name, m[0], open)
			default:
				open = open[:last]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: %v stay open", name, open)
		}
	}
}

// TestNotes: each note leads somewhere, and each link that asks for a note has one.
func TestNotes(t *testing.T) {
	s := build(t)
	for _, n := range s.notes {
		if !bytes.Contains(s.files[n.page.File()], []byte(` id="`+n.anchor+`"`)) {
			t.Errorf("the note on %s leads to %s#%s, which is not there", n.title, n.page.File(), n.anchor)
		}
	}
	hanging := regexp.MustCompile(`[?:]\\u003c/p\\u003e(?:\\n)?"`)
	if at := hanging.FindIndex(s.files["notes.js"]); at != nil {
		t.Errorf("a note ends with what it does not say: …%s", s.files["notes.js"][max(0, at[0]-80):at[1]])
	}
	for file, want := range map[string]string{
		"01-surprisal.html#note-bit":            "no probability.",
		"02-entropy.html#note-prefix-code":      "No codeword is the beginning of another",
		"02-entropy.html#note-min-entropy":      "has the smallest surprisal",
		"04-two-classes.html#note-label":        "",
		"04-two-classes.html#note-loss":         `loss, in Two classes\u003c/a\u003e\u003c/p\u003e\u003cp\u003eWith two`,
		"05-many-classes.html#note-temperature": "Divide all scores",
	} {
		_, said, found := strings.Cut(string(s.files["notes.js"]), fmt.Sprintf("%q:", file))
		said, _, _ = strings.Cut(said, `","`)
		if found != (want != "") || !strings.Contains(said, want) {
			t.Errorf("the note %s says %s, want %q", file, said, want)
		}
	}
	asks := regexp.MustCompile(`<a href="([^"]*)" class="(?:term|source)"|<a href="(claims\.html#[^"]*)"`)
	asked := map[string]bool{}
	for name, text := range htmlPages(t) {
		for _, m := range asks.FindAllSubmatch(text, -1) {
			link, _ := url.PathUnescape(html.UnescapeString(string(m[1]) + string(m[2])))
			asked[link] = true
			if !bytes.Contains(s.files["notes.js"], fmt.Appendf(nil, "%q:", link)) {
				t.Errorf("%s: there is no note on %s", name, link)
			}
		}
	}
	for _, want := range []string{
		"claims.html#32-gibbs-inequality", "02-entropy.html#note-entropy", "sources.html#note-huffman-1952",
	} {
		if !asked[want] {
			t.Errorf("no page asks for the note %s", want)
		}
	}
}

// TestSearch: what is searched has formulas on one line, and no answers, which a hit would give away.
func TestSearch(t *testing.T) {
	text := string(build(t).files["entries.js"])
	if !strings.Contains(text, "Choose.") || strings.Contains(text, "Not A: ") {
		t.Error("the search knows no questions, or knows answers")
	}
	for _, want := range []string{"p = (1/2, 1/4, 1/4)", "factor of √2", "probability p^k", "forecast ŷ", "Huffman's code closes in", "b²s²"} {
		if !strings.Contains(text, want) {
			t.Errorf("the search does not know %q", want)
		}
	}
	if strings.ContainsAny(text, "\u2061’") {
		t.Error("the search has signs that nobody types")
	}
}

// TestChoices: a question with a choice has four, and an answer that begins with one of them.
func TestChoices(t *testing.T) {
	choice := regexp.MustCompile(`(?s)<p><strong>Choose\.</strong>.*?</details>`)
	whole := regexp.MustCompile(`(?s)</p>\n<ul>\n<li>A\. .*<li>B\. .*<li>C\. .*<li>D\. .*</ul>\n<details><summary>Answer</summary>\n<p><strong>[A-D]\.</strong> .*Not [A-D]: `)
	n := 0
	for name, text := range htmlPages(t) {
		if name == "book.html" {
			continue
		}
		for _, question := range choice.FindAll(text, -1) {
			n++
			if !whole.Match(question) {
				t.Errorf("%s: no question with a choice of four and an answer: %.200s", name, question)
			}
		}
	}
	if n < 21 {
		t.Errorf("%d questions have a choice, want three in each of seven chapters", n)
	}
}

// TestWeight adds up what a page loads before it is played with, in the bytes that servers
// send, which compress text. The page of all pages is for print, and one is all claims as code.
func TestWeight(t *testing.T) {
	s := build(t)
	for name, text := range htmlPages(t) {
		if name == "book.html" || name == "properties_test.go.html" {
			continue
		}
		files := append(all(loadForm, text), name)
		if bytes.Contains(text, []byte("<math")) {
			files = append(files, "letters.woff2")
		}
		plain, sent := 0, 0
		for _, file := range files {
			plain += len(s.files[file])
			sent += compressed(t, s.files[file])
		}
		t.Logf("%s: %d kB, %d kB plain", name, sent/1000, plain/1000)
		if sent > 150_000 {
			t.Errorf("%s weighs %d bytes, want 150 kB at most", name, sent)
		}
	}
}

func compressed(t *testing.T, text []byte) int {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
