package check

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

// links reports links to files and headings that there are none of.
func (c *checker) links(p markdown.Page) {
	for _, l := range p.Links() {
		page, isPage := c.pages[l.File]
		if _, err := fs.Stat(c.runs.Files, l.File); err != nil {
			c.add(p, l.At, "no file %s to link to", l.File)
		} else if isPage && l.Fragment != "" && !page.HasHeading(l.Fragment) {
			c.add(p, l.At, "no heading #%s in %s", l.Fragment, l.File)
		}
	}
}

// What a reader may copy from a page: a chapter's program with its sections, a
// figure, a claim, the mark of an exercise.
var (
	chapterRun = regexp.MustCompile("go run \\./chapters/([\\w-]+[^`\\n]*)")
	figureRun  = regexp.MustCompile("go run \\./plots [^`\\n]*-only ([\\w-]+)")
	claimRun   = regexp.MustCompile(`-run '(\w+)\$'`)
	markRun    = regexp.MustCompile(`go test -mine (\w+)`)
)

// commands reports commands that name what there is none of.
func (c *checker) commands(p markdown.Page) {
	for command, check := range map[*regexp.Regexp]func(*runs.Results, string) error{
		chapterRun: checkChapter, figureRun: checkFigure, claimRun: checkClaim, markRun: checkExercise,
	} {
		for _, m := range command.FindAllSubmatchIndex(p.Text, -1) {
			if err := check(c.runs, string(p.Text[m[2]:m[3]])); err != nil {
				c.add(p, m[0], "%v", err)
			}
		}
	}
}

// A Command is one that stands on a line of its own, for the reader to run.
type Command struct {
	File string
	Line int
	Args []string // after go
}

var ownLine = regexp.MustCompile(`(?m)^go (run \./chapters/.+)$`)

// Commands lists those of the chapters' programs that a book tells its readers to run.
func Commands(b *weave.Book) (all []Command) {
	for _, d := range b.Drafts {
		own := d.Page.Own()
		for _, m := range ownLine.FindAllSubmatchIndex(own.Text, -1) {
			args := arguments(string(own.Text[m[2]:m[3]]))
			all = append(all, Command{own.Path, own.Line(m[0]), args})
		}
	}
	return all
}

// argument is a word of a command, or several in quotation marks.
var argument = regexp.MustCompile(`"[^"]*"|\S+`)

// arguments are those of a command, as a shell would hand them on.
func arguments(command string) (all []string) {
	for _, arg := range argument.FindAllString(command, -1) {
		all = append(all, strings.Trim(arg, `"`))
	}
	return all
}

// checkChapter checks the name of a chapter and the sections that it is to run.
func checkChapter(r *runs.Results, words string) error {
	args := arguments(words)
	name, args := args[0], args[1:]
	if _, err := r.Chapter(name); err != nil {
		return err
	}
	for i, arg := range args {
		if i > 1 && args[i-2] == "-count" {
			continue // the second of its two values
		}
		if strings.HasPrefix(arg, "-") || i > 0 && strings.HasPrefix(args[i-1], "-") {
			continue // a flag, or its value
		}
		if strings.Contains(arg, " ") {
			continue // a text
		}
		if _, err := r.Section(name, arg); err != nil {
			return err
		}
	}
	return nil
}

func checkFigure(r *runs.Results, name string) error {
	_, err := r.Figure(name)
	return err
}

func checkExercise(r *runs.Results, name string) error {
	_, err := r.Exercise(name)
	return err
}

func checkClaim(r *runs.Results, test string) error {
	if !slices.ContainsFunc(r.Claims, func(c runs.Claim) bool { return c.Test == test }) {
		return fmt.Errorf("no claim is tested by %s", test)
	}
	return nil
}
