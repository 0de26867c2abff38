package weave

import (
	"fmt"
	"slices"
	"strings"

	"crossentropy/docs/internal/markdown"
)

// markers are the kinds of comment in the pages: how each is written, where it stands,
// and what writes the text that is woven there. In a form, … stands for more words, and
// what is in brackets may lack. The text may depend on the page that it is for, whose
// path is from.
var markers = []struct {
	form  string
	place markdown.Place
	text  func(b *Book, from string, args []string) (string, error)
}{
	{"code PACKAGE NAME", markdown.Go, (*Book).code},
	{"output CHAPTER SECTION", markdown.Console, (*Book).output},
	{"value CHAPTER SECTION LABEL… [.PLACES]", markdown.Inline, (*Book).value},
	{"math CHAPTER SECTION LABEL…", markdown.TeX, (*Book).formula},
	{"figure NAME", markdown.Block, (*Book).figure},
	{"claim NAME", markdown.Block, (*Book).claimBox},
	{"cite NAME", markdown.Inline, (*Book).cite},
	{"claims CHAPTER-NUMBER", markdown.Block, (*Book).claimList},
	{"exercise NAME", markdown.Block, (*Book).exercise},
}

// Kinds are the kinds of marker that the pages have.
func Kinds() []markdown.Kind {
	var all []markdown.Kind
	for _, m := range markers {
		all = append(all, markdown.Kind{Form: m.form, Place: m.place})
	}
	return all
}

// woven is what the book says for a mark on the page called from.
func (b *Book) woven(from string, mark markdown.Mark) (string, error) {
	i := slices.Index(Kinds(), mark.Kind)
	return markers[i].text(b, from, mark.Args)
}

func (b *Book) code(_ string, args []string) (string, error) {
	return b.Runs.Code(args[0], args[1])
}

// output shows a command and what it printed.
func (b *Book) output(_ string, args []string) (string, error) {
	out, err := b.Runs.Section(args[0], args[1])
	if err != nil {
		return "", err
	}
	section := args[1]
	if section == "play" { // which deals the reader another game
		section = "-seed 1 play"
	}
	return fmt.Sprintf("$ go run ./chapters/%s %s\n%s\n", args[0], section, out), nil
}

// figure shows a figure with its caption.
func (b *Book) figure(from string, args []string) (string, error) {
	f, err := b.Runs.Figure(args[0])
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("![%s](%s)\n\n*%s* Drawn by `go run ./plots -only %s`.\n",
		markdown.EscapeLabel(f.Alt), markdown.Relative(from, figureDir+args[0]+".svg"),
		sentence(markdown.Escape(f.Title)), args[0]), nil
}

// exercise shows a function that the reader writes, and how it is marked. What the reader
// writes moves lines, so that its link leads to none.
func (b *Book) exercise(from string, args []string) (string, error) {
	e, err := b.Runs.Exercise(args[0])
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("```go\n%s```\n\nWrite it in [`%s`](%s), then have it marked:\n\n```console\n$ go test -mine %s\n```\n",
		e.Code, e.File, markdown.Relative(from, e.File), e.Name), nil
}

// sentence ends a text with a full stop where it has no end of its own.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
