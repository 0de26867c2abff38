package check

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

// targets is what links can lead to: the woven pages, the figures drawn, and
// the files of the project.
type targets struct {
	runs  *runs.Results
	pages map[string]markdown.Page
}

func (t targets) deadLinks(p markdown.Page) []finding {
	var found []finding
	for _, l := range p.Links() {
		if what := t.dead(l); what != "" {
			found = append(found, finding{l.At, what})
		}
	}
	return found
}

// dead says what is wrong with a link, "" where nothing is.
func (t targets) dead(l markdown.Link) string {
	text, exists := t.read(l.File)
	switch {
	case !exists:
		return fmt.Sprintf("no file %s to link to", l.File)
	case l.Fragment == "":
		return ""
	case strings.HasSuffix(l.File, ".md"):
		return t.deadAnchor(l, text)
	}
	return deadLines(l, text)
}

func (t targets) read(file string) ([]byte, bool) {
	if p, ok := t.pages[file]; ok {
		return p.Text, true
	}
	if name, ok := strings.CutPrefix(file, weave.FigureDir); ok && strings.HasSuffix(name, ".svg") {
		f, ok := t.runs.Figures[strings.TrimSuffix(name, ".svg")]
		return f.SVG, ok
	}
	info, err := fs.Stat(t.runs.Files, file)
	if err != nil || info.IsDir() {
		return nil, err == nil
	}
	text, err := fs.ReadFile(t.runs.Files, file)
	return text, err == nil
}

func (t targets) deadAnchor(l markdown.Link, text []byte) string {
	p, ok := t.pages[l.File]
	if !ok {
		p = markdown.Parse(l.File, text, nil)
	}
	has := func(h markdown.Heading) bool { return h.Slug == l.Fragment }
	if slices.ContainsFunc(p.Headings(), has) {
		return ""
	}
	return fmt.Sprintf("no heading #%s in %s", l.Fragment, l.File)
}

var lineRange = regexp.MustCompile(`^L(\d+)(?:-L(\d+))?$`)

func deadLines(l markdown.Link, text []byte) string {
	m := lineRange.FindStringSubmatch(l.Fragment)
	if m == nil {
		return fmt.Sprintf("no anchor #%s in %s", l.Fragment, l.File)
	}
	first, _ := strconv.Atoi(m[1])
	last, err := strconv.Atoi(m[2])
	if err != nil {
		last = first
	}
	if lines := bytes.Count(text, []byte("\n")); first < 1 || last < first || last > lines {
		return fmt.Sprintf("no lines #%s in %s, which has %d", l.Fragment, l.File, lines)
	}
	return ""
}

// What a reader may copy from a page: a chapter's program with its sections, a
// figure, a claim.
var (
	chapterRun = regexp.MustCompile("go run \\./chapters/([\\w-]+)([^`\\n]*)")
	figureRun  = regexp.MustCompile("go run \\./plots [^`\\n]*-only ([\\w,-]+)")
	claimRun   = regexp.MustCompile(`-run '(\w+)\$'`)
)

// deadCommands reports commands that name what there is none of.
func deadCommands(r *runs.Results, text []byte) []finding {
	var found []finding
	look := func(command *regexp.Regexp, dead func(r *runs.Results, words []string) error) {
		for _, m := range command.FindAllSubmatchIndex(text, -1) {
			words := strings.Fields(string(text[m[2]:m[len(m)-1]]))
			if err := dead(r, words); err != nil {
				found = append(found, finding{m[0], err.Error()})
			}
		}
	}
	look(chapterRun, deadChapter)
	look(figureRun, deadFigure)
	look(claimRun, deadClaim)
	return found
}

// deadChapter checks the name of a chapter and the sections that it is to run.
func deadChapter(r *runs.Results, words []string) error {
	if err := r.HasChapter(words[0]); err != nil {
		return err
	}
	for i, arg := range words[1:] {
		if strings.HasPrefix(arg, "-") || strings.HasPrefix(words[i], "-") {
			continue // a flag, or its value
		}
		if _, err := r.Section(words[0], arg); err != nil {
			return err
		}
	}
	return nil
}

func deadFigure(r *runs.Results, words []string) error {
	for name := range strings.SplitSeq(words[0], ",") {
		if _, err := r.Figure(name); err != nil {
			return err
		}
	}
	return nil
}

func deadClaim(r *runs.Results, words []string) error {
	if !slices.ContainsFunc(r.Claims, func(c runs.Claim) bool { return c.Test == words[0] }) {
		return fmt.Errorf("no claim is tested by %s", words[0])
	}
	return nil
}
