package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"crossentropy/docs/internal/runs"
)

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
